"""Which plan repository this is: what all clones of it have in common, and no other has."""

from __future__ import annotations

from pathlib import Path

from planctl.store import git


def origin(root: Path) -> str:
    """The first commit of the history; "" where there is none, or where it is cut off.

    Of several (histories that were joined) it is the one whose name comes first.
    """
    if git.marker(root) is None or git.is_shallow(root):
        return ""
    try:
        found = git.ask(root, "rev-list", "--max-parents=0", "HEAD")
    except git.GitFault:  # nothing was committed yet, or there is no git
        return ""
    return min(found.decode("ascii").split(), default="")


def head(root: Path) -> str:
    """The commit that is checked out, "" where there is none."""
    if git.marker(root) is None:
        return ""
    try:
        return git.ask(root, "rev-parse", "--verify", "--quiet", "HEAD").decode("ascii").strip()
    except git.GitFault:
        return ""
