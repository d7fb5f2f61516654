"""Lines of a text file that are one paragraph, broken where the next word did not fit.

Mail programs break lines at some 70 characters, and so an identifier, a title or a sentence. Lines
belong together where each but the last is as long as it could be, or where the first breaks off in
the middle of a name or a sentence. What begins as an item does, with a bullet, a number or an
identifier and its title, begins a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from planctl.ingest.document import Line
from planctl.patterns import late

_WIDEST: Final = 100  # characters of a line that was broken; a longer one is a paragraph by itself
_NARROWEST: Final = 50
_MOST: Final = 100  # lines of a paragraph
_CITED = late(r"(?:>\s?){1,9}")  # before lines of an earlier mail
_ITEM = late(
    r"\s*(?:[·•▪◦‣*–—\uf0b7-]\s|\(?(?:\d{1,2}|[a-z])\s?[.)-]\s|\d{1,2}\t|#|\[bookmark|[=_-]{3}"
    r"|[A-Z][\w-]{1,20}:\s|(?:ITU-T )?[A-Z]\.[\w.-]{2,20}\s?(?:[:–—-]|[“\"«(]|\())"
)
_IN_A_NAME = late(
    r"\b(?:ITU-[TRD]|UIT-[TRD]|МСЭ-[TRDТР]|Suppl?|Amd|Cor|Recs?|Recommendations?|Supplement"
    r"|Amendment|Corrigendum|Circular|ISO|IEC|ETSI|IEEE)\.?\Z"
)
_REST_OF_NAME = late(r"(?:\(?\d|[A-Z]\.|[A-Z][ -]Sup|ITU|UIT|Rec|SG|E[SNG] |T[SR] |P\d)")
_BREAKS_OFF = late(r"(?:\b(?:and|or|of|the|to|in|on|for|by|with|from|at|an?)|[,(“«-])\Z")
_GOES_ON = late(r"[a-zà-ÿа-я(]")
_ENDED = late(r"[.!?:;]\Z")
_DATED = late(r"(?:19|20)\d\d[).]{0,2}\Z")


def bare(text: str) -> str:
    """A line without the signs that mail puts before what it answers."""
    cited = _CITED.match(text)
    return text[cited.end() :] if cited else text


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines that stand below each other, put together where they are one paragraph."""
    begin = 0
    for end in range(1, len(lines) + 1):
        ends = end == len(lines) or end - begin == _MOST
        if ends or not _may_follow(lines[end - 1], lines[end]):
            yield from _split(lines[begin:end])
            begin = end


def _may_follow(line: Line, other: Line) -> bool:
    """Whether the second can go on from the first at all."""
    if len(line.text) > _WIDEST or other.label or not bare(line.text).strip():
        return False
    if bool(_CITED.match(line.text)) != bool(_CITED.match(other.text)):
        return False
    text = bare(other.text)
    return bool(text.strip()) and not _ITEM.match(text)


def _split(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """One paragraph where all its lines are full, else what surely belongs together."""
    texts = [bare(line.text).strip() for line in lines]
    full = _all_full(texts)
    found = [lines[0]]
    for (text, other), line in zip(pairwise(texts), lines[1:], strict=True):
        if _goes_on(text, other) or (full and not _DATED.search(text)):
            found.append(line)
        else:
            yield found
            found = [line]
    yield found


def _all_full(texts: Sequence[str]) -> bool:
    """Whether the first word of each line had no room on the line before."""
    widest = max(map(len, texts))
    return _NARROWEST <= widest <= _WIDEST and all(
        len(text) + 1 + len(other.split(maxsplit=1)[0]) > widest for text, other in pairwise(texts)
    )


def _goes_on(text: str, other: str) -> bool:
    """Whether a line surely goes on from another: that breaks off, or this one begins small."""
    tail = max(0, len(text) - 20)
    if _BREAKS_OFF.search(text, tail):
        return True
    if _REST_OF_NAME.match(other) and _IN_A_NAME.search(text, tail):
        return True
    return bool(_GOES_ON.match(other)) and not _ENDED.search(text)
