"""How much of a file is read: more than any plan has, and less than a computer has room for."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.office.refusal import RefusedFileError

MOST = 100_000
"""Lines, or cells of tables, of one document."""
WIDEST = 256
"""Columns of a table."""


def refuse_long(count: int) -> None:
    """Raise RefusedFileError for a document of so many lines or cells."""
    if count > MOST:
        raise RefusedFileError(
            f"This document has more than {MOST:,} lines or cells: divide it into several."
        )


def number(text: str, default: int, limits: Sequence[int] = (0, 1 << 31)) -> int:
    """Return a whole number within limits; ``default`` where the text is none."""
    text = text.strip()
    if not (text.isascii() and text.isdecimal()):
        return default
    least, most = limits
    return max(least, min(int(text[:12]), most))
