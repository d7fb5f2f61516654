"""``planctl diff``, on the shipped plans with two closed meetings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Git, Run

SUMMARY = """\
Resolution 73: 1 activity completed, 17 unchanged since TSAG-2020-09.

Unchanged since TSAG-2020-09: wtsa-72, wtsa-79.
"""
DETAIL = """
Resolution 73: Information and communication technologies, environment and
    climate change

73/1  ongoing → completed
Coordinate the activities of ITU-T study groups in relation to their review…
"""
CLOSED = "Closed with planctl."


@pytest.fixture
def closed(git: Git) -> Git:
    """The plans, frozen at TSAG-2020-09."""
    git("tag", "--annotate", "--message", CLOSED, "TSAG-2020-09")
    return git


def edit(repo: Path, key: str, was: str, now: str) -> None:
    path = repo / "plans" / f"{key}.yaml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), encoding="utf-8", newline="")


def complete(repo: Path) -> None:
    edit(repo, "wtsa-73", "status: ongoing", "status: completed")


def frozen(repo: Path) -> dict[str, bytes]:
    """All that git has written."""
    files = (path for path in (repo / ".git").rglob("*") if path.is_file())
    return {path.as_posix(): path.read_bytes() for path in files}


def test_nothing_has_changed(closed: Git, run: Run) -> None:
    result = run("diff")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Nothing has changed since TSAG-2020-09.\n"


def test_what_has_changed_since_the_last_meeting(closed: Git, run: Run, repo: Path) -> None:
    complete(repo)
    before = frozen(repo)
    result = run("diff")
    assert (result.code, result.out, result.err) == (0, SUMMARY + DETAIL, "")
    assert frozen(repo) == before


def test_between_two_meetings(closed: Git, run: Run, repo: Path) -> None:
    complete(repo)
    closed("commit", "--quiet", "--all", "--message=x")
    closed("tag", "--annotate", "--message", CLOSED, "TSAG-2021-01")
    edit(repo, "wtsa-73", "status: ongoing", "status: suspended")
    told = SUMMARY.replace("Unchanged since", "Unchanged at TSAG-2021-01 since") + DETAIL
    for words in (["TSAG-2020-09", "TSAG-2021-01"], ["TSAG-2020-09..TSAG-2021-01"]):
        assert run("diff", *words).out == told
    back = run("diff", "TSAG-2021-01..TSAG-2020-09", "--stat", "73")
    assert back.err == (
        "Note: TSAG-2021-01 came after TSAG-2020-09, so what changed is told backwards.\n"
    )
    assert back.out == (
        "plan     unchanged  deliverables  activities\n"
        "wtsa-73  17         -             1 reopened\n"
    )


def test_only_some_of_it(closed: Git, run: Run, repo: Path) -> None:
    complete(repo)
    nothing = "Nothing of what was asked for has changed since TSAG-2020-09.\n"
    assert run("diff", "--only", "deliverables, text").out == nothing
    assert run("diff", "-r", "SG99").out == nothing
    assert run("diff", "72").out == "Nothing has changed since TSAG-2020-09.\n"
    refused = run("diff", "--only", "status,colour")
    assert refused.code == 2
    assert "“colour” is none of: status, deliverables, text, fields, items." in refused.err


def test_a_plan_renamed_removed_and_added(closed: Git, run: Run, repo: Path) -> None:
    plans = repo / "plans"
    (plans / "wtsa-73.yaml").rename(plans / "res-73.yaml")
    (plans / "wtsa-72.yaml").unlink()
    text = (plans / "wtsa-79.yaml").read_text(encoding="utf-8")
    (plans / "wtsa-80.yaml").write_text(
        text.replace("number: 79", "number: 80"), encoding="utf-8", newline=""
    )
    result = run("diff", "--format", "json")
    told = [(one["plan"], one["what"]) for one in json.loads(result.out)["plans"]]
    assert told == [("res-73", "changed"), ("wtsa-80", "added"), ("wtsa-72", "removed")]
    assert run("diff", "72").out == (
        "Resolution 72: plan with 13 activities removed since TSAG-2020-09.\n"
    )


def test_from_before_there_were_plans(closed: Git, run: Run) -> None:
    closed("checkout", "--quiet", "--orphan", "begin")
    closed("rm", "-r", "--quiet", "--cached", ".")
    closed("commit", "--quiet", "--allow-empty", "--message=x")
    result = run("diff", "HEAD", "79")
    assert result.out == "Resolution 79: new plan with 9 activities since HEAD.\n"


def test_a_note_is_no_revision(closed: Git, run: Run) -> None:
    run("set", "73/5.2", "notes", "Ring them")
    assert run("diff").out.startswith("Resolution 73: 1 activity annotated, 17 unchanged since")


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_to_a_file(closed: Git, run: Run, repo: Path, form: str) -> None:
    complete(repo)
    shown = run("diff", "--format", form).out
    result = run("diff", "--format", form, "-o", "out")
    assert (result.code, result.out, result.err) == (0, "", "Wrote out.\n")
    assert (repo / "out").read_bytes().decode() == shown
    assert "73/1" in shown


def test_a_plan_that_cannot_be_read(closed: Git, run: Run, repo: Path) -> None:
    edit(repo, "wtsa-73", "status: ongoing", "status: on going")
    result = run("diff")
    assert result.code == 1
    assert result.err.splitlines()[0].startswith("plans/wtsa-73.yaml:")
    assert run("diff", "72").code == 0


def test_no_git(run: Run, repo: Path) -> None:
    result = run("diff")
    assert (result.code, result.out) == (2, "")
    assert "is in no git repository, so nothing is kept" in result.err
