"""Numbers as lists write them (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat).

A format that is not here is written as a decimal number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from planctl.plan.numerals import roman

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_CHINESE: Final = "零一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_MOST_LETTERS = 780  # a letter is written at most 30 times over


def written(number: int, form: str) -> str:
    """Return a number, from 0, in a format: "lowerRoman", "arabicAbjad" …; "" for "none"."""
    write = _FORMS.get(form)
    return write(number) if write else str(number)


def _lettered(letters: str) -> Callable[[int], str]:
    """A, B … Z, AA, BB … ZZ, AAA: the letter is repeated."""

    def write(number: int) -> str:
        if not 0 < number <= min(_MOST_LETTERS, 30 * len(letters)):
            return str(number)
        again, place = divmod(number - 1, len(letters))
        return letters[place] * (again + 1)

    return write


def _roman(number: int) -> str:
    return roman(number) if 0 < number < 400 else str(number)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _digits(zero: str) -> Callable[[int], str]:
    return lambda number: "".join(chr(ord(zero) + int(digit)) for digit in str(number))


def _signs(first: str, count: int) -> Callable[[int], str]:
    """Signs of their own for 1 to ``count``: ①, ②."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else str(number)


def _counted(digits: str, ten: str, hundred: str) -> Callable[[int], str]:
    """十一, 二十, 一百零五: as Chinese counts, up to 999."""

    def write(number: int) -> str:
        if not 0 < number < 1000:
            return digits[0] if number == 0 else str(number)
        hundreds, rest = divmod(number, 100)
        tens, ones = divmod(rest, 10)
        said = f"{digits[hundreds]}{hundred}" if hundreds else ""
        if tens:
            said += ("" if tens == 1 and not hundreds else digits[tens]) + ten
        elif hundreds and ones:
            said += digits[0]
        return said + (digits[ones] if ones else "")

    return write


def _ideographic(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _lettered(_LETTERS),
    "upperLetter": _lettered(_LETTERS.upper()),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "russianLower": _lettered(_RUSSIAN),
    "russianUpper": _lettered(_RUSSIAN.upper()),
    "arabicAlpha": _lettered(_ARABIC),
    "arabicAbjad": _lettered(_ABJAD),
    "hindiNumbers": _digits("०"),
    "thaiNumbers": _digits("๐"),
    "decimalFullWidth": _digits("０"),
    "decimalFullWidth2": _digits("０"),
    "decimalEnclosedCircle": _signs("①", 20),
    "decimalEnclosedCircleChinese": _signs("①", 20),
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "ideographTraditional": lambda n: _STEMS[n - 1] if 0 < n <= len(_STEMS) else str(n),
    "ideographDigital": _ideographic,
    "japaneseDigitalTenThousand": _ideographic,
    "taiwaneseDigital": _ideographic,
    "chineseCounting": _counted(_CHINESE, "十", "百"),
    "chineseCountingThousand": _counted(_CHINESE, "十", "百"),
    "taiwaneseCounting": _counted(_CHINESE, "十", "百"),
    "taiwaneseCountingThousand": _counted(_CHINESE, "十", "百"),
    "japaneseCounting": _counted(_CHINESE, "十", "百"),
    "chineseLegalSimplified": _counted(_LEGAL, "拾", "佰"),
}
