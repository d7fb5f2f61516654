"""``planctl meeting``, ``list`` and ``show``: the calendar, and which meetings were closed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click
import pytest

from planctl.cli.program import planctl
from tests.cli.conftest import Run
from tests.histories import CALENDAR, History, git, plan_text

DETAILS = """\
meetings:
  - key: TSAG-2020-09
    name: TSAG, fifth meeting
    start: 2020-09-21
    end: 2020-09-25
    place: Virtual
    deadline: 2020-09-08
    documents: [TSAG-TD880, TSAG-TD881]
  - key: WTSA-16
    start: 2016-10-25
    end: 2016-11-03
    place: Hammamet, Tunisia
    deadline: 2016-10-13
"""
NO_GIT = (
    "This folder is in no git repository, so no meeting can be closed; `git init` begins one.\n"
)
CUT_OFF = (
    "The history of this clone is cut off, so meetings that were closed may be missing;"
    " `git fetch --unshallow --tags` fetches it whole.\n"
)
OPEN = """\
TSAG-2020-02\t10–14 February 2020\t\tnot closed
TSAG-2020-09\t21–25 September 2020\t\tnot closed
TSAG-2021-01\t11–18 January 2021\t\tnot closed
"""


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A plan repository with one plan, not in git."""
    root = tmp_path / "repo"
    (root / "plans").mkdir(parents=True)
    (root / "planctl.yaml").write_text(CALENDAR, encoding="utf-8", newline="")
    plan = plan_text(1, {"1": "ongoing", "2": "completed"})
    (root / "plans" / "wtsa-1.yaml").write_text(plan, encoding="utf-8", newline="")
    return root


@pytest.fixture
def history(repo: Path) -> History:
    """The plan repository in git, with TSAG-2020-02 closed."""
    history = History(repo)
    history.commit()
    history.tag("TSAG-2020-02", day="2020-02-20")
    return history


@pytest.mark.parametrize("name", ["list", "show", "add", "change", "close"])
def test_the_help_of_each_part_shows_two_examples(run: Run, name: str) -> None:
    result = run("meeting", name, "--help")
    assert result.code == 0
    assert "-C, --root" in result.out
    examples = result.out.partition("Examples:\n")[2].splitlines()
    assert sum(line.startswith(f"    planctl meeting {name}") for line in examples) == 2


def test_the_parts_are_listed_with_their_purposes(run: Run) -> None:
    listed = run("meeting", "--help").out.partition("Commands:\n")[2].partition("\n\n")[0]
    assert listed == (
        "  list    List the meetings, and which were closed.\n"
        "  show    Show everything about a meeting.\n"
        "  add     Put a meeting into the calendar.\n"
        "  change  Change a meeting, such as one that was postponed.\n"
        "  close   Freeze the plans under a meeting's name."
    )


def test_a_mistyped_part_is_a_wrong_use_with_a_suggestion(run: Run) -> None:
    result = run("meeting", "lsit")
    assert (result.code, result.out) == (2, "")
    assert "There is no command “lsit”. Did you mean “list”?" in result.err


def test_the_folder_can_be_given_anywhere(run: Run, repo: Path, tmp_path: Path) -> None:
    for words in (
        ("meeting", "list", "-C", "repo"),
        ("meeting", "-C", "repo", "list"),
        ("-C", "repo", "meeting", "list"),
        ("meeting", "list", "-C", str(repo)),
    ):
        assert run(*words, cwd=tmp_path).out == OPEN
    assert run("meeting", "list", cwd=tmp_path).code == 2


