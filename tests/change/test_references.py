"""What a report points at."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.change.references import references
from planctl.plan.model import Plan, plan_from

KEYS = ("wtsa-72", "wtsa-79", "wtdc-79")


def plan(*report: dict[str, Any]) -> Plan:
    """The plan wtsa-72 with one activity and its report."""
    activity = {
        "id": "1",
        "text": "Do it",
        "responsible": ["ITU-T SG5"],
        "time_plan": "Ongoing",
        "status": "ongoing",
        "report": list(report),
    }
    directive = {"id": "1", "text": "Ask", "references": "Resolves (i)", "activities": [activity]}
    resolution = {"assembly": "WTSA", "number": 72, "edition": "Geneva, 2000", "title": "It"}
    data = {
        "resolution": resolution,
        "lead": "SG5",
        "as_of": "2020-10",
        "directives": [directive],
    }
    return plan_from("wtsa-72", data)


def targets(*report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.plan, one.item) for one in references(plan(*report), KEYS)]


def test_entries_of_a_list() -> None:
    assert targets({"see": ["5.1", "wtsa-79/5", "72/4"]}) == [
        ("wtsa-72", "5.1"),
        ("wtsa-79", "5"),
        ("wtsa-72", "4"),
    ]


def test_plans_that_are_none_or_several_are_left_out() -> None:
    assert targets({"see": ["79/5", "95/1"]}) == []
    assert targets({"text": "See point 5 of the action plan for Resolution 79"}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See point 5.1", [("wtsa-72", "5.1")]),
        ("See point 95-10 and 3", [("wtsa-72", "95-10"), ("wtsa-72", "3")]),
        ("See points 95-01 and 95-12", [("wtsa-72", "95-01"), ("wtsa-72", "95-12")]),
        (
            "See point 4 of the action plan for WTSA Resolution 79.",
            [("wtsa-79", "4")],
        ),
        (
            "see points 5, 5.2 and 4 of the action plan for WTDC Resolution 79",
            [("wtsa-72", "5"), ("wtsa-72", "5.2"), ("wtdc-79", "4")],
        ),
        (
            "See point 12 of Res. 72, see point 3 of WTSA Res.79",
            [("wtsa-72", "12"), ("wtsa-79", "3")],
        ),
        ("See point 12 of Resolution 95", []),
        ("See point 12 of results", [("wtsa-72", "12")]),
        ("Point 5 of the agenda", []),
    ],
)
def test_words_of_a_report(text: str, expected: list[tuple[str, str]]) -> None:
    assert targets({"text": text}) == expected
    assert targets({"deliverables": [{"title": "It", "note": text}]}) == expected


def test_where_a_reference_stands() -> None:
    (one,) = references(plan({"text": {"en": "As said, see point 5."}}), KEYS)
    assert one.address == "wtsa-72/1"
    assert one.path == ("directives", 0, "activities", 0, "report", 0, "text", "en")
    assert one.text[slice(*one.phrase)] == "see point 5"
    assert one.text[slice(*one.at)] == one.item == "5"
