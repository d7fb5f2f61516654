"""Rows that a table has under other numbers than the plan: told by their texts, which are the same.

Whoever inserts a row in a document counts those below it anew. What the plan knows of a row, and no
table shows, belongs to its text and not to its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from planctl.plan.model import Path
from planctl.plan.prose import plain, text_of


class Renumbered(NamedTuple):
    """An ID of the plan, where it stands in its data, and what it is in the table."""

    path: Path
    was: str
    now: str


class _Row(NamedTuple):
    path: Path
    id: str
    text: str


def renumbered(
    old: Mapping[str, Any], new: Mapping[str, Any], language: str
) -> tuple[list[Renumbered], list[tuple[str, str]]]:
    """The IDs of the plan ``old`` that are others in ``new``, in the order of the plan.

    The second list has IDs, was and now, that look so too, where a new one is still that of a row
    which the table does not have: nothing can be done about those.
    """
    found: list[Renumbered] = []
    doubtful: list[tuple[str, str]] = []
    for rows in (_directives, _activities):
        was, now = list(rows(old, language)), list(rows(new, language))
        moves = _moves(was, now)
        then = [moves.get(row.id, row.id) for row in was]
        if len(set(then)) < len(then):
            doubtful += moves.items()
            continue
        found += [Renumbered(row.path, row.id, moves[row.id]) for row in was if row.id in moves]
    if doubtful:  # a directive goes with its activities, or neither
        return [], list(dict.fromkeys([*doubtful, *((one.was, one.now) for one in found)]))
    return found, []


def _directives(data: Mapping[str, Any], language: str) -> Iterator[_Row]:
    for at, one in enumerate(data["directives"]):
        yield _Row(("directives", at, "id"), one["id"], plain(text_of(one["text"], language)))


def _activities(data: Mapping[str, Any], language: str) -> Iterator[_Row]:
    for at, directive in enumerate(data["directives"]):
        for place, one in enumerate(directive["activities"]):
            path = ("directives", at, "activities", place, "id")
            texts = (plain(text_of(item["text"], language)) for item in (directive, one))
            yield _Row(path, one["id"], "\n".join(texts))


def _moves(was: Sequence[_Row], now: Sequence[_Row]) -> dict[str, str]:
    """The new IDs by the old, of rows whose text stands once before, and once after elsewhere."""
    known = {row.id: row.text for row in was}
    stay = {row.id for row in now if known.get(row.id) == row.text}
    before, after = (_once([one for one in rows if one.id not in stay]) for rows in (was, now))
    return {before[text]: after[text] for text in before if text.strip() and text in after}


def _once(rows: Sequence[_Row]) -> dict[str, str]:
    """The IDs by the texts that stand in one row only."""
    texts = Counter(row.text for row in rows)
    return {row.text: row.id for row in rows if texts[row.text] == 1}
