from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.plan import identifiers
from planctl.review import liaison_series
from planctl.review.liaison_series import Years

KEPT = [(4, 2017), (50, 2017), (54, 2018), (86, 2018), (94, 2020)]


@pytest.mark.parametrize(
    ("number", "years", "told"),
    [
        (1, Years(2017, 2017), "2017"),
        (20, Years(2017, 2017), "2017"),
        (50, Years(2017, 2017), "2017"),
        (52, Years(2017, 2018), "2017 or 2018"),
        (90, Years(2018, 2020), "2018 to 2020"),
        (94, Years(2020, 2020), "2020"),
        (99, Years(2020, None), "2020 or later"),
    ],
)
def test_the_years_that_a_number_implies(number: int, years: Years, told: str) -> None:
    assert liaison_series.implied(number, KEPT, 2017) == years
    assert str(years) == told


def test_before_the_first_known_number_it_may_be_any_year_of_the_study_period() -> None:
    assert str(liaison_series.implied(2, [(9, 2019)], 2017)) == "2017 to 2019"
    assert str(liaison_series.implied(2, [(9, 1990)], 0)) == "1990"


def test_only_liaison_statements_are_numbered() -> None:
    assert liaison_series.numbered(identifiers.parse("SG5-LS184")) == ("SG5", 184)
    assert liaison_series.numbered(identifiers.parse("TDAG – LS 3")) == ("TDAG", 3)
    assert liaison_series.numbered(identifiers.parse("K.52")) is None
    assert liaison_series.numbered(None) is None


def test_statements_are_counted_by_sender_and_study_period() -> None:
    dated = [("SG5", 4, 2017), ("SG5", 4, 2017), ("SG5", 4, 2022), ("TSAG", 4, 2021)]
    assert liaison_series.by_period(dated) == {
        ("SG5", 2017): {(4, 2017): 2},
        ("SG5", 2022): {(4, 2022): 1},
        ("TSAG", 2017): {(4, 2021): 1},
    }
    assert [liaison_series.period(year) for year in (1990, 2016, 2021, 2022, 2024, 2025)] == [
        *(0, 2013, 2017, 2022, 2022, 2025)
    ]


@given(st.dictionaries(st.integers(1, 60), st.integers(2017, 2021), min_size=1), st.integers(1, 70))
def test_an_implied_year_is_that_of_a_neighbour_or_between_them(
    years: dict[int, int], number: int
) -> None:
    kept = liaison_series.longest(dict.fromkeys(years.items(), 1))
    found = liaison_series.implied(number, kept, 2017)
    lower = [year for one, year in kept if one <= number]
    higher = [year for one, year in kept if one >= number]
    assert found == Years(max(lower, default=2017), min(higher, default=None))
