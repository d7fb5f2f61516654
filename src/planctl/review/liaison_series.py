"""The numbers of liaison statements, and the years that they imply.

A group numbers its statements in the order in which it sends them, anew in every study period.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from planctl.plan.identifiers import Identifier

# Groups number their liaison statements anew in every study period; periods began in these years.
_PERIODS = (1997, 2001, 2005, 2009, 2013, 2017, 2022, *range(2025, 3000, 4))

Counts = dict[tuple[int, int], int]
"""How many mentions there are of each number with each year."""
Series = list[tuple[int, int]]
"""Numbers with their years, in order, each number once; the years never fall."""


class Years(NamedTuple):
    """The years that a number may be of; ``last`` is None where nothing later is known."""

    first: int
    last: int | None

    def __str__(self) -> str:
        """As it is told: "2019", "2018 or 2019", "2017 to 2019", "2020 or later"."""
        if self.last is None:
            return f"{self.first} or later"
        if self.last == self.first:
            return str(self.first)
        return f"{self.first} {'or' if self.last == self.first + 1 else 'to'} {self.last}"


def numbered(identifier: Identifier | None) -> tuple[str, int] | None:
    """The sender and the number of a liaison statement; None for any other document."""
    if identifier is None or identifier.kind != "liaison-statement":
        return None
    sender, _, number = identifier.key.rpartition("-LS")
    return sender, int(number)


def by_period(dated: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int], Counts]:
    """The (sender, number, year) of dated statements, counted by sender and study period.

    A study period is known by its first year.
    """
    series: dict[tuple[str, int], Counts] = {}
    for sender, number, year in dated:
        counts = series.setdefault((sender, period(year)), {})
        counts[number, year] = counts.get((number, year), 0) + 1
    return series


def period(year: int) -> int:
    """The first year of the study period that a year lies in; 0 before those that are known."""
    at = bisect_right(_PERIODS, year)
    return _PERIODS[at - 1] if at else 0


def longest(counts: Mapping[tuple[int, int], int]) -> Series:
    """The series that most mentions support."""
    best: dict[int, tuple[int, _Link]] = {}  # last year of a series: its support and last pair
    for pair in sorted(counts, key=lambda pair: (pair[0], -pair[1])):
        year = pair[1]
        before = max(
            (best[last] for last in best if last <= year), key=lambda entry: entry[0], default=None
        )
        support = counts[pair] + (before[0] if before else 0)
        if year not in best or support > best[year][0]:
            best[year] = (support, (pair, before[1] if before else None))
    link: _Link | None = max(best.values(), key=lambda entry: entry[0])[1] if best else None
    kept = []
    while link:
        kept.append(link[0])
        link = link[1]
    return kept[::-1]


_Link = tuple[tuple[int, int], Any]  # a pair, and the link before it or None


def around(number: int, kept: Series) -> tuple[Series, Series]:
    """What is known of a number, else of the next lower one; and of the next higher one."""
    at = bisect_right(kept, (number, 0))
    if at < len(kept) and kept[at][0] == number:
        return kept[at : at + 1], kept[at : at + 1]
    return kept[max(0, at - 1) : at], kept[at : at + 1]


def implied(number: int, kept: Series, begin: int) -> Years:
    """The years that a number may be of, from its neighbours in a series that is not empty.

    Before the first that is known it may be of any year since the study period's ``begin``.
    """
    before, after = around(number, kept)
    first = before[0][1] if before else min(begin or after[0][1], after[0][1])
    return Years(first, after[0][1] if after else None)
