"""``planctl meeting add`` and ``change``: one surgical edit of planctl.yaml."""

from __future__ import annotations

import contextlib
import difflib
import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.change.calendar import check_key
from planctl.errors import UsageFault
from planctl.store import schema
from planctl.store.repository import Repository
from tests.cli.conftest import Run
from tests.histories import CALENDAR, git, plan_text

START = ("--start", "2020-05-01")
COMMENTED = """\
# Settings of this plan repository.
plans: plans  # the folder

meetings:  # in order of date
  # the last one in a room
  - key: TSAG-2020-02  # Geneva
    start: 2020-02-10
    end: 2020-02-14  # a Friday

  - {key: TSAG-2020-09, start: 2020-09-21}

rules: {}
"""


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A plan repository with one plan, not in git."""
    root = tmp_path / "repo"
    (root / "plans").mkdir(parents=True)
    (root / "planctl.yaml").write_text(CALENDAR, encoding="utf-8", newline="")
    plan = plan_text(1, {"1": "ongoing", "2": "completed", "3": "ongoing"})
    (root / "plans" / "wtsa-1.yaml").write_text(plan, encoding="utf-8", newline="")
    return root


def settings_of(repo: Path) -> Path:
    return repo / "planctl.yaml"


def changed(repo: Path, before: str) -> list[str]:
    """The changed lines of planctl.yaml, "@@" before each hunk."""
    now = settings_of(repo).read_text(encoding="utf-8")
    lines = [*difflib.unified_diff(before.split("\n"), now.split("\n"), n=0, lineterm="")][2:]
    return ["@@" if line.startswith("@@") else line for line in lines]


def test_a_meeting_is_put_where_it_belongs(run: Run, repo: Path) -> None:
    result = run(
        *("meeting", "add", "TSAG-2020-06", "--start", "2020-06-29", "--end", "2020-07-03"),
        *("--name", "TSAG,  extraordinary\nmeeting", "--place", "Geneva: CICG"),
        *("--deadline", "2020-06-16", "--document", "TSAG-TD700", "--document", "12"),
    )
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "Added TSAG-2020-06 to planctl.yaml: TSAG, extraordinary meeting, 29 June – 3 July 2020,"
        " Geneva: CICG.\n"
    )
    assert changed(repo, CALENDAR) == [
        "@@",
        "+  - key: TSAG-2020-06",
        "+    name: TSAG, extraordinary meeting",
        "+    start: 2020-06-29",
        "+    end: 2020-07-03",
        '+    place: "Geneva: CICG"',
        "+    deadline: 2020-06-16",
        "+    documents:",
        "+      - TSAG-TD700",
        '+      - "12"',
    ]
    keys = [one.key for one in Repository(repo).settings.meetings]
    assert keys == ["TSAG-2020-02", "TSAG-2020-06", "TSAG-2020-09", "TSAG-2021-01"]


@pytest.mark.parametrize(
    ("day", "place"), [("2019-01-01", 0), ("2020-02-10", 1), ("2021-01-11", 3), ("2030-01-01", 3)]
)
def test_first_last_and_on_the_same_day(run: Run, repo: Path, day: str, place: int) -> None:
    assert run("meeting", "add", "NEW", "--start", day).code == 0
    assert [one.key for one in Repository(repo).settings.meetings].index("NEW") == place
    lines = changed(repo, CALENDAR)
    assert (lines.count("@@"), sum(line.startswith("-") for line in lines)) == (1, 0)


def test_comments_stay_where_they_are(run: Run, repo: Path) -> None:
    settings_of(repo).write_text(COMMENTED, encoding="utf-8", newline="")
    assert run("meeting", "add", "TSAG-2020-05", *START).code == 0
    added = ["@@", "+  - key: TSAG-2020-05", "+    start: 2020-05-01"]
    assert [line for line in changed(repo, COMMENTED) if line != "+"] == added


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "meetings:\n  - key: NEW\n    start: 2020-05-01\n"),
        ("# Nothing yet", "# Nothing yet\nmeetings:\n  - key: NEW\n    start: 2020-05-01\n"),
        ("# One\n# Two\n", "# One\n# Two\nmeetings:\n  - key: NEW\n    start: 2020-05-01\n"),
        ("{}\n", "meetings:\n  - key: NEW\n    start: 2020-05-01\n"),
        (
            "rules: {}  # none\n",
            "rules: {}  # none\nmeetings:\n  - key: NEW\n    start: 2020-05-01\n",
        ),
        (
            "meetings: []  # none\n#  - key: OLD\n",
            "meetings:  # none\n  - key: NEW\n    start: 2020-05-01\n#  - key: OLD\n",
        ),
        (
            "meetings: [{key: OLD, start: 2020-01-01}]\n",
            "meetings: [{key: OLD, start: 2020-01-01}, {key: NEW, start: 2020-05-01}]\n",
        ),
    ],
)
def test_a_calendar_is_begun(run: Run, repo: Path, before: str, after: str, newline: str) -> None:
    before, after = before.replace("\n", newline), after.replace("\n", newline)
    if "\n" not in before:
        after = after.replace("\r\n", "\n")
    for mark in (b"", b"\xef\xbb\xbf"):
        settings_of(repo).write_bytes(mark + before.encode())
        assert run("meeting", "add", "NEW", *START).code == 0
        assert settings_of(repo).read_bytes() == mark + after.encode()


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("TSAG 2020", "write letters, digits, “-”, “.” and “_”, as in TSAG-2020-09"),
        ("-TSAG", "write letters, digits, “-”, “.” and “_”, as in TSAG-2020-09"),
        ("a/b", "write letters, digits, “-”, “.” and “_”, as in TSAG-2020-09"),
        ("été", "write letters, digits, “-”, “.” and “_”, as in TSAG-2020-09"),
        ("", "write letters, digits, “-”, “.” and “_”, as in TSAG-2020-09"),
        ("A..B", "a git tag, which it becomes, has no “..”, and no “.” or “.lock” at its end"),
        ("A.lock", "a git tag, which it becomes, has no “..”, and no “.” or “.lock” at its end"),
        ("A.", "a git tag, which it becomes, has no “..”, and no “.” or “.lock” at its end"),
        ("HEAD", "git means something else by it"),
        ("head", "git means something else by it"),
        ("MERGE_HEAD", "git means something else by it"),
        ("1234567890" * 4, "git means something else by it"),
        ("2020", "it reads like a date"),
        ("2020-09", "it reads like a date"),
    ],
)
def test_keys_that_cannot_be(run: Run, repo: Path, key: str, why: str) -> None:
    result = run("meeting", "add", *START, "--", key)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"planctl: “{key}” cannot be the key of a meeting: {why}\n"
    assert changed(repo, CALENDAR) == []


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with nothing in it."""
    folder = tmp_path_factory.mktemp("empty")
    git(folder, "init", "-q")
    return folder


