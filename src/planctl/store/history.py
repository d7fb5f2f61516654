"""The git history of a plan file: which IDs were ever given out in it.

An ID that was removed stays taken, because older documents of the meetings cite it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from planctl.errors import PlanctlError

# Where a hook's git says its repository is; it need not be the one the plans are in.
_ELSEWHERE = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"),
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

    Empty without git, outside a git repository, and before the first commit; what stands in the
    file now is not looked at. A shallow clone knows only the commits it has. Raises PlanctlError
    where git fails otherwise: an ID is not to be given out on half an answer.
    """
    patches = _patches(Path(os.path.realpath(path)))
    return {found.decode("ascii") for found in _ID.findall(patches)}


def _patches(path: Path) -> bytes:
    """What each commit took from the file and put in, without the lines around it."""
    # git itself, not GitPython: importing that costs as much as a whole edit may.
    import subprocess

    command = [
        *("git", "--no-optional-locks", "--literal-pathspecs", "log"),
        *("--patch", "--unified=0", "--full-history", "-m", "--format=", "--no-renames"),
        *("--text", "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature"),
        *("--", path.name),
    ]
    try:
        done = subprocess.run(
            command, cwd=path.parent, env=_surroundings(), capture_output=True, check=False
        )
    except FileNotFoundError:
        return b""
    if done.returncode == 0:
        return done.stdout
    complaint = done.stderr.decode("utf-8", "replace").strip()
    if any(words in complaint for words in _NO_HISTORY):
        return b""
    raise PlanctlError(
        f"git cannot say which IDs {path.name} has had, so none is given out. git says: {complaint}"
    )


def _surroundings() -> Mapping[str, str]:
    """The environment without what points at another repository, and with messages in English."""
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return {**kept, "LC_ALL": "C", "LANGUAGE": ""}
