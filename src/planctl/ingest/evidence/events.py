"""Events: what is held, by its title, its date, the time of day and the place.

A line without a verb is read as a bullet of a report is ("Forum on Circular Economy, Valencia,
Spain, 1 October 2019"). In a sentence, something of a kind that is held ("workshop", "meeting" …),
a verb of holding ("organized", "took place", "participated" …) and a date make an event.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from planctl.ingest import typed
from planctl.ingest.evidence import when
from planctl.ingest.evidence.passages import Passage
from planctl.patterns import late
from planctl.plan import dates
from planctl.plan.deliverable import EVENT_KINDS

_KIND: Final = (
    r"(?P<kind>side[ -]event|workshop|webinar|forum|symposium|conference|seminar|session|panel"
    r"|training|meeting|summit|hackathon|standards week|event)"
)
_KINDS = late(rf"(?<![\w-]){_KIND}(?![\w-])", re.IGNORECASE)
_BEFORE = late(r"(?:(?:[A-Z0-9][\w–&/'’-]{0,30}|\d{1,2}(?:st|nd|rd|th))\s){0,8}\Z")
_HELD = late(
    r"\b(?:organi[sz](?:ed|es|ing|e)|held|took place|takes? place|taking place|host(?:ed|s|ing)?"
    r"|conven(?:ed|es|ing)|conducted|delivered|participated|attended|presented at|co-organized)\b"
)
_FINITE = late(r"\b(?:is|are|was|were|will|has|have|had|been|be|can|should|may)\b")
_VERB_AFTER = late(r"(?<=\w)\s+(?:is|are|was|were|will|has|have|held|took|that|which|,)(?=\s)")
_PAST = late(r"\b(?:was|were|has|have|took|participated|attended)\b")
_QUOTED = late(
    r"\s{1,3}(?:(?:on|entitled|titled|called|about)\s{1,3}|:\s{0,3})?[“\"](?P<title>[^“”\"]{3,300})[”\"]"
)
_ARTICLE = late(r"^(?:The|An?|This|That|Its) ")
_NO_YEAR = late(rf"\b(?:on|from|in)\s(?P<when>{when.WHEN})", re.IGNORECASE)
_TIME = late(
    r"(?<![\w-])(?P<time>\d{1,2}[h:.]\d{2}\s?(?:-|–|to)\s?\d{1,2}[h:.]\d{2}(?:\s?(?:CES?T|UTC|GMT))?"
    r"|\d{3,4}\s?(?:-|–|to)\s?\d{3,4}\s?(?:hours|hrs|CES?T|UTC|GMT))(?!\w)"
)
_NAME: Final = r"[A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,2}"
_PLACE_AFTER = late(
    rf"\s{{0,2}},?\s{{1,2}}(?:in|at)\s{{1,2}}(?P<place>{_NAME}(?:, {_NAME})?)"
    rf"|\s{{0,2}},\s{{0,2}}(?P<alone>{_NAME}(?:, {_NAME})?)(?=\s{{0,2}}(?:[.;(]|\Z))"
)
_PLACE_BEFORE = late(rf"\b(?:in|at) (?P<place>{_NAME}(?:, {_NAME})?),? (?:on |from )?\Z")
_VIRTUAL = late(r"\b(?:fully virtual|virtual(?:ly)?|online)\b", re.IGNORECASE)
_IN_BRACKETS = late(r"\s\((?P<inside>[^()]{4,120})\)\s*\Z")
_CITY_LAST = late(rf"(?P<title>.*\b{_KIND}) (?P<place>{_NAME}(?:, {_NAME})?)", re.IGNORECASE)
_PURPOSE = late(r"\s(?P<purpose>(?:to|on|about|with|for) [a-z][^.;]{3,160})")
_LINK = late(r"\s*(?:https?://|www\.).*", re.DOTALL)
_LONGEST = 220  # characters of a line that can be a title with its date


class Event(NamedTuple):
    """An event where a passage tells of it, from ``start``; ``fields`` are a deliverable's."""

    fields: dict[str, Any]
    start: int
    time: str = ""


def find(passage: Passage, document: str) -> list[Event]:
    """The events that a passage tells of; ``document`` is the date of the document."""
    if not _KINDS.search(passage.text):
        return []
    listed = _listed(passage)
    if listed:
        return [listed]
    events = []
    for start, end in passage.sentences():
        event = _told(passage.text, start, end, document)
        if event:
            events.append(event)
    return events


