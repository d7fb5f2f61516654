"""Changes as JSON."""

from __future__ import annotations

import json

from planctl.review.compare.as_json import as_json
from planctl.review.compare.plans import compare
from tests.review.compare.example import directive, plan, row


def test_a_changed_plan() -> None:
    was = plan(
        directive("1", "Ask", row("1.1", "Publish it", report=[{"text": "Yes"}])),
        directive("2", "Want", row("2", "Train them")),
    )
    report = [{"text": "Not yet", "deliverables": [{"ref": "K.52", "date": 2020}]}]
    now = plan(
        directive("1", "Ask", row("1.2", "Publish it", status="completed", report=report)),
        directive("2", "Want", row("2", "Train them")),
        as_of="2021-01",
    )
    (change,) = compare([was], [now])
    deliverable = {"ref": "K.52", "date": "2020"}
    expected = {
        "plan": "wtsa-73",
        "what": "changed",
        "fields": [{"field": "as_of", "was": "2020-10", "now": "2021-01"}],
        "unchanged": 1,
        "items": [
            {
                "address": "wtsa-73/1.2",
                "item": "activity",
                "what": "changed",
                "was_address": "wtsa-73/1.1",
                "renumbered": True,
                "fields": [{"field": "status", "was": "ongoing", "now": "completed"}],
                "report": [
                    {"what": "added", "was": None, "now": "Not yet"},
                    {"what": "removed", "was": "Yes", "now": None},
                ],
                "deliverables": [
                    {"what": "added", "line": "K.52 (2020)", "was": None, "now": deliverable}
                ],
            }
        ],
    }
    assert json.loads(json.dumps(as_json(change))) == expected


def test_moved_items_and_renamed_plans() -> None:
    was = plan(
        directive("1", "Ask", row("1.1", "Train"), row("1.2", "Teach")), directive("2", "Go")
    )
    now = plan(
        directive("1", "Ask", row("1.1", "Train")),
        directive("2", "Go", row("2", "Go now"), row("1.2", "Teach")),
    )._replace(key="res-73")
    (change,) = compare([was], [now])
    data = as_json(change)
    assert (data["plan"], data["was_plan"]) == ("res-73", "wtsa-73")
    assert data["items"] == [
        {
            "address": "res-73/1.2",
            "item": "activity",
            "what": "changed",
            "was_address": "wtsa-73/1.2",
            "moved": {"was": "1", "now": "2"},
        }
    ]


def test_a_new_plan_and_one_that_is_gone() -> None:
    one, other = plan(directive("1", "Ask")), plan(directive("1", "Give them"), key="wtsa-79")
    assert [as_json(change) for change in compare([one], [other])] == [
        {"plan": "wtsa-79", "what": "added", "activities": 1, "items": []},
        {"plan": "wtsa-73", "what": "removed", "activities": 1, "items": []},
    ]
