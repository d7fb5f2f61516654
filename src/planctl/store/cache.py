"""The last result of ``validate``, kept in the git directory so that nothing is read twice.

A result is used again only if every file it came from is the same as then: the plans, the settings,
the schemas and planctl's own modules. As in git's index a file is the same if its size, its times,
and its number on the disk are, and if it had already rested when it was looked at: a file changed
within the same tick of the clock may change again unseen. The cache may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.finding import ERROR, WARNING, Finding
from planctl.store import schema, settings
from planctl.store.repository import is_plan

if TYPE_CHECKING:
    from planctl.store.repository import Repository

_NAME = "validate.json"
_TICK = 100_000_000  # nanoseconds: well above the tick of file systems that count fractions
_COARSE_TICK = 2_000_000_000  # of those that count whole seconds, or (FAT) every other one
_PACKAGE = Path(__file__).parent.parent
# What no result of a check depends on.
_NO_PART = ("cli", "compare", "ingest", "publish", "reports", "stale", "__pycache__")

Stamps = dict[str, list[int]]
"""What identifies the content of each file that a result came from."""


class Taken(NamedTuple):
    """The stamps of a repository whose plans lie in the folder ``plans``.

    ``now`` is a time, in nanoseconds, before they were taken and before any of the files was read.
    """

    now: int
    plans: str
    stamps: Stamps


class Kept(NamedTuple):
    """A result: all findings, and the files (settings, plans) that were looked at, as shown."""

    files: list[str]
    findings: list[Finding]


def take(root: Path, plans: str, now: int) -> Taken:
    """The stamps of the repository at ``root``, to be taken before its plans are read."""
    return Taken(now, plans, _stamps(root, plans))


def recall(repository: Repository) -> Kept | None:
    """The result that was kept for the files as they are now, seen from here; else None.

    The settings are not read for it: that they are the same is enough.
    """
    folder = repository.private_folder()
    if folder is None:
        return None
    try:
        kept = json.loads((folder / _NAME).read_bytes())
        if kept["view"] != repository.shown(repository.root):
            return None
        if kept["stamps"] != _stamps(repository.root, kept["plans"]):
            return None
        return Kept([str(file) for file in kept["files"]], [*map(_finding, kept["findings"])])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None  # nothing was kept, or something else has written there


def keep(repository: Repository, taken: Taken, kept: Kept) -> None:
    """Keep the result that was found after the stamps were ``taken``.

    Quietly not, where it cannot be written, or where a file had just been changed.
    """
    folder = repository.private_folder()
    if folder is None or not all(_rested(stamp, taken.now) for stamp in taken.stamps.values()):
        return
    content = {
        "view": repository.shown(repository.root),
        "plans": taken.plans,
        "stamps": taken.stamps,
        **kept._asdict(),
    }
    temporary = folder / f".{_NAME}.{os.getpid()}"
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        temporary.write_text(json.dumps(content), encoding="ascii")
        temporary.replace(folder / _NAME)


def _stamps(root: Path, plans: str) -> Stamps:
    files = [root / settings.NAME, schema.file(schema.PLAN), schema.file(schema.SETTINGS)]
    found = {}
    for file in (*map(os.fspath, files), *_plans(os.fspath(root / plans)), *_modules()):
        with contextlib.suppress(FileNotFoundError):
            status = os.stat(file)  # noqa: PTH116  many files, and Path.stat takes twice as long
            found[file] = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
    return found


def _plans(folder: str) -> Iterator[str]:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for name in os.listdir(folder):  # noqa: PTH208  as above
            if is_plan(name):
                yield os.path.join(folder, name)  # noqa: PTH118  as above


def _modules() -> Iterator[str]:
    for folder, folders, files in os.walk(_PACKAGE):
        folders[:] = [name for name in folders if name not in _NO_PART]
        for name in files:
            if name.endswith(".py"):
                yield os.path.join(folder, name)  # noqa: PTH118  as above


def _rested(stamp: list[int], now: int) -> bool:
    changed = max(stamp[1], stamp[2])
    return changed < now - (_TICK if changed % 1_000_000_000 else _COARSE_TICK)


def _finding(values: Any) -> Finding:
    finding = Finding(*values)
    if [*map(type, finding)] != [str, int, int, str, str, str, str]:
        raise TypeError
    if finding.severity not in (ERROR, WARNING):
        raise ValueError(finding.severity)
    return finding
