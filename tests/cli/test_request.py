"""``planctl request``: forms for those who are responsible, and who has answered."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import openpyxl
import pytest

from planctl.forms import reading
from tests.cli.conftest import Git, Run

WROTE = """\
Wrote 2 forms to out for TSAG-2021-01, to be answered by 5 January 2021:
requests/TSAG-2021-01.yaml keeps who was asked; `planctl collect` takes in what comes back.
"""
TABLE = """\
Body       Items  Not moved  File
ITU-T SG5  11     7          TSAG-2021-01-ITU-T-SG5.xlsx
WHO        1      1          TSAG-2021-01-WHO.xlsx
"""
RECORD = """\
# Who was asked for progress (planctl request), and who has answered (planctl collect).
meeting: TSAG-2021-01
by: 2021-01-05
bodies:
  - body: ITU-T SG5
    form: {}
    items: 11
  - body: WHO
    form: {}
    items: 1
"""
ASK = ("request", "--meeting", "TSAG-2021-01", "--by", "2021-01-05", "-r", "SG5", "-r", "WHO")


def test_a_form_for_each_body(git: Git, run: Run, repo: Path) -> None:
    result = run(*ASK, "-o", "out")
    assert (result.code, result.out, result.err) == (0, TABLE, WROTE)
    forms = [reading.read(path) for path in sorted((repo / "out").iterdir())]
    assert [form.sent.body for form in forms] == ["ITU-T SG5", "WHO"]
    assert {form.sent.repository for form in forms} == {git("rev-parse", "HEAD").strip()}
    record = (repo / "requests" / "TSAG-2021-01.yaml").read_text("utf-8")
    assert record == RECORD.format(*(form.sent.digest for form in forms))
    assert git("status", "--porcelain", "--", "plans", "planctl.yaml") == ""


def test_the_same_plans_give_the_same_bytes(run: Run, repo: Path) -> None:
    for kind in ("xlsx", "docx"):
        for folder in ("a", "b"):
            assert run(*ASK, "-o", folder, "--format", kind).code == 0
    for path in (repo / "a").iterdir():
        assert path.read_bytes() == (repo / "b" / path.name).read_bytes()


def test_what_a_form_shows(run: Run, repo: Path) -> None:
    run(*ASK, "-o", "out")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(repo / "out" / "TSAG-2021-01-WHO.xlsx")
    cover, items, unseen = book.worksheets
    assert [row[1].value for row in cover.iter_rows(min_row=3) if row[1].value][:4] == [
        "WHO",
        "Progress on these action plans, for TSAG-2021-01, 11–18 January 2021:",
        "WTSA Resolution 72 (Rev. Hammamet, 2016): Measurement and assessment concerns related to"
        " human exposure to electromagnetic fields",
        "5 January 2021",
    ]
    heads, row = list(items.iter_rows())
    assert [cell.value for cell in heads] == [
        *("Item", "What the resolution asks for", "Activity", "Status", "Reported so far"),
        *("Please note", "New status", "Progress since the last meeting"),
        "New deliverables\n(one a line: identifier, title, date, link)",
        *("Next step", "Due", "Key (leave as it is)"),
    ]
    assert [cell.value for cell in row[:4]] == [
        "wtsa-72/5",
        "Strengthen coordination and cooperation with WHO on the EMF project",
        "Ensure that any publications relating to human exposure to EMF are circulated to Member"
        " States as soon as they are issued",
        "Ongoing",
    ]
    assert [at for at, cell in enumerate(row) if not cell.protection.locked] == [6, 7, 8, 9, 10]
    assert items.protection.sheet
    assert items.column_dimensions["L"].hidden
    assert unseen.sheet_state == "veryHidden"
    rules = {str(rule.sqref): rule.formula1 for rule in items.data_validations.dataValidation}
    assert (rules["G2"], rules["K2"]) == ("Statuses", "Meetings")
    assert [cell.value for cell in unseen["B"]] == [
        *("Statuses", "Not started", "Ongoing", "Completed", "Suspended", "Superseded"),
    ]


def test_the_next_meeting_and_its_deadline(run: Run, repo: Path) -> None:
    run("meeting", "add", "TSAG-2999", "--start", "2999-01-01", "--deadline", "2998-12-01")
    run("meeting", "add", "TSAG-2998", "--start", "2998-01-01")
    assert "for TSAG-2998:" in run("request", "-r", "WHO", "-o", "out").err
    assert "by 1 December 2998:" in run("request", "-r", "WHO", "-m", "tsag-2999", "-o", "out").err


def test_who_has_answered(run: Run) -> None:
    run(*ASK, "-o", "out")
    told = run("request", "--status")
    assert (told.code, told.err) == (0, "")
    assert told.out == (
        "TSAG-2021-01, to be answered by 5 January 2021\n"
        "Body       Items  Answered\n"
        "ITU-T SG5  11     silent\n"
        "WHO        1      silent\n\n"
        "0 of 2 bodies have answered; silent: ITU-T SG5, WHO.\n"
    )
    data = json.loads(run("request", "--status", "-m", "TSAG-2021-01", "--format", "json").out)
    assert data == {
        "planctl": "request",
        "version": 1,
        "meeting": "TSAG-2021-01",
        "by": "2021-01-05",
        "bodies": [
            {"body": "ITU-T SG5", "items": 11, "answered": None},
            {"body": "WHO", "items": 1, "answered": None},
        ],
    }


def test_forms_that_are_there_are_not_replaced_by_a_slip(run: Run, repo: Path) -> None:
    run(*ASK, "-o", "out")
    path = repo / "out" / "TSAG-2021-01-WHO.xlsx"
    path.write_bytes(b"answers")
    refused = run("request", "-m", "TSAG-2021-01", "-r", "WHO", "-o", "out")
    assert (refused.code, refused.err) == (
        2,
        "planctl: TSAG-2021-01-WHO.xlsx is in out already, perhaps with answers; nothing was"
        " written. --force replaces them.\n",
    )
    assert "2 of these forms are in out already" in run(*ASK, "-o", "out").err
    assert run(*ASK, "-o", "out", typed="n\n").code == 1
    assert path.read_bytes() == b"answers"
    assert run(*ASK, "-o", "out", typed="y\n").code == 0
    assert run(*ASK, "-o", "out", "--force").code == 0
    assert reading.read(path).sent.body == "WHO"


def test_what_is_completed_is_asked_about_only_if_wanted(run: Run) -> None:
    usual = run("request", "-m", "TSAG-2021-01", "-r", "TSB", "-o", "a").out
    everything = run("request", "-m", "TSAG-2021-01", "-r", "TSB", "--all", "-o", "b").out
    assert usual.splitlines()[1].split()[:3] == ["Director", "TSB", "17"]
    assert everything.splitlines()[1].split()[:3] == ["Director", "TSB", "20"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-m", "TSAG-2021-01"), "name the folder that the forms go into, with -o FOLDER"),
        (
            ("-o", "x", "-m", "TSAG-1999"),
            "there is no meeting “TSAG-1999” in the calendar; `planctl meeting add TSAG-1999"
            " --start DAY` adds one",
        ),
        (
            ("-o", "x"),
            "the calendar has no meeting to come: `planctl meeting add` adds one, or name one with"
            " --meeting",
        ),
        (
            ("-o", "x", "-m", "TSAG-2021-01", "--by", "2021-01"),
            "--by: “2021-01” is not a day; write it as in 2021-10-12",
        ),
        (
            ("-o", "x", "-m", "TSAG-2021-01", "--by", "2021-01-12"),
            "--by: 2021-01-12 is after TSAG-2021-01 begins (2021-01-11)",
        ),
        (
            ("-o", "x", "-m", "TSAG-2021-01", "--by", "soon"),
            "--by: 'soon' is not a date: write 2017, 2017-11, 2017-11-23, or"
            " 2020-04-14/2020-04-16 for several days",
        ),
        (
            ("-o", "x", "-m", "TSAG-2021-01", "-r", "SG99"),
            "nothing is open for SG99, so there is nobody to ask; --all asks about what is"
            " completed, too",
        ),
        (
            ("-o", "x", "--format", "json"),
            "--format json goes with --status; a form is xlsx or docx",
        ),
        (
            ("--status", "--format", "docx"),
            "--status tells who has answered, as text or json, not as docx",
        ),
        (("--status",), "nobody was asked yet; `planctl request -o FOLDER` makes the forms"),
        (
            ("--status", "-m", "TSAG-2021-01"),
            "nobody was asked for TSAG-2021-01; `planctl request -o FOLDER` makes the forms",
        ),
    ],
)
def test_mistakes(run: Run, repo: Path, args: tuple[str, ...], message: str) -> None:
    result = run("request", *args)
    assert (result.code, result.out, result.err) == (2, "", f"planctl: {message}\n")
    assert sorted(path.name for path in repo.iterdir()) == ["planctl.yaml", "plans"]


def test_a_meeting_that_is_over(git: Git, run: Run) -> None:
    git("tag", "--annotate", "--message=x", "TSAG-2021-01")
    result = run("request", "-m", "TSAG-2021-01", "-o", "x")
    assert (result.code, result.err) == (
        2,
        "planctl: TSAG-2021-01 has been closed; ask for the next meeting\n",
    )


def test_a_body_that_nothing_is_open_for_is_told(run: Run, repo: Path) -> None:
    bodies = ("-r", "SG5", "-r", "Q3/5", "-r", "SG99")
    result = run("request", "-m", "TSAG-2021-01", *bodies, "-o", "x")
    assert result.code == 0
    assert result.err.splitlines()[-1] == "Nothing is open for SG99, so no form was made there."
