"""Whole documents: all constructs in one, what planctl itself writes, and long ones."""

from __future__ import annotations

import re
from zipfile import ZIP_STORED

import pytest
from hypothesis import given, settings

from planctl.ingest.document import Document, Grid, Line, View
from planctl.ingest.word import document
from planctl.office.package import open_package
from planctl.office.refusal import RefusedFileError
from planctl.publish import docx
from planctl.publish.docx import Tracking
from planctl.publish.links import target
from planctl.publish.marked import marked
from planctl.publish.table import Annex, Cell, Paragraph, Run
from tests.ingest.word import everything as all_of_it
from tests.ingest.word.made import cells, lines, p, parts, r, read, tbl, tc, tr
from tests.publish import own_document as own
from tests.publish.samples import annexes
from tests.publish.states import apart, states


def opened(data: bytes, view: View = "final") -> Document:
    return document.read(open_package(data, pictures=False), view)


@pytest.mark.parametrize("view", ["final", "original"])
def test_all_constructs_in_one(view: View) -> None:
    found = opened(all_of_it.EVERYTHING, view)
    final = view == "final"
    assert lines(found) == (all_of_it.FINAL_LINES if final else all_of_it.ORIGINAL_LINES)
    assert cells(found) == (all_of_it.FINAL_CELLS if final else all_of_it.ORIGINAL_CELLS)
    first, *others = all_of_it.REMARKS
    assert found.remarks == (first.format("accepted" if final else "rejected"), *others)
    grid = next(block for block in found.blocks if isinstance(block, Grid))
    status = grid.rows[2][2].lines
    assert [line.runs for line in status[:2]] == [
        (Run("See "), Run("K.52", "https://itu.int/a")),
        (Run("K.91", "https://itu.int/b"),),
    ]
    assert status[2].notes == ("A note",)
    assert grid.rows[4][0].column == 2


LABELS = {"text": "", "year": "", "bullet": "•", "dash": "–"}


def written(paragraph: Paragraph) -> tuple[str, bool, tuple[Run, ...]]:
    """The label, whether it is bold, and the runs with which a paragraph is to come back."""
    runs: list[Run] = []
    for run in paragraph.runs:
        text = re.sub(r"\r\n?", "\n", run.text)
        href = target(run.href) if run.href else None
        if runs and runs[-1].href == href:
            runs[-1] = Run(runs[-1].text + text, href)
        elif text:
            runs.append(Run(text, href))
    bold = paragraph.kind == "year" and bool(paragraph.text.strip())
    return LABELS[paragraph.kind], bold, tuple(run for run in runs if run.text)


def shown(line: Line) -> tuple[str, bool, tuple[Run, ...]]:
    return line.label, line.bold, line.runs


def whole(cell: Cell) -> object:
    empty = Paragraph(())
    return None if cell.continues else [written(one) for one in cell.paragraphs or (empty,)]


@settings(max_examples=30, deadline=None)
@given(annexes())
def test_what_is_exported_comes_back_cell_by_cell(annex: Annex) -> None:
    data = docx.write([annex], title="Plan", created="2020-10-05")
    found = opened(data)
    grids = [block for block in found.blocks if isinstance(block, Grid)]
    assert [
        [None if one.continues else [shown(line) for line in one.lines] for one in row]
        for grid in grids
        for row in grid.rows[2:]
    ] == [[whole(cell) for cell in row] for row in annex.rows]
    assert (found.written, found.revised, found.remarks) == ("2020-10-05", False, ())


@settings(max_examples=15, deadline=None)
@given(states())
def test_the_views_of_revisions_are_the_two_states(pair: tuple[Annex, Annex]) -> None:
    tracking = Tracking("A Secretary", "2020-10-14")
    data = docx.write([marked(*pair)], title="Plans", created="2020-10", tracking=tracking)
    was, now = map(apart, pair) if pair[0] != pair[1] else pair
    for view, state in (("final", now), ("original", was)):
        found = opened(data, "final" if view == "final" else "original")
        wanted = opened(docx.write([state], title="Plans", created="2020-10"))
        assert found.blocks == wanted.blocks


def test_a_document_is_the_same_in_any_pieces_that_it_is_read_in() -> None:
    row = tr("1.1", tc(p(r("a ") + r("b", "<w:b/>")), p("c" * 300)), tc(tbl(tr("d")), ""))
    found = read(p("x") + tbl(row * 500) + p("y"))
    (grid,) = (block for block in found.blocks if isinstance(block, Grid))
    assert [[one.text for one in line] for line in grid.rows] == [
        ["1.1", "a b\n" + "c" * 300, "d\n"]
    ] * 500
    assert lines(found) == ["x", "y"]
    assert [line.place for row in grid.rows for one in row for line in one.lines] == list(
        range(2, 2502)
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<w:p/>" * 100_001, "This document has more than 100,000 lines or cells"),
        (f"<w:tbl>{'<w:tr/>' * 100_001}</w:tbl>", "more than 100,000 lines or cells"),
        ("<w:x/>" * 2_000_000, "This document is too long to be read"),
        (p("a" * (5 << 20)), "A paragraph or row in this file is larger than any is."),
        ("<w:sdt>" * 40 + p("a") + "</w:sdt>" * 40, "nested deeper than Word does"),
        ("<w:p>" * 300 + "</w:p>" * 300, "nested deeper than Word and Excel do"),
    ],
)
def test_what_is_made_to_be_large_is_refused(body: str, message: str) -> None:
    with pytest.raises(RefusedFileError, match=message):
        opened(own.packed(parts(body), ZIP_STORED))


def test_many_fields_one_in_another_are_read() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
    assert lines(read(p(mark * 3000 + r("a")))) == ["a"]


def test_what_stands_outside_is_not_looked_at() -> None:
    held = parts(p("a"))
    held["word/_rels/document.xml.rels"] = held["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="o" Type="{own.R}/image" Target="https://example.org/x.png"'
        f' TargetMode="External"/><Relationship Id="q" Type="{own.R}/attachedTemplate"'
        ' Target="file:///x.dotx" TargetMode="External"/></Relationships>',
    )
    found = opened(own.packed(held))
    assert found.remarks == (
        "It refers to content outside the file (image), which is not looked at.",
    )
