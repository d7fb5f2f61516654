"""Directives and activities are found again, whatever their numbers."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.model import Plan
from tests.review.compare.example import Data, all_told, changed, directive, plan, row

TOPICS = (
    *("Publish guidance on exposure", "Raise awareness of e-waste", "Measure field strength"),
    *("Cooperate with ITU-D", "Train experts in Africa", "Report to the Council each year"),
)


def numbered(*topics: str, start: int = 1) -> list[Data]:
    return [directive(str(number), topic) for number, topic in enumerate(topics, start)]


def test_nothing_changed() -> None:
    assert all_told(plan(*numbered(*TOPICS)), plan(*numbered(*TOPICS))) == []


def test_an_inserted_directive_renumbers_the_rest() -> None:
    now = [*TOPICS[:2], "Draft a handbook for regulators", *TOPICS[2:]]
    assert all_told(plan(*numbered(*TOPICS)), plan(*numbered(*now))) == [
        "directive 3 added",
        "activity 3 added",
        "directive 3 → 4",
        "activity 3 → 4",
        "directive 4 → 5",
        "activity 4 → 5",
        "directive 5 → 6",
        "activity 5 → 6",
        "directive 6 → 7",
        "activity 6 → 7",
    ]


def test_a_removed_directive_renumbers_the_rest_and_its_number_is_used_again() -> None:
    assert all_told(plan(*numbered(*TOPICS[:4])), plan(*numbered(TOPICS[0], *TOPICS[2:4]))) == [
        "directive 2 removed",
        "activity 2 removed",
        "directive 3 → 2",
        "activity 3 → 2",
        "directive 4 → 3",
        "activity 4 → 3",
    ]


def test_a_renumbered_row_may_be_edited_too() -> None:
    was = numbered(*TOPICS)
    now = numbered("Draft a handbook for regulators", *TOPICS)
    now[2]["activities"][0]["text"] = "Raise awareness of e-waste in schools now"
    assert all_told(plan(*was), plan(*now))[4:6] == ["directive 2 → 3", "activity 2 → 3, text"]


def test_rows_with_formulaic_texts_follow_their_neighbours() -> None:
    def rows(*names: str) -> Plan:
        formula = "Report each year to TSAG on the progress made in implementing this resolution by"
        each = [row(f"5.{at}", f"{formula} {name}") for at, name in enumerate(names, 1)]
        return plan(directive("5", "Report", *each))

    was, now = rows("SG2", "SG5", "SG11", "SG13"), rows("SG17", "SG2", "SG5", "SG11", "SG13")
    assert all_told(was, now) == [
        "activity 5.1 added",
        "activity 5.1 → 5.2",
        "activity 5.2 → 5.3",
        "activity 5.3 → 5.4",
        "activity 5.4 → 5.5",
    ]


def test_two_rows_that_swapped_their_numbers() -> None:
    was = directive("5", "Ask", row("5.1", TOPICS[0]), row("5.2", TOPICS[1]))
    now = directive("5", "Ask", row("5.1", TOPICS[1]), row("5.2", TOPICS[0]))
    assert all_told(plan(was), plan(now)) == ["activity 5.2 → 5.1", "activity 5.1 → 5.2"]


def test_the_order_of_rows_is_no_change() -> None:
    was = directive("5", "Ask", row("5.1", TOPICS[0]), row("5.2", TOPICS[1]))
    now = directive("5", "Ask", row("5.2", TOPICS[1]), row("5.1", TOPICS[0]))
    assert all_told(plan(was, *numbered(*TOPICS)), plan(*numbered(*TOPICS), now)) == []


def test_a_row_moved_under_another_directive() -> None:
    one, two = row("1.1", TOPICS[0]), row("1.2", TOPICS[1])
    was = (directive("1", "Ask", one, two), directive("2", "Want", row("2.1", TOPICS[2])))
    now = (
        directive("1", "Ask", one),
        directive("2", "Want", row("2.1", TOPICS[2]), row("2.2", TOPICS[1])),
    )
    assert all_told(plan(*was), plan(*now)) == ["activity 1.2 → 2.2, moved 1 → 2"]


def test_a_directive_with_another_number_takes_its_rows_along() -> None:
    rows = [row("1.1", TOPICS[0]), row("1.2", TOPICS[1])]
    was = directive("1", "Ask for something", *rows)
    now = directive("4", "Ask for something", *rows)
    assert all_told(plan(was), plan(now)) == ["directive 1 → 4"]


def test_a_directive_is_known_by_its_rows_where_its_text_is_rewritten() -> None:
    rows = [row("1.1", TOPICS[0]), row("1.2", TOPICS[1])]
    other = [row("2.1", TOPICS[2]), row("2.2", TOPICS[3])]
    was = (directive("1", "Enhance cooperation", *rows), directive("2", "Build capacity", *other))
    now = (directive("3", "Something else", *rows), directive("2", "Build capacity", *other))
    assert all_told(plan(*was), plan(*now)) == ["directive 1 → 3, text"]


def test_one_id_is_one_item_however_much_was_rewritten() -> None:
    was, now = directive("1", "Ask", row("1", TOPICS[0])), directive("1", "Ask", row("1", "New"))
    assert all_told(plan(was), plan(now)) == ["activity 1, text"]


def test_unlike_items_with_different_ids_are_two() -> None:
    was = directive("1", "Ask", row("1.1", TOPICS[0]), row("1.2", TOPICS[1]))
    now = directive("1", "Ask", row("1.1", TOPICS[0]), row("1.3", TOPICS[3]))
    assert all_told(plan(was), plan(now)) == ["activity 1.2 removed", "activity 1.3 added"]


def test_rows_cut_to_the_same_stub_on_both_sides_are_unchanged() -> None:
    def stub(id_: str) -> Data:
        return {"id": id_, "text": "", "responsible": ["-"], "time_plan": "", "status": "ongoing"}

    was = directive("1", "Ask", stub("1.1"), row("1.2", TOPICS[0]), stub("1.3"))
    now = directive("1", "Ask", stub("1.1"), row("1.2", TOPICS[0], status="completed"), stub("1.3"))
    change = changed(plan(was), plan(now))
    assert all_told(plan(was), plan(now)) == ["activity 1.2, status"]
    assert change.unchanged == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [("text", "Other"), ("references", "Resolves (2)"), ("level_2", ""), ("unnumbered", True)],
)
def test_fields_of_a_directive(field: str, value: Any) -> None:
    was, now = directive("1", TOPICS[0]), directive("1", TOPICS[0])
    now[field] = value
    assert all_told(plan(was), plan(now)) == [f"directive 1, {field}"]


def test_defaults_written_out_are_no_change() -> None:
    was = directive("1", TOPICS[0])
    now = directive("1", TOPICS[0], level_2="-", unnumbered=False)
    assert all_told(plan(was), plan(now)) == []


def test_an_added_row_has_its_report_with_it() -> None:
    report = [{"text": "The following was sent:", "deliverables": ["SG5-LS4", "SG5-LS5"]}]
    was = directive("1", "Ask", row("1.1", TOPICS[0]))
    now = directive("1", "Ask", row("1.1", TOPICS[0]), row("1.2", TOPICS[1], report=report))
    (item,) = changed(plan(was), plan(now)).items
    assert [one.what for one in item.texts] == ["added"]
    assert [one.what for one in item.deliverables] == ["added"] * 2
    (item,) = changed(plan(now), plan(was)).items
    assert [one.what for one in item.texts] == ["removed"]
    assert [one.what for one in item.deliverables] == ["removed"] * 2


def test_a_large_plan_of_like_rows_is_matched() -> None:
    def rows(first: int, last: int, shift: int) -> list[Data]:
        return [
            directive(str(at + shift), f"Directive on subject {at} of {at * 7919 % 1009}")
            for at in range(first, last)
        ]

    was, now = rows(1, 1500, 0), rows(1, 1500, 3)
    change = changed(plan(*was), plan(*now))
    assert len(change.items) == 2 * 1499
    assert all(item.only_renumbered for item in change.items)
    assert change.unchanged == 1499


def test_what_is_gone_stands_where_it_stood() -> None:
    first, last = row("1.1", TOPICS[0]), row("4.1", TOPICS[1])
    was = plan(
        directive("1", "Ask", first, row("1.2", TOPICS[2]), row("1.3", TOPICS[3])),
        directive("2", "Want", row("2", TOPICS[4])),
        directive("4", "Give", last),
    )
    now = plan(
        directive("1", "Ask", first, row("1.4", "Draft a handbook")),
        directive("4", "Give", last, row("4.2", "Write software")),
    )
    assert all_told(was, now) == [
        "activity 1.2 removed",
        "activity 1.3 removed",
        "activity 1.4 added",
        "directive 2 removed",
        "activity 2 removed",
        "activity 4.2 added",
    ]
