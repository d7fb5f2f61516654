"""Tables: every cell ends with a paragraph, rows fill the grid, merged cells have a beginning."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from planctl.office.shape import WORD, Node, Shape

_PARAGRAPH, _TABLE = f"{WORD}p", f"{WORD}tbl"
_ROW, _CELL = f"{WORD}tr", f"{WORD}tc"
_ROW_PROPERTIES, _CELL_PROPERTIES = f"{WORD}trPr", f"{WORD}tcPr"


def broken(part: str, shape: Shape) -> list[str]:
    """Find faults of the tables in a part's body, and tables that no paragraph follows."""
    found: list[str] = []
    body = shape.root.child(f"{WORD}body") or shape.root
    number = 0
    for block, after in zip_longest(body.children, body.children[1:]):
        if block.name != _TABLE:
            continue
        number += 1
        found += [f"{part}, table {number}{fault}" for fault in _faults(block)]
        if after is None or after.name != _PARAGRAPH:
            found.append(f"{part}, table {number}: no paragraph follows the table.")
    return found


def _faults(table: Node) -> Iterator[str]:
    grid = table.child(f"{WORD}tblGrid")
    columns = len(grid.children) if grid else 0
    open_merges: set[tuple[int, int]] = set()  # first column and span of the cells above
    rows = (child for child in table.children if child.name == _ROW)
    for row_number, row in enumerate(rows, 1):
        merges: set[tuple[int, int]] = set()
        column = _number(row, _ROW_PROPERTIES, "gridBefore", default=0)
        cells = (child for child in row.children if child.name == _CELL)
        for cell_number, cell in enumerate(cells, 1):
            where = f", row {row_number}, cell {cell_number}: "
            if not cell.children or cell.children[-1].name != _PARAGRAPH:
                yield f"{where}the cell does not end with a paragraph."
            span = _number(cell, _CELL_PROPERTIES, "gridSpan", default=1)
            merge = _merge(cell)
            if merge:
                merges.add((column, span))
            if merge == "continue" and (column, span) not in open_merges:
                yield f"{where}the cell continues a merged cell, but none begins above it."
            column += span
        column += _number(row, _ROW_PROPERTIES, "gridAfter", default=0)
        if column != columns:
            yield f", row {row_number}: the cells cover {column} columns, the grid has {columns}."
        open_merges = merges


def _merge(cell: Node) -> str:
    """Return "restart", "continue", or "" for a cell that is not merged with others."""
    properties = cell.child(_CELL_PROPERTIES)
    merge = properties.child(f"{WORD}vMerge") if properties else None
    return merge.attributes.get(f"{WORD}val", "continue") if merge else ""


def _number(element: Node, properties: str, name: str, *, default: int) -> int:
    held = element.child(properties)
    value = held.value(WORD + name, "") if held else ""
    return int(value) if value.isdecimal() else default
