"""Plans, their own fields, and references that follow numbers."""

from __future__ import annotations

from typing import Any

from planctl.plan.model import Plan
from planctl.review.compare.changes import FieldChange
from planctl.review.compare.plans import compare
from tests.review.compare.example import all_told, changed, directive, plan, row


def keys(was: list[Plan], now: list[Plan]) -> list[tuple[str | None, str | None]]:
    return [(one.was and one.was.key, one.now and one.now.key) for one in compare(was, now)]


def test_equal_plans_are_left_out() -> None:
    one, two = plan(directive("1", "Ask")), plan(directive("1", "Want"), key="wtsa-79")
    assert compare([one, two], [two, one]) == ()


def test_added_and_removed_plans() -> None:
    one, two = plan(directive("1", "Ask")), plan(directive("1", "Give them"), key="wtsa-79")
    assert keys([one], [two]) == [(None, "wtsa-79"), ("wtsa-73", None)]
    assert changed(one, one._replace(lead="", data={**one.data, "lead": "TSAG"})).fields == (
        FieldChange("lead", "ITU-T SG5", "TSAG"),
    )


def test_a_file_with_another_name() -> None:
    was = plan(directive("1", "Ask"))
    now = was._replace(key="resolution-73")
    change = changed(was, now)
    assert (change.renamed, change.items, change.fields) == (True, (), ())


def test_a_plan_for_a_resolution_with_another_number_is_known_by_its_content() -> None:
    was = plan(directive("1", "Raise awareness"), directive("2", "Measure exposure"))
    now = plan(
        directive("1", "Raise awareness"),
        directive("2", "Measure exposure"),
        key="wtsa-97",
    )
    change = changed(was, now)
    assert change.fields == (FieldChange("number", 73, 97),)
    assert change.renamed


def test_fields_of_a_plan() -> None:
    was = plan(directive("1", "Ask"), resolution={"url": "https://example.org/1"})
    now = plan(
        directive("1", "Ask"),
        resolution={"edition": "Rev. Geneva, 2022", "title": "Environment  "},
        as_of="2021-01",
        notes="Ask BDT",
    )
    assert changed(was, now).fields == (
        FieldChange("edition", "Geneva, 2000", "Rev. Geneva, 2022"),
        FieldChange("url", "https://example.org/1", None),
        FieldChange("as_of", "2020-10", "2021-01"),
        FieldChange("notes", None, "Ask BDT"),
    )
    assert changed(was, now).unchanged == 1


def test_clauses_one_by_one() -> None:
    def clause(number: str, text: str) -> dict[str, str]:
        return {"block": "resolves", "number": number, "text": text}

    first, second = clause("1", "to raise awareness"), clause("2", "to assist countries")
    new, moved = clause("2", "to measure exposure"), clause("3", "to assist countries")
    was, now = (
        plan(directive("1", "Ask"), clauses=each) for each in ([first, second], [first, new, moved])
    )
    assert changed(was, now).fields == (
        FieldChange("clauses", None, new),
        FieldChange("clauses", second, moved),
    )
    assert changed(now, was).fields == (
        FieldChange("clauses", moved, second),
        FieldChange("clauses", new, None),
    )
    kept = plan(directive("1", "Ask"), clauses=[first, {**second, "formerly": "3"}])
    assert compare([was], [kept]) == ()


def test_text_in_the_language_of_the_plan() -> None:
    was = plan(directive("1", "Faire"), language="fr")
    now = plan(directive("1", "Faire"), language="fr")
    now.data["directives"][0]["text"] = {"fr": "Faire"}
    assert compare([was], [plan(*now.data["directives"], language="fr")]) == ()


def reporting(*blocks: dict[str, Any]) -> dict[str, Any]:
    return directive("1", "Ask", row("1", "Ask how", report=list(blocks)))


def with_new_numbers(*blocks: dict[str, Any], key: str = "wtsa-73") -> Plan:
    """Directive 2 has become 3, and 3 is 2 now; 1 reports what is given."""
    return plan(
        reporting(*blocks), directive("2", "Measure it"), directive("3", "Train them"), key=key
    )


def with_old_numbers(*blocks: dict[str, Any], key: str = "wtsa-73") -> Plan:
    return plan(
        reporting(*blocks), directive("2", "Train them"), directive("3", "Measure it"), key=key
    )


RENUMBERED = ["directive 3 → 2", "activity 3 → 2", "directive 2 → 3", "activity 2 → 3"]


def test_a_reference_that_follows_is_no_change() -> None:
    was = with_old_numbers({"see": ["2"]}, {"text": "As said, see point 3."})
    now = with_new_numbers({"see": ["3"]}, {"text": "As said, see point 2."})
    assert all_told(was, now) == RENUMBERED
    assert all_told(now, was) == RENUMBERED


def test_a_reference_that_did_not_follow_says_what_it_said() -> None:
    was, now = with_old_numbers({"see": ["2"]}), with_new_numbers({"see": ["2"]})
    assert all_told(was, now) == RENUMBERED


def test_a_reference_that_leads_elsewhere_now_is_a_change() -> None:
    was = with_old_numbers({"see": ["2"]}, {"text": "Yes"})
    now = with_new_numbers({"see": ["1"]}, {"text": "Yes"})
    assert all_told(was, now) == ["activity 1, report changed", *RENUMBERED]


def test_what_changed_beside_a_reference_is_told_as_it_was_written() -> None:
    was = with_old_numbers({"see": ["2"]}, {"text": "In 2018, see point 3"})
    now = with_new_numbers({"see": ["3"]}, {"text": "In 2019, see point 2"})
    (change,) = next(one.texts for one in changed(was, now).items if one.texts)
    assert change == ("In 2018, see point 3", "In 2019, see point 2")


def test_references_across_plans_follow() -> None:
    title = "See point 2 of the action plan for Resolution 73"
    was = plan(reporting({"see": ["73/2"], "deliverables": [title]}), key="wtsa-79")
    now = plan(
        reporting({"see": ["wtsa-73/3"], "deliverables": [title.replace("2", "3", 1)]}),
        key="wtsa-79",
    )
    changes = compare([was, with_old_numbers()], [now, with_new_numbers()])
    assert [one.plan.key for one in changes] == ["wtsa-73"]
