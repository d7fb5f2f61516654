"""The git history of a plan file: which IDs were ever given out in it.

An ID that was removed stays taken, because older documents of the meetings cite it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from planctl.errors import PlanctlError

# Where a hook's git says its repository is, which need not be the one the plans are in, and how it
# is to read names.
_ELSEWHERE = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"),
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS"),
)
_NO_HISTORY = ("not a git repository", "does not have any commits yet")

# An ID in a patch: `+      - id: "5.1"`, `-  {id: '5', text: …}`.
_ID = re.compile(
    rb"""(?:^[+-][ \t]*(?:-[ \t]+)*|[{,][ \t]*)["']?id["']?[ \t]*:[ \t]*["']?"""
    rb"""([0-9A-Za-z]+(?:\.[0-9A-Za-z]+){0,3})""",
    re.MULTILINE,
)


def ids_ever_used(path: Path) -> set[str]:
    """The IDs of directives and activities in any commit of ``path`` that led to this one.

    Those it had under another name count; those of a file that it was copied from do not. Empty
    without git, outside a git repository, and before the first commit; what stands in the file now
    is not looked at. A shallow clone knows only the commits it has. Raises PlanctlError where git
    fails otherwise: an ID is not to be given out on half an answer.
    """
    path = Path(os.path.realpath(path))
    names = set(_names(path))
    if not names:
        return set()
    # --follow would find the names again, but not what side branches did under each of them.
    patches = _log(
        path,
        *("--patch", "--unified=0", "--no-renames", "--text", "--no-color", "--no-ext-diff"),
        *("--no-textconv", "--no-show-signature", "--"),
        *(f":(top,literal){name}" for name in sorted(names)),
    )
    return {found.decode("ascii") for found in _ID.findall(patches)}


def _names(path: Path) -> Iterator[str]:
    """The names that git knows the file by, now and formerly, from the top of the repository."""
    listing = _log(
        path,
        "--follow",
        "--name-status",
        "-z",
        "--no-show-signature",
        "--",
        f":(literal){path.name}",
    )
    fields = iter(os.fsdecode(listing).split("\0"))
    for status in fields:
        if status.startswith("R"):
            yield next(fields)
        if status.startswith("C"):  # what comes now is the history of another file
            yield list(fields)[1]
        elif status:
            yield next(fields)


def _log(path: Path, *arguments: str) -> bytes:
    """What ``git log`` says of each commit, those of side branches too; b"" without history."""
    # git itself, not GitPython: importing that costs as much as a whole edit may.
    import subprocess

    git = _git()
    if git is None:
        return b""
    command = [
        *(git, "--no-optional-locks", "-c", "diff.relative=false"),
        *("log", "--full-history", "-m", "--format="),
        *arguments,
    ]
    done = subprocess.run(
        command, cwd=path.parent, env=_surroundings(), capture_output=True, check=False
    )
    if done.returncode == 0:
        return done.stdout
    complaint = done.stderr.decode("utf-8", "replace").strip()
    if any(words in complaint for words in _NO_HISTORY):
        return b""
    raise PlanctlError(
        f"git cannot say which IDs {path.name} has had, so none is given out. git says: {complaint}"
    )


def _git() -> str | None:
    """Where git is, None without it.

    It is not looked for in the current folder, as Windows would: a program of that name could lie
    beside the plans.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        program = os.path.join(folder, name)  # noqa: PTH118 - many folders, and little time
        if os.path.isabs(folder) and os.access(program, os.X_OK) and os.path.isfile(program):  # noqa: PTH113, PTH117
            return program
    return None


def _surroundings() -> Mapping[str, str]:
    """The environment without what points at another repository, and with messages in English."""
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    safe = {"NoDefaultCurrentDirectoryInExePath": "1"}  # for what git itself starts on Windows
    return {**kept, **safe, "LC_ALL": "C", "LANGUAGE": ""}
