"""A form as a Word file: a page that says what for, and a table an item, label beside text.

What is to be filled in are content controls on yellow ground; the document is protected, without a
password, so that nothing else is changed by a slip. What the form carries unseen is a part of its
own, as Word keeps the data of other programs (ISO/IEC 29500-1, 22.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

from planctl.forms.columns import ASKED, SHOWN, Column
from planctl.forms.guide import guide
from planctl.forms.question import CHOOSE, STATUS_LIST, WRITE, Form, Question
from planctl.forms.sent import NAMESPACE, digest_of, unseen
from planctl.publish.docx import package, parts, styles
from planctl.publish.docx.direction import right_to_left
from planctl.publish.docx.links import Links
from planctl.publish.docx.text import escape, runs

_LABEL, _TEXT = 2438, 7200  # widths of the columns, in twips
_GREY, _BLUE, _YELLOW, _RED = "F5F5F5", "D9E2F3", "FFF9DB", "FBE3D6"
_ROOM = {"progress": 1100, "deliverables": 1100}  # heights of cells that lines are written into
_UNBROKEN = 6  # paragraphs; a row of more must break, or pages would stay half empty
_PART = "customXml/item1.xml"
_LINK = "rId900"
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = (
    '<Override PartName="/customXml/itemProps1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
)


def write(form: Form) -> bytes:
    """Draw the form; the same form gives the same bytes. Raises UnwritableTextError."""
    language = "ar-SA" if form.right_to_left else "en-GB"
    numbers = count(1)
    blocks = [
        _paragraph(form.title, "AnnexNotitle"),
        _table((_row(part.label, _lines(part.lines), _BLUE, "") for part in guide(form)), "Form"),
    ]
    for question in form.questions:
        blocks += [_paragraph(""), _table(_rows(question, form, numbers), question.address)]
    if form.right_to_left:
        blocks = [right_to_left(block) for block in blocks]
    body = f"{''.join(blocks)}{_paragraph('')}{_SECTION}"
    link = package.relationship(_LINK, "customXml", f"../{_PART}")
    return package.pack(
        {
            "[Content_Types].xml": package.CONTENT_TYPES.replace(
                "</Types>", f"{_PROPERTIES}</Types>"
            ),
            "_rels/.rels": package.ROOT_RELATIONSHIPS,
            "word/document.xml": parts.word_part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": package.document_relationships(
                Links(first=package.FIRST_LINK_ID), [link]
            ),
            "word/styles.xml": styles.style_sheet(language),
            "word/numbering.xml": styles.NUMBERING,
            "word/settings.xml": parts.settings(language),
            "word/fontTable.xml": parts.FONT_TABLE,
            "word/theme/theme1.xml": parts.THEME,
            "word/header1.xml": parts.page_header(form.meeting.key),
            "docProps/core.xml": parts.core_properties(form.title, form.created, language),
            "docProps/app.xml": parts.APP_PROPERTIES,
            **_carried(form),
        }
    )


def _carried(form: Form) -> dict[str, str]:
    """The part that the form carries unseen, and what other programs keep such parts by."""
    number = digest_of(form).upper()
    name = f"{{{number[:8]}-{number[8:12]}-4{number[13:16]}-8000-{number[:12]}}}"
    properties = package.relationship("rId1", "customXmlProps", "itemProps1.xml")
    return {
        _PART: f'<form xmlns="{NAMESPACE}">{escape(unseen(form))}</form>',
        "customXml/itemProps1.xml": (
            f'<ds:datastoreItem ds:itemID="{name}" xmlns:ds="{_DATA}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "customXml/_rels/item1.xml.rels": package.relationships([properties]),
    }


_SECTION = (
    f'<w:sectPr><w:headerReference w:type="default" r:id="{package.HEADER_ID}"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"'
    ' w:header="425" w:footer="425" w:gutter="0"/><w:cols w:space="720"/></w:sectPr>'
)


def _rows(question: Question, form: Form, numbers: Iterable[int]) -> Iterable[str]:
    for column in SHOWN:
        text = question.shown[column.key]
        ground = _RED if question.stale and column.key in ("item", "note") else _GREY
        if text:
            yield _row(column.label, _lines(text.split("\n")), _BLUE, ground)
    for column, number in zip(ASKED, numbers, strict=False):
        held = question.prefilled.get(column.key, "")
        choices = {"new_status": STATUS_LIST, "due": form.meetings}.get(column.key, ())
        tag = f"{question.address} {column.key}"
        content = _list(column, held, tag, number, choices) if choices else _lines(held.split("\n"))
        yield _row(column.heading, content, "FFE58A", _YELLOW, _ROOM.get(column.key, 0))


def _list(column: Column, text: str, tag: str, number: int, choices: Sequence[str]) -> str:
    """Draw a list to choose from; where a date may be written too, one that takes any text."""
    entries = "".join(
        f'<w:listItem w:displayText="{escape(one)}" w:value="{escape(one)}"/>' for one in choices
    )
    is_status = column.key == "new_status"
    kind = "dropDownList" if is_status else "comboBox"
    prompt = CHOOSE if is_status else WRITE
    return (
        f'<w:p>{_STYLE}<w:sdt><w:sdtPr><w:alias w:val="{escape(column.label)}"/>'
        f'<w:tag w:val="{escape(tag)}"/><w:id w:val="{number}"/>'
        f"{'' if text else '<w:showingPlcHdr/>'}<w:{kind}>{entries}</w:{kind}></w:sdtPr>"
        f"<w:sdtContent>{runs(text or prompt)}</w:sdtContent></w:sdt></w:p>"
    )


_STYLE = '<w:pPr><w:pStyle w:val="Tabletext"/></w:pPr>'


def _table(rows: Iterable[str], caption: str) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{_LABEL + _TEXT}" w:type="dxa"/>{styles.BORDERS}'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0480" w:firstRow="0" w:lastRow="0" w:firstColumn="1"'
        ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(caption)}"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_LABEL}"/><w:gridCol w:w="{_TEXT}"/></w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def _row(label: str, content: str, label_ground: str, ground: str, room: int = 0) -> str:
    """Draw a row of at least ``room`` twips; one of few paragraphs stays on one page."""
    head, *rest = label.split("\n")
    labels = f"<w:p>{_STYLE}{runs(head, bold=True)}</w:p>{_lines(rest) if rest else ''}"
    kept = "<w:cantSplit/>" if content.count("<w:p>") <= _UNBROKEN else ""
    tall = f'<w:trHeight w:val="{room}" w:hRule="atLeast"/>' if room else ""
    look = f"<w:trPr>{kept}{tall}</w:trPr>" if kept or tall else ""
    cells = _cell(labels, _LABEL, label_ground) + _cell(content, _TEXT, ground)
    return f"<w:tr>{look}{cells}</w:tr>"


def _cell(content: str, width: int, ground: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'


def _lines(lines: Iterable[str]) -> str:
    return "".join(_paragraph(line, "Tabletext") for line in lines)


def _paragraph(text: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs(text)}</w:p>'
