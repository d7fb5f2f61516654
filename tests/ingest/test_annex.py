"""The rows of a table as plan data: IDs, references, status, and each choice that is said."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.ingest.annex import Reading, read
from planctl.ingest.document import Grid, Line
from planctl.ingest.tables import find
from planctl.plan.model import Plan, plan_from
from planctl.publish.table import Run
from tests.ingest.pages import HEADS, Text, grid, line, page, row


def reading(
    *rows: list[Text], heads: tuple[str, ...] = HEADS, known: Plan | None = None
) -> Reading:
    (table,), _ = find(page(grid(*rows, heads=heads)))
    return read(table, known, "ITU-T SG12")


def ids(*rows: list[Text], known: Plan | None = None) -> list[tuple[str, list[str]]]:
    """The IDs of the directives, with those of their activities."""
    return [
        (one["id"], [activity["id"] for activity in one["activities"]])
        for one in reading(*rows, known=known).directives
    ]


def said(*rows: list[Text]) -> list[str]:
    return [str(one) for one in reading(*rows).remarks]


def one(**cells: Any) -> dict[str, Any]:
    """The activity of a row with these cells."""
    (directive,) = reading(row(**cells)).directives
    (activity,) = directive["activities"]
    return dict(activity)


def test_a_row_is_a_directive_with_its_activity() -> None:
    assert reading(row("1", "-", "Sent:")).directives == [
        {
            "id": "1",
            "text": "Directive 1",
            "references": "Resolves 1",
            "activities": [
                {
                    "id": "1",
                    "text": "Activity 1 -",
                    "responsible": ["ITU-T SG12"],
                    "time_plan": "2021",
                    "status": "ongoing",
                    "report": [{"text": "Sent:"}],
                }
            ],
        }
    ]


def test_rows_of_one_directive() -> None:
    below = {"directives": None, "references": None}
    blank = {"directives": "", "references": ""}
    again = {"directives": "Directive 1", "references": "Resolves 1"}
    for rest in (below, blank, again):
        for level_1 in ("", "1", None):
            rows = [row("1", "1.1"), row(level_1, "1.2", **rest), row("2")]
            assert ids(*rows) == [("1", ["1.1", "1.2"]), ("2", ["2"])]
            assert said(*rows) == []
            assert all(
                "references" not in a for d in reading(*rows).directives for a in d["activities"]
            )


def test_a_row_with_a_reference_of_its_own() -> None:
    rows = [
        row("1", "1.1"),
        row("", "1.2", directives="", references="Resolves 2"),
        row("", "1.3", directives="", references=None),
        row("", "1.4", directives="", references=""),
        row("", "1.5", directives="", references="Resolves 1"),
    ]
    (directive,) = reading(*rows).directives
    assert directive["references"] == "Resolves 1"
    assert [one.get("references") for one in directive["activities"]] == [
        None, "Resolves 2", "Resolves 2", "", None,
    ]  # fmt: skip


def test_level_2_blank_or_a_dash() -> None:
    rows = row("1", ""), row("2", "–"), row("3", "3.1")
    assert [one.get("level_2") for one in reading(*rows).directives] == ["", None, None]
    assert said(*rows) == []


def test_automatic_numbers_and_full_stops() -> None:
    assert ids(row([line("", "1.")], [line("", "1.1.")]), row("2)", "(2.1)")) == [
        ("1", ["1.1"]),
        ("2", ["2.1"]),
    ]


def test_a_single_column_of_ids() -> None:
    heads = ("ID", *HEADS[2:])
    rows = [["1.1", *row()[2:]], ["1.2", *row(directives="")[2:]], ["2", *row("2")[2:]]]
    found = reading(*rows, heads=heads).directives
    assert [[one["id"] for one in d["activities"]] for d in found] == [["1.1", "1.2"], ["2"]]


def test_a_row_without_an_id() -> None:
    rows = row("7"), row("", "", directives="Another", activities="Do"), row("9")
    assert ids(*rows) == [("7", ["7"]), ("10", ["10"]), ("9", ["9"])]
    assert reading(*rows).directives[1]["unnumbered"] is True
    assert said(*rows) == [
        "table 1, row 3: it has no ID; it is 10 in the plan, and the table prints none for it"
    ]


def test_a_further_row_without_an_id_of_its_own() -> None:
    rows = row("7", "7.1"), row("", "", directives="", activities="Do")
    assert ids(*rows) == [("7", ["7.1", "7.2"])]
    assert said(*rows) == ["table 1, row 3: it has no ID of its own; it was given 7.2"]


@pytest.mark.parametrize(
    ("rows", "found", "told"),
    [
        (
            [row("1", "1.1"), row("", "1.1", directives="")],
            [("1", ["1.1", "1.2"])],
            "the ID 1.1 stands in row 2 of table 1 too; this row was given 1.2",
        ),
        (
            [row("1"), row("1", directives="Another")],
            [("1", ["1"]), ("2", ["2"])],
            "the ID 1 stands in row 2 of table 1 too; this one was given 2",
        ),
        (
            [row("1", "2"), row("2")],
            [("1", ["1.1"]), ("2", ["2"])],
            "the ID 2 is that of a directive too; this row was given 1.1",
        ),
        (
            [row("1", "1")],
            [("1", ["1"])],
            "Level 2 says 1 again; it is printed as “-”",
        ),
        (
            [row("1", "n/a")],
            [("1", ["1"])],
            "“n/a” is no ID: digits and letters, with dots between, as in 5.2, or as 95-01",
        ),
        (
            [row("", "3.1", directives="x"), row("4")],
            [("3", ["3.1"]), ("4", ["4"])],
            "it has no ID; it is 3 in the plan",
        ),
    ],
)
def test_ids_that_cannot_be(
    rows: list[list[Text]], found: list[tuple[str, list[str]]], told: str
) -> None:
    assert ids(*rows) == found
    assert [one.partition(": ")[2] for one in said(*rows)] == [told]


def test_a_directive_of_several_rows_has_an_id_in_the_table() -> None:
    rows = row("", "", directives="Another"), row("", "3.2", directives="")
    (directive,) = reading(*rows).directives
    assert (directive["id"], directive["level_2"]) == ("4", "")
    assert "unnumbered" not in directive


def test_the_same_table_read_again_gets_the_same_ids() -> None:
    rows = [
        row("1", "1.1"),
        row("", "1.1", directives="", activities="Twice"),
        row("", "", directives="Another", activities="Do"),
        row("", "", directives="", activities="More"),
    ]
    resolution = {"assembly": "WTSA", "number": 1, "edition": "e", "title": "t"}
    for _ in range(3):
        directives = reading(*rows).directives
        data = {
            "resolution": resolution,
            "lead": "SG5",
            "as_of": "2020-10",
            "directives": directives,
        }
        known = plan_from("wtsa-1", data)
        assert reading(*rows, known=known).directives == directives


def test_a_status_alone_goes_on_with_the_row_above() -> None:
    alone: list[Text] = [*[""] * 7, [line("K.91", "•")]]
    rows = [row("1", status=[line("K.52", "•")]), alone]
    (activity,) = reading(*rows).directives[0]["activities"]
    assert activity["report"] == [{"deliverables": ["K.52", "K.91"]}]
    assert said(*rows) == [
        "table 1, row 3: it has only a status, which was read as the end of row 2"
    ]


def test_a_status_joined_over_two_rows_is_kept_with_the_first() -> None:
    rows = [row("1", "1.1", "Sent"), row(None, "1.2", None, directives=None, activities=None)]
    first, second = reading(*rows).directives[0]["activities"]
    assert (first["report"], "report" in second) == ([{"text": "Sent"}], False)
    assert second["text"] == "Activity 1 1.1"
    assert said(*rows) == ["table 1, row 3: its status is joined to the row above, and kept there"]


@pytest.mark.parametrize(
    ("status", "time_plan", "found", "report", "told"),
    [
        ("Completed", "2021", "completed", None, ""),
        ("completed.", "2021", "completed", [{"text": "completed."}], ""),
        ("Ongoing", "2021", "ongoing", [{"text": "Ongoing"}], ""),
        ("", "Ongoing", "ongoing", None, ""),
        ("Suspended", "Ongoing", "suspended", None, "Time plan says Ongoing, and Status Suspended"),
        (
            "Sent",
            "Completed",
            "ongoing",
            [{"text": "Sent"}],
            "Time plan says Completed, and Status does not",
        ),
        (
            "Completed\nSent",
            "",
            "completed",
            [{"text": "Completed"}, {"text": "Sent"}],
            "Status begins with “Completed”",
        ),
        (
            "Completed in time",
            "",
            "ongoing",
            [{"text": "Completed in time"}],
            "“Completed in time” is none of the words for a status",
        ),
        (
            "Completed. Sent to WHO in May",
            "2021",
            "completed",
            [{"text": "Completed. Sent to WHO in May"}],
            "Status begins with “Completed. Sent to WHO in May”",
        ),
        (
            "Completed (TSAG, January 2021)",
            "Ongoing",
            "completed",
            [{"text": "Completed (TSAG, January 2021)"}],
            "Time plan says Ongoing, and Status Completed",
        ),
        (
            "Completed in May with the workshop of SG5",
            "",
            "ongoing",
            [{"text": "Completed in May with the workshop of SG5"}],
            "“Completed in May with the workshop of…” is none of the words for a status",
        ),
        ("On-going.", "", "ongoing", [{"text": "On-going."}], ""),
        ("Completed work include:", "", "ongoing", [{"text": "Completed work include:"}], ""),
    ],
)
def test_the_status(
    status: str, time_plan: str, found: str, report: list[Any] | None, told: str
) -> None:
    activity = one(status=status, time_plan=time_plan)
    assert (activity["status"], activity.get("report")) == (found, report)
    expected = [f"table 1, row 2: {told}; the status is {found}"] if told else []
    assert said(row(status=status, time_plan=time_plan)) == expected


def test_what_the_report_of_a_plan_begins_with_already_names_no_new_status() -> None:
    rows = [row("1", status="Completed: the first part", time_plan="2021")]
    directives = reading(*rows).directives
    directives[0]["activities"][0]["status"] = "ongoing"
    resolution = {"assembly": "WTSA", "number": 95, "edition": "x", "title": "x"}
    data = {"resolution": resolution, "lead": "TSB", "as_of": "2020-10", "directives": directives}
    found = reading(*rows, known=plan_from("wtsa-95", data))
    assert (found.directives, found.remarks) == (directives, [])


def test_the_status_in_a_column_of_its_own() -> None:
    heads = (*HEADS[:7], "Status", "Status (October 2020)")
    rows = [[*row("1")[:7], "Completed", "Sent"], [*row("2")[:7], "Suspended", ""]]
    found = reading(*rows, heads=heads)
    assert [d["activities"][0]["status"] for d in found.directives] == ["completed", "suspended"]
    assert [str(one) for one in found.remarks] == [
        "table 1, row 3: its report is empty, and prints Suspended"
    ]


@pytest.mark.parametrize(
    ("cell", "entries"),
    [
        ("ITU-T SG5\n(Q3/5)", ["ITU-T SG5 (Q3/5)"]),
        ("ITU-T SG5; WHO", ["ITU-T SG5", "WHO"]),
        ("ITU-T SG5; ; WHO", ["ITU-T SG5; ; WHO"]),
        ("ITU-T SG5;", ["ITU-T SG5;"]),
        ("TSAG\n\nWHO", ["TSAG\nWHO"]),
        ("ITU-T SG5\n(Q3/5)\nITU-R\nSG1 and\nSG6", ["ITU-T SG5 (Q3/5)\nITU-R SG1 and SG6"]),
        ("ITU-T SG5\nWorld Health\nOrganization", ["ITU-T SG5\nWorld Health Organization"]),
        ("Director of\nTSB\nAll study\ngroups", ["Director of TSB\nAll study groups"]),
    ],
)
def test_who_is_responsible(cell: str, entries: list[str]) -> None:
    assert one(responsibilities=cell)["responsible"] == entries


def test_nobody_responsible() -> None:
    assert one(responsibilities="")["responsible"] == ["ITU-T SG12"]
    assert said(row(responsibilities="")) == [
        "table 1, row 2: nobody is responsible; ITU-T SG12 was put in"
    ]


FURTHER = ("Due", "Priority", "Decided by", "Status since")


def test_further_columns() -> None:
    heads = (*HEADS[:7], *FURTHER, HEADS[7])
    rows = (
        [*row("1")[:7], "2021-03", "High", "TSAG-2019-09, TSAG-TD500", "May 2019", ""],
        [*row("2")[:7], "", "soon", "TSAG-TD500, WTSA-20", "last year", ""],
        [*row("3")[:7], "", "", "the Council", "2019", ""],
    )
    found = reading(*rows, heads=heads)
    first, second, third = (one["activities"][0] for one in found.directives)
    assert (first["due"], first["priority"]) == ("2021-03", "high")
    assert first["decided_by"] == {"meeting": "TSAG-2019-09", "document": "TSAG-TD500"}
    assert first["status_since"] == "2019-05"
    assert second.keys().isdisjoint({"due", "priority", "status_since"})
    assert list(second["decided_by"].items()) == [
        ("document", "TSAG-TD500"),
        ("meeting", "WTSA-20"),
    ]
    assert (third["decided_by"], third["status_since"]) == ({"document": "the Council"}, 2019)
    assert [str(one) for one in found.remarks] == [
        "table 1, row 2: Status since says “May 2019”, which is kept as 2019-05",
        "table 1, row 3: “soon” is no priority (high, medium, low); it was not read",
        "table 1, row 3: “last year” is no date; it was not read",
    ]
    assert [entry.chosen for entry in found.entries] == [
        {"status_since"},
        {"priority", "status_since"},
        set(),
    ]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("on 03/04/2020", True),
        ("3.4.2020", True),
        ("13/04/2020", False),
        ("04/04/2020", False),
        ("1/03/04/2020", False),
    ],
)
def test_a_date_that_could_be_two(text: str, doubtful: bool) -> None:
    for cells in ({"status": text}, {"time_plan": text}):
        told = [one for one in said(row(**cells)) if "the day or the month first" in one]
        assert bool(told) is doubtful


def test_a_link_that_no_bullet_keeps_is_said() -> None:
    def led(text: str, *hrefs: str, label: str = "") -> list[Line]:
        return [Line(tuple(Run(text, href) for href in hrefs), label)]

    at, here = "https://itu.int/a?x=1", "https://www.itu.int/pub/"
    rows: list[list[Text]] = [
        row("1", "-", [*led("here", at), *led("www.itu.int/pub", here)], activities=led("Do", at)),
        row("2", "-", led("K.52", at, label="•")),
        row("3", "-", led("Both", at, here, label="•")),
        [*[""] * 7, led("more", at)],
    ]
    told = "which only a bullet of its own can keep; planctl link puts it into the plan"
    assert said(*rows)[1:] == [
        f"table 1, row 2: Activities leads to {at}, {told}",
        f"table 1, row 2: Status leads to {at}, {told}",
        f"table 1, row 4: Status leads to {at}, {told}",
        f"table 1, row 4: Status leads to {here}, {told}",
    ]
    activity = {**one(), "id": "1", "report": [{"text": "here", "deliverables": [{"url": at}]}]}
    directive = {"id": "1", "text": "x", "references": "", "activities": [activity]}
    resolution = {"assembly": "WTSA", "number": 95, "edition": "x", "title": "x"}
    data = {"resolution": resolution, "lead": "TSB", "as_of": "2020-10", "directives": [directive]}
    found = reading(rows[0], known=plan_from("wtsa-95", data))
    assert found.remarks == []


def test_bullets_kept_as_text() -> None:
    bullets = [line(text, "•") for text in ("K.52", "Something", "https://itu.int/x")]
    found = reading(row(status=[line("Done:"), *bullets, line("or other", "–", 1)]))
    assert [tuple(one) for one in found.kept] == [("1", "Something"), ("1", "or other")]


def test_a_table_without_directives() -> None:
    heads = ("Level 1", "Activities", "Responsibilities", "Time plan", "Status")
    rows: list[list[Text]] = [["1", "Do", "TSB", "2021", ""], ["2", "More", "TSB", "2021", ""]]
    found = reading(*rows, heads=heads).directives
    assert [(one["id"], one["text"], len(one["activities"])) for one in found] == [
        ("1", "Do", 1),
        ("2", "More", 1),
    ]


def test_french_words_for_the_status() -> None:
    heads = (
        *("Niveau 1", "Niveau 2", "Directives", "Références", "Activités"),
        *("Responsabilités", "Calendrier", "État d'avancement (octobre 2020)"),
    )
    (table,), _ = find(page(Grid(grid(row(status="Achevé"), heads=heads).rows)))
    (directive,) = read(table, None, "").directives
    assert directive["activities"][0]["status"] == "completed"
    assert "report" not in directive["activities"][0]
