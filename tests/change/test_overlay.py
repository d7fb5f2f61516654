"""A table laid over a plan: what prints the same stays, and so does what no table shows."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from planctl.change.overlay import Shown, overlay

COLUMNS = (
    *("level1", "level2", "directives", "references", "activities", "responsibilities"),
    *("time_plan", "status"),
)
PLAN: dict[str, Any] = {
    "resolution": {"assembly": "WTSA", "number": 1, "edition": "Geneva, 2000", "title": "It"},
    "lead": "SG5",
    "as_of": "2020-10",
    "notes": "for us",
    "directives": [
        {
            "id": "1",
            "text": {"en": "Publish", "fr": "Publier"},
            "references": "Resolves 1",
            "notes": "asked",
            "activities": [
                {
                    "id": "1.1",
                    "text": "Publish  it",
                    "responsible": ["ITU-T SG5 (Q3/5)"],
                    "time_plan": "Ongoing",
                    "status": "completed",
                    "status_since": 2019,
                    "due": "2021-01",
                    "report": [
                        {
                            "text": "Sent:",
                            "deliverables": [
                                {"ref": "K.52", "url": "https://itu.int/k52", "date": "2018-01"},
                                {
                                    "ref": "SG5-LS4",
                                    "title": "LS on it",
                                    "kind": "liaison-statement",
                                },
                                "K.91",
                            ],
                        },
                        {"year": 2019, "deliverables": [{"title": "Forum", "kind": "forum"}]},
                    ],
                },
                {
                    "id": "1.2",
                    "text": "More",
                    "references": "Resolves 2",
                    "responsible": ["TSB"],
                    "time_plan": "2021",
                    "status": "ongoing",
                },
            ],
        },
        {"id": "2", "text": "Report", "references": "", "activities": []},
    ],
}


def table(**changes: Any) -> dict[str, Any]:
    """The plan as a table alone would make it, with other values in the row 1.1."""
    row: dict[str, Any] = {
        "id": "1.1",
        "text": "Publish it",
        "responsible": ["ITU-T SG5 (Q3/5)"],
        "time_plan": "Ongoing",
        "status": "ongoing",
        "report": [
            {"text": "Sent:", "deliverables": ["K.52 (01/2018)", "SG5-LS4 - LS on it", "K.91"]},
            {"text": "2019:", "deliverables": ["Forum"]},
        ],
        **changes,
    }
    more = PLAN["directives"][0]["activities"][1]
    directive = {
        "id": "1",
        "text": "Publish",
        "references": "Resolves 1",
        "activities": [row, more],
    }
    data = {key: value for key, value in PLAN.items() if key != "notes"}
    return deepcopy({**data, "directives": [directive, PLAN["directives"][1]]})


def laid(new: dict[str, Any], *states: str, drop: bool = False, columns: Any = COLUMNS) -> Any:
    return overlay(PLAN, new, Shown(columns, states, "en"), drop=drop).data


def first(data: dict[str, Any]) -> dict[str, Any]:
    return dict(data["directives"][0]["activities"][0])


OLD = PLAN["directives"][0]["activities"][0]


def test_a_table_that_prints_the_same_changes_nothing() -> None:
    before = deepcopy(PLAN)
    found = overlay(PLAN, table(), Shown(COLUMNS, (), "en"))
    assert found == (before, [])
    assert before == PLAN


def test_a_bullet_leads_where_it_leads_in_the_table() -> None:
    sent = [
        {"ref": "K.52", "date": "2018-01", "url": "https://itu.int/k%35%32/"},
        {"ref": "SG5-LS4", "title": "LS on it", "url": "https://itu.int/ls"},
        {"ref": "K.91", "url": "https://itu.int/k91"},
    ]
    second = {"title": "Forum", "items": [{"title": "Day 1", "url": "https://itu.int/1"}]}
    report = [{"text": "Sent:", "deliverables": sent}, {"year": 2019, "deliverables": [second]}]
    found = first(laid(table(report=report)))["report"]
    assert found[0]["deliverables"] == [
        OLD["report"][0]["deliverables"][0],
        {**sent[1], "kind": "liaison-statement"},
        sent[2],
    ]
    assert found[1]["deliverables"] == [second]
    again = deepcopy(PLAN)
    again["directives"][0]["activities"][0]["report"] = found
    second["items"] = [{"title": "Day 1", "url": "https://itu.int/2"}]
    after = overlay(again, table(report=report), Shown(COLUMNS, (), "en")).data
    assert first(after)["report"][1]["deliverables"] == [second]


def test_of_lines_that_are_the_same_the_one_stays_that_leads_there() -> None:
    twins = [{"title": "here", "url": f"https://itu.int/{n}", "date": "2019"} for n in (1, 2)]
    shown = [{**one, "text": "here"} for one in twins]
    for data in twins:
        data["note"] = data["text"] = "here"
    plan = deepcopy(PLAN)
    plan["directives"][0]["activities"][0]["report"] = [{"year": 2019, "deliverables": twins}]
    new = table(report=[{"year": 2019, "deliverables": shown[1:]}])
    found = overlay(plan, new, Shown(COLUMNS, (), "en")).data
    assert first(found)["report"][0]["deliverables"] == twins[1:]


def test_a_text_that_differs_is_the_tables() -> None:
    changed = laid(table(text="Publish more"))
    assert first(changed) == {**OLD, "text": "Publish more"}
    new = table()
    new["directives"][0]["text"] = "Publish all"
    assert laid(new)["directives"][0]["text"] == {"en": "Publish all", "fr": "Publier"}


def test_further_columns_say_what_they_have() -> None:
    decided = {"document": "TD1", "meeting": "TSAG-2019-09"}
    often = {"en": "Every year", "fr": "Chaque année"}
    plan = deepcopy(PLAN)
    plan["directives"][0]["activities"][0] |= {"decided_by": decided, "recurrence": often}
    shown = Shown((*COLUMNS, "due", "decided_by", "recurrence"), (), "en")

    def changed(**cells: Any) -> dict[str, Any]:
        return first(overlay(plan, table(**cells), shown).data)

    same = changed(due="2021-01", decided_by=dict(decided), recurrence="Every  year")
    assert same == first(plan)
    kept = shown._replace(unread={("1.1", "due")})
    assert first(overlay(plan, table(), kept).data)["due"] == "2021-01"
    assert "due" not in changed(decided_by=decided, recurrence="Every year")
    other = changed(due="2022", decided_by={"document": "TD2"}, recurrence="Each May")
    assert (other["due"], other["decided_by"]) == ("2022", {"document": "TD2"})
    assert other["recurrence"] == {"en": "Each May", "fr": "Chaque année"}


@pytest.mark.parametrize(
    ("columns", "changes"),
    [
        (("activities",), {"text": "x"}),
        (("responsibilities",), {"responsible": ["WHO"]}),
        (("time_plan",), {"time_plan": "2022"}),
    ],
)
def test_only_what_the_table_shows_is_changed(
    columns: tuple[str, ...], changes: dict[str, Any]
) -> None:
    other = {"text": "x", "responsible": ["WHO"], "time_plan": "2022", "report": []}
    assert first(laid(table(**other), columns=columns)) == {**OLD, **changes}


def test_the_status_is_changed_only_where_the_table_names_it() -> None:
    assert first(laid(table()))["status"] == "completed"
    assert first(laid(table(status="suspended"), "1.1"))["status"] == "suspended"


def test_a_report_that_is_gone_leaves_no_word_to_be_printed() -> None:
    changed = first(laid(table(report=[])))
    assert "report" not in changed
    assert changed["status"] == "ongoing"


def test_deliverables_that_print_the_same_keep_what_is_known() -> None:
    report = [
        {"text": "Sent:", "deliverables": ["SG5-LS4 - LS on it", "L.1", "K.52 (01/2018)"]},
        {"text": "And:", "deliverables": ["K.91", "K.91"]},
    ]
    known = OLD["report"][0]["deliverables"]
    assert first(laid(table(report=report)))["report"] == [
        {"text": "Sent:", "deliverables": [known[1], "L.1", known[0]]},
        {"text": "And:", "deliverables": ["K.91", "K.91"]},
    ]


def test_a_document_whose_line_changed_keeps_what_is_not_printed() -> None:
    report = [{"text": "Sent:", "deliverables": [{"ref": "K.52", "title": "Guidance"}]}]
    (block,) = first(laid(table(report=report)))["report"]
    assert block["deliverables"] == [
        {"ref": "K.52", "title": "Guidance", "url": "https://itu.int/k52"}
    ]


def test_a_block_that_begins_as_before_stays_what_it_was() -> None:
    report = [{"text": "2019:", "deliverables": ["Forum", "Other"]}]
    (block,) = first(laid(table(report=report)))["report"]
    assert block == {"year": 2019, "deliverables": [{"title": "Forum", "kind": "forum"}, "Other"]}


def test_references() -> None:
    new = table()
    new["directives"][0]["activities"][1]["references"] = "Resolves 3"
    assert laid(new)["directives"][0]["activities"][1]["references"] == "Resolves 3"
    del new["directives"][0]["activities"][1]["references"]
    assert "references" not in laid(new)["directives"][0]["activities"][1]
    new["directives"][0]["activities"][0]["references"] = "Own"
    assert list(first(laid(new)))[:4] == ["id", "text", "references", "responsible"]


def test_rows_that_the_table_lacks_stay_or_go() -> None:
    new = table()
    new["directives"] = [
        {**new["directives"][0], "activities": new["directives"][0]["activities"][1:]}
    ]
    found = overlay(PLAN, new, Shown(COLUMNS, (), "en"))
    assert found == (PLAN, ["2", "1.1"])
    dropped = laid(new, drop=True)
    assert [one["id"] for one in dropped["directives"]] == ["1"]
    assert [one["id"] for one in dropped["directives"][0]["activities"]] == ["1.2"]


def test_rows_stay_where_they_stood_between_others() -> None:
    plan = deepcopy(PLAN)
    plan["directives"] = [
        {"id": str(number), "text": "", "references": "", "activities": []}
        for number in range(1, 6)
    ]
    new = deepcopy(plan)
    new["directives"] = [new["directives"][at] for at in (3, 1)]
    new["directives"].append({"id": "9", "text": "", "references": "", "activities": []})
    found = overlay(plan, new, Shown(COLUMNS, (), "en"))
    assert [one["id"] for one in found.data["directives"]] == ["1", "4", "5", "2", "3", "9"]


def test_an_activity_under_another_directive_takes_along_what_is_known() -> None:
    new = table()
    directives = new["directives"]
    moved = directives[0]["activities"].pop(0)
    directives[1]["activities"].append(moved)
    data = laid(new)
    assert data["directives"][1]["activities"] == [OLD]
    assert [one["id"] for one in data["directives"][0]["activities"]] == ["1.2"]


def test_the_head_of_the_plan() -> None:
    new = table()
    new["resolution"] |= {"edition": "Rev. Geneva, 2022", "title": ""}
    changed = laid({**new, "as_of": "2021-01"})
    assert (changed["as_of"], changed["notes"]) == ("2021-01", "for us")
    assert changed["resolution"] == {**PLAN["resolution"], "edition": "Rev. Geneva, 2022"}


def test_further_columns_are_put_where_the_house_has_them() -> None:
    new = table()
    new["directives"][0]["activities"][1] |= {"due": "2022", "priority": "high"}
    activity = laid(new)["directives"][0]["activities"][1]
    assert list(activity)[-3:] == ["status", "due", "priority"]
    new["directives"][0]["activities"][0]["due"] = "2021-01"
    assert first(laid(new)) == OLD
