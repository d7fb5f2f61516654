"""What two lists have in common, in order: the rest is what an edit has to be about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.store.yaml.splices import same

Gap = tuple[range, range]
"""Indexes of the old list that are gone, and of the new list that came in their place."""


def gaps(old: Sequence[Any], new: Sequence[Any]) -> list[Gap]:
    """Return where ``old`` and ``new`` differ, between the items of a longest list within both."""
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at in reversed(range(len(old))):
        for to in reversed(range(len(new))):
            longest[at][to] = (
                longest[at + 1][to + 1] + 1
                if same(old[at], new[to])
                else max(longest[at + 1][to], longest[at][to + 1])
            )
    found: list[Gap] = []
    first, begin = at, to = 0, 0
    while at < len(old) or to < len(new):
        if at < len(old) and to < len(new) and same(old[at], new[to]):
            found.append((range(first, at), range(begin, to)))
            first, begin = at, to = at + 1, to + 1
        elif to == len(new) or (at < len(old) and longest[at + 1][to] >= longest[at][to + 1]):
            at += 1
        else:
            to += 1
    found.append((range(first, at), range(begin, to)))
    return [(gone, came) for gone, came in found if gone or came]


def moved(old: Sequence[Any], new: Sequence[Any], differences: Sequence[Gap]) -> dict[int, int]:
    """Return the old index of each item that only moved, by its new index."""
    gone = [at for indexes, _ in differences for at in indexes]
    origins: dict[int, int] = {}
    for _, came in differences:
        for to in came:
            at = next((at for at in gone if same(old[at], new[to])), None)
            if at is not None:
                gone.remove(at)
                origins[to] = at
    return origins
