"""``planctl stale``: what it is asked for, and what it says of mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Git, Run

DAY = ("--as-of", "2021-01-20")
CALENDAR_WORD = "--as-of: “{}” is neither a meeting of planctl.yaml nor a day, as in 2021-01-11"
WITHOUT_GIT = """\
ITU-T SG5: 2 of 4 ongoing activities have not moved
Item         Not moved  Newest evidence  Why
wtsa-79/8.2             none             placeholder
wtsa-79/8.1             none             no-evidence

In all, 2 of 9 ongoing activities have not moved.
"""


@pytest.fixture
def closed(git: Git) -> Git:
    """The plans, the same at two closed meetings."""
    for key in ("TSAG-2020-09", "TSAG-2021-01"):
        git("tag", "--annotate", "--message=x", key)
    return git


def test_without_git(run: Run) -> None:
    result = run("stale", "79", *DAY)
    assert (result.code, result.out, result.err) == (1, WITHOUT_GIT, "")
    assert run("stale", "79", *DAY, "--exit-zero").code == 0


def test_over_two_meetings(closed: Git, run: Run) -> None:
    result = run("stale", "79", "-r", "SG5", *DAY)
    assert result.code == 1
    assert result.out.startswith(
        "ITU-T SG5: 4 of 4 ongoing activities have not moved, the longest for 2\n"
        "    meetings (TSAG-2020-09)\n"
    )
    first = run("stale", "79", "--at", "TSAG-2020-09", "--as-of", "TSAG-2021-01", "--format=json")
    assert {len(one["unchanged_at"]) for one in json.loads(first.out)["activities"]} == {1}


def test_bodies_without_a_change(closed: Git, run: Run) -> None:
    told = run("stale", "--silent-groups", "79", "-r", "SG5", *DAY)
    assert (told.code, told.out) == (
        0,
        "1 body with open activities has contributed no change since TSAG-2021-01.\n\n"
        "Body       Open  Newest evidence  Items\n"
        "ITU-T SG5  4     2020             wtsa-79/6, wtsa-79/7, wtsa-79/8.1, wtsa-79/8.2\n",
    )
    assert run("stale", "--silent-groups", "73", "-r", "SG5", *DAY).out == (
        "Nothing that was asked for is open and without a change since TSAG-2021-01.\n"
    )
    run("set", "79/8.1", "time_plan", "2022")
    assert "SG5" not in run("stale", "--silent-groups", "79", *DAY).out


@pytest.mark.parametrize("form", ["text", "json", "markdown", "csv"])
@pytest.mark.parametrize("more", [(), ("--silent-groups",)])
def test_to_a_file(closed: Git, run: Run, repo: Path, form: str, more: tuple[str, ...]) -> None:
    shown = run("stale", "79", *DAY, *more, "--format", form)
    result = run("stale", "79", *DAY, *more, "--format", form, "-o", "out")
    assert (result.code, result.out, result.err) == (shown.code, "", "Wrote out.\n")
    assert (repo / "out").read_bytes().decode() == shown.out


def test_nothing_is_ongoing(run: Run) -> None:
    result = run("stale", "-r", "SG99", *DAY)
    assert (result.code, result.out) == (0, "Nothing is ongoing for SG99.\n")


def test_a_clone_that_is_cut_off(closed: Git, run: Run, repo: Path, tmp_path: Path) -> None:
    closed("commit", "--quiet", "--allow-empty", "--message=x")
    closed("clone", "--quiet", "--depth=1", repo.as_uri(), str(tmp_path / "clone"))
    for command in (("stale", *DAY), ("log", "79/1")):
        assert run(*command, cwd=tmp_path / "clone").err == (
            "Note: the history of this clone is cut off, so meetings that were closed may be"
            " missing; `git fetch --unshallow --tags` fetches it whole.\n"
        )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--as-of 2021", CALENDAR_WORD.format("2021")),
        ("--as-of 2021-1-11", CALENDAR_WORD.format("2021-1-11")),
        (
            "--as-of TSAG-2021-02",
            "--as-of: “TSAG-2021-02” is neither a meeting of planctl.yaml nor a day; did you mean"
            " “TSAG-2021-01”?",
        ),
        ("99", "there is no plan “99” in plans; there are: wtsa-72, wtsa-73, wtsa-79"),
        (
            "--silent-groups --since WTSA-16",
            "--since: “WTSA-16” is no meeting that was closed by then; these were: TSAG-2020-09,"
            " TSAG-2021-01",
        ),
    ],
)
def test_mistakes(closed: Git, run: Run, words: str, message: str) -> None:
    result = run("stale", *words.split())
    assert (result.code, result.out, result.err) == (2, "", f"planctl: {message}\n")


def test_since_alone_means_nothing(run: Run) -> None:
    result = run("stale", "--since", "TSAG-2020-09")
    assert result.code == 2
    assert result.err.endswith("Error: --since goes with --silent-groups.\n")


def test_a_plan_that_could_not_be_read_at_a_meeting_is_noted(
    closed: Git, run: Run, repo: Path
) -> None:
    plan = repo / "plans/wtsa-72.yaml"
    whole = plan.read_bytes()
    plan.write_bytes(b"lead: [\n")
    closed("commit", "--quiet", "--all", "--message=Broken")
    closed("tag", "--force", "--annotate", "TSAG-2021-01", "--message=Broken")
    plan.write_bytes(whole)
    fault = (
        "wtsa-72 cannot be read as it stood at TSAG-2021-01 (`planctl validate --at TSAG-2021-01`"
        " says why), so what it said up to then is not known"
    )
    for _ in range(2):  # the second time what was found the first time is told
        result = run("stale", "72", *DAY)
        assert (result.code, result.err) == (1, f"Note: {fault}.\n")
        assert "meeting" not in result.out
    assert run("stale", "73", *DAY).err == ""
    assert run("stale", "--silent-groups", *DAY).err == (
        f"planctl: {fault}. What changed since a later meeting can be told (--since)\n"
    )
