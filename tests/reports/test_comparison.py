"""The report on what changed, in plain text."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.plan.model import Plan
from planctl.reports import wording
from planctl.reports.comparison import comparison, stat_table
from planctl.reports.document import Document, Heading, Item, Line, Table
from planctl.review.compare.changes import FieldChange
from planctl.review.compare.plans import compare
from tests.review.compare.example import directive, plan, row


def text(line: Line) -> str:
    """A line with signs around what was removed and added."""
    signs = {"removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs.get(piece.mark, "{}").format(piece.text) for piece in line)


def shown(document: Document) -> list[str]:
    """A line a part: headings as "# …", items with a dash."""
    found = []
    for part in document:
        if isinstance(part, Table):
            found += ["\t".join(cells) for cells in (part.heads, *part.rows)]
        elif isinstance(part, Heading):
            found.append(f"{'#' * part.level} {text(part.line)}")
        elif isinstance(part, Item):
            found.append(f"{'  ' * part.level}- {text(part.line)}")
        else:
            found.append(text(part.line))
    return found


def report(was: Plan, now: Plan, *keys: str) -> list[str]:
    return shown(comparison(compare([was], [now]), "TSAG-2020-09", keys))


LISTED = [
    {"text": "The following were developed:", "deliverables": ["K.52", "K.61"]},
    {"text": "The following LS has been sent:"},
    {"year": 2018, "deliverables": [{"ref": "SG5-LS60", "title": "LS on EMF"}]},
]
LATER = [
    {"text": "The following have been developed:", "deliverables": ["K.52", "K.91"]},
    {"text": "The following LS has been sent:"},
    {"year": 2019, "deliverables": [{"ref": "SG5-LS60", "title": "LS on EMF", "note": "to WHO"}]},
    {"text": "Work continues."},
]


def test_nothing() -> None:
    assert comparison((), "TSAG-2020-09") == ()
    assert stat_table(()) == ()


def test_an_activity() -> None:
    was = plan(directive("5", "Ask", row("5.1", "Publish guidance on exposure", report=LISTED)))
    fields: dict[str, Any] = {
        "status": "completed",
        "responsible": ["WHO", "TSB"],
        "time_plan": "2017-2020",
    }
    fields |= {"decided_by": {"meeting": "TSAG-2021-01"}, "due": "2021"}
    activity = row("5.2", "Publish guidance on exposure", **fields, report=LATER)
    now = plan(directive("5", "Ask", activity))
    assert report(was, now) == [
        "Resolution 73: 1 activity completed, 1 revised, 1 renumbered, 1 Recommendation linked,"
        " 1 Recommendation removed, 1 liaison statement changed since TSAG-2020-09.",
        "# Resolution 73: Environment",
        "## 73/5.2  ongoing → completed  (was 5.1)",
        "Publish guidance on exposure",
        "  - responsible: {+WHO+}; {+TSB+}; [-ITU-T SG5-]",
        "  - time plan: Ongoing → 2017-2020",
        "  - decided by (meeting): {+TSAG-2021-01+}",
        "  - due: {+2021+}",
        "  - report: The following [-were-]{+have been+} developed:",
        "  - + report: Work continues.",
        "  - + K.91",
        "  - SG5-LS60 - LS on EMF [to WHO]",
        "    - note: {+to WHO+}",
        "    - year: 2018 → 2019",
        "  - − K.61",
    ]


def test_added_removed_moved_and_renumbered() -> None:
    was = plan(
        directive("1", "Ask", row("1.1", "Train experts"), row("1.2", "Tell Council")),
        directive("2", "Measure fields"),
        directive("3", "Clean up"),
    )
    now = plan(
        directive("1", "Ask", row("1.2", "Tell Council")),
        directive("2", "Draft", row("2", "Draft a handbook", report=LISTED[:1])),
        directive("3", "Measure fields"),
        directive("4", "Clean up", row("4.1", "Clean up now"), row("4.2", "Train experts")),
    )
    assert report(was, now)[1:] == [
        "# Resolution 73: Environment",
        "  - renumbered: 2 → 3, 3 → 4, 3 → 4.1",
        "## 73/2  directive added",
        "  - text: Draft",
        "  - references: Resolves (1)",
        "## 73/2  added",
        "  - text: Draft a handbook",
        "  - responsible: ITU-T SG5",
        "  - time plan: Ongoing",
        "  - status: ongoing",
        "  - + report: The following were developed:",
        "  - + K.52",
        "  - + K.61",
        "## 73/4.2  (was 1.1, moved from directive 1 to 4)",
        "Train experts",
    ]
    assert report(now, was)[2:6] == [
        "  - renumbered: 3 → 2, 4 → 3, 4.1 → 3",
        "## 73/1.1  (was 4.2, moved from directive 4 to 1)",
        "Train experts",
        "## 73/2  directive removed",
    ]


def test_the_plan_itself() -> None:
    first = {"block": "resolves", "number": "1", "text": "to raise awareness of e-waste"}
    second = {"block": "resolves", "number": "2", "text": "to raise awareness of all e-waste"}
    was = plan(directive("1", "Ask"), clauses=[first])
    now = plan(
        directive("1", "Ask", unnumbered=True),
        clauses=[second],
        as_of="2021-01",
        resolution={"edition": "Rev. Geneva, 2022"},
    )._replace(key="res-73")
    assert report(was, now) == [
        "Resolution 73: 1 directive revised, new edition (Rev. Geneva, 2022), 1 clause of the"
        " resolution changed, file renamed (it was wtsa-73), 1 activity unchanged since"
        " TSAG-2020-09.",
        "# Resolution 73: Environment",
        "  - edition: Geneva, 2000 → Rev. Geneva, 2022",
        "  - date of status: October 2020 → January 2021",
        "  - clause resolves 2 (was resolves 1): to raise awareness of {+all +}e-waste",
        "  - file: wtsa-73 → res-73",
        "## res-73/1  directive",
        "Ask",
        "  - unnumbered: {+yes+}",
    ]


def test_twins_are_told_apart_everywhere() -> None:
    was, now = plan(directive("1", "Ask", row("1.1", "Asks now"))), plan(directive("1", "Asks"))
    assert report(was, now, "wtsa-73", "pp-73")[1:4:2] == [
        "# WTSA Resolution 73: Environment",
        "## wtsa-73/1  directive",
    ]


def test_the_name_of_a_file_makes_no_twin() -> None:
    was = plan(directive("1", "Ask"))._replace(key="res-73")
    now = plan(directive("1", "Asks"))._replace(key="res-73")
    assert report(was, now, "res-73")[1] == "# Resolution 73: Environment"


def test_a_plan_that_is_new_or_gone_is_one_line() -> None:
    one, other = plan(directive("1", "Ask")), plan(directive("1", "Give them"), key="wtsa-79")
    assert report(one, other) == [
        "Resolution 79: new plan with 1 activity since TSAG-2020-09.",
        "Resolution 73: plan with 1 activity removed since TSAG-2020-09.",
    ]


def test_stat() -> None:
    was = plan(directive("1", "Ask", row("1.1", "Publish", report=LISTED), row("1.2", "Train")))
    now = plan(
        directive("1", "Ask", row("1.1", "Publish", report=LATER, status="completed")),
        directive("2", "Want", row("2", "Give")),
    )
    changes = compare(
        [was, plan(directive("1", "Measure"), key="wtsa-79")],
        [now, plan(directive("1", "Measure"), key="wtsa-79", as_of="2021-01"),
         plan(directive("1", "Help"), key="wtsa-95")],
    )  # fmt: skip
    assert shown(stat_table(changes)) == [
        "plan\tunchanged\tdeliverables\tactivities",
        "wtsa-73\t0\t+1 −1 ~1\t1 completed, 1 added, 1 removed, 1 revised",
        "wtsa-79\t1\t-\t-",
        "wtsa-95\t0\t-\tplan added, 1 in it",
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("text", "Do it", "Do that"), ["text: Do [-it-]{+that+}"]),
        (("text", "Do  it", {"en": "Do it", "fr": "Faire"}), ["text (fr): {+Faire+}"]),
        (("text", {"en": "Do", "zh": "成员国"}, {"zh": "会员国"}),
         ["text (zh): [-成-]{+会+}员国", "text (en): [-Do-]"]),
        (("accepted", {"placeholder": "a"}, {"empty-status": "b"}),
         ["accepted (empty-status): {+b+}", "accepted (placeholder): [-a-]"]),
        (("lead_in", "Sent:", None), ["lead in: [-Sent:-]"]),
        (("due", 2020, "TSAG-2021-01"), ["due: 2020 → TSAG-2021-01"]),
        (("responsible", ["A", "B"], ["B", "C"]), ["responsible: B; {+C+}; [-A-]"]),
        (("clauses", None, {"block": "invites Member States", "text": "to act"}),
         ["clause invites Member States: {+to act+}"]),
    ],
)  # fmt: skip
def test_fields(change: tuple[str, Any, Any], expected: list[str]) -> None:
    assert [text(line) for line in wording.lines(FieldChange(*change))] == expected


def test_what_stands_far_from_a_change_is_left_out() -> None:
    before = "This is the first of many sentences that nobody changed, and it is quite long. "
    after = " This is the last of many sentences that nobody changed, and it is also quite long."
    between = " and this stands between two changes; it is long, so that what is in its middle may"
    between += " well be left out without a loss to the reader "
    was, now = (f"{before}{one}{between}{one}{after}" for one in ("2019", "2020"))
    (change,) = wording.lines(FieldChange("text", was, now))
    assert text(change) == (
        "text: … nobody changed, and it is quite long. [-2019-]{+2020+} and this stands between two"
        " changes; it … left out without a loss to the reader [-2019-]{+2020+} This is the last of"
        " many sentences that …"
    )
