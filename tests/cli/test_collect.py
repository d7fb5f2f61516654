"""``planctl collect``: what comes back is taken in, or every reason why not is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.conftest import Diff, Git, Run
from tests.forms.filling import (
    W,
    columns,
    fill,
    item_of,
    row_of,
    with_paper,
    with_sheet,
    write,
)

EMPTY = "Nothing is filled in there, so nothing changes.\n"
SHOWN = """\
Resolution 72: 1 activity completed, 1 revised, 1 liaison statement linked, 11
unchanged.

Resolution 72: Measurement and assessment concerns related to human exposure
    to electromagnetic fields

72/3.2  ongoing → completed
Monitor compliance with these standards, especially on telecommunication…

  + report: Monitoring was set up in 12 countries.
  − report: To be completed

72/4
Cooperate with ITU-R SG1 and SG6, and ITU-D SG2 (Q7/2)

  + SG5-LS190 - LS on human exposure
"""
ANSWERS: dict[str, dict[str, Any]] = {
    "wtsa-72/3.2": {
        "new_status": "Completed",
        "progress": "Monitoring was set up in 12 countries.",
    },
    "wtsa-72/4": {"deliverables": "SG5-LS190, LS on human exposure, 2020"},
}
NEWER: dict[str, dict[str, Any]] = {"wtsa-72/4": {"next_step": "Ask WHO"}}
DIFF = [
    "@@ -143,3 +143,3 @@",
    "-        status: ongoing",
    "-        report:",
    "-          - text: To be completed",
    "+        status: completed",
    "+        report:",
    "+          - text: Monitoring was set up in 12 countries.",
    "@@ -186,0 +187,2 @@",
    "+              - ref: SG5-LS190",
    "+                title: LS on human exposure",
]

Ask = Callable[..., Path]


@pytest.fixture
def ask(git: Git, run: Run, repo: Path) -> Ask:
    """Make the form for a body, and give its path."""

    def ask(body: str = "SG5", kind: str = "xlsx", name: str = "out") -> Path:
        asked = ("request", "-m", "TSAG-2021-01", "-r", body, "-o", name, "--format", kind)
        assert run(*asked).code == 0
        return next((repo / name).glob(f"*{body.replace(' ', '-')}.{kind}"))

    return ask


def told(repo: Path, result_text: str) -> str:
    """What was said, with the paths of files as they are seen in the repository."""
    return result_text.replace(f"{repo}/", "")


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_answers_are_taken_in(run: Run, ask: Ask, repo: Path, diff: Diff, kind: str) -> None:
    path = fill(ask(kind=kind), ANSWERS)
    looked = run("collect", "--dry-run", str(path))
    assert looked.code == 0
    assert looked.out == SHOWN
    assert looked.err == "Nothing was written; 2 items would change.\n"
    assert diff("wtsa-72") == []
    taken = run("collect", "--yes", str(path))
    assert (taken.code, taken.out, taken.err) == (0, SHOWN, "Changed 2 items in wtsa-72.\n")
    assert diff("wtsa-72") == DIFF
    again = run("collect", "--yes", str(path))
    assert (again.code, again.out, again.err) == (
        0,
        "",
        "All that was answered is in the plans already; nothing was changed.\n",
    )
    assert diff("wtsa-72") == DIFF
    assert "ITU-T SG5  11     2" in run("request", "--status").out


def test_item_by_item(run: Run, ask: Ask, diff: Diff) -> None:
    path = fill(ask(), ANSWERS)
    result = run("collect", str(path), typed="no\nyes\n")
    assert result.code == 0
    items = SHOWN[SHOWN.index("72/3.2") :].replace("\n\n72/4", "\n72/4")
    assert click.unstyle(result.out) == items
    assert "2 of 2: take this in? (yes, no, stop) [yes]:" in result.err
    assert "Changed 1 item in wtsa-72.\n" in result.err
    assert diff("wtsa-72") == DIFF[7:]
    stopped = run("collect", str(path), typed="stop\n")
    assert (stopped.code, diff("wtsa-72")) == (0, DIFF[7:])
    assert "No item was changed.\n" in stopped.err
    assert run("collect", str(path), typed="y\n").code == 0
    assert diff("wtsa-72") == DIFF


def test_without_a_person_nothing_is_taken(run: Run, ask: Ask, diff: Diff) -> None:
    result = run("collect", str(fill(ask(), ANSWERS)))
    assert (result.code, result.out) == (2, SHOWN)
    assert result.err == (
        "planctl: 2 items would change, and nothing was written; give --yes to take all of it in,"
        " --dry-run to only look\n"
    )
    assert diff("wtsa-72") == []


def test_as_json(run: Run, ask: Ask) -> None:
    path = fill(ask(), ANSWERS)
    data = json.loads(run("collect", "--yes", "--format", "json", str(path)).out)
    assert data["forms"] == [
        {
            "body": "ITU-T SG5",
            "meeting": "TSAG-2021-01",
            "answered": ["wtsa-72/3.2", "wtsa-72/4"],
        }
    ]
    assert [item["address"] for item in data["plans"][0]["items"]] == ["wtsa-72/3.2", "wtsa-72/4"]
    assert (data["faults"], data["conflicts"], data["written"]) == ([], [], True)
    unsure = run("collect", "--format", "json", str(fill(path, NEWER)), typed="yes\n")
    assert (unsure.code, unsure.out) == (2, "")
    fill(path, {"wtsa-72/4": {"due": "=1"}})
    refused = run("collect", "--format", "json", str(path))
    assert refused.code == 1
    assert json.loads(refused.out)["faults"] == [
        f"{path}, row 7 (wtsa-72/4), “Due”: a formula stands here; write the text itself"
    ]


def test_a_form_as_it_was_sent(run: Run, ask: Ask) -> None:
    for kind in ("xlsx", "docx"):
        result = run("collect", "--yes", str(ask(kind=kind)))
        assert (result.code, result.out, result.err) == (0, "", EMPTY)
    assert "0 of 1 body has answered" in run("request", "--status").out


def test_what_is_left_as_it_was_is_no_answer(run: Run, ask: Ask, diff: Diff) -> None:
    for field, value in (("next_step", "Ask WHO"), ("due", "2021-10-25")):
        assert run("set", "72/3.2", field, value).code == 0
    path = ask()
    before = diff("wtsa-72")
    fill(path, {"wtsa-72/3.2": {"due": None, "next_step": None}})  # cleared is no deletion
    assert run("collect", "--yes", str(path)).err == EMPTY
    fill(path, {"wtsa-72/3.2": {"progress": "n/a", "new_status": "Ongoing"}})
    assert run("collect", "--yes", str(path)).err == (
        "There is nothing new in what was answered; nothing was changed.\n"
    )
    assert diff("wtsa-72") == before
    assert "ITU-T SG5  11     1" in run("request", "--status").out


def test_rows_that_a_person_has_sorted_and_columns_moved(run: Run, ask: Ask, diff: Diff) -> None:
    path = fill(ask(), ANSWERS)

    def upside_down(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for at, row in enumerate(reversed(rows), 2):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value
        sheet.insert_rows(1, 2)
        sheet.insert_cols(3)

    result = run("collect", "--yes", str(with_sheet(path, upside_down)))
    assert (result.code, result.err) == (0, "Changed 2 items in wtsa-72.\n")
    assert diff("wtsa-72") == DIFF


def test_cells_that_a_person_has_joined(run: Run, ask: Ask, repo: Path) -> None:
    path = ask()

    def join(sheet: Worksheet) -> None:
        column = columns(sheet)["progress"]
        first = row_of(sheet, "wtsa-72/3.1")
        sheet.cell(first, column).value = "Both went on."
        sheet.merge_cells(
            start_row=first, end_row=first + 1, start_column=column, end_column=column
        )

    result = run("collect", "--yes", str(with_sheet(path, join)))
    assert told(repo, result.err) == (
        "Note: out/TSAG-2021-01-ITU-T-SG5.xlsx, row 6 (wtsa-72/3.2): the cell under “Progress since"
        " the last meeting” was joined with the one above; what stands there was taken for both.\n"
        "Changed 2 items in wtsa-72.\n"
    )


def under_another_label(sheet: Worksheet) -> None:
    sheet.cell(1, columns(sheet)["progress"]).value = "Progress (SG5)"


def under_no_label(sheet: Worksheet) -> None:
    sheet.cell(1, columns(sheet)["progress"]).value = None


@pytest.mark.parametrize(
    ("change", "under"),
    [(under_another_label, "“Progress (SG5)”"), (under_no_label, "no label")],
)
def test_an_answer_whose_label_is_gone(
    run: Run, ask: Ask, diff: Diff, change: Callable[[Worksheet], None], under: str
) -> None:
    path = with_sheet(fill(ask(), {"wtsa-72/4": {"progress": "We wrote."}}), change)
    result = run("collect", "--yes", str(path))
    assert (result.code, diff("wtsa-72")) == (1, [])
    assert (
        f"{path}, row 7 (wtsa-72/4): “We wrote.” stands under {under}, and the label “Progress"
        " since the last meeting” is gone: put the labels back as they were sent.\n"
    ) in result.err


def test_no_labels_at_all(run: Run, ask: Ask) -> None:
    path = with_sheet(ask(), lambda sheet: sheet.delete_rows(1))
    assert run("collect", str(path)).err.startswith(
        f"{path}: the row of labels over its items (“Item”, “Activity”, “New status” …) cannot be"
        " found: put it back as it was.\n"
    )


def test_a_column_that_is_there_twice(run: Run, ask: Ask, repo: Path) -> None:
    path = fill(ask(), {"wtsa-72/4": {"progress": "We wrote."}})

    def again(sheet: Worksheet) -> None:
        sheet.cell(1, 13).value = "Progress since the last meeting"

    with_sheet(path, again)
    assert (
        run("collect", "--dry-run", str(path)).err == "Nothing was written; 1 item would change.\n"
    )
    with_sheet(path, lambda sheet: sheet.__setitem__("M7", "Otherwise."))
    assert told(repo, run("collect", "--yes", str(path)).err).startswith(
        f"{told(repo, str(path))}, row 7 (wtsa-72/4): “Progress since the last meeting” is there"
        " twice, with different texts; keep one of the two.\n"
    )


def test_what_stands_where_no_answer_is_asked_for(run: Run, ask: Ask, repo: Path) -> None:
    path = fill(ask(), {"wtsa-72/4": {"progress": "We wrote."}})

    def add(sheet: Worksheet) -> None:
        sheet["M1"], sheet["M7"] = "Comments", "Call me"
        sheet["A30"] = "All the best"
        assert sheet.parent
        sheet.parent["Read this first"]["B40"] = "Sorry to be late"

    result = run("collect", "--yes", str(with_sheet(path, add)))
    shown = told(repo, str(path))
    ends = "stands where no answer is asked for"
    assert told(repo, result.err) == (
        f"Note: {shown}, sheet “Read this first”, B40: “Sorry to be late” {ends}; it was not"
        " taken.\n"
        f"Note: {shown}, M7: “Call me” {ends} (under “Comments”); it was not taken.\n"
        f"Note: {shown}, row 30: “All the best” {ends} (under “Item”); it was not taken.\n"
        "Changed 1 item in wtsa-72.\n"
    )


def formula(sheet: Worksheet) -> None:
    sheet.cell(5, columns(sheet)["progress"]).value = "=A1"


def unknown_status(sheet: Worksheet) -> None:
    sheet.cell(5, columns(sheet)["new_status"]).value = "Completed - Ongoing"


def unclear_day(sheet: Worksheet) -> None:
    sheet.cell(5, columns(sheet)["due"]).value = "03/04/2021"


def no_day(sheet: Worksheet) -> None:
    sheet.cell(5, columns(sheet)["due"]).value = "2021-02-30"


def two_days(sheet: Worksheet) -> None:
    sheet.cell(5, columns(sheet)["due"]).value = "soon\nor later"


def no_meeting(sheet: Worksheet) -> None:
    sheet.cell(5, columns(sheet)["due"]).value = "TSAG-2021-02"


def invented(sheet: Worksheet) -> None:
    sheet.cell(20, columns(sheet)["item"]).value = "wtsa-72/99"
    sheet.cell(20, columns(sheet)["progress"]).value = "New work"


def half_moved(sheet: Worksheet) -> None:
    places = columns(sheet)
    sheet.cell(5, places["key"]).value = sheet.cell(6, places["key"]).value


def twice(sheet: Worksheet) -> None:
    for column in range(1, 13):
        sheet.cell(20, column).value = sheet.cell(5, column).value
    for at, text in ((5, "One."), (20, "Two.")):
        sheet.cell(at, columns(sheet)["progress"]).value = text


def bad_line(sheet: Worksheet) -> None:
    sheet.cell(
        5, columns(sheet)["deliverables"]
    ).value = "K.150\nK.52, K.53\n-\nDitto\nK.1, T, 1/2/2021"


def no_place(sheet: Worksheet) -> None:
    sheet.cell(2, columns(sheet)["deliverables"]).value = "SG5-LS190"


def no_year(sheet: Worksheet) -> None:
    sheet.cell(4, columns(sheet)["deliverables"]).value = "Workshop on “Waste”"


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        (
            formula,
            "row 5 (wtsa-72/3.1), “Progress since the last meeting”: a formula stands here; write"
            " the text itself",
        ),
        (
            unknown_status,
            "row 5 (wtsa-72/3.1), “New status”: “Completed - Ongoing” names several; choose one of"
            " them",
        ),
        (
            unclear_day,
            "row 5 (wtsa-72/3.1), “Due”: “03/04/2021” could be more than one day: write year,"
            " month and day, as in 2021-05-29",
        ),
        (
            no_day,
            "row 5 (wtsa-72/3.1), “Due”: '2021-02-30': February 2021 has 28 days",
        ),
        (
            two_days,
            "row 5 (wtsa-72/3.1), “Due”: “soon or later” is neither a date nor a meeting of"
            " planctl.yaml, which has: TSAG-2020-09, TSAG-2021-01",
        ),
        (
            no_meeting,
            "row 5 (wtsa-72/3.1), “Due”: “TSAG-2021-02” is neither a date nor a meeting of"
            " planctl.yaml, which has: TSAG-2020-09, TSAG-2021-01; did you mean “TSAG-2021-01”?",
        ),
        (
            invented,
            "row 20: “New work” is written under “Progress since the last meeting”, but the row is"
            " none of the items that were asked about; move it to its item, or delete it",
        ),
        (
            half_moved,
            "row 5: the row shows wtsa-72/3.1 and was sent for wtsa-72/3.2: rows were moved in"
            " part; put the answers where they belong in the form as it was sent",
        ),
        (
            twice,
            "row 20: wtsa-72/3.1 stands twice in this form, with other answers"
            " (row 5 (wtsa-72/3.1)); keep one of the two",
        ),
        (
            bad_line,
            "row 5 (wtsa-72/3.1), “New deliverables”: “K.52, K.53” names several documents: put"
            " each on a line of its own (and a title that names another in quotation marks).\n"
            "FORM, row 5 (wtsa-72/3.1), “New deliverables”: “Ditto” points to another place; write"
            " here what is to be printed.\n"
            "FORM, row 5 (wtsa-72/3.1), “New deliverables”: “1/2/2021” could be more than one day:"
            " write year, month and day, as in 2021-05-29",
        ),
        (
            no_place,
            "row 2 (wtsa-72/1.1): “SG5-LS190” cannot be put into the report: it has no list of such"
            " documents yet, so write a sentence under “Progress” that this can stand under",
        ),
        (
            no_year,
            "row 4 (wtsa-72/2): “Workshop on “Waste”” cannot be put into the report: the report"
            " goes by years, so write its date behind it (2021-05-29, or 2021)",
        ),
    ],
)
def test_what_cannot_be_understood_is_named_and_nothing_written(
    run: Run,
    ask: Ask,
    repo: Path,
    git: Git,
    change: Callable[[Worksheet], None],
    messages: str,
) -> None:
    path = with_sheet(fill(ask(), {"wtsa-79/7": {"progress": "Work went on."}}), change)
    before = git("status", "--porcelain")
    result = run("collect", "--yes", str(path))
    shown = told(repo, str(path))
    faults = 1 + messages.count("\n")
    assert (result.code, result.out) == (1, "")
    assert told(repo, result.err) == (
        f"{shown}, {messages.replace('FORM', shown)}{'' if messages.endswith('?') else '.'}\n"
        f"Nothing was written: {faults} fault{'s' if faults > 1 else ''}. Mend the forms, or leave"
        " out those that cannot be mended.\n"
    )
    assert git("status", "--porcelain") == before


def test_a_word_form_that_was_taken_apart(run: Run, ask: Ask, repo: Path, diff: Diff) -> None:
    path = fill(ask(kind="docx"), ANSWERS)

    def take_apart(root: Any) -> None:
        one, other = item_of(root, "wtsa-72/3.2"), item_of(root, "wtsa-72/4")
        table, below = (cells["Item"][0].getparent().getparent() for cells in (one, other))
        write(one["Next step"][0], "Ask WHO")
        write(one["Reported so far"][1], "More was done")
        write(root.find(f"{W}body"), "Best regards")
        other["Item"][1].remove(other["Item"][1].find(f"{W}p"))
        write(other["Item"][1], "72/4")
        for row in below.findall(f"{W}tr"):
            table.append(row)
        below.getparent().remove(below)

    result = run("collect", "--yes", str(with_paper(path, take_apart)))
    shown = f"Note: {told(repo, str(path))}"
    assert told(repo, result.err) == (
        f"{shown}, table 6 (wtsa-72/3.2): “Reported so far” was changed to “… More was done”; the"
        " plan keeps what it says (an answer belongs under “Progress”).\n"
        f"{shown}, table 6 (wtsa-72/4): “Item” was changed to “72/4”; the plan keeps what it"
        " says.\n"
        f"{shown}, below table 11: “Best regards” stands where no answer is asked for; it was not"
        " taken.\n"
        f"{shown}, table 6: “Ask WHO” stands where no answer is asked for (under “Next step”); it"
        " was not taken.\n"
        "Changed 2 items in wtsa-72.\n"
    )
    assert diff("wtsa-72") == DIFF


def test_under_which_year_a_deliverable_without_a_date_goes(
    run: Run, ask: Ask, repo: Path, diff: Diff
) -> None:
    path = fill(ask(), {"wtsa-72/4": {"deliverables": "SG5-LS190, LS on exposure"}})
    result = run("collect", "--yes", str(path))
    assert told(repo, result.err) == (
        f"Note: {told(repo, str(path))}, row 7 (wtsa-72/4): “SG5-LS190 - LS on exposure” goes under"
        " 2020 because its number follows SG5-LS184; write a date behind it for another.\n"
        "Changed 1 item in wtsa-72.\n"
    )
    assert diff("wtsa-72")[0] == "@@ -186,0 +187,2 @@"


def test_what_is_amiss_in_a_word_form(run: Run, ask: Ask, repo: Path, diff: Diff) -> None:
    answers = {"wtsa-72/3.2": {"new_status": "Closed"}, "wtsa-72/4": {"deliverables": "K.52, K.53"}}
    path = fill(ask(kind="docx"), answers)
    result = run("collect", "--yes", str(path))
    shown = told(repo, str(path))
    assert (result.code, diff("wtsa-72")) == (1, [])
    assert told(repo, result.err) == (
        f"{shown}, table 6 (wtsa-72/3.2), “New status”: “Closed” is not one of: Not started,"
        " Ongoing, Completed, Suspended, Superseded.\n"
        f"{shown}, table 7 (wtsa-72/4), “New deliverables”: “K.52, K.53” names several documents:"
        " put each on a line of its own (and a title that names another in quotation marks).\n"
        "Nothing was written: 2 faults. Mend the forms, or leave out those that cannot be mended.\n"
    )


def test_what_was_shown_and_is_not_there_any_more(run: Run, ask: Ask, repo: Path) -> None:
    path = fill(ask(), ANSWERS)

    def change(sheet: Worksheet) -> None:
        sheet.cell(row_of(sheet, "wtsa-72/4"), columns(sheet)["activity"]).value = "Something"
        sheet.delete_rows(row_of(sheet, "wtsa-79/7"))
        sheet.delete_rows(row_of(sheet, "wtsa-79/6"))
        sheet.delete_cols(columns(sheet)["next_step"])

    result = run("collect", "--yes", str(with_sheet(path, change)))
    shown = told(repo, str(path))
    assert told(repo, result.err) == (
        f"Note: {shown}, row 7 (wtsa-72/4): “Activity” was changed to “Something”; the plan keeps"
        " what it says.\n"
        f"Note: {shown}: the column “Next step” is no longer in it.\n"
        f"Note: {shown}: wtsa-79/6, wtsa-79/7 were taken out of it; nothing changes there.\n"
        "Changed 2 items in wtsa-72.\n"
    )


def test_both_sides_changed(run: Run, ask: Ask, repo: Path, git: Git) -> None:
    path = fill(ask(), {"wtsa-72/3.2": {"new_status": "Completed", "due": "2021-05-01"}})
    run("set", "72/3.2", "status", "suspended")
    run("set", "72/3.2", "due", "2021-03-01")
    before = git("diff")
    result = run("collect", "--yes", str(path))
    assert (result.code, result.out) == (
        1,
        "Item                 As it was sent  In the plan now  In the form\n"
        "wtsa-72/3.2  Status  Ongoing         Suspended        Completed\n"
        "wtsa-72/3.2  Due     -               2021-03-01       2021-05-01\n",
    )
    assert result.err == (
        "Nothing was written: 2 conflicts. The plans changed since the forms were sent. To keep"
        " what a plan says now, clear the answer in the form; to take the answer, `planctl set` it"
        " first.\n"
    )
    assert git("diff") == before
    run("set", "72/3.2", "status", "completed")
    run("set", "72/3.2", "due", "2021-05-01")
    assert run("collect", "--yes", str(path)).code == 0


def test_an_item_that_is_another_now(run: Run, ask: Ask, repo: Path) -> None:
    path = fill(ask(), {"wtsa-72/3.2": {"progress": "Done."}, "wtsa-79/7": {"progress": "Done."}})
    run("set", "72/3.2", "text", "Publish a handbook every other year")
    run("remove", "79/7", "--yes")
    result = run("collect", "--yes", str(path))
    assert result.code == 1
    assert "wtsa-72/3.2  Activity  Monitor" in result.out
    assert "row 10 (wtsa-79/7): there is no such item in the plan any more" in result.err


def test_an_item_with_another_number_now(run: Run, ask: Ask, diff: Diff) -> None:
    path = fill(ask(), {"wtsa-72/3.2": {"new_status": "Completed"}})
    assert run("renumber", "72", "--from", "3.2", "--to", "3.9", "--yes").code == 0
    result = run("collect", "--yes", str(path))
    assert "Note: wtsa-72/3.2 has become wtsa-72/3.9.\n" in result.err
    assert "+        status: completed" in diff("wtsa-72")


def test_two_forms_about_one_item(run: Run, ask: Ask, repo: Path, diff: Diff) -> None:
    one = fill(ask("SG5"), {"wtsa-72/4": {"progress": "We wrote.", "due": "2021-05-01"}})
    other = fill(ask("ITU-D SG2", name="b"), {"wtsa-72/4": {"progress": "They answered."}})
    result = run("collect", "--yes", str(one), str(other))
    assert told(repo, result.err) == (
        f"Note: wtsa-72/4 is answered in {told(repo, str(one))} and in {told(repo, str(other))}.\n"
        "Changed 1 item in wtsa-72.\n"
    )
    assert diff("wtsa-72")[-2:] == [
        "+          - text: We wrote.",
        "+          - text: They answered.",
    ]


def test_the_same_file_named_twice(run: Run, ask: Ask) -> None:
    path = str(fill(ask(), {"wtsa-72/4": {"progress": "We wrote.", "due": "25/10/2021"}}))
    result = run("collect", "--yes", path, path)
    assert (result.code, result.err) == (0, "Changed 1 item in wtsa-72.\n")
    assert "due: {+2021-10-25+}" in result.out


def test_a_form_that_comes_back_twice(run: Run, ask: Ask, repo: Path, diff: Diff) -> None:
    path = ask()
    later = repo / "out" / "later.xlsx"
    later.write_bytes(fill(path, {"wtsa-72/4": {"progress": "We wrote."}}).read_bytes())
    fill(later, {"wtsa-72/4": {"progress": "We wrote twice."}})
    shown = [told(repo, str(one)) for one in (later, path)]
    result = run("collect", "--yes", "out")
    assert told(repo, result.err).splitlines()[1] == (
        f"{' and '.join(sorted(shown))} are one form with different answers about wtsa-72/4:"
        " leave out the one that counts no longer."
    )
    assert diff("wtsa-72") == []
    assert run("collect", "--yes", str(path)).code == 0
    assert told(repo, run("collect", "--yes", str(later)).err) == (
        f"Note: {shown[0]}, row 7 (wtsa-72/4): ITU-T SG5 has answered about this before; see that"
        " nothing is said twice.\nChanged 1 item in wtsa-72.\n"
    )


def test_an_item_that_was_closed_since(run: Run, ask: Ask, repo: Path) -> None:
    path = fill(ask(), {"wtsa-72/4": {"progress": "We wrote."}})
    run("set", "72/4", "status", "completed")
    assert told(repo, run("collect", "--yes", str(path)).err) == (
        f"Note: {told(repo, str(path))}, row 7 (wtsa-72/4): since the form was sent the plan says"
        " Completed.\nChanged 1 item in wtsa-72.\n"
    )


def test_what_became_of_an_answer_in_the_plan_stays(run: Run, ask: Ask, repo: Path) -> None:
    answers = {"progress": "We wrote.", "new_status": "Completed"}
    path = fill(ask(), {"wtsa-72/4": answers, "wtsa-72/5": {"progress": "Work went on."}})
    assert run("collect", "--yes", str(path)).code == 0
    plan = repo / "plans" / "wtsa-72.yaml"
    plan.write_text(plan.read_text("utf-8").replace("We wrote.", "SG5 wrote."), "utf-8")
    assert run("set", "72/4", "status", "suspended").code == 0
    polished = plan.read_bytes()
    result = run("collect", "--yes", str(path))
    assert (result.code, told(repo, result.err)) == (
        0,
        f"Note: {told(repo, str(path))}, row 7 (wtsa-72/4) was taken in before, and the plan says"
        " otherwise now; it is left so (--again takes it in again).\n"
        "There is nothing new in what was answered; nothing was changed.\n",
    )
    assert plan.read_bytes() == polished
    assert "wtsa-72/4  Status  Ongoing         Suspended        Completed" in (
        run("collect", "--yes", "--again", str(path)).out
    )


def test_an_answer_that_was_declined_is_asked_about_again(run: Run, ask: Ask) -> None:
    path = str(fill(ask(), {"wtsa-72/4": {"progress": "A."}, "wtsa-72/5": {"progress": "B."}}))
    assert run("collect", path, typed="no\nyes\n").err.endswith("Changed 1 item in wtsa-72.\n")
    again = run("collect", "--dry-run", path)
    assert again.err.endswith("\nNothing was written; 1 item would change.\n")


def test_two_forms_that_contradict_each_other(run: Run, ask: Ask, repo: Path, diff: Diff) -> None:
    one = fill(ask("SG5"), {"wtsa-72/4": {"due": "2021-05-01"}})
    other = fill(ask("ITU-D SG2", name="b"), {"wtsa-72/4": {"due": "2021-06-01"}})
    result = run("collect", "--yes", str(one), str(other))
    assert (result.code, diff("wtsa-72")) == (1, [])
    assert told(repo, result.err).splitlines()[1] == (
        f"wtsa-72/4, “Due”: “2021-05-01” in {told(repo, str(one))}; “2021-06-01” in"
        f" {told(repo, str(other))}: keep one of them."
    )


def test_a_form_from_another_repository(
    run: Run, ask: Ask, git: Git, repo: Path, tmp_path: Path
) -> None:
    path = fill(ask(), ANSWERS)
    git("commit", "--quiet", "--amend", "--message=Another beginning")
    result = run("collect", "--yes", str(path))
    assert (result.code, told(repo, result.err)) == (
        1,
        f"{told(repo, str(path))}: it was sent from another plan repository; collect it there.\n"
        "Nothing was written: 1 fault. Mend the forms, or leave out those that cannot be mended.\n",
    )
    form = fill(ask(name="b"), ANSWERS)
    git("add", "--all")
    git("commit", "--quiet", "--message=x")
    git("clone", "--quiet", str(repo), str(tmp_path / "clone"))
    assert run("collect", "--yes", str(form), cwd=tmp_path / "clone").code == 0


def test_an_older_round(run: Run, ask: Ask, git: Git, repo: Path, diff: Diff) -> None:
    path = fill(ask(), ANSWERS)
    shown = told(repo, str(path))
    run("meeting", "add", "TSAG-2021-10", "--start", "2021-10-25")
    newer = ("request", "-m", "TSAG-2021-10", "-r", "SG5", "-o", "later")
    ends = "--older takes it in all the same.\n"
    run("set", "79/7", "priority", "high")
    run("set", "79/7", "due", "2021-10")
    run("request", "-m", "TSAG-2021-01", "-r", "SG5", "-o", "again")
    assert told(repo, run("collect", str(path)).err).startswith(
        f"{shown}: another form for TSAG-2021-01 was sent to ITU-T SG5 since; {ends}"
    )
    run(*newer)
    assert told(repo, run("collect", str(path)).err).startswith(
        f"{shown}: it is for TSAG-2021-01, and forms for TSAG-2021-10 were sent since; {ends}"
    )
    git("tag", "--annotate", "--message=x", "TSAG-2021-01")
    assert told(repo, run("collect", str(path)).err).startswith(
        f"{shown}: it is for TSAG-2021-01, which has been closed; {ends}"
    )
    assert diff("wtsa-72") == []
    result = run("collect", "--yes", "--older", str(path))
    assert (result.code, told(repo, result.err)) == (
        0,
        f"Note: {shown}: it is for TSAG-2021-01, which has been closed.\n"
        "Changed 2 items in wtsa-72.\n",
    )


def without_the_unseen(book: openpyxl.Workbook) -> None:
    del book["planctl"]


def with_other_words(book: openpyxl.Workbook) -> None:
    cell = book["planctl"]["A2"]
    cell.value = str(cell.value).replace("ongoing", "suspended")


def of_another_version(book: openpyxl.Workbook) -> None:
    cell = book["planctl"]["A2"]
    cell.value = str(cell.value).replace('"version": 1', '"version": 2')


LOST = (
    "what a form carries unseen is missing: the cells were copied into another file, or the file"
    " was saved in another format. Ask for the answers in the form as it was sent"
)
CHANGED = (
    "what it carries unseen was changed, so it cannot be told what was asked: ask for the answers"
    " in the form as it was sent"
)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (without_the_unseen, LOST),
        (with_other_words, CHANGED),
        (
            of_another_version,
            "it was made by another version of planctl (form 2; this one reads 1): make the form"
            " anew with `planctl request`",
        ),
    ],
)
def test_what_a_form_carries_unseen(
    run: Run, ask: Ask, repo: Path, change: Callable[[openpyxl.Workbook], None], message: str
) -> None:
    path = fill(ask(), ANSWERS)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    result = run("collect", "--yes", str(path))
    assert (result.code, result.err.splitlines()[0]) == (1, f"{path}: {message}.")


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        (datetime(2021, 10, 25), "2021-10-25"),
        ("25 October 2021", "2021-10-25"),
        ("25 octobre 2021", "2021-10-25"),
        ("2021-10-25 00:00:00", "2021-10-25"),
        ("44494", "2021-10-25"),
        ("2021-10", "2021-10"),
        ("tsag-2021-01", "TSAG-2021-01"),
    ],
)
def test_when_it_is_due(run: Run, ask: Ask, typed: object, due: str) -> None:
    path = fill(ask(), {"wtsa-72/3.2": {"due": typed}})
    assert run("collect", "--yes", str(path)).code == 0
    assert f"due:          {due}\n" in run("show", "72/3.2").out


@pytest.mark.parametrize(
    ("typed", "status"),
    [("ON-GOING.", ""), ("完成", "completed"), ("Achevé", "completed"), ("In progress", "")],
)
def test_a_status_in_other_words(run: Run, ask: Ask, diff: Diff, typed: str, status: str) -> None:
    path = fill(ask(), {"wtsa-72/3.2": {"new_status": typed}})
    result = run("collect", "--yes", str(path))
    assert result.code == 0
    assert ("+        status: completed" in diff("wtsa-72")) == bool(status)
    taken = {"完成": "Completed", "In progress": "Ongoing"}.get(typed)
    assert (f"“{typed}” was taken for {taken}.\n" in result.err) == bool(taken)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("See above.", "“See above.” points to another place; write here what is to be printed"),
        ("✓", "“✓” does not say what is meant; write it in words"),
        ("We\x92ve", "no plan can hold the character U+0092, which stands after “We”: remove it"),
        ("#REF!", "#REF! is what a formula leaves that went wrong; write the text"),
    ],
)
def test_what_a_plan_cannot_print(run: Run, ask: Ask, diff: Diff, typed: str, why: str) -> None:
    path = fill(ask(), {"wtsa-72/3.2": {"progress": typed}})
    result = run("collect", "--yes", str(path))
    assert (result.code, diff("wtsa-72")) == (1, [])
    where = "row 6 (wtsa-72/3.2), “Progress since the last meeting”"
    assert result.err.splitlines()[0] == f"{path}, {where}: {why}."


def test_what_may_be_meant_for_another_cell(run: Run, ask: Ask, repo: Path) -> None:
    answers = {"progress": "Completed", "deliverables": "We held a forum and wrote to WHO."}
    path = fill(ask(), {"wtsa-72/3.2": answers})
    where = f"Note: {told(repo, str(path))}, row 6 (wtsa-72/3.2)"
    assert told(repo, run("collect", "--yes", str(path)).err) == (
        f"{where}, “Progress since the last meeting”: “Completed” is taken as text; a status is"
        " changed under “New status”.\n"
        f"{where}, “New deliverables”: “We held a forum and wrote to WHO.” was taken as the title"
        " of a deliverable.\n"
        "Changed 1 item in wtsa-72.\n"
    )


def test_a_document_that_is_named_under_progress(run: Run, ask: Ask, repo: Path) -> None:
    path = fill(ask(), {"wtsa-72/4": {"progress": "We wrote:\n• SG5-LS190 - LS on exposure"}})
    assert told(repo, run("collect", "--yes", str(path)).err) == (
        f"Note: {told(repo, str(path))}, row 7 (wtsa-72/4), “Progress since the last meeting”:"
        " “SG5-LS190” stays part of the text; a document is linked from “New deliverables”.\n"
        "Changed 1 item in wtsa-72.\n"
    )


def test_a_year_that_excel_takes_for_a_number_of_days(run: Run, ask: Ask, diff: Diff) -> None:
    path = fill(ask(), {"wtsa-72/3.2": {"due": 2021}})
    result = run("collect", "--yes", str(path))
    assert (result.code, diff("wtsa-72")) == (1, [])
    assert "“1905-07-13” is long past; write year, month and day, as in 2021-10-25" in result.err


def test_an_identifier_in_another_spelling(run: Run, ask: Ask, repo: Path, diff: Diff) -> None:
    path = fill(ask(), {"wtsa-72/1.2": {"deliverables": "K. 150 (05/2021)"}})
    result = run("collect", "--yes", str(path))
    assert told(repo, result.err) == (
        f"Note: {told(repo, str(path))}, row 3 (wtsa-72/1.2), “New deliverables”: “K. 150"
        " (05/2021)” is written K.150 (05/2021) in the plan.\nChanged 1 item in wtsa-72.\n"
    )
    assert diff("wtsa-72")[1:] == ["+              - K.150 (05/2021)"]


def test_a_folder_of_forms(run: Run, ask: Ask, repo: Path) -> None:
    path = fill(ask(), {"wtsa-72/4": {"progress": "We wrote."}})
    (path.parent / f"~${path.name}").write_bytes(b"\x05SG5")
    (path.parent / ".DS_Store").write_bytes(b"Bud1")
    (path.parent / "Thumbs.db").write_bytes(b"")
    result = run("collect", "--yes", "out")
    assert (result.code, result.err) == (
        0,
        f"Note: {Path('out', f'~${path.name}')} was left out: a program keeps it while a form is"
        " open; save and close the form.\nChanged 1 item in wtsa-72.\n",
    )
    path.unlink()
    nothing = run("collect", "out")
    assert (nothing.code, nothing.err) == (2, "planctl: there are no forms in out\n")


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"%PDF-1.7", "a PDF file"), (b"From: x\nSubject: y\n\nDone.", "no Word or Excel file")],
)
def test_a_form_in_another_format(run: Run, repo: Path, content: bytes, kind: str) -> None:
    (repo / "form").write_bytes(content)
    assert run("collect", "form").err.startswith(
        f"form: this is {kind}, which cannot hold a form. Ask for the answers in the form as it was"
        " sent.\n"
    )


def test_files_that_are_no_forms(run: Run, ask: Ask, repo: Path) -> None:
    path = fill(ask(), ANSWERS)
    assert run("export", "-o", "annexes.docx").code == 0
    assert run("export", "-o", "annexes.xlsx").code == 0
    (repo / "notes.txt").write_text("Hello", encoding="utf-8")
    assert run("collect", "annexes.docx", "annexes.xlsx", "notes.txt", str(path)).err == (
        "annexes.docx: this is no form that `planctl request` made.\n"
        "annexes.xlsx: this is no form that `planctl request` made.\n"
        "notes.txt: this is no Word or Excel file, which cannot hold a form. Ask for the answers in"
        " the form as it was sent.\n"
        "Nothing was written: 3 faults. Mend the forms, or leave out those that cannot be mended.\n"
    )
