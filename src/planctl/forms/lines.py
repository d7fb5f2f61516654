"""The lines of "New deliverables": identifier, title, date, link, with commas between.

Commas stand within titles too, so a line is taken apart from its ends: the link, the date before
it, the identifier in front. What is left is the title. A line of another form (one copied from a
report, an event with its place) is read as `planctl link` reads what is typed.
"""

from __future__ import annotations

from typing import Any

from planctl.change.new_deliverable import date_value, proper_spelling
from planctl.errors import PlanctlError
from planctl.ingest import typed
from planctl.patterns import late
from planctl.plan import dates, identifiers

_LINK = late(r"(?:https?://|ftp://|mailto:)[^\s<>\"“”]+")
_BULLET = late(r"^\s*(?:[•▪●◦*·–—-]\s+|\(?[0-9]{1,2}[.)]\s+)")
_JOINT = late(r"\s*[,;|]\s*")
_ENDS = " ,;|"
_STORED = late(r"[0-9]{4}(?:-[0-9]{1,2}){1,2}")
_WORDED = late(rf"[0-9]{{1,2}} (?:{'|'.join(dates.MONTHS)}),? [0-9]{{4}}")
_NUMBERS = late(
    r"[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{2}|[0-9]{4})|[0-9]{4}([./])[0-9]{1,2}\2[0-9]{1,2}"
)
_DIGITS = late(r"[0-9]+")
_LONGEST = 2000


class LineFault(PlanctlError):
    """A line cannot be read as a deliverable; the message says why."""


def read(line: str) -> tuple[dict[str, Any], str]:
    """The fields of the deliverable in ``line``, and what is to be said about it, or "".

    Raises LineFault for what would have to be guessed.
    """
    text = " ".join(_BULLET.sub("", line).split())
    if len(text) > _LONGEST:
        raise LineFault(f"a deliverable has more than {_LONGEST} characters: put one on a line")
    link = _LINK.search(text)
    url = link[0].rstrip(_ENDS + ".") if link else ""
    rest = (text[: link.start()] + text[link.end() :]).strip(_ENDS) if link else text.strip(_ENDS)
    fields = _parts(rest) if any(map(str.isalnum, rest)) else {}
    proper = proper_spelling(fields.get("ref", ""))
    said = ""
    if proper:
        said = f"“{fields['ref']}” is written {proper} in the plan"
        fields["ref"] = proper
    if url:
        fields["url"] = url
    return fields, said


def day_of(text: str) -> str:
    """The day, as it is stored, that a text in numbers can only be: 25/10/2021; else ""."""
    numbers = _DIGITS.findall(text) if _NUMBERS.fullmatch(text) else []
    year = next((one for one in numbers if len(one) == 4), "")
    rest = [int(one) for one in numbers if one is not year]
    orders = (rest, rest[::-1]) if year else ()
    found = {day for month, of_month in orders if (day := _day(year, month, of_month))}
    return found.pop() if len(found) == 1 else ""


def _day(year: str, month: int, day: int) -> str:
    try:
        return str(dates.parse(f"{year}-{month:02}-{day:02}"))
    except ValueError:
        return ""


def is_unclear_day(text: str) -> bool:
    """Whether a text is a day in numbers that countries read differently: 03/04/2021."""
    return bool(_NUMBERS.fullmatch(text)) and not day_of(text)


def unclear_day(text: str) -> str:
    """What is to be said of such a text."""
    return f"“{text}” could be more than one day: write year, month and day, as in 2021-05-29"


def _parts(text: str) -> dict[str, Any]:
    """The fields of a line without its link."""
    if identifiers.parse(text):
        return {"ref": text}
    front, joint, rest = _divided(text)
    title, date = _dated(rest if joint else text)
    dated = {"date": date_value(date)} if date else {}
    if joint and identifiers.parse(title):
        raise LineFault(f"“{text}” names two documents: put each on a line of its own")
    if date and not (joint or title):
        raise LineFault(f"“{text}” is a date and names nothing: write what it is the date of")
    if joint:
        named = {"title": title.strip('“”"')} if title else {}
        return {"ref": front, **named, **dated}
    if dated and title:
        fields = typed.read_event(title, date)
        if "text" not in fields:
            return {**fields, **dated}
    return typed.read(text)


def _divided(text: str) -> tuple[str, str, str]:
    """An identifier in front, the comma after it, and the rest; "" twice where it has none."""
    joint = _JOINT.search(text)
    if joint and identifiers.parse(text[: joint.start()]):
        return text[: joint.start()], joint[0], text[joint.end() :]
    return "", "", text


def _dated(text: str) -> tuple[str, str]:
    """What stands before the date at the end, and the date as it is stored; "" for none."""
    found = dates.find(text)
    if found and found[-1][1] == len(text):
        start, _, span = found[-1]
        return text[:start].strip(_ENDS), str(span)
    ends = [match.end() for match in _JOINT.finditer(text)]
    last = text[ends[-1] :] if ends else text
    if is_unclear_day(last):
        raise LineFault(unclear_day(last))
    try:
        return text[: len(text) - len(last)].strip(_ENDS), str(dates.parse(day_of(last) or last))
    except ValueError as error:
        if _STORED.fullmatch(last):
            raise LineFault(str(error)) from None
    if _WORDED.fullmatch(last):
        raise LineFault(f"“{last}” is not a day: write it as in 2021-05-29")
    return text, ""
