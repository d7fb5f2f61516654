"""What was read is held against what would be printed, cell by cell."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.ingest.annex import read
from planctl.ingest.proof import differences
from planctl.ingest.tables import find
from planctl.plan.model import plan_from
from planctl.publish.annex import annex
from tests.ingest.pages import grid, page, row


def told(activity: dict[str, Any], directive: dict[str, Any] | None = None) -> list[str]:
    """What would differ in a table of two rows if the second were changed so."""
    rows = [row("1", "1.1", "Sent"), row(None, "1.2", "K.52", directives=None, references=None)]
    (table,), _ = find(page(grid(*rows)))
    reading = read(table, None, "SG12")
    (made,) = reading.directives
    made |= directive or {}
    made["activities"][1] = {**made["activities"][1], **activity}
    resolution = {"assembly": "WTSA", "number": 1, "edition": "e", "title": "t"}
    data = {"resolution": resolution, "lead": "x", "as_of": "2020-10", "directives": [made]}
    drawn = annex(plan_from("wtsa-1", data), 1)
    found = differences(reading.entries, drawn, ["1.1", "1.2"], table.keys)
    return [str(one.remark) for one in found]


def test_what_prints_the_same_is_not_told() -> None:
    assert told({}) == []
    assert told({"text": "Activity\u00a0 None\n1.2"}) == []
    assert told({"references": "Resolves 1"}) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"text": "Other"},
            "Activities would not print as it stands: “Activity None 1.2” would be “Other”",
        ),
        ({"references": "Own"}, "References would not print as it stands: “” would be “Own”"),
        ({"report": []}, "Status would not print as it stands: “K.52” would be “”"),
        ({"time_plan": "2022"}, "Time plan would not print as it stands: “2021” would be “2022”"),
    ],
)
def test_what_prints_otherwise_is_told(change: dict[str, Any], message: str) -> None:
    assert told(change) == [f"table 1, row 3: {message}"]


def test_a_cell_that_is_joined_is_told_once() -> None:
    assert told({}, {"text": "Other"}) == [
        "table 1, row 2: Directives would not print as it stands: “Directive 1” would be “Other”"
    ]
