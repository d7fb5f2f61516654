"""Days as people type them: what is understood, and what could be more than one."""

from __future__ import annotations

import pytest

from planctl.forms.days import DayFault, date_in


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("25/10/2021", "2021-10-25"),
        ("10.25.2021", "2021-10-25"),
        ("2021-10-25T00:00:00", "2021-10-25"),
        ("25 octobre 2021", "2021-10-25"),
        ("1er août 2021", "2021-08-01"),
        ("25 de octubre de 2021", "2021-10-25"),
        ("octubre de 2021", "2021-10"),
        ("25 октября 2021 г.", "2021-10-25"),
        ("2021年10月25日", "2021-10-25"),
        ("25 أكتوبر 2021", "2021-10-25"),
        ("2021", ""),
        ("31 avril 2021", ""),
        ("First session 2020", ""),
    ],
)
def test_a_day_in_many_writings(typed: str, stored: str) -> None:
    assert date_in(typed) == stored


@pytest.mark.parametrize("typed", ["3/4/2026", "25/10/21", "31/31/2021", "Q2 2026", "end of 2026"])
def test_a_day_that_would_have_to_be_guessed(typed: str) -> None:
    with pytest.raises(DayFault, match=f"^“{typed}” "):
        date_in(typed)
