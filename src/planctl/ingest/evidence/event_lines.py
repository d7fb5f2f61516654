"""Events that stand in a list: a line without a verb is read as a bullet of a report is.

::

    line  = title sep [ place sep ] dates [ sep place ] [ "(" remark ")" ]      sep = "," | " - " …
          | dates sep title [ sep place ]
          | title "(" [ place "," ] dates ")"

"Forum on Circular Economy, Valencia, Spain, 1 October 2019". The time of day is no part of it.
"""

from __future__ import annotations

import re
from typing import Any, Final

from planctl.ingest import typed
from planctl.patterns import late
from planctl.plan import written_dates
from planctl.plan.deliverable import EVENT_KINDS

WORD: Final = r"[A-ZÀ-Ý][\w.’'-]+"
NAME: Final = rf"{WORD}(?: (?:(?:de|da|do|del|la|of) |d[’'])?{WORD}){{0,3}}"
PLACE: Final = rf"{NAME}(?:, {NAME}){{0,2}}(?: \({NAME}\))?"
"""A place as it is written: "New Delhi, India", "Dubai (UAE)"."""

KINDS: Final = (
    *("side event", "side-event", "workshop", "webinar", "forum", "symposium", "conference"),
    *("seminar", "session", "panel", "training", "meeting", "summit", "hackathon"),
    *("standards week", "assembly", "event"),
)
"""The words for what is held, the longest of those with one beginning first."""

KIND: Final = rf"(?P<kind>{'|'.join(KINDS)})"
VIRTUAL = late(r"\b(?:fully virtual|virtual(?:ly)?|online)\b", re.IGNORECASE)
_TIME: Final = (
    r"(?<![\w-])(?P<time>\d{1,2}[h:.]\d{2}\s?(?:-|–|to)\s?\d{1,2}[h:.]\d{2}(?:\s?(?:CES?T|UTC|GMT))?"
    r"|\d{3,4}\s?(?:-|–|to)\s?\d{3,4}\s?(?:hours|hrs|CES?T|UTC|GMT))(?!\w)"
)
TIME = late(_TIME)
_TIME_ONLY: Final = _TIME.replace("?P<time>", "?:")
_TIMED = late(rf"\s{{0,3}}\({_TIME_ONLY}\)|(?:[,;]\s{{0,3}})?{_TIME_ONLY}")
_FINITE = late(r"\b(?:is|are|was|were|will|has|have|had|been|be|can|should|may)\b")
_BEFORE_TITLE = late(
    r"\A(?:(?:Please|Kindly|We|You|Join us|Register) .{0,60}?\b"
    r"|(?:Reports?|Minutes|Summary|Outcomes?|Results|Agenda) (?:of|from|for) )(?:the|an?|our) "
)
_SEPARATOR = late(r"\s{1,3}[-–—|]\s{1,3}")
_IN_BRACKETS = late(r"\s\((?P<inside>[^()]{4,120})\)\s*\Z")
_VIRTUALLY = late(r"[\s,]{0,3}\((?:and )?(?:fully virtual|virtual(?:ly)?|online)\)", re.IGNORECASE)
_OF_ANOTHER = late(r"\b(?:dated|before|until|since|by|(?P<word>[\w-]+) of)\s{1,2}\Z", re.IGNORECASE)
_REST = late(
    rf"[\s,.;:)-]{{0,5}}(?:(?:in|at) )?(?:{PLACE})?[\s.;)]{{0,5}}(?:[(\[][^()]{{0,80}}[)\]])?\Z"
)
_PLACE = late(PLACE)
_PLACE_FIRST = late(rf"(?P<place>{PLACE}): ")
_COLON = late(rf": (?={PLACE}\Z)")
_CITY_LAST = late(rf"(?P<title>.*\b(?i:{KIND})) (?P<place>{NAME}(?:, {NAME})?)")
_PLACE_LAST = late(rf"(?P<title>.+?), (?P<place>{NAME}, {NAME})")
_LONGEST = 220  # characters of a line that can be a title with its date


def is_of_another(text: str, at: int) -> bool:
    """Whether the date at ``at`` is of something else: "Circular 240 of 2 May", "before 1 June".

    "The meeting of 2 May" is of that day.
    """
    found = _OF_ANOTHER.search(text, max(0, at - 40), at)
    if found is None:
        return False
    return not (found["word"] and found["word"].lower() in KINDS)


def read(text: str, held: bool) -> dict[str, Any] | None:
    """The fields of the event that a line is, None where it is none.

    ``held`` says that a verb of holding stands in it, which makes it a sentence.
    """
    text = _BEFORE_TITLE.sub("", text)  # "You are invited to the" workshop
    if held or len(text) > _LONGEST or _FINITE.search(text):
        return None
    found = written_dates.find(text)
    if not found or is_of_another(text, found[-1][0]):
        return None
    online = VIRTUAL.search(text)
    text = _VIRTUALLY.sub("", _TIMED.sub("", text)).rstrip(" .;,")
    text = _one_after_the_other(text)
    found = written_dates.find(text)
    if not found or not _REST.match(text, found[-1][1]):
        return None
    fields = typed.read(text)
    fields.pop("text", None)
    if fields.get("kind") not in EVENT_KINDS or "date" not in fields or not fields.get("title"):
        return None
    city = _CITY_LAST.fullmatch(str(fields["title"]))
    if city and "place" not in fields:
        fields |= {"title": city["title"], "place": city["place"]}
    ending = _PLACE_LAST.fullmatch(str(fields["title"])) if "place" not in fields else None
    if ending:
        fields |= {"title": ending["title"], "place": ending["place"]}
    if (online and "place" not in fields) or VIRTUAL.fullmatch(str(fields.get("place"))):
        fields["place"] = "Virtual"
    if len(re.findall(r"[^\W\d_]+", str(fields["title"]))) < 2:  # "Session"
        return None
    return fields


def _one_after_the_other(text: str) -> str:
    """The line as "title, place, dates", whatever stands between them."""
    inside = _IN_BRACKETS.search(text)
    if inside and written_dates.find(inside["inside"]):
        text = f"{text[: inside.start()]}, {inside['inside']}"
    first, last, _ = written_dates.find(text)[-1]
    before, after = text[:first], text[last:].lstrip(" ,:;.-–—|")
    if not before.strip():  # the dates come first, as in a calendar
        before, after = after, ""
        led = _PLACE_FIRST.match(before)
        if led:
            before, after = before[led.end() :], led["place"]
    title, *parts = _SEPARATOR.split(before.rstrip(" ,:;-–—|"))
    for part in parts:
        if VIRTUAL.fullmatch(part):  # it has been seen
            continue
        title += f"{', ' if _PLACE.fullmatch(part) else ' - '}{part}"
    title = _COLON.sub(", ", title)
    return ", ".join(part for part in (title, text[first:last], after) if part)
