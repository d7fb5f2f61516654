"""The XML of parts that others have made, parsed in bounded time and memory.

A small part is parsed whole. A large one is handed out piece by piece, and each piece is forgotten
when it has been read, so that a long document needs no more memory than a short one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from planctl.office.refusal import RefusedFileError

if TYPE_CHECKING:
    from lxml.etree import _Element

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
"""What the names of attributes begin with that lead to other parts."""

_CHUNK = 1 << 16
_PIECE_LIMIT = 4 << 20  # of the XML of one paragraph or row
_PART_LIMIT = 8 << 20  # of a part that is parsed whole: styles, lists, notes
_ELEMENT_LIMIT = 2_000_000  # beginnings and ends of elements: some 7,000 rows
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "remove_comments": True,
    "remove_pis": True,
}

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


def parsed(name: str, content: bytes) -> _Element:
    """Parse a small part, called ``name``. Raises RefusedFileError."""
    from lxml import etree

    if len(content) > _PART_LIMIT:
        raise RefusedFileError(f"{name} in this file is larger than that of any document.")
    try:
        return etree.fromstring(_usual(content), etree.XMLParser(**_OPTIONS))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name, error) from error


class Pieces:
    """The elements of a large part, called ``name``, with one of some tags, as they begin and end.

    Whoever reads them says which may be forgotten.
    """

    def __init__(self, name: str, content: bytes, tags: Sequence[str]) -> None:
        self._name = name
        self._content = content
        self._tags = tags
        self._start = self._last = 0

    def __iter__(self) -> Iterator[tuple[str, _Element]]:
        """Yield "start" or "end", and the element. Raises RefusedFileError."""
        from lxml import etree

        if self._content.count(b"<") > _ELEMENT_LIMIT:
            raise RefusedFileError("This document is too long to be read: divide it into several.")
        content = _usual(self._content)
        parser = etree.XMLPullParser(events=("start", "end"), tag=self._tags, **_OPTIONS)
        try:
            for self._start in range(0, len(content), _CHUNK):
                parser.feed(content[self._start : self._start + _CHUNK])
                yield from cast("Iterator[tuple[str, _Element]]", parser.read_events())
                if self._start - self._last > _PIECE_LIMIT:
                    raise RefusedFileError("A paragraph or row in this file is larger than any is.")
            parser.close()
        except (etree.XMLSyntaxError, ValueError) as error:
            raise _damaged(self._name, error) from error

    def forget(self, element: _Element) -> None:
        """Let go of what stands before the end of ``element``, which has been read."""
        self._last = self._start
        cast("Any", element).clear(keep_tail=True)  # the parser still needs the element itself
        held: _Element | None = element
        while held is not None and (parent := held.getparent()) is not None:
            while (before := held.getprevious()) is not None:
                if parent.tag == _ALTERNATIVES:  # which of them counts depends on those before
                    del before[:]
                    break
                parent.remove(before)
            held = parent


def _usual(content: bytes) -> bytes:
    """Return the XML of a “Strict” part with the names of an ordinary one."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        if "purl.oclc.org".encode(encoding) in content:
            for strict, usual in _STRICT:
                for quote in "\"'":
                    old, new = f"{quote}{strict}{quote}", f"{quote}{usual}{quote}"
                    content = content.replace(old.encode(encoding), new.encode(encoding))
    return content


def _damaged(name: str, error: Exception) -> RefusedFileError:
    if "depth" in str(error):
        return RefusedFileError(f"{name} in this file is nested deeper than Word and Excel do.")
    return RefusedFileError(
        f"This file is damaged: {name} in it cannot be read. Open it in the program that wrote it,"
        " and save it again."
    )
