"""The blocks of a document's body (paragraphs, tables, …): where each stands and what it holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from planctl.office.shape import WORD
from planctl.patterns import late
from planctl.publish.docx.splices import ended, outline

_BODY = (f"{WORD}document", f"{WORD}body")
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main document"
_TEXT, _PARAGRAPH, _SECTION = f"{WORD}t", f"{WORD}p", f"{WORD}sectPr"
_PROPERTIES = frozenset((f"{WORD}pPr", f"{WORD}rPr"))
_GONE = frozenset((f"{WORD}del", f"{WORD}moveFrom"))
_CONTAINERS = {
    f"{WORD}txbxContent": "a text box",
    f"{WORD}tbl": "a table",
    f"{WORD}sdt": "a content control (a form field)",
}
# Where a stretch of the document (a bookmark, a comment …) begins or ends: ends are in pairs.
_MARKER = late(rf"{WORD}\w+(?:Start|End)")
_SILENT = frozenset(
    WORD + name for name in ("p", "r", "ins", "smartTag", "proofErr", "lastRenderedPageBreak")
)
_SPACES = frozenset(WORD + name for name in ("t", "br", "cr", "tab"))


class Span(NamedTuple):
    """The bytes of an element: from ``start`` up to ``end``."""

    start: int
    end: int


@dataclass(slots=True)
class Block:
    """A child of the body. ``sections`` are the properties of the sections that end with it.

    ``kept`` are the ends of bookmarks, comments and the like in a paragraph, as they stand there;
    ``things`` the names of all else that it holds, formatting aside.
    """

    name: str
    span: Span
    sections: list[Span] = field(default_factory=list)
    kept: str = ""
    things: set[str] = field(default_factory=set)
    text: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing of it is seen, but perhaps the line that it takes."""
        if self.name != _PARAGRAPH:
            return bool(_MARKER.fullmatch(self.name)) or self.name == f"{WORD}proofErr"
        return self.things <= _SILENT | {_TEXT} and not self.text.strip()

    @property
    def only_text(self) -> bool:
        """Whether it is a paragraph that holds text and nothing else."""
        return self.name == _PARAGRAPH and self.things <= _SILENT | _SPACES


class Mention(NamedTuple):
    """A paragraph's text, the number of its block, and what else it stands in, or ""."""

    text: str
    block: int
    inside: str


@dataclass(slots=True)
class Body:
    """The blocks of a document; ``end`` is where the body ends.

    ``bookmarks`` are by name the blocks in which they end, with what else they stand in. The
    last block may be the properties of the last section. ``plain`` is as in an ``Outline``.
    """

    blocks: list[Block] = field(default_factory=list)
    paragraphs: list[Mention] = field(default_factory=list)
    bookmarks: dict[str, tuple[int, str]] = field(default_factory=dict)
    end: int = 0
    plain: bool = True


def read(data: bytes) -> Body | None:
    """Find the blocks of the main part of a document; None for one of the kind "Strict".

    Raises ValueError where it is not well-formed, not UTF-8, or holds no body.
    """
    from xml.parsers import expat

    reader = _Reader(data)
    parser = reader.parser
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.finish
    parser.CharacterDataHandler = reader.characters
    try:
        data.decode()
        parser.Parse(data, True)  # noqa: FBT003
    except (expat.ExpatError, UnicodeDecodeError) as error:
        raise ValueError("it is not well-formed XML in UTF-8.") from error
    if reader.root == _STRICT:
        return None
    if not reader.body.end:
        raise ValueError("it has no text.")
    reader.body.plain = outline(data).plain
    return reader.body


class _Reader:
    """What is open while the parser goes through a document."""

    def __init__(self, data: bytes) -> None:
        from xml.parsers import expat

        self.data = data
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.body = Body()
        self.root = ""
        self.path: list[str] = []
        self.starts: list[int] = []
        self.texts: list[list[str]] = []  # of the paragraphs that are open
        self.open: defaultdict[str, int] = defaultdict(int)  # how many of each name are open
        self.names: dict[str, str] = {}  # of bookmarks, by their ID

    def start(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        if not self.path:
            self.root = name
        if tuple(self.path) == _BODY:
            self.body.blocks.append(Block(name, Span(at, at)))
        elif self._in_paragraph() and self._is_thing(name):
            self.body.blocks[-1].things.add(name)
        if name == _PARAGRAPH:
            self.texts.append([])
        elif name.startswith(f"{WORD}bookmark"):
            self._bookmark(name, attributes)
        self.path.append(name)
        self.starts.append(at)
        self.open[name] += 1

    def characters(self, text: str) -> None:
        if self.path[-1] == _TEXT and self.texts and not any(self.open[item] for item in _GONE):
            self.texts[-1].append(text)

    def finish(self, name: str) -> None:
        self.path.pop()
        self.open[name] -= 1
        began, at = self.starts.pop(), self.parser.CurrentByteIndex
        block = self.body.blocks[-1] if self.body.blocks else None
        if tuple(self.path) == _BODY[:1] and name == _BODY[1]:
            self.body.end = at if ended(self.data, began, at) > at else 0
        if block is None:
            return
        if name == _PARAGRAPH:
            text = "".join(self.texts.pop())
            inside = next((said for item, said in _CONTAINERS.items() if self.open[item]), "")
            self.body.paragraphs.append(Mention(text, len(self.body.blocks) - 1, inside))
            if tuple(self.path) == _BODY:
                block.text = text
        if tuple(self.path) == _BODY:
            block.span = Span(began, ended(self.data, began, at))
        if name == _SECTION and self._ends_section():
            block.sections.append(Span(began, ended(self.data, began, at)))
        elif self._in_paragraph() and _MARKER.fullmatch(name):
            block.kept += self.data[began : ended(self.data, began, at)].decode()

    def _in_paragraph(self) -> bool:
        return len(self.path) > 2 and tuple(self.path[:2]) == _BODY and self.path[2] == _PARAGRAPH

    def _is_thing(self, name: str) -> bool:
        """Whether an element is more than formatting, or the end of a stretch."""
        formats = name in _PROPERTIES or any(self.open[item] for item in _PROPERTIES)
        return not formats and not _MARKER.fullmatch(name)

    def _ends_section(self) -> bool:
        within = self.open[f"{WORD}tbl"] or self.open[f"{WORD}txbxContent"]
        return not within and self.path[-1] in (_BODY[1], f"{WORD}pPr")

    def _bookmark(self, name: str, attributes: dict[str, str]) -> None:
        key = attributes.get(f"{WORD}id", "")
        if name == f"{WORD}bookmarkStart":
            self.names[key] = attributes.get(f"{WORD}name", "")
        if self.body.blocks and key in self.names:
            inside = next((said for item, said in _CONTAINERS.items() if self.open[item]), "")
            self.body.bookmarks[self.names[key]] = (len(self.body.blocks) - 1, inside)
