"""The Markdown writer: a table of GitHub's kind for each annex.

A cell of such a table is one line, so paragraphs are divided by ``<br>`` and items of lists begin
with their signs. It has one row of headings, and no merged cells: those that continue are empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from planctl import escaping
from planctl.patterns import late
from planctl.publish.characters import writable
from planctl.publish.links import target
from planctl.publish.plain import SIGNS, heading
from planctl.publish.table import Annex, Cell, Paragraph, Run

FIRST_LINE = "<!-- planctl export -->"
"""By which an export is known from a text that somebody wrote."""

_BREAKS = late(r"\s*(?:\r\n|\r|\n)")
_BREAK = "<br>"
_IMAGE = late(r"!(?=\[)")  # the only brackets without a backslash are those of links


def write(annexes: Sequence[Annex]) -> str:
    """Draw the annexes; nothing in their text is taken for markup. Raises UnwritableTextError."""
    parts = [FIRST_LINE, *(_annex(annex) for annex in annexes)]
    return writable("\n\n".join(parts) + "\n")


def _annex(annex: Annex) -> str:
    lines = [f"# {_escaped(annex.number)}", ""]
    if said := _BREAK.join(filter(None, map(_escaped, annex.heading))):
        lines += [f"**{said}**", ""]
    lines.append(_row([_BREAK.join(map(_escaped, heading(one))) for one in annex.columns]))
    lines.append(_row(["---"] * len(annex.columns)))
    lines += (_row([_cell(cell) for cell in row]) for row in annex.rows)
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return _BREAK.join(map(_paragraph, cell.paragraphs))


def _paragraph(paragraph: Paragraph) -> str:
    said = _IMAGE.sub(r"\!", "".join(map(_run, paragraph.runs)).strip())
    if paragraph.kind == "year" and said:
        return f"**{said}**"
    return f"{SIGNS[paragraph.kind]}{said}"


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
