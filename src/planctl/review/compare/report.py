"""What changed in the Status column of an activity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import takewhile
from operator import eq
from typing import NamedTuple

from planctl.plan.matching import Features, Thing, match
from planctl.plan.model import Block
from planctl.plan.prose import text_of, words
from planctl.review.compare import deliverables
from planctl.review.compare.changes import DeliverableChange, TextChange
from planctl.review.compare.reading import Reading, read

_MORE_THAN_A_WORD = 8


class ReportChange(NamedTuple):
    """Paragraphs and deliverables that were added, removed or changed."""

    texts: tuple[TextChange, ...]
    deliverables: tuple[DeliverableChange, ...]

    @property
    def size(self) -> int:
        """How much it is."""
        return len(self.texts) + len(self.deliverables)


def compare(
    was: Sequence[Block],
    now: Sequence[Block],
    languages: tuple[str, str] = ("en", "en"),
    followed: Sequence[Block] = (),
) -> ReportChange:
    """Compare two states of a report; ``languages`` are those of text that does not name its own.

    ``followed`` is ``was`` with the references that follow new numbers: what differs from ``now``
    in these only does not differ. Where that explains less than ``was`` itself, it is not used.
    """
    if not followed and languages[0] == languages[1]:
        was, now = _without_beginning(was, now)
    after = read(now, languages[1])
    found = _compare(read(was, languages[0]), after)
    if followed and found.size:
        found = min(
            _compare(read(followed, languages[0], was), after), found, key=lambda one: one.size
        )
    return found


def _without_beginning(
    was: Sequence[Block], now: Sequence[Block]
) -> tuple[Sequence[Block], Sequence[Block]]:
    """Two reports without the deliverables that both begin with: they are the same.

    Of each block one is left, because a year line alone says something else.
    """
    same = _same_beginning(was, now)
    begun = [block._replace(deliverables=block.deliverables[-1:]) for block in now[:same]]
    one, other = list(was[same:]), list(now[same:])
    if one and other and one[0][:-1] == other[0][:-1]:
        first, second = one[0].deliverables, other[0].deliverables
        more = min(_same_beginning(first, second), max(min(len(first), len(second)) - 1, 0))
        one[0] = one[0]._replace(deliverables=first[more:])
        other[0] = other[0]._replace(deliverables=second[more:])
    return [*begun, *one], [*begun, *other]


def _same_beginning(one: Sequence[object], other: Sequence[object]) -> int:
    """How many things are the same in both from the first on."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def _compare(was: Reading, now: Reading) -> ReportChange:
    together = _match_texts(was, now)
    texts = []
    lefts = {right: left for left, right in together.items()}
    for at, text in enumerate(now.texts):
        left = was.texts[lefts[at]] if at in lefts else None
        if left is None or left.meaning != text.meaning:
            texts.append(TextChange(left and left.prose, text.prose))
    texts += [
        TextChange(text.prose, None) for at, text in enumerate(was.texts) if at not in together
    ]
    return ReportChange(tuple(texts), tuple(deliverables.changes(was, now, together)))


def _match_texts(was: Reading, now: Reading) -> dict[int, int]:
    """The places of the texts in ``now`` by those of the same texts in ``was``."""
    together: dict[int, int] = {}
    places = defaultdict(list)
    for at, text in enumerate(now.texts):
        places[text.meaning].append(at)
    for at, text in enumerate(was.texts):
        if places[text.meaning]:
            together[at] = places[text.meaning].pop(0)
    left = [at for at in range(len(was.texts)) if at not in together]
    right = sorted(set(range(len(now.texts))) - set(together.values()))
    if left and right:
        found = match(
            [Thing("", "", None, _features(was, at)) for at in left],
            [Thing("", "", None, _features(now, at)) for at in right],
        )
        together.update((left[one], right[other]) for one, other in found)
    return together


def _features(reading: Reading, at: int) -> Callable[[], Features]:
    """A text is known by its words; a lead-in rather by the deliverables under it."""

    def features() -> Features:
        text = reading.texts[at]
        said = text.meaning if isinstance(text.meaning, str) else text_of(text.prose)
        name = Counter(words(said))
        if text.points:
            name = Counter({"\x1fsee": 2, **dict.fromkeys(text.points, 1)})
        under = (one.deliverable.key() for one in reading.mentions if one.lead_in == at)
        return Features(name, Counter({f"\x1f{key}": _MORE_THAN_A_WORD for key in under if key}))

    return features
