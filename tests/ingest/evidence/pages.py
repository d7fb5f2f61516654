"""Documents for the tests: lines of text, read for evidence."""

from __future__ import annotations

from planctl.ingest.document import Document, Line
from planctl.ingest.evidence import reading
from planctl.ingest.evidence.found import Found
from planctl.publish.table import Run


def document(text: str, written: str = "") -> Document:
    """A document of the lines of ``text``."""
    lines = [Line((Run(line),), place=at) for at, line in enumerate(text.split("\n"), 1)]
    return Document(tuple(lines), written=written)


def found(text: str, sort: str, dated: str = "") -> list[Found]:
    """What is found of one sort."""
    return [one for one in reading.read(document(text), dated).found if one.sort == sort]
