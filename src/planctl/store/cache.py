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
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_NAME = "validate.json"
_TICK = 100_000_000  # nanoseconds: well above the tick of file systems that count fractions
_COARSE_TICK = 2_000_000_000  # of those that count whole seconds, or (FAT) every other one

Stamp = list[int]


def stamps(files: Iterable[Path]) -> dict[str, Stamp] | None:
    """What identifies the present content of each file; None where one cannot be looked at."""
    found = {}
    for file in files:
        try:
            status = file.stat()
        except OSError:
            return None
        found[os.fspath(file)] = [
            status.st_size,
            status.st_mtime_ns,
            status.st_ctime_ns,
            status.st_ino,
        ]
    return found


def recall(folder: Path | None, view: str, present: dict[str, Stamp] | None) -> Any:
    """The result that was kept for exactly these files, seen from ``view``, or None."""
    if folder is None or present is None:
        return None
    try:
        kept = json.loads((folder / _NAME).read_bytes())
        same = kept["view"] == view and kept["stamps"] == present
        return kept["result"] if same else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def keep(folder: Path | None, view: str, present: dict[str, Stamp] | None, result: Any) -> None:
    """Keep ``result`` for these files; quietly not, where that cannot be trusted or written.

    ``view`` is what else the result depends on: the folder that its paths are seen from.
    """
    if folder is None or present is None:
        return
    now = time.time_ns()
    if not all(_rested(stamp, now) for stamp in present.values()):
        return
    temporary = folder / f".{_NAME}.{os.getpid()}"
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        temporary.write_text(json.dumps({"view": view, "stamps": present, "result": result}))
        temporary.replace(folder / _NAME)


def _rested(stamp: Stamp, now: int) -> bool:
    changed = max(stamp[1], stamp[2])
    return changed < now - (_TICK if changed % 1_000_000_000 else _COARSE_TICK)
