"""Tables: columns, merged and split cells, what is nested, and rows that are not seen."""

from __future__ import annotations

import pytest

from planctl.ingest.document import Grid, Line, Square
from planctl.publish.table import Run
from tests.ingest.word.made import cells, lines, p, r, read, sdt, tbl, tc, tr

SPAN = '<w:gridSpan w:val="{}"/>'
TOP, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def columns(body: str) -> list[list[tuple[int, int, bool]]]:
    """Of each cell of the first table its column, its span, and whether it continues."""
    (grid,) = (block for block in read(body).blocks if isinstance(block, Grid))
    return [[(one.column, one.span, one.continues) for one in row] for row in grid.rows]


def test_lines_and_tables_stand_in_their_order() -> None:
    document = read(p("a") + tbl(tr("1", "2")) + p("b"))
    assert document.blocks == (
        Line((Run("a"),), place=1),
        Grid(
            (
                (
                    Square((Line((Run("1"),), place=2),), 0),
                    Square((Line((Run("2"),), place=3),), 1),
                ),
            )
        ),
        Line((Run("b"),), place=4),
    )


def test_two_tables_are_two_grids() -> None:
    document = read(tbl(tr("1")) + tbl(tr("2")) + tbl() + p())
    assert [type(block) for block in document.blocks] == [Grid, Grid, Line]


def test_cells_go_over_columns_and_rows() -> None:
    body = tbl(
        tr(tc("ID", properties=SPAN.format(2)), tc("x", properties=TOP), tc("y")),
        tr("1", "2", tc("not seen", properties=ON), tc("z", properties=ON)),
        tr(tc("w", properties=SPAN.format(2)), tc(properties=ON), "v"),
    )
    assert columns(body) == [
        [(0, 2, False), (2, 1, False), (3, 1, False)],
        [(0, 1, False), (1, 1, False), (2, 1, True), (3, 1, False)],
        [(0, 2, False), (2, 1, True), (3, 1, False)],
    ]
    document = read(body)
    assert cells(document) == [["ID", "x", "y"], ["1", "2", "^", "z"], ["w", "^", "v"]]
    assert document.remarks == (
        "One merged cell holds text that Word does not show; it is left out.",
    )


def test_a_row_may_begin_further_on() -> None:
    body = tbl(tr("a", "b"), tr("c", properties='<w:gridBefore w:val="1"/>'))
    assert columns(body)[1] == [(1, 1, False)]


def test_old_merges_along_a_row_are_spans() -> None:
    one, more = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    body = tbl(tr(tc("a", properties=one), tc(properties=more), "b"))
    assert columns(body) == [[(0, 2, False), (2, 1, False)]]


@pytest.mark.parametrize(
    ("span", "read_as"), [("2000000000", 63), ("0", 1), ("-4", 1), ("x", 1), ("٣", 1)]
)
def test_spans_are_kept_within_what_word_has(span: str, read_as: int) -> None:
    body = tbl(tr(tc("a", properties=SPAN.format(span)), "b"))
    assert columns(body) == [[(0, read_as, False), (read_as, 1, False)]]


def test_a_cell_that_continues_another_width_stands_for_itself() -> None:
    body = tbl(
        tr(tc("a", properties=TOP + SPAN.format(2)), "b"),
        tr(tc("c", properties=ON), "d", "e"),
    )
    assert cells(read(body)) == [["a", "b"], ["c", "d", "e"]]


def test_controls_are_looked_through_at_every_level() -> None:
    row = tr(sdt(tc(sdt(p("a")))), sdt(sdt(tc("b"))))
    body = sdt(p("before")) + sdt(tbl(sdt(row) + sdt(sdt(tr("c", "d"))))) + sdt(sdt(p("after")))
    document = read(body)
    assert lines(document) == ["before", "after"]
    assert cells(document) == [["a", "b"], ["c", "d"]]


def test_other_wrappers_are_looked_through() -> None:
    body = tbl("<w:customXml><w:customXmlPr/>" + tr("a") + "</w:customXml>")
    assert cells(read(body)) == [["a"]]
    assert cells(read(tbl(tr("<w:customXml>" + tc("a") + "</w:customXml>")))) == [["a"]]
    assert lines(read(f"<w:customXml>{p('a')}</w:customXml>")) == ["a"]


def test_a_table_in_a_cell_is_lines_of_the_cell() -> None:
    inner = tbl(tr(tc("1", "2"), tc("3")), tr(tc(tbl(tr("4")) + p("5")), "6"))
    document = read(tbl(tr(tc("a", inner, "b"), "c")))
    assert cells(document) == [["a\n1\n2\n3\n4\n5\n6\nb", "c"]]
    assert document.remarks == ("2 tables within cells are read as lines of those cells.",)


def test_a_text_box_in_a_cell_is_read_in_the_cell() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('b')}{tbl(tr('c'))}</w:txbxContent></w:pict></w:r>"
    assert cells(read(tbl(tr(tc(p(r("a") + box), "d"))))) == [["a\nb\nc\nd"]]


def test_hidden_rows_are_left_out() -> None:
    document = read(tbl(tr("a"), tr("b", properties="<w:hidden/>")))
    assert cells(document) == [["a"]]
    assert document.remarks == ("One hidden row is left out.",)


def test_a_cell_may_hold_nothing() -> None:
    document = read(tbl(tr("<w:tc/>", tc(""), "<w:tc><w:tcPr/></w:tc>"), tr()))
    (grid,) = document.blocks
    assert isinstance(grid, Grid)
    assert [square.lines for square in grid.rows[0]] == [(), (Line((), place=1),), ()]
    assert len(grid.rows) == 1