def test_keys_are_completed(run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from planctl.cli.meeting import calendar, close, show

    monkeypatch.chdir(repo)
    for command in (show.command, close.command, calendar.change):
        key = next(one for one in command.params if isinstance(one, click.Argument))
        with click.Context(planctl) as context:
            offered = key.shell_complete(context, "TSAG-2020")
        assert [one.value for one in offered] == ["TSAG-2020-02", "TSAG-2020-09"]


def test_the_calendar_in_order_of_date(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text(DETAILS, encoding="utf-8", newline="")
    result = run("meeting", "list")
    assert result.code == 0
    assert result.out == (
        "WTSA-16\t25 October – 3 November 2016\tHammamet, Tunisia\tnot closed; documents until 13"
        " October 2016\n"
        "TSAG-2020-09\t21–25 September 2020\tVirtual\tnot closed; documents until 8 September 2020"
        "\n"
    )
    assert result.err == NO_GIT + "2 meetings, 0 closed.\n"


def test_the_calendar_on_a_terminal(
    run: Run, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    result = run("meeting", "list", typed="")
    assert [line.rstrip() for line in result.out.splitlines()] == [
        "Meeting        Days                   State",
        "─────────────────────────────────────────────────────────────",
        "TSAG-2020-02   10–14 February 2020    closed 20 February 2020",
        "TSAG-2020-09   21–25 September 2020   not closed",
        "TSAG-2021-01   11–18 January 2021     not closed",
    ]


def test_a_deadline_is_of_no_interest_once_a_meeting_is_closed(run: Run, repo: Path) -> None:
    history = History(repo, DETAILS)
    history.commit()
    history.tag("TSAG-2020-09", day="2020-09-30")
    line = "TSAG-2020-09\t21–25 September 2020\tVirtual\tclosed 30 September 2020\n"
    assert run("meeting", "list").out.endswith(line)


@pytest.mark.parametrize("settings", ["", "meetings: []\n", "# Nothing yet\n"])
def test_an_empty_calendar(run: Run, repo: Path, settings: str) -> None:
    (repo / "planctl.yaml").write_text(settings, encoding="utf-8")
    git(repo, "init", "--quiet")
    result = run("meeting", "list")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "The calendar is empty; `planctl meeting add KEY --start DAY` adds a meeting.\n"
    )


def test_days_that_cannot_be_are_shown_as_they_are(run: Run, repo: Path) -> None:
    text = CALENDAR.replace("2020-02-14", "2020-02-30").replace("2020-09-25", "2020-09-01")
    (repo / "planctl.yaml").write_text(text, encoding="utf-8")
    days = [line.split("\t")[1] for line in run("meeting", "list").out.splitlines()]
    assert days == ["2020-02-10/2020-02-30", "2020-09-21/2020-09-01", "11–18 January 2021"]


def test_settings_that_cannot_be_read(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text("meetings: [{key: A}]\n", encoding="utf-8")
    for words in (["list"], ["show", "A"], ["add", "B", "--start", "2020-01-01"], ["close", "A"]):
        result = run("meeting", *words)
        assert (result.code, result.out) == (1, "")
        assert result.err == (
            "planctl.yaml:1:12: error[schema]: the field “start” is missing\n"
            "planctl: mend this first; nothing was done.\n"
        )


def test_what_is_odd_about_tags_is_said(run: Run, history: History) -> None:
    history.tag("TSAG-2020-09", day="2020-10-01", since="TSAG-2020-02")
    old = history.git("rev-parse", "HEAD")
    new = history.commit({"notes.txt": "New"})
    history.git("tag", "--force", "TSAG-2020-02")
    result = run("meeting", "list")
    moved = (
        f"the tag TSAG-2020-02 was moved: it pointed to {old[:10]} when TSAG-2020-09 was closed,"
        f" and now points to {new[:10]}"
    )
    assert result.out.splitlines()[0] == "TSAG-2020-02\t10–14 February 2020\t\tclosed"
    assert result.err == f"TSAG-2020-02: {moved}.\n3 meetings, 2 closed.\n"
    shown = run("meeting", "show", "TSAG-2020-02").out
    assert " ".join(shown.split()).endswith(f"commit: {new} doubtful: {moved}")
    history.git("tag", "--delete", "TSAG-2020-02")
    result = run("meeting", "list")
    assert result.out.splitlines()[0] == (
        "TSAG-2020-02\t10–14 February 2020\t\tclosed, but its tag is missing"
    )
    assert result.err == (
        f"TSAG-2020-02: the tag TSAG-2020-02 is missing: it pointed to {old[:10]} when TSAG-2020-09"
        " was closed; `git fetch --tags` may bring it.\n3 meetings, 1 closed.\n"
    )


def test_the_calendar_as_json(run: Run, repo: Path) -> None:
    history = History(repo, DETAILS)
    history.commit()
    history.git("tag", "WTSA-16")
    assert json.loads(run("meeting", "list", "--format", "json").out) == {
        "planctl": "meeting list",
        "version": 1,
        "meetings": [
            {
                "key": "WTSA-16",
                "start": "2016-10-25",
                "end": "2016-11-03",
                "place": "Hammamet, Tunisia",
                "deadline": "2016-10-13",
                "closed": True,
                "closed_on": "",
                "commit": history.git("rev-parse", "HEAD"),
                "doubt": "the tag WTSA-16 was not made by `planctl meeting close`",
            },
            {
                "key": "TSAG-2020-09",
                "start": "2020-09-21",
                "end": "2020-09-25",
                "name": "TSAG, fifth meeting",
                "place": "Virtual",
                "deadline": "2020-09-08",
                "documents": ["TSAG-TD880", "TSAG-TD881"],
                "closed": False,
            },
        ],
    }


def test_without_git_the_calendar_is_still_shown(
    run: Run, history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("meeting", "list")
    assert result.code == 0
    assert result.out == OPEN.replace("not closed", "not known")
    assert result.err == (
        "Which meetings were closed is not known: git is not to be found on this computer; install"
        " it to see how the plans stood at a meeting\n3 meetings.\n"
    )
    shown = json.loads(run("meeting", "show", "TSAG-2020-02", "--format", "json").out)
    assert shown["meeting"]["closed"] is None


def test_a_clone_that_was_cut_off(run: Run, history: History, tmp_path: Path) -> None:
    history.commit({"notes.txt": "New"})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", history.root.as_uri(), str(clone))
    result = run("meeting", "list", cwd=clone)
    assert (result.code, result.out) == (0, OPEN)
    assert result.err == CUT_OFF + "3 meetings, 0 closed.\n"
    assert run("meeting", "show", "TSAG-2020-02", cwd=clone).err == CUT_OFF


def test_a_bare_repository(run: Run, history: History, tmp_path: Path) -> None:
    bare = tmp_path / "plans.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(history.root), str(bare))
    said = (
        f"planctl: {bare} is a bare git repository: it keeps the history, and has no files to work"
        " on. Clone it with `git clone`, and work in the clone.\n"
    )
    for words in (("meeting", "list"), ("show", "1"), ("list", "--at", "TSAG-2020-02")):
        for folder in (bare, bare / "objects"):
            result = run(*words, cwd=folder)
            assert (result.code, result.out, result.err) == (2, "", said)


def test_everything_about_a_meeting(run: Run, repo: Path) -> None:
    history = History(repo, DETAILS)
    plan = plan_text(1, {"1": "ongoing", "2": "completed", "3": "ongoing"})
    for item, more in (
        ("1", "due: TSAG-2020-09"),
        ("2", "decided_by: {meeting: TSAG-2020-09, document: R 12}"),
        ("3", "notes: TSAG-2020-09 was good"),
    ):
        plan = plan.replace(
            f"        text: Do {item}\n", f"        text: Do {item}\n        {more}\n"
        )
    history.commit({"plans/wtsa-1.yaml": plan})
    history.tag("TSAG-2020-09", day="2020-09-30")
    result = run("meeting", "show", "tsag-2020-09")
    commit = history.git("rev-parse", "HEAD")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "TSAG-2020-09  closed 30 September 2020\n"
        "    name:      TSAG, fifth meeting\n"
        "    days:      21–25 September 2020\n"
        "    place:     Virtual\n"
        "    deadline:  8 September 2020\n"
        "    documents: TSAG-TD880, TSAG-TD881\n"
        f"    commit:    {commit}\n"
        "\n"
        "    The plans.\n"
        "\n"
        "Due at it:\n"
        "    wtsa-1/1  ongoing  Do 1\n"
        "\n"
        "Decided at it:\n"
        "    wtsa-1/2  completed  Do 2\n"
    )
    as_json = json.loads(run("meeting", "show", "TSAG-2020-09", "--format", "json").out)
    assert as_json["planctl"] == "meeting show"
    assert as_json["summary"] == "The plans."
    assert (as_json["due"], as_json["decided"]) == (["wtsa-1/1"], ["wtsa-1/2"])
    assert as_json["meeting"]["closed_on"] == "2020-09-30"


def test_a_meeting_that_was_not_closed(run: Run, history: History) -> None:
    result = run("meeting", "show", "TSAG-2021-01")
    assert result.out == "TSAG-2021-01  not closed\n    days:      11–18 January 2021\n"


@pytest.mark.parametrize("part", ["show", "change", "close"])
def test_a_meeting_that_is_not_in_the_calendar(run: Run, history: History, part: str) -> None:
    result = run("meeting", part, "TSAG-2020-1")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "planctl: there is no meeting “TSAG-2020-1” in the calendar; did you mean “TSAG-2020-09”?\n"
    )
    assert run("meeting", part, "elsewhere").err == (
        "planctl: there is no meeting “elsewhere” in the calendar; `planctl meeting add elsewhere"
        " --start DAY` adds one\n"
    )


def test_a_plan_that_cannot_be_read_stops_it(run: Run, history: History) -> None:
    history.write({"plans/wtsa-1.yaml": "TSAG-2020-02: [", "plans/wtsa-2.yaml": "{"})
    result = run("meeting", "show", "TSAG-2020-02")
    assert (result.code, result.out) == (1, "")
    assert "plans/wtsa-1.yaml:1:" in result.err


@pytest.mark.skipif(os.name == "nt", reason="the owner is another notion on Windows")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to be root")
def test_a_repository_of_somebody_else(
    run: Run, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SUDO_UID", raising=False)
    for path in (history.root, history.root / ".git"):
        os.chown(path, 12345, 12345)
    result = run("meeting", "list")
    assert result.code == 0
    assert result.err.startswith(
        "Which meetings were closed is not known: git cannot read the repository that keeps"
        f" {history.root}: fatal: detected dubious ownership in repository at '{history.root}'"
    )
