"""Action plans as people draw them in Word: made of XML, not by the exporter."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from planctl.publish.table import Annex, Cell, Paragraph, filled
from tests.ingest.word.made import docx, p, r, sdt, tbl, tc, tr

_SPAN = '<w:gridSpan w:val="2"/>'
_FIRST, _ABOVE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{sign}"/></w:lvl>'
        for level, sign in enumerate("•–")
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def typed(annexes: Sequence[Annex]) -> bytes:
    """The annexes as Word files in which hands have been.

    The heading is one paragraph; the table has its header twice, is split after half of its rows,
    and goes on without a header; rows and cells stand in content controls; text is in pieces.
    """
    return docx("".join(_annex(one) for one in annexes), numbering=_NUMBERING)


def _annex(annex: Annex) -> str:
    heading = "<w:br/>".join(f"<w:t>{escape(text)}</w:t>" for text in annex.lines)
    rows = [_row(cells) for cells in filled(annex.rows)]
    half = len(rows) // 2
    first = tbl(*_head(annex), *rows[: half // 2], *_head(annex), *rows[half // 2 : half])
    rest = tbl(*rows[half:-1], sdt(rows[-1]))
    return p(r(heading)) + sdt(first) + p("") + rest + p("")


def _head(annex: Annex) -> tuple[str, str]:
    labels = ["\n".join(column.heading) for column in annex.columns]
    heads = (tc(*label.split("\n"), properties=_FIRST) for label in labels[2:])
    upper = [tc("ID", properties=_SPAN), *heads]
    lower = [*map(tc, labels[:2]), *(tc(p(), properties=_ABOVE) for _ in labels[2:])]
    return tr(*upper), tr(*lower)


def _row(cells: Sequence[Cell]) -> str:
    *most, last = (tc(*([*map(_paragraph, cell.paragraphs)] or [p()])) for cell in cells)
    return tr(*most, sdt(last))


def _paragraph(paragraph: Paragraph) -> str:
    listed = {"bullet": _LIST.format(0), "dash": _LIST.format(1)}.get(paragraph.kind, "")
    bold = "<w:b/>" if paragraph.kind == "year" else ""
    text = paragraph.text
    cut = len(text) // 2
    pieces = (escape(piece) for piece in (text[:cut], text[cut:]) if piece)
    return p("".join(r(piece, bold) for piece in pieces), properties=listed)
