"""Faults in a Word file that LibreOffice forgives and Word may not.

``planctl.office.shape`` reads the parts; the modules are checks, from shapes to sentences:
``members`` looks at the package (ZIP, content types, relationships), ``order`` at the sequence of
elements, ``tables`` at cells, spans and merges, ``references`` at styles, lists, relationships and
identifiers, ``revisions`` at what is marked as inserted or deleted. ``sketch`` makes a document
that planctl has just drawn short, so that all this takes no time.
"""

from __future__ import annotations

from collections.abc import Mapping

from planctl.office.shape import Shape
from planctl.publish.docx.check import members, order, references, revisions, sketch, tables

__all__ = ["drawn_faults", "faults", "part_faults", "repeated", "sketch_faults", "unreadable"]

DOCUMENT = "word/document.xml"


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a .docx file, a sentence each; an empty list where it is sound.

    The rules are those of ISO/IEC 29500 (parts 1 and 2) that a table with links can break.
    """
    contents, found = members.unpacked(data)
    return found or _of_package(contents)


def drawn_faults(parts: Mapping[str, str]) -> list[str]:
    """As :func:`faults`, for parts that planctl has just drawn; in a fraction of the time."""
    document = parts[DOCUMENT]
    return sketch_faults({**parts, DOCUMENT: sketch.sketch(document)}) + repeated(document)


def sketch_faults(parts: Mapping[str, str]) -> list[str]:
    """As :func:`faults`, for parts among which the document is a sketch; see ``sketch``."""
    return _of_package({name: content.encode() for name, content in parts.items()})


def part_faults(contents: Mapping[str, bytes], document: str = "") -> list[str]:
    """Return what is wrong with some parts of a .docx file, by their usual names.

    What they refer to is looked for among them alone; the package is not looked at. ``document`` is
    what planctl has drawn to stand among them.
    """
    drawn = {DOCUMENT: sketch.sketch(document).encode()} if document else {}
    parts, found = members.parsed({**contents, **drawn})
    return found + members.repeated(parts) + _within(parts) + repeated(document)


def _of_package(contents: Mapping[str, bytes]) -> list[str]:
    parts, found = members.parsed(contents)
    if found:
        return found
    found += members.mistyped(parts)
    found += members.astray(parts)
    found += _within(parts)
    if DOCUMENT not in parts:
        found.append(f"{DOCUMENT}: the document itself is missing.")
    return found


def repeated(document: str) -> list[str]:
    """Return which revisions in a document that planctl has drawn have the same number."""
    return [f"{DOCUMENT}: {fault}" for fault in sketch.repeated(document)]


def unreadable(name: str, content: bytes) -> list[str]:
    """Return where a part is no well-formed XML; much faster than looking for other faults."""
    from xml.parsers import expat

    try:
        expat.ParserCreate(namespace_separator=" ").Parse(content, True)  # noqa: FBT003
    except expat.ExpatError as error:
        return [f"{name}: line {error.lineno} is not well-formed XML."]
    return []


def _within(parts: Mapping[str, Shape]) -> list[str]:
    found: list[str] = []
    for name, shape in parts.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            found += order.misplaced(name, shape)
            found += tables.broken(name, shape)
            found += references.dangling(name, shape, parts)
            found += revisions.unsound(name, shape)
    return found
