"""git, asked by running it: nothing here writes, and no lock or index is touched.

git itself, not GitPython: importing that takes longer than most commands do, and its own reading of
objects is many times slower than one ``git cat-file --batch``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from planctl.errors import PlanctlError

if TYPE_CHECKING:
    from subprocess import Popen

# Where a hook's git says its repository is, which need not be the one the plans are in, and how it
# is to read names.
_ELSEWHERE = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"),
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS"),
)
# A file system monitor would be a program started, and files made, in the git directory.
_ALWAYS = ("-c", "diff.relative=false", "-c", "core.fsmonitor=false")
# How many objects are asked for before the first is read: git works on while they are, and the
# names still fit into the smallest pipe there is.
_AHEAD = 32
# Bytes that a pipe to git should hold, where a system lets that be chosen: several plans, so that
# git works on while one of them is read.
_ROOM = 1024 * 1024
_PARTIAL = (
    "this clone was made with --filter, and has not all that the history is made of;"
    " `git fetch --refetch --no-filter` fetches it whole"
)


class GitFault(PlanctlError):
    """git is not there, or could not do what it was asked; the message is what it said."""


class NoGit(GitFault):
    """There is no git on this computer."""


def ask(folder: Path, *arguments: str) -> bytes:
    """What git prints, asked in ``folder``; GitFault where it fails, with its own words."""
    import subprocess

    done = subprocess.run(
        _command(arguments), cwd=folder, env=surroundings(folder), capture_output=True, check=False
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip() or "git gave no reason"
        raise GitFault(_PARTIAL if "promisor remote" in said else said)
    return done.stdout


def overlooked(folder: Path, *pathspecs: str) -> dict[str, str]:
    """The files that git was told to take for unchanged, whatever they hold: how it was told.

    By their names as seen from ``folder``; "assume-unchanged" or "skip-worktree".
    """
    listing = os.fsdecode(ask(folder, "ls-files", "-v", "-z", "--", *pathspecs))
    marked = ((one[0], one[2:]) for one in listing.split("\0") if one)
    return {
        name: "skip-worktree" if mark in "Ss" else "assume-unchanged"
        for mark, name in marked
        if mark == "S" or mark.islower()
    }


class Objects:
    """What git keeps for the repository around ``folder``, read through one process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def folder(self, name: str) -> bytes | None:
        """The folder that git knows as ``name``, in git's form; None where there is none."""
        found = next(self._each([name]))
        return found[1] if found and found[0] == b"tree" else None

    def each(self, names: Iterable[str]) -> Iterator[bytes]:
        """The content of the objects ``names``, in their order.

        GitFault where one is missing, as it can be in a clone that was cut off.
        """
        for found in self._each(names):
            if found is None:
                raise GitFault("git does not have all that the history is made of: fetch it whole")
            yield found[1]

    def _each(self, names: Iterable[str]) -> Iterator[tuple[bytes, bytes] | None]:
        """The kind and the content of each object, None where there is none."""
        questions, answers = self._pipes
        to_ask = iter(names)
        open_ = 0
        while True:
            more = [*islice(to_ask, _AHEAD - open_)]
            questions.write(os.fsencode("".join(f"{name}\n" for name in more)))
            questions.flush()
            open_ += len(more)
            if not open_:
                return
            open_ -= 1
            head = answers.readline()
            if not head and _is_partial(self._folder):
                raise GitFault(_PARTIAL)
            yield _answer(head, answers)

    @cached_property
    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        import subprocess
        import weakref

        process = subprocess.Popen(
            _command(("cat-file", "--batch")),
            cwd=self._folder,
            env=surroundings(self._folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=_ROOM,
        )
        weakref.finalize(self, _end, process, os.getpid())
        return cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)


def _answer(head: bytes, answers: IO[bytes]) -> tuple[bytes, bytes] | None:
    if head.endswith((b" missing\n", b" ambiguous\n")):
        return None
    try:
        _, kind, size = head.split()
        length = int(size)
    except (LookupError, ValueError):
        raise GitFault("git does not answer: is the repository whole?") from None
    return kind, answers.read(length + 1)[:-1]


def _is_partial(folder: Path) -> bool:
    """Whether what is missing in this clone was left where it was cloned from."""
    try:
        return bool(ask(folder, "config", "--get-regexp", r"^remote\..*\.promisor$"))
    except GitFault:
        return False


def _end(process: Popen[bytes], begun_by: int) -> None:
    if os.getpid() != begun_by:
        return  # forked since: whoever began it still reads from it
    process.kill()  # it only reads, and may still be answering
    process.communicate()


def marker(folder: Path) -> Path | None:
    """The ``.git`` of the repository that ``folder`` lies in, a folder or a file; None without."""
    found = (one / ".git" for one in (folder, *folder.parents))
    return next((one for one in found if one.exists()), None)


def folder(inside: Path) -> Path | None:
    """The git directory for the repository that ``inside`` lies in.

    That of a worktree or a submodule is elsewhere. None without a repository; or where its ``.git``
    leads nowhere, or only git could tell where it leads, and there is none.
    """
    at = marker(inside)
    if at is None or at.is_dir():
        return at
    try:
        from git import Repo
        from git.exc import GitError

        try:
            with Repo(at.parent) as repo:
                return Path(repo.git_dir)
        except (GitError, ValueError):
            return None
    except (ImportError, OSError):
        return None


def is_shallow(folder: Path) -> bool:
    """Whether the history of this clone was cut off (``git clone --depth``)."""
    at = marker(folder)
    if at is None:
        return False
    if at.is_dir():
        return (at / "shallow").exists()
    return ask(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def surroundings(folder: Path) -> Mapping[str, str]:
    """The environment without what points at another repository, and with messages in English."""
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    safe = {
        "NoDefaultCurrentDirectoryInExePath": "1",  # for what git itself starts on Windows
        "GIT_NO_LAZY_FETCH": "1",  # a clone without all objects does not go and fetch them
    }
    at = marker(folder)
    if at and os.pathsep not in str(at):
        # A repository that git cannot read must not make it ask another one around it.
        safe["GIT_CEILING_DIRECTORIES"] = str(at.parent.parent)
    return {**kept, **safe, "LC_ALL": "C", "LANGUAGE": ""}


def bare_around(folder: Path) -> Path | None:
    """The repository without files that ``folder`` is or lies in; None where there is none."""
    for one in (folder, *folder.parents):
        if (one / "HEAD").is_file() and (one / "objects").is_dir() and (one / "refs").is_dir():
            return one
    return None


@contextmanager
def undisturbed(folder: Path) -> Iterator[str]:
    """Let GitPython, which goes by this process's environment, find that of ``surroundings``.

    Gives the program that is git; raises NoGit where there is none.
    """
    program = _command(())[0]
    before = dict(os.environ)
    wanted = {**surroundings(folder), "GIT_PYTHON_GIT_EXECUTABLE": program}
    try:
        _surround(wanted)
        yield program
    finally:
        _surround(before)


def _surround(wanted: Mapping[str, str]) -> None:
    for name in os.environ.keys() - wanted.keys():
        del os.environ[name]
    os.environ.update(wanted)


def _command(arguments: Iterable[str]) -> list[str]:
    program = _program()
    if program is None:
        raise NoGit("git is not to be found on this computer")
    return [program, "--no-optional-locks", *_ALWAYS, *arguments]


def _program() -> str | None:
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
