"""A document's lines as they are searched: one text each, and the sentence around a place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from planctl.ingest.document import Document, Line
from planctl.ingest.evidence import table_rows, wrapping
from planctl.ingest.evidence.event_lines import KINDS
from planctl.patterns import late
from planctl.plan import identifiers

_MOST = 4_000  # characters searched at once; a longer paragraph is searched piece by piece

_BULLET = late(r"^(?:\s*\[bookmark:[^\]]{0,80}\])*\s*(?:\d{1,2}\t\s*|[·•\uf0b7–—*▪◦‣o-]\s+)?")
_NUMBERED = late(r"^\s*(?:\[bookmark:[^\]]*\]\s*)*(?:\d{1,2}\s?[-.)]|\d{1,2}\t|#{1,6}\s)\s*\S")
_IN_BRACKETS = late(r"^\s*\([^()]{1,200}\)\s*$")
_HYPHEN = late(r"\w-\Z")
_DETAIL = late(r"^(?:Dates?|When|Place|Venue|Where|Location)\s?:\s+")
_DETAILS = late(r"\s+(?:Dates?|When|Place|Venue|Where|Location)\s?:\s+")
_END = late(r"[.!?][”\"’)]{0,2}\s+(?=[A-ZÀ-ÝА-ЯЁ\u0621-\u064a“\"«(•·–])|[。！？；]”?")
_SHORTENED = late(
    r"(?:\b(?:e\.g|i\.e|etc|vs|No|Nos|Rec|Recs|Art|Res|Doc|Mr|Ms|Mrs|Dr|Prof|Inc|Ltd|Suppl|Sup|Amd"
    r"|Cor|App|Vol|ex|approx|cf|St|Fig|г|гг|№|п|art)|\b[A-Z])\.\s*\Z"
)


class Passage(NamedTuple):
    """A line to be searched.

    ``text`` has plain spaces and hyphens, and no bullet. ``place`` is the line's; ``links`` are the
    addresses that its words lead to. ``item`` says that a bullet or a number stands before it,
    ``numbered`` that it opens a numbered part, as "2- Digital product passport:" does. Of lines
    that were put together, ``further`` are the others: where in the text each begins, and its
    place.
    """

    text: str
    place: int
    links: tuple[str, ...] = ()
    item: bool = False
    numbered: bool = False
    further: tuple[tuple[int, int], ...] = ()

    def speaks_of(self, words: Iterable[str]) -> bool:
        """Whether any of the words, in small letters, stands somewhere in the text.

        It is told many times faster than by a regular expression.
        """
        text = self.text.lower()
        return any(word in text for word in words)

    def place_at(self, at: int) -> int:
        """The place of the line that the character ``at`` stands in."""
        return next((place for begin, place in reversed(self.further) if begin <= at), self.place)

    def sentence(self, at: int) -> str:
        """The sentence that the character ``at`` stands in, on one line."""
        start, end = self.bounds(at)
        return " ".join(self.text[start:end].split())

    def bounds(self, at: int) -> tuple[int, int]:
        """Where the sentence begins, and ends, that the character ``at`` stands in."""
        bounds = _bounds(self.text)
        return next((one for one in bounds if one[1] > at), bounds[-1])

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends."""
        return _bounds(self.text)


@lru_cache(maxsize=64)
def _bounds(text: str) -> tuple[tuple[int, int], ...]:
    ends = [
        match.end()
        for match in _END.finditer(text)
        if not _SHORTENED.search(text, max(0, match.start() - 10), match.start() + 1)
    ]
    return tuple(pairwise((0, *ends, len(text))))


def passages(document: Document) -> list[Passage]:
    """The lines that say something, in their order, those of tables cell by cell.

    A row that names one document, or dates one event, is read as a sentence: `K.52 “Title”, date`.
    What stands in brackets on a line of its own goes on from the line before; so do the date and
    the place of an event ("Date: 3 May 2025") from its title.
    """
    found: list[Passage] = []
    for passage in _all(document):
        if len(passage.text) > _MOST:
            found += _pieces(passage)
        elif not passage.text:
            continue
        elif found and _IN_BRACKETS.match(passage.text):
            found[-1] = _continued(found[-1], " ", passage)
        elif found and _DETAIL.match(passage.text) and found[-1].speaks_of(KINDS):
            found[-1] = _continued(found[-1], ", ", passage)
        else:
            found.append(passage)
    return found


def _continued(before: Passage, joint: str, passage: Passage) -> Passage:
    """A passage with one that goes on from it."""
    text = _DETAIL.sub("", passage.text, count=1)
    text = _DETAILS.sub(", ", text)
    return before._replace(
        text=f"{before.text}{joint}{text}",
        links=before.links + passage.links,
        further=(*before.further, (len(before.text) + len(joint), passage.place)),
    )


def _all(document: Document) -> Iterable[Passage]:
    if document.unit == "line":  # a text file has no tables
        typed = [block for block in document.blocks if isinstance(block, Line)]
        yield from map(_paragraph, wrapping.paragraphs(typed))
        return
    for block in document.blocks:
        if isinstance(block, Line):
            yield _passage(block)
        else:
            for row in block.rows:
                cells = [square for square in row if not square.continues and square.text.strip()]
                lines = [_passage(line) for square in cells for line in square.lines]
                joined = (
                    table_rows.sentence([one.text for one in lines])
                    if len(lines) == len(cells) > 1
                    else ""
                )
                if joined:
                    links = tuple(link for one in lines for link in one.links)
                    yield lines[0]._replace(text=joined, links=links)
                else:
                    yield from lines


def _pieces(passage: Passage) -> Iterator[Passage]:
    """A long paragraph in pieces that end with a word."""
    rest = passage.text
    while rest:
        cut = len(rest) if len(rest) <= _MOST else rest.rfind(" ", _MOST // 2, _MOST) + 1 or _MOST
        here = tuple(one for one in passage.further if one[0] < cut)
        yield passage._replace(text=rest[:cut], further=here)
        passage = Passage(
            rest[cut:],
            passage.place_at(cut),
            further=tuple((at - cut, place) for at, place in passage.further if at > cut),
        )
        rest = passage.text


def _paragraph(lines: Sequence[Line]) -> Passage:
    """The passage that the lines of a text file are together."""
    first = _passage(lines[0])
    if len(lines) == 1:
        return first._replace(text=table_rows.typed(lines[0].text) or first.text)
    parts, further, length = [first.text], [], len(first.text)
    for line in lines[1:]:
        text = identifiers.flatten(wrapping.bare(line.text)).strip()
        joint = "" if _HYPHEN.search(parts[-1][-2:]) else " "
        further.append((length + len(joint), line.place))
        parts.append(f"{joint}{text}")
        length += len(parts[-1])
    return first._replace(text="".join(parts), further=tuple(further))


def _passage(line: Line) -> Passage:
    typed = wrapping.bare(line.text)
    plain = identifiers.flatten(typed)
    bullet = _BULLET.match(typed)
    begin = bullet.end() if bullet else 0
    return Passage(
        text=plain[begin:].strip(),
        place=line.place,
        links=tuple(run.href for run in line.runs if run.href),
        item=bool(line.label) or bool(plain[:begin].strip()),
        numbered=bool(re.match(r"\d", line.label)) or bool(_NUMBERED.match(typed[:120])),
    )
