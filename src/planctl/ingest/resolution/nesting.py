"""Which labels of a block belong to one list, and which lists stand under which clause.

A label goes on the innermost open list that counts as it does; another way of counting opens a list
under the clause above. ``i)`` is a letter after ``h)``, and the first of a Roman list elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl.ingest.resolution.labels import ends
from planctl.plan.labels import Style, bare, styles


class Spot(NamedTuple):
    """Where a label stands: ``level`` from 0, and the number of its list, which has one style.

    Lists are counted from 0 in the order in which they begin.
    """

    level: int
    list: int
    style: Style


class _Open(NamedTuple):
    style: Style
    list: int
    last: frozenset[int]


def spots(labels: Sequence[str]) -> list[Spot]:
    """Where each label of a block stands."""
    stack: list[_Open] = []
    lists = 0
    found: list[Spot] = []
    for label in labels:
        style, level = _place(label, stack)
        if level == len(stack):
            stack.append(_Open(style, lists, frozenset()))
            lists += 1
        del stack[level + 1 :]
        stack[level] = stack[level]._replace(last=ends(label, style))
        found.append(Spot(level, stack[level].list, style))
    return found


def _place(label: str, stack: Sequence[_Open]) -> tuple[Style, int]:
    """The style of a label, and its level; the number of open lists where it opens another."""
    possible = styles(label)
    if possible == ("decimal",):
        return "decimal", min(bare(label).count("."), len(stack))
    goes_on = [
        (one.style, level)
        for level, one in reversed(list(enumerate(stack)))
        if one.style in possible
    ]
    for style, level in goes_on:
        last = stack[level].last
        if any(number - 1 in last for number in ends(label, style)):
            return style, level
    innermost = stack[-1].style if stack else ""
    if len(possible) > 1 and 1 in ends(label, possible[0]) and innermost != possible[0]:
        return possible[0], len(stack)
    return goes_on[0] if goes_on else (possible[0], len(stack))
