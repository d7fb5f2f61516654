"""The index of a catalogue: a line a document, sorted, in the user's cache.

The first line says of what it was made: the version of the form, and the folders with the times at
which they last changed. git puts a changed file in the place of the old one, so that every change
that comes with a pull shows in its folder, and the index is made anew. Looking something up reads
the index once and searches in it; each line names its record and when that last changed, and a
record that was edited in place since is read again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planctl.errors import PlanctlError, SyntaxFault
from planctl.plan.published import Edition
from planctl.second_process import begin
from planctl.store.catalogue import record
from planctl.store.files import reason
from planctl.store.lock import own_folder

_VERSION = 2
_DEEPEST = 2  # folders below the one that was named
_MOST = 200_000  # files
_LARGEST = 1_000_000  # bytes of a file; a real one has 500 to 5,000
_NAMED = 3  # of the files that cannot be read
_TWO_FROM = 2_000  # files; below, a second process costs more than it saves


class Index:
    """What was found in a catalogue, ready to be asked; see :class:`~planctl.plan.published`.

    ``unread`` are the first few of the files that could not be read, ``many_unread`` how many.
    """

    def __init__(self, content: bytes) -> None:
        head, _, self._lines = content.partition(b"\n")
        about = json.loads(head)
        self.stamps: object = about["folders"]
        self.many = int(about["many"])
        whole = self._lines.count(b"\n") == self.many and self._lines.endswith(b"\n")
        if about["version"] != _VERSION or not whole:
            raise ValueError("this is another version's, or not all of it is here")
        self.newest = str(about["newest"])
        self.unread: Sequence[str] = about["unread"]
        self.many_unread = int(about["many_unread"])

    def editions(self, key: str) -> Sequence[Edition]:
        """The editions of a document by its key, folded, the earliest first."""
        wanted = f"{key}\t".encode()
        at = self._first(wanted)
        found = []
        while self._lines.startswith(wanted, at):
            end = self._lines.index(b"\n", at)
            edition = _as_it_is(self._lines[at:end].decode())
            if edition:
                found.append(edition)
            at = end + 1
        return sorted(found, key=lambda one: one.date)

    def knows_series(self, letter: str) -> bool:
        """Whether anything of a series ("L") is listed."""
        wanted = f"{letter.casefold()}.".encode()
        return self._lines.startswith(wanted, self._first(wanted))

    def _first(self, wanted: bytes) -> int:
        """Where the first line begins that is not before ``wanted``; the lines are sorted."""
        low, high = 0, len(self._lines)
        while low < high:
            middle = (low + high) // 2
            start = self._lines.rfind(b"\n", low, middle) + 1 or low
            end = self._lines.index(b"\n", middle)
            if self._lines[start:end] < wanted:
                low = end + 1
            else:
                high = start
        return low


class Contents(NamedTuple):
    """The records of a folder as lines, the files that are none that can be read, and ``stamps``.

    Those are the times at which its folders changed.
    """

    lines: list[str]
    unread: list[str]
    stamps: dict[str, int]


def opened(folder: Path) -> Index | None:
    """The index of the catalogue in ``folder``; None where it is yet to be made, or made anew."""
    try:
        index = Index(_file(folder).read_bytes())
        stamps = index.stamps
        if isinstance(stamps, dict) and all(
            os.stat(name).st_mtime_ns == time  # noqa: PTH116  as quickly as can be
            for name, time in stamps.items()
        ):
            return index
    except (OSError, ValueError, LookupError, TypeError):
        pass  # there is none, or something else has written there
    return None


def make(folder: Path) -> Index:
    """Read the catalogue in ``folder``, and keep its index.

    Raises PlanctlError where the folder cannot be read, or has no record in it.
    """
    contents = _read(folder)
    if not contents.lines:
        raise PlanctlError(
            f"{folder} has no files of Relaton's ITU data (YAML files with docidentifier and"
            " title). Name the folder of the clone, or its folder “data”."
        )
    newest = max(line.split("\t", 2)[1] for line in contents.lines)
    about = {
        "version": _VERSION,
        "folders": contents.stamps,
        "many": len(contents.lines),
        "newest": newest,
        "unread": contents.unread[:_NAMED],
        "many_unread": len(contents.unread),
    }
    content = "".join((json.dumps(about), "\n", *contents.lines)).encode()
    file = _file(folder)
    with suppress(OSError):  # without it the catalogue is read again the next time
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary = file.with_name(f".{file.name}.{os.getpid()}")
        temporary.write_bytes(content)
        temporary.replace(file)
    return Index(content)


def _file(folder: Path) -> Path:
    return own_folder(folder) / "catalogue.txt"


def _read(folder: Path) -> Contents:
    stamps: dict[str, int] = {}
    try:
        files = list(_files(os.fspath(folder.resolve(strict=True)), stamps))
    except OSError as error:
        raise PlanctlError(f"{folder} cannot be read: {reason(error)}") from error
    if len(files) < _TWO_FROM:
        lines, unread = _lines(files)
    else:
        half = len(files) // 2
        others = begin(_lines, files[half:])
        lines, unread = _lines(files[:half])
        further = others()
        lines, unread = lines + further[0], unread + further[1]
    return Contents(sorted(set(lines)), sorted(unread), stamps)


def _files(folder: str, stamps: dict[str, int], depth: int = 0) -> Iterator[str]:
    """The YAML files below a folder; the times of the folders that have some go into ``stamps``."""
    changed = os.stat(folder).st_mtime_ns  # noqa: PTH116  before it is looked at
    below = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append(entry.path)
            elif entry.name.endswith((".yaml", ".yml")) and entry.is_file():
                if entry.stat().st_size <= _LARGEST:
                    yield entry.path
                stamps[folder] = changed
    stamps.setdefault(folder, changed)
    for one in sorted(below) if depth < _DEEPEST else ():
        yield from _files(one, stamps, depth + 1)


def _lines(files: Sequence[str]) -> tuple[list[str], list[str]]:
    """A line for each file that is a record, and the names of those that cannot be read.

    A line has key, date, name, status, title, file and time of its last change, with tabs between.
    """
    lines = []
    unread = []
    for name in files[:_MOST]:
        try:
            stamp = os.stat(name).st_mtime_ns  # noqa: PTH116  before it is read
            found = record.read(Path(name).read_text(encoding="utf-8"))
        except (OSError, ValueError, SyntaxFault):
            unread.append(name)
            continue
        if found:
            key, edition = found
            fields = (key, edition.date, edition.ref, edition.status, edition.title)
            told = [" ".join(one.split()) for one in fields]
            lines.append("\t".join((*told, name, str(stamp))) + "\n")
    return lines, unread


def _as_it_is(line: str) -> Edition | None:
    """The edition of a line, read again where its file has changed.

    None where the file is about something else now; what cannot be read any more stays as it was.
    """
    key, date, ref, status, title, name, stamp = line.split("\t")
    known = Edition(ref, date, title, status)
    try:
        if os.stat(name).st_mtime_ns == int(stamp):  # noqa: PTH116  as quickly as can be
            return known
        found = record.read(Path(name).read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxFault):
        return known
    return found[1] if found and found[0] == key else None
