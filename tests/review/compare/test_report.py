"""What changed in the Status column."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.deliverable import line
from planctl.review.compare import report
from planctl.review.compare.reading import read
from tests.review.compare.example import activity
from tests.review.compare.test_properties import BLOCKS

Blocks = list[dict[str, Any]]


def deliverables(was: Blocks, now: Blocks) -> list[str]:
    """The changes of deliverables: "+ K.52", "− K.52", "K.52: year 2017 → 2018"."""
    found = report.compare(activity(report=was).report, activity(report=now).report)
    told = []
    for one in found.deliverables:
        if one.what == "changed" and one.now:
            fields = (f"{each.field} {each.was} → {each.now}" for each in one.fields)
            told.append(f"{line(one.now)}: {', '.join(fields)}")
        elif one.now:
            told.append(f"+ {line(one.now)}")
        elif one.was:
            told.append(f"− {line(one.was)}")
    return told


def texts(was: Blocks, now: Blocks) -> list[tuple[Any, Any]]:
    found = report.compare(activity(report=was).report, activity(report=now).report)
    return [(one.was, one.now) for one in found.texts]


def listed(*deliverables: Any) -> Blocks:
    return [{"text": "The following were developed:", "deliverables": list(deliverables)}]


def test_added_and_removed() -> None:
    assert deliverables(listed("K.52", "K.61"), listed("K.52", "K.91")) == ["+ K.91", "− K.61"]


@pytest.mark.parametrize(
    ("field", "was", "now"),
    [
        ("title", "Old", "New"),
        ("note", None, "revised"),
        ("date", "2019", "2019-05"),
        ("counterpart", "ETSI ES 1", "ETSI ES 2"),
        ("url", None, "https://example.org"),
    ],
)
def test_a_field(field: str, was: Any, now: Any) -> None:
    def data(value: Any) -> dict[str, Any]:
        return {"ref": "K.52", "text": "K.52"} | ({field: value} if value else {})

    assert deliverables(listed(data(was)), listed(data(now))) == [f"K.52: {field} {was} → {now}"]


def test_an_identifier_in_another_spelling_is_the_same_document() -> None:
    told = deliverables(listed("K..52"), listed("ITU-T K.52"))
    assert told == ["ITU-T K.52: ref K..52 → ITU-T K.52"]


def test_a_work_item_that_became_a_recommendation() -> None:
    was = {"ref": "L.SEEQ", "title": "Effects of selling services"}
    now = {"ref": "L.1024", "title": "Global effects of services", "formerly": "L.SEEQ"}
    assert deliverables(listed("L.1023", was), listed(now, "L.1023")) == [
        "L.1024 (ex L.SEEQ) “Global effects of services”: ref L.SEEQ → L.1024,"
        " title Effects of selling services → Global effects of services, formerly None → L.SEEQ"
    ]


def test_a_work_item_is_known_by_its_title_too() -> None:
    was = {"ref": "L.SEEQ", "title": "Effects of selling services on waste"}
    now = {"ref": "L.1024", "title": "Effects of selling services on the waste"}
    assert [one[:16] for one in deliverables(listed(was), listed(now))] == ["L.1024 “Effects "]


def test_two_documents_with_like_titles_are_two() -> None:
    was, now = ({"ref": f"L.10{at}", "title": f"Guide, part {at}"} for at in (21, 22))
    assert [one[0] for one in deliverables(listed(was), listed(now))] == ["+", "−"]


def test_an_event_with_another_date() -> None:
    def event(date: str) -> dict[str, Any]:
        return {"kind": "forum", "title": "Forum on circular economy", "date": date}

    told = deliverables(listed(event("2019-10-01")), listed(event("2019-10-02")))
    assert told == ["Forum on circular economy on 2 October 2019: date 2019-10-01 → 2019-10-02"]


def test_cited_twice_one_by_one() -> None:
    def years(*years: int) -> Blocks:
        return [{"year": year, "deliverables": ["SG5-LS4"]} for year in years]

    assert deliverables(years(2017, 2018), years(2018)) == ["− SG5-LS4"]
    assert deliverables(years(2017, 2018), years(2018, 2019)) == ["SG5-LS4: year 2017 → 2019"]
    assert deliverables(listed("K.5"), listed("K.5", "K.5")) == ["+ K.5"]


def test_under_another_lead_in() -> None:
    def lists(first: list[str], second: list[str]) -> Blocks:
        return [
            {"text": "Developed:", "deliverables": first},
            {"text": "Drafts:", "deliverables": second},
        ]

    told = deliverables(lists(["K.5"], ["K.6", "K.7"]), lists(["K.5", "K.6"], ["K.7"]))
    assert told == ["K.6: lead_in Drafts: → Developed:"]


def test_a_lead_in_that_was_reworded_moves_nothing() -> None:
    was, now = listed("K.5", "K.6"), listed("K.5", "K.6")
    now[0]["text"] = "Approved in this period:"
    assert deliverables(was, now) == []
    assert texts(was, now) == [("The following were developed:", "Approved in this period:")]


def test_a_lead_in_inserted_above_a_list() -> None:
    was = listed("K.5")
    now = [{"text": "Events:", "deliverables": ["K.9"]}, *listed("K.5")]
    assert deliverables(was, now) == ["+ K.9"]
    assert texts(was, now) == [(None, "Events:")]


def test_items_under_a_deliverable() -> None:
    was = listed({"title": "Drafts", "items": ["K.5", "K.6"]}, "Others")
    now = listed({"title": "Drafts", "items": ["K.5"]}, {"title": "Others", "items": ["K.6"]})
    assert deliverables(was, now) == ["K.6: under Drafts → Others"]


def test_paragraphs_and_cross_references() -> None:
    was: Blocks = [{"text": "Meetings are paperless"}, {"see": ["3.1"]}, {"year": 2018}]
    now: Blocks = [{"text": "All meetings are paperless"}, {"see": ["3.1", "79/5"]}]
    assert texts(was, now) == [
        ("Meetings are paperless", "All meetings are paperless"),
        ("See point 3.1", "See points 3.1 and 5 of the action plan for Resolution 79"),
        ("2018:", None),
    ]


def test_equal_data_in_another_order_is_no_change() -> None:
    was = [*listed("K.5", "K.6"), {"text": "Sent:"}, {"year": 2018, "deliverables": ["SG5-LS4"]}]
    now = [{"text": "Sent:"}, {"year": 2018, "deliverables": ["SG5-LS4"]}, *listed("K.6", "K.5")]
    found = report.compare(activity(report=was).report, activity(report=now).report)
    assert found.size == 0


@given(*[st.lists(BLOCKS, max_size=3)] * 3)
@settings(max_examples=200, deadline=None)
def test_what_both_begin_with_makes_no_difference(
    begun: Blocks, one: Blocks, other: Blocks
) -> None:
    was, now = (activity(report=[*begun, *rest]).report for rest in (one, other))
    assert report.compare(was, now) == report._compare(read(was), read(now))
