"""Reads back what a test has written: a small reader that knows nothing of the writer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMES = {"w": W.strip("{}"), "r": R.strip("{}")}

_CHARACTERS = {"br": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph: its kind ("year" is all bold), text, style, and the text and target of links."""

    kind: str
    text: str
    style: str = "Table_text"
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class WordCell:
    """A cell of the grid. ``merge`` is "", "restart" or "continue"."""

    paragraphs: tuple[WordParagraph, ...]
    merge: str = ""
    span: int = 1

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True)
class WordTable:
    """A table: its heading rows (repeated on each page), then the others."""

    heading: tuple[tuple[WordCell, ...], ...]
    rows: tuple[tuple[WordCell, ...], ...]
    widths: tuple[int, ...]
    caption: str


@dataclass(frozen=True)
class WordDocument:
    """The paragraphs outside the tables, the tables, and the lines of the page header."""

    paragraphs: tuple[WordParagraph, ...]
    tables: tuple[WordTable, ...]
    header: tuple[str, ...]


def part(data: bytes, name: str) -> _Element:
    """Parse one part of a .docx file."""
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def values(element: _Element, path: str) -> list[str]:
    """Evaluate an XPath to attributes or text."""
    found = element.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(item) for item in found]


def elements(element: _Element, path: str) -> list[_Element]:
    """Evaluate an XPath to elements."""
    found = element.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, _Element)]


def read(data: bytes) -> WordDocument:
    """Read a .docx file as a person would see it."""
    reader = _Reader(data)
    body = part(data, "word/document.xml")[0]
    return WordDocument(
        paragraphs=tuple(reader.paragraph(item) for item in body.iterchildren(f"{W}p")),
        tables=tuple(reader.table(item) for item in body.iterchildren(f"{W}tbl")),
        header=tuple(
            "".join(values(item, ".//w:t/text()"))
            for item in part(data, "word/header1.xml").iterchildren(f"{W}p")
        ),
    )


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.styles = {
            item.get(f"{W}styleId"): "".join(values(item, "w:name/@w:val"))
            for item in part(data, "word/styles.xml").iterchildren(f"{W}style")
        }
        self.targets = {
            item.get("Id"): item.get("Target", "")
            for item in part(data, "word/_rels/document.xml.rels")
        }
        numbering = part(data, "word/numbering.xml")
        signs = dict(
            zip(
                values(numbering, "//w:lvl/@w:ilvl"),
                values(numbering, "//w:lvl/w:lvlText/@w:val"),
                strict=True,
            )
        )
        self.kinds = {level: {"•": "bullet", "–": "dash"}[sign] for level, sign in signs.items()}

    def table(self, element: _Element) -> WordTable:
        heading = [row for row in element.iter(f"{W}tr") if elements(row, "w:trPr/w:tblHeader")]
        others = [row for row in element.iter(f"{W}tr") if row not in heading]
        return WordTable(
            heading=tuple(tuple(self.cells(row)) for row in heading),
            rows=tuple(tuple(self.cells(row)) for row in others),
            widths=tuple(int(width) for width in values(element, "w:tblGrid/w:gridCol/@w:w")),
            caption="".join(values(element, "w:tblPr/w:tblCaption/@w:val")),
        )

    def cells(self, row: _Element) -> Iterator[WordCell]:
        for cell in row.iterchildren(f"{W}tc"):
            merge = elements(cell, "w:tcPr/w:vMerge")
            yield WordCell(
                tuple(self.paragraph(item) for item in cell.iterchildren(f"{W}p")),
                merge[0].get(f"{W}val", "continue") if merge else "",
                int("".join(values(cell, "w:tcPr/w:gridSpan/@w:val")) or 1),
            )

    def paragraph(self, element: _Element) -> WordParagraph:
        style = "".join(values(element, "w:pPr/w:pStyle/@w:val"))
        links = tuple(
            (_text(link), self.targets[link.get(f"{R}id")])
            for link in element.iterchildren(f"{W}hyperlink")
        )
        return WordParagraph(
            self.kind(element), _text(element), self.styles.get(style, "Normal"), links
        )

    def kind(self, element: _Element) -> str:
        if level := values(element, "w:pPr/w:numPr/w:ilvl/@w:val"):
            return self.kinds[level[0]]
        runs = elements(element, ".//w:r")
        return "year" if runs and all(elements(run, "w:rPr/w:b") for run in runs) else "text"


def _text(element: _Element) -> str:
    return "".join(
        child.text or "" if child.tag == f"{W}t" else _CHARACTERS.get(str(child.tag)[len(W) :], "")
        for run in element.iter(f"{W}r")
        for child in run
    )
