"""What must not be parted at the end of a line, in documents that are laid out in pages.

    ITU-T, ITU-R, ITU-D          a non-breaking hyphen (U+2011)
    15 October                   a no-break space (U+00A0) between the day and the month
    1.5 °C, 200 MHz, 20 %        between a number and its unit
    No. 5, N° 5, Resolution 72   between what is numbered and its number

The space between number and unit is that of the SI Brochure (9th edition, 5.4.3), in which a number
and its unit stay on one line; the others are those of ITU's own documents. Each character stands
for one character, so that a text is as long as before. What plans say is not changed: only what is
printed of it in Word and HTML. Punctuation, such as the space before a French colon, is left to who
wrote it; so is a text with an address in it, which somebody may copy.
"""

from __future__ import annotations

import re
from functools import lru_cache

from planctl.patterns import late
from planctl.plan.date_words import NAMES
from planctl.publish.table import Annex, Cell, Column, Paragraph, Run

_NO_BREAK_SPACE, _NO_BREAK_HYPHEN = "\u00a0", "\u2011"
_UNITS = (
    *("°C", "%", "Hz", "kHz", "MHz", "GHz", "THz", "W", "kW", "MW", "GW", "Wh", "kWh", "MWh"),
    *("GWh", "TWh", "V", "kV", "V/m", "A/m", "W/m2", "W/m²", "dB", "dBm", "kbit/s", "Mbit/s"),
    *("Gbit/s", "Tbit/s", "kB", "MB", "GB", "TB", "mm", "cm", "km", "nm", "mg", "kg", "kt", "Mt"),
    *("Gt", "ms"),
)
_ADDRESS = late(r"://|www\.|@")
_HYPHEN = late(r"(?<!\w)ITU-(?=[TRD](?!\w))")
_NUMBERED = late(
    r"(?:Nos?|Res|Rés|Рез)\.|[Nn][°º]|№"
    r"|Resolutions?|Résolutions?|Resoluci(?:ón|ones)|Резолюци[а-я]+|القرار"
)
# How what is numbered ends: to look at each number in a text, whatever is before it, takes long.
_ENDS = ("[.°º№]", "tion", "tions", "ión", "ones", "[а-я]", "ر")
_DAY = late(r"(?:\d\d?[-–])?\d\d?(?:er)?")
_NUMBER = late(r"\d+(?:[.,]\d+)*")
_REACH = 24  # characters: as far as to look for the beginning of a word


def typeset(annex: Annex) -> Annex:
    """The annex as it is printed: with no-break characters where a line must not end."""
    rows = tuple(tuple(map(_cell, row)) for row in annex.rows)
    return annex._replace(
        number=set_text(annex.number),
        heading=tuple(map(set_text, annex.heading)),
        columns=tuple(map(_column, annex.columns)),
        rows=rows,
        marked=tuple(map(_run, annex.marked)),
    )


def _column(column: Column) -> Column:
    heading = tuple(map(set_text, column.heading))
    return column._replace(heading=heading, marked=tuple(map(_run, column.marked)))


@lru_cache(maxsize=32768)
def _cell(cell: Cell) -> Cell:
    parts = cell.paragraphs
    return Cell(tuple(map(_paragraph, parts)), cell.continues) if parts else cell


def _paragraph(paragraph: Paragraph) -> Paragraph:
    runs, kind, mark, was = paragraph
    if len(runs) == 1 and set_text(runs[0].text) is runs[0].text:
        return paragraph
    return Paragraph(tuple(map(_run, runs)), kind, mark, was)  # _replace takes twice as long


def _run(run: Run) -> Run:
    text = set_text(run.text)
    return run if text is run.text else Run(text, run.href, run.mark)


@lru_cache(maxsize=32768)
def set_text(text: str) -> str:
    """The text with no-break characters; the very same object where it needs none."""
    found = text
    if "ITU-" in text and not _ADDRESS.search(text):
        found = _HYPHEN.sub(f"ITU{_NO_BREAK_HYPHEN}", text)
    if " " in found:
        found = _space().sub(_kept, found)
    return text if found == text else found


def _kept(space: re.Match[str]) -> str:
    """A space that may be no place to break a line at: no-break, or as it is."""
    start, text = space.start(), space.string
    before = text[max(0, start - _REACH) : start].rpartition(" ")[2].lstrip("(“«")
    if text[space.end()].isdigit():
        bound = _NUMBERED.fullmatch(before)
    else:
        bound = (_DAY if space["month"] else _NUMBER).fullmatch(before)
    return _NO_BREAK_SPACE if bound else " "


@lru_cache(maxsize=1)
def _space() -> re.Pattern[str]:
    """A space before a number, a month or a unit; it begins with the space to be found at once."""
    months = "|".join(sorted(name for name in NAMES if not name.isdecimal()))
    units = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
    numbered = "|".join(f"(?<={end} )" for end in _ENDS)
    named = rf"(?<=[\dr] )(?:(?:de )?(?P<month>{months})\b|(?:{units})(?![\w/]))"
    return re.compile(rf" (?=(?=\d)(?:{numbered})|{named})")
