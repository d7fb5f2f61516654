"""A sheet of a workbook as a grid."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planctl.ingest.document import Grid, Line, Square
from planctl.ingest.links import safe
from planctl.ingest.measure import WIDEST, number, refuse_long
from planctl.ingest.workbook.values import Formats, S, text_of, unescaped
from planctl.office.markup import Pieces, R
from planctl.patterns import late
from planctl.publish.plain import SIGNS
from planctl.publish.table import Run

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW, _MERGED, _LINK = f"{S}row", f"{S}mergeCell", f"{S}hyperlink"
_PLACE = late(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_BREAKS = late(r"\r\n?|\n")
_LABELS = {SIGNS["bullet"]: "•", SIGNS["dash"]: "–"}
_LAST_ROW = 1 << 20
_EMPTY = 5  # so many empty cells and rows count as one with something in it

Lines = tuple[tuple[Run, str], ...]
"""The lines of a cell, each with the sign of a list in front of it, or ""."""


class Texts(NamedTuple):
    """What cells refer to: the strings that they share, and the formats of numbers."""

    strings: list[Lines]
    formats: Formats


@dataclass(slots=True)
class Sheet:
    """A sheet as it is read: lines by row and column, from 1, and what is worth a remark."""

    name: str
    cells: dict[int, dict[int, Lines]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: list[str] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    wide: bool = False
    size: int = 0
    empty: int = 0

    def count(self, more: int) -> None:
        """Go on to more elements, of which most may be empty. Raises RefusedFileError."""
        self.empty += more
        refuse_long(self.empty // _EMPTY)

    def grid(self) -> Grid:
        """Return the rows with anything in them; where cells are empty, there are gaps."""
        rows = sorted(self.cells)
        joined = self._joined(rows)
        return Grid(tuple(self._row(place, joined.get(place, {})) for place in rows), self.name)

    def _joined(self, rows: list[int]) -> dict[int, dict[int, int]]:
        """Return by row and column how wide a merged cell is, below zero where it continues."""
        joined: dict[int, dict[int, int]] = {}
        for top, left, bottom, right in self.merged:
            span = min(right, WIDEST) - left + 1
            held = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
            self.size += len(held)
            refuse_long(self.size)
            for place in held:
                joined.setdefault(place, {})[left] = span if place == top else -span
        return joined

    def _row(self, place: int, joined: dict[int, int]) -> tuple[Square, ...]:
        row = self.cells[place]
        squares: list[Square] = []
        end = 0
        for column in sorted({*row, *joined}):
            if column < end:  # within a merged cell; what it holds is not seen
                continue
            span = joined.get(column, 1)
            end = column + abs(span)
            lines = () if span < 0 else self._lines(row.get(column, ()), place, column)
            squares.append(Square(lines, column - 1, abs(span), span < 0))
        return tuple(squares)

    def _lines(self, lines: Lines, place: int, column: int) -> tuple[Line, ...]:
        href = self.links.get((place, column))
        return tuple(
            Line((Run(run.text, href),) if run.text else (), label, place=place)
            for run, label in lines
        )


def read(name: str, part: str, content: bytes, texts: Texts, links: dict[str, str]) -> Sheet:
    """Read a sheet called ``name``; ``links`` are its addresses by ID. Raises RefusedFileError."""
    sheet = Sheet(name)
    pieces = Pieces(part, content, (_ROW, _MERGED, _LINK))
    lost: list[str] = []
    last = 0
    for event, element in pieces:
        if event == "start":
            continue
        sheet.count(2 + len(element))
        if element.tag == _ROW:
            last = number(element.get("r", ""), last + 1, (1, _LAST_ROW))
            _row(sheet, element, last, texts)
        elif element.tag == _MERGED:
            first, _, end = element.get("ref", "").partition(":")
            if (start := place(first)) and (stop := place(end)) and start[1] <= WIDEST:
                sheet.merged.append((*start, *stop))
        elif start := place(element.get("ref", "")):
            href = safe(links.get(element.get(f"{R}id", ""), ""), lost)
            if href:
                sheet.links[start] = href
        pieces.forget(element)
    return sheet


def place(reference: str) -> tuple[int, int] | None:
    """Return the row and the column, from 1, of "B5"; None for what is no cell."""
    found = _PLACE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column


def lines(text: str) -> Lines:
    """Return the lines of a cell's text, with the signs of lists taken off."""
    if not text:
        return ()
    held: list[tuple[Run, str]] = []
    for line in _BREAKS.split(text):
        sign = next((sign for sign in _LABELS if line.startswith(sign)), "")
        held.append((Run(line.removeprefix(sign)), _LABELS.get(sign, "")))
    return tuple(held)


def _row(sheet: Sheet, row: _Element, at: int, texts: Texts) -> None:
    if row.get("hidden") in ("1", "true"):
        sheet.hidden.append(at)
    column = 0
    for cell in row.iterchildren(f"{S}c"):
        found = place(cell.get("r", ""))
        column = found[1] if found else column + 1
        if cell.find(f"{S}f") is not None:
            sheet.formulas.append(cell.get("r", ""))
            continue
        if held := _held(cell, texts):
            if column > WIDEST:
                sheet.wide = True
                continue
            sheet.size += len(held)
            refuse_long(sheet.size)
            sheet.cells.setdefault(at, {})[column] = held


def _held(cell: _Element, texts: Texts) -> Lines:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{S}is")
        return () if inline is None else lines(text_of(inline))
    value = cell.findtext(f"{S}v") or ""
    if kind == "s":
        index = number(value, len(texts.strings))
        return texts.strings[index] if index < len(texts.strings) else ()
    if kind == "b":
        return lines("TRUE" if value.strip() == "1" else "FALSE")
    if kind == "n" and value:
        return lines(texts.formats.shown(value, number(cell.get("s", ""), 0)))
    return lines(unescaped(value))
