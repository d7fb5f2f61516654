"""Months and days that a sentence names without their year, and the date of a document.

::

    when  = [ part "of " ] ( day month [ year ] | month [ day ] [ "," ] [ year ] | year | quarter )
    part  = "the end " | "early " | "mid-" | "the first half " …
         | year "-" mm [ "-" dd ] | mm "/" year
    quarter = "Q" n [ year ] | ( "first" … "fourth" ) "quarter of " year

A day or a month without a year is the next one after the document was written where it is still to
come, and the last one before where it is past. A document that does not say when it was written is
of the year that it names most often, if there is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from planctl.ingest.evidence.passages import Passage
from planctl.patterns import late
from planctl.plan import date_words, dates, written_dates

MONTH: Final = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|"
    r"aug(?:ust|\.)?|sep(?:tember|t\.?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_PART: Final = (
    r"(?:(?:the )?(?:very )?(?:end|beginning|start|middle|close|first half|second half|course) of "
    r"|early(?: in)? |late(?: in)? |(?:mid|end)[- ]|the )"
)
WHEN: Final = (
    rf"(?P<part>{_PART})?(?:"
    rf"(?P<day>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTH})"
    rf"(?:,? (?P<y1>20[0-9]{{2}}))?"
    rf"|(?P<m2>{MONTH})(?: (?P<day2>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9]))?"
    rf"(?:,? (?P<y2>20[0-9]{{2}}))?"
    rf"|(?P<quarter>Q[1-4]|(?:first|second|third|fourth|last) quarter)(?: of| in)?"
    rf"(?: (?P<y3>20[0-9]{{2}}))?"
    r"|(?P<y5>20[0-9]{2})-(?P<n5>0[1-9]|1[0-2])(?:-(?P<d5>[0-3][0-9]))?|(?P<n6>0[1-9]|1[0-2])/(?P<y6>20[0-9]{2})"
    rf"|(?P<y4>20[0-9]{{2}}))(?![\w/-])"
)
YEARS: Final = ("y1", "y2", "y3", "y4", "y5", "y6")
"""The groups of :data:`WHEN` one of which is the year, if it names one."""
_DATE_LINE = late(
    rf"(?:Date:? )?(?:[A-Z][\w .'’-]{{1,30}}, )?(?:[0-9]{{1,2}} ?[-–] ?)?(?:[0-9]{{1,2}} )?{MONTH}"
    r"(?: [0-9]{1,2},)? 20[0-9]{2}\.?|(?:Date:? )?20[0-9]{2}-[01][0-9]-[0-3][0-9]",
    re.IGNORECASE,
)
_AROUND_DATE = late(
    r"(?:(?:Date|Fecha|Дата|日期|التاريخ) ?[:：]? ?)?(?:[\w .'’-]{2,30}[,،，] (?:le )?)?\|"
    r"(?: ?(?:года|г)\.?)?(?:[,،，] ?[\w .'’-]{2,30})?\.?",
    re.IGNORECASE,
)
_MAIL_DATE = late(
    r"(?:Date|Sent|Envoyé|Fecha|Enviado(?: el)?|Дата|Отправлено|日期|发送时间|التاريخ) ?[:：]"
    r"[^\d|:]{0,20}\|[^\d|]{0,8}[0-9]{1,2}[:.hч][0-9]{2}(?::[0-9]{2})?"
    r"(?: ?[AP]M)?(?: \(?(?:[+-][0-9]{4}|[A-Z]{3,4})\)?){0,2}",
    re.IGNORECASE,
)
_DATE_LINE_LONGEST = 80  # characters
_YEAR = late(r"(?<![\w./-])20[0-9]{2}(?![\w/-])")
_QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_NUMBERS: Final = {name[:3].lower(): number for number, name in enumerate(dates.MONTHS, 1)}
_HEAD = 30  # lines in which a document says when it was written


class Written(NamedTuple):
    """When a document was written.

    ``date`` is a year, month or day as stored, "" where nothing tells; ``how`` says what does, in
    words that follow "of 2025-05, ".
    """

    date: str = ""
    how: str = ""


def written(
    lines: Sequence[Passage], file_says: str = "", told: str = "", unit: str = "line"
) -> Written:
    """When a document was written: as ``told``, else as a line of it says, else as its file does.

    Else it is the year that it names most often. ``unit`` is what the places of the lines count.
    """
    if told:
        return Written(told, "as you said")
    for passage in lines[:_HEAD]:
        if len(passage.text) <= _DATE_LINE_LONGEST and _is_date_line(passage.text):
            found = date_words.find(passage.text)
            if found:
                first = str(found[-1][2]).partition("/")[0]  # of a meeting, its first day
                return Written(first, f"as {unit} {passage.place} says")
    if file_says:
        return Written(file_says, "as the file says")
    years = Counter(match for passage in lines for match in _YEAR.findall(passage.text))
    most = years.most_common(2)
    if most and (len(most) == 1 or most[0][1] > most[1][1]):
        return Written(most[0][0], "the year it names most often")
    return Written()


def _is_date_line(text: str) -> bool:
    """Whether a line is no more than a date: with the place where it was written, or of a mail."""
    if _DATE_LINE.fullmatch(text):
        return True
    found = date_words.find(text)
    if len(found) != 1:
        return False
    start, end, _ = found[0]
    around = f"{text[:start]}|{text[end:]}"
    if _MAIL_DATE.fullmatch(around):
        return True
    return bool(_AROUND_DATE.fullmatch(around)) and not written_dates.find(text)


def resolve(part: dict[str, str | None], document: str, *, past: bool = False) -> str:
    """The stored date of what :data:`WHEN` matched; "" where its year cannot be told.

    ``part`` is the match's ``groupdict()``, ``document`` the date of the document; ``past`` says
    that it had happened when that was written.
    """
    year = next((found for name in YEARS if (found := part[name])), None)
    month = part["m1"] or part["m2"]
    if part["quarter"]:
        first = _quarter(part["quarter"]) * 3 - 2
        year = year or _year_of(first, document, past=past)
        return f"{year}-{first:02}/{year}-{first + 2:02}" if year else ""
    numeral = part["n5"] or part["n6"]
    if not month and not numeral:
        return year or ""
    number = int(numeral) if numeral else _NUMBERS[str(month)[:3].lower()]
    year = year or _year_of(number, document, past=past)
    day = part["day"] or part["day2"] or part["d5"]
    if not year:
        return ""
    stored = f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
    try:
        return str(dates.parse(stored))
    except ValueError:
        return ""


def told(match: re.Match[str], due: str) -> str:
    """What :data:`WHEN` matched as it is told, with the year of ``due`` where it has none."""
    numeral = match["n5"] or match["n6"]
    if numeral:
        return dates.render(dates.parse(due)) if due else match["when"]
    words = match["when"]
    return words if not due or any(match[name] for name in YEARS) else f"{words} {due[:4]}"


def _quarter(name: str) -> int:
    return int(name[1]) if name[0] in "Qq" else _QUARTERS[name.split()[0].lower()]


def _year_of(month: int, document: str, *, past: bool) -> str:
    """The year of a month that stands without one."""
    if not document:
        return ""
    year = int(document[:4])
    if len(document) < len("2025-05"):
        return str(year)
    here = int(document[5:7])
    if past:
        return str(year - (month > here))
    return str(year + (month < here))
