"""A Word or Excel file that others have made, opened without trusting it.

What is refused, in this order: a file that is too large; an old .doc, a file with a password, RTF
and whatever is no ZIP file; a ZIP file with unsound members, too many of them or too much in them;
a document type declaration (and with it every entity) in any XML part; a package of another kind.
Nothing outside the file is ever looked at.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from planctl.office.members import MARKUP, unpacked
from planctl.office.refusal import RefusedFileError, refuse_declarations, refuse_other_formats
from planctl.office.shape import Node
from planctl.office.shape import read as read_shape

if TYPE_CHECKING:
    pass

TYPES = "[Content_Types].xml"

_LINK_LIMIT = 100_000
_WORD = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "dotx",
    "application/vnd.ms-word.document.macroenabled.main+xml": "docm",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": "dotm",
}
_EXCEL = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": "xltx",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": "xlsm",
    "application/vnd.ms-excel.template.macroenabled.main+xml": "xltm",
}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"


class Relationship(NamedTuple):
    """Where a part leads to: the last word of the type ("hyperlink"), and the target as written.

    ``part`` is the name of the member meant, "" where there is none such or it is outside.
    """

    kind: str
    target: str
    part: str
    external: bool


class Package(NamedTuple):
    """The members of a file by name, in their order, and the name of the document among them.

    ``kind`` is "docx", "dotx" (a template), "docm" or "dotm" (with macros), or, of a workbook,
    "xlsx", "xltx", "xlsm" or "xltm", whatever the file is called.
    """

    members: Mapping[str, bytes]
    document: str
    kind: str

    def related(self, kind: str) -> str | None:
        """Return the part that the document's relationship ``kind`` ("styles") leads to."""
        return _target(self.members, self.document, kind)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return the relationships of a part ("" is the package) by their IDs."""
        return dict(_relationships(self.members, part))


def open_package(data: bytes, *, excel: bool = False, pictures: bool = True) -> Package:
    """Open a Word file, or with ``excel`` one of Excel too; without ``pictures`` only its XML.

    Raises RefusedFileError for what is none, or is not sound.
    """
    wanted = "Word or Excel" if excel else "Word"
    refuse_other_formats(data, wanted)
    members = unpacked(data, pictures=pictures)
    for name, content in members.items():
        if MARKUP.fullmatch(name):
            refuse_declarations(name, content)
    document = _target(members, "", "officeDocument")
    if TYPES not in members or document is None:
        if members.get("mimetype", b"").startswith(_OPEN_DOCUMENT):
            sheet = excel and members["mimetype"].startswith(_OPEN_DOCUMENT + b".spreadsheet")
            known = "an Excel file (.xlsx)" if sheet else "a Word file (.docx)"
            raise RefusedFileError(f"This is an OpenDocument file: save it as {known}.")
        raise RefusedFileError(f"This is no {wanted} file.")
    kinds = _WORD | _EXCEL if excel else _WORD
    kind = kinds.get(_content_type(members, document).lower())
    if kind is None:
        raise RefusedFileError(f"This is no {wanted} file, but a file of another program.")
    refuse_declarations(document, members[document])
    return Package(members, document, kind)


def rels_of(part: str) -> str:
    """Return the name of the part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(members: Mapping[str, bytes], part: str, kind: str) -> str | None:
    """Return the first part that a relationship ``kind`` of ``part`` leads to, if it is there."""
    found = (held for _, held in _relationships(members, part))
    return next((held.part for held in found if held.kind == kind and held.part), None)


def _relationships(members: Mapping[str, bytes], part: str) -> Iterator[tuple[str, Relationship]]:
    name = rels_of(part)
    if name not in members:
        return
    for entry in _root(members, name).children:
        held = entry.attributes
        target, external = held.get("Target", ""), held.get("TargetMode") == "External"
        path = posixpath.join("/", posixpath.dirname(part), target)
        led = "" if external else posixpath.normpath(path).lstrip("/")
        yield (
            held.get("Id", ""),
            Relationship(
                held.get("Type", "").rpartition("/")[2],
                target,
                led if led in members else "",
                external,
            ),
        )


def _content_type(members: Mapping[str, bytes], part: str) -> str:
    extension = part.rpartition(".")[2].lower()
    found = ""
    for entry in _root(members, TYPES).children:
        held = entry.attributes
        if held.get("PartName", "").lower() == f"/{part.lower()}":
            return held.get("ContentType", "")
        if held.get("Extension", "").lower() == extension:
            found = held.get("ContentType", "")
    return found


def _root(members: Mapping[str, bytes], name: str) -> Node:
    if members[name].count(b"<") > _LINK_LIMIT:
        raise RefusedFileError(f"{name} in this file is larger than that of any document.")
    try:
        return read_shape(members[name]).root
    except ValueError as error:
        raise RefusedFileError(f"This file is damaged: {name}, {error}") from error
