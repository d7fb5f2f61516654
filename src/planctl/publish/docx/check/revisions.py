"""Revisions: whose they are, what may be in them, and that the rest of a table can do without."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.office.shape import WORD, Node, Shape
from planctl.publish.docx.check.references import REVISIONS

_INSERTED, _DELETED = f"{WORD}ins", f"{WORD}del"
_PARAGRAPH, _RUN, _LINK = f"{WORD}p", f"{WORD}r", f"{WORD}hyperlink"
_END = (f"{WORD}pPr", f"{WORD}rPr")


def unsound(part: str, shape: Shape) -> list[str]:
    """Find revisions that accepting or rejecting would not bring to a sound document."""
    faults = (*_unsigned(shape), *_texts(shape), *_rows(shape))
    return [f"{part}: {fault}" for fault in dict.fromkeys(faults)]


def _unsigned(shape: Shape) -> Iterator[str]:
    for node in shape.named(*REVISIONS):
        name = node.name.removeprefix(WORD)
        for attribute in ("id", "author"):
            if f"{WORD}{attribute}" not in node.attributes:
                yield f"a w:{name} has no w:{attribute}."


def _texts(shape: Shape) -> Iterator[str]:
    for node in shape.nodes:
        inner = {child.name for child in node.children}
        if node.name in (_INSERTED, _DELETED) and inner & {_LINK, _PARAGRAPH}:
            yield "a revision of text holds more than runs."
        held = {child.name for run in node.children if run.name == _RUN for child in run.children}
        if node.name == _DELETED and f"{WORD}t" in held:
            yield "deleted text stands in w:t instead of w:delText."
        if node.name != _DELETED and f"{WORD}delText" in held:
            yield "text stands in w:delText, but is not deleted."


def _rows(shape: Shape) -> Iterator[str]:
    for table in shape.named(f"{WORD}tbl"):
        above = ""
        for row in [child for child in table.children if child.name == f"{WORD}tr"]:
            mark = _mark(row, f"{WORD}trPr")
            for cell in [child for child in row.children if child.name == f"{WORD}tc"]:
                ends = [_mark(one, *_END) for one in cell.children if one.name == _PARAGRAPH]
                if mark and any(end != mark for end in ends):
                    yield f"a paragraph of a row in w:{mark} is not in it."
                if not mark and ends and ends[-1]:
                    yield f"the end of a cell stands in w:{ends[-1]}."
                if mark != above and _continues(cell):
                    yield "a merged cell goes over rows of which some are in a revision."
            above = mark


def _mark(node: Node, *properties: str) -> str:
    """Return "ins" or "del" where the properties of a row or paragraph say so, else ""."""
    held: Node | None = node
    for name in properties:
        held = held and held.child(name)
    found = held and (held.child(_INSERTED) or held.child(_DELETED))
    return found.name.removeprefix(WORD) if found else ""


def _continues(cell: Node) -> bool:
    held = cell.child(f"{WORD}tcPr")
    merge = held and held.child(f"{WORD}vMerge")
    return merge is not None and merge.attributes.get(f"{WORD}val", "continue") == "continue"
