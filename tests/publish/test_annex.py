"""A plan as the neutral table."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.model import STATUSES, Plan, plan_from
from planctl.publish.annex import COLUMNS, EXTRA, Layout, annex
from planctl.publish.languages import WORDINGS
from planctl.publish.table import Annex, Cell, Column, Paragraph, Run, filled


def rows(*directives: dict[str, Any]) -> list[list[str]]:
    """The cells of the rows, a paragraph a line; "^" for a cell joined to the one above."""
    plan = plan_from(
        "wtsa-1",
        {
            "resolution": {"assembly": "WTSA", "number": 1, "edition": "Rev. X", "title": "Y"},
            "lead": "ITU-T SG5",
            "as_of": "2020-10",
            "directives": list(directives),
        },
    )
    return _shown(annex(plan, 1))


def _shown(table: Annex) -> list[list[str]]:
    return [
        [
            "^" if cell.continues else "\n".join(part.text for part in cell.paragraphs)
            for cell in row
        ]
        for row in table.rows
    ]


def activity(item: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": item,
        "text": "Do",
        "responsible": ["WHO"],
        "time_plan": "Ongoing",
        "status": "ongoing",
        **fields,
    }


def directive(item: str, *activities: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "id": item,
        "text": "Ask",
        "references": "Resolves (1)",
        "activities": list(activities),
        **fields,
    }


def test_a_directive_stands_once_beside_its_activities() -> None:
    assert rows(directive("1", activity("1.1"), activity("1.2", references="Resolves (2)"))) == [
        ["1", "1.1", "Ask", "Resolves (1)", "Do", "WHO", "Ongoing", ""],
        ["^", "1.2", "^", "Resolves (2)", "Do", "WHO", "Ongoing", ""],
    ]


def test_an_activity_after_one_with_its_own_reference_prints_the_directives_again() -> None:
    first = activity("1.1", references="Resolves (2)")
    assert [row[3] for row in rows(directive("1", first, activity("1.2")))] == [
        "Resolves (2)",
        "Resolves (1)",
    ]


def test_a_single_activity_without_a_number_prints_a_dash_or_nothing() -> None:
    assert [row[:2] for row in rows(directive("1", activity("1")))] == [["1", "-"]]
    assert [row[:2] for row in rows(directive("1", activity("1"), level_2=""))] == [["1", ""]]


def test_an_unnumbered_directive_prints_no_ids() -> None:
    assert [row[:2] for row in rows(directive("9", activity("9"), unnumbered=True))] == [["", ""]]


def test_a_directive_without_activities_is_a_row_all_the_same() -> None:
    assert rows(directive("1")) == [["1", "-", "Ask", "Resolves (1)", "", "", "", ""]]


@pytest.mark.parametrize(
    ("status", "printed"),
    [
        ("ongoing", ""),
        ("completed", "Completed"),
        ("not-started", "Not started"),
        ("suspended", "Suspended"),
        ("superseded", "Superseded"),
    ],
)
def test_without_a_report_the_status_is_printed(status: str, printed: str) -> None:
    [row] = rows(directive("1", activity("1", status=status)))
    assert row[7] == printed


def test_a_report_is_printed_instead_of_the_status() -> None:
    report = [{"see": ["3", "79/5"]}, {"year": 2019, "deliverables": ["K.52"]}, {"text": ""}]
    [row] = rows(directive("1", activity("1", status="completed", report=report)))
    assert row[7] == ("See points 3 and 5 of the action plan for Resolution 79\n2019:\nK.52\n")


def test_web_addresses_are_links_without_the_full_stop_after_them() -> None:
    report = [{"text": "See https://itu.int/a(b). Then (https://itu.int/c), and go."}]
    plan = plan_from(
        "wtsa-1",
        {
            "resolution": {"assembly": "WTSA", "number": 1, "edition": "", "title": ""},
            "lead": "",
            "as_of": "2020-10",
            "directives": [directive("1", activity("1", report=report))],
        },
    )
    [paragraph] = annex(plan, 1).rows[0][7].paragraphs
    assert paragraph.runs == (
        Run("See "),
        Run("https://itu.int/a(b)", "https://itu.int/a(b)"),
        Run(". Then ("),
        Run("https://itu.int/c", "https://itu.int/c"),
        Run("), and go."),
    )


def plan_of(*directives: dict[str, Any]) -> Plan:
    return plan_from(
        "wtsa-72",
        {
            "resolution": {
                "assembly": "WTSA",
                "number": 72,
                "edition": {"en": "Rev. X", "fr": "Rév. X"},
                "title": {"en": "Fields", "fr": "Champs"},
            },
            "lead": "ITU-T SG5",
            "as_of": "2020-10",
            "directives": list(directives),
        },
    )


def printed(plan: Plan, layout: Layout) -> list[list[str]]:
    return _shown(annex(plan, 4, layout))


def test_an_annex_in_another_language() -> None:
    see = {"see": ["3.1", "wtsa-79/5"]}
    plan = plan_of(
        directive(
            "1",
            activity("1.1", text={"en": "Do", "fr": "Faire"}, report=[see]),
            activity("1.2", status="completed"),
        )
    )
    shown = annex(plan, 4, Layout(language="fr"))
    assert shown.number == "ANNEXE IV"
    assert shown.heading == (
        "Plan d'action pour la mise en œuvre de la Résolution 72 de l'AMNT (Rév. X):",
        "Champs",
    )
    assert shown.title == "Plan d'action pour la Résolution 72 de l'AMNT: Champs"
    assert [" ".join(column.heading) for column in shown.columns] == [
        *("Niveau 1", "Niveau 2", "Directives", "Références (Rés. 72)", "Activités"),
        "Responsabilités (telles qu'indiquées dans la Résolution)",
        *("Calendrier", "État d'avancement (octobre 2020)"),
    ]
    assert {column.group for column in shown.columns} == {"N°", ""}
    assert printed(plan, Layout(language="fr")) == [
        ["1", "1.1", "Ask", "Resolves (1)", "Faire", "WHO", "En cours",
         "Voir les points 3.1 et 5 du plan d'action pour la Résolution 79"],
        ["^", "1.2", "^", "^", "Do", "WHO", "En cours", "Achevé"],
    ]  # fmt: skip


@pytest.mark.parametrize("language", WORDINGS)
def test_every_language_has_every_word(language: str) -> None:
    wording = WORDINGS[language]
    assert [*wording.columns] == ["id", *COLUMNS[:-1], "status", *EXTRA]
    assert all(wording.columns.values())
    assert len(wording.statuses) == len(STATUSES)
    assert len(set(wording.statuses)) == len(STATUSES)
    assert len(set(wording.months)) == 12
    shown = annex(plan_of(directive("1", activity("1"))), 1, Layout(language=language))
    assert not any("{" in text for text in (shown.number, *shown.heading, shown.title))
    assert "72" in shown.title
    assert wording.right_to_left is (language == "ar")


def test_columns_left_out_and_added() -> None:
    decided = {"meeting": "TSAG-2020-09", "document": "TD880"}
    plan = plan_of(directive("1", activity("1", due="2020-12", decided_by=decided)))
    layout = Layout(without=frozenset(("references", "status")), extra=("due", "decided_by"))
    shown = annex(plan, 1, layout)
    assert [column.key for column in shown.columns] == [
        *("level1", "level2", "directives", "activities", "responsibilities", "time_plan"),
        *("due", "decided_by"),
    ]
    assert printed(plan, layout) == [
        ["1", "-", "Ask", "Do", "WHO", "Ongoing", "2020-12", "TSAG-2020-09, TD880"]
    ]
    assert [*annex(plan, 1, Layout(extra=("due",))).columns[-2:]] == [
        Column("due", ("Due",), EXTRA["due"]),
        Column("status", ("Status", "(October 2020)"), 4111),
    ]


def test_level_1_in_each_row() -> None:
    plan = plan_of(directive("1", activity("1.1"), activity("1.2")))
    assert [row[:3] for row in printed(plan, Layout(repeat_ids=True))] == [
        ["1", "1.1", "Ask"],
        ["1", "1.2", "^"],
    ]


def test_only_some_of_the_activities() -> None:
    plan = plan_of(
        directive("1", activity("1.1", status="completed"), activity("1.2")),
        directive("2", activity("2", status="completed")),
    )
    layout = Layout(shown=lambda one: one.status == "ongoing")
    assert [row[:3] for row in printed(plan, layout)] == [["1", "1.2", "Ask"]]


def test_filled_rows_are_whole() -> None:
    a, b = (Cell((Paragraph((Run(text),)),)) for text in "ab")
    joined = Cell(continues=True)
    assert list(filled([(a, b), (joined, a), (joined, joined), (b, joined)])) == [
        (a, b),
        (a, a),
        (a, a),
        (b, a),
    ]