def _listed(passage: Passage) -> Event | None:
    """The event that a line without a verb is, as in a list."""
    text = passage.text
    if len(text) > _LONGEST or _FINITE.search(text) or _HELD.search(text):
        return None
    if not dates.find(text):
        return None
    inside = _IN_BRACKETS.search(text)
    if inside and dates.find(inside["inside"]):
        text = f"{text[: inside.start()]}, {inside['inside']}"
    fields = typed.read(text.rstrip(" .;"))
    fields.pop("text", None)
    if fields.get("kind") not in EVENT_KINDS or "date" not in fields or not fields.get("title"):
        return None
    city = _CITY_LAST.fullmatch(str(fields["title"]))
    if city and "place" not in fields:
        fields |= {"title": city["title"], "place": city["place"]}
    if "place" in fields and _VIRTUAL.fullmatch(str(fields["place"])):
        fields["place"] = "Virtual"
    time = _TIME.search(passage.text)
    if len(re.findall(r"[^\W\d_]+", str(fields["title"]))) < 2:  # "Session"
        return None
    return Event(fields, 0, time["time"] if time else "")


def _told(text: str, start: int, end: int, document: str) -> Event | None:
    """The event that a sentence tells of."""
    sentence = text[start:end]
    if not _HELD.search(sentence):
        return None
    kinds = list(_KINDS.finditer(sentence))
    if not kinds:
        return None
    kind = next((one for one in kinds if one["kind"].lower() != "event"), kinds[0])
    at = _date(sentence, kind.end(), document)
    if at is None:
        return None
    first, last, date = at
    fields: dict[str, Any] = {
        "kind": _kind(kind["kind"]),
        "title": _title(sentence, kind, first, last),
        "date": int(date) if date.isdigit() else date,
    }
    place = _place(sentence, first, last)
    if place:
        fields["place"] = place
    time = _TIME.search(sentence)
    return Event(fields, start + kind.start(), time["time"] if time else "")


def _kind(word: str) -> str:
    return word.lower() if word.lower() in EVENT_KINDS else "event"


def _date(sentence: str, behind: int, document: str) -> tuple[int, int, str] | None:
    """The date of what stands before ``behind``: the next one after it, else the last before."""
    found = [(first, last, str(span)) for first, last, span in dates.find(sentence)]
    if not found:
        past = bool(_PAST.search(sentence))
        for match in _NO_YEAR.finditer(sentence):
            date = when.resolve(match.groupdict(), document, past=past)
            if date and (match["m1"] or match["m2"]):
                found.append((match.start("when"), match.end(), date))
    if not found:
        return None
    return next((one for one in found if one[0] >= behind), found[-1])


def _title(sentence: str, kind: re.Match[str], first: int, last: int) -> str:
    before = _BEFORE.search(sentence, 0, kind.start())
    begin = before.start() if before else kind.start()
    quoted = _QUOTED.match(sentence, kind.end())
    if quoted:
        return _capital(f"{sentence[begin : kind.end()]} on “{' '.join(quoted['title'].split())}”")
    end = first if first > kind.end() else len(sentence)
    verb = _VERB_AFTER.search(sentence, kind.end() - 1, end)
    title = sentence[begin : verb.start() if verb else end]
    title = re.sub(r"[\s,.(]*(?:\b(?:on|from|in|held|organi[sz]ed)\b[\s,]*)*\Z", "", title)
    if _capital(title).lower() == kind["kind"].lower():
        purpose = _PURPOSE.match(sentence, last)
        if purpose:
            title += f" {_LINK.sub('', purpose['purpose'])}"
    return _capital(title)


def _capital(title: str) -> str:
    title = _ARTICLE.sub("", " ".join(title.split()).strip(" ,.;:"), count=1)
    return title[:1].upper() + title[1:]


def _place(sentence: str, first: int, last: int) -> str:
    after = _PLACE_AFTER.match(sentence, last)
    if after:
        return (after["place"] or after["alone"]).rstrip(".")
    before = _PLACE_BEFORE.search(sentence, 0, first)
    if before:
        return before["place"]
    return "Virtual" if _VIRTUAL.search(sentence) else ""
