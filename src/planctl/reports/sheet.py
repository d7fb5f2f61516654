"""Rows as CSV, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their heads, as RFC 4180 has it; a text that would be a formula stays a text.

    Such a text gets an apostrophe before it, which spreadsheets take for "this is text".
    """
    import csv as format_
    from io import StringIO

    out = StringIO(newline="")
    writer = format_.writer(out)
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
