"""The rows of a table: cells with their columns, those that are merged, those that are not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.ingest.document import Line, Square
from planctl.ingest.measure import number
from planctl.ingest.word.branches import as_seen, marked, within
from planctl.ingest.word.flow import Flow
from planctl.ingest.word.names import CELL, ROW, W, is_on, properties, val

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planctl.ingest.word.reading import Reading

_ROW, _HIDDEN, _BEFORE = f"{W}trPr", f"{W}hidden", f"{W}gridBefore"
_CELL, _SPANNED, _ALONG, _DOWN = (f"{W}{name}" for name in ("tcPr", "gridSpan", "hMerge", "vMerge"))
_WIDEST = 63  # columns of a table in Word
_SPAN = (1, _WIDEST)


class Rows:
    """The rows of one table, as far as it has been read."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._open: frozenset[tuple[int, int]] = frozenset()  # column and span of merged cells
        self.rows: list[tuple[Square, ...]] = []

    def add(self, row: _Element) -> None:
        """Add a row, if it is one and is seen in the view."""
        if row.tag != ROW:
            return
        reading = self._reading
        reading.count_cell()
        stated = properties(row, _ROW)
        own = as_seen(stated, _ROW, reading)
        if marked(stated, reading):
            return
        if is_on(own.get(_HIDDEN)):
            reading.tallies["rows"] += 1
            return
        column = number(val(own.get(_BEFORE)), 0, (0, _WIDEST))
        squares: list[Square] = []
        merged: set[tuple[int, int]] = set()
        for cell in within(row, reading):
            if cell.tag != CELL:
                continue
            stated = properties(cell, _CELL)
            if marked(stated, reading):
                continue
            own = as_seen(stated, _CELL, reading)
            span = number(val(own.get(_SPANNED)), 1, _SPAN)
            if squares and _merge(own.get(_ALONG)) == "continue":
                squares[-1] = squares[-1]._replace(span=squares[-1].span + span)
                column += span
                continue
            merge = _merge(own.get(_DOWN))
            # What continues nothing stands for itself, as when the row above was deleted.
            continues = merge == "continue" and (column, span) in self._open
            if merge:
                merged.add((column, span))
            reading.count_cell()
            squares.append(Square(self._lines(cell, continues), column, span, continues))
            column += span
        self._open = frozenset(merged)
        if squares:
            self.rows.append(tuple(squares))

    def _lines(self, cell: _Element, continues: bool) -> tuple[Line, ...]:
        flow = Flow(self._reading)
        flow.content(cell)
        lines = tuple(block for block in flow.blocks if isinstance(block, Line))
        if not continues:
            return lines
        if any(line.text.strip() for line in lines):
            self._reading.tallies["merged"] += 1
        return ()


def _merge(mark: _Element | None) -> str:
    """Return "restart", "continue", or "" for a cell that is not merged with others."""
    return "" if mark is None else val(mark, "continue")
