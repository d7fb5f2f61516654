"""A deliverable put into a report and taken out again."""

from __future__ import annotations

import difflib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.change.placement import find_place
from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Activity, plan_from
from planctl.store.report_edits import add_deliverable, loses_block, remove_deliverable
from planctl.store.yaml.emit import document
from planctl.store.yaml.reader import read

_names = st.integers(1, 300).map(lambda number: f"SG5-LS{number}")
_some = st.lists(_names, min_size=1, max_size=3)
_blocks = st.one_of(
    st.fixed_dictionaries({"text": st.sampled_from(["Sent:", "Done.", "See it."])}),
    st.fixed_dictionaries({"text": st.just("Sent to others:"), "deliverables": _some}),
    st.fixed_dictionaries({"year": st.integers(2017, 2020), "deliverables": _some}),
    st.fixed_dictionaries({"year": st.just(2019), "text": st.just("2019"), "deliverables": _some}),
    st.fixed_dictionaries({"see": st.just(["2"]), "deliverables": _some}),
    st.fixed_dictionaries({"deliverables": _some}),
)


def plan_text(report: list[dict[str, Any]]) -> str:
    activity = {
        "id": "1",
        "text": "Do it",
        "responsible": ["ITU-T SG5"],
        "time_plan": "Ongoing",
        "status": "ongoing",
        **({"report": report} if report else {}),
        "notes": "after the report",
    }
    directive = {"id": "1", "text": "Do it", "references": "Resolves (i)", "activities": [activity]}
    resolution = {"assembly": "WTSA", "number": 1, "edition": "Geneva, 2000", "title": "It"}
    return document(
        {"resolution": resolution, "lead": "SG5", "as_of": "2020-10", "directives": [directive]}
    )


def activity_of(text: str) -> Activity:
    return plan_from("wtsa-1", read(text)).directives[0].activities[0]


def hunks(old: str, new: str) -> int:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return sum(line.startswith("@@") for line in lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(_blocks, max_size=5), st.sampled_from([2016, 2018, 2021]))
def test_what_is_put_in_can_be_taken_out(report: list[dict[str, Any]], year: int) -> None:
    text = plan_text(report)
    activity = activity_of(text)
    new = {"ref": "SG5-LS999", "title": "LS on it"}
    place = find_place(activity.report, Deliverable.of(new), year)
    added = add_deliverable(text, activity, place, new)
    assert hunks(text, added) == 1
    after = activity_of(added)
    (found,) = [one for _, one in after.deliverables() if one.ref == "SG5-LS999"]
    assert found.path[len(activity.path) + 1] == place.block
    assert found.path[-1] == (place.position or 0)
    assert len(list(after.deliverables())) == len(list(activity.deliverables())) + 1
    assert loses_block(after, found.path) is (place.position is None)
    assert remove_deliverable(added, after, found.path) == text
