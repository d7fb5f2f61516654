"""Which clauses of one edition became which of the next: by what they say, not by their numbers.

Clauses are matched as :mod:`planctl.plan.matching` does. What is left over may be a part of a
clause that was split, or have been merged into one: most of what it says is then in that clause,
and the parts together say most of it. In scripts that do not part words, two characters that stand
beside each other count as a word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import Final, NamedTuple

from planctl.patterns import late
from planctl.plan.matching import Features, Thing, match
from planctl.plan.prose import words

_HAN: Final = late(r"[\u2e80-\u9fff]")
_WITHIN: Final = 60  # of 100: what a part must have in common with the whole
_GAIN: Final = 15  # of 100: what a further part must add to what is covered of the whole
_RARE: Final = 12  # a word that more clauses have than these does not suggest a whole


class Unit(NamedTuple):
    """A clause with all that is within it, and the words of its block."""

    block: str
    text: str


class Succession(NamedTuple):
    """Clauses of the old edition and what became of them, by their places.

    One and one is the same clause; one and several was split, several and one were merged; without
    a new one it was deleted, without an old one it is new.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]


def successions(old: Sequence[Unit], new: Sequence[Unit]) -> list[Succession]:
    """What became of the old clauses, in the order of the new ones; what was deleted comes last."""
    pairs = dict(match([_thing(one) for one in old], [_thing(one) for one in new]))
    before, after = [_words(one.text) for one in old], [_words(one.text) for one in new]
    weights = _weights([*before, *after])
    split = _wholes(before, after, pairs, weights)
    merged = _wholes(after, before, {right: left for left, right in pairs.items()}, weights)
    found = _Found(set(range(len(old))), set(range(len(new))), [])
    for whole, parts in split.items():
        found.take((whole,), parts)
    for whole, parts in merged.items():
        found.take(parts, (whole,))
    for left, right in pairs.items():
        found.take((left,), (right,))
    for right in sorted(found.new):
        found.take((), (right,))
    kept = sorted(found.taken, key=lambda one: one.new)
    return [*kept, *(Succession((left,), ()) for left in sorted(found.old))]


class _Found(NamedTuple):
    """What is known of, and the places on either side that are left."""

    old: set[int]
    new: set[int]
    taken: list[Succession]

    def take(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Note a succession, unless one of its clauses has one already."""
        if self.old.issuperset(old) and self.new.issuperset(new):
            self.taken.append(Succession(tuple(old), tuple(new)))
            self.old.difference_update(old)
            self.new.difference_update(new)


def _thing(unit: Unit) -> Thing:
    return Thing("", "", unit, _features(unit))


def _features(unit: Unit) -> Callable[[], Features]:
    return lambda: Features(_words(unit.text), Counter(words(unit.block)))


def _words(text: str) -> Counter[str]:
    found: list[str] = []
    for word in words(text):
        if _HAN.search(word):
            found += [f"{one}{other}" for one, other in pairwise(word)] or [word]
        else:
            found.append(word)
    return Counter(found)


def _weights(texts: Iterable[Counter[str]]) -> dict[str, int]:
    """How much each word tells: the more, the fewer clauses have it."""
    texts = list(texts)
    have = Counter(word for one in texts for word in one)
    return {word: round(100 * log(1 + len(texts) / many)) for word, many in have.items()}


def _wholes(
    wholes: Sequence[Counter[str]],
    parts: Sequence[Counter[str]],
    pairs: Mapping[int, int],
    weights: Mapping[str, int],
) -> dict[int, list[int]]:
    """The wholes that are several parts on the other side, by place, with the places of those."""
    together = {}
    for whole, places in _belonging(wholes, parts, pairs, weights).items():
        partner = pairs.get(whole)
        if partner is not None and _share(parts[partner], wholes[whole], weights) < _WITHIN:
            continue
        chosen = [] if partner is None else [partner]
        covered = Counter[str]()
        for at in chosen:
            covered |= parts[at]
        for at in places:
            more = covered | parts[at]
            gain = _share(wholes[whole], more, weights) - _share(wholes[whole], covered, weights)
            if gain >= _GAIN:
                chosen.append(at)
                covered = more
        if len(chosen) > 1 and _share(wholes[whole], covered, weights) >= _WITHIN:
            together[whole] = sorted(chosen)
    return together


def _belonging(
    wholes: Sequence[Counter[str]],
    parts: Sequence[Counter[str]],
    pairs: Mapping[int, int],
    weights: Mapping[str, int],
) -> dict[int, list[int]]:
    """For each whole the parts without a partner of which most is in it, and in no other more."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(wholes):
        for word in one:
            holders[word].append(at)
    taken = set(pairs.values())
    found: dict[int, list[int]] = defaultdict(list)
    for at, part in enumerate(parts):
        if at in taken:
            continue
        shared: Counter[int] = Counter()
        for word, many in part.items():
            there = holders.get(word, ())
            for whole in there if len(there) <= _RARE else ():
                shared[whole] += weights[word] * min(many, wholes[whole][word])
        if shared:
            whole = min(shared, key=lambda one: (-shared[one], one))
            if _share(part, wholes[whole], weights) >= _WITHIN:
                found[whole].append(at)
    return found


def _share(one: Counter[str], other: Counter[str], weights: Mapping[str, int]) -> int:
    """How much of the first text is in the other, of 100."""
    total = sum(weights[word] * many for word, many in one.items())
    both = sum(weights[word] * min(one[word], other[word]) for word in one.keys() & other)
    return 100 * both // total if total else 0
