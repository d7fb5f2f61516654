"""A revision whose marks were flattened: the old number and the new one run together.

Where a clause was renumbered, its label is the old number with the new one behind it, the brackets
once: ``34`` was 3 and is 4, ``12`` was 1 and is 2, ``gf)`` was g and is f. A label that stands
alone is that of a clause in both editions, in the old one only (deleted), or in the new one only
(inserted). The labels of a list are read so that the old numbers count 1, 2, 3 … and the new ones
too. Often that leaves one reading; where it leaves several, all of them are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from planctl.ingest.resolution.labels import pairs
from planctl.plan.labels import Count, Style, bare, counted

LONGEST: Final = 400
"""Clauses of one list; a longer one is not taken apart, and no reading is given."""

_State = tuple[Count, Count]


class Numbering(NamedTuple):
    """The number of a clause in the old edition and in the new one; None where it is not in it."""

    old: str | None
    new: str | None


Options = frozenset[Numbering]
"""What a clause's numbers may be; one where the labels of the list leave no doubt."""


def split(labels: Sequence[str], style: Style) -> tuple[Options, ...]:
    """What each of a list's labels may mean, over all readings; () where there is no reading."""
    if len(labels) > LONGEST:
        return ()
    reached: list[set[_State]] = [{(Count(0), Count(0))}]
    for label in labels:
        reached.append({after for at in reached[-1] for _, after in _steps(label, style, at)})
        if not reached[-1]:
            return ()
    alive = reached[-1]
    options: list[Options] = []
    for label, states in zip(reversed(labels), reversed(reached[:-1]), strict=True):
        taken = [
            (at, numbering)
            for at in states
            for numbering, after in _steps(label, style, at)
            if after in alive
        ]
        options.append(frozenset(numbering for _, numbering in taken))
        alive = {at for at, _ in taken}
    return tuple(reversed(options))


def is_counted(labels: Sequence[str], style: Style) -> bool:
    """Whether the labels count 1, 2, 3 … as they stand, with 3bis and the like between."""
    at = Count(0)
    for label in labels:
        found = counted(label, style)
        if found not in _after(at):
            return False
        at = found
    return True


def _after(at: Count) -> tuple[Count, Count]:
    """What may follow: 4 after 3, or 3bis."""
    return Count(at.number + 1), Count(at.number, at.step + 1)


def _steps(label: str, style: Style, at: _State) -> Iterator[tuple[Numbering, _State]]:
    """The readings of a label after so many old and so many new numbers."""
    old, new = _after(at[0]), _after(at[1])
    name, number = bare(label), counted(label, style)
    if number in old and number in new:
        yield Numbering(name, name), (number, number)
    if number in old:
        yield Numbering(name, None), (number, at[1])
    if number in new:
        yield Numbering(None, name), (at[0], number)
    for one, other in pairs(label, style):
        first, second = counted(one, style), counted(other, style)
        if first in old and second in new:
            yield Numbering(one, other), (first, second)
