"""Results of commands, kept in the git directory so that nothing is read twice.

A result is used again only if every file it came from is the same as then: the plans, the settings,
the schemas, planctl's own modules, and git's tags where they matter. As in git's index a file is
the same if its size, its times, and its number on the disk are, and if it had already rested when
it was looked at: a file changed within the same tick of the clock may change again unseen. What is
kept may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.store import git, schema
from planctl.store.plan_paths import SETTINGS, is_plan

if TYPE_CHECKING:
    from planctl.store.repository import Repository

_TICK = 100_000_000  # nanoseconds: well above the tick of file systems that count fractions
_COARSE_TICK = 2_000_000_000  # of those that count whole seconds, or (FAT) every other one
_PACKAGE = Path(__file__).parent.parent

Stamps = dict[str, list[int]]
"""What identifies the content of each file that a result came from."""


class Kind(NamedTuple):
    """A kind of result, and what it depends on: not on those parts of planctl, on git's tags."""

    name: str
    without: tuple[str, ...]
    tags: bool = False


_ELSEWHERE = ("cli", "clipboard", "forms", "ingest", "office", "placing", "publish")
FINDINGS = Kind("validate", (*_ELSEWHERE, "compare", "reports", "stale"))
STALE = Kind("stale", (*_ELSEWHERE, "rules"), tags=True)
STATUS = STALE._replace(name="status")


class Taken(NamedTuple):
    """The stamps of a repository whose plans lie in the folder ``plans``.

    ``now`` is a time, in nanoseconds, before they were taken and before any of the files was read.
    """

    now: int
    plans: str
    stamps: Stamps


def remembered(repository: Repository, kind: Kind, key: Any, make: Callable[[], Any]) -> Any:
    """What ``make`` returns, which JSON can hold; what it did the last time if nothing changed.

    ``key`` is what else the result depends on. Of a revision nothing is remembered.
    """
    if repository.source.revision:
        return make()
    now = time.time_ns()
    kept = recall(repository, kind, key)
    if kept is not None:
        return kept
    taken = take(repository.root, repository.settings.plans, now, kind)
    result = make()
    keep(repository, kind, key, taken, result)
    return result


def take(root: Path, plans: str, now: int, kind: Kind) -> Taken:
    """The stamps of the repository at ``root``, to be taken before its plans are read."""
    return Taken(now, plans, _stamps(root, plans, kind))


def recall(repository: Repository, kind: Kind, key: Any) -> Any:
    """What was kept for the files as they are now, and the same ``key``; else None.

    The settings are not read for it: that they are the same is enough.
    """
    folder = repository.private_folder()
    if folder is None:
        return None
    try:
        kept = json.loads((folder / f"{kind.name}.json").read_bytes())
        if kept["key"] != key:
            return None
        if kept["stamps"] != _stamps(repository.root, kept["plans"], kind):
            return None
        return kept["result"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None  # nothing was kept, or something else has written there


def keep(repository: Repository, kind: Kind, key: Any, taken: Taken, result: Any) -> None:
    """Keep ``result``, which JSON can hold, found after the stamps were ``taken``.

    Quietly not, where it cannot be written, or where a file had just been changed.
    """
    folder = repository.private_folder()
    if folder is None or not all(_rested(stamp, taken.now) for stamp in taken.stamps.values()):
        return
    content = {"key": key, "plans": taken.plans, "stamps": taken.stamps, "result": result}
    temporary = folder / f".{kind.name}.json.{os.getpid()}"
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        temporary.write_text(json.dumps(content), encoding="ascii")
        temporary.replace(folder / f"{kind.name}.json")


def _stamps(root: Path, plans: str, kind: Kind) -> Stamps:
    files = [root / SETTINGS, schema.file(schema.PLAN), schema.file(schema.SETTINGS)]
    found = {}
    for file in (
        *map(os.fspath, files),
        *_plans(os.fspath(root / plans)),
        *_modules(kind.without),
        *(_tags(root) if kind.tags else ()),
    ):
        with contextlib.suppress(FileNotFoundError):
            status = os.stat(file)  # noqa: PTH116  many files, and Path.stat takes twice as long
            found[file] = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
    return found


def _plans(folder: str) -> Iterator[str]:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for name in os.listdir(folder):  # noqa: PTH208  as above
            if is_plan(name):
                yield os.path.join(folder, name)  # noqa: PTH118  as above


def _modules(without: tuple[str, ...]) -> Iterator[str]:
    for folder, folders, files in os.walk(_PACKAGE):
        folders[:] = [name for name in folders if name not in without]
        for name in files:
            if name.endswith(".py"):
                yield os.path.join(folder, name)  # noqa: PTH118  as above


def _tags(root: Path) -> Iterator[str]:
    """What git changes when a tag is made, moved or deleted, in each way in which it keeps them.

    And when a history that was cut off is fetched whole. A worktree shares all that with the
    repository that it was made from.
    """
    folder = git.folder(root)
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder /= (folder / "commondir").read_text(encoding="utf-8").strip()
    names = ("packed-refs", "refs/tags", "reftable", "shallow")
    yield from (os.fspath(folder / name) for name in names)


def _rested(stamp: list[int], now: int) -> bool:
    changed = max(stamp[1], stamp[2])
    return changed < now - (_TICK if changed % 1_000_000_000 else _COARSE_TICK)
