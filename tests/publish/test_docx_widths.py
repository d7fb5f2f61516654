"""The widths of columns: no word is broken where there is room for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from planctl.publish.annex import Layout, annex
from planctl.publish.docx.widths import type_of, widths
from planctl.publish.table import Annex, Cell, Column, Paragraph, Run
from tests.publish.samples import annexes, shipped

LANDSCAPE, PORTRAIT = 14572, 9638


def table(*columns: Column, words: str = "") -> Annex:
    cell = Cell((Paragraph((Run(words),)),))
    return Annex("ANNEX I", ("Plan",), "t", columns, ((cell,) * len(columns),))


def test_where_all_words_have_room_the_weights_are_the_widths() -> None:
    plan = annex(shipped()[1], 1)
    assert widths(plan, LANDSCAPE) == [column.weight for column in plan.columns]


def test_a_long_word_takes_room_from_the_other_columns() -> None:
    columns = (Column("a", ("Calendario",), 400), Column("b", ("x",), 600))
    assert widths(table(*columns), 2200) == [919, 1281]
    assert widths(table(*columns), 4000) == [1600, 2400]
    assert widths(table(*columns), 12000) == [4800, 7200]


def test_a_word_in_a_narrow_column_counts_too() -> None:
    columns = (Column("time_plan", ("x",), 400), Column("status", ("x",), 3600))
    assert widths(table(*columns), 4000) == [400, 3600]
    assert widths(table(*columns, words="Выполняется"), 4000) == [1154, 2846]
    assert widths(table(*columns, words="https://www.itu.int/en/ITU-T"), 4000)[0] < 700
    assert widths(table(*columns, words="进行中进行中进行中"), 4000) == [400, 3600]


def test_a_crowded_table_has_smaller_type_before_a_heading_is_broken() -> None:
    columns = tuple(Column(str(at), ("Responsabilidades",), 100) for at in range(8))
    assert type_of(table(*columns), 16000) == type_of(table(*columns[:4]), LANDSCAPE)
    assert type_of(table(*columns), LANDSCAPE) == type_of(table(*columns), PORTRAIT)
    assert type_of(table(*columns), LANDSCAPE).heading < type_of(table(*columns), 16000).heading


def test_words_of_a_heading_go_before_those_of_cells() -> None:
    columns = (Column("a", ("Responsabilidades",), 100), Column("b", ("x",), 900))
    assert widths(table(*columns, words="Recommendations"), 2000) == [1512, 488]


def test_a_column_of_long_texts_keeps_most_of_its_share() -> None:
    columns = tuple(Column(name, ("x",), 100) for name in "abcd")
    long = Column("status", ("x",), 400)
    found = widths(table(*columns, long, words="Recommendations"), 6000)
    assert found == [1490, 1491, 503, 503, 2013]


def test_where_there_is_no_room_for_all_each_has_its_share_of_it() -> None:
    columns = tuple(Column(name, ("Responsabilidades",), 100) for name in "abc")
    assert widths(table(*columns), 3000) == [1000, 1000, 1000]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
@pytest.mark.parametrize("width", [LANDSCAPE, PORTRAIT])
def test_every_heading_stands_in_every_language(language: str, width: int) -> None:
    for plan in shipped():
        drawn = annex(plan, 1, Layout(language=language))
        found = widths(drawn, width)
        assert sum(found) == width
        headings = drawn._replace(rows=())
        # Alone, a column is as wide as it is, so all of its words have their room.
        alone = [
            widths(headings._replace(columns=(column, Column("b", ("x",), 10**9))), width)[0]
            for column in drawn.columns
        ]
        assert all(map(int.__ge__, found, alone))


@settings(max_examples=30, deadline=None)
@given(annexes())
def test_the_sum_is_exact(drawn: Annex) -> None:
    assert sum(widths(drawn, LANDSCAPE)) == LANDSCAPE
