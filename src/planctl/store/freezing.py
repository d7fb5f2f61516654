"""Freezing the plans under a tag: what git says against it, and the tag itself.

The tag is made of a commit: neither the index nor the working tree is touched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planctl.errors import PlanctlError
from planctl.store import git
from planctl.store.plan_paths import SETTINGS, plans_among
from planctl.store.source import Frozen

if TYPE_CHECKING:
    from planctl.store.repository import Repository

# What lies in the git directory while something is not finished: its name, and what ends it.
_UNFINISHED = {
    "MERGE_HEAD": ("a merge", "merge --continue` ends it, `git merge --abort` gives it up"),
    "rebase-merge": ("a rebase", "rebase --continue` ends it, `git rebase --abort` gives it up"),
    "rebase-apply": ("a rebase", "rebase --continue` ends it, `git rebase --abort` gives it up"),
    "CHERRY_PICK_HEAD": ("a cherry-pick", "cherry-pick --continue` ends it"),
    "REVERT_HEAD": ("a revert", "revert --continue` ends it"),
    "BISECT_LOG": ("a search with `git bisect`", "bisect reset` ends it"),
}
_CONFLICTS = ("DD", "AU", "UD", "UA", "DU", "AA", "UU")
_WORDS = {
    "??": "not in git yet",
    "!!": "ignored by git, so it would not be frozen",
    "D": "deleted, which was not committed",
    "A": "new, which was not committed",
}


class State(NamedTuple):
    """What would be frozen: the ``commit``, and its ``branch``, "" where HEAD is detached.

    ``faults`` says what is in the way: something that is not finished, or files (plans, settings)
    that are not as they were committed.
    """

    commit: str
    branch: str
    faults: tuple[str, ...]


def state(repository: Repository) -> State:
    """What would be frozen now; PlanctlError where nothing was committed yet."""
    root = repository.root
    where, prefix = _answer(root, "rev-parse", "--absolute-git-dir", "--show-prefix").split("\n")
    commit = _answer_or_none(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if not commit:
        raise PlanctlError(
            "nothing was committed here yet, so there is nothing to freeze; commit the plans first"
            " (`git add`, `git commit`)"
        )
    branch = _answer_or_none(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    unfinished = dict(words for name, words in _UNFINISHED.items() if Path(where, name).exists())
    faults = [f"{what} is not finished: `git {end}" for what, end in unfinished.items()]
    faults += [*_uncommitted(repository, prefix), *_overlooked(repository, commit)]
    return State(commit, branch, tuple(faults))


def has_branch(root: Path, name: str) -> bool:
    """Whether there is a branch of this name."""
    return bool(_answer_or_none(root, "rev-parse", "--verify", "--quiet", f"refs/heads/{name}"))


def leads_to(root: Path, earlier: str, later: str) -> bool:
    """Whether the commit ``earlier`` is among those that led to ``later``."""
    try:
        return not git.ask(root, "rev-list", "--max-count=1", earlier, f"^{later}")
    except git.GitFault:  # a clone that was cut off may not have it
        return False


def check_person(root: Path) -> None:
    """Raise PlanctlError where git does not know who makes the tag."""
    try:
        git.ask(root, "var", "GIT_COMMITTER_IDENT")
    except git.GitFault as fault:
        raise PlanctlError(
            "git does not know who you are, and a closed meeting says who closed it:"
            ' `git config user.name "…"` and `git config user.email "…"` tell it'
        ) from fault


def freeze(root: Path, key: str, commit: str, message: str) -> None:
    """Make the annotated tag ``key`` of ``commit``; PlanctlError, with git's words, where it fails.

    A tag that is there already is never moved.
    """
    from tempfile import TemporaryFile

    with git.undisturbed(root) as program, TemporaryFile() as text:
        from git.cmd import Git
        from git.exc import GitCommandError

        text.write(message.encode("utf-8"))
        text.seek(0)
        command = [program, "tag", "--annotate", "--cleanup=verbatim", "--file=-", "--", key]
        try:
            Git(root).execute([*command, commit], istream=text)
        except GitCommandError as error:
            raise PlanctlError(f"{key} was not closed: {_why(str(error.stderr))}") from error


def _why(stderr: str) -> str:
    said = stderr.strip().removeprefix("stderr:").strip().strip("'").strip()
    if "failed to sign" in said or "unable to sign" in said:
        return (
            "git could not sign the tag, which its setting tag.gpgSign asks for; mend that, or"
            f" switch it off. git says: {said}"
        )
    if "by hook" in said:
        return f"a hook of this repository refused the tag. git says: {said}"
    return f"git did not make the tag. git says: {said}"


def _uncommitted(repository: Repository, prefix: str) -> list[str]:
    """The plans, and the settings, that are not as they were committed, and why."""
    root, folder = repository.root, repository.folder
    listing = git.ask(
        root,
        *("status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=none"),
        *("--untracked-files=all", "--ignored=traditional", "--"),
        *_pathspecs(repository),
    )
    codes = {
        root.joinpath(*name[3:].removeprefix(prefix).split("/")): name[:2]
        for name in os.fsdecode(listing).split("\0")
        if name
    }
    plans = [path for path in plans_among(codes) if path.parent == folder]
    asked = [root / SETTINGS, *plans]
    return [f"{repository.shown(path)}: {_said(codes[path])}" for path in asked if path in codes]


def _overlooked(repository: Repository, commit: str) -> Iterator[str]:
    """The files that git was told to overlook, and that are not as they were committed."""
    root = repository.root
    frozen = Frozen(root, "HEAD", commit)
    known = {root / SETTINGS, *repository.files()}
    for name, told in git.overlooked(root, *_pathspecs(repository)).items():
        path = Path(os.path.normpath(root / name))
        if path not in known:
            continue
        committed = frozen.read(path) if frozen.has(path) else b""
        if _lines(path.read_bytes()) != _lines(committed):
            yield (
                f"{repository.shown(path)}: changed, which git was told to overlook;"
                f" `git update-index --no-{told} {name}` makes it look again"
            )


def _lines(content: bytes) -> bytes:
    """A file without what git may change in it between the folder and a commit."""
    return content.replace(b"\r\n", b"\n")


def _pathspecs(repository: Repository) -> list[str]:
    """The plans and the settings, as git is asked for them in the root."""
    paths = (repository.folder, repository.root / SETTINGS)
    return [f":(literal){Path(os.path.relpath(one, repository.root)).as_posix()}" for one in paths]


def _said(code: str) -> str:
    if code in _CONFLICTS:
        return "in conflict, which was not resolved"
    changed = "changed, which was not committed"
    return _WORDS.get(code) or _WORDS.get(code.strip(), changed)


def _answer(root: Path, *arguments: str) -> str:
    return os.fsdecode(git.ask(root, *arguments)).removesuffix("\n")


def _answer_or_none(root: Path, *arguments: str) -> str:
    """What git answers on one line, "" where it says by failing that there is none."""
    try:
        return _answer(root, *arguments)
    except git.GitFault:
        return ""
