"""The members of a ZIP file that others have made: unpacked if they are sound and not too large.

The limits are far beyond what Word and Excel write, and within what a computer has room for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from planctl.office.refusal import RefusedFileError
from planctl.patterns import late

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_MIB = 1 << 20
_CONTENT_LIMIT = 200 * _MIB
_MEMBER_LIMIT = 5000
_RATIO_LIMIT = 200  # of a part's size to its compressed size; Word's own parts stay below 50
_RATIO_FREE = 4 * _MIB  # a part up to this size may be compressed as well as it likes

MARKUP = late(r".*\.(?:xml|rels|vml|svg)", re.IGNORECASE)
"""The names of parts that are XML."""
DAMAGED = "This file is damaged: open it in the program that wrote it, and save it again."
_TOO_MUCH = (
    "What is in this file is larger than 200 MiB: take its pictures out, or copy what is wanted"
    " into a new file."
)


def unpacked(data: bytes, *, pictures: bool = True) -> dict[str, bytes]:
    """Return the members of a ZIP file by name, in their order; without ``pictures`` only XML.

    Raises RefusedFileError.
    """
    import zlib
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    broken = (BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError)
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_unsound(archive.infolist())
            return _inflated(archive, pictures=pictures)
    except (*broken, ValueError) as error:
        raise RefusedFileError(DAMAGED) from error


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
            raise RefusedFileError(DAMAGED)
    if sum(info.file_size for info in infos) > _CONTENT_LIMIT:
        raise RefusedFileError(_TOO_MUCH)
    for info in infos:
        if info.file_size > max(_RATIO_FREE, _RATIO_LIMIT * info.compress_size):
            raise RefusedFileError(
                f"{info.filename} in this file is compressed beyond what Word and Excel do: it may"
                " be meant to do harm."
            )


def _inflated(archive: ZipFile, *, pictures: bool) -> dict[str, bytes]:
    """Unpack the members, counting the bytes: what the directory says of sizes may be wrong."""
    members: dict[str, bytes] = {}
    room = _CONTENT_LIMIT
    for info in archive.infolist():
        wanted = pictures or info.filename == "mimetype" or MARKUP.fullmatch(info.filename)
        if info.is_dir() or not wanted:
            continue
        with archive.open(info) as stream:
            content = stream.read(room + 1)
        room -= len(content)
        if room < 0:
            raise RefusedFileError(_TOO_MUCH)
        members[info.filename] = content
    return members
