"""Roman numerals."""

from __future__ import annotations

import pytest

from planctl.plan.numerals import roman


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (40, "XL"), (64, "LXIV"), (99, "XCIX")]
)
def test_annexes_have_roman_numbers(number: int, numeral: str) -> None:
    assert roman(number) == numeral
