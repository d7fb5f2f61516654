"""Two states of an annex as one, in which everything that changed is marked.

Rows are matched as the items of plans are (:mod:`planctl.plan.matching`): by ID, else by likeness.
A row that moved is deleted in one place and inserted in another, for marks stand in one order only.
Of two rows that are one, cells are compared paragraph by paragraph and paragraphs word by word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planctl.plan.matching import Features, Thing, in_order, match
from planctl.plan.prose import words
from planctl.publish.marked_cell import marked_cell, marked_runs
from planctl.publish.table import Annex, Cell, Column, Mark, Row, Run, filled

_IDS = ("level2", "level1")
_NO_ID = ("", "-")
_NAME = "activities"


def marked(was: Annex | None, now: Annex | None, *, joined: bool = False) -> Annex:
    """The annex ``now`` with what changed since ``was`` marked; ``now`` itself if nothing did.

    Without all that is deleted it is ``now``, without all that is inserted it is ``was``: their
    text, links, paragraphs and kinds, in the form of :func:`planctl.publish.table.filled`, for
    marked rows may go and take with them what others continue. With ``joined``, for an annex that
    is only to be looked at, cells stay joined where that hides no mark. None is a state that had no
    such annex. Raises ValueError where both are None, or have other columns.
    """
    if was is None or now is None:
        only = now or was
        if only is None:
            raise ValueError("There is no annex in either state.")
        rows = only.rows if joined else tuple(filled(only.rows))
        return only._replace(mark="inserted" if was is None else "deleted", rows=rows)
    if [column.key for column in was.columns] != [column.key for column in now.columns]:
        raise ValueError(f"{now.number}: the two states do not have the same columns.")
    if was == now:
        return now
    found = list(_rows(was, now))
    return now._replace(
        columns=tuple(map(_column, was.columns, now.columns)),
        rows=tuple(_joined(found) if joined else (row.cells for row in found)),
        marks=tuple(row.mark for row in found),
        marked=_lines(was.lines, now.lines),
    )


class _Row(NamedTuple):
    """A row with its mark, all of its cells filled; ``source`` is as it was before that."""

    cells: Row
    mark: Mark
    source: Row


def _column(was: Column, now: Column) -> Column:
    return now._replace(marked=_lines(was.heading, now.heading))


def _lines(was: Iterable[str], now: Iterable[str]) -> tuple[Run, ...]:
    one, other = "\n".join(was), "\n".join(now)
    return () if one == other else marked_runs([Run(one)], [Run(other)])


def _rows(was: Annex, now: Annex) -> Iterator[_Row]:
    one, other = list(filled(was.rows)), list(filled(now.rows))
    keys = [column.key for column in now.columns]
    pairs = match([_thing(keys, row) for row in one], [_thing(keys, row) for row in other])
    left = right = 0
    for at, there in (*in_order(pairs), (len(one), len(other))):
        yield from (_Row(one[i], "deleted", was.rows[i]) for i in range(left, at))
        yield from (_Row(other[i], "inserted", now.rows[i]) for i in range(right, there))
        if at < len(one):
            cells = tuple(map(marked_cell, one[at], other[there]))
            yield _Row(cells, "", now.rows[there])
        left, right = at + 1, there + 1


def _thing(keys: Sequence[str], row: Row) -> Thing:
    texts = {
        key: "\n".join(part.text for part in cell.paragraphs)
        for key, cell in zip(keys, row, strict=True)
    }
    ids = (texts.get(key, "") for key in _IDS)
    name = texts.get(_NAME, "")

    def features() -> Features:
        rest = (text for key, text in texts.items() if key != _NAME and key not in _IDS)
        return Features(
            Counter(words(name)), Counter(word for text in rest for word in words(text))
        )

    return Thing(next((one for one in ids if one not in _NO_ID), ""), name, row, features)


def _joined(rows: Iterable[_Row]) -> Iterator[Row]:
    """The rows with cells joined that were, and are still alike, and begin in no other mark."""
    above: list[tuple[Cell, Mark]] = []  # each column's last cell that continues none
    for cells, mark, source in rows:
        begins = above or [(Cell(), mark)] * len(cells)
        again = [
            bool(above) and before.continues and cell == first and begun in ("", mark)
            for cell, before, (first, begun) in zip(cells, source, begins, strict=True)
        ]
        above = [
            begun if same else (cell, mark)
            for cell, same, begun in zip(cells, again, begins, strict=True)
        ]
        yield tuple(
            Cell(continues=True) if same else cell for cell, same in zip(cells, again, strict=True)
        )
