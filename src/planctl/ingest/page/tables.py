"""The cells of a table where a browser puts them: over columns, over rows, past those above."""

from __future__ import annotations

from dataclasses import dataclass, field

from planctl.ingest.document import Grid, Line, Square
from planctl.ingest.measure import WIDEST

_SPAN = 63
_TALL = 65_534  # the most rows that a cell may go over (HTML, 4.9.11)


@dataclass(slots=True)
class Cell:
    """An open cell: what stands in it so far."""

    columns: int
    rows: int
    blocks: list[Line | Grid] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """An open table. ``above`` are cells that go on: by column, their span and the rows left."""

    cells: list[list[Cell]] = field(default_factory=list)
    above: dict[int, tuple[int, int]] = field(default_factory=dict)
    places: list[list[tuple[Cell | None, int, int]]] = field(default_factory=list)
    row: list[Cell] | None = None
    cell: Cell | None = None
    wide: bool = False

    def end_row(self) -> int:
        """Place the cells of the open row; return how many there are in it."""
        row, self.row = self.row, None
        if row is None:
            return 0
        placed: list[tuple[Cell | None, int, int]] = []
        below: dict[int, tuple[int, int]] = {}
        column = 0
        for cell in row:
            column = self._continued(column, placed, below)
            if column >= WIDEST:
                self.wide = True
                break
            placed.append((cell, column, cell.columns))
            if cell.rows > 1:
                below[column] = (cell.columns, cell.rows - 1)
            column += cell.columns
        for other in sorted(self.above):
            if other >= column:
                column = self._continued(other, placed, below)
        self.above = below
        if row:
            self.places.append(placed)
        return len(placed)

    def end_section(self) -> None:
        """End a head, a body or a foot: no cell goes on into the next."""
        self.end_row()
        self.above = {}

    def blocks(self) -> list[Line | Grid]:
        """Return the table; or, where it only puts other tables into places, what is in it."""
        own = [cell for row in self.places for cell, *_ in row if cell is not None]
        inner = [block for cell in own for block in cell.blocks if isinstance(block, Grid)]
        if any(sum(map(len, grid.rows)) > len(own) for grid in inner):
            return [block for cell in own for block in cell.blocks]
        rows = tuple(
            tuple(
                Square(() if cell is None else _lines(cell.blocks), column, span, cell is None)
                for cell, column, span in row
            )
            for row in self.places
        )
        return [Grid(rows)] if rows else []

    def _continued(
        self,
        column: int,
        placed: list[tuple[Cell | None, int, int]],
        below: dict[int, tuple[int, int]],
    ) -> int:
        """Place the cells from above that stand at a column; return the next free one."""
        while column in self.above:
            span, left = self.above[column]
            placed.append((None, column, span))
            if left > 1:
                below[column] = (span, left - 1)
            column += span
        return column


def spans(columns: str, rows: str) -> tuple[int, int]:
    """Return over how many columns and rows a cell goes."""
    tall = _number(rows, 1, _TALL)
    return max(1, _number(columns, 1, _SPAN)), tall or _TALL


def _number(text: str, default: int, most: int) -> int:
    text = text.strip()
    return min(int(text[:9]), most) if text.isascii() and text.isdecimal() else default


def _lines(blocks: list[Line | Grid]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
        else:
            lines += (line for row in block.rows for square in row for line in square.lines)
    return tuple(lines)
