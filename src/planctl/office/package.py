"""A Word file that others have made, opened without trusting it.

What is refused, in this order: a file that is too large; an old .doc, a file with a password, RTF
and OpenDocument; a ZIP file with unsound members, too many of them or too much in them; a document
type declaration (and with it every entity) in any XML part; a package that is no Word document.
Nothing outside the file is ever looked at.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from planctl.office.shape import Node
from planctl.office.shape import read as read_shape

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

TYPES = "[Content_Types].xml"

_MIB = 1 << 20
_FILE_LIMIT = 64 * _MIB
_CONTENT_LIMIT = 200 * _MIB
_MEMBER_LIMIT = 5000
_RATIO_LIMIT = 200  # of a part's size to its compressed size; Word's own parts stay below 50
_RATIO_FREE = 4 * _MIB  # a part up to this size may be compressed as well as it likes

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(r".*\.(?:xml|rels|vml|svg)", re.IGNORECASE)
_WORD_KINDS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "dotx",
    "application/vnd.ms-word.document.macroenabled.main+xml": "docm",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": "dotm",
}


class RefusedFileError(ValueError):
    """A file is not used; the message says why, and what to do about it."""


class Package(NamedTuple):
    """The members of a Word file by name, in their order, and the name of the document among them.

    ``kind`` is "docx", "dotx" (a template), "docm" or "dotm" (with macros), whatever the file is
    called.
    """

    members: Mapping[str, bytes]
    document: str
    kind: str

    def related(self, kind: str) -> str | None:
        """Return the part that the document's relationship ``kind`` ("styles") leads to."""
        return _target(self.members, self.document, kind)


def open_package(data: bytes) -> Package:
    """Open a Word file. Raises RefusedFileError for what is none, or is not sound."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    _refuse_other_formats(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_unsound(archive.infolist())
            members = _inflated(archive)
    except (BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise RefusedFileError("This file is damaged: it cannot be unpacked.") from error
    except ValueError as error:
        if isinstance(error, RefusedFileError):
            raise
        raise RefusedFileError("This file is damaged: it cannot be unpacked.") from error
    for name, content in members.items():
        if _MARKUP.fullmatch(name):
            refuse_declarations(name, content)
    document = _target(members, "", "officeDocument")
    if TYPES not in members or document is None:
        if members.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
            raise RefusedFileError("This is an OpenDocument file: save it as a Word file (.docx).")
        raise RefusedFileError("This is no Word file.")
    kind = _WORD_KINDS.get(_content_type(members, document).lower())
    if kind is None:
        raise RefusedFileError("This is no Word file, but a file of another program.")
    refuse_declarations(document, members[document])
    return Package(members, document, kind)


def rels_of(part: str) -> str:
    """Return the name of the part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def refuse_declarations(name: str, content: bytes) -> None:
    """Raise RefusedFileError where an XML part has a DTD; nothing after its first tag is read."""
    from xml.parsers import expat

    def refuse(*_: object) -> None:
        raise RefusedFileError(
            f"{name} in this file declares its own document type, which no Word file does."
        )

    def stop(*_: object) -> None:
        raise StopIteration

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(content, True)  # noqa: FBT003
    except StopIteration:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, RefusedFileError):
            raise
        raise RefusedFileError(f"This file is damaged: {name} in it cannot be read.") from error


def _refuse_other_formats(data: bytes) -> None:
    if len(data) > _FILE_LIMIT:
        raise RefusedFileError("This file is larger than 64 MiB.")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise RefusedFileError(
                "This file is protected with a password: open it in Word, take the password off"
                " (File, Info, Protect Document, Encrypt with Password), and save it."
            )
        raise RefusedFileError(
            "This is a Word file of the old kind (.doc): open it in Word and save it as .docx."
        )
    if data.startswith(b"{\\rtf"):
        raise RefusedFileError("This is an RTF file: open it in Word and save it as .docx.")
    if not data.startswith(b"PK"):
        raise RefusedFileError("This is no Word file.")


def _refuse_unsound(infos: Sequence[ZipInfo]) -> None:
    names = [info.filename.lower() for info in infos]
    if len(names) > _MEMBER_LIMIT:
        raise RefusedFileError(f"This file has more than {_MEMBER_LIMIT} parts.")
    if len(set(names)) < len(names):
        raise RefusedFileError("This file is damaged: it holds the same part twice.")
    for info in infos:
        name = info.orig_filename
        if "\\" in name or "\0" in name or name.startswith("/") or ".." in name.split("/"):
            raise RefusedFileError(f"This file is damaged: “{name!r}” is no name of a part.")
        if info.flag_bits & 0x1:
            raise RefusedFileError("This file is encrypted: save it without a password.")
        if info.compress_type not in (0, 8):  # stored and deflated: Word reads no other
            raise RefusedFileError("This file is damaged: it cannot be unpacked.")
        if info.file_size > max(_RATIO_FREE, _RATIO_LIMIT * info.compress_size):
            raise RefusedFileError(f"{name} in this file is compressed beyond what Word does.")
    if sum(info.file_size for info in infos) > _CONTENT_LIMIT:
        raise RefusedFileError("What is in this file is larger than 200 MiB.")


def _inflated(archive: ZipFile) -> dict[str, bytes]:
    """Unpack the members, counting the bytes: what the directory says of sizes may be wrong."""
    from zlib import error as zlib_error

    members: dict[str, bytes] = {}
    room = _CONTENT_LIMIT
    for info in archive.infolist():
        if info.is_dir():
            continue
        try:
            with archive.open(info) as stream:
                content = stream.read(room + 1)
        except zlib_error as error:
            raise OSError from error
        room -= len(content)
        if room < 0:
            raise RefusedFileError("What is in this file is larger than 200 MiB.")
        members[info.filename] = content
    return members


def _target(members: Mapping[str, bytes], part: str, kind: str) -> str | None:
    """Return the first part that a relationship ``kind`` of ``part`` leads to, if it is there."""
    name = rels_of(part)
    if name not in members:
        return None
    for entry in _root(members, name).children:
        held = entry.attributes
        if held.get("Type", "").rpartition("/")[2] != kind or held.get("TargetMode") == "External":
            continue
        path = posixpath.join("/", posixpath.dirname(part), held.get("Target", ""))
        target = posixpath.normpath(path).lstrip("/")
        if target in members:
            return target
    return None


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
    try:
        return read_shape(members[name]).root
    except ValueError as error:
        raise RefusedFileError(f"This file is damaged: {name}, {error}") from error
