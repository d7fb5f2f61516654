"""Dates that English ITU prose writes out.

``~`` is any white space or none; month names may be shortened::

    days     = ["from "] day {"," day} joiner day month year     "from 3 to 5 April 2017"
             | ["from "] day month [year] joiner day month year  "27 September - 2 October 2019"
             | month~day [joiner [month] day] [","] year         "May 15, 2019", "May13, 2019"
             | day month [","] year                              "02 July 2020"
    months   = ["from "] [month [year] joiner] month year        "October 2020"
    brackets = "(" year ")" | "(" mm "/" year ")"                "(2020)", "(09/2019)"
    joiner   = "to" | "and" | "until" | "-" | "–" | "—" | "/" | "&"

and the stored form itself, of a month or a day. All-numeric days (03/04/2020) are read differently
in different countries and are not taken; neither is a bare year, nor a day without its year.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from planctl.plan.dates import MONTHS, Span, parse

_NUMBERS: Final = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY: Final = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_YEAR: Final = r"(?:19|20)[0-9]{2}"
_JOIN: Final = r"(?:\s{1,3}(?:to|and|until)\s{1,3}|\s{0,3}[-–—/&]\s{0,3})"
_NOT_TWO: Final = r"(?!\s{1,3}and|\s{0,3}&)"  # "1 May 2019 and 3 June 2020" are two dates


def find(text: str) -> list[tuple[int, int, Span]]:
    """Return every date written out in the text, as (start, end, span), in order, none overlapping.

    The grammar is at the head of this module. What looks like a date and is none in the calendar
    ("31 April 2020") is passed over whole.
    """
    found: list[tuple[int, int, Span]] = []
    for match in _prose().finditer(text) if "19" in text or "20" in text else ():
        try:
            found.append((match.start(), match.end(), parse(_stored(match))))
        except ValueError:
            continue
    return found


@lru_cache(maxsize=1)
def _prose() -> re.Pattern[str]:
    """Compile the grammar of dates in prose; late, because few texts have a year."""
    days = rf"""
        (?:[Ff]rom\s{{1,3}})?(?P<d1>{_DAY})
        (?:(?:\s{{1,3}}(?P<m1>{_MONTH})(?:,?\s{{1,3}}(?P<y1>{_YEAR}){_NOT_TWO})?
           |(?:,\s{{0,3}}{_DAY}){{0,9}})
        {_JOIN}(?P<d2>{_DAY}))?
        \s{{1,3}}(?P<m2>{_MONTH}),?\s{{1,3}}(?P<y2>{_YEAR})"""
    month_first = rf"""
        (?P<um1>{_MONTH})\s{{0,3}}(?P<ud1>{_DAY})
        (?:{_JOIN}(?:(?P<um2>{_MONTH})\s{{1,3}})?(?P<ud2>{_DAY}))?
        (?:,\s{{0,3}}|\s{{1,3}})(?P<uy>{_YEAR})"""
    months = rf"""
        (?:(?:[Ff]rom\s{{1,3}})?(?P<fm>{_MONTH})(?:\s{{1,3}}(?P<fy>{_YEAR}){_NOT_TWO})?{_JOIN})?
        (?P<m>{_MONTH}),?\s{{1,3}}(?P<y>{_YEAR})"""
    brackets = rf"\((?:(?P<bm>0[1-9]|1[0-2])/)?(?P<by>{_YEAR})\)"
    point = rf"{_YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?"
    stored = rf"(?<![-/])(?P<iso>{point}(?:/{point})?)(?![-/]?[0-9])"
    either = "|".join((days, month_first, months, brackets, stored))
    return re.compile(rf"(?<![\w.])(?:{either})(?!\w)", re.VERBOSE)


def _stored(match: re.Match[str]) -> str:
    """Return the stored form of what was found in prose; it may name an impossible date."""
    part = match.groupdict()
    if part["iso"]:
        return str(part["iso"])
    if part["by"]:
        return f"{part['by']}-{part['bm']}" if part["bm"] else str(part["by"])
    if part["y"]:
        last = f"{part['y']}-{_month(part['m'])}"
        return f"{part['fy'] or part['y']}-{_month(part['fm'])}/{last}" if part["fm"] else last
    day_first = part["d1"] is not None
    day_a, day_b = (part["d1"], part["d2"]) if day_first else (part["ud1"], part["ud2"])
    year_b = part["y2"] or part["uy"]
    month_b = part["m2"] or part["um2"] or part["um1"]
    last = f"{year_b}-{_month(month_b)}-{_number(day_b or day_a)}"
    if day_b is None:
        return last
    month_a = part["m1"] or part["um1"] or month_b
    return f"{part['y1'] or year_b}-{_month(month_a)}-{_number(day_a)}/{last}"


def _month(name: str) -> str:
    return f"{_NUMBERS[name[:3]]:02}"


def _number(day: str) -> str:
    return day.rstrip("dhnrst").zfill(2)
