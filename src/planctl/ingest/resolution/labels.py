"""The labels in front of clauses, where they end, and the numbers that run together in them.

::

    line  = label white-space text
    label = dash | a label as :mod:`planctl.plan.labels` reads it
    dash  = "–" "—" "-" "•" "·"

A number alone is a label only where a tab or a few spaces part it from the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from planctl.patterns import late
from planctl.plan.labels import Style, bare, counted

_AT_MOST: Final = 80  # characters of a line, among which its label is
_WIDE: Final = str.maketrans("（）．٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "().01234567890123456789")
_STEP: Final = (
    r"(?:[ \xa0]?(?:bis|ter|quater|quinquies|sexies|бис|тер)(?![^\W\d])"
    r"|[ \xa0]?مكرر[ا\u064b]{0,2}|之[二三四])"
)
_DECIMAL: Final = r"[0-9]{1,3}(?:\.[0-9]{1,3})+"
_BEHIND: Final = rf"(?:{_STEP}[0-9]{{0,3}})?"  # two numbers may run together there too: "1bis2"
_LABEL: Final = late(
    r"\s*(?P<label>[–—•·‣▪-](?=\s)"
    rf"|\(?(?:{_DECIMAL}|[0-9]{{1,8}}{_BEHIND}|[a-z]{{1,10}}{_STEP}?|[أ-ي\ufe80-\ufefc]\u200d?|[أ-ي]{{1,4}}"
    r"|[а-я]{1,2}(?=\s?\))|[一二三四五六七八九十]{1,2}(?=\)))"
    r"(?:\s?\)(?=\s|\D)|\.(?=[\s\u4e00-\u9fff]))"
    rf"|(?:{_DECIMAL}|[0-9]{{1,3}}{_BEHIND})(?=\s)"
    rf"|[0-9]{{1,8}}(?=\t|\s{{2}})|(?:[0-9]{{1,3}}{_BEHIND}|[一二三四五六七八九十]{{1,2}})(?=、))(?P<space>[\s、]*)"
)
_LOOK_ALIKE: Final = str.maketrans("асеорху", "aceopxy")
_ALIKE: Final = str.maketrans("aceopxy", "асеорху")


class Found(NamedTuple):
    """A label as written, with its brackets, and where in the line the text after it begins."""

    label: str
    end: int


def label_of(text: str) -> Found | None:
    """The label that a line begins with, without spaces in it; None where it has none."""
    found = _LABEL.match(text[:_AT_MOST].translate(_WIDE))
    if found is None or (found.end() == len(text) and not found["space"]):
        return None
    label = "".join(text[found.start("label") : found.end("label")].split())
    return Found(label, found.end())


def in_one_alphabet(labels: Sequence[str]) -> list[str]:
    """The labels of a block, in each of which a letter may be of Cyrillic that looks like Latin.

    "а) б) с)" are Cyrillic letters, "а) b) c)" Latin ones, whichever were typed.
    """
    names = {bare(label) for label in labels}
    cyrillic = any("а" <= char <= "я" for name in names for char in name.translate(_LOOK_ALIKE))
    if not any("а" <= char <= "я" for name in names for char in name):
        return list(labels)
    table = _ALIKE if cyrillic else _LOOK_ALIKE
    return [label.translate(table) if len(bare(label)) == 1 else label for label in labels]


@lru_cache(maxsize=2048)
def pairs(label: str, style: Style) -> tuple[tuple[str, str], ...]:
    """The two different numbers that may run together in a label, the former one first."""
    name = bare(label)
    halves = ((name[:at], name[at:]) for at in range(1, len(name)))
    return tuple(
        (one, other)
        for one, other in halves
        if one != other and counted(one, style) is not None and counted(other, style) is not None
    )


def ends(label: str, style: Style) -> frozenset[int]:
    """Every number that a label may count, alone or as one of two."""
    names = (bare(label), *(one for pair in pairs(label, style) for one in pair))
    return frozenset(found.number for name in names if (found := counted(name, style)))
