"""Files on disk, read whole; :mod:`planctl.store.replacing` replaces them whole."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from planctl.errors import PlanctlError

MAX_BYTES = 10 * 1024 * 1024
"""The largest file that is read, in bytes; the largest real plan is about a hundredth of it."""


def read_file(path: Path) -> bytes:
    """Return the bytes of ``path``; PlanctlError where it is missing, too large or no file."""
    try:
        status = path.stat()
        refuse_other_than_file(path, status)
        raw = b""
        if status.st_size <= MAX_BYTES:
            with path.open("rb") as stream:
                # One byte more than allowed tells a file that grew while it was being read.
                raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        if path.is_symlink():
            raise PlanctlError(
                f"{path} is a link to {path.readlink()}, where there is no file"
            ) from None
        raise PlanctlError(f"there is no file {path}") from None
    except PermissionError:
        raise PlanctlError(f"{path} may not be read: permission denied") from None
    except OSError as error:
        raise PlanctlError(f"{path} cannot be read: {reason(error)}") from error
    refuse_size(path, max(status.st_size, len(raw)))
    return raw


def refuse_size(path: Path, size: int) -> None:
    """Raise PlanctlError where so many bytes are more than a file may have."""
    if size > MAX_BYTES:
        raise PlanctlError(
            f"{path} has {size / (1024 * 1024):.0f} MB; a plan can have at most"
            f" {MAX_BYTES // (1024 * 1024)} MB. Is it the right file?"
        )


def refuse_other_than_file(path: Path, status: os.stat_result) -> None:
    """Raise PlanctlError where ``path``, of that status, is a folder, a device or a pipe."""
    if not stat.S_ISREG(status.st_mode):
        what = "a folder" if stat.S_ISDIR(status.st_mode) else "a device or a pipe"
        raise PlanctlError(f"{path} is {what}, not a file")


def reason(error: OSError) -> str:
    """Return why the system refused, without the file's name, which messages give already."""
    return error.strerror.lower() if error.strerror else str(error)
