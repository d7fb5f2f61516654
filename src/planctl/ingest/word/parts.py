"""The XML of a Word file, parsed in bounded time and memory.

What is in the main part is handed out paragraph by paragraph and row by row and then forgotten, so
that a long document needs no more memory than a short one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from planctl.ingest.word.names import PARAGRAPH, ROW, TABLE, W, is_on
from planctl.office.refusal import RefusedFileError

if TYPE_CHECKING:
    from lxml.etree import XMLPullParser, _Element

_CHUNK = 1 << 16
_PIECE_LIMIT = 4 << 20  # of the XML of one paragraph or row
_PART_LIMIT = 8 << 20  # of a part that is read whole: styles, lists, notes
_ELEMENT_LIMIT = 3_000_000
_CONTENT, _CONTROL = f"{W}sdtPr", f"{W}sdt"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

PROMPT = "planctl-prompt"
"""An attribute given to controls that nobody has filled in: what they show is no text of anyone."""

# "Strict" files use these names for the same things (ISO/IEC 29500-1, annex A).
_STRICT = tuple(
    (f"http://purl.oclc.org/ooxml/{strict}", f"http://schemas.openxmlformats.org/{usual}")
    for strict, usual in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("spreadsheetml/main", "spreadsheetml/2006/main"),
    )
)


class Block(NamedTuple):
    """What is handed out: a paragraph or a row outside of all others, or where a table ends."""

    kind: Literal["paragraph", "row", "table", "end"]
    element: _Element


def parsed(name: str, content: bytes) -> _Element:
    """Parse a small part, called ``name``. Raises RefusedFileError."""
    from lxml import etree

    if len(content) > _PART_LIMIT:
        raise RefusedFileError(f"{name} in this file is larger than that of any document.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(usual(content), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, error) from error


def usual(content: bytes) -> bytes:
    """Return the XML of a “Strict” part with the names of an ordinary one."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        if "purl.oclc.org".encode(encoding) in content:
            for strict, names in _STRICT:
                for quote in "\"'":
                    old, new = f"{quote}{strict}{quote}", f"{quote}{names}{quote}"
                    content = content.replace(old.encode(encoding), new.encode(encoding))
    return content


def damaged(name: str, error: Exception) -> RefusedFileError:
    """Return the message for a part that cannot be parsed."""
    if "depth" in str(error):
        return RefusedFileError(f"{name} in this file is nested deeper than Word does.")
    return RefusedFileError(
        f"This file is damaged: {name} in it cannot be read. Open it in the program that wrote it,"
        " and save it again."
    )


def blocks(name: str, content: bytes) -> Iterator[Block]:
    """Yield the main part's paragraphs and rows, each as soon as it is complete.

    An element is empty as soon as the next is asked for. Raises RefusedFileError.
    """
    from lxml import etree

    if content.count(b"<") > _ELEMENT_LIMIT:
        raise RefusedFileError("This document is too long to be read: divide it into several.")
    content = usual(content)
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=(PARAGRAPH, ROW, TABLE, _CONTENT),
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        yield from _fed(parser, content)
        parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, error) from error


def _fed(parser: XMLPullParser, content: bytes) -> Iterator[Block]:
    depth = last = 0
    for start in range(0, len(content), _CHUNK):
        parser.feed(content[start : start + _CHUNK])
        events = cast("Iterator[tuple[str, _Element]]", parser.read_events())
        for event, element in events:
            if element.tag == _CONTENT:
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
                    _forget(element)
                    last = start
        if start - last > _PIECE_LIMIT:
            raise RefusedFileError("A paragraph or row in this file is larger than any is.")


def _mark_prompt(event: str, properties: _Element) -> None:
    control = properties.getparent()
    if event == "end" and control is not None and is_on(properties, "showingPlcHdr"):
        control.set(PROMPT, "1")


def _forget(element: _Element) -> None:
    """Let go of what stands before the end of ``element``; the parser still needs the element."""
    del element[:]
    element.attrib.clear()
    held: _Element | None = element
    while held is not None and (parent := held.getparent()) is not None:
        while (before := held.getprevious()) is not None:
            if parent.tag == _ALTERNATIVES:  # which of them is read depends on those before
                del before[:]
                break
            parent.remove(before)
        held = parent
