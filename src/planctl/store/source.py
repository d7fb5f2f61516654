"""Where the files of a plan repository are read from: the folder, or a revision that git keeps.

Paths are those that the files have in the folder, also where they are there no more.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from planctl.errors import PlanctlError, UsageFault
from planctl.store import git
from planctl.store.files import read_file, refuse_size

_FILE = b"100"  # how the mode of an ordinary file begins
_KINDS = {b"120": "a link", b"160": "a submodule"}  # and those of what leads elsewhere


class Source(Protocol):
    """What a repository reads from; ``revision`` is its name, "" for the folder as it is."""

    revision: str

    def listing(self, folder: Path) -> list[Path] | None:
        """What lies in ``folder``; None where there is no such folder."""

    def read(self, path: Path) -> bytes:
        """The content of a file; PlanctlError where it is not there, or cannot be read."""

    def read_all(self, paths: Sequence[Path]) -> Iterator[bytes]:
        """The content of several files, in their order; as :meth:`read`."""

    def has(self, path: Path) -> bool:
        """Whether there is such a file."""


class Disk:
    """The files as they are now."""

    revision = ""

    def listing(self, folder: Path) -> list[Path] | None:
        """As :class:`Source` says."""
        return [*folder.iterdir()] if folder.is_dir() else None

    def read(self, path: Path) -> bytes:
        """As :class:`Source` says."""
        return read_file(path)

    def read_all(self, paths: Sequence[Path]) -> Iterator[bytes]:
        """As :class:`Source` says."""
        return map(read_file, paths)

    def has(self, path: Path) -> bool:
        """As :class:`Source` says."""
        return path.exists()


class Frozen:
    """The files as they stood in a commit; ``revision`` is what the user calls it.

    Several may read ``objects`` through the same process.
    """

    def __init__(
        self, root: Path, revision: str, commit: str, objects: git.Objects | None = None
    ) -> None:
        self.revision = revision
        self.commit = commit
        self._root = root
        self._objects = objects or git.Objects(root)
        self._blobs = lru_cache(self._list)  # a folder is listed once

    def listing(self, folder: Path) -> list[Path] | None:
        """As :class:`Source` says."""
        found = self._blobs(os.fspath(folder))
        if not found and folder != self._root:  # git keeps no empty folder
            mode, _ = self._entry(folder) or (b"", "")
            if mode:
                raise PlanctlError(
                    f"{folder.name} was {_KINDS.get(mode[:3], 'a file')} at {self.revision}, so"
                    " what it held then is not kept with it and cannot be read back"
                )
        return [folder / name for name in found] or None

    def read(self, path: Path) -> bytes:
        """As :class:`Source` says."""
        [content] = self._objects.each([self.blob(path)])
        refuse_size(path, len(content))
        return content

    def has(self, path: Path) -> bool:
        """As :class:`Source` says."""
        return self._entry(path) is not None

    def read_all(self, paths: Sequence[Path]) -> Iterator[bytes]:
        """As :class:`Source` says."""
        for path, content in zip(paths, self._objects.each(map(self.blob, paths)), strict=True):
            refuse_size(path, len(content))
            yield content

    def blob(self, path: Path) -> str:
        """The name of the object that holds the content of ``path``."""
        found = self._entry(path)
        if found is None:
            raise UsageFault(f"there was no file {path.name} at {self.revision}")
        mode, name = found
        if not mode.startswith(_FILE):
            raise PlanctlError(
                f"{path.name} was {_KINDS.get(mode[:3], 'a folder')} at {self.revision}, so what it"
                " held then is not kept with it and cannot be read back"
            )
        return name

    def _entry(self, path: Path) -> tuple[bytes, str] | None:
        folder, name = os.path.split(path)  # asked of thousands, and a Path is slow to compare
        return self._blobs(folder).get(name)

    def _list(self, folder: str) -> dict[str, tuple[bytes, str]]:
        """The mode and the object of each entry of a folder; none where there is no such folder.

        Git's form of a tree: for each entry its mode, a space, its name, a zero byte, and the bytes
        of the object's name.
        """
        inside = Path(os.path.relpath(folder, self._root)).as_posix()
        tree = self._objects.folder(f"{self.commit}:./{inside}") or b""
        length = len(self.commit) // 2
        entries = {}
        at = 0
        while at < len(tree):
            end = tree.index(b"\0", at)
            mode, _, name = tree[at:end].partition(b" ")
            at = end + 1 + length
            entries[os.fsdecode(name)] = (mode, tree[end + 1 : at].hex())
        return entries
