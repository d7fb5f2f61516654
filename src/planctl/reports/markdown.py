"""A report as Markdown, for a page on the web or a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl import escaping
from planctl.patterns import late
from planctl.reports.document import Document, Heading, Item, Line, Paragraph, Table

_AT_START = late(r"^(\s*(?:#(?=#)|[0-9])*)([#+.)-])(?=\s|$)")
_MARKS = {
    "strong": ("**", "**"),
    "faint": ("", ""),
    "added": ("<ins>", "</ins>"),
    "removed": ("<del>", "</del>"),
    "is": ("", ""),
    "was": ("", ""),
    "": ("", ""),
}


def markdown(document: Document) -> str:
    """The report in CommonMark with the tables of GitHub; what changed as ``ins`` and ``del``."""
    parts: list[str] = []
    for before, part in zip((None, *document), document, strict=False):
        if before is not None and not (isinstance(before, Item) and isinstance(part, Item)):
            parts.append("")
        parts += _lines(part)
    return "".join(f"{line}\n" for line in parts)


def _lines(part: object) -> Iterator[str]:
    match part:
        case Heading(line, level):
            yield f"{'#' * (level + 1)} {_inline(line)}"
        case Paragraph(line):
            yield _begun(line)
        case Item(line, level):
            yield f"{'  ' * (level - 1)}- {_begun(line)}"
        case Table(heads, rows):
            yield _row(heads)
            yield _row(["---"] * len(heads), escape=False)
            for row in rows:
                yield _row(row)


def _row(cells: tuple[str, ...] | list[str], *, escape: bool = True) -> str:
    return f"| {' | '.join(_escaped(cell) if escape else cell for cell in cells)} |"


def _begun(line: Line) -> str:
    """A line that begins a block, and must not begin a list or a heading."""
    return _AT_START.sub(r"\1\\\2", _inline(line))


def _inline(line: Line) -> str:
    shown = []
    for piece in line:
        opening, closing = _MARKS[piece.mark]
        inner = piece.text.strip()
        lead, _, tail = piece.text.partition(inner) if inner else (piece.text, "", "")
        shown.append(f"{lead}{opening}{_escaped(inner)}{closing}{tail}" if inner else lead)
    return re.sub(r"\s*\n\s*", " ", "".join(shown))


def _escaped(text: str) -> str:
    return escaping.markdown(" ".join(text.split("\n")))
