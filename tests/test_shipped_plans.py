"""The three plans of October 2020: what was published, to the letter, and all of it as data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from planctl.ingest import tables
from planctl.ingest.imported import Given, imported, lead_in
from planctl.plan.deliverable import line
from planctl.plan.model import Plan
from planctl.publish.annex import annex
from planctl.publish.table import Cell
from planctl.store import planfile
from planctl.store.yaml import emit
from tests import published
from tests.ingest.pages import drawn

ROOT = Path(__file__).parent.parent
KEYS = ("wtsa-72", "wtsa-73", "wtsa-79")
SCHEMA_LINE = "yaml-language-server: $schema=../schema/plan.schema.json"


def shipped(key: str) -> Plan:
    path = ROOT / "plans" / f"{key}.yaml"
    return planfile.read_data(path, path.name, path.read_bytes()).plan


def compared(cell: Cell) -> list[tuple[str, str]]:
    """A cell as documents are compared: white space collapsed, no-break characters ordinary."""
    return [
        (part.kind, " ".join(part.text.replace("\u2011", "-").split())) for part in cell.paragraphs
    ]


PUBLISHED = published.annexes()
EXPECTED_KINDS = Counter(
    {
        "(title only)": 1,
        "amendment": 7,
        "conference": 2,
        "event": 8,
        "focus-group-output": 4,
        "forum": 13,
        "initiative": 6,
        "liaison-statement": 92,
        "panel": 2,
        "recommendation": 30,
        "report": 3,
        "series": 1,
        "session": 7,
        "supplement": 13,
        "symposium": 5,
        "technical-report": 6,
        "training": 1,
        "web-page": 4,
        "webinar": 6,
        "work-item": 13,
        "workshop": 6,
    }
)
ROWS = [
    pytest.param(number, row, id=f"{key}-row-{row + 1}")
    for number, key in enumerate(KEYS)
    for row in range(len(PUBLISHED[number].rows))
]


@pytest.mark.parametrize(("number", "row"), ROWS)
def test_every_cell_of_the_exported_row_is_the_published_one(number: int, row: int) -> None:
    exported = annex(shipped(KEYS[number]), number + 1)
    assert [compared(cell) for cell in exported.rows[row]] == [
        compared(cell) for cell in PUBLISHED[number].rows[row]
    ]


@pytest.mark.parametrize("number", range(3))
def test_the_annex_has_the_published_heading_and_columns_and_no_other_rows(number: int) -> None:
    exported = annex(shipped(KEYS[number]), number + 1)
    wanted = PUBLISHED[number]
    assert (exported.number, exported.heading) == (wanted.number, wanted.heading)
    assert [c.heading for c in exported.columns] == [c.heading for c in wanted.columns]
    assert len(exported.rows) == len(wanted.rows)


@pytest.mark.parametrize("number", range(3))
def test_the_letters_are_the_published_ones_but_for_white_space_at_the_ends(number: int) -> None:
    exported = annex(shipped(KEYS[number]), number + 1)
    for ours, theirs in zip(exported.rows, PUBLISHED[number].rows, strict=True):
        for left, right in zip(ours, theirs, strict=True):
            assert [p.text for p in left.paragraphs] == [p.text.strip() for p in right.paragraphs]


@pytest.mark.parametrize("number", range(3))
def test_the_plan_file_is_what_reading_the_published_annex_gives(number: int) -> None:
    found, remarks = tables.find(drawn(PUBLISHED))
    name = ("WTSA", int(KEYS[number].removeprefix("wtsa-")))
    read = imported(found[number], name, None, Given(), lead_in(found), "")
    written = emit.document(read.data, header_comment=SCHEMA_LINE)
    assert remarks == []
    path = ROOT / "plans" / f"{KEYS[number]}.yaml"
    assert path.read_bytes().decode("utf-8") == written


def test_nothing_is_missing() -> None:
    plans = [shipped(key) for key in KEYS]
    assert [len(plan.directives) for plan in plans] == [10, 14, 8]
    assert [sum(1 for _ in plan.activities()) for plan in plans] == [13, 18, 9]
    mentions = [
        sum(1 for _, activity in plan.activities() for _ in activity.deliverables())
        for plan in plans
    ]
    assert sum(mentions) == 230


def test_every_deliverable_is_data() -> None:
    kinds = Counter(
        deliverable.known_kind or "(title only)"
        for key in KEYS
        for _, activity in shipped(key).activities()
        for _, deliverable in activity.deliverables()
    )
    assert kinds == EXPECTED_KINDS


def test_the_exact_wording_is_kept_only_where_the_fields_do_not_print_it() -> None:
    for key in KEYS:
        for _, activity in shipped(key).activities():
            for _, deliverable in activity.deliverables():
                if deliverable.text is not None:
                    assert line(deliverable._replace(text=None)) != deliverable.text


def test_the_row_without_an_id_keeps_its_blank_cells_and_has_an_id_in_the_file() -> None:
    plan = shipped("wtsa-73")
    row = annex(plan, 2).rows[-1]
    assert (row[0].paragraphs, row[1].paragraphs) == ((), ())
    assert plan.address(plan.directives[-1]) == "wtsa-73/14"


def test_cross_references_are_data() -> None:
    found = {
        plan.address(activity): block.see
        for plan in map(shipped, KEYS)
        for _, activity in plan.activities()
        for block in activity.report
        if block.see
    }
    assert found == {
        "wtsa-72/6.1": ("3.1",),
        "wtsa-72/6.2": ("3.1",),
        "wtsa-72/8": ("2",),
        "wtsa-73/11.2": ("11.1",),
        "wtsa-79/1": ("5",),
        "wtsa-79/2": ("7",),
        "wtsa-79/3": ("7",),
        "wtsa-79/6": ("7",),
    }
