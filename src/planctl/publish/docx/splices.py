"""Changes to the text of an XML part that leave every other byte of it alone.

Elements are found by the places at which the parser sees them, and new text is put between: a part
that is parsed and written again would lose its quotes, its white space and the order of its
declarations, and with them the proof that nothing else has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from planctl.patterns import late

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# A start tag; an attribute may hold ">".
_TAG = re.compile(rb"<[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>")
_NAME = late(r"<[A-Za-z]+(?::[A-Za-z]+)?")


class Splice(NamedTuple):
    """``text`` instead of the bytes from ``start`` up to ``end``."""

    start: int
    end: int
    text: str


class Child(NamedTuple):
    """An element within the root: name and attributes without prefixes, and where it stands."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int


class Outline(NamedTuple):
    """The root of a part, or of a piece of one, and its children.

    ``end`` is where the root's end tag begins, or its "/>". ``plain`` says whether "w" and "r"
    stand for what they do in Word's own files.
    """

    name: str
    children: tuple[Child, ...]
    end: int
    plain: bool

    def named(self, name: str) -> list[Child]:
        """Return the children of that name."""
        return [child for child in self.children if child.name == name]


def outline(data: bytes) -> Outline:
    """Find the children of the root of ``data``, whose prefixes need not be declared in it.

    Raises ValueError where it is not well-formed.
    """
    from xml.parsers import expat

    opened: list[tuple[str, dict[str, str], int]] = []
    children: list[Child] = []
    found: list[Outline] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        opened.append((name, attributes, parser.CurrentByteIndex))

    def end(_: str) -> None:
        name, attributes, began = opened.pop()
        at = parser.CurrentByteIndex
        if len(opened) == 1:
            held = {local(key): value for key, value in attributes.items()}
            children.append(Child(local(name), held, began, ended(data, began, at)))
        elif not opened:
            plain = attributes.get("xmlns:w") == _WORD and attributes.get("xmlns:r") == _OFFICE
            last = at - 2 if data[at - 2 : at] == b"/>" and data[at : at + 2] != b"</" else at
            found.append(Outline(name, tuple(children), last, plain))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise ValueError(f"line {error.lineno} is not well-formed XML.") from None
    return found[0]


def ended(data: bytes, start: int, at: int) -> int:
    """Return the end of the element that begins at ``start``; its end was seen ``at`` that byte.

    The parser tells of an end tag where it begins, of the end of an empty element where it ends.
    """
    tag = _TAG.match(data, start)
    if tag and tag.group().endswith(b"/>"):
        return tag.end()
    return data.index(b">", at) + 1


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def appended(part: Outline, data: bytes, text: str) -> Splice:
    """Put ``text`` at the end of the root's content."""
    if data[part.end : part.end + 2] == b"</":
        return Splice(part.end, part.end, text)
    return Splice(part.end, part.end + 2, f">{text}</{part.name}>")


def declared(element: str) -> str:
    """Return ``element`` with its prefixes declared, for a place where they are not."""
    name = _NAME.match(element)
    at = name.end() if name else 0
    return f'{element[:at]} xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"{element[at:]}'


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Make the changes, which may not overlap; all that is outside them stays as it is.

    What goes to the same place is put there in the order in which it comes.
    """
    made: list[bytes] = []
    done = 0
    for splice in sorted(splices, key=lambda splice: splice[:2]):
        made += [data[done : splice.start], splice.text.encode()]
        done = splice.end
    return b"".join([*made, data[done:]])
