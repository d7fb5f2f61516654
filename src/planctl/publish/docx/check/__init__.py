"""Faults in a Word file that LibreOffice forgives and Word may not.

``shape`` reads the parts; the other modules are checks, functions from shapes to sentences:
``members`` looks at the package (ZIP, content types, relationships), ``order`` at the sequence of
elements, ``tables`` at cells, spans and merges, ``references`` at styles, lists, relationships and
identifiers.
"""

from __future__ import annotations

from planctl.publish.docx.check import members, order, references, tables

__all__ = ["faults"]

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
    for name, shape in parts.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            found += order.misplaced(name, shape)
            found += tables.broken(name, shape)
            found += references.dangling(name, shape, parts)
    if _DOCUMENT not in parts:
        found.append(f"{_DOCUMENT}: the document itself is missing.")
    return found
