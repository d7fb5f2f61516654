"""Revision marks: the final view has all accepted, the original one all rejected."""

from __future__ import annotations

import pytest

from planctl.ingest.document import Line, View
from tests.ingest.word.made import cells, dele, ins, lines, p, r, read, tbl, tc, tr

INS, DEL = '<w:ins w:id="3" w:author="A"/>', '<w:del w:id="4" w:author="A"/>'
STYLES = (
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Old"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="New"/></w:style>'
)


def both(body: str) -> tuple[list[str], list[str]]:
    assert read(body).revised
    return lines(read(body)), lines(read(body, "original"))


def both_cells(body: str) -> tuple[list[list[str]], list[list[str]]]:
    assert read(body).revised
    return cells(read(body)), cells(read(body, "original"))


@pytest.mark.parametrize(
    ("body", "final", "original"),
    [
        (p(r("a") + ins(r("b")) + dele("c")), ["ab"], ["ac"]),
        (
            p(f'<w:moveFrom w:id="1">{r("a")}</w:moveFrom>')
            + p(f'<w:moveTo w:id="2">{r("a")}</w:moveTo>'),
            ["", "a"],
            ["a", ""],
        ),
        (p(ins(dele("never") + r("b"))), ["b"], [""]),
        (p("a", end=DEL) + p("b"), ["ab"], ["a", "b"]),
        (p("a", end=INS) + p("b"), ["a", "b"], ["ab"]),
        (p(dele("all of it"), end=DEL) + p("b"), ["b"], ["all of it", "b"]),
        (p(ins(r("new")), end=INS) + p("b"), ["new", "b"], ["b"]),
        (p("a", end=DEL) + p(dele("b"), end=DEL) + p("c"), ["ac"], ["a", "b", "c"]),
        (p("a", end=DEL) + tbl(tr("x")) + p("b"), ["a", "b"], ["a", "b"]),
        (p(dele("a"), end=DEL) + tbl(tr("x")) + p("b"), ["b"], ["a", "b"]),
        (p("b") + p("a", end=DEL), ["b", "a"], ["b", "a"]),
        (ins(p("a")) + p("b"), ["a", "b"], ["b"]),
        (f"<w:moveFrom>{p('a')}</w:moveFrom>" + p("b"), ["b"], ["a", "b"]),
        (
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                + '<w:del w:id="9"><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>'
                + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                + r("7")
            ),
            ["7"],
            ["7"],
        ),
    ],
)
def test_paragraphs(body: str, final: list[str], original: list[str]) -> None:
    assert both(body) == (final, original)


def test_text_that_is_deleted_without_a_mark_is_not_seen_twice() -> None:
    document = read(p(r("a") + r("b", name="delText")))
    assert (lines(document), document.revised) == (["a"], False)


def test_rows() -> None:
    body = tbl(tr("a"), tr("b", properties=INS), tr("c", properties=DEL))
    assert both_cells(body) == ([["a"], ["b"]], [["a"], ["c"]])


def test_a_table_all_of_whose_rows_are_gone_is_none() -> None:
    assert both_cells(p() + tbl(tr("a", properties=INS)) + p()) == ([["a"]], [])


def test_cells() -> None:
    mark = '<w:cell{} w:id="1" w:author="A"/>'
    body = tbl(
        tr(
            "a",
            tc("b", properties=mark.format("Ins")),
            tc("c", properties=mark.format("Del")),
        )
    )
    assert both_cells(body) == ([["a", "b"]], [["a", "c"]])


def test_a_cell_that_continued_a_deleted_row_stands_for_itself() -> None:
    top, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = tbl(
        tr(tc("a", properties=top), "1", properties=DEL),
        tr(tc("", properties=on), "2"),
        tr(tc("", properties=on), "3"),
    )
    assert both_cells(body) == ([["", "2"], ["^", "3"]], [["a", "1"], ["^", "2"], ["^", "3"]])


def test_merges_and_spans_before_a_change() -> None:
    changed = '<w:tcPrChange w:id="1" w:author="A"><w:tcPr>{}</w:tcPr></w:tcPrChange>'
    now = '<w:gridSpan w:val="2"/>' + changed.format("")
    body = tbl(tr(tc("a", properties=now), "b"))
    for view, column in (("final", 2), ("original", 1)):
        (grid,) = read(body, "final" if view == "final" else "original").blocks
        assert not isinstance(grid, Line)
        assert grid.rows[0][1].column == column


@pytest.mark.parametrize(("view", "name"), [("final", "New"), ("original", "Old")])
def test_the_style_before_a_change(view: View, name: str) -> None:
    body = p(
        "a",
        properties='<w:pStyle w:val="B"/><w:pPrChange w:id="1" w:author="A"><w:pPr>'
        '<w:pStyle w:val="A"/></w:pPr></w:pPrChange>',
    )
    (line,) = read(body, view, styles=STYLES).blocks
    assert isinstance(line, Line)
    assert line.style == name


@pytest.mark.parametrize(("view", "bold"), [("final", True), ("original", False)])
def test_the_look_before_a_change(view: View, bold: bool) -> None:
    body = p(r("a", '<w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>'))
    document = read(body, view)
    (line,) = document.blocks
    assert isinstance(line, Line)
    assert (line.bold, document.revised) == (bold, True)


@pytest.mark.parametrize(("view", "name"), [("final", "New"), ("original", "New")])
def test_joined_paragraphs_look_like_the_last(view: View, name: str) -> None:
    mark = DEL if view == "final" else INS
    body = p("a", properties='<w:pStyle w:val="A"/>', end=mark)
    (line,) = read(body + p("b", properties='<w:pStyle w:val="B"/>'), view, styles=STYLES).blocks
    assert isinstance(line, Line)
    assert (line.text, line.style) == ("ab", name)
