"""A cell of a table from outside as a cell of the neutral table.

A bullet is an item of a list, or a line that begins with a typed sign ("• ", "- "); one below a
bullet, by its level or its dash, is a dash. A number that the list makes is part of the text, for a
plan does not count for itself. A footnote is a paragraph at the end. Of links, only one that is the
only one in a bullet is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planctl.ingest.document import Line, Square
from planctl.patterns import late
from planctl.publish.table import Cell, Paragraph, ParagraphKind, Run

_YEAR = late(r"(?:19|20)\d\d\s*:?")
_DASHES = frozenset("-–—‐‑−")
_SIGNS = frozenset("•·●▪■◦○‣⁃∙*§\uf0b7\uf0a7\uf02d") | {"o"}
_DEEPER = late(r"(?:List Bullet |enumlev)[2-9]")  # styles that are lists of their own in Word
_TYPED = late(r"\s*([•·●▪■◦○‣⁃∙\uf0b7\uf0a7–-])[\s\xa0]+(?=\S)")

_NAME = late(r"^(?:https?://|ftp://|mailto:)(?:www\.)?|[/?#]$|\?.*$", re.IGNORECASE)  # around it
_WEB = late(r"(?:https?|ftp)://\S+$")


class _Entry(NamedTuple):
    """A line of a cell: what kind of paragraph it is, were it alone, its text, and its link."""

    kind: ParagraphKind
    text: str
    href: str | None = None


def text_cell(squares: Iterable[Square]) -> Cell:
    """A cell whose lines are all text; the labels of lists are part of it."""
    lines = [line for square in squares for line in square.lines]
    notes = [note for line in lines for note in line.notes]
    return _cell([_Entry("text", text) for text in (*map(_labelled, lines), *notes)])


def id_cell(squares: Iterable[Square]) -> Cell:
    """A cell of IDs, whose text may be an automatic number."""
    texts = [f"{line.label} {line.text}" for square in squares for line in square.lines]
    text = " ".join(" ".join(texts).split())
    return _cell([_Entry("text", text)] if text else [])


def report_cell(squares: Iterable[Square]) -> Cell:
    """A cell of the Status column: text, year lines, bullets and dashes."""
    lines = [line for square in squares for line in square.lines]
    entries = [entry for line in lines for entry in _entries(line)]
    notes = [_Entry("text", note) for line in lines for note in line.notes]
    return _cell([*_in_lists(entries), *notes])


def notes_in(squares: Iterable[Square]) -> int:
    """How many footnotes the squares refer to."""
    return sum(len(line.notes) for square in squares for line in square.lines)


def links_not_in(cell: Cell, squares: Iterable[Square]) -> list[str]:
    """The addresses that the squares lead to, and of which the cell made of them says nothing."""
    led = [run.href for square in squares for line in square.lines for run in line.runs if run.href]
    if not led:
        return []
    kept = {run.href for paragraph in cell.paragraphs for run in paragraph.runs}
    shown = "\n".join(paragraph.text for paragraph in cell.paragraphs)
    return [
        href
        for href in dict.fromkeys(led)
        if href not in kept and not href.startswith("#") and _NAME.sub("", href) not in shown
    ]


def _entries(line: Line) -> Iterator[_Entry]:
    label = line.label.strip()
    if label in _DASHES or label in _SIGNS:
        deep = line.level > 0 or label in _DASHES or _DEEPER.fullmatch(line.style)
        yield _Entry("dash" if deep else "bullet", line.text.strip(), _link(line))
        return
    text = _labelled(line)
    pieces = text.split("\n")
    if not any(map(_TYPED.match, pieces)):
        yield _Entry("year" if line.bold and _YEAR.fullmatch(text.strip()) else "text", text)
        return
    for piece in pieces:
        typed = _TYPED.match(piece)
        if typed:
            href = _link(line) if len(pieces) == 1 else None
            yield _Entry("dash" if typed[1] in _DASHES else "bullet", piece[typed.end() :], href)
        else:
            yield _Entry("text", piece)


def _link(line: Line) -> str | None:
    """The only address of the web that a line leads to."""
    found = {run.href for run in line.runs if run.href and _WEB.match(run.href)}
    return found.pop() if len(found) == 1 else None


def _in_lists(entries: Iterable[_Entry]) -> Iterator[_Entry]:
    """The entries; a dash below no bullet is one itself, and one without text is nothing."""
    below = False
    for entry in entries:
        if entry.kind in ("bullet", "dash") and not entry.text.strip():
            continue
        if entry.kind == "dash" and not below:
            entry = entry._replace(kind="bullet")
        elif entry.kind != "dash":
            below = entry.kind == "bullet"
        yield entry


def _labelled(line: Line) -> str:
    return f"{line.label} {line.text}".strip() if line.label else line.text.strip()


def _cell(entries: Iterable[_Entry]) -> Cell:
    """The entries as a cell, without empty ones at its ends."""
    found = [entry._replace(text=entry.text.strip()) for entry in entries]
    while found and not found[-1].text:
        found.pop()
    while found and not found[0].text:
        found.pop(0)
    return Cell(
        tuple(Paragraph((Run(one.text, one.href),) if one.text else (), one.kind) for one in found)
    )
