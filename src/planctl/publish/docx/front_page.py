"""The front page of a liaison statement, in portrait, as ITU-T's template lays it out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planctl.patterns import late
from planctl.publish.cover_words import PROMPTS
from planctl.publish.docx import drawing, package
from planctl.publish.docx.direction import right_to_left
from planctl.publish.docx.links import Links
from planctl.publish.docx.text import runs
from planctl.publish.liaison import Field, Liaison, contact_lines
from planctl.publish.typography import set_text

# The columns of the template, in twips: labels, what they say, and a second pair beside them.
_COLUMNS = (1544, 661, 1818, 1433, 330, 3853)
_PAIR = (1, 2, 2, 1)  # how many columns label and text take, twice
_SINGLE = (1, 5)
_ADDRESSED = (2, 4)
_SUMMARY = (1588, 8051)

_PROMPT = late("|".join(map(re.escape, PROMPTS)))
_RUN = late(r"<w:r>(?:<w:rPr>(<w:rFonts [^>]*/>)?(<w:rtl/>)?</w:rPr>)?")
_HIGHLIGHTED = r'<w:r><w:rPr>\1<w:highlight w:val="yellow"/>\2</w:rPr>'

SECTION = (
    "<w:sectPr>"
    f'<w:headerReference w:type="default" r:id="{package.HEADER_ID}"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"'
    ' w:header="425" w:footer="709" w:gutter="0"/>'
    '<w:cols w:space="720"/><w:titlePg/>'
    "</w:sectPr>"
)


def front_page(liaison: Liaison, links: Links) -> list[str]:
    """Draw the front page; it ends its section. Raises UnwritableTextError."""
    rows = []
    for index, fields in enumerate(liaison.opening):
        spans = _PAIR if len(fields) == 2 else _SINGLE
        drawn = [part for field in fields for part in (_label(field), _value(field.text))]
        rows.append(_row(zip(spans, drawn, strict=True), line="" if index else "top"))
    heading = _paragraph(runs(liaison.heading, bold=True), '<w:jc w:val="center"/>')
    rows.append(_row([(6, heading)], line="top"))
    for field in liaison.addressed:
        pair = zip(_ADDRESSED, (_label(field), _value(field.text)), strict=True)
        rows.append(_row(pair, line="bottom" if field is liaison.addressed[-1] else ""))
    label = liaison.words.labels
    for contact in liaison.contacts:
        name, organization, country, telephone, email = contact_lines(contact, liaison.words)
        who = "\n".join(filter(None, (name, organization, country)))
        cells = [
            (1, _label(Field(label["contact"], ""))),
            (3, _value(who)),
            (2, _reached((label["telephone"], telephone), (label["email"], email), links)),
        ]
        rows.append(_row(cells, line="bottom"))
    summary = (
        _row([(1, _label(field)), (1, _value(field.text))], columns=_SUMMARY)
        for field in liaison.summary
    )
    blocks = [
        _table(rows, _COLUMNS, "Front page"),
        _paragraph(""),
        _table(summary, _SUMMARY, "Abstract"),
        *(_value(text) for text in ("", *liaison.letter)),
    ]
    if not liaison.right_to_left:
        return [*blocks, drawing.closing(SECTION)]
    section = SECTION.replace("<w:titlePg/>", "<w:titlePg/><w:bidi/>")
    # What is said in Latin letters stands beside its label too.
    turned = (right_to_left(block, whole=True) for block in blocks)
    return [*turned, drawing.closing(section)]


def _table(rows: Iterable[str], columns: tuple[int, ...], caption: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
        '<w:right w:w="57" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0000" w:firstRow="0"'
        ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0"/>'
        f'<w:tblCaption w:val="{caption}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: Iterable[tuple[int, str]], *, line: str = "", columns: tuple[int, ...] = _COLUMNS
) -> str:
    """Draw a row of cells, each over so many columns, with a line at the "top" or "bottom"."""
    drawn = []
    column = 0
    border = f'<w:{line} w:val="single" w:sz="12" w:space="0" w:color="auto"/>' if line else ""
    for span, content in cells:
        width = sum(columns[column : column + span])
        column += span
        spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        borders = f"<w:tcBorders>{border}</w:tcBorders>" if border else ""
        drawn.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{borders}</w:tcPr>'
            f"{content}</w:tc>"
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(drawn)}</w:tr>"


def _label(field: Field) -> str:
    return _paragraph(runs(field.label, bold=True))


def _value(text: str) -> str:
    return _paragraph(_prompted(text))


def _reached(phone: tuple[str, str], mail: tuple[str, str], links: Links) -> str:
    """Draw how a contact is reached, each with its label; the address is a link where it is one."""
    said = []
    email = mail[1]
    if phone[1]:
        said.append(runs(f"{phone[0]}\t") + _prompted(phone[1]))
    if email:
        link = links.relationship(f"mailto:{email}")
        address = _prompted(email)
        if link:
            address = (
                f'<w:hyperlink r:id="{link}" w:history="1">{runs(email, style="Hyperlink")}'
                "</w:hyperlink>"
            )
        said.append(runs(f"{mail[0]}\t") + address)
    return _paragraph(runs("\n").join(said), '<w:tabs><w:tab w:val="left" w:pos="851"/></w:tabs>')


def _prompted(text: str) -> str:
    """Draw text, with what is still to be filled in highlighted."""
    text = set_text(text)
    drawn = []
    done = 0
    for prompt in _PROMPT.finditer(text):
        drawn += [runs(text[done : prompt.start()])]
        drawn += [_RUN.sub(_HIGHLIGHTED, runs(prompt.group()))]
        done = prompt.end()
    return "".join([*drawn, runs(text[done:])])


def _paragraph(content: str, properties: str = "") -> str:
    held = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{held}{content}</w:p>"
