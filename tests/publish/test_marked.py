"""Two states of an annex as one: accepting all is the later, rejecting all the earlier state."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from planctl.publish import docx
from planctl.publish.docx import Tracking
from planctl.publish.docx.check import faults
from planctl.publish.marked import marked
from planctl.publish.table import Annex, Cell, Mark, Paragraph
from tests.publish.resolver import accepted, rejected
from tests.publish.states import apart, states, whole
from tests.publish.word_reader import read


def resolved(annex: Annex, gone: Mark) -> Annex | None:
    """A marked annex as it is in the state that has nothing of the mark ``gone``."""
    if annex.mark:
        return None if annex.mark == gone else replace(annex, mark="")
    marks = annex.marks or ("",) * len(annex.rows)
    rows = zip(annex.rows, marks, strict=True)
    return Annex(
        *(annex.number, annex.heading, annex.title),
        columns=annex.columns,
        rows=tuple(tuple(_cell(cell, gone) for cell in row) for row, mark in rows if mark != gone),
    )


def _cell(cell: Cell, gone: Mark) -> Cell:
    return Cell(tuple(_paragraph(one, gone) for one in cell.paragraphs if one.mark != gone))


def _paragraph(paragraph: Paragraph, gone: Mark) -> Paragraph:
    kind = paragraph.was if paragraph.was and gone == "inserted" else paragraph.kind
    runs = (replace(run, mark="") for run in paragraph.runs if run.mark != gone)
    return whole(Paragraph(tuple(runs), kind))


@settings(max_examples=100, deadline=None)
@given(states())
def test_a_marked_annex_holds_both_states(pair: tuple[Annex, Annex]) -> None:
    was, now = map(apart, pair)
    found = marked(*pair)
    there, before = resolved(apart(found), "deleted"), resolved(apart(found), "inserted")
    assert there
    assert before
    assert there.rows == now.rows
    assert before.rows == was.rows


@settings(max_examples=60, deadline=None)
@given(states())
def test_revisions_in_word_accept_to_the_later_and_reject_to_the_earlier_state(
    pair: tuple[Annex, Annex],
) -> None:
    was, now = pair
    found = marked(was, now)
    data = tracked(found)
    assert faults(data) == []
    if was != now:
        was, now = apart(was), apart(now)
    assert read(accepted(data)) == read(plain(now))
    assert read(rejected(data)) == read(plain(was))


@settings(max_examples=25, deadline=None)
@given(states())
def test_annexes_that_are_new_or_gone_come_and_go_as_a_whole(pair: tuple[Annex, Annex]) -> None:
    first, second = map(apart, pair)
    data = tracked(marked(None, first), marked(second, second), marked(first, None))
    assert read(accepted(data)) == read(plain(first, second))
    assert read(rejected(data)) == read(plain(second, first))


def tracked(*annexes: Annex) -> bytes:
    return docx.write(
        annexes, title="Plans", created="2020-10", tracking=Tracking("A Secretary", "2020-10-14")
    )


def plain(*annexes: Annex) -> bytes:
    return docx.write(annexes, title="Plans", created="2020-10")
