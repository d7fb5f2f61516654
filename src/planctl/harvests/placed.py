"""Evidence from documents with its places in the plans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from planctl.ingest.evidence.found import Found
from planctl.ingest.evidence.reading import Reading
from planctl.plan.model import Plan
from planctl.review.placing.place import Place, Register


class Placed(NamedTuple):
    """A piece of evidence, and what the plans have to do with it.

    ``unit`` is what its places count, as :class:`planctl.ingest.document.Document` says. ``year``
    is that of the document, "" where it is not known.
    """

    found: Found
    place: Place
    unit: str
    year: str = ""

    @property
    def is_mere_body(self) -> bool:
        """Whether it is an organization, and not an initiative, which a report may list."""
        return self.found.sort == "body" and "kind" not in self.found.fields

    @property
    def is_new(self) -> bool:
        """Whether it can stand in a report, and none has it yet."""
        return not self.place.cited and self.found.sort != "plan" and not self.is_mere_body


class Page(NamedTuple):
    """A document with what was found in it."""

    path: Path
    reading: Reading
    placed: tuple[Placed, ...]


Harvest = Sequence[Page]


def place(
    plans: Sequence[Plan], read: Iterable[tuple[Path, str, Reading]], *, only_new: bool
) -> Harvest:
    """Everything found with its place; with ``only_new`` what no plan cites.

    What was ``read`` comes with its file, and with what its places count.
    """
    register = Register(plans)
    pages = []
    for path, unit, reading in read:
        year = reading.written.date[:4]
        every = (Placed(one, _place(register, one), unit, year) for one in reading.found)
        kept = tuple(one for one in every if not (only_new and one.place.cited))
        pages.append(Page(path, reading, kept))
    return pages


def _place(register: Register, found: Found) -> Place:
    where = register.place(found.deliverable, found.sentence)
    if found.sort != "body":
        return where
    # A body is known by its names in the texts, whether or not a report lists it.
    cited = tuple(register.speaking_of(_names(str(found.fields["title"]))))
    others = tuple(one for one in where.choices if one.address not in cited)
    return Place(cited, (), others if "kind" in found.fields else ())


def _names(title: str) -> list[str]:
    """A body's names: "Commission on … (CSTD)" has two."""
    long, _, short = title.partition(" (")
    return [long, short.rstrip(")")] if short else [long]