KEYS = st.text(st.sampled_from("A-._aHED2"), min_size=1, max_size=8) | st.text(max_size=5)


@given(keys=st.sets(KEYS, min_size=5, max_size=20))
@settings(max_examples=8, deadline=None)
def test_every_key_is_the_name_of_a_tag(empty: Path, keys: set[str]) -> None:
    known: list[str] = []
    for key in keys:
        with contextlib.suppress(UsageFault):
            check_key(key, ())
            known.append(key)
    meeting = schema.document(schema.SETTINGS)["properties"]["meetings"]["items"]
    assert all(re.fullmatch(meeting["properties"]["key"]["pattern"], key) for key in known)
    asked = "".join(f"verify refs/tags/{key} {'0' * 40}\n" for key in known)
    done = subprocess.run(
        ["git", "update-ref", "--stdin"], cwd=empty, input=asked.encode(), capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("key", ["TSAG-2020-09", "tsag-2020-09"])
def test_a_key_that_is_there_already(run: Run, repo: Path, key: str) -> None:
    result = run("meeting", "add", key, *START)
    assert result.code == 2
    assert result.err == (
        "planctl: there is a meeting TSAG-2020-09 already; `planctl meeting change TSAG-2020-09`"
        " changes it\n"
    )
    assert changed(repo, CALENDAR) == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "say when NEW starts, as in --start 2020-09-21"),
        (["--start", ""], "say when NEW starts, as in --start 2020-09-21"),
        (
            ["--start", "2020-9-21"],
            "“2020-9-21” is not a day: write year, month and day, as in 2020-09-21",
        ),
        (
            ["--start", "2020-09"],
            "“2020-09” is not a day: write year, month and day, as in 2020-09-21",
        ),
        (
            ["--start", "2020-02-30"],
            "'2020-02-30': February 2020 has 29 days; correct it. Nothing was written",
        ),
        (
            ["--start", "2020-05-04", "--end", "2020-05-01"],
            "NEW ends before it starts (2020-05-04); correct one of them. Nothing was written",
        ),
        (
            ["--start", "2020-05-04", "--deadline", "2020-05-05"],
            "the deadline for documents is after the end of NEW (2020-05-04); correct one of them."
            " Nothing was written",
        ),
    ],
)
def test_days_that_cannot_be(run: Run, repo: Path, options: list[str], message: str) -> None:
    result = run("meeting", "add", "NEW", *options)
    assert (result.code, result.out, result.err) == (2, "", f"planctl: {message}\n")
    assert changed(repo, CALENDAR) == []


def test_faults_of_other_meetings_do_not_matter(run: Run, repo: Path) -> None:
    settings_of(repo).write_text(CALENDAR.replace("2020-02-14", "2020-02-30"), encoding="utf-8")
    assert run("meeting", "add", "NEW", *START).code == 0
    assert run("meeting", "change", "NEW", "--place", "Geneva").code == 0
    assert run("meeting", "change", "TSAG-2020-02", "--end", "2020-02-14").code == 0


def test_what_is_added_as_json(run: Run, repo: Path) -> None:
    result = run("meeting", "add", "NEW", *START, "--document", " TD 1 ", "--format", "json")
    assert json.loads(result.out) == {
        "planctl": "meeting add",
        "version": 1,
        "meeting": {"key": "NEW", "start": "2020-05-01", "documents": ["TD 1"]},
    }


