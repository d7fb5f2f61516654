"""Accepts or rejects all revisions of a .docx file, as Word does; knows nothing of the writer."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from tests.publish.word_reader import R, W, elements

_DOCUMENT = "word/document.xml"
_TARGET = f"{R}id"


def accepted(data: bytes) -> bytes:
    """The document with all revisions accepted."""
    return _resolved(data, stay="ins", go="del")


def rejected(data: bytes) -> bytes:
    """The document with all revisions rejected."""
    return _resolved(data, stay="del", go="ins")


def _resolved(data: bytes, *, stay: str, go: str) -> bytes:
    held = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(held, "w") as made:
        for name in archive.namelist():
            content = archive.read(name)
            if name == _DOCUMENT:
                tree = etree.fromstring(content)
                _resolve(tree, stay, go)
                content = etree.tostring(tree)
            made.writestr(name, content)
    return held.getvalue()


def _resolve(tree: _Element, stay: str, go: str) -> None:
    _remove_all(tree, f"//w:tr[w:trPr/w:{go}]")
    _remove_all(tree, "//w:tbl[not(w:tr)]")
    _remove_all(tree, f"//w:trPr/w:{stay} | //w:pPr/w:rPr/w:{stay}")
    for change in elements(tree, "//w:pPrChange"):
        properties = change.getparent()
        assert properties is not None
        if go == "ins":
            _restore(properties, change)
        _remove(change)
    _remove_all(tree, f"//w:{go}[not(parent::w:rPr)]")
    for kept in elements(tree, f"//w:{stay}"):
        _unwrap(kept)
    for text in elements(tree, "//w:delText"):
        text.tag = f"{W}t"
    _remove_all(tree, "//w:hyperlink[not(w:r)]")
    for paragraph in elements(tree, f"//w:p[w:pPr/w:rPr/w:{go}]"):
        _join(paragraph)
    for link in elements(tree, "//w:hyperlink"):
        _join_links(link)


def _restore(properties: _Element, change: _Element) -> None:
    """Put the properties that ``change`` notes in the place of the others, but those of the end."""
    for child in list(properties):
        if child is not change and child.tag != f"{W}rPr":
            properties.remove(child)
    for place, child in enumerate(list(change[0])):
        properties.insert(place, child)


def _join(paragraph: _Element) -> None:
    """Take a paragraph's end away: what is in it then begins the next one, which it must have."""
    after = paragraph.getnext()
    assert after is not None, "the end of a cell's last paragraph is a revision"
    assert after.tag == f"{W}p", "the end of a paragraph before a table is a revision"
    place = 1 if len(after) and after[0].tag == f"{W}pPr" else 0
    for child in reversed([child for child in paragraph if child.tag != f"{W}pPr"]):
        after.insert(place, child)
    _remove(paragraph)


def _join_links(link: _Element) -> None:
    """Join a link with the one right after it if that leads to the same place."""
    after = link.getnext()
    if after is not None and after.tag == link.tag and after.get(_TARGET) == link.get(_TARGET):
        for child in reversed(list(link)):
            after.insert(0, child)
        _remove(link)


def _unwrap(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    place = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(place + offset, child)
    parent.remove(element)


def _remove_all(tree: _Element, path: str) -> None:
    for element in elements(tree, path):
        _remove(element)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
