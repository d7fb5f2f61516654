"""Dates as plans store them, and as English ITU prose writes them.

Stored dates are the part of EDTF (ISO 8601-2) that plans need::

    date     = point [ "/" point ]        both points of the same precision, the first not later
    point    = yyyy [ "-" mm [ "-" dd ] ]

An event of two days ("14 and 16 April 2020") is stored as the interval that holds them.

Dates found in prose (``~`` is any white space or none; month names may be shortened)::

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
from typing import Final, NamedTuple

from planctl.patterns import late

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PRECISIONS: Final = ("year", "month", "day")
_NUMBERS: Final = {name[:3]: number for number, name in enumerate(MONTHS, 1)}

_STORED: Final = late(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY: Final = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_YEAR: Final = r"(?:19|20)[0-9]{2}"
_JOIN: Final = r"(?:\s{1,3}(?:to|and|until)\s{1,3}|\s{0,3}[-–—/&]\s{0,3})"
_NOT_TWO: Final = r"(?!\s{1,3}and|\s{0,3}&)"  # "1 May 2019 and 3 June 2020" are two dates


class Span(NamedTuple):
    """A date or an interval: ``(2020,)``, ``(2020, 4)`` or ``(2020, 4, 14)`` at either end.

    Both ends have the same precision; they are equal for a single date. Made by :func:`parse` and
    :func:`find`, which check the calendar.
    """

    first: tuple[int, ...]
    last: tuple[int, ...]

    @property
    def year(self) -> int:
        """The year in which the span begins."""
        return self.first[0]

    @property
    def precision(self) -> str:
        """``year``, ``month`` or ``day``."""
        return _PRECISIONS[len(self.first) - 1]

    @property
    def start(self) -> str:
        """The first day covered, as yyyy-mm-dd."""
        return _iso((*self.first, 1, 1)[:3])

    @property
    def end(self) -> str:
        """The last day covered, as yyyy-mm-dd."""
        year, month = (*self.last, 12)[:2]
        return _iso((*self.last, 12)[:2] + (self.last[2:] or (_month_length(year, month),)))

    def __str__(self) -> str:
        """Return the stored form: ``parse(str(span)) == span``."""
        first, last = _iso(self.first), _iso(self.last)
        return first if first == last else f"{first}/{last}"


@lru_cache(maxsize=8192)
def parse(text: str | int) -> Span:
    """Read a stored date: ``2017``, ``2017-11``, ``2017-11-23`` or two of them joined by ``/``.

    Raises ValueError, with a message for the person who wrote it, where the text has another form,
    names a day that does not exist, or ends before it begins.
    """
    text = str(text)
    first_text, slash, last_text = text.partition("/")
    first = _point(first_text, text)
    last = _point(last_text, text) if slash else first
    if len(first) != len(last):
        raise ValueError(
            f"'{text}' joins two dates of different kinds: write both as years, both as months"
            " (2020-04) or both as days (2020-04-14)"
        )
    if last < first:
        raise ValueError(f"'{text}' ends before it begins: put the earlier date first")
    return Span(first, last)


def render(span: Span) -> str:
    """Write a span as ITU documents do: "1 October 2019", "from 9 to 12 April 2018", "2017"."""
    first, last = span.first, span.last
    if first == last:
        return _words(first)
    shared = 0  # how many leading numbers (year, then month) both ends have in common
    while first[shared] == last[shared]:
        shared += 1
    return f"from {_words(first, leave_out=shared)} to {_words(last)}"


def phrase(span: Span) -> str:
    """Write a span as it stands in a sentence: "on 1 October 2019", "in 2017", "from 9 to …"."""
    text = render(span)
    if span.first != span.last:
        return text
    return f"on {text}" if span.precision == "day" else f"in {text}"


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


@lru_cache(maxsize=8192)
def months_between(earlier: str, later: str) -> int:
    """Count the whole months from one ISO day (yyyy-mm-dd) to another; negative if it is before.

    A month is whole when the same day of the month is reached: 31 January to 28 February is 0.
    """
    (year_a, month_a, day_a), (year_b, month_b, day_b) = _day(earlier), _day(later)
    if (year_b, month_b, day_b) < (year_a, month_a, day_a):
        return -months_between(later, earlier)
    return (year_b - year_a) * 12 + month_b - month_a - (day_b < day_a)


def heading(month: str) -> str:
    """Write a month as the head of the Status column does: "2020-10" as "October 2020".

    Raises ValueError where the text is not a year and a month.
    """
    span = parse(month)
    if span.precision != "month" or span.first != span.last:
        raise ValueError(f"'{month}' is not a month: write the year and the month, as in 2020-10")
    return _words(span.first)


def _point(text: str, whole: str) -> tuple[int, ...]:
    match = _STORED.fullmatch(text)
    if match is None:
        raise ValueError(
            f"'{whole}' is not a date: write 2017, 2017-11, 2017-11-23,"
            " or 2020-04-14/2020-04-16 for several days"
        )
    point = tuple(int(number) for number in match.groups() if number is not None)
    if point[0] == 0:
        raise ValueError(f"'{whole}': there is no year 0000")
    if len(point) > 1 and not 1 <= point[1] <= 12:
        raise ValueError(f"'{whole}': there is no month {point[1]:02}; months run from 01 to 12")
    if len(point) > 2 and not 1 <= point[2] <= _month_length(point[0], point[1]):
        days = _month_length(point[0], point[1])
        raise ValueError(f"'{whole}': {MONTHS[point[1] - 1]} {point[0]} has {days} days")
    return point


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


def _words(point: tuple[int, ...], leave_out: int = 0) -> str:
    """Write a date in words, without its year (1) or its year and month (2) where told."""
    words = [str(point[0])]
    if len(point) > 1:
        words.append(MONTHS[point[1] - 1])
    if len(point) > 2:
        words.append(str(point[2]))
    return " ".join(reversed(words[leave_out:]))


def _iso(point: tuple[int, ...]) -> str:
    return "-".join((f"{point[0]:04}", *(f"{number:02}" for number in point[1:])))


def _day(text: str) -> tuple[int, int, int]:
    span = parse(text)
    if span.precision != "day":
        raise ValueError(f"'{text}' is not a day: write year, month and day, as in 2020-10-15")
    year, month, day = span.first
    return year, month, day


def _month_length(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap
