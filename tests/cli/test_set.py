"""``planctl set``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from planctl.cli.program import planctl
from planctl.store.repository import Repository
from tests.cli.conftest import Diff, Run


def test_a_status(run: Run, diff: Diff) -> None:
    result = run("set", "72/1.1", "status", "completed")
    assert (result.code, result.out) == (0, "")
    assert result.err == "wtsa-72/1.1: status is now completed (it was ongoing).\n"
    assert diff("wtsa-72") == [
        "@@ -19 +19 @@",
        "-        status: ongoing",
        "+        status: completed",
    ]


@pytest.mark.parametrize("word", ["Not started", "not_started", "NOT-STARTED", "not\u2011started"])
def test_a_status_in_other_spellings(run: Run, diff: Diff, word: str) -> None:
    run("set", "72/1.1", "Status", word)
    assert diff("wtsa-72")[2:] == ["+        status: not-started"]


def test_the_same_value_leaves_the_file_alone(run: Run, repo: Path) -> None:
    path = repo / "plans" / "wtsa-72.yaml"
    before = path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes()
    result = run("set", "72/1.1", "status", "Ongoing")
    assert result.code == 0
    assert result.err == "wtsa-72/1.1: status is already ongoing; nothing was changed.\n"
    assert (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes()) == before


def test_several_bodies(run: Run, diff: Diff) -> None:
    result = run("set", "72/1.1", "responsible", "ITU-T SG5 (Q3/5)", "WHO")
    assert result.err == (
        "wtsa-72/1.1: responsible is now ITU-T SG5 (Q3/5); WHO (it was ITU-T SG5 (Q3/5)).\n"
    )
    assert diff("wtsa-72")[1:] == [
        "-        responsible: [ITU-T SG5 (Q3/5)]",
        "+        responsible: [ITU-T SG5 (Q3/5), WHO]",
    ]


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("due", "2021-01-11", "due: 2021-01-11"),
        ("due", "tsag-2021-01", "due: TSAG-2021-01"),
        ("last-reviewed", "2020", "last_reviewed: 2020"),
        ("recurrence", "every TSAG meeting", "recurrence: every TSAG meeting"),
        ("priority", "High", "priority: high"),
        ("notes", "No", 'notes: "No"'),
        ("Blocker", "waits for: BDT", 'blocker: "waits for: BDT"'),
    ],
)
def test_a_new_field_stands_beside_the_status(
    run: Run, diff: Diff, field: str, value: str, line: str
) -> None:
    run("set", "72/1.1", field, value)
    assert diff("wtsa-72") == ["@@ -19,0 +20 @@", f"+        {line}"]


def test_new_fields_stand_in_the_house_order(run: Run, diff: Diff) -> None:
    for field, value in [("notes", "ask"), ("due", "2021"), ("status-since", "2020-10")]:
        run("set", "72/1.1", field, value)
    assert diff("wtsa-72")[1:] == [
        "+        status_since: 2020-10",
        "+        due: 2021",
        "+        notes: ask",
    ]


def test_a_decision_comes_and_goes(run: Run, diff: Diff) -> None:
    run("set", "72/1.1", "decided-by.document", "TSAG-R2")
    run("set", "72/1.1", "decided_by.meeting", "TSAG-2020-09")
    assert diff("wtsa-72")[1:] == [
        "+        decided_by:",
        "+          document: TSAG-R2",
        "+          meeting: TSAG-2020-09",
    ]
    run("set", "72/1.1", "decided_by.document", "--clear")
    assert diff("wtsa-72")[1:] == ["+        decided_by:", "+          meeting: TSAG-2020-09"]
    result = run("set", "72/1.1", "decided_by.meeting", "--clear")
    assert result.err == "wtsa-72/1.1: decided_by.meeting is taken away (it was TSAG-2020-09).\n"
    assert diff("wtsa-72") == []


def test_a_translation_turns_a_text_into_a_map(run: Run, diff: Diff) -> None:
    result = run("set", "72/4", "text.zh", "与世卫组织合作")
    assert result.err == "wtsa-72/4: text.zh is changed.\n"
    assert diff("wtsa-72")[1:] == [
        "-        text: Cooperate with ITU-R SG1 and SG6, and ITU-D SG2 (Q7/2)",
        "+        text:",
        "+          en: Cooperate with ITU-R SG1 and SG6, and ITU-D SG2 (Q7/2)",
        "+          zh: 与世卫组织合作",
    ]


def test_a_text_with_translations_is_set_in_the_plans_language(run: Run, diff: Diff) -> None:
    run("set", "72", "language", "fr")
    run("set", "72/4", "time-plan.en", "Ongoing")
    run("set", "72/4", "time-plan", "En cours")
    assert diff("wtsa-72")[-4:] == [
        "-        time_plan: Ongoing",
        "+        time_plan:",
        "+          fr: En cours",
        "+          en: Ongoing",
    ]
    run("set", "72/4", "time_plan.en", "--clear")
    assert diff("wtsa-72")[-3:] == [
        "-        time_plan: Ongoing",
        "+        time_plan:",
        "+          fr: En cours",
    ]


def test_the_plans_own_language_needs_no_map(run: Run, diff: Diff) -> None:
    run("set", "72/4", "notes.en", "Ask WHO")
    assert diff("wtsa-72")[1:] == ["+        notes: Ask WHO"]


def test_the_directive_of_an_address_that_names_both(run: Run, diff: Diff) -> None:
    run("set", "72/9", "text", "Provide data")
    run("set", "72/9", "--directive", "text", "Support regional centres")
    assert [line for line in diff("wtsa-72") if line.startswith("+")] == [
        "+    text: Support regional centres",
        "+        text: Provide data",
    ]


def test_fields_that_only_the_directive_has(run: Run, diff: Diff) -> None:
    assert run("set", "72/9", "level-2", "").err == 'wtsa-72/9: level_2 is now "".\n'
    assert run("set", "72/9", "unnumbered", "yes").err == "wtsa-72/9: unnumbered is now true.\n"
    assert diff("wtsa-72")[1:] == ['+    level_2: ""', "+    unnumbered: true"]


def test_an_only_activity_is_meant_by_its_directive(run: Run, repo: Path) -> None:
    run("remove", "72/6.1", "--yes")
    result = run("set", "72/6", "status", "suspended")
    assert result.err == "wtsa-72/6.2: status is now suspended (it was ongoing).\n"


def test_one_of_several_activities_must_be_named(run: Run, diff: Diff) -> None:
    result = run("set", "73/5", "status", "completed")
    assert result.code == 2
    assert result.err == (
        "planctl: 73/5 has 4 activities; name one of them: wtsa-73/5.1, wtsa-73/5.2, wtsa-73/5.3,"
        " wtsa-73/5.4\n"
    )
    assert diff("wtsa-73") == []


def test_fields_of_a_plan(run: Run, diff: Diff) -> None:
    assert run("set", "72", "as-of", "2021-01").err == (
        "wtsa-72: as_of is now 2021-01 (it was 2020-10).\n"
    )
    run("set", "wtsa-72", "edition", "Rev. Geneva, 2022")
    run("set", "72", "notes", "Next: WTSA-24")
    assert diff("wtsa-72") == [
        "@@ -5 +5 @@",
        "-  edition: Rev. Hammamet, 2016",
        "+  edition: Rev. Geneva, 2022",
        "@@ -8 +8,2 @@",
        "-as_of: 2020-10",
        "+as_of: 2021-01",
        '+notes: "Next: WTSA-24"',
    ]


def test_the_item_as_json(run: Run) -> None:
    result = run("set", "72/9", "status", "completed", "--format", "json")
    item = json.loads(result.out)["item"]
    assert (item["address"], item["id"], item["status"]) == ("wtsa-72/9", "9", "completed")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ("72/1.1", "status", "compleed"),
            "“compleed” is not one of: not-started, ongoing, completed, suspended, superseded; did"
            " you mean “completed”?",
        ),
        (
            ("72/1.1", "staus", "completed"),
            "there is no field “staus” here; an activity has: text, references, edition,"
            " answers, responsible, time_plan, status, status_since, decided_by.meeting,"
            " decided_by.document, next_step, due, recurrence, reporting_to, priority, blocker,"
            " last_reviewed, notes; did you mean “status”?",
        ),
        (("72/1.1", "due", "2019-02-30"), "due: '2019-02-30': February 2019 has 28 days"),
        (
            ("72/1.1", "due", "TSAG-2021-02"),
            "“TSAG-2021-02” is neither a date nor a meeting of planctl.yaml, which has:"
            " TSAG-2020-09, TSAG-2021-01; did you mean “TSAG-2021-01”?",
        ),
        (
            ("72/1.1", "decided_by.meeting", "2020-09"),
            "“2020-09” is not a meeting of planctl.yaml, which has: TSAG-2020-09, TSAG-2021-01; did"
            " you mean “TSAG-2020-09”?",
        ),
        (
            ("72", "as_of", "2021"),
            "as_of: '2021' is not a month: write the year and the month, as in 2020-10",
        ),
        (("72/1.1", "text", ""), "text cannot be empty"),
        (("72/1.1", "notes", " "), "notes cannot be empty; to take it away, use --clear"),
        (
            ("72/1.1", "text", "two", "words"),
            "text takes one value, and 2 were given; put quotation marks around it: 'two words'",
        ),
        (
            ("72/1.1", "responsible", "WHO", ""),
            "responsible has an empty entry; name who is responsible in each",
        ),
        (
            ("72/1.1", "status", "--clear"),
            "status cannot be taken away: every item of this kind has one",
        ),
        (("72/1.1", "status"), "give a value for status, or --clear to take it away"),
        (
            ("72/1.1", "due", "2021", "--clear"),
            "give a value for due, or --clear to take it away, not both",
        ),
        (
            ("72/1.1", "id", "5"),
            "“id” is not set by this command: an ID is changed by `planctl renumber`",
        ),
        (
            ("72/1.1", "report", "done"),
            "“report” is not set by this command: a report is changed by `planctl link`, `planctl"
            " unlink` and `planctl edit`",
        ),
        (
            ("72", "status", "completed"),
            "“status” is a field of an activity, not of a plan; give the address of an activity,"
            " as in 72/1.1",
        ),
        (
            ("72/1.1", "text.de", "Zusammenarbeit"),
            "“de” is not a language of plans; they are: ar, en, es, fr, ru, zh",
        ),
        (("72/1.1", "status.fr", "ongoing"), "status has no languages: name it alone"),
        (("72", "lead", "ITU-T\nSG5"), "lead has one line; this has 2"),
        (("72/9", "unnumbered", "maybe"), "unnumbered is true or false, not “maybe”"),
        (
            ("72/1.1", "--directive", "text", "x"),
            "wtsa-72/1.1 is an activity; --directive needs the address of a directive",
        ),
        (
            ("72", "--directive", "notes", "x"),
            "wtsa-72 is a plan; --directive needs the address of a directive",
        ),
    ],
)
def test_what_does_not_fit_is_refused(
    run: Run, diff: Diff, args: tuple[str, ...], message: str
) -> None:
    result = run("set", *args)
    assert result.code == 2
    assert result.err == f"planctl: {message}\n"
    assert diff("wtsa-72") == []


def test_a_meeting_where_the_calendar_is_empty(run: Run, repo: Path) -> None:
    (repo / "planctl.yaml").write_text("meetings: []\n", encoding="utf-8")
    assert run("set", "72/1.1", "due", "TSAG-2021-01").err == (
        "planctl: “TSAG-2021-01” is neither a date nor a meeting: planctl.yaml has no meetings yet;"
        " add it there\n"
    )


def test_clearing_what_is_not_there(run: Run, diff: Diff) -> None:
    result = run("set", "72/1.1", "due", "--clear")
    assert result.code == 0
    assert result.err == "wtsa-72/1.1: due has no value; nothing was changed.\n"
    assert diff("wtsa-72") == []


def test_comments_and_quotes_stay(run: Run, repo: Path, diff: Diff) -> None:
    path = repo / "plans" / "wtsa-72.yaml"
    before = path.read_text(encoding="utf-8").replace(
        "        status: ongoing\n",
        "        # since Hammamet\n        status: 'ongoing'  # ask\n",
        1,
    )
    path.write_text(before, encoding="utf-8", newline="")
    run("set", "72/1.1", "status", "completed")
    assert diff("wtsa-72", before)[1:] == [
        "-        status: 'ongoing'  # ask",
        "+        status: 'completed'  # ask",
    ]


def test_a_plan_that_cannot_be_read_is_not_touched(run: Run, repo: Path) -> None:
    path = repo / "plans" / "wtsa-72.yaml"
    broken = path.read_text(encoding="utf-8").replace("time_plan: Ongoing", "time_plan: [", 1)
    path.write_text(broken, encoding="utf-8", newline="")
    result = run("set", "72/1.1", "status", "completed")
    assert result.code == 1
    assert result.err.startswith("plans/wtsa-72.yaml:20:15: error[syntax]: ")
    assert path.read_text(encoding="utf-8") == broken


@pytest.mark.parametrize(
    ("typed", "begun", "offered"),
    [
        (["set", "72/1.1"], "sta", ["status", "status_since"]),
        (["set", "72/1.1", "status"], "s", ["suspended", "superseded"]),
        (["set", "72/1.1", "Priority"], "", ["high", "medium", "low"]),
        (["set", "72/1.1", "text"], "", []),
        (["add", "72/1", "Publish", "--status"], "not", ["not-started"]),
    ],
)
def test_what_the_shell_offers(typed: list[str], begun: str, offered: list[str]) -> None:
    shell = ShellComplete(planctl, {}, "planctl", "_PLANCTL_COMPLETE")
    assert [item.value for item in shell.get_completions(typed, begun)] == offered


HOLD = """
import sys
from pathlib import Path
from planctl.store.repository import Repository
with Repository(Path(sys.argv[1])).locked():
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("in_git", [False, True])
def test_a_command_that_is_writing_is_waited_for(
    run: Run, repo: Path, diff: Diff, request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch, in_git: bool,
) -> None:  # fmt: skip
    if in_git:
        request.getfixturevalue("git")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(repo)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with monkeypatch.context() as patch:
            patch.setattr(Repository, "patience", 0.0)
            result = run("set", "72/1.1", "status", "completed")
        assert (result.code, result.err) == (
            1,
            "planctl: another planctl command has been at work on . for 0 seconds; wait for it to"
            " finish and try again\n",
        )
        assert diff("wtsa-72") == []
        waiting = subprocess.Popen(
            [sys.executable, "-m", "planctl", "set", "72/1.1", "status", "completed"],
            cwd=repo, env=environment,
        )  # fmt: skip
        other.communicate(b"\n")
    assert waiting.wait() == 0
    assert diff("wtsa-72")[2:] == ["+        status: completed"]


