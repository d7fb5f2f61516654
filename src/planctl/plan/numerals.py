"""Numbers in a text: Roman numerals, as annexes are numbered, and how many there are of what."""

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


ROMAN = {roman(number).lower(): number for number in range(1, 40)}
"""What the small Roman numerals count, "i" to "xxxix", as clauses have them."""


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 meeting", "3 meetings", "3 activities"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
