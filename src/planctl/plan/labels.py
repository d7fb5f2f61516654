"""The labels of clauses, "3", "2bis", "a)", "iv)", "б)", "（二）", and what they count.

::

    label = [ "(" ] count [ step ] [ ")" | "." | "、" ]
    count = arabic | decimal | letter | roman | cyrillic | abjad | han
    step  = "bis" | "ter" | "quater" …, in other scripts "бис", "مكرر", "之二"

Cyrillic and Arabic lists count as ITU's own texts do: а б в г without ё, й and signs, and أ ب ج د.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from planctl.plan.numerals import ROMAN, roman

Style = Literal["arabic", "decimal", "letter", "roman", "cyrillic", "abjad", "han", "dash"]
Ways = Style | Literal[""]
"""A way of counting; "" where there are no numbers."""


class Count(NamedTuple):
    """What a label counts: ``number`` from 1, and how many were put in after it, 1 for "bis"."""

    number: int
    step: int = 0


STEPS: Final = {
    word: step
    for words in ("bis ter quater quinquies sexies", "бис тер", "مكرر", "مكررا", "之二 之三 之四")
    for step, word in enumerate(words.split(), 1)
}
"""The words behind a number that was put in between two others, as "bis", and their order."""

_ARABIC: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", "\u0640\u064b\u200d")
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_HAN: Final = "一二三四五六七八九"
_TABLES: Final[dict[Style, dict[str, int]]] = {
    "roman": ROMAN,
    "letter": {
        **{letter: at for at, letter in enumerate(_LATIN, 1)},
        **{letter * 2: at for at, letter in enumerate(_LATIN, 27)},
    },
    "cyrillic": {letter: at for at, letter in enumerate(_CYRILLIC, 1)},
    "abjad": {
        **{letter: at for at, letter in enumerate("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", 1)},
        "ا": 1,
    },
    "han": {
        **{f"十{_HAN[one - 1] if one else ''}": 10 + one for one in range(10)},
        **{letter: at for at, letter in enumerate(_HAN, 1)},
    },
}


@lru_cache(maxsize=2048)
def bare(label: str) -> str:
    """A label without its brackets and the spaces in it: "i" of "(i)", "3bis" of "3 bis." .

    Digits are 0 to 9, brackets narrow, and letters as they stand alone, whichever were typed.
    """
    if not label.isascii():
        label = unicodedata.normalize("NFKC", label).translate(_ARABIC)
    return "".join(label.strip(" ().、").split())


@lru_cache(maxsize=2048)
def styles(label: str) -> tuple[Style, ...]:
    """The ways of counting that a label may belong to; several numbers may run together in it."""
    name = _parted(bare(label))[0]
    if not any(char.isalnum() for char in name):
        return ("dash",)
    if "." in name:
        return ("decimal",)
    if name[0].isdigit():
        return ("arabic",)
    found: list[Style] = []
    if set(name) <= set("ivx"):
        found.append("roman")
    if name.isascii():
        found.append("letter")
    scripts: tuple[Style, ...] = ("cyrillic", "abjad", "han")
    return tuple(found) or tuple(one for one in scripts if name[0] in _TABLES[one]) or ("letter",)


@lru_cache(maxsize=2048)
def counted(label: str, style: Style) -> Count | None:
    """What a label counts, read as one number; None where it is none of the style."""
    name, step = _parted(bare(label))
    if style == "arabic":
        is_number = name.isdecimal() and name.isascii() and name[0] != "0"
        return Count(int(name), step) if is_number else None
    if style == "decimal":
        last = name.rpartition(".")[2]
        return Count(int(last), step) if last.isdecimal() else None
    number = _TABLES[style].get(name) if style in _TABLES else None
    return Count(number, step) if number else None


def style_of(labels: list[str]) -> Style | None:
    """The way of counting to which all labels of a list belong; None where there is none such."""
    ways: tuple[Style, ...] = ("arabic", "roman", "letter", "cyrillic", "abjad", "han")
    return next((way for way in ways if all(counted(one, way) for one in labels)), None)


def is_decimal(label: str) -> bool:
    """Whether a label, or the last of several, is a decimal: "1.2"."""
    return bool(label) and styles(label.split()[-1]) == ("decimal",)


def written(count: Count, style: Ways) -> str:
    """A count as a label without brackets: "3", "iv", "c"; Arabic where the style has no other."""
    step = next((word for word, order in STEPS.items() if order == count.step), "")
    if style == "roman":
        return f"{roman(count.number).lower()}{step}"
    names = _TABLES.get(style, {}) if style else {}
    found = next((name for name, number in names.items() if number == count.number), None)
    return f"{found or count.number}{step}"


def _parted(name: str) -> tuple[str, int]:
    """The number and the step after it."""
    for word, step in STEPS.items():
        if name.endswith(word) and len(name) > len(word):
            return name.removesuffix(word), step
    return name, 0
