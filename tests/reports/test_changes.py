"""The list of changes: what was and what is."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.model import Plan, plan_from
from planctl.publish.languages import WORDINGS
from planctl.publish.table import Cell
from planctl.reports.changes import annex
from planctl.review.compare.changes import PlanChange
from planctl.review.compare.plans import compare


def plan(*rows: dict[str, Any], **fields: Any) -> Plan:
    resolution = {"assembly": "WTSA", "number": 73, "edition": "Rev. X", "title": "Climate"}
    directive = {"id": "5", "text": "Identify", "references": "Resolves (1)"}
    whole = {
        "resolution": resolution,
        "lead": "ITU-T SG5",
        "as_of": "2020-10",
        **fields,
        "directives": [{**directive, "activities": list(rows)}],
    }
    return plan_from("wtsa-73", whole)


def row(item: str, **fields: Any) -> dict[str, Any]:
    usual = {"text": f"Do {item}", "responsible": ["WHO"], "time_plan": "2021"}
    return {"id": item, **usual, "status": "ongoing", **fields}


def changes(was: Plan | None, now: Plan | None) -> list[list[str]]:
    """The table, with the signs of what is marked in it."""
    found = compare([was] if was else [], [now] if now else [])
    [one] = found or [PlanChange(was, now)]
    return [[_text(cell) for cell in line] for line in annex(one, "TSAG-2020-09").rows]


def _text(cell: Cell) -> str:
    signs = {"": "{}", "inserted": "{{+{}+}}", "deleted": "[-{}-]"}
    return "\n".join(
        ("* " if part.kind == "bullet" else "")
        + "".join(signs[run.mark].format(run.text) for run in part.runs)
        for part in cell.paragraphs
    )


def test_words_that_changed_are_marked_where_others_did_not() -> None:
    assert changes(
        plan(row("5.1", text="Share best practices", status="ongoing")),
        plan(row("5.1", text="Share green practices", status="completed", time_plan="2022")),
    ) == [
        ["5.1\nText", "Share [-best-] practices", "Share {+green+} practices"],
        ["5.1\nTime plan", "2021", "2022"],
        ["5.1\nStatus", "Ongoing", "Completed"],
    ]


def test_deliverables_that_were_added_are_one_row() -> None:
    report = [{"text": "Done:", "deliverables": ["K.52", "K.61"]}]
    more = [{"text": "Done:", "deliverables": ["K.52", "K.91", "K.100"]}]
    assert changes(plan(row("5.1", report=report)), plan(row("5.1", report=more))) == [
        ["5.1\nDeliverable removed", "* K.61", ""],
        ["5.1\nDeliverables added", "", "* K.91\n* K.100"],
    ]


def test_items_that_are_new_or_gone_have_what_they_say() -> None:
    assert changes(
        plan(row("5.1"), row("5.2", text="Ask WHO", report=[{"text": "Nothing yet"}])),
        plan(row("5.1"), row("5.3", text="Hold a workshop in Geneva")),
    ) == [
        [
            "5.2\nActivity removed",
            "Ask WHO\nResponsible: WHO\nTime plan: 2021\nStatus: Ongoing\nNothing yet",
            "",
        ],
        [
            "5.3\nActivity added",
            "",
            "Hold a workshop in Geneva\nResponsible: WHO\nTime plan: 2021\nStatus: Ongoing",
        ],
    ]


def test_another_number_is_a_change() -> None:
    assert changes(plan(row("5.1"), row("5.2")), plan(row("5.1"), row("5.4", text="Do 5.2"))) == [
        ["5.4\nNumber", "5.2", "5.4"]
    ]


def test_what_is_for_the_secretariat_alone_is_left_out() -> None:
    was = plan(row("5.1"))
    now = plan(row("5.1", notes="Ask again", last_reviewed="2021-01-11"), notes="Draft")
    assert changes(was, now) == [["Plan\nUnchanged", "", ""]]


def test_a_plan_that_is_new_gone_or_unchanged_is_one_row() -> None:
    whole = plan(row("5.1"), row("5.2"))
    assert changes(None, whole) == [["Plan\nAdded", "", "A plan with 2 activities"]]
    assert changes(whole, None) == [["Plan\nRemoved", "A plan with 2 activities", ""]]
    assert changes(whole, whole) == [["Plan\nUnchanged", "", ""]]


def test_the_heading_names_the_plan_and_the_meeting() -> None:
    made = annex(PlanChange(None, plan(row("5.1"))), "TSAG-2020-09")
    assert made.heading == (
        "Changes since TSAG-2020-09 in the action plan for WTSA Resolution 73:",
        "Climate",
    )


def test_a_list_in_another_language() -> None:
    title = {"en": "Climate", "fr": "Climat"}
    resolution = {"assembly": "WTSA", "number": 73, "edition": "Rev. X", "title": title}
    event = {"kind": "event", "title": "Forum", "date": "2021-03-01"}
    was = plan(row("5.1", text={"en": "Share", "fr": "Partager"}), resolution=resolution)
    done = row("5.1", status="completed", report=[{"text": "Fait:", "deliverables": [event]}])
    now = plan(done, row("5.2"), resolution=resolution, as_of="2021-01")
    [change] = compare([was], [now])
    made = annex(change, "TSAG-2020-09", "fr")
    assert made.heading == (
        "Modifications depuis TSAG-2020-09 du plan d'action pour la Résolution 73 de l'AMNT:",
        "Climat",
    )
    assert [column.heading for column in made.columns] == [("Point",), ("Avant",), ("Maintenant",)]
    texts = [[_text(cell) for cell in line] for line in made.rows]
    assert texts[0] == ["Plan\nDate de l'état", "octobre 2020", "janvier 2021"]
    assert ["5.1\nÉtat d'avancement", "En cours", "Achevé"] in texts
    assert ["5.1\nRésultat ajouté", "", "* Forum (1er mars 2021)"] in texts
    assert texts[-1][0] == "5.2\nActivité ajoutée"
    assert "Calendrier: 2021\nÉtat d'avancement: En cours" in texts[-1][2]


@pytest.mark.parametrize("language", sorted(WORDINGS))
def test_every_language_has_the_words_of_a_list(language: str) -> None:
    [change] = compare([plan(row("5.1"), row("5.3"))], [plan(row("5.2", text="Ask WHO"))])
    made = annex(change, "TSAG-2020-09", language)
    assert made.right_to_left is (language == "ar")
    assert "TSAG-2020-09" in made.title
    heads = {column.heading[0] for column in made.columns}
    assert len(heads) == 3
    if language != "en":
        assert not heads & {"Item", "Was", "Is"}
        assert not any("added" in _text(cell) for line in made.rows for cell in line)
