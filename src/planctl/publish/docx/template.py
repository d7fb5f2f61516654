"""The tables in a copy of a document that is somebody's own.

All parts of the document stay as they are, byte for byte, but those to which something is added:
the document itself (the tables, and the properties of the sections around them), its
relationships (links), its styles and lists, and, for new parts, the list of content types.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from planctl.office.package import TYPES, Package, open_package, rels_of
from planctl.office.refusal import RefusedFileError
from planctl.patterns import late
from planctl.publish.docx import adopted, blocks, package
from planctl.publish.docx.adopted import Adopted
from planctl.publish.docx.blocks import Body
from planctl.publish.docx.check import part_faults, unreadable
from planctl.publish.docx.insertion import Insertion, splices
from planctl.publish.docx.links import Links
from planctl.publish.docx.places import Place, places, shared_out
from planctl.publish.docx.revisions import Marking, highest_number
from planctl.publish.docx.splices import Splice, appended, outline, spliced
from planctl.publish.table import Annex, Tracking

_ASIDE = late(r"/(?:header|footer|footnotes|endnotes)\d*\.xml$", re.IGNORECASE)


class Template(NamedTuple):
    """A document, and which plans go where in it."""

    package: Package
    body: Body
    places: list[Place]
    plans: list[list[str]]

    @property
    def order(self) -> list[str]:
        """The keys of the plans that have a place, in the document's order."""
        return [key for keys in self.plans for key in keys]


def open_template(data: bytes, keys: Sequence[str]) -> Template:
    """Open a document as a template for the plans with these keys.

    Raises RefusedFileError, which says why, for a file that cannot be one.
    """
    opened = open_package(data)
    if opened.kind in ("docm", "dotm"):
        raise RefusedFileError("This file holds macros: save it as .docx, without them.")
    if any(name.lower().startswith("_xmlsignatures/") for name in opened.members):
        raise RefusedFileError(
            "This file is signed, and the signature would not hold for a copy: take it off first."
        )
    try:
        body = blocks.read(opened.members[opened.document])
    except ValueError as error:
        raise RefusedFileError(f"This file is damaged: {opened.document}, {error}") from error
    if body is None:
        raise RefusedFileError(
            "This is a “Strict Open XML Document”: save it as “Word Document (.docx)”."
        )
    for name, content in opened.members.items():
        if _ASIDE.search(name) and b"[[planctl" in content.lower():
            raise RefusedFileError(
                "[[planctl]] stands in a page header, a footer or a note: put it into a paragraph"
                " of the text."
            )
    found = places(body, keys)
    return Template(opened, body, found, shared_out(found, keys))


def fill(
    template: Template,
    annexes: Mapping[str, Annex],
    *,
    portrait: bool = False,
    tracking: Tracking | None = None,
) -> bytes:
    """Return a copy of the document with the annexes, by the keys of their plans, in their places.

    In a document in portrait they stand in landscape sections of their own, but for ``portrait``.
    With ``tracking``, what is marked in them is drawn as revisions, without in colour. Raises
    ValueError for text that XML cannot carry, and AssertionError for a bug in planctl.
    """
    copy = _Copy(template.package)
    links = Links(first=copy.first_relationship)
    insertions = [
        Insertion(place, [annexes[key] for key in keys])
        for place, keys in zip(template.places, template.plans, strict=True)
    ]
    document = copy.members[template.package.document]
    marking = Marking(tracking, highest_number(document))
    made = splices(document, template.body, insertions, links, marking, portrait=portrait)
    drawn = "".join(splice.text for splice in made)
    styles = copy.adopt("styles", lambda held: adopted.style_sheet(held, drawn))
    lists = copy.adopt("numbering", adopted.numbering) if "<w:numId " in drawn else {}
    made = [item._replace(text=adopted.renamed(item.text, styles, lists)) for item in made]
    copy.relationships.extend(package.link_relationships(links))
    data = copy.packed(spliced(document, made))
    if found := copy.faults(_alone(made, template.body, document)):
        raise AssertionError("What planctl put into the file has faults: " + " ".join(found))
    return data


def _alone(made: Sequence[Splice], body: Body, document: bytes) -> str:
    """Return a document of what is put in, without what was there.

    Properties of a section that stand within a paragraph of the document are left out.
    """
    first = body.blocks[0].span.start if body.blocks else body.end
    within = {span for block in body.blocks for span in block.sections if span != block.span}
    added = [item.text for item in made if (item.start, item.end) not in within]
    return "".join([document[:first].decode(), *added, document[body.end :].decode()])


class _Copy:
    """The members of the copy, and what is added to its list of parts and relationships."""

    def __init__(self, original: Package) -> None:
        self.original = original
        self.members = dict(original.members)
        self.rels = rels_of(original.document)
        self.members.setdefault(self.rels, package.relationships([]).encode())
        self.relationships: list[str] = []
        self.types: list[str] = []
        self.parts: dict[str, str] = {}  # the names of styles.xml and numbering.xml here

    @property
    def first_relationship(self) -> int:
        """The first number that no relationship of the document has, nor any after it."""
        held = outline(self.members[self.rels]).children
        numbers = (item.attributes.get("Id", "").lower().removeprefix("rid") for item in held)
        taken = max((int(item) for item in numbers if item.isdecimal()), default=0)
        return taken + 3  # two may go to new parts

    def adopt(self, kind: str, take: Callable[[bytes | None], Adopted]) -> dict[str, str]:
        """Add to the styles or lists, in a new part where there is none; return the IDs."""
        name = self.original.related(kind)
        taken = take(self.members[name] if name else None)
        if name is None:
            folder = posixpath.dirname(self.original.document)
            name = self._free(posixpath.join(folder, kind))
            number = self.first_relationship - 2 + len(self.relationships)
            self.relationships.append(
                package.relationship(f"rId{number}", kind, posixpath.basename(name))
            )
            self.types.append(package.override(f"/{name}", kind))
        self.parts[f"word/{kind}.xml"] = name
        self.members[name] = taken.content
        return taken.ids

    def packed(self, document: bytes) -> bytes:
        """Put the copy together, with this as its document."""
        self.members[self.original.document] = document
        self._append(self.rels, self.relationships)
        self._append(TYPES, self.types)
        if self.original.kind == "dotx":
            self.members[TYPES] = self.members[TYPES].replace(
                b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
            )
        return package.pack(self.members)

    def faults(self, added: str) -> list[str]:
        """Return what is wrong in ``added``, a document of all that was put in."""
        parts = {**self.parts, "word/_rels/document.xml.rels": self.rels}
        old = self.original.members
        before = {held: old[name] for held, name in parts.items() if name in old}
        after = {held: self.members[name] for held, name in parts.items()}
        known = part_faults(before)
        found = unreadable(self.original.document, self.members[self.original.document])
        return [*found, *(fault for fault in part_faults(after, added) if fault not in known)]

    def _append(self, part: str, texts: list[str]) -> None:
        if texts:
            held = self.members[part]
            self.members[part] = spliced(held, [appended(outline(held), held, "".join(texts))])

    def _free(self, stem: str) -> str:
        names = {name.lower() for name in self.members}
        name, number = f"{stem}.xml", 1
        while name.lower() in names:
            number += 1
            name = f"{stem}{number}.xml"
        return name
