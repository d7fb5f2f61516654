"""A Word file with real revision marks, made for the tests."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape

Mark = Literal["", "ins", "del"]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """\
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument\
.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """\
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships\
/officeDocument" Target="word/document.xml"/></Relationships>"""
_REVISION = 'w:id="{}" w:author="A Secretary" w:date="2023-06-01T00:00:00Z"'


class Paragraph(NamedTuple):
    """A paragraph of runs, each with its mark; with a ``mark`` it is inserted or deleted whole."""

    runs: tuple[tuple[str, Mark], ...]
    mark: Mark = ""


def revised(*pieces: str | tuple[str, Mark]) -> Paragraph:
    """A paragraph in which some pieces are inserted or deleted."""
    return Paragraph(tuple((one, "") if isinstance(one, str) else one for one in pieces))


def whole(text: str, mark: Mark = "") -> Paragraph:
    """A paragraph that is inserted or deleted as a whole, or stays."""
    return Paragraph(((text, mark),), mark)


def write(path: Path, paragraphs: Sequence[Paragraph]) -> Path:
    """Write the paragraphs as a Word file."""
    body = "".join(_paragraph(one, at) for at, one in enumerate(paragraphs, 1))
    document = f"<w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>"
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    with zipfile.ZipFile(path, "w") as package:
        for name, content in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", document),
        ):
            package.writestr(name, declaration + content)
    return path


def _paragraph(one: Paragraph, at: int) -> str:
    revision = _REVISION.format(at * 100)
    mark = f"<w:pPr><w:rPr><w:{one.mark} {revision}/></w:rPr></w:pPr>" if one.mark else ""
    runs = "".join(_run(*run, at * 100 + number) for number, run in enumerate(one.runs, 1))
    return f"<w:p>{mark}{runs}</w:p>"


def _run(text: str, mark: Mark, number: int) -> str:
    name = "delText" if mark == "del" else "t"
    pieces = text.split("\t")
    tag = f'<w:{name} xml:space="preserve">'
    content = "<w:tab/>".join(f"{tag}{escape(piece)}</w:{name}>" for piece in pieces)
    run = f"<w:r>{content}</w:r>"
    return f"<w:{mark} {_REVISION.format(number)}>{run}</w:{mark}>" if mark else run
