"""Cells of a sheet: text that stays text, and how tall a row must be to show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planctl.patterns import late
from planctl.publish.characters import writable

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""How many characters Excel takes in a cell."""
CUT = "… (cut: a cell of Excel holds no more; the Word document has the whole text)"

TALLEST = 409
"""Excel's limit for a row, in points."""

_LINE_HEIGHT = 12  # in points, for text of 9 points
_ROOM = 1.15  # a width is counted in digits of 11 points; words do not fill a line
_WIDE = late("[\u2e80-\uffff\U00020000-\U0003ffff]")


def write_text(sheet: Worksheet, line: int, place: int, text: str, look: Format) -> None:
    """Write a text as text; what is too long for a cell is cut, and ends with :data:`CUT`.

    Raises UnwritableTextError.
    """
    if not text:
        sheet.write_blank(line, place, None, look)
        return
    if 2 * len(text) > LONGEST and length(text) > LONGEST:
        text = text[: (LONGEST - len(CUT)) // 2].rstrip() + CUT
    sheet.write_string(line, place, writable(text), look)


def length(text: str) -> int:
    """How many characters Excel counts: one beyond U+FFFF is two."""
    return len(text) + sum(char > "\uffff" for char in text)


def height(widths: Sequence[float], texts: Sequence[str]) -> float:
    """How tall a row must be, in points: Excel works that out when it opens a file, others do not.

    ``widths`` are those of the columns, in characters; a Chinese character is as wide as two.
    """
    lines = 1
    for width, text in zip(widths, texts, strict=True):
        room = max(1, int(width * _ROOM))
        filled = (len(part) + len(_WIDE.findall(part)) for part in text.split("\n"))
        lines = max(lines, sum(1 + letters // room for letters in filled))
    return min(TALLEST, lines * _LINE_HEIGHT + 2)
