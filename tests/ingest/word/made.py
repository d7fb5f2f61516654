"""Word files for tests, made of pieces of XML: each holds what one test is about."""

from __future__ import annotations

from collections.abc import Mapping

from planctl.ingest.document import Document, Grid, Line, View
from planctl.ingest.word import document
from planctl.office.package import open_package
from tests.publish import own_document as own

NAMES = (
    f'xmlns:w="{own.W}" xmlns:r="{own.R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:new="http://example.org/not-known"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WORD}.document.main+xml"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
}


def parts(
    body: str, links: Mapping[str, str] | None = None, *, main: str = _MAIN, **others: str
) -> dict[str, str]:
    """The parts of a file: ``links`` are hyperlinks by ID, ``others`` what is in other parts."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{own.R}/{name}" Target="{name}.xml"/>' for name in others
    ) + "".join(
        f'<Relationship Id="{name}" Type="{own.R}/hyperlink" Target="{target}"'
        ' TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{name}+xml"/>'
        for name in others
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{own.PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{own.PACKAGE}/relationships"><Relationship Id="a"'
        f' Type="{own.R}/officeDocument" Target="word/document.xml"/><Relationship Id="b"'
        ' Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
        'core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": '<cp:coreProperties xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:cp="{own.PACKAGE}/metadata/core-properties">'
        "<dcterms:created>2019-01-02T00:00:00Z</dcterms:created>"
        "<dcterms:modified>2020-10-05T09:30:00Z</dcterms:modified></cp:coreProperties>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{own.PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        **{
            f"word/{name}.xml": f"<w:{_ROOTS[name]} {NAMES}>{content}</w:{_ROOTS[name]}>"
            for name, content in others.items()
        },
    }


def docx(body: str, links: Mapping[str, str] | None = None, **others: str) -> bytes:
    """A Word file."""
    return own.packed(parts(body, links, **others))


def read(
    body: str, view: View = "final", links: Mapping[str, str] | None = None, **others: str
) -> Document:
    """What is read of a Word file with this body."""
    return document.read(open_package(docx(body, links, **others), pictures=False), view)


def lines(document: Document) -> list[str]:
    """The lines outside of tables as text, each after its number or bullet."""
    return [shown(block) for block in document.blocks if isinstance(block, Line)]


def cells(document: Document) -> list[list[str]]:
    """The rows of all tables; what continues a merged cell is "^"."""
    return [
        ["^" if square.continues else "\n".join(map(shown, square.lines)) for square in row]
        for block in document.blocks
        if isinstance(block, Grid)
        for row in block.rows
    ]


def shown(line: Line) -> str:
    """A line as text, after its number or bullet."""
    return f"{line.label} {line.text}" if line.label else line.text


def p(*content: str, properties: str = "", end: str = "") -> str:
    """A paragraph: text, or runs and whatever else is XML. ``end`` are properties of its mark."""
    mark = f"<w:rPr>{end}</w:rPr>" if end else ""
    held = f"<w:pPr>{properties}{mark}</w:pPr>" if properties or mark else ""
    return f"<w:p>{held}{''.join(one if '<' in one else r(one) for one in content)}</w:p>"


def r(text: str, properties: str = "", *, name: str = "t") -> str:
    """A run of text, or of elements."""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    said = text if "<" in text else f'<w:{name} xml:space="preserve">{text}</w:{name}>'
    return f"<w:r>{held}{said}</w:r>"


def ins(content: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{content}</w:ins>'


def dele(text: str) -> str:
    return f'<w:del w:id="2" w:author="A">{r(text, name="delText")}</w:del>'


def sdt(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells, or of texts."""
    held = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{held}{''.join(one if '<' in one else tc(one) for one in cells)}</w:tr>"


def tc(*content: str, properties: str = "") -> str:
    """A cell of paragraphs, or of texts."""
    held = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{held}{''.join(one if '<' in one else p(one) for one in content)}</w:tc>"


def field(code: str, result: str) -> str:
    """The runs of a field that is made of marks."""
    return f"{mark('begin')}{r(code, name='instrText')}{mark('separate')}{result}{mark('end')}"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
