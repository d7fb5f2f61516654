"""How wide the columns of a table are: by their weights, but none narrower than its words.

Word and LibreOffice break a word that is wider than its column anywhere, without a hyphen. So the
words of a heading always have room, those of the cells where there is some left. Widths of letters
are those of Times New Roman, by class, in thousandths of the font's size.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from planctl.publish.table import Annex


class Type(NamedTuple):
    """How large the type of a table is, in half points, and the margins of its cells, in twips."""

    heading: int
    text: int
    margin: int


_UPRIGHT = Type(16, 17, 57)
_USUAL = Type(20, 20, 85)  # 10 pt: eight columns read better than in the 11 pt of other ITU tables
_WIDE = 12_000  # twips: with less, the words of eight columns need smaller type

_LONGEST = 20  # letters: what is longer is no word
_KEPT = 0.6  # of its share, for a column of long texts
_NARROW, _BROAD = frozenset("fijlrtI.,:;()[]’'!|/-\u2011 "), frozenset("mwMWЖШЩЮФМжшщюфм—…")
_LETTERS = {
    "narrow": 310,
    "broad": 830,
    "capital": 700,
    "cyrillic": 530,
    "arabic": 600,
    "other": 500,
}
_BOLD = 1.06
_SLACK = 20  # twips
_CHINESE = "\u2e80"  # from here on a line may end after any letter


def type_of(annex: Annex, width: int) -> Type:
    """The type of an annex's table, ``width`` twips wide: smaller in a narrow or crowded one."""
    return _USUAL if width >= max(_WIDE, sum(_heading_needs(annex, _USUAL))) else _UPRIGHT


def widths(annex: Annex, width: int) -> list[int]:
    """Share ``width`` twips among the columns of an annex; the sum is exact.

    Each column has what the words of its heading need. Then a column of long texts has most of its
    share, and of the others those that need the least more have what the words of their cells do.
    The rest goes by the weights.
    """
    type_ = type_of(annex, width)
    weights = [column.weight for column in annex.columns]
    shares = [width * weight / sum(weights) for weight in weights]
    needs = _heading_needs(annex, type_)
    room = width - sum(needs)
    wanted = [(_kept(share, type_), place) for place, share in enumerate(shares)]
    texts = (at for kept, at in wanted if not kept)
    others = sorted((_text_need(annex, at, type_) - needs[at], at) for at in texts)
    for more, place in [*((kept - needs[at], at) for kept, at in wanted if kept), *others]:
        if 0 < more <= room:
            needs[place] += more
            room -= more
    return _whole(_shared(weights, needs, width), width)


def _shared(weights: Sequence[float], needs: Sequence[float], width: int) -> list[float]:
    """Shares by weight, but none below its need as long as there is room for all of these."""
    if sum(needs) >= width:  # words will be broken; in columns of long texts not all of them
        parts = [
            need / sum(needs) + one / sum(weights) for need, one in zip(needs, weights, strict=True)
        ]
        return [width * part / 2 for part in parts]
    held: set[int] = set()
    while True:
        left = width - sum(needs[place] for place in held)
        unit = left / sum(weight for place, weight in enumerate(weights) if place not in held)
        short = {at for at, weight in enumerate(weights) if weight * unit < needs[at]} - held
        if not short:
            return [needs[at] if at in held else weight * unit for at, weight in enumerate(weights)]
        held |= short


def _whole(shares: Sequence[float], width: int) -> list[int]:
    ends = [*map(int, accumulate(shares[:-1])), width]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _heading_needs(annex: Annex, type_: Type) -> list[float]:
    """The widths of the columns in which the longest words of their headings have room."""
    longest = (max(map(_longest, column.heading), default=0) for column in annex.columns)
    around = 2 * type_.margin + _SLACK
    return [word * _BOLD * type_.heading / 100 + around for word in longest]


def _text_need(annex: Annex, place: int, type_: Type) -> float:
    """The width of a column in which the longest word of its cells has room."""
    texts = {part.text for row in annex.rows for part in row[place].paragraphs}
    return max(map(_longest, texts), default=0) * type_.text / 100 + 2 * type_.margin + _SLACK


def _kept(share: float, type_: Type) -> float:
    """What a column keeps of a share that has room for every usual word; 0 of a smaller one."""
    every = _LONGEST * _LETTERS["other"] * type_.text / 100 + 2 * type_.margin + _SLACK
    return _KEPT * share if share >= every else 0


@lru_cache(maxsize=4096)
def _longest(text: str) -> float:
    """The width of the longest word that is no address or the like, in thousandths of the size."""
    words = {word for word in text.replace("-", "- ").split() if len(word) <= _LONGEST}
    return max(map(_width, words), default=0)


@lru_cache(maxsize=16384)
def _width(word: str) -> float:
    if word[0] >= _CHINESE:
        return 1000
    return sum(_LETTERS[_class(letter)] for letter in word)


def _class(letter: str) -> str:
    if letter in _NARROW:
        return "narrow"
    if letter in _BROAD:
        return "broad"
    if letter.isupper():
        return "capital"
    if "\u0600" <= letter < "\u0780":
        return "arabic"
    return "cyrillic" if "\u0400" <= letter < "\u0500" else "other"
