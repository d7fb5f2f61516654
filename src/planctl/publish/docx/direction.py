"""Blocks that run from right to left, as Arabic does (ISO/IEC 29500-1, 17.3.1.6 and 17.4.1).

Which letters do so, text tells by itself (:mod:`planctl.publish.docx.text`); this is about the
order of a table's columns, about paragraphs, and about the signs between words. Word has a sign run
as its run does: a full stop after "E.811" would stand to its right, which is before it.
"""

from __future__ import annotations

import re
from itertools import accumulate

from planctl.patterns import late
from planctl.publish.docx.text import escape, unescape

_TABLE = late(r'(<w:tblPr>(?:<w:tblStyle w:val="[^"]*"/>)?)')
_CELL = late(r"<w:tc>.*?</w:tc>", re.DOTALL)
_PARAGRAPH = late(r"<w:p>.*?</w:p>", re.DOTALL)
# What may stand before w:bidi among a paragraph's properties, as planctl writes them.
_PROPERTIES = late(
    r'(<w:pPr>(?:<w:pStyle w:val="[^"]*"/>)?(?:<w:pageBreakBefore/>)?(?:<w:numPr>.*?</w:numPr>)?'
    r"(?:<w:tabs>.*?</w:tabs>)?)"
)
_RUN = late(r"<w:r>.*?</w:r>", re.DOTALL)
_PLAIN_RUN = late(
    r'<w:r>(?:<w:rPr>(.*?)</w:rPr>)?(<w:(?:t|delText) xml:space="preserve">)([^<]*)(</[^>]*>)</w:r>'
)
_TAG = late(r"<[^>]*>")
_RTL = "<w:rtl/>"
_SIGNS = ' \u00a0.,:;!?()[]«»“”‘’"…؟،؛'
_OPENING = {")": "(", "]": "[", "»": "«", "”": "“", "’": "‘"}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}


def right_to_left(block: str, *, whole: bool = False) -> str:
    """A paragraph or a table that planctl has drawn, from right to left.

    A paragraph in which no letter runs so stays as it is, English in an Arabic table; but in a
    cell with Arabic items of lists and what has no letters go with the rest. With ``whole`` all
    paragraphs are turned.
    """
    if whole:
        turned = _PARAGRAPH.sub(lambda found: _bidi(_with_signs(found[0])), block)
        return _TABLE.sub(r"\1<w:bidiVisual/>", turned)
    if "<w:tc>" not in block:
        return _PARAGRAPH.sub(_turned, block)
    return _CELL.sub(_turned_cell, _TABLE.sub(r"\1<w:bidiVisual/>", block))


def _turned_cell(cell: re.Match[str]) -> str:
    if _RTL not in cell[0]:
        return cell[0]
    return _PARAGRAPH.sub(lambda found: _turned(found, among=True), cell[0])


def _turned(paragraph: re.Match[str], *, among: bool = False) -> str:
    """A paragraph, turned if it has Arabic; ``among`` such also where it is in a list or a year."""
    text = paragraph[0]
    goes_along = among and ("<w:numPr>" in text or not _has_letters(text))
    return _bidi(_with_signs(text)) if _RTL in text or goes_along else text


def _bidi(text: str) -> str:
    if not text.startswith("<w:p><w:pPr>"):
        return text.replace("<w:p>", "<w:p><w:pPr><w:bidi/></w:pPr>", 1)
    return _PROPERTIES.sub(r"\1<w:bidi/>", text)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, _TAG.sub("", text)))


def _with_signs(paragraph: str) -> str:
    """A paragraph in which signs beside Arabic, or at its ends, run as the paragraph does.

    So they do by the Unicode Bidirectional Algorithm (UAX #9, N1 and N2).
    """
    if _RTL not in paragraph:
        return paragraph
    runs = _RUN.findall(paragraph)
    sides = [_side(run) for run in runs]
    before = accumulate(["R", *sides], _last)
    after = reversed([*accumulate(["R", *reversed(sides)], _last)][:-1])
    drawn = map(_signed, runs, sides, before, after)
    return _RUN.sub(lambda _: next(drawn), paragraph)


def _side(run: str) -> str:
    """Where the letters of a run go: "R" is to the left; "" is a run without letters."""
    if _RTL in run:
        return "R"
    return "L" if _has_letters(run) else ""


def _last(known: str, side: str) -> str:
    return side or known


def _signed(run: str, side: str, before: str, after: str) -> str:
    """A run in several: the signs at its ends go with what stands ``before`` and ``after`` it."""
    plain = _PLAIN_RUN.fullmatch(run)
    if side == "R" or not plain:
        return run
    first, words, last = _ends(unescape(plain[3]))
    if not words:
        return _piece(plain, first, "R" if "R" in (before, after) else "L")
    pieces = ((first, before), (words, "L"), (last, after))
    return "".join(_piece(plain, text, towards) for text, towards in pieces if text)


def _piece(run: re.Match[str], text: str, towards: str) -> str:
    given = (run[1] or "") + (_RTL if towards == "R" else "")
    properties = f"<w:rPr>{given}</w:rPr>" if given else ""
    return f"<w:r>{properties}{run[2]}{escape(text)}{run[4]}</w:r>"


def _ends(text: str) -> tuple[str, str, str]:
    """Signs, what is between, and signs; a pair of brackets or marks is not parted."""
    middle = text.strip(_SIGNS)
    first, _, last = text.partition(middle) if middle else (text, "", "")
    for at, sign in enumerate(first):
        closing = _CLOSING.get(sign, "")
        if closing and middle.count(closing) > middle.count(sign):
            first, middle = first[:at], first[at:] + middle
            break
    while last and middle.count(_OPENING.get(last[0], last[0])) > middle.count(last[0]):
        middle, last = middle + last[0], last[1:]
    return first, middle, last
