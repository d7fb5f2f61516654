"""Rows as CSV, for a spreadsheet, in which no text becomes a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planctl.patterns import late

# Full-width signs begin a formula where Excel is set to Chinese or Japanese. What already begins
# with an apostrophe gets another, so that one taken off always gives the text back.
_FORMULA = late(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their heads, as RFC 4180 has it, each text :func:`harmless`."""
    import csv as format_
    from io import StringIO

    out = StringIO(newline="")
    writer = format_.writer(out)
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def harmless(cell: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    Spreadsheets take the apostrophe for "this is text". "-" alone is no formula: it stands in many
    a Level 2.
    """
    return f"'{cell}" if is_formula(cell) else cell


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet could take the text for a formula."""
    return cell != "-" and bool(_FORMULA.match(cell))
