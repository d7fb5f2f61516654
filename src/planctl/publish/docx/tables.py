"""Tables that are drawn before the document they go into: some of them by another process."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from planctl.publish.docx import drawing, grid
from planctl.publish.docx.check.sketch import Sketch
from planctl.publish.docx.links import Links
from planctl.publish.docx.package import FIRST_LINK_ID
from planctl.publish.docx.revisions import Marking
from planctl.publish.table import Annex

_PORTRAIT_WIDTH = 9638  # of the text between the margins of portrait A4, in twips


class Table(NamedTuple):
    """A table, and its sketch for the check; both are encoded."""

    drawn: bytes
    sketch: bytes


class Tables(NamedTuple):
    """The tables of annexes, in their order, and the paragraphs of which there are sketches.

    ``targets`` are those of the links in them, in the order of their relationships' numbers, which
    begin with FIRST_LINK_ID.
    """

    tables: list[Table]
    paragraphs: bytes
    targets: Sequence[str]


class Body(NamedTuple):
    """What stands in a document's body between front page and end, and the sketch of it."""

    blocks: Sequence[bytes]
    sketch: bytes


def draw(annexes: Iterable[Annex], marking: Marking, *, portrait: bool = False) -> Tables:
    """Draw the tables of annexes; each annex may be forgotten when it is drawn.

    Raises ValueError as :func:`planctl.publish.docx.write` does.
    """
    links, sketch = Links(FIRST_LINK_ID), Sketch()
    width = _PORTRAIT_WIDTH if portrait else grid.TEXT_WIDTH
    drawn = []
    for annex in annexes:
        table = drawing.table(annex, links, marking, width)
        drawn.append(Table(table.encode(), sketch.add(table).encode()))
    return Tables(drawn, sketch.paragraphs.encode(), tuple(links.ids))


def placed(
    annexes: Sequence[Annex], apart: Iterable[Tables], links: Links, marking: Marking
) -> Body:
    """The headings of annexes, and their tables, as if all had been drawn one after the other.

    The links of the tables are added to ``links``.
    """
    tables: list[Table] = []
    sketched: list[bytes] = []
    for some in apart:
        renewed = _renewal(some.targets, links)
        tables += (Table._make(map(renewed, one)) for one in some.tables)
        sketched.append(renewed(some.paragraphs))
    blocks: list[bytes] = []
    for annex, table in zip(annexes, tables, strict=True):
        heading = drawing.heading(annex, marking, new_page=bool(blocks)).encode()
        blocks += (heading, table.drawn)
        sketched += (heading, table.sketch)
    return Body(blocks, b"".join(sketched))


def _renewal(targets: Sequence[str], links: Links) -> Callable[[bytes], bytes]:
    """What gives the links in a text the relationships that their ``targets`` have in ``links``."""
    new = {
        f"rId{number}".encode(): links.known(target).encode()
        for number, target in enumerate(targets, FIRST_LINK_ID)
    }
    if all(old == now for old, now in new.items()):
        return lambda text: text
    link = re.compile(rb' r:id="([^"]+)')
    return lambda text: link.sub(lambda found: b' r:id="' + new[found[1]], text)
