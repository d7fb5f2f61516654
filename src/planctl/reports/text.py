"""A report as lines of text, for a terminal or a mail."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from planctl.patterns import late
from planctl.reports.document import Document, Heading, Item, Line, Mark, Paragraph, Piece, Table

Style = Callable[[str, Mark], str]
"""What makes a stretch of text look as its mark says."""

_WIDE = (
    "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60"  # scripts without spaces between words
)
_WORD = late(rf"[{_WIDE}]\s*|[^\s{_WIDE}]+\s*|\s+")
# Letters, punctuation, arrows and the minus sign, each of which takes one column.
_NARROW_ONLY = late("[ -~\u00a0-\u02ff\u2010-\u2027\u2190-\u2193\u2212]*")
_BULLETS = {1: "  • ", 2: "    – "}
_SIGNS = ("+ ", "− ")  # of what was added and removed; they stand in the place of a bullet
_BRACKETS: dict[Mark, tuple[str, str]] = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_BETWEEN = "  "  # two cells
_NARROW = 12  # columns that every cell is left, however many there are


def text(document: Document, width: int = 80, style: Style | None = None) -> str:
    """The report in lines of at most ``width`` columns, as far as its words allow.

    Without ``style`` words that changed stand in brackets: ``[-was-] {+is+}``.
    """
    lines: list[str] = []
    for before, part in zip((None, *document), document, strict=False):
        if before is not None and _stands_apart(before, part):
            lines.append("")
        lines += _part(part, width, style)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _stands_apart(before: object, part: object) -> bool:
    """Whether a blank line comes between two parts."""
    if isinstance(part, Heading):
        return True
    if isinstance(before, Heading):
        return False
    return not (isinstance(before, Item) and isinstance(part, Item))


def _part(part: object, width: int, style: Style | None) -> Iterator[str]:
    match part:
        case Heading(line):
            strong = tuple(Piece(piece.text, piece.mark or "strong") for piece in line)
            yield from _wrapped(strong, width, style, "", "    ")
        case Paragraph(line):
            yield from _wrapped(line, width, style, "", "")
        case Item(line, level):
            bullet = _BULLETS[level]
            is_signed = line[:1] and line[0].text.startswith(_SIGNS)
            first = bullet[:-2] if is_signed else bullet
            yield from _wrapped(line, width, style, first, " " * len(bullet))
        case Table(heads, rows):
            widths = _widths([heads, *rows], width)
            yield from _row(heads, "strong", widths, style)
            for row in rows:
                yield from _row(row, "", widths, style)


def _row(
    cells: Sequence[str], mark: Mark, widths: Sequence[int], style: Style | None
) -> Iterator[str]:
    columns = [_cell(cell, mark, width, style) for cell, width in zip(cells, widths, strict=True)]
    for at in range(max(map(len, columns))):
        yield _BETWEEN.join(
            column[at] if at < len(column) else " " * width
            for column, width in zip(columns, widths, strict=True)
        )


@lru_cache(maxsize=8192)  # many rows of a long table have the same words
def _cell(content: str, mark: Mark, width: int, style: Style | None) -> tuple[str, ...]:
    """The lines of a cell, each as wide as the column."""
    return tuple(_wrapped((Piece(content, mark),), width, style, "", "", fill=True))


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """How wide each column is: what its widest cell needs, less where the line has no room for it.

    The widest columns give way first.
    """
    widths = [max(map(columns_of, cells)) for cells in zip(*rows, strict=True)]
    room = width - len(_BETWEEN) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROW:
        widest = max(widths)
        second = max((one for one in widths if one < widest), default=_NARROW)
        excess = sum(widths) - room
        columns = widths.count(widest)
        least = max(second, _NARROW, widest - -(-excess // columns))
        widths = [least if one == widest else one for one in widths]
        if least == widest:
            break
    return widths


def _wrapped(
    line: Line, width: int, style: Style | None, first: str, then: str, *, fill: bool = False
) -> Iterator[str]:
    """The line broken between words; with ``fill`` each part of it is as wide as ``width``."""
    room = max(width - len(then), 1)
    pieces = [(_shown(piece, style), piece.mark) for piece in line]
    if sum(columns_of(shown) for shown, _ in pieces) <= room:
        yield first + _styled(pieces, style, room if fill else 0)
        return
    words: list[tuple[str, Mark]] = []
    used = 0
    start = first
    for word, mark in _words(pieces, room):
        columns = columns_of(word)
        if words and used + columns > room and used + columns_of(word.rstrip()) > room:
            yield start + _styled(words, style, room if fill else 0)
            words, used, start = [], 0, then
        words.append((word, mark))
        used += columns
    yield start + _styled(words, style, room if fill else 0)


def _shown(piece: Piece, style: Style | None) -> str:
    """The text of a piece on one line; without ``style`` in the brackets of its mark."""
    shown = piece.text.replace("\n", " ")
    if style is None and piece.mark in _BRACKETS:
        opening, closing = _BRACKETS[piece.mark]
        kept = shown.rstrip()
        return f"{opening}{kept}{closing}{shown[len(kept) :]}"
    return shown


def _words(pieces: Iterable[tuple[str, Mark]], room: int) -> Iterator[tuple[str, Mark]]:
    """The words of a line, each with the white space behind it; longer ones come in pieces."""
    for shown, mark in pieces:
        for word in _WORD.findall(shown):
            while columns_of(word) > room and columns_of(word.rstrip()) > room:
                end = _end(word, room)
                yield word[:end], mark
                word = word[end:]
            yield word, mark


def _end(word: str, room: int) -> int:
    """Where to break a word that is too wide: behind a stroke, else a hyphen, else where it must.

    So a period breaks between its dates, and a date only where it does not fit by itself.
    """
    return next((at for sign in "/-" if (at := word.rfind(sign, 1, room) + 1)), room)


def _styled(words: Sequence[tuple[str, Mark]], style: Style | None, width: int) -> str:
    """Words of one line, each stretch with the same mark styled as one, filled up to ``width``."""
    if style is None:
        plain = "".join(map(itemgetter(0), words)).rstrip()
        return plain + " " * (width - columns_of(plain))
    stretches = [
        ("".join(map(itemgetter(0), group)), mark) for mark, group in groupby(words, itemgetter(1))
    ]
    if stretches:
        last, mark = stretches.pop()
        stretches.append((last.rstrip(), mark))
    filling = " " * (width - sum(columns_of(shown) for shown, _ in stretches))
    return "".join(style(*one) if one[1] else one[0] for one in stretches) + filling


def columns_of(shown: str) -> int:
    """How many columns of a terminal a text takes: two for each wide character."""
    if shown.isascii() or _NARROW_ONLY.fullmatch(shown):
        return len(shown)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in shown
    )
