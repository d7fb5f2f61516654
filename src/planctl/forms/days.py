"""Days and months as people type them into a form.

A day in numbers is taken where it can only be one day (25/10/2021), and refused where countries
read it differently (03/04/2021). Months may be named in any language of the Union.
"""

from __future__ import annotations

from planctl.errors import PlanctlError
from planctl.patterns import late
from planctl.plan import date_words, dates, written_dates

_CLOCK = late(r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp][Mm])?Z?$")
_STORED = late(r"[0-9]{4}(?:-[0-9]{1,2}){1,2}")
_WORDED = late(rf"[0-9]{{1,2}} (?:{'|'.join(dates.MONTHS)}),? [0-9]{{4}}")
_ROUGH = late(
    r"(?i:(?:by |before |until )?(?:the )?(?:(?:early|mid|late|end|beginning|start|middle|autumn"
    r"|fall|spring|summer|winter|Q[1-4]|[1-4]Q|(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth"
    r"|last) (?:quarter|half))(?: of(?: the)?| in)?[ /-]){1,2}(?:[a-z]{3,9} )?(?:19|20)[0-9]{2})"
)
_NUMBERS = late(
    r"[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{2}|[0-9]{4})|[0-9]{4}([./])[0-9]{1,2}\2[0-9]{1,2}"
)
_DIGITS = late(r"[0-9]+")


class DayFault(PlanctlError):
    """A text could be more than one day, or is one that does not exist; the message says which."""


def date_in(text: str) -> str:
    """The date, as it is stored, that ``text`` is as a whole; "" where it is none.

    A year alone is none. Raises DayFault where it would have to be guessed.
    """
    text = _CLOCK.sub("", text)
    found = written_dates.find(text)
    if len(found) == 1 and found[0][:2] == (0, len(text)):
        return str(found[0][2])
    if _NUMBERS.fullmatch(text):
        return _in_numbers(text)
    if _STORED.fullmatch(text):
        try:
            return str(dates.parse(text))
        except ValueError as error:
            raise DayFault(str(error)) from None
    if _WORDED.fullmatch(text):
        raise DayFault(f"“{text}” is not a day: write it as in 2021-05-29")
    if _ROUGH.fullmatch(text):
        raise DayFault(f"“{text}” is no date: write a year (2021), a month (2021-05) or a day")
    named = date_words.read(text)
    return str(named) if named else ""


def _in_numbers(text: str) -> str:
    """The only day that a text in numbers can be: 25/10/2021."""
    numbers = _DIGITS.findall(text)
    year = next((one for one in numbers if len(one) == 4), "")
    rest = [int(one) for one in numbers if one is not year]
    orders = (rest, rest[::-1]) if year else ()
    found = {day for month, of_month in orders if (day := _day(year, month, of_month))}
    if len(found) == 1:
        return found.pop()
    raise DayFault(
        f"“{text}” could be more than one day: write year, month and day, as in 2021-05-29"
        if found or not year
        else f"“{text}” is not a day: write it as in 2021-05-29"
    )


def _day(year: str, month: int, day: int) -> str:
    try:
        return str(dates.parse(f"{year}-{month:02}-{day:02}"))
    except ValueError:
        return ""
