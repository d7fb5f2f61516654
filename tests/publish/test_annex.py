"""A plan as the neutral table."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.model import plan_from
from planctl.publish.annex import annex
from planctl.publish.table import Run


def rows(*directives: dict[str, Any]) -> list[list[str]]:
    """The cells of the rows, a paragraph a line; "^" for a cell joined to the one above."""
    plan = plan_from(
        "wtsa-1",
        {
            "resolution": {"assembly": "WTSA", "number": 1, "edition": "Rev. X", "title": "Y"},
            "lead": "ITU-T SG5",
            "as_of": "2020-10",
            "directives": list(directives),
        },
    )
    return [
        [
            "^" if cell.continues else "\n".join(part.text for part in cell.paragraphs)
            for cell in row
        ]
        for row in annex(plan, 1).rows
    ]


def activity(item: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": item,
        "text": "Do",
        "responsible": ["WHO"],
        "time_plan": "Ongoing",
        "status": "ongoing",
        **fields,
    }


def directive(item: str, *activities: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "id": item,
        "text": "Ask",
        "references": "Resolves (1)",
        "activities": list(activities),
        **fields,
    }


def test_a_directive_stands_once_beside_its_activities() -> None:
    assert rows(directive("1", activity("1.1"), activity("1.2", references="Resolves (2)"))) == [
        ["1", "1.1", "Ask", "Resolves (1)", "Do", "WHO", "Ongoing", ""],
        ["^", "1.2", "^", "Resolves (2)", "Do", "WHO", "Ongoing", ""],
    ]


def test_an_activity_after_one_with_its_own_reference_prints_the_directives_again() -> None:
    first = activity("1.1", references="Resolves (2)")
    assert [row[3] for row in rows(directive("1", first, activity("1.2")))] == [
        "Resolves (2)",
        "Resolves (1)",
    ]


def test_a_single_activity_without_a_number_prints_a_dash_or_nothing() -> None:
    assert [row[:2] for row in rows(directive("1", activity("1")))] == [["1", "-"]]
    assert [row[:2] for row in rows(directive("1", activity("1"), level_2=""))] == [["1", ""]]


def test_an_unnumbered_directive_prints_no_ids() -> None:
    assert [row[:2] for row in rows(directive("9", activity("9"), unnumbered=True))] == [["", ""]]


def test_a_directive_without_activities_is_a_row_all_the_same() -> None:
    assert rows(directive("1")) == [["1", "-", "Ask", "Resolves (1)", "", "", "", ""]]


@pytest.mark.parametrize(
    ("status", "printed"),
    [
        ("ongoing", ""),
        ("completed", "Completed"),
        ("not-started", "Not started"),
        ("suspended", "Suspended"),
        ("superseded", "Superseded"),
    ],
)
def test_without_a_report_the_status_is_printed(status: str, printed: str) -> None:
    [row] = rows(directive("1", activity("1", status=status)))
    assert row[7] == printed


def test_a_report_is_printed_instead_of_the_status() -> None:
    report = [{"see": ["3", "79/5"]}, {"year": 2019, "deliverables": ["K.52"]}, {"text": ""}]
    [row] = rows(directive("1", activity("1", status="completed", report=report)))
    assert row[7] == ("See points 3 and 5 of the action plan for Resolution 79\n2019:\nK.52\n")


def test_web_addresses_are_links_without_the_full_stop_after_them() -> None:
    report = [{"text": "See https://itu.int/a(b). Then (https://itu.int/c), and go."}]
    plan = plan_from(
        "wtsa-1",
        {
            "resolution": {"assembly": "WTSA", "number": 1, "edition": "", "title": ""},
            "lead": "",
            "as_of": "2020-10",
            "directives": [directive("1", activity("1", report=report))],
        },
    )
    [paragraph] = annex(plan, 1).rows[0][7].paragraphs
    assert paragraph.runs == (
        Run("See "),
        Run("https://itu.int/a(b)", "https://itu.int/a(b)"),
        Run(". Then ("),
        Run("https://itu.int/c", "https://itu.int/c"),
        Run("), and go."),
    )
