"""The text of a plan as directives and rows, told from its lines alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl.store.yaml import rows
from planctl.store.yaml.rows import Pieces


class Group(NamedTuple):
    """The lines of a directive above its rows, and the heads of these."""

    opening: str
    heads: Sequence[str]


class Outline(NamedTuple):
    """What stands above the first directive, the directives, and what stands below the last."""

    head: str
    groups: Sequence[Group]
    tail: str


def outline(text: Pieces) -> Outline | None:
    """The outline of a text; None where its lines do not tell it beyond doubt."""
    start = rows.start_of_directives(text)
    heads = text.parts[1::3]
    tail = text.parts[-1]
    if not start or not heads or len(heads) != len(text.rows) or tail.startswith(" "):
        return None
    if rows.may_mislead("".join(text.parts)):
        return None
    openings = (text.parts[0][start:], *text.parts[3:-1:3])
    margin = openings[0].partition("-")[0]
    inner = heads[0].partition("-")[0]
    groups: list[tuple[str, list[str]]] = []
    for opening, head in zip(openings, heads, strict=True):
        if opening:
            if not opening.startswith(f"{margin}- id: ") or any(
                f"\n{indent}- " in opening for indent in (margin, inner)
            ):
                return None
            groups.append((opening, []))
        groups[-1][1].append(head)
    return Outline(text.parts[0][:start], [Group(*one) for one in groups], tail)
