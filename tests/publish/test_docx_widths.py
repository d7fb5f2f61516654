"""The widths of columns: no word is broken where there is room for it."""

from __future__ import annotations

import pytest
from hypothesis import given

from planctl.publish.annex import Layout, annex
from planctl.publish.docx.widths import widths
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
    assert widths(table(*columns), 2200) == [1172, 1028]
    assert widths(table(*columns), 4000) == [1600, 2400]


def test_a_word_in_a_narrow_column_counts_too() -> None:
    columns = (Column("time_plan", ("x",), 400), Column("status", ("x",), 3600))
    assert widths(table(*columns), 4000) == [400, 3600]
    assert widths(table(*columns, words="Выполняется"), 4000) == [1390, 2610]
    assert widths(table(*columns, words="https://www.itu.int/en/ITU-T"), 4000)[0] < 700
    assert widths(table(*columns, words="进行中进行中进行中"), 4000) == [400, 3600]


def test_a_column_gives_no_more_than_half_of_its_room() -> None:
    columns = (Column("a", ("Responsabilidades",), 100), Column("b", ("x",), 900))
    [first, second] = widths(table(*columns), 2000)
    assert first < 1500
    assert second > 900


def test_where_there_is_no_room_for_all_each_has_its_weight() -> None:
    columns = tuple(Column(name, ("Responsabilidades",), 100) for name in "abc")
    assert widths(table(*columns), 3000) == [1000, 1000, 1000]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
@pytest.mark.parametrize("width", [LANDSCAPE, PORTRAIT])
def test_the_plans_in_every_language(language: str, width: int) -> None:
    found = widths(annex(shipped()[0], 1, Layout(language=language)), width)
    assert sum(found) == width
    assert min(found) > 400


@given(annexes())
def test_the_sum_is_exact(drawn: Annex) -> None:
    assert sum(widths(drawn, LANDSCAPE)) == LANDSCAPE
