"""The main part of a Word file, paragraph by paragraph and row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from planctl.ingest.word.names import PARAGRAPH, ROW, TABLE, W, is_on, part_of
from planctl.office.markup import Pieces

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTROL = f"{W}sdtPr"

PROMPT = "planctl-prompt"
"""An attribute given to controls that nobody has filled in: what they show is no text of anyone."""


class Block(NamedTuple):
    """What is handed out: a paragraph or a row outside of all others, or where a table ends."""

    kind: Literal["paragraph", "row", "table", "end"]
    element: _Element


def blocks(name: str, content: bytes) -> Iterator[Block]:
    """Yield the main part's paragraphs and rows, each as soon as it is complete.

    An element is empty as soon as the next is asked for. Raises RefusedFileError.
    """
    depth = 0
    pieces = Pieces(name, content, (PARAGRAPH, ROW, TABLE, _CONTROL))
    for event, element in pieces:
        if element.tag == _CONTROL:
            _mark_prompt(event, element)
        elif element.tag == TABLE:
            if depth == 0:
                yield Block("table" if event == "start" else "end", element)
        elif event == "start":
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield Block("row" if element.tag == ROW else "paragraph", element)
                pieces.forget(element)


def _mark_prompt(event: str, properties: _Element) -> None:
    control = properties.getparent()
    if event == "end" and control is not None and is_on(part_of(properties, "showingPlcHdr")):
        control.set(PROMPT, "1")
