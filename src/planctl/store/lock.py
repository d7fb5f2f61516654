"""The lock of a plan repository: one command at a time writes.

The system lets go of a lock when its process ends, however it ends; the file stays and means
nothing. Without git it lies in the user's own cache folder, where nobody else can put something in
its place, as they could in the shared folder for temporary files. Where there is no such folder (a
service without a home), the settings file is locked, which needs no more than to read it; it is not
the rule because some network drives let nobody read a file that is locked.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planctl.errors import PlanctlError
from planctl.store.files import reason

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        # Far behind its end: what is locked cannot be read meanwhile.
        os.lseek(handle, 1 << 30, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_PAUSE = 0.02  # seconds between two tries; an edit takes about as long
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def lock(
    folder: Path, name: str, timeout: float = 10.0, instead: Path | None = None
) -> Iterator[None]:
    """Hold the lock in ``folder``, which is made where missing, for the length of a ``with``.

    ``name`` says in messages what is locked; ``timeout`` is in seconds; ``instead`` is a file to
    lock where there can be no file in the folder. Raises PlanctlError where another process held
    the lock all that time, or where nothing can be locked.
    """
    try:
        handle = _opened(folder, instead)
    except OSError as error:
        raise PlanctlError(
            f"{name} cannot be locked for writing: {folder}: {reason(error)}"
        ) from error
    try:
        _wait_for(handle, name, timeout)
        yield
    finally:
        os.close(handle)  # which lets go of the lock


def own_folder(root: Path) -> Path:
    """The folder for the lock of a repository without git: the user's own, and the same each time.

    It is ``planctl/<hash of root>`` in the cache folder: XDG_CACHE_HOME where that is set, else the
    system's own (LOCALAPPDATA, ~/Library/Caches, ~/.cache).
    """
    from hashlib import sha256

    usual = {"win32": os.environ.get("LOCALAPPDATA", ""), "darwin": "~/Library/Caches"}
    cache = os.environ.get("XDG_CACHE_HOME") or usual.get(sys.platform, "~/.cache")
    name = sha256(os.fsencode(root.resolve())).hexdigest()[:16]
    # A home that is not known stays "~", which is no folder to make; see _opened().
    return Path(os.path.expanduser(cache), "planctl", name)  # noqa: PTH111 - it never raises


def _opened(folder: Path, instead: Path | None) -> int:
    try:
        if instead is not None:
            if not folder.is_absolute():
                raise FileNotFoundError(folder)
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder / "lock", os.O_RDWR | os.O_CREAT | _NO_FOLLOW, 0o666)
    except OSError:
        if instead is None:
            raise
        return os.open(instead, os.O_RDONLY)


def _wait_for(handle: int, name: str, timeout: float) -> None:
    end = time.monotonic() + timeout
    while True:
        try:
            _take(handle)
        except (BlockingIOError, PermissionError):
            if time.monotonic() >= end:
                raise PlanctlError(
                    f"another planctl command has been at work on {name} for {timeout:g} seconds;"
                    " wait for it to finish and try again"
                ) from None
            time.sleep(_PAUSE)
        except OSError as error:  # a file system without locks
            raise PlanctlError(f"{name} cannot be locked: {reason(error)}") from error
        else:
            return
