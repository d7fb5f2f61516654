"""Roman numerals, as clauses and annexes are numbered."""

from __future__ import annotations

_LETTERS = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(number: int) -> str:
    """Return ``number`` (1 to 399) in capital Roman numerals."""
    numeral = ""
    for value, letters in _LETTERS:
        while number >= value:
            numeral += letters
            number -= value
    return numeral
