"""``planctl status``, with closed meetings and without, with git and without."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Git, Run

CALENDAR = """\
meetings:
  - key: TSAG-2020-02
    start: 2020-02-10
    end: 2020-02-14
  - key: TSAG-2020-09
    start: 2020-09-21
    end: 2020-09-25
  - key: TSAG-2021-01
    start: 2021-01-11
    end: 2021-01-18
    deadline: 2020-12-29
"""
TODAY = ("--as-of", "2020-11-22")
UNTOLD = "What changed since the last meeting is not known: "


@pytest.fixture
def cycle(repo: Path, git: Git, run: Run) -> Git:
    """The shipped plans after two closed meetings, with changes before and after the second."""

    def change(*edits: str) -> None:
        for edit in edits:
            assert run("set", *edit.split("|")).code == 0

    (repo / "planctl.yaml").write_text(CALENDAR, encoding="utf-8", newline="")
    git("commit", "--quiet", "--all", "--message=The calendar")
    git("tag", "--annotate", "TSAG-2020-02", "--message=TSAG-2020-02")
    change("72/5|status|completed", "79/7|status|suspended")
    git("commit", "--quiet", "--all", "--message=Before September")
    git("tag", "--annotate", "TSAG-2020-09", "--message=TSAG-2020-09")
    change(
        "72/1.1|status|completed",
        "72/1.2|due|TSAG-2021-01",
        "73/5.2|due|2020-10",
        "73/5.2|blocker|ITU-T SG2 has not answered SG5-LS136",
        "79/4|due|TSAG-2021-01",
    )
    plan = repo / "plans" / "wtsa-79.yaml"
    text = plan.read_text(encoding="utf-8")
    text = text.replace("due: TSAG-2021-01", "due: WTSA-28")  # which the calendar does not have
    plan.write_text(text, encoding="utf-8", newline="")
    return git


def test_a_morning_between_two_meetings(cycle: Git, run: Run) -> None:
    result = run("status", *TODAY)
    assert (result.code, result.err) == (
        0,
        "Note: the tag TSAG-2020-09 was not made by `planctl meeting close`.\n",
    )
    assert result.out == (
        "Plan     █  ▓   ░  Other  Changed  Stale  Blocked\n"
        "wtsa-72  3  10  0  0      2        10     0        ███▓▓▓▓▓▓▓▓▓▓\n"
        "wtsa-73  2  16  0  0      1        16     1        ██▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓\n"
        "wtsa-79  0  8   0  1      1        4      0        ▓▓▓▓▓▓▓▓\n"
        "Total    5  34  0  1      4        30     1\n"
        "\n"
        "█ completed, ▓ ongoing, ░ not started; one mark is one activity. Other:\n"
        "suspended or superseded.\n"
        "\n"
        "Since TSAG-2020-09: 4 activities changed or are new, in 3 plans.\n"
        "\n"
        "Next: TSAG-2021-01, 11–18 January 2021, in 50 days; documents by 29 December\n"
        "2020 (in 37 days). 2 items are due by then: wtsa-73/5.2 (overdue), wtsa-72/1.2.\n"
        "Due nobody knows when: wtsa-79/4 (“WTSA-28”).\n"
        "\n"
        "1 activity is blocked:\n"
        "\n"
        "  • wtsa-73/5.2: ITU-T SG2 has not answered SG5-LS136\n"
    )


def test_in_sixty_columns(cycle: Git, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = run("status", *TODAY).out
    assert max(map(len, out.splitlines())) <= 60
    assert out.startswith(
        "Plan     █  ▓   ░  Other  Changed  Stale  Blocked\n"
        "wtsa-72  3  10  0  0      2        10     0        █▓▓▓▓▓\n"
    )


def test_one_plan_has_no_total(cycle: Git, run: Run) -> None:
    assert run("status", "79", *TODAY).out == (
        "Plan     █  ▓  ░  Other  Changed  Stale  Blocked\n"
        "wtsa-79  0  8  0  1      1        4      0        ▓▓▓▓▓▓▓▓\n"
        "\n"
        "█ completed, ▓ ongoing, ░ not started; one mark is one activity. Other:\n"
        "suspended or superseded.\n"
        "\n"
        "Since TSAG-2020-09: 1 activity changed or is new, in 1 plan.\n"
        "\n"
        "Next: TSAG-2021-01, 11–18 January 2021, in 50 days; documents by 29 December\n"
        "2020 (in 37 days). Due nobody knows when: wtsa-79/4 (“WTSA-28”).\n"
    )


def test_what_one_body_answers_for(cycle: Git, run: Run) -> None:
    def shown(*arguments: str) -> Any:
        return json.loads(run(*arguments, "--responsible", "BR", "--format", "json").out)

    total = shown("status", *TODAY)["total"]
    assert sum(total["statuses"].values()) == len(shown("list")["activities"]) == 15
    assert total["stale"] == len(shown("stale", *TODAY)["activities"]) == 12
    assert run("status", "--responsible", "WMO", *TODAY).out.startswith(
        "There is no plan to tell about.\n\nSince TSAG-2020-09: no activity changed, and none is"
        " new.\n"
    )


def test_the_day_itself_changes_what_is_said(cycle: Git, run: Run) -> None:
    at_the_meeting = _joined(run("status", "--as-of", "TSAG-2021-01").out)
    assert (
        "Now: TSAG-2021-01, 11–18 January 2021; documents were due by 29 December 2020 (13 days"
        " ago). 2 items are due by then: wtsa-73/5.2 (overdue), wtsa-72/1.2."
    ) in at_the_meeting
    afterwards = _joined(run("status", "--as-of", "2021-02-01").out)
    assert (
        "Next: planctl.yaml has no meeting that is still to come on 1 February 2021;"
        " `planctl meeting add` adds one. 2 items are overdue: wtsa-73/5.2, wtsa-72/1.2."
    ) in afterwards
    before = run("status", "--as-of", "2020-03-01").out
    assert "\nSince TSAG-2020-02: 6 activities changed or are new, in 3 plans.\n" in before
    assert (
        "Next: TSAG-2020-09, 21–25 September 2020, in 204 days; no deadline for its"
        " documents is set. Due nobody knows when: wtsa-79/4 (“WTSA-28”)."
    ) in _joined(before)


def test_as_it_stood_at_a_meeting_the_one_before_is_compared_with(cycle: Git, run: Run) -> None:
    out = run("status", "--at", "TSAG-2020-09").out
    assert "\nSince TSAG-2020-02: 2 activities changed or are new, in 2 plans.\n" in out
    assert "\nNext: TSAG-2021-01, 11–18 January 2021, in 112 days; " in out
    first = _joined(run("status", "--at", "TSAG-2020-02").out)
    assert f"{UNTOLD}no meeting was closed before TSAG-2020-02." in first


def test_what_is_new_counts_and_what_is_gone_does_not(cycle: Git, run: Run, repo: Path) -> None:
    cycle("checkout", "--quiet", "--", "plans")
    assert run("remove", "79/8.1", "--yes").code == 0
    assert "\nSince TSAG-2020-09: no activity changed, and none is new.\n" in (
        run("status", *TODAY).out
    )
    added = run("add", "79/8", "Collect figures on e-waste", "-r", "ITU-T SG5 (Q7/5)")
    assert added.code == 0
    told = "\nSince TSAG-2020-09: 1 activity changed or is new, in 1 plan.\n"
    assert told in run("status", *TODAY).out


def test_as_markdown(cycle: Git, run: Run) -> None:
    out = run("status", *TODAY, "--format", "markdown").out
    assert out.splitlines()[:3] == [
        "| Plan | █ | ▓ | ░ | Other | Changed | Stale | Blocked |  |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "| wtsa-72 | 3 | 10 | 0 | 0 | 2 | 10 | 0 | ███▓▓▓▓▓▓▓▓▓▓ |",
    ]
    assert out.endswith("- **wtsa-73/5.2**: ITU-T SG2 has not answered SG5-LS136\n")


def test_as_json(cycle: Git, run: Run) -> None:
    shown = json.loads(run("status", "73", *TODAY, "--format", "json").out)
    [plan] = shown.pop("plans")
    assert plan == {
        "plan": "wtsa-73",
        "title": "Information and communication technologies, environment and climate change",
        **shown.pop("total"),
    }
    assert plan["statuses"] == {
        "not-started": 0,
        "ongoing": 16,
        "completed": 2,
        "suspended": 0,
        "superseded": 0,
    }
    assert (plan["changed"], plan["stale"], plan["blocked"]) == (1, 16, 1)
    assert shown == {
        "planctl": "status",
        "version": 1,
        "as_of": "2020-11-22",
        "since": "TSAG-2020-09",
        "untold": None,
        "next": {
            "meeting": "TSAG-2021-01",
            "start": "2021-01-11",
            "end": "2021-01-18",
            "in_days": 50,
            "deadline": "2020-12-29",
            "deadline_in_days": 37,
        },
        "due": [
            {
                "address": "wtsa-73/5.2",
                "due": "2020-10",
                "last_day": "2020-10-31",
                "overdue": True,
            }
        ],
        "blocked": [{"address": "wtsa-73/5.2", "blocker": "ITU-T SG2 has not answered SG5-LS136"}],
    }


def test_without_git_the_rest_is_said(repo: Path, run: Run) -> None:
    result = run("status", *TODAY)
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "Plan     █  ▓   ░  Stale  Blocked\n"
        "wtsa-72  1  12  0  8      0        █▓▓▓▓▓▓▓▓▓▓▓▓\n"
        "wtsa-73  2  16  0  11     0        ██▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓\n"
        "wtsa-79  0  9   0  2      0        ▓▓▓▓▓▓▓▓▓\n"
        "Total    3  37  0  21     0\n"
        "\n"
        "█ completed, ▓ ongoing, ░ not started; one mark is one activity.\n"
        "\n"
        f"{UNTOLD}the plans are in no git\nrepository.\n"
        "\n"
        "Next: TSAG-2021-01, 11–18 January 2021, in 50 days; no deadline for its\n"
        "documents is set.\n"
    )
    shown = json.loads(run("status", *TODAY, "--format", "json").out)
    assert (shown["since"], shown["untold"]) == (None, "the plans are in no git repository")
    assert shown["total"]["changed"] is None


def test_without_the_program_git(
    cycle: Git, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("status", *TODAY)
    assert result.code == 0
    assert result.out.startswith("Plan     █  ▓   ░  Other  Stale  Blocked\n")
    assert (
        f"{UNTOLD}git is not to be found on this computer; install it to see how the plans stood at"
        " a meeting (what has not moved is told from the plans alone)."
    ) in _joined(result.out)


def test_a_plan_that_could_not_be_read_at_a_meeting_hides_only_the_past(
    cycle: Git, run: Run, repo: Path
) -> None:
    plan = repo / "plans" / "wtsa-72.yaml"
    whole = plan.read_bytes()
    plan.write_bytes(b"lead: [\n")
    cycle("commit", "--quiet", "--all", "--message=Broken")
    cycle("tag", "--force", "--annotate", "TSAG-2020-09", "--message=Broken")
    plan.write_bytes(whole)
    result = run("status", *TODAY)
    assert result.code == 0
    assert f"{UNTOLD}wtsa-72 cannot be read as it stood at TSAG-2020-09 (" in _joined(result.out)
    assert "Next: TSAG-2021-01" in result.out


def test_before_any_meeting_was_closed(git: Git, run: Run) -> None:
    assert f"{UNTOLD}no meeting was closed yet." in _joined(run("status", *TODAY).out)


def test_a_history_that_was_cut_off(cycle: Git, run: Run, repo: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    cycle("clone", "--quiet", "--depth=1", "--no-tags", repo.as_uri(), str(clone))
    assert (
        f"{UNTOLD}no meeting was closed yet. The history of this clone is cut off, so meetings that"
        " were closed may be missing; `git fetch --unshallow --tags` fetches it whole."
    ) in _joined(run("status", *TODAY, cwd=clone).out)
    cycle("-C", str(clone), "tag", "TSAG-2020-02")
    assert (
        "Note: TSAG-2020-02 is the last closed meeting here. The history of this clone is cut off"
    ) in run("status", *TODAY, cwd=clone).err


def test_without_a_calendar_and_without_plans(repo: Path, run: Run) -> None:
    (repo / "planctl.yaml").write_text("", encoding="utf-8")
    shutil.rmtree(repo / "plans")
    (repo / "plans").mkdir()
    result = run("status", *TODAY)
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "There is no plan to tell about.\n"
        "\n"
        f"{UNTOLD}the plans are in no git\nrepository.\n"
        "\n"
        "Next: planctl.yaml has no meeting that is still to come on 22 November 2020;\n"
        "`planctl meeting add` adds one.\n"
    )


def test_a_console_with_few_letters_gets_other_bars(repo: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "planctl", "status", "72", *TODAY],
        cwd=repo,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    lines = done.stdout.decode("ascii").splitlines()
    assert lines[:4] == [
        "Plan     #  =   -  Stale  Blocked",
        "wtsa-72  1  12  0  8      0        #============",
        "",
        "# completed, = ongoing, - not started; one mark is one activity.",
    ]


@pytest.mark.parametrize("where", ["worktree", "submodule"])
def test_what_is_told_again_knows_the_tags_of_a_linked_repository(
    cycle: Git, run: Run, repo: Path, tmp_path: Path, where: str
) -> None:
    cycle("commit", "--quiet", "--all", "--message=Since then")
    linked = tmp_path / "linked – ñ"
    if where == "worktree":
        cycle("worktree", "add", "--quiet", "-b", "tree", str(linked))
    else:
        cycle("init", "--quiet", str(tmp_path / "outer"))
        linked = tmp_path / "outer" / "plans"
        allowed = ("-c", "protocol.file.allow=always", "-C", str(tmp_path / "outer"))
        cycle(*allowed, "submodule", "add", "--quiet", repo.as_uri(), "plans")
    first = run("status", *TODAY, cwd=linked)
    assert run("status", *TODAY, cwd=linked) == first
    assert "\nSince TSAG-2020-09: 4 activities changed or are new, in 3 plans.\n" in first.out
    cycle("-C", str(linked), "tag", "--delete", "TSAG-2020-09")
    again = run("status", *TODAY, cwd=linked).out
    assert "\nSince TSAG-2020-02: 6 activities changed or are new, in 3 plans.\n" in again


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("71",),
            "planctl: there is no plan “71” in plans; there are: wtsa-72, wtsa-73, wtsa-79\n",
        ),
        (
            ("--as-of", "TSAG-2021-1"),
            "planctl: --as-of: “TSAG-2021-1” is neither a meeting of planctl.yaml nor a day;"
            " did you mean “TSAG-2021-01”?\n",
        ),
        (
            ("--at", "TSAG-2021-01"),
            "planctl: TSAG-2021-01 has not been closed: `planctl meeting close TSAG-2021-01`"
            " freezes the plans under this name\n",
        ),
    ],
)
def test_mistakes(cycle: Git, run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run("status", *arguments)
    assert (result.code, result.out, result.err) == (2, "", message)


def test_a_plan_that_cannot_be_read_now_stops_it(cycle: Git, run: Run, repo: Path) -> None:
    (repo / "plans" / "wtsa-72.yaml").write_text("lead: [\n", encoding="utf-8")
    result = run("status", *TODAY)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("plans/wtsa-72.yaml:")


def _joined(shown: str) -> str:
    return " ".join(shown.split())
