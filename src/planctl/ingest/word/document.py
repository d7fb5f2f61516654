"""A Word file as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.ingest.document import Document, Grid, View
from planctl.ingest.word.branches import is_shown
from planctl.ingest.word.flow import Flow
from planctl.ingest.word.lists import Lists
from planctl.ingest.word.notes import Notes
from planctl.ingest.word.parts import blocks
from planctl.ingest.word.reading import Reading
from planctl.ingest.word.remarks import remarks
from planctl.ingest.word.rows import Rows
from planctl.ingest.word.styles import Styles
from planctl.office.markup import parsed
from planctl.office.package import Package
from planctl.office.properties import is_own, written
from planctl.office.refusal import RefusedFileError

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(package: Package, view: View) -> Document:
    """Read a Word file in a view. Raises RefusedFileError."""
    styles = Styles(_part(package, "styles"))
    links = package.relationships(package.document)
    reading = Reading(
        view,
        styles,
        Lists(_part(package, "numbering"), styles),
        {name: link.target for name, link in links.items() if link.kind == "hyperlink"},
        Notes({kind: _part(package, kind) for kind in ("footnotes", "endnotes")}),
    )
    flow = Flow(reading)
    try:
        _read(package, flow)
    except RecursionError as error:  # some thousand fields, links or text boxes, one in another
        raise RefusedFileError("What is in this file is nested deeper than Word does.") from error
    return Document(
        tuple(flow.blocks),
        reading.revised,
        remarks(reading, package),
        written(package),
        typeset=is_own(package),
    )


def _read(package: Package, flow: Flow) -> None:
    rows = Rows(flow.reading)
    for kind, element in blocks(package.document, package.members[package.document]):
        if kind == "table":
            flow.end()
            rows = Rows(flow.reading)
        elif kind == "end":
            if rows.rows:
                flow.blocks.append(Grid(tuple(rows.rows)))
        elif is_shown(element, flow.reading):
            if kind == "row":
                rows.add(element)
            else:
                flow.paragraph(element)
    flow.end()


def _part(package: Package, kind: str) -> _Element | None:
    name = package.related(kind)
    return parsed(name, package.members[name]) if name else None
