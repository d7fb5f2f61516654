"""Dates as plans store them, and in English words.

Stored dates are the part of EDTF (ISO 8601-2) that plans need::

    date     = point [ "/" point ]        both points of the same precision, the first not later
    point    = yyyy [ "-" mm [ "-" dd ] ]

An event of two days ("14 and 16 April 2020") is stored as the interval that holds them.

Dates in prose are found by :mod:`written_dates`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from planctl.patterns import late

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PRECISIONS: Final = ("year", "month", "day")

_STORED: Final = late(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Span(NamedTuple):
    """A date or an interval: ``(2020,)``, ``(2020, 4)`` or ``(2020, 4, 14)`` at either end.

    Both ends have the same precision; they are equal for a single date. Made by :func:`parse`,
    which checks the calendar.
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
