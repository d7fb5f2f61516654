"""A cell as plain text, for writers that know neither lists nor links."""

from __future__ import annotations

from planctl.publish.table import Cell, Column

SIGNS = {"text": "", "year": "", "bullet": "• ", "dash": "– "}
"""What stands before a paragraph of each kind."""


def plain(cell: Cell) -> str:
    """The paragraphs, a line each, with the signs of lists before their items."""
    return "\n".join(f"{SIGNS[paragraph.kind]}{paragraph.text}" for paragraph in cell.paragraphs)


def heading(column: Column) -> tuple[str, ...]:
    """The lines of a column's heading, that which it shares with its neighbours first."""
    return (column.group, *column.heading) if column.group else column.heading
