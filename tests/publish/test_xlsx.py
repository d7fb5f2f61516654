"""The Excel writer, read back by openpyxl."""

from __future__ import annotations

import warnings
import zipfile
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.model import Plan, plan_from
from planctl.publish import xlsx
from planctl.publish.annex import Layout, annex
from planctl.publish.characters import UnwritableTextError
from planctl.publish.xlsx import cells
from planctl.publish.xlsx.words import WORDS as SHEET_WORDS
from tests.publish.samples import WORDS, hostile_plan, shipped, texts

BASE = slice(2, 9)  # Level 1 to Time plan


def book(*plans: Plan, **options: Any) -> openpyxl.Workbook:
    data = xlsx.write(plans, title="Action plans", created="2020-10", **options)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of a style it does not know
        return openpyxl.load_workbook(BytesIO(data))


def grid(sheet: Any) -> list[list[Any]]:
    return [["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows()]


def plan(*activities: dict[str, Any], key: str = "wtsa-1", **directive: Any) -> Plan:
    return plan_from(
        key,
        {
            "resolution": {"assembly": "WTSA", "number": 1, "edition": "Rev. X", "title": "Y"},
            "lead": "ITU-T SG5",
            "as_of": "2020-10",
            "directives": [
                {
                    "id": "1",
                    "text": "Ask",
                    "references": "Resolves (1)",
                    "activities": list(activities),
                    **directive,
                }
            ],
        },
    )


def activity(item: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": item,
        "text": "Do",
        "responsible": ["WHO"],
        "time_plan": "Ongoing",
        "status": "ongoing",
        **fields,
    }


def test_the_cells_of_the_shipped_plans_are_read_back() -> None:
    made = book(*shipped())
    assert made.sheetnames == ["Summary", "wtsa-72", "wtsa-73", "wtsa-79"]
    for number, one in enumerate(shipped(), 1):
        _, *rows = grid(made[one.key])
        wanted = texts(annex(one, number), fill=True)
        assert [row[BASE] + [row[10]] for row in rows] == wanted
        assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
        assert [row[1] for row in rows] == [one.address(item) for _, item in one.activities()]


def test_a_sheet_can_be_filtered_and_keeps_its_heading_in_view_and_in_print() -> None:
    sheet = book(*shipped(), document_number="SG5 & 1").worksheets[1]
    assert grid(sheet)[0] == [
        *("Order", "Key", "Level 1", "Level 2", "Directives", "References\n(Res. 72)"),
        *("Activities", "Responsibilities\n(as identified in the Resolution)", "Time plan"),
        *("Status", "Status\n(October 2020)", "Due", "Priority"),
    ]
    assert sheet.auto_filter.ref == "A1:M14"
    assert sheet.freeze_panes == "C2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.right.text == " SG5 && 1"
    assert sheet.column_dimensions["A"].width < 8
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)


def test_the_same_plans_give_the_same_bytes() -> None:
    first, second = (
        xlsx.write(shipped(), title="Plans", created="2020-10", document_number="1")
        for _ in range(2)
    )
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert b"2020-10-01T00:00:00Z" in package.read("docProps/core.xml")


def test_the_summary_says_who_is_instructed_who_cooperates_and_who_must_report() -> None:
    heads, *rows = grid(book(*shipped())["Summary"])
    assert heads == [
        *("Key", "Resolution", "Lead", "Instructed or invited", "Cooperating", "To report"),
        *("Activities", "Not started", "Ongoing", "Completed", "Suspended", "Superseded"),
    ]
    assert rows[0] == [
        "wtsa-72",
        "WTSA Resolution 72 (Rev. Hammamet, 2016)\n"
        "Measurement and assessment concerns related to human exposure to electromagnetic fields",
        "ITU-T SG5",
        "Instructs the Director... (6, 7, 8, 9, 10)",
        "Director BR (6.1, 6.2, 7, 8, 9, 10)\nDirector BDT (6.1, 6.2, 7, 8, 9, 10)",
        "Director TSB: Report to WTSA-20 (10)",
        *(13, 0, 12, 1, 0, 0),
    ]
    assert rows[1][3] == (
        "Instructs TSAG (1, 2, 3)\nInstructs all ITU-T SGs (4, 5, 6)\n"
        "Instructs the Director... (7, 8, 9, 10, 11, 12, 13, 14)"
    )
    assert [row[6] for row in rows] == [13, 18, 9]


def test_who_must_report_to_whom_is_said_where_the_plan_says_it() -> None:
    told = activity("1.1", reporting_to="ITU Council", responsible=["Director TSB", "TSAG"])
    noun = activity("1.2", text="Disseminate reports on EMF")
    verb = activity("1.3", text="Collect data and report to TSAG")
    _, row = grid(book(plan(told, noun, verb))["Summary"])
    assert row[5] == (
        "Director TSB, TSAG → ITU Council (1.1)\nWHO: Collect data and report to TSAG (1.3)"
    )


def test_fields_for_the_secretariat_have_columns() -> None:
    made = book(plan(activity("1.1", due="TSAG-2021-01", blocker="No funds"), activity("1.2")))
    heads, first, second = grid(made["wtsa-1"])
    assert heads[11:] == ["Due", "Priority", "Blocked by"]
    assert first[11:] == ["TSAG-2021-01", "", "No funds"]
    assert second[:5] == [2, "wtsa-1/1.2", "1", "1.2", "Ask"]


def test_columns_rows_and_words_follow_the_layout() -> None:
    layout = Layout(
        language="fr",
        without=frozenset(("references", "status")),
        shown=lambda one: one.status == "completed",
    )
    made = book(*shipped(), layout=layout, first=4)
    assert made.sheetnames[0] == "Résumé"
    heads, *rows = grid(made["wtsa-73"])
    assert heads[:9] == [
        *("Ordre", "Clé", "Niveau 1", "Niveau 2", "Directives", "Activités"),
        *("Responsabilités\n(telles qu'indiquées dans la Résolution)", "Calendrier"),
        "État d'avancement",
    ]
    assert [(row[1], row[8]) for row in rows] == [
        (shipped()[1].address(item), "Achevé")
        for _, item in shipped()[1].activities()
        if item.status == "completed"
    ]
    assert made["wtsa-73"].sheet_view.rightToLeft is None
    arabic = book(*shipped(), layout=Layout(language="ar"))
    assert arabic["wtsa-73"].sheet_view.rightToLeft is True


def test_a_directive_without_activities_is_a_row() -> None:
    _, row = grid(book(plan())["wtsa-1"])
    assert row[:5] == [1, "wtsa-1/1", "1", "-", "Ask"]


@given(st.lists(WORDS.filter(lambda text: "\r" not in text), min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_any_text_is_read_back_and_none_is_a_formula(words: list[str]) -> None:
    made = plan(*(activity(f"1.{place}", time_plan=text) for place, text in enumerate(words)))
    sheet = book(made)["wtsa-1"]
    for row in sheet.iter_rows(min_row=2, min_col=2):
        assert {cell.data_type for cell in row} <= {"s", "n"}
        assert all(cell.value is None for cell in row if cell.data_type == "n")
    assert [row[8] for row in grid(sheet)[1:]] == words


def test_a_hostile_plan_is_text() -> None:
    made = hostile_plan()
    data = xlsx.write([made], title="&R&D", created="2020-10", document_number='&"x"&G')
    with zipfile.ZipFile(BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    assert not any("rels" in name and b"External" in part for name, part in members.items())
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in members.values())
    header = members["xl/worksheets/sheet1.xml"].partition(b"<oddHeader>")[2]
    assert header.startswith('&amp;L Summary&amp;R &amp;&amp;"x"&amp;&amp;\u2060G<'.encode())
    _, *rows = grid(book(made)["wtsa-1"])
    assert [row[BASE] + [row[10]] for row in rows] == texts(annex(made, 1), fill=True)


def test_what_would_be_a_formula_is_marked_as_text_for_whoever_edits_it() -> None:
    sheet = book(plan(activity("1.1", time_plan="=1+1"), activity("1.2", time_plan="1+1")))
    cells = [row[8] for row in sheet["wtsa-1"].iter_rows(min_row=2)]
    assert [(cell.value, cell.quotePrefix, cell.number_format) for cell in cells] == [
        ("=1+1", True, "@"),
        ("1+1", False, "@"),
    ]


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    _, row = grid(book(plan(activity("1.1", time_plan="𝄞x" * 20_000)))["wtsa-1"])
    assert row[8].endswith(cells.CUT)
    assert len(row[8].encode("utf-16-le")) // 2 <= cells.LONGEST


def test_sheets_have_names_that_excel_takes() -> None:
    keys = ("a" * 40, "a" * 40 + "b", "History", "x[1]:*?/\\y", "'q'", "X[1]:*?/\\Y")
    names = book(*(plan(activity("1.1"), key=key) for key in keys)).sheetnames
    assert names[1:] == ["a" * 31, "a" * 29 + "-2", "History-2", "x-1------y", "q", "X-1------Y-2"]


def test_a_character_that_no_document_can_carry_is_refused() -> None:
    with pytest.raises(UnwritableTextError):
        book(plan(activity("1.1", time_plan="K.52\x0b")))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_cell_that_is_taller_than_excel_shows_says_so(language: str) -> None:
    def report(lines: int) -> list[dict[str, Any]]:
        return [{"text": "Done:", "deliverables": [f"SG5-LS{number}" for number in range(lines)]}]

    low, tall = activity("1.1", report=report(30)), activity("1.2", report=report(50))
    sheet = book(plan(low, tall), layout=Layout(language=language)).worksheets[1]
    [hint] = sheet.data_validations.dataValidation
    assert (str(hint.sqref), hint.type, hint.showInputMessage) == ("K3", None, True)
    assert hint.prompt == SHEET_WORDS[language].more
    assert sheet.row_dimensions[3].height > cells.TALLEST - 1
