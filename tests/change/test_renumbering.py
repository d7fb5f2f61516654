"""New numbers, and the references that follow them."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.change.renumbering import (
    consecutive,
    id_changes,
    mended,
    renamed,
    single,
)
from planctl.errors import PlanctlError, UsageFault
from planctl.plan.model import Plan, plan_from

KEYS = ("wtsa-72", "wtsa-79")


def plan(
    items: dict[str, list[str]], report: list[dict[str, Any]] | None = None, key: str = "wtsa-72"
) -> Plan:
    """A plan with directives and their activities by ID; the first activity has the report."""
    directives = []
    for directive, activities in items.items():
        rows: list[dict[str, Any]] = [
            {
                "id": activity,
                "text": f"Do {activity}",
                "responsible": ["ITU-T SG5"],
                "time_plan": "Ongoing",
                "status": "ongoing",
            }
            for activity in activities
        ]
        directives.append(
            {
                "id": directive,
                "text": f"Ask {directive}",
                "references": "Resolves (i)",
                "activities": rows,
            }
        )
    if report is not None:
        directives[0]["activities"][0]["report"] = report  # type: ignore[index]
    assembly, _, number = key.partition("-")
    resolution = {
        "assembly": assembly.upper(),
        "number": int(number),
        "edition": "Geneva, 2000",
        "title": "It",
    }
    data = {"resolution": resolution, "lead": "SG5", "as_of": "2020-10", "directives": directives}
    return plan_from(key, data)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ({"1": ["1.1", "1.2"], "2": ["2"]}, []),
        ({"2": ["2"], "5": ["5.1", "5.4"]},
         [("2", "1"), ("2", "1"), ("5", "2"), ("5.1", "2.1"), ("5.4", "2.2")]),
        ({"1": ["1", "1.2"]}, [("1", "1.1")]),
        ({"1": ["1.2"]}, [("1.2", "1.1")]),
        ({"1": [], "3": []}, [("3", "2")]),
        ({"1": ["1"], "3bis": ["3bis"]}, [("3bis", "2"), ("3bis", "2")]),
        ({}, []),
    ],
)  # fmt: skip
def test_consecutive_numbers(items: dict[str, list[str]], expected: list[tuple[str, str]]) -> None:
    assert [(move.old, move.new) for move in consecutive(plan(items))] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("5", "7", [("5", "7"), ("5.1", "7.1"), ("5.2", "7.2")]),
        ("5.2", "5.9", [("5.2", "5.9")]),
        ("2", "3", [("2", "3"), ("2", "3")]),
        ("2", "2", []),
        ("2", "2.1", [("2", "2.1")]),
        ("5", "3bis", [("5", "3bis"), ("5.1", "3bis.1"), ("5.2", "3bis.2")]),
    ],
)
def test_one_item(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    moves = single(plan({"2": ["2"], "5": ["5.1", "5.2"]}), old, new)
    assert [(move.old, move.new) for move in moves] == expected


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("5", "2", "wtsa-72 has an item 2 already"),
        ("5.1", "5.2", "wtsa-72 has an item 5.2 already"),
        ("5.1", "2", "an activity under 5 has an ID that begins 5."),
        ("5.1", "5", "5 is the directive, which has several activities"),
        ("2", "5.1", "“5.1” cannot be the ID of a directive, which has no dot"),
        ("5", "9.5", "“9.5” cannot be the ID of a directive, which has no dot"),
        ("5", "A", "“A” cannot be the ID of a directive, which begins with a digit"),
        ("9", "3", "there is no item 9 in wtsa-72"),
        ("5", "a b", "“a b” cannot be an ID"),
    ],
)
def test_one_item_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(UsageFault) as caught:
        single(plan({"2": ["2"], "5": ["5.1", "5.2"]}), old, new)
    assert str(caught.value).startswith(message)


def test_an_only_activity_may_share_its_directives_id() -> None:
    moves = single(plan({"5": ["5.1"]}), "5.1", "5")
    assert [(move.old, move.new) for move in moves] == [("5.1", "5")]


@pytest.mark.parametrize(("new", "taken"), [("7", "7"), ("7", "7.2")])
def test_an_id_that_was_used_before_is_refused(new: str, taken: str) -> None:
    with pytest.raises(PlanctlError) as caught:
        single(plan({"5": ["5.1", "5.2"]}), "5", new, {"5", "5.1", "5.2", taken})
    assert str(caught.value) == (
        f"the ID {taken} was used before in wtsa-72: the file's git history has it. IDs are not"
        " given out twice, because older documents cite them; choose another"
    )


def test_the_places_of_the_ids() -> None:
    one = plan({"2": ["2"]})
    assert [(change.path, change.new) for change in id_changes(one, consecutive(one))] == [
        (("directives", 0, "id"), "1"),
        (("directives", 0, "activities", 0, "id"), "1"),
    ]


def test_a_shared_id_means_the_directive() -> None:
    one = plan({"1": ["1", "1.2"], "3": ["3"]})
    assert renamed(one, consecutive(one)) == {"3": "2"}


def see(*targets: str, key: str = "wtsa-72") -> list[tuple[str, str]]:
    one = plan({"1": ["1"]}, [{"see": list(targets)}], key)
    changes = mended(one, "wtsa-72", {"5": "7", "5.1": "7.1"}, KEYS)
    return [(change.old, change.new) for change in changes]


def test_see_lists_are_mended() -> None:
    assert see("5", "5.1", "4", "5.10") == [("5", "7"), ("5.1", "7.1")]
    assert see("72/5", "wtsa-72/5.1", "79/5") == [("72/5", "72/7"), ("wtsa-72/5.1", "wtsa-72/7.1")]
    assert see("5", "72/5.1", key="wtsa-79") == [("72/5.1", "72/7.1")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See point 5.1", "See point 7.1"),
        ("As said, see point 5.", "As said, see point 7."),
        ("See points 5, 5.1 and 4", "See points 7, 7.1 and 4"),
        ("See points 5-5.1, and 5.", "See points 7-7.1, and 7."),
        ("See\u00a0point 5", "See\u00a0point 7"),
        ("See point 5.10, 5 May 2020", "See point 5.10, 5 May 2020"),
        ("See points 5.1, 5 and 5 May 2020", "See points 7.1, 7 and 5 May 2020"),
        ("See point 5.1 and 5", "See point 7.1 and 7"),
        ("See point 5.1 and 5 reports", "See point 7.1 and 5 reports"),
        ("See point 5G", "See point 5G"),
        ("Point 5 of the agenda; 5.1 GHz", "Point 5 of the agenda; 5.1 GHz"),
        (
            "See points 5 and 5 of the action plan for Resolution 79",
            "See points 7 and 5 of the action plan for Resolution 79",
        ),
        (
            "See point 5 of the action plan for WTSA Resolution 72.",
            "See point 7 of the action plan for WTSA Resolution 72.",
        ),
    ],
)
def test_words_are_mended(text: str, expected: str) -> None:
    one = plan({"1": ["1"]}, [{"text": text}])
    changes = mended(one, "wtsa-72", {"5": "7", "5.1": "7.1"}, KEYS)
    assert [change.new for change in changes] == ([expected] if expected != text else [])


def test_words_in_another_plan_name_the_plan() -> None:
    texts = ["See point 5", "See point 5 of the action plan for Resolution 72"]
    one = plan({"1": ["1"]}, [{"text": text} for text in texts], "wtsa-79")
    (change,) = mended(one, "wtsa-72", {"5": "7"}, KEYS)
    assert change.address == "wtsa-79/1"
    assert list(change.phrases) == [
        (
            "See point 5 of the action plan for Resolution 72",
            "See point 7 of the action plan for Resolution 72",
        )
    ]


def test_every_text_of_a_report_is_looked_at() -> None:
    one = plan(
        {"1": ["1"]},
        [
            {
                "text": {"en": "See point 5", "fr": "Voir point 5"},
                "deliverables": [
                    {"title": "One", "note": "see point 5", "items": [{"text": "See point 5!"}]}
                ],
            }
        ],
    )
    changes = mended(one, "wtsa-72", {"5": "7"}, KEYS)
    report = ("directives", 0, "activities", 0, "report", 0)
    first = (*report, "deliverables", 0)
    assert [(change.path, change.new) for change in changes] == [
        ((*report, "text", "en"), "See point 7"),
        ((*first, "note"), "see point 7"),
        ((*first, "items", 0, "text"), "See point 7!"),
    ]
