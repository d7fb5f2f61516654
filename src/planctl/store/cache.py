"""The last result of ``validate``, kept in the git directory so that nothing is read twice.

A result is used again only if every file it came from is the same as then: the plans, the settings,
the schemas and planctl's own modules. As in git's index a file is the same if its size, its times,
and its number on the disk are, and if it had already rested when the result was kept: a file
changed within the same tick of the clock is not trusted. The cache may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planctl.store import schema, settings
from planctl.store.repository import plan_files

if TYPE_CHECKING:
    from planctl.store.repository import Repository

_NAME = "validate.json"
_TICK = 100_000_000  # nanoseconds: well above the tick of file systems that count fractions
_COARSE_TICK = 2_000_000_000  # of those that count whole seconds, or (FAT) every other one

Stamps = dict[str, list[int]]
"""What identifies the content of each file that a result came from."""


def stamps(root: Path, plans: str) -> Stamps:
    """The stamps of a repository's files as they are now; ``plans`` is the folder of the plans."""
    package = Path(__file__).parent.parent
    files = [root / settings.NAME, schema.file(schema.PLAN), schema.file(schema.SETTINGS)]
    files += plan_files(root / plans)
    for part in ("plan", "review", "store"):
        files += (package / part).rglob("*.py")
    found = {}
    for file in files:
        with contextlib.suppress(FileNotFoundError):
            now = file.stat()
            found[os.fspath(file)] = [now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino]
    return found


def recall(repository: Repository) -> Any:
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
        same = kept["stamps"] == stamps(repository.root, kept["plans"])
        return kept["result"] if same else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def keep(repository: Repository, taken: Stamps, result: Any) -> None:
    """Keep ``result``, that of the files when their stamps were ``taken``.

    Quietly not, where it cannot be written, or where a file was changed just now.
    """
    folder = repository.private_folder()
    now = time.time_ns()
    if folder is None or not all(_rested(stamp, now) for stamp in taken.values()):
        return
    kept = {
        "view": repository.shown(repository.root),
        "plans": repository.settings.plans,
        "stamps": taken,
        "result": result,
    }
    temporary = folder / f".{_NAME}.{os.getpid()}"
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        temporary.write_text(json.dumps(kept))
        temporary.replace(folder / _NAME)


def _rested(stamp: list[int], now: int) -> bool:
    changed = max(stamp[1], stamp[2])
    return changed < now - (_TICK if changed % 1_000_000_000 else _COARSE_TICK)
