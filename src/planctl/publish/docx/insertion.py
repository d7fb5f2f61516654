"""Annexes put into the text of a document, each place in the section that it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl.office.shape import WORD
from planctl.publish.docx import drawing, sections
from planctl.publish.docx.blocks import Body, Span
from planctl.publish.docx.links import Links
from planctl.publish.docx.places import Place
from planctl.publish.docx.revisions import Marking
from planctl.publish.docx.splices import Splice, declared
from planctl.publish.table import Annex


class Insertion(NamedTuple):
    """A place, and the annexes that go there."""

    place: Place
    annexes: Sequence[Annex]


class _Section(NamedTuple):
    """The blocks from ``first`` to ``last``, and where their section's properties stand, if any."""

    first: int
    last: int
    properties: Span | None


def splices(
    data: bytes,
    body: Body,
    insertions: Sequence[Insertion],
    links: Links,
    marking: Marking,
    *,
    portrait: bool,
) -> list[Splice]:
    """Return what changes in the document ``data``: the tables, and sections around them.

    ``insertions`` are in the document's order. With ``portrait``, and in sections in landscape,
    tables stand between the text. Links are added to ``links``.
    """
    made: list[Splice] = []
    for section in _sections(body):
        own = [item for item in insertions if _section_of(body, item.place) == section]
        if own:
            filling = _Filling(data, body, section, links, marking, portrait=portrait)
            made += filling.splices(own)
    return made


def _sections(body: Body) -> list[_Section]:
    found: list[_Section] = []
    first = 0
    for index, block in enumerate(body.blocks):
        for properties in block.sections:
            found.append(_Section(first, index, properties))
            first = index + 1
    if not body.blocks or body.blocks[-1].name != f"{WORD}sectPr":
        found.append(_Section(first, len(body.blocks) - 1, None))
    return found


def _section_of(body: Body, place: Place) -> _Section:
    beyond = place.block if place.replaces else place.block + 1
    return next(item for item in _sections(body) if item.properties is None or beyond <= item.last)


class _Filling:
    """One section while tables are put into it."""

    def __init__(
        self,
        data: bytes,
        body: Body,
        section: _Section,
        links: Links,
        marking: Marking,
        *,
        portrait: bool,
    ) -> None:
        self.body = body
        self.section = section
        self.links = links
        self.marking = marking
        where = section.properties
        self.properties = data[where.start : where.end] if where else sections.EMPTY
        if where is None and not body.plain:
            self.properties = declared(sections.EMPTY.decode()).encode()
        page = sections.page(self.properties)
        self.between = portrait or page.wide  # no sections of their own for the tables
        self.width = page.width if self.between else sections.page(self._landscape().encode()).width

    def splices(self, insertions: Sequence[Insertion]) -> list[Splice]:
        made: list[Splice] = []
        turned = ""
        text_before = self._text(self.section.first, _beginning(insertions[0].place))
        said = False  # whether the section's own properties already stand before the tables
        for index, (place, annexes) in enumerate(insertions):
            following = insertions[index + 1 :]
            until = _beginning(following[0].place) if following else self.section.last + 1
            text_after = self._text(place.block + 1, until)
            blocks: list[str] = []
            if text_before and not self.between:
                blocks.append(drawing.closing(self._again() if said else self._own()))
                said = True
            if text_before or index == 0:
                turned = self._landscape(first=not said)
                said = True
            new_page = text_before if self.between else index > 0 and not text_before
            blocks += drawing.annexes(
                annexes, self.links, self.marking, width=self.width, new_page=new_page
            )
            ends = self._ends_in(place)
            if self.between:
                blocks.append(drawing.closing(self._own() if ends else ""))
            else:
                blocks.append(drawing.closing(turned if ends or text_after else ""))
            made.append(self._splice(place, blocks))
            text_before = text_after
        if not self.between and not self._ends_in(insertions[-1].place):
            made += self._last(self._again() if text_before else turned)
        return made

    def _landscape(self, *, first: bool = True) -> str:
        return sections.landscape(self.properties, first=first, plain=self.body.plain)

    def _own(self) -> str:
        return self.properties.decode()

    def _again(self) -> str:
        return sections.following(self.properties)

    def _text(self, first: int, until: int) -> bool:
        """Whether anything is to be seen in the blocks from ``first`` up to ``until``."""
        blocks = self.body.blocks[first:until]
        return any(not block.empty for block in blocks if block.name != f"{WORD}sectPr")

    def _ends_in(self, place: Place) -> bool:
        """Whether the section's properties stand in the paragraph that the tables replace."""
        return place.replaces and bool(self.body.blocks[place.block].sections)

    def _splice(self, place: Place, blocks: Sequence[str]) -> Splice:
        if not self.body.plain:
            blocks = [declared(block) for block in blocks]
        text = "".join(blocks)
        if place.block < 0:
            start = self.body.blocks[0].span.start if self.body.blocks else self.body.end
            return Splice(start, start, text)
        block = self.body.blocks[place.block]
        if not place.replaces:
            return Splice(block.span.end, block.span.end, text)
        return Splice(block.span.start, block.span.end, block.kept + text)

    def _last(self, properties: str) -> list[Splice]:
        """Replace the section's properties where they stand."""
        where = self.section.properties or Span(self.body.end, self.body.end)
        if properties == self._own() and self.section.properties:
            return []
        return [Splice(where.start, where.end, properties)]


def _beginning(place: Place) -> int:
    """Return the number of the first block that is not before the tables."""
    return place.block if place.replaces else place.block + 1
