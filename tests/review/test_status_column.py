from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.model import Activity
from planctl.review import status_column
from tests.review.stale.plans import activity, listing, plan, see


def made(*report: dict[str, Any]) -> Activity:
    return next(plan(72, activity("1", *report)).activities())[1]


@pytest.mark.parametrize(
    ("report", "only"),
    [
        ([see("2")], True),
        ([see("2"), {"text": " "}, see("3")], True),
        ([{"text": "Much was done. See point 5", "see": ["5"]}], True),
        ([], False),
        ([{"text": ""}], False),
        ([see("2"), {"text": "Work goes on."}], False),
        ([see("2"), {"year": 2020}], False),
        ([{**see("2"), **listing("K.52")}], False),
    ],
)
def test_a_report_that_only_points_elsewhere(report: list[dict[str, Any]], only: bool) -> None:
    assert status_column.only_points(made(*report)) is only


@pytest.mark.parametrize(
    ("report", "held"),
    [
        ([{"text": "To be completed"}], "To be completed"),
        ([{"text": "Sent:"}, listing("K.52", {"title": "[TBC]"})], "[TBC]"),
        ([listing({"text": "Workshop (TBD)"})], "TBD"),
        ([{"text": "Work to be completed by 2021"}], ""),
        ([], ""),
    ],
)
def test_what_only_holds_a_place(report: list[dict[str, Any]], held: str) -> None:
    assert status_column.held_in(made(*report)) == held
