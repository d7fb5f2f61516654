"""The git history of a plan file: which IDs were ever given out in it.

An ID that was removed stays taken, because older documents of the meetings cite it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from planctl.errors import PlanctlError
from planctl.store import git

_NO_COMMIT = ("does not have any commits yet", "bad revision 'HEAD'")
_NOT_KNOWN = "so it is not known which IDs were given out before"

# An ID in a patch: `+      - id: "5.1"`, `-  {id: '5', text: …}`; or on the line after its key.
_ID = re.compile(
    rb"""(?:^[ +-][ \t]*(?:-[ \t]+)*|[{,][ \t]*)["']?id["']?[ \t]*:[ \t]*"""
    rb"""(?:(?:\#[^\n]*)?\r?\n[ +-][ \t]*)?["']?"""
    rb"([0-9A-Za-z]+(?:-[0-9]+)?(?:\.[0-9A-Za-z]+){0,3})",
    re.MULTILINE,
)


class UnknownHistory(PlanctlError):
    """It cannot be told which IDs a file has had: none is to be proposed on half an answer."""


def ids_ever_used(path: Path) -> set[str]:
    """The IDs of directives and activities in any commit of ``path`` that led to this one.

    Those it had under another name count; those of a file that it was copied from do not. Empty
    outside a git repository and before the first commit; what stands in the file now is not looked
    at. Raises UnknownHistory in a shallow clone, where there is a repository but no git, and where
    git cannot read it.
    """
    path = Path(os.path.realpath(path))
    if git.marker(path.parent) is None:
        return set()
    if _is_shallow(path):
        raise UnknownHistory(
            f"the history of this clone is cut off, {_NOT_KNOWN}: fetch it whole"
            " (git fetch --unshallow), or give --id"
        )
    names = set(_names(path)) or {
        name for old in _moved_from(path) for name in _names(path, f":(top,literal){old}")
    }
    if not names:
        return set()
    # --follow would find the names again, but not what side branches did under each of them.
    patches = _log(
        path,
        *("--patch", "--unified=1", "--no-renames", "--text", "--no-color", "--no-ext-diff"),
        *("--no-textconv", "--no-show-signature", "--"),
        *(f":(top,literal){name}" for name in sorted(names)),
    )
    return {found.decode("ascii") for found in _ID.findall(patches)}


def ids_known(path: Path) -> set[str]:
    """:func:`ids_ever_used`; empty where that cannot be told, for who does without an answer."""
    try:
        return ids_ever_used(path)
    except UnknownHistory:
        return set()


def _is_shallow(path: Path) -> bool:
    try:
        return git.is_shallow(path.parent)
    except git.GitFault as fault:
        raise _unknown(path, fault) from fault


def _names(path: Path, pathspec: str = "") -> Iterator[str]:
    """The names that git knows the file by, now and formerly, from the top of the repository."""
    listing = _log(
        path,
        *("--follow", "--name-status", "-z", "--no-show-signature", "--"),
        pathspec or f":(literal){path.name}",
    )
    for status, names in _statuses(listing):
        if status == "C":  # what comes now is the history of another file
            yield names[-1]
            return
        yield from names


def _moved_from(path: Path) -> Iterator[str]:
    """The names in the last commit that the file, which is not in it, may have been moved from.

    Git tells what was moved with ``git mv``; else it is what is missing and has the same name.
    """
    listing = _ask_git(path, "diff", "--name-status", "-z", "--find-renames", "HEAD", "--")
    for status, names in _statuses(listing):
        here = status == "R" and path.as_posix().endswith(f"/{names[-1]}")
        if here or (status == "D" and PurePosixPath(names[0]).name == path.name):
            yield names[0]


def _statuses(listing: bytes) -> Iterator[tuple[str, list[str]]]:
    """What ``--name-status -z`` says: a letter, and the name, or the old one and the new one."""
    fields = iter(os.fsdecode(listing).split("\0"))
    for status in fields:
        if status:
            yield status[0], [next(fields) for _ in range(2 if status[0] in "RC" else 1)]


def _log(path: Path, *arguments: str) -> bytes:
    """What ``git log`` says of each commit, those of side branches too; b"" without history."""
    return _ask_git(path, "log", "--full-history", "-m", "--format=", *arguments)


def _ask_git(path: Path, *arguments: str) -> bytes:
    """What git prints, asked in the folder of ``path``; b"" before the first commit."""
    try:
        return git.ask(path.parent, *arguments)
    except git.GitFault as fault:
        if any(words in str(fault) for words in _NO_COMMIT):
            return b""
        raise _unknown(path, fault) from fault


def _unknown(path: Path, fault: git.GitFault) -> UnknownHistory:
    if isinstance(fault, git.NoGit):
        return UnknownHistory(f"{fault}, {_NOT_KNOWN}: install git, or give --id")
    return UnknownHistory(
        f"git cannot say which IDs {path.name} has had, so none is given out: mend the repository,"
        f" or give --id. git says: {fault}"
    )
