"""Documents for the tests of the way in, as a reader of files would make them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from planctl.ingest.document import Document, Grid, Line, Square
from planctl.publish.table import Annex, Cell, Paragraph, Run

HEADS = (
    *("Level 1", "Level 2", "Directives", "References", "Activities", "Responsibilities"),
    *("Time plan", "Status (October 2020)"),
)
HEADING = (
    "ANNEX I",
    "Action plan for implementation of WTSA Resolution 95 (Hammamet, 2016):",
    "Best practices",
)
_LABELS = {"bullet": ("•", 0), "dash": ("–", 1)}


def line(text: str, label: str = "", level: int = 0, *, notes: Sequence[str] = ()) -> Line:
    """A line of plain text."""
    return Line((Run(text),) if text else (), label, level, notes=tuple(notes))


def square(text: str | Sequence[Line] | None, column: int, span: int = 1) -> Square:
    """A cell of lines; None is one that is joined to the cell above."""
    if text is None:
        return Square((), column, span, continues=True)
    lines = tuple(map(line, text.split("\n"))) if isinstance(text, str) else tuple(text)
    return Square(lines, column, span)


Text = str | Sequence[Line] | None


def grid(*rows: Sequence[Text], heads: Sequence[str] | None = HEADS, sheet: str = "") -> Grid:
    """A table with the usual labels, unless other ``heads`` are given, or none."""
    everything: list[Sequence[Text]] = [heads, *rows] if heads else [*rows]
    return Grid(
        tuple(tuple(square(text, at) for at, text in enumerate(row)) for row in everything), sheet
    )


def page(*parts: str | Line | Grid, revised: bool = False, written: str = "") -> Document:
    """A document of lines and tables."""
    blocks = tuple(line(part) if isinstance(part, str) else part for part in parts)
    return Document(blocks, revised, (), written)


def row(level_1: Text = "1", level_2: Text = "-", status: Text = "", **cells: Text) -> list[Text]:
    """A row of a table with the usual columns, with something in each."""
    usual: dict[str, Text] = {
        "directives": f"Directive {level_1}",
        "references": "Resolves 1",
        "activities": f"Activity {level_1} {level_2}",
        "responsibilities": "ITU-T SG12",
        "time_plan": "2021",
    }
    return [level_1, level_2, *{**usual, **cells}.values(), status]


def drawn(annexes: Sequence[Annex]) -> Document:
    """Annexes as somebody reads them in the document that planctl writes."""
    blocks: list[Line | Grid] = []
    for annex in annexes:
        blocks += [line(text) for text in annex.lines]
        blocks += [Grid((*_head(annex), *(_squares(cells) for cells in annex.rows))), line("")]
    return Document(tuple(blocks))


def _head(annex: Annex) -> list[tuple[Square, ...]]:
    """Two rows, in the first of which "ID" stands over both levels."""
    upper: list[Square] = []
    lower: list[Square] = []
    at = 0
    for group, members in groupby(annex.columns, key=lambda column: column.group):
        columns = list(members)
        if group:
            upper.append(square(group, at, len(columns)))
            lower += (square(one.heading[0], at + n) for n, one in enumerate(columns))
        else:
            upper += (square("\n".join(one.heading), at + n) for n, one in enumerate(columns))
            lower += (square(None, at + n) for n, _ in enumerate(columns))
        at += len(columns)
    return [tuple(upper), tuple(lower)]


def _squares(cells: Sequence[Cell]) -> tuple[Square, ...]:
    return tuple(
        square(None if cell.continues else [*map(_line, cell.paragraphs)] or "", at)
        for at, cell in enumerate(cells)
    )


def _line(paragraph: Paragraph) -> Line:
    label, level = _LABELS.get(paragraph.kind, ("", 0))
    return Line(paragraph.runs, label, level, bold=paragraph.kind == "year")
