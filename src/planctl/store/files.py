"""Files on disk: read whole, replaced whole, one command at a time.

A replacement is written beside its target, flushed to the disk and then renamed over it, so that a
reader, a crash or a power cut finds either the old content or the new, never a mixture.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planctl.errors import PlanctlError
from planctl.store.text import MAX_BYTES

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


TEMPORARY = ".planctl-tmp"
"""How the name of a file ends that was being written; one left behind does no harm."""

_PAUSE = 0.02  # seconds between two tries; an edit takes about as long


def read_file(path: Path) -> bytes:
    """Return the bytes of ``path``; PlanctlError where it is missing, too large or no file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "a device or a pipe"
            raise PlanctlError(f"{path} is {what}, not a file")
        raw = b""
        if status.st_size <= MAX_BYTES:
            with path.open("rb") as stream:
                # One byte more than allowed tells a file that grew while it was being read.
                raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise PlanctlError(f"there is no file {path}") from None
    except PermissionError:
        raise PlanctlError(f"{path} may not be read: permission denied") from None
    except OSError as error:
        raise PlanctlError(f"{path} cannot be read: {reason(error)}") from error
    if status.st_size > MAX_BYTES or len(raw) > MAX_BYTES:
        size = max(status.st_size, len(raw)) / (1024 * 1024)
        raise PlanctlError(
            f"{path} has {size:.0f} MB; a plan can have at most {MAX_BYTES // (1024 * 1024)} MB."
            " Is it the right file?"
        )
    return raw


def replace_file(path: Path, data: bytes) -> None:
    """Replace the content of ``path`` by ``data``, or make the file: all or nothing.

    Permissions are kept, and a symbolic link keeps pointing to the file that is replaced. Raises
    PlanctlError, with the old content untouched, where the file or its folder may not be written.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = _writable_mode(target)
        temporary = target.with_name(f".{target.name[:100]}.{os.getpid()}{TEMPORARY}")
        try:
            _write(temporary, data, mode)
            os.replace(temporary, target)  # noqa: PTH105 - the same call, without a Path per step
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except PermissionError as error:
        raise PlanctlError(_not_permitted(path)) from error
    except OSError as error:
        raise PlanctlError(
            f"{path} cannot be written: {reason(error)}. The old content is untouched."
        ) from error
    _flush_folder(target.parent)


@contextmanager
def lock(folder: Path, name: str, timeout: float = 10.0) -> Iterator[None]:
    """Hold the lock in ``folder``, which is made where missing, for the length of a ``with``.

    ``name`` says in messages what is locked; ``timeout`` is in seconds. Raises PlanctlError where
    another process held the lock all that time, or where the folder may not be written. The system
    lets go of the lock when the process ends, however it ends; its file stays and means nothing.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise PlanctlError(
            f"{name} cannot be locked for writing: {folder}: {reason(error)}"
        ) from error
    try:
        _wait_for(handle, name, timeout)
        yield
    finally:
        os.close(handle)  # which lets go of the lock


def reason(error: OSError) -> str:
    """Return why the system refused, without the file's name, which messages give already."""
    return error.strerror.lower() if error.strerror else str(error)


def _writable_mode(target: Path) -> int | None:
    """Return the permissions to keep, None for a new file; PlanctlError where it is read-only."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise PlanctlError(f"{target} is a folder, not a file")
    # The rename would go through on a read-only file: it needs the folder's permission only.
    if not os.access(target, os.W_OK) or not status.st_mode & stat.S_IWUSR:
        raise PlanctlError(
            f"{target} is read-only; make it writable and try again. Nothing was written."
        )
    return stat.S_IMODE(status.st_mode)


def _write(temporary: Path, data: bytes, mode: int | None) -> None:
    # Left behind by a command that was killed and had the same process number.
    temporary.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as stream:
        if mode is not None:
            temporary.chmod(mode)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the rename itself last; Windows and some network file systems have no such thing."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _not_permitted(path: Path) -> str:
    if os.name == "nt":
        return (
            f"{path} cannot be replaced: it is open in another program, or the folder is"
            " read-only. Close it and try again. Nothing was written."
        )
    return f"{path} cannot be written: its folder is read-only. Nothing was written."


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
