"""The Markdown writer: a table of GitHub's kind for each annex.

A cell of such a table is one line, so paragraphs are divided by ``<br>`` and items of lists begin
with their signs. It has one row of headings, and no merged cells: those that continue are empty.
What changed stands in ``<ins>`` and ``<del>``: asterisks and tildes show nothing beside some signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planctl import escaping
from planctl.patterns import late
from planctl.publish.characters import writable
from planctl.publish.links import target
from planctl.publish.plain import SIGNS, heading
from planctl.publish.table import Annex, Cell, Column, Mark, Paragraph, Run

FIRST_LINE = "<!-- planctl export -->"
"""By which an export is known from a text that somebody wrote."""

_ELEMENTS = {"inserted": "ins", "deleted": "del"}
_BREAKS = late(r"\s*(?:\r\n|\r|\n)")
_BREAK = "<br>"
_IMAGE = late(r"!(?=\[)")  # the only brackets without a backslash are those of links


def write(annexes: Sequence[Annex]) -> str:
    """Draw the annexes; nothing in their text is taken for markup. Raises UnwritableTextError."""
    parts = [FIRST_LINE, *(_annex(annex) for annex in annexes)]
    return writable("\n\n".join(parts) + "\n")


def _annex(annex: Annex) -> str:
    above = _lines(annex.marked or [Run("\n".join(annex.lines))])
    first, *others = (_runs(line, annex.mark) for line in above)
    lines = [f"# {first}", ""] if first else []
    if others:
        lines += [f"**{_BREAK.join(others)}**", ""]
    lines.append(_row(map(_heading, annex.columns)))
    lines.append(_row(["---"] * len(annex.columns)))
    marks = annex.marks or [annex.mark] * len(annex.rows)
    for row, mark in zip(annex.rows, marks, strict=True):
        lines.append(_row(_cell(cell, annex.mark or mark) for cell in row))
    return "\n".join(lines)


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs of several lines, line by line."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        lines += ([run._replace(text=text)] for text in others)
    return lines


def _heading(column: Column) -> str:
    if column.marked:
        return _BREAK.join(filter(None, (_escaped(column.group), _runs(column.marked))))
    return _BREAK.join(map(_escaped, heading(column)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, mark: Mark) -> str:
    return _BREAK.join(_paragraph(paragraph, mark) for paragraph in cell.paragraphs)


def _paragraph(paragraph: Paragraph, mark: Mark) -> str:
    said = _IMAGE.sub(r"\!", _runs(paragraph.runs, mark or paragraph.mark).strip())
    if paragraph.kind == "year" and said:
        return f"**{said}**"
    return f"{SIGNS[paragraph.kind]}{said}"


def _runs(runs: Iterable[Run], mark: Mark = "") -> str:
    return "".join(_marked(_run(run), mark or run.mark) for run in runs)


def _marked(said: str, mark: Mark) -> str:
    return f"<{_ELEMENTS[mark]}>{said}</{_ELEMENTS[mark]}>" if mark and said else said


def _run(run: Run) -> str:
    said = _escaped(run.text)
    uri = target(run.href) if run.href and said.strip() else None
    if uri is None:
        return said
    # Within <…> only these could end the address, or be taken for something else.
    address = uri.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E")
    return f"[{said}](<{address}>)"


def _escaped(text: str) -> str:
    return _BREAKS.sub(_BREAK, escaping.markdown(text))
