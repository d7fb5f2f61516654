"""What the tests of the commands share: a plan repository, and a way to run planctl in it."""

from __future__ import annotations

import difflib
import gc
import io
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from planctl.__main__ import main
from tests.surroundings import make_plain

gc.enable()  # the program turns it off for itself
SHIPPED = Path(__file__).resolve().parents[2] / "plans"

SETTINGS = """\
meetings:
  - key: TSAG-2020-09
    start: 2020-09-21
    end: 2020-09-25
  - key: TSAG-2021-01
    start: 2021-01-11
    end: 2021-01-18
"""


@dataclass(frozen=True)
class Result:
    """What a run of planctl left: its exit status, standard output and standard error."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Run planctl with these arguments; ``typed`` puts a person with a keyboard before it."""

    def __call__(self, *args: str, cwd: Path | None = None, typed: str | None = None) -> Result: ...


class Diff(Protocol):
    """The changed lines of a plan: "-…", "+…" and "@@ … @@"; by default since it was shipped."""

    def __call__(self, key: str, before: str | None = None) -> list[str]: ...


class Git(Protocol):
    """Run git in the plan repository and return what it prints."""

    def __call__(self, *args: str) -> str: ...


class _Keyboard(io.StringIO):
    """Standard input of a person who types what they were given to type."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _plain_surroundings(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A run depends on neither this machine's settings nor on a git hook around the tests."""
    make_plain(monkeypatch, tmp_path_factory.mktemp("cache"))
    for name in ("NO_COLOR", "FORCE_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A Secretary")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "secretary@example.org")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A plan repository with the three shipped plans and two meetings, not in git."""
    root = tmp_path / "repo"
    (root / "plans").mkdir(parents=True)
    (root / "planctl.yaml").write_text(SETTINGS, encoding="utf-8", newline="")
    for key in ("wtsa-72", "wtsa-73", "wtsa-79"):
        shutil.copyfile(SHIPPED / f"{key}.yaml", root / "plans" / f"{key}.yaml")
    return root


@pytest.fixture
def run(repo: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run planctl in this process, in ``repo`` unless told otherwise."""

    def run(*args: str, cwd: Path | None = None, typed: str | None = None) -> Result:
        capsys.readouterr()
        with monkeypatch.context() as patch:
            patch.chdir(cwd or repo)
            patch.setattr(sys, "stdin", io.StringIO() if typed is None else _Keyboard(typed))
            for stream in (sys.stdout, sys.stderr):
                patch.setattr(stream, "isatty", lambda: typed is not None, raising=False)
            with pytest.raises(SystemExit) as ended:
                main(list(args))
        out, err = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Result(ended.value.code, out, err)

    return run


@pytest.fixture
def diff(repo: Path) -> Diff:
    """What has changed in a plan of ``repo``, without context lines."""

    def diff(key: str, before: str | None = None) -> list[str]:
        old = (SHIPPED / f"{key}.yaml").read_text(encoding="utf-8") if before is None else before
        new = (repo / "plans" / f"{key}.yaml").read_text(encoding="utf-8")
        # the first two lines only name the files
        return list(difflib.unified_diff(old.split("\n"), new.split("\n"), n=0, lineterm=""))[2:]

    return diff


@pytest.fixture
def git(repo: Path) -> Git:
    """Git in ``repo``, which becomes a git repository with the plans committed."""

    def git(*args: str) -> str:
        done = subprocess.run(
            ["git", *args], cwd=repo, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout

    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message=The plans")
    return git
