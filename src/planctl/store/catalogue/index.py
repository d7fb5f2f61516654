"""The index of a catalogue: a line a document, sorted, in the user's cache.

The first line says of what it was made: the version of the form, and the folders with the times at
which they last changed. git puts a changed file in the place of the old one, so that every change
that comes with a pull shows in its folder; for a file edited in place, `planctl catalogue use`
makes the index anew. Looking something up reads the file once and searches in it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planctl.errors import PlanctlError
from planctl.plan.published import Edition
from planctl.second_process import begin
from planctl.store.catalogue import record
from planctl.store.files import reason
from planctl.store.lock import own_folder

_VERSION = 1
_DEEPEST = 2  # folders below the one that was named
_MOST = 200_000  # files
_LARGEST = 1_000_000  # bytes of a file; a real one has 500 to 5,000
_TWO_FROM = 2_000  # files; below, a second process costs more than it saves


class Index:
    """What was found in a catalogue, ready to be asked; see :class:`~planctl.plan.published`."""

    def __init__(self, content: bytes) -> None:
        head, _, self._lines = content.partition(b"\n")
        about = json.loads(head)
        self.stamps: object = about["folders"]
        self.many = int(about["many"])
        whole = self._lines.count(b"\n") == self.many and self._lines.endswith(b"\n")
        if about["version"] != _VERSION or not whole:
            raise ValueError("this is another version's, or not all of it is here")
        self.newest = str(about["newest"])

    def editions(self, key: str) -> Sequence[Edition]:
        """The editions of a document by its key, folded, the earliest first."""
        wanted = f"{key}\t".encode()
        at = self._first(wanted)
        found = []
        while self._lines.startswith(wanted, at):
            end = self._lines.index(b"\n", at)
            _, date, ref, status, title = self._lines[at:end].decode().split("\t")
            found.append(Edition(ref, date, title, status))
            at = end + 1
        return found

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
    """The records of a folder as lines, and the times at which its folders changed."""

    lines: list[str]
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
        lines = _lines(files)
    else:
        half = len(files) // 2
        others = begin(_lines, files[half:])
        lines = _lines(files[:half]) + others()
    return Contents(sorted(set(lines)), stamps)


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


def _lines(files: Sequence[str]) -> list[str]:
    """A line for each file that is a record: key, date, status, name and title, with tabs."""
    lines = []
    for name in files[:_MOST]:
        try:
            text = Path(name).read_text(encoding="utf-8")
        except (OSError, ValueError):
            continue
        found = record.read(text)
        if found:
            key, edition = found
            fields = (key, edition.date, edition.ref, edition.status, edition.title)
            lines.append("\t".join(" ".join(one.split()) for one in fields) + "\n")
    return lines
