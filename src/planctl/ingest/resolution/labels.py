"""The labels in front of clauses, and what they count.

::

    line    = label white-space text
    label   = dash | [ "(" ] count [ ")" | "." | "、" ]
    count   = arabic [ "bis" | "ter" | "quater" ] | decimal | letter | roman | abjad
    decimal = arabic { "." arabic }                    1.1 stands under 1
    roman   = i … xxxix        letter = a … z, aa … zz        abjad = أ ب ج …
    dash    = "–" "—" "-" "•" "·"

A number alone is a label only where a tab or a few spaces part it from the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from planctl.patterns import late
from planctl.plan.numerals import ROMAN

Style = Literal["arabic", "decimal", "letter", "roman", "abjad", "dash"]

_AT_MOST: Final = 80  # characters of a line, among which its label is
_WIDE: Final = str.maketrans("（）．", "().")
_LABEL: Final = late(
    r"\s*(?P<label>[–—•·‣▪-](?=\s)"
    r"|\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})+|[0-9]{1,8}(?:bis|ter|quater)?|[a-z]{1,10}|[أ-ي]{1,4})"
    r"(?:\s?\)(?=\s|\D)|\.(?=[\s\u4e00-\u9fff]))|(?:[0-9]{1,3}(?:\.[0-9]{1,3})+|[0-9]{1,3}(?:bis|ter|quater)?)(?=\s)"
    r"|[0-9]{1,8}(?=\t|\s{2})|[0-9]{1,3}(?=、))(?P<space>[\s、]*)"
)
_STEPS: Final = (("bis", 1), ("ter", 2), ("quater", 3))
_ABJAD: Final = {
    **{letter: number for number, letter in enumerate("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", 1)},
    "ه‍": 5,
    "ا": 1,
}
_LETTERS: Final = {
    **{chr(96 + number): number for number in range(1, 27)},
    **{chr(96 + number) * 2: 26 + number for number in range(1, 27)},
}
_PLAIN: Final[dict[Style, dict[str, int]]] = {
    "roman": ROMAN,
    "letter": _LETTERS,
    "abjad": _ABJAD,
}


class Found(NamedTuple):
    """A label as written, with its brackets, and where in the line the text after it begins."""

    label: str
    end: int


def label_of(text: str) -> Found | None:
    """The label that a line begins with; None where it has none."""
    found = _LABEL.match(text[:_AT_MOST].translate(_WIDE))
    if found is None or (found.end() == len(text) and not found["space"]):
        return None
    return Found(text[found.start("label") : found.end("label")], found.end())


def bare(label: str) -> str:
    """A label without its brackets: "i" of "(i)", "3" of "3." ."""
    return label.translate(_WIDE).strip(" ().、")


@lru_cache(maxsize=2048)
def styles(label: str) -> tuple[Style, ...]:
    """The ways of counting that a label may belong to; several numbers may run together in it."""
    name = bare(label)
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
    return tuple(found) or ("abjad",)


def count(label: str, style: Style) -> int | None:
    """What a label counts, read as one number; None where it is none of the style."""
    name = bare(label)
    if style == "arabic":
        name = next((name.removesuffix(word) for word, _ in _STEPS if name.endswith(word)), name)
        return int(name) if name.isdecimal() and name.isascii() and name[0] != "0" else None
    if style == "decimal":
        return int(name.rpartition(".")[2])
    return _PLAIN[style].get(name) if style in _PLAIN else None


@lru_cache(maxsize=2048)
def pairs(label: str, style: Style) -> tuple[tuple[str, str], ...]:
    """The two different numbers that may run together in a label, the former one first."""
    name = bare(label)
    halves = ((name[:at], name[at:]) for at in range(1, len(name)))
    return tuple(
        (one, other)
        for one, other in halves
        if one != other and count(one, style) is not None and count(other, style) is not None
    )


def ends(label: str, style: Style) -> frozenset[int]:
    """Every number that a label may count, alone or as one of two."""
    alone = count(label, style)
    both: Iterable[int | None] = (count(one, style) for pair in pairs(label, style) for one in pair)
    return frozenset(number for number in (alone, *both) if number is not None)
