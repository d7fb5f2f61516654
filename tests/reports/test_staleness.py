from __future__ import annotations

from planctl.reports import staleness
from planctl.reports.document import Document, Heading, Item, Paragraph, Table, line
from planctl.review.stale.bodies import silent_groups
from tests.review.stale.plans import AS_OF, FRESH, OLD, activity, flagged, listing, plan, see

IDLE = {"wtsa-73/5.2": ["TSAG-2019-09", "TSAG-2020-02", "TSAG-2020-09"]}
ALL = ["All ITU study groups"]
SG5 = ["ITU-T SG5 (Q3/5)"]
LETTERS = plan(79, activity("1", listing("SG5-LS4", year=2017), status="completed"))
PLAN = plan(
    73,
    activity("5.1", OLD, responsible=[*SG5, *ALL]),
    activity("5.2", listing("SG5-LS9"), responsible=ALL),
    activity("5.3", see("9"), responsible=SG5),
    activity("5.4", FRESH, responsible=SG5),
    activity("5.5", responsible=SG5, status="not-started", due="TSAG-2020-02"),
    activity("5.6", FRESH, responsible=["WHO"], due="WHA-74"),
    activity("5.7", listing({"ref": "K.52", "date": "2021-05"}), {"text": "Completed in May 2021"}),
)
FOUND = flagged(PLAN, LETTERS, idle=IDLE)


def lines(document: Document) -> list[str]:
    """The headings, paragraphs and items of a report, and the rows of its tables."""
    told = []
    for part in document:
        if isinstance(part, Table):
            told += [" | ".join(row) for row in (part.heads, *part.rows)]
        else:
            told.append("".join(piece.text for piece in part.line))
    return told


def test_the_report_body_by_body() -> None:
    report = staleness.report(FOUND, [PLAN, LETTERS])
    heads = "Item | Not moved | Newest evidence | Why"
    assert lines(report) == [
        "All ITU study groups: 2 of 2 ongoing activities have not moved, the longest for "
        "3 meetings (TSAG-2019-09)",
        heads,
        "wtsa-73/5.2 | 3 meetings, 15 months | 2017 or later, inferred | unchanged, old-evidence",
        "wtsa-73/5.1 | 25 months | 2018-12-01 | old-evidence",
        "ITU-T SG5: 2 of 3 ongoing activities have not moved, the longest for 25 months; "
        "1 not started is overdue",
        heads,
        "wtsa-73/5.5 |  | none | overdue",
        "wtsa-73/5.3 |  | none | points-nowhere",
        "wtsa-73/5.1 | 25 months | 2018-12-01 | old-evidence",
        "WHO: 1 has a due date that is not known",
        heads,
        "wtsa-73/5.6 | 1 month | 2020-12-01 | due-unknown",
        "In all, 3 of 6 ongoing activities have not moved; 1 not started is overdue; 1 has a due "
        "date that is not known.",
    ]
    assert [type(part) for part in report] == [Heading, Table] * 3 + [Paragraph]


def test_the_report_in_sentences() -> None:
    report = staleness.report(FOUND, [PLAN, LETTERS], why=True)
    items = [part for part in report if isinstance(part, Item)]
    assert lines(tuple(items))[:2] == [
        "wtsa-73/5.2 is Ongoing, and nothing in it has changed since TSAG-2019-09 (3 meetings, "
        "15 months); its newest evidence is of 2017 or later (SG5-LS9), inferred from its number, "
        "42 months ago. Responsible: all ITU study groups.",
        "wtsa-73/5.1 is Ongoing, and its newest evidence is of 2018-12-01 (K.52), 25 months ago. "
        "Responsible: ITU-T SG5 (Q3/5); all ITU study groups.",
    ]
    assert lines(tuple(items))[2] == (
        "wtsa-73/5.5 is Not started, and it was due at TSAG-2020-02, which ended on "
        "14 February 2020. Responsible: ITU-T SG5 (Q3/5)."
    )


