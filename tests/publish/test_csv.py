"""The CSV writer, read back by Python's own reader."""

from __future__ import annotations

import csv as reader
from io import StringIO

from hypothesis import given, settings

from planctl.publish import csv
from planctl.publish.annex import annex
from planctl.publish.table import Annex
from planctl.sheet import is_formula
from tests.publish.samples import annexes, hostile_plan, shipped_annexes, texts


def read_back(*drawn: Annex) -> list[list[str]]:
    """The rows under the heading, apostrophes before what might be formulas taken off."""
    data = csv.write(drawn)
    assert data.startswith(b"\xef\xbb\xbfPlan,")
    _, *rows = reader.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    cells = [cell for row in rows for cell in row]
    assert not any(cell.lstrip()[:1] in [*"=+-@＝"] and cell != "-" for cell in cells)
    return [
        [cell[1:] if cell[:1] == "'" and is_formula(cell) else cell for cell in row] for row in rows
    ]


def expected(*drawn: Annex) -> list[list[str]]:
    return [[one.key, *row] for one in drawn for row in texts(one, fill=True)]


def test_the_cells_of_the_shipped_plans_are_read_back_and_each_row_is_whole() -> None:
    drawn = shipped_annexes()
    rows = read_back(*drawn)
    assert rows == expected(*drawn)
    assert len(rows) == 40
    assert [row[0] for row in rows].count("wtsa-73") == 18
    assert all(row[3] for row in rows)


@given(annexes())
@settings(max_examples=50, deadline=None)
def test_any_cell_is_read_back(drawn: Annex) -> None:
    assert read_back(drawn) == expected(drawn)


def test_a_hostile_plan_is_text() -> None:
    drawn = annex(hostile_plan(), 1)
    assert read_back(drawn) == expected(drawn)


def test_the_heading_and_the_form_of_a_row() -> None:
    first, _ = csv.write(shipped_annexes()).decode("utf-8-sig").split("\r\n", 1)
    assert first == (
        "Plan,Level 1,Level 2,Directives,References,Activities,Responsibilities,Time plan,Status"
    )
    assert csv.write(shipped_annexes()).count(b"\r\n") == 41
    assert b'wtsa-72,2,-,"Develop' in csv.write(shipped_annexes())


def test_without_annexes_there_is_a_heading() -> None:
    assert csv.write([]) == b"\xef\xbb\xbfPlan\r\n"
