"""The program itself: exit statuses, closed pipes, colours, completion, and its own faults."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from planctl import __version__
from planctl.cli.program import COMMANDS, planctl
from tests.cli.conftest import Result, Run

PROGRAM = [sys.executable, "-m", "planctl"]


def test_help_lists_every_command_with_its_purpose(run: Run) -> None:
    out = run("--help").out
    for name in COMMANDS:
        assert f"\n  {name} " in out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_shows_two_examples(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.code == 0
    assert "-C, --root" in result.out
    examples = result.out.partition("Examples:\n")[2].splitlines()
    assert sum(line.startswith(f"    planctl {name}") for line in examples) == 2


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").out == f"planctl {__version__}\n"


def test_a_mistyped_command_is_a_wrong_use_with_a_suggestion(run: Run) -> None:
    result = run("exprot")
    assert (result.code, result.out) == (2, "")
    assert "There is no command “exprot”. Did you mean “export”?" in result.err


def test_a_fault_of_planctl_ends_with_3_and_a_report(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    @click.command("show")
    def broken() -> None:
        raise ZeroDivisionError("a fault for the test")

    monkeypatch.setattr(planctl, "get_command", lambda _ctx, _name: broken)
    result = run("show")
    assert (result.code, result.out) == (3, "")
    assert "this is a fault in planctl, not in what you did" in result.err
    assert f"planctl {__version__}, Python " in result.err
    assert "ZeroDivisionError: a fault for the test" in result.err


def test_ctrl_c_is_no_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command("show")
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(planctl, "get_command", lambda _ctx, _name: stopped)
    assert run("show") == Result(1, "", "\nStopped.\n")


def test_a_closed_pipe_is_no_fault(repo: Path) -> None:
    command = [*PROGRAM, "show", "73", "--format", "json"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=repo, stdout=pipe, stderr=pipe) as listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        listing.stdout.close()
        assert listing.stderr.read() == b""
        assert listing.wait() == 0


def test_what_was_left_for_the_end_is_done_and_all_is_written(repo: Path) -> None:
    script = (
        "import atexit, sys\n"
        "from planctl.__main__ import main\n"
        "atexit.register(print, 'done', file=sys.stderr)\n"
        "sys.argv = ['planctl', 'validate', '--strict']\n"
        "main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=repo, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 1
    assert ended.stdout.endswith("\n")
    assert len(ended.stdout.splitlines()) == int(ended.stderr.split(" warnings.")[0].split()[-1])
    assert ended.stderr.endswith(" warnings.\ndone\n")


def _run(repo: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=repo,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_a_terminal_that_knows_few_letters_gets_escapes_and_no_fault(repo: Path) -> None:
    result = _run(repo, "show", "79/5", PYTHONIOENCODING="latin-1")
    assert result.returncode == 0
    assert b"      \\u2022 The 9th Green Standards Week" in result.stdout
    assert b"in Val\xe8ncia, Spain." in b" ".join(result.stdout.split())
    assert result.stderr == b""


def test_json_is_json_whatever_the_terminal_knows(repo: Path) -> None:
    for encoding in ("latin-1", "cp1251", "utf-8"):
        result = _run(repo, "show", "79/5", "--format", "json", PYTHONIOENCODING=encoding)
        shown = json.loads(result.stdout.decode(encoding))
        assert "València, Spain." in str(shown)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close a stream")
def test_a_closed_output_is_no_fault(repo: Path) -> None:
    command = [*PROGRAM, "show", "72"]
    closed = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *command], cwd=repo, capture_output=True, check=False
    )
    assert (closed.returncode, closed.stderr) == (0, b"")


def test_colours_are_for_terminals_and_only_where_wanted(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" not in run("validate").out
    assert "\x1b[33mwarning[placeholder]\x1b[0m" in run("validate", typed="").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("validate", typed="").out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("show 7", ["72", "73", "79"]),
        ("show 2", []),
        ("show wtsa-7", ["wtsa-72", "wtsa-73", "wtsa-79"]),
        ("show 79/8", ["79/8", "79/8.1", "79/8.2"]),
        ("list --status o", ["ongoing"]),
        ("export wtsa-79 wtsa-73 wtsa-72", ["wtsa-72"]),
        ("show nowhere/1", []),
    ],
)
def test_the_shell_completes_what_is_there_now(repo: Path, words: str, offered: list[str]) -> None:
    complete = words.split(" ")
    result = _run(
        repo,
        _PLANCTL_COMPLETE="bash_complete",
        COMP_WORDS="planctl " + words,
        COMP_CWORD=str(len(complete)),
    )
    lines = result.stdout.decode().split()
    assert [line.partition(",")[2] for line in lines] == offered


def test_a_number_that_two_resolutions_have_is_not_completed(repo: Path) -> None:
    shutil.copyfile(repo / "plans" / "wtsa-79.yaml", repo / "plans" / "pp-79.yaml")
    result = _run(
        repo, _PLANCTL_COMPLETE="bash_complete", COMP_WORDS="planctl show 7", COMP_CWORD="2"
    )
    assert result.stdout.split() == [b"plain,72", b"plain,73"]


def test_a_plan_that_cannot_be_read_is_completed_by_its_name_alone(repo: Path) -> None:
    (repo / "plans" / "wtsa-72.yaml").write_text("{", encoding="utf-8")
    for words, offered in (("show wtsa-72", [b"plain,wtsa-72"]), ("show wtsa-72/1", [])):
        result = _run(
            repo,
            _PLANCTL_COMPLETE="bash_complete",
            COMP_WORDS=f"planctl {words}",
            COMP_CWORD="2",
        )
        assert (result.stdout.split(), result.stderr) == (offered, b"")
