"""Faults in a Word file that LibreOffice forgives and Word may not.

``planctl.office.shape`` reads the parts; the modules are checks, from shapes to sentences:
``members`` looks at the package (ZIP, content types, relationships), ``order`` at the sequence of
elements, ``tables`` at cells, spans and merges, ``references`` at styles, lists, relationships and
identifiers, ``revisions`` at what is marked as inserted or deleted.
"""

from __future__ import annotations

from collections.abc import Mapping

from planctl.office.shape import Shape, read
from planctl.publish.docx.check import members, order, references, revisions, tables

__all__ = ["faults", "part_faults", "unreadable"]

_DOCUMENT = "word/document.xml"


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a .docx file, a sentence each; an empty list where it is sound.

    The rules are those of ISO/IEC 29500 (parts 1 and 2) that a table with links can break.
    """
    parts, found = members.read(data)
    if found:
        return found
    found += members.mistyped(parts)
    found += members.astray(parts)
    found += _within(parts)
    if _DOCUMENT not in parts:
        found.append(f"{_DOCUMENT}: the document itself is missing.")
    return found


def part_faults(contents: Mapping[str, bytes]) -> list[str]:
    """Return what is wrong with some parts of a .docx file, by their usual names.

    What they refer to is looked for among them alone; the package is not looked at.
    """
    parts: dict[str, Shape] = {}
    found: list[str] = []
    for name, content in contents.items():
        try:
            parts[name] = read(content)
        except ValueError as error:
            found.append(f"{name}: {error}")
    return found + members.repeated(parts) + _within(parts)


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
