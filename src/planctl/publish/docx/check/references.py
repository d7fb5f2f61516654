"""References within the file: styles, lists and relationships that are used must be there."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping

from planctl.office.shape import WORD, Node, Shape
from planctl.publish.docx.check.members import relationships

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships "
_STYLES = "word/styles.xml"
_LISTS = "word/numbering.xml"
_VALUE = f"{WORD}val"
_STYLED = {f"{WORD}pStyle": "paragraph", f"{WORD}rStyle": "character", f"{WORD}tblStyle": "table"}
_RELATED = (f"{WORD}basedOn", f"{WORD}next", f"{WORD}link")
_IDENTIFIED = {"style": "styleId", "num": "numId", "abstractNum": "abstractNumId"}
REVISIONS = tuple(
    f"{WORD}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "pPrChange"),
        *("rPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"),
    )
)
"""The elements that are revisions; no two have the same w:id."""


def dangling(part: str, shape: Shape, parts: Mapping[str, Shape]) -> list[str]:
    """Find uses of what is not defined, and identifiers used twice."""
    faults = (
        *_styles(shape, parts),
        *_lists(shape, parts),
        *_links(part, shape, parts),
        *_identifiers(shape),
    )
    return [f"{part}: {fault}" for fault in faults]


def _styles(shape: Shape, parts: Mapping[str, Shape]) -> Iterator[str]:
    styles = parts[_STYLES].named(f"{WORD}style") if _STYLES in parts else []
    defined = {
        (s.attributes.get(f"{WORD}type"), s.attributes.get(f"{WORD}styleId")) for s in styles
    }
    names = {name for _, name in defined}
    for node in shape.named(*_STYLED, *_RELATED):
        style = node.attributes.get(_VALUE, "")
        kind = _STYLED.get(node.name)
        if kind is None and style not in names:
            yield f"a style refers to the style “{style}”, which is not defined."
        elif kind is not None and (kind, style) not in defined:
            yield f"the {kind} style “{style}” is used, but not defined."


def _lists(shape: Shape, parts: Mapping[str, Shape]) -> Iterator[str]:
    levels = _levels(parts[_LISTS]) if _LISTS in parts else {}
    for node in shape.named(f"{WORD}num"):
        if not levels.get(node.attributes.get(f"{WORD}numId", "")):
            yield f"list {node.attributes.get(f'{WORD}numId')} refers to no definition."
    for node in shape.named(f"{WORD}numPr"):
        number = node.value(f"{WORD}numId", "0")
        level = node.value(f"{WORD}ilvl", "0")
        if number != "0" and number not in levels:  # 0 takes a paragraph out of its list
            yield f"list {number} is used, but not defined."
        elif number != "0" and level not in levels[number]:
            yield f"level {level} of list {number} is used, but not defined."


def _levels(numbering: Shape) -> dict[str, set[str]]:
    """Return the levels of each list by its number."""
    defined = {
        node.attributes.get(f"{WORD}abstractNumId", ""): {
            child.attributes.get(f"{WORD}ilvl", "")
            for child in node.children
            if child.name == f"{WORD}lvl"
        }
        for node in numbering.named(f"{WORD}abstractNum")
    }
    return {
        node.attributes.get(f"{WORD}numId", ""): defined.get(
            node.value(f"{WORD}abstractNumId", ""), set()
        )
        for node in numbering.named(f"{WORD}num")
    }


def _links(part: str, shape: Shape, parts: Mapping[str, Shape]) -> Iterator[str]:
    folder, name = posixpath.split(part)
    known = {link for link, *_ in relationships(parts, f"{folder}/_rels/{name}.rels")}
    used = {
        value: None
        for node in shape.nodes
        for attribute, value in node.attributes.items()
        if attribute.startswith(_OFFICE)
    }
    for link in used:
        if link not in known:
            yield f"the relationship {link} is used, but not defined."


def _identifiers(shape: Shape) -> Iterator[str]:
    for name, attribute in _IDENTIFIED.items():
        same = [node for node in shape.root.children if node.name == WORD + name]
        yield from _repeated(same, name, attribute)
    yield from _repeated(shape.named(f"{WORD}bookmarkStart"), "bookmarkStart", "id")
    yield from _repeated(shape.named(*REVISIONS), "ins, w:del and other revisions", "id")


def _repeated(nodes: list[Node], name: str, attribute: str) -> Iterator[str]:
    for value, count in Counter(n.attributes.get(WORD + attribute) for n in nodes).items():
        if count > 1:
            yield f"{count} of w:{name} have the same w:{attribute} “{value}”."
