"""Two states of an annex as one: accepting all gives the later, rejecting all the earlier state."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from planctl.publish import docx
from planctl.publish.docx import Tracking
from planctl.publish.docx.check import faults
from planctl.publish.marked import marked
from planctl.publish.marked_cell import marked_cell
from planctl.publish.table import Annex, Cell, Column, Mark, Paragraph, Row, Run
from tests.publish.resolver import accepted, rejected
from tests.publish.states import apart, states, whole
from tests.publish.word_reader import elements, part, read, values

COLUMN = Column("activities", ("Activities",), 1)


def shown(was: Sequence[str], now: Sequence[str]) -> list[str]:
    """What is marked in a cell: "* " before a bullet, [-deleted-] and {+inserted+}."""
    one, other = (Cell(tuple(map(_typed, lines))) for lines in (was, now))
    return [_marked(part) for part in marked_cell(one, other).paragraphs]


def _typed(line: str) -> Paragraph:
    if line.startswith("* "):
        return Paragraph((Run(line[2:]),), "bullet")
    return Paragraph((Run(line),), "year" if line.endswith(":") else "text")


def _marked(part: Paragraph) -> str:
    runs = "".join(_signed(run.text, run.mark) for run in part.runs)
    kind = f"({part.was}→{part.kind}) " if part.was else "* " if part.kind == "bullet" else ""
    return _signed(kind + runs, part.mark)


def _signed(text: str, mark: Mark) -> str:
    return {"": "{}", "inserted": "{{+{}+}}", "deleted": "[-{}-]"}[mark].format(text)


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (["Study EMF"], ["Study of EMF"], ["Study {+of +}EMF"]),
        (["Ongoing"], ["Completed"], ["[-Ongoing-]", "{+Completed+}"]),
        ([], ["Completed"], ["{+Completed+}"]),
        (["See point 3"], [], ["[-See point 3-]"]),
        (["2019:", "* K.52"], ["2019:", "* K.52", "* K.61"], ["2019:", "* K.52", "{+* K.61+}"]),
        (["* K.52", "* K.61"], ["* K.61"], ["[-* K.52-]", "* K.61"]),
        (["Workshop on EMF"], ["* Workshop on EMF"], ["(text→bullet) Workshop on EMF"]),
        (["Held in 2019"], ["Held in 2019:"], ["[-Held in 2019-]", "{+Held in 2019:+}"]),
        (
            ["* Forum on climate change in Vienna", "* LS on e-waste to ITU-D"],
            ["* LS on e-waste to ITU-D", "* LS on e-waste to ITU-R and ITU-D"],
            [
                "[-* Forum on climate change in Vienna-]",
                "* LS on e-waste to ITU-D",
                "{+* LS on e-waste to ITU-R and ITU-D+}",
            ],
        ),
    ],
)
def test_what_is_marked_in_a_cell(was: list[str], now: list[str], expected: list[str]) -> None:
    assert shown(was, now) == expected


def test_another_target_replaces_the_text_of_a_link() -> None:
    was = Cell((Paragraph((Run("See "), Run("the portal", "https://www.itu.int/a"))),))
    now = Cell((Paragraph((Run("See "), Run("the portal", "https://www.itu.int/b"))),))
    [paragraph] = marked_cell(was, now).paragraphs
    assert paragraph.runs == (
        Run("See "),
        Run("the portal", "https://www.itu.int/a", "deleted"),
        Run("the portal", "https://www.itu.int/b", "inserted"),
    )


def rows(*texts: str) -> Annex:
    """An annex of rows "ID text"; an ID with "^" before it continues the directive above."""
    made: list[Row] = []
    for text in texts:
        item, _, said = text.partition(" ")
        first = Cell(continues=True) if item[0] == "^" else _plain_cell(item.split(".")[0])
        made.append((first, _plain_cell(item.lstrip("^")), _plain_cell(said)))
    columns = (Column("level1", ("1",), 1), Column("level2", ("2",), 1), COLUMN)
    return Annex("ANNEX I", ("Plan",), "Plan", columns, tuple(made))


def _plain_cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text),)),))


def listed(annex: Annex) -> list[str]:
    found = []
    for row, mark in zip(annex.rows, annex.marks, strict=True):
        cells = [" / ".join(map(_marked, cell.paragraphs)) for cell in row]
        found.append(
            _signed(
                " ".join("^" if c.continues else t for c, t in zip(row, cells, strict=True)), mark
            )
        )
    return found


STEPS = rows("1.1 Publish reports on EMF", "^1.2 Develop Recommendations", "2 Hold a workshop")


def test_a_row_that_was_inserted_moves_the_numbers_of_those_after_it() -> None:
    now = rows(
        *("1.1 Publish reports on EMF", "^1.2 Ask WHO"),
        *("^1.3 Develop Recommendations", "2 Hold a workshop"),
    )
    assert listed(marked(STEPS, now)) == [
        "1 1.1 Publish reports on EMF",
        "{+1 1.2 Ask WHO+}",
        "1 [-1.2-] / {+1.3+} Develop Recommendations",
        "2 2 Hold a workshop",
    ]


def test_cells_stay_joined_where_nothing_has_to_be_taken_away() -> None:
    now = rows("1.1 Publish reports", "^1.2 Ask WHO", "^1.3 Develop Recommendations")
    assert listed(marked(STEPS, now, joined=True)) == [
        "1 1.1 Publish reports[- on EMF-]",
        "{+^ 1.2 Ask WHO+}",
        "^ [-1.2-] / {+1.3+} Develop Recommendations",
        "[-2 2 Hold a workshop-]",
    ]


def test_a_row_that_moved_is_deleted_and_inserted() -> None:
    now = rows("2 Hold a workshop", "1.1 Publish reports on EMF", "^1.2 Develop Recommendations")
    assert listed(marked(STEPS, now)) == [
        "{+2 2 Hold a workshop+}",
        "1 1.1 Publish reports on EMF",
        "1 1.2 Develop Recommendations",
        "[-2 2 Hold a workshop-]",
    ]


def test_what_did_not_change_is_left_as_it_is() -> None:
    assert marked(STEPS, STEPS) is STEPS


def test_headings_are_marked_too() -> None:
    column = STEPS.columns[2]._replace(heading=("Status", "(October 2020)"))
    was = STEPS._replace(columns=(*STEPS.columns[:2], column))
    later = column._replace(heading=("Status", "(January 2021)"))
    now = was._replace(number="ANNEX II", columns=(*STEPS.columns[:2], later))
    found = marked(was, now)
    assert "".join(_signed(run.text, run.mark) for run in found.columns[2].marked) == (
        "Status\n([-October 2020-]{+January 2021+})"
    )
    assert "".join(_signed(run.text, run.mark) for run in found.marked) == (
        "ANNEX [-I-]{+II+}\nPlan"
    )
    assert found.columns[0].marked == ()


def test_two_states_must_have_the_same_columns() -> None:
    with pytest.raises(ValueError, match="ANNEX I: the two states do not have the same columns"):
        marked(STEPS, STEPS._replace(columns=STEPS.columns[:2]))
    with pytest.raises(ValueError, match="There is no annex in either state"):
        marked(None, None)


def test_in_a_table_with_revisions_no_cells_are_joined() -> None:
    with pytest.raises(ValueError, match="ANNEX I, row 2: in a table with revisions no cells"):
        tracked(STEPS._replace(mark="inserted"))


def test_revisions_have_their_author_and_day_and_a_number_each() -> None:
    data = tracked(marked(rows("1 Publish"), rows("1 Publish reports", "2 Ask WHO")))
    document = part(data, "word/document.xml")
    assert set(values(document, "//@w:author")) == {"A Secretary"}
    assert set(values(document, "//@w:date")) == {"2020-10-14T00:00:00Z"}
    numbers = values(document, "//@w:id")
    assert len(numbers) > 1
    assert len(set(numbers)) == len(numbers)


def test_in_colour_nothing_is_a_revision() -> None:
    found = marked(rows("1 Publish", "2 Ask WHO"), rows("1 Publish reports"), joined=True)
    document = part(plain(found), "word/document.xml")
    assert values(document, "//@w:id") == []
    coloured = [
        ("".join(values(run, "w:t/text()")), *values(run, "w:rPr/w:color/@w:val"))
        for run in elements(document, "//w:tr//w:r[w:rPr/w:color]")
    ]
    assert coloured == [
        (" reports", "00703C"),
        *((text, "C00000") for text in ("2", "2", "Ask WHO")),
    ]
    assert len(elements(document, "//w:r/w:rPr/w:strike")) == 3
    assert values(document, "//w:r/w:rPr/w:u/@w:val") == ["double"]


def resolved(annex: Annex, gone: Mark) -> Annex | None:
    """A marked annex as it is in the state that has nothing of the mark ``gone``."""
    if annex.mark:
        return None if annex.mark == gone else annex._replace(mark="")
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
    runs = (run._replace(mark="") for run in paragraph.runs if run.mark != gone)
    return whole(Paragraph(tuple(runs), kind))


@settings(max_examples=50, deadline=None)
@given(states())
def test_a_marked_annex_holds_both_states(pair: tuple[Annex, Annex]) -> None:
    was, now = map(apart, pair)
    found = marked(*pair)
    there, before = resolved(apart(found), "deleted"), resolved(apart(found), "inserted")
    assert there
    assert before
    assert there.rows == now.rows
    assert before.rows == was.rows


@settings(max_examples=30, deadline=None)
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


@settings(max_examples=12, deadline=None)
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
