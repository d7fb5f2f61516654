"""Files on disk, replaced whole.

A replacement is written beside its target, flushed to the disk and then renamed over it, so that a
reader, a crash or a power cut finds either the old content or the new, never a mixture.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from planctl.errors import PlanctlError
from planctl.store.files import reason, refuse_other_than_file

TEMPORARY = ".planctl-tmp"
"""How the name of a file ends that was being written; one left behind does no harm."""

# On Windows a virus scanner or an indexer may hold a file for a moment: seconds between the tries.
_PAUSES = (0.05,) * 20 if os.name == "nt" else ()


class _Staged(NamedTuple):
    """New content, written beside the file ``target`` that it is to replace."""

    path: Path
    target: Path
    temporary: Path


def replace_file(path: Path, data: bytes) -> None:
    """Replace the content of ``path`` by ``data``, or make the file: all or nothing.

    Permissions are kept, owner and group where the system allows it, and a symbolic link keeps
    pointing to the file that is replaced. Raises PlanctlError, with the old content untouched,
    where the file or its folder may not be written, or where it is a device or a pipe.
    """
    staged = _stage(path, data)
    try:
        _put(staged)
    except BaseException:
        staged.temporary.unlink(missing_ok=True)
        raise


def replace_files(changes: Sequence[tuple[Path, bytes | None, bytes]]) -> None:
    """Replace the content of several files, each as (path, old content, new): all of them or none.

    One whose old content is None is made. As :func:`replace_file`. All are written beside their
    targets before the first is replaced; if one then cannot be, those before it get their old
    content again. Only a power cut between two renames can leave some new and some old.
    """
    staged: list[_Staged] = []
    touched: list[tuple[Path, bytes | None]] = []
    try:
        for path, _, new in changes:
            staged.append(_stage(path, new))
        for one, (path, old, _) in zip(staged, changes, strict=True):
            touched.append((path, old))
            _put(one)
    except BaseException as error:
        for one in staged:
            one.temporary.unlink(missing_ok=True)
        _put_back(touched[:-1] if isinstance(error, PlanctlError) else touched, error)
        raise


def rename(source: Path, target: Path, pauses: Sequence[float] = _PAUSES) -> None:
    """Rename ``source`` to ``target``, replacing it.

    Tries again after each of the ``pauses`` (in seconds) where it is not permitted; OSError if it
    still is not after the last, or for another reason.
    """
    for pause in pauses:
        try:
            return os.replace(source, target)  # noqa: PTH105 - without a Path per step
        except PermissionError:
            time.sleep(pause)
    return os.replace(source, target)  # noqa: PTH105


def _put_back(contents: Sequence[tuple[Path, bytes | None]], cause: BaseException) -> None:
    lost = []
    for path, old in contents:
        try:
            if old is None:
                path.unlink(missing_ok=True)
            else:
                replace_file(path, old)
        except (PlanctlError, OSError):
            lost.append(str(path))
    if lost:
        raise PlanctlError(
            f"{cause} Before that {', '.join(lost)} was written, and its old content could not be"
            " put back: `git diff` shows what changed."
        ) from cause


def _stage(path: Path, data: bytes) -> _Staged:
    target = Path(os.path.realpath(path))
    with _refusals_of(path):
        status = _writable(target)
        temporary = target.with_name(f".{target.name[:100]}.{os.getpid()}{TEMPORARY}")
        try:
            _write(temporary, data, status)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return _Staged(path, target, temporary)


def _put(staged: _Staged) -> None:
    with _refusals_of(staged.path):
        rename(staged.temporary, staged.target)
    _flush_folder(staged.target.parent)


@contextmanager
def _refusals_of(path: Path) -> Iterator[None]:
    """Turn what the system refuses about ``path`` into a PlanctlError."""
    try:
        yield
    except PermissionError as error:
        raise PlanctlError(_not_permitted(path)) from error
    except OSError as error:
        raise PlanctlError(
            f"{path} cannot be written: {reason(error)}. The old content is untouched."
        ) from error


def _writable(target: Path) -> os.stat_result | None:
    """Return what to keep of the file, None for a new one; PlanctlError where it is read-only."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    refuse_other_than_file(target, status)
    # The rename would go through on a read-only file: it needs the folder's permission only.
    if not os.access(target, os.W_OK) or not status.st_mode & stat.S_IWUSR:
        raise PlanctlError(
            f"{target} is read-only; make it writable and try again. Nothing was written."
        )
    return status


def _write(temporary: Path, data: bytes, like: os.stat_result | None) -> None:
    # Left behind by a command that was killed and had the same process number.
    temporary.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as stream:
        if like is not None:
            _keep_owner(temporary, os.fstat(stream.fileno()), like)
            temporary.chmod(stat.S_IMODE(like.st_mode))  # last: a new owner takes marks away
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _keep_owner(temporary: Path, now: os.stat_result, like: os.stat_result) -> None:
    """Give the file the group and the owner of another, where this user may."""
    if os.name == "nt" or (now.st_uid, now.st_gid) == (like.st_uid, like.st_gid):
        return
    for uid, gid in ((-1, like.st_gid), (like.st_uid, -1)):
        with suppress(PermissionError):
            os.chown(temporary, uid, gid)


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