def test_the_report_about_who_is_asked_for() -> None:
    report = lines(staleness.report(FOUND, [PLAN], ["Q3/5"]))
    assert [told.partition(":")[0] for told in report if ": " in told] == ["ITU-T SG5"]
    assert (
        report[-1] == "In all, 2 of 3 ongoing activities have not moved; 1 not started is overdue."
    )


def test_nothing_was_found() -> None:
    assert staleness.report([], [plan(72, activity("1", FRESH))]) == (
        Paragraph(line("All that is ongoing has moved (1 ongoing activity).")),
    )


def test_the_rows_of_a_sheet() -> None:
    rows = staleness.sheet(FOUND)
    assert {len(row) for row in rows} == {len(staleness.SHEET_HEADS)}
    assert dict(zip(staleness.SHEET_HEADS, rows[0], strict=True)) == {
        "address": "wtsa-73/5.2",
        "status": "ongoing",
        "responsible": "All ITU study groups",
        "meetings": "3",
        "since": "TSAG-2019-09",
        "months": "15",
        "newest_evidence": "2017",
        "inferred": "yes",
        "evidence": "SG5-LS9",
        "reasons": "unchanged; old-evidence",
        "activity": "T",
    }
    assert rows[1][:6] == ("wtsa-73/5.5", "not-started", "ITU-T SG5 (Q3/5)", "0", "", "")
    assert [len(row) for row in rows if row[0] == "wtsa-73/5.1"] == [11]


def test_the_items_as_json() -> None:
    found = {one["address"]: one for one in staleness.as_json(FOUND)}
    assert found["wtsa-73/5.2"] == {
        "address": "wtsa-73/5.2",
        "status": "ongoing",
        "responsible": ["All ITU study groups"],
        "unchanged_at": ["TSAG-2019-09", "TSAG-2020-02", "TSAG-2020-09"],
        "months": 15,
        "evidence": {
            "address": "wtsa-73/5.2",
            "what": "SG5-LS9",
            "date": "2017",
            "said": "2017 or later",
            "inferred": True,
            "planned": False,
        },
        "reasons": [
            {
                "name": "unchanged",
                "words": "nothing in it has changed since TSAG-2019-09 (3 meetings, 15 months)",
            },
            {
                "name": "old-evidence",
                "words": "its newest evidence is of 2017 or later (SG5-LS9), inferred from its "
                "number, 42 months ago",
            },
        ],
    }
    assert found["wtsa-73/5.3"]["evidence"] is None
    assert found["wtsa-73/5.3"]["months"] is None


def test_cells_for_what_is_planned_undated_or_missing() -> None:
    run = {f"wtsa-72/{at}": ["TSAG-2020-02", "TSAG-2020-09"] for at in (1, 2, 3)}
    planned = listing({"ref": "K.52", "date": "2021-05"})
    some = plan(72, activity("1", planned), activity("2", listing("K.52")), activity("3"))
    told = lines(staleness.report(flagged(some, idle=run), [some]))
    assert [row.split(" | ")[2] for row in told[2:-1]] == ["none", "2021-05, planned", "undated"]


def test_who_has_contributed_nothing() -> None:
    groups = silent_groups([PLAN, LETTERS], {"wtsa-73/5.4"}, AS_OF)
    assert lines(staleness.silence(groups, "TSAG-2020-09")) == [
        "3 bodies with open activities have contributed no change since TSAG-2020-09.",
        "Body | Open | Newest evidence | Items",
        "All ITU study groups | 2 | 2018-12-01 | wtsa-73/5.1, wtsa-73/5.2",
        "TSAG | 1 | 2021-05, planned | wtsa-73/5.7",
        "WHO | 1 | 2020-12-01 | wtsa-73/5.6",
    ]
    assert staleness.silence_json(groups)[2] == {
        "body": "WHO",
        "open": ["wtsa-73/5.6"],
        "evidence": {
            "address": "wtsa-73/5.6",
            "what": "K.52",
            "date": "2020-12-01",
            "said": "2020-12-01",
            "inferred": False,
            "planned": False,
        },
    }
    assert lines(staleness.silence([], "TSAG-2020-09")) == [
        "Every body with open activities has contributed a change since TSAG-2020-09."
    ]
