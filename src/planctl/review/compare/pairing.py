"""Which deliverables of a report are which.

Those that say the same in the same place come first; then those with the same key (an identifier,
a title, an event's day), one by one where one is cited twice; then a work item and what it became,
where ``formerly`` says so; then like titles of one kind. Two documents that have identifiers of
their own are two, however alike their titles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from planctl.plan import identifiers
from planctl.plan.deliverable import EVENT_KINDS, Deliverable, line
from planctl.plan.matching import Features, Pair, Thing, match
from planctl.plan.prose import fold, text_of, words
from planctl.review.compare.reading import Mention

_FAMILIES = {
    **dict.fromkeys(EVENT_KINDS, "event"),
    **dict.fromkeys(("work-item", "supplement"), "recommendation"),
}


class Placed(NamedTuple):
    """A mention, and tokens for its lead-in and its parent: alike for what was matched."""

    mention: Mention
    lead_in: Hashable
    parent: Hashable

    @property
    def place(self) -> Hashable:
        """What it stands under."""
        return self.lead_in, self.mention.year, self.parent

    @property
    def deliverable(self) -> Deliverable:
        """The deliverable as the report has it."""
        return self.mention.deliverable


_Left = dict[int, Placed]


def pairs(was: Sequence[Placed], now: Sequence[Placed]) -> Iterator[Pair]:
    """The places of the deliverables that are the same in ``was`` and ``now``."""
    left, right = dict(enumerate(was)), dict(enumerate(now))
    for step in (_same_here, _same, _key_here, _key):
        if not left or not right:
            return
        places: dict[Hashable, list[int]] = defaultdict(list)
        for at, one in right.items():
            places[step(one)].append(at)
        for at, one in list(left.items()):
            token = step(one)
            if token and places.get(token):
                found = places[token].pop(0)
                del left[at], right[found]
                yield at, found
    yield from _renamed(left, right)
    yield from _alike(left, right)


def _same_here(one: Placed) -> Hashable:
    return one.mention.meaning, one.place


def _same(one: Placed) -> Hashable:
    return one.mention.meaning


def _key_here(one: Placed) -> Hashable:
    key = one.deliverable.key()
    return (key, one.place) if key else None


def _key(one: Placed) -> Hashable:
    return one.deliverable.key()


def _renamed(left: _Left, right: _Left) -> list[Pair]:
    """What says in ``formerly`` which of the others it was; taken out of both."""
    found: list[Pair] = []
    names = {_key(one): at for at, one in left.items()}
    later = {_key(one): at for at, one in right.items()}
    said = [(names.get(name, -1), at) for at, one in right.items() for name in _former(one)]
    said += [(at, later.get(name, -1)) for at, one in left.items() for name in _former(one)]
    for before, after in said:
        if before in left and after in right:
            del left[before], right[after]
            found.append((before, after))
    return found


def _former(one: Placed) -> list[str]:
    name = one.deliverable.formerly
    if not name:
        return []
    identifier = identifiers.parse(name)
    return [identifiers.fold(identifier.key) if identifier else fold(name)]


def _alike(left: _Left, right: _Left) -> Iterator[Pair]:
    """What has a like title and may be one."""
    for named_before, named_after in ((False, False), (False, True), (True, False)):
        families: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, placed in enumerate((left, right)):
            for at, one in placed.items():
                if _is_named(one.deliverable) == (named_before, named_after)[side]:
                    families[_family(one.deliverable)][side].append(at)
        for lefts, rights in families.values():
            was = [_thing(left[at].deliverable) for at in lefts]
            now = [_thing(right[at].deliverable) for at in rights]
            for one_at, other_at in match(was, now):
                found = lefts[one_at], rights[other_at]
                del left[found[0]], right[found[1]]
                yield found


def _family(deliverable: Deliverable) -> str:
    kind = deliverable.known_kind
    return _FAMILIES.get(kind, kind)


def _is_named(deliverable: Deliverable) -> bool:
    """Whether it has an identifier that stays with it, as that of a work item does not."""
    identifier = deliverable.identifier
    return identifier is not None and identifier.kind != "work-item"


def _thing(deliverable: Deliverable) -> Thing:
    named = deliverable.title or deliverable.text or deliverable.ref or deliverable.url or ""
    rest = Counter(words(line(deliverable)))
    return Thing("", "", None, lambda: Features(Counter(words(text_of(named))), rest))