COMMENTED = """\
        responsible:
          # as agreed
          - ITU-T SG5 (Q3/5)  # rapporteur left
          - WHO  # asked by mail
"""


@pytest.fixture
def commented(repo: Path) -> Path:
    """Plan 72, with comments beside those who are responsible for 72/6.1."""
    path = repo / "plans" / "wtsa-72.yaml"
    text = path.read_text(encoding="utf-8")
    line = (
        "        responsible: [Director TSB (in collaboration with the Directors of BR and BDT)]\n"
    )
    at = text.index(line, text.index('id: "6.1"'))
    path.write_text(text[:at] + COMMENTED + text[at + len(line) :], encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize(
    ("names", "lines", "gone"),
    [
        (["BDT"], ["BDT"], ["# rapporteur left", "# asked by mail"]),
        (["WHO"], ["WHO  # asked by mail"], ["# rapporteur left"]),
        (["WHO", "BDT"], ["WHO  # asked by mail", "BDT"], ["# rapporteur left"]),
        (
            ["WHO", "ITU-T SG5 (Q3/5)"],
            ["WHO  # asked by mail", "ITU-T SG5 (Q3/5)  # rapporteur left"],
            [],
        ),
        (
            ["ITU-T SG5 (Q3/5)", "BR", "WHO", "TSB"],
            ["ITU-T SG5 (Q3/5)  # rapporteur left", "BR", "WHO  # asked by mail", "TSB"],
            [],
        ),
    ],
)
def test_comments_stay_with_their_values(
    run: Run, commented: Path, names: list[str], lines: list[str], gone: list[str]
) -> None:
    before = commented.read_text(encoding="utf-8")
    result = run("set", "72/6.1", "responsible", *names)
    assert result.code == 0
    assert result.err.splitlines()[1:] == [
        f"This comment went with what it stood beside: {comment}" for comment in gone
    ]
    head = "".join(COMMENTED.splitlines(keepends=True)[:2])
    items = "".join(f"          - {line}\n" for line in lines)
    assert commented.read_text(encoding="utf-8") == before.replace(COMMENTED, head + items)
