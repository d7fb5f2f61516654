"""How wide the columns of a table are: by their weights, but none narrower than its words.

Word and LibreOffice break a word that is wider than its column anywhere, without a hyphen. Widths
of letters are those of Times New Roman, by class, in thousandths of the font's size.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from planctl.publish.table import Annex

SIDE_MARGIN = 85
"""Between a cell's text and its line, in twips."""

_NARROW_COLUMN = 1500  # a column of a greater weight has room for every usual word
_LONGEST = 20  # letters: what is longer is no word
_SIZE = 200  # of the font, in twips
_NARROW, _BROAD = frozenset("fijlrtI.,:;()[]’'!|/-\u2011 "), frozenset("mwMWЖШЩЮФМжшщюфм—…")
_LETTERS = {"narrow": 310, "broad": 830, "capital": 700, "cyrillic": 530, "other": 500}
_BOLD = 1.06
_SLACK = 20  # twips
_CHINESE = "\u2e80"  # from here on a line may end after any letter


def widths(annex: Annex, width: int) -> list[int]:
    """Share ``width`` twips among the columns of an annex; the sum is exact.

    Columns with room to spare give up to half of it to those that have too little.
    """
    weights = [column.weight for column in annex.columns]
    shares = [width * weight / sum(weights) for weight in weights]
    missing = [_need(annex, place) - share for place, share in enumerate(shares)]
    wanted = sum(one for one in missing if one > 0)
    spare = -sum(one for one in missing if one < 0)
    if wanted and spare:
        given = min(wanted, spare / 2)
        shares = [
            share + given * (one / wanted if one > 0 else one / spare)
            for share, one in zip(shares, missing, strict=True)
        ]
    ends = [*map(int, accumulate(shares[:-1])), width]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _need(annex: Annex, place: int) -> int:
    """The width of a column in which its longest word has room, with the margins."""
    column = annex.columns[place]
    needs = [_BOLD * _longest(line) for line in column.heading]
    if column.weight < _NARROW_COLUMN:
        texts = {part.text for row in annex.rows for part in row[place].paragraphs}
        needs += map(_longest, texts)
    return round(max(needs, default=0)) + 2 * SIDE_MARGIN + _SLACK


@lru_cache(maxsize=4096)
def _longest(text: str) -> float:
    """The width of the longest word that is no address or the like, in twips."""
    words = {word for word in text.replace("-", "- ").split() if len(word) <= _LONGEST}
    return max(map(_width, words), default=0)


def _width(word: str) -> float:
    if word[0] >= _CHINESE:
        return _SIZE
    return sum(_LETTERS[_class(letter)] for letter in word) * _SIZE / 1000


def _class(letter: str) -> str:
    if letter in _NARROW:
        return "narrow"
    if letter in _BROAD:
        return "broad"
    if letter.isupper():
        return "capital"
    return "cyrillic" if "\u0400" <= letter < "\u0500" else "other"