@pytest.mark.skipif(os.name == "nt", reason="permissions are other ones on Windows")
def test_settings_that_are_read_only(run: Run, repo: Path) -> None:
    settings_of(repo).chmod(0o444)
    result = run("meeting", "add", "NEW", *START)
    assert result.code == 1
    assert "planctl.yaml is read-only; make it writable and try again." in result.err


def test_another_command_at_work_is_waited_for(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Repository, "patience", 0.0)
    with Repository(repo).locked():
        result = run("meeting", "add", "NEW", *START)
    assert result.code == 1
    assert "another planctl command has been at work on" in result.err
    assert changed(repo, CALENDAR) == []


def test_a_meeting_that_was_postponed(run: Run, repo: Path) -> None:
    settings_of(repo).write_text(COMMENTED, encoding="utf-8", newline="")
    plan = repo / "plans" / "wtsa-1.yaml"
    text = plan.read_text(encoding="utf-8")
    for item in ("1", "3"):
        text = text.replace(
            f"text: Do {item}\n        ", f"text: Do {item}\n        due: TSAG-2020-02\n        "
        )
    plan.write_text(text, encoding="utf-8", newline="")
    result = run(
        *("meeting", "change", "tsag-2020-02", "--start", "2020-12-07", "--end", "2020-12-11"),
        *("--place", "Virtual"),
    )
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "TSAG-2020-02 was on 10–14 February 2020 and is on 7–11 December 2020.\n"
        "Due at it, and so moved with it: wtsa-1/1, wtsa-1/3.\n"
        "TSAG-2020-02: place none → Virtual.\n"
    )
    assert changed(repo, COMMENTED) == [
        "@@",
        "-    start: 2020-02-10",
        "-    end: 2020-02-14  # a Friday",
        "+    start: 2020-12-07",
        "+    end: 2020-12-11  # a Friday",
        "+    place: Virtual",
    ]
    assert run("meeting", "change", "TSAG-2020-09", "--end", "2020-09-25").err == (
        "TSAG-2020-09 was on 21 September 2020 and is on 21–25 September 2020.\n"
    )
    assert "  - {key: TSAG-2020-09, start: 2020-09-21, end: 2020-09-25}\n" in settings_of(
        repo
    ).read_text(encoding="utf-8")


def test_documents_are_added_and_other_fields_taken_away(run: Run, repo: Path) -> None:
    key = "TSAG-2020-09"
    assert run("meeting", "change", key, "--document", "TD 1", "--name", "TSAG").err == (
        "TSAG-2020-09: name none → TSAG.\nTSAG-2020-09: documents + TD 1.\n"
    )
    more = ("--document", "TD 1", "--document", "TD 2", "--deadline", "2020-09-01")
    assert run("meeting", "change", key, *more).err == (
        "TSAG-2020-09: deadline none → 1 September 2020.\nTSAG-2020-09: documents + TD 2.\n"
    )
    result = run("meeting", "change", key, *("--end", "", "--name", "", "--deadline", ""))
    assert result.err == (
        "TSAG-2020-09 was on 21–25 September 2020 and is on 21 September 2020.\n"
        "TSAG-2020-09: deadline 1 September 2020 → none.\n"
        "TSAG-2020-09: name TSAG → none.\n"
    )
    assert changed(repo, CALENDAR) == [
        "@@",
        "-    end: 2020-09-25",
        "+    documents:",
        "+      - TD 1",
        "+      - TD 2",
    ]


def test_what_is_so_already_is_not_written(run: Run, repo: Path) -> None:
    before = settings_of(repo).stat()
    result = run("meeting", "change", "TSAG-2020-09", "--start", "2020-09-21", "--place", "")
    assert (result.code, result.err) == (0, "TSAG-2020-09 is so already; nothing was changed.\n")
    assert settings_of(repo).stat() == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "say what changes about TSAG-2020-09, as in --start 2020-12-07"),
        (
            ["--start", ""],
            "TSAG-2020-09 must start on some day; give the one it is expected on",
        ),
        (
            ["--start", "2020-12-07"],
            "TSAG-2020-09 ends before it starts (2020-12-07); correct one of them. Nothing was"
            " written",
        ),
        (["--end", "soon"], "“soon” is not a day: write year, month and day, as in 2020-09-21"),
    ],
)
def test_wrong_changes(run: Run, repo: Path, options: list[str], message: str) -> None:
    result = run("meeting", "change", "TSAG-2020-09", *options)
    assert (result.code, result.out, result.err) == (2, "", f"planctl: {message}\n")
    assert changed(repo, CALENDAR) == []


def test_what_is_changed_as_json(run: Run, repo: Path) -> None:
    arguments = ("--place", "Virtual", "--format", "json")
    assert json.loads(run("meeting", "change", "TSAG-2020-09", *arguments).out) == {
        "planctl": "meeting change",
        "version": 1,
        "meeting": {
            "key": "TSAG-2020-09",
            "start": "2020-09-21",
            "end": "2020-09-25",
            "place": "Virtual",
        },
    }
