"""Events: what is held, by its title, its date, the time of day and the place.

A line without a verb is read as in a list (:mod:`planctl.ingest.evidence.event_lines`). In a
sentence, something of a kind that is held ("workshop", "meeting" …), a verb of holding
("organized", "took place", "participated" …) and a date make an event; so does something of a kind
with its dates in brackets behind it, however many a sentence names.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from planctl.ingest.evidence import elsewhere, event_lines, when
from planctl.ingest.evidence.event_lines import KIND, KINDS, PLACE, TIME, VIRTUAL
from planctl.ingest.evidence.passages import Passage
from planctl.patterns import late
from planctl.plan import written_dates
from planctl.plan.deliverable import EVENT_KINDS

_KINDS = late(rf"(?<!\w)(?<![^e]-){KIND}(?![\w-])", re.IGNORECASE)  # an e-meeting is one
_BEFORE = late(
    r"(?:(?:[A-Z0-9][\w–&/'’-]{0,30}|\d{1,2}(?:st|nd|rd|th))\s"
    r"(?:(?:for|of|on|and) (?=[A-Z]))?){0,8}\Z"
)
_HELD = late(
    r"\b(?:organi[sz](?:ed|es|ing|e)|held|took place|takes? place|taking place|host(?:ed|s|ing)?"
    r"|conven(?:ed|es|ing)|conducted|delivered|participated|attended|presented at|co-organized"
    r"|scheduled|postponed)\b"
)
_VERB_AFTER = late(
    r"(?<=[\w”\"’)])\s+(?:is|are|was|were|will|has|have|held|took|that|which|scheduled|planned|,)(?=\s)"
)
_PAST = late(r"\b(?:was|were|has|have|took|participated|attended)\b")
_QUOTED = late(
    r"\s{1,3}(?:(?:on|entitled|titled|called|about)\s{1,3}|:\s{0,3})?[“\"](?P<title>[^“”\"]{3,300})[”\"]"
)
_LABEL = late(r"^(?:Subject|Re|Title|Approval|Meeting|Event): ", re.IGNORECASE)
_MOVED = late(r"\b(?:postponed|moved|rescheduled|brought forward) (?:to|until|from)\b")
_ARTICLE = late(r"^(?:At )?(?:The|At|An?|This|That|Its) ", re.IGNORECASE)
_NO_YEAR = late(rf"\b(?:on|from|in)\s(?P<when>{when.WHEN})", re.IGNORECASE)
_PLACE_AFTER = late(
    rf"\s{{0,2}},?\s{{1,2}}(?:in|at)\s{{1,2}}(?P<place>{PLACE})"
    rf"|\s\((?P<inside>{PLACE})\)|\s{{0,2}},\s{{0,2}}(?P<alone>{PLACE})(?=\s{{0,2}}(?:[.;()]|\Z))"
)
_PLACE_BEFORE = late(rf"\b(?:in|at) (?P<place>{PLACE}),? (?:on |from )?\Z")
_PLACE_HELD = late(rf"\b(?:held|place|organi[sz]ed|hosted|scheduled) (?:in|at) (?P<place>{PLACE})")
_IN_BRACKETS = late(r"\s\((?P<inside>[^()]{4,120})\)")
_PLACES = late(PLACE)
_PURPOSE = late(r"\s(?P<purpose>(?:to|on|about|with|for) [a-z][^.;]{3,160})")
_LINK = late(r"\s*(?:https?://|www\.).*", re.DOTALL)


class Event(NamedTuple):
    """An event where a passage tells of it, from ``start``; ``fields`` are a deliverable's."""

    fields: dict[str, Any]
    start: int
    time: str = ""


def find(passage: Passage, document: str) -> list[Event]:
    """The events that a passage tells of; ``document`` is the date of the document."""
    found = _in_english(passage, document) if passage.speaks_of(KINDS) else []
    return found or [Event(*told) for told in elsewhere.events(passage)]


def _in_english(passage: Passage, document: str) -> list[Event]:
    listed = event_lines.read(passage.text, held=bool(_HELD.search(passage.text)))
    if listed:
        fields = {**listed, "title": _capital(str(listed["title"]))}
        return [Event(fields, 0, _time(passage.text))]
    return [
        event
        for start, end in passage.sentences()
        for event in _of_sentence(passage.text[start:end], start, document)
    ]


def _of_sentence(sentence: str, start: int, document: str) -> list[Event]:
    kinds = list(_KINDS.finditer(sentence))
    if not kinds:
        return []
    held = bool(_HELD.search(sentence))
    ends = [*(kind.start() for kind in kinds[1:]), len(sentence)]
    told = [
        Event(fields, start + kind.start(), _time(sentence[kind.start() : end]))
        for kind, end in zip(kinds, ends, strict=True)
        if (fields := _bracketed(sentence, kind, end, held=held))
    ]
    if told or not held:
        return told
    kind = next((one for one in kinds if one["kind"].lower() != "event"), kinds[0])
    at = _date(sentence, kind.end(), document)
    if at is None:
        return []
    first, last, date = at
    place = _place(sentence, first, last)
    fields = _fields(sentence, kind, (first, last), date, place)
    return [Event(fields, start + kind.start(), _time(sentence))]


def _bracketed(
    sentence: str, kind: re.Match[str], end: int, *, held: bool
) -> dict[str, Any] | None:
    """The event whose dates stand behind it in brackets: "the summit (Kigali, 3 May 2025)"."""
    brackets = _IN_BRACKETS.search(sentence, kind.end(), end)
    found = written_dates.find(brackets["inside"]) if brackets else []
    if brackets is None or len(found) != 1:
        return None
    first, last, span = found[0]
    rest = f"{brackets['inside'][:first]},{brackets['inside'][last:]}".strip(" ,;")
    rest = TIME.sub("", rest).strip(" ,;")
    place = "Virtual" if VIRTUAL.search(rest) else rest
    if place not in ("", "Virtual") and not _PLACES.fullmatch(place):
        return None
    if not place and not held:
        return None
    return _fields(sentence, kind, brackets.span(), str(span), place)


def _fields(
    sentence: str, kind: re.Match[str], at: tuple[int, int], date: str, place: str
) -> dict[str, Any]:
    title = _title(sentence, kind, *at)
    if place and title.endswith((f" in {place}", f" at {place}", f", {place}")):
        title = title[: -len(place)].removesuffix(" in ").removesuffix(" at ").rstrip(" ,")
    fields: dict[str, Any] = {
        "kind": _kind(kind["kind"]),
        "title": title,
        "date": int(date) if date.isdigit() else date,
    }
    return fields | ({"place": place} if place else {})


def _time(text: str) -> str:
    time = TIME.search(text)
    return time["time"] if time else ""


def _kind(word: str) -> str:
    return word.lower() if word.lower() in EVENT_KINDS else "event"


def _date(sentence: str, behind: int, document: str) -> tuple[int, int, str] | None:
    """The date of what stands before ``behind``: the next one after it, else the last before."""
    found = [
        (first, last, str(span))
        for first, last, span in written_dates.find(sentence)
        if not event_lines.is_of_another(sentence, first)
    ]
    if not found:
        past = bool(_PAST.search(sentence))
        for match in _NO_YEAR.finditer(sentence):
            date = when.resolve(match.groupdict(), document, past=past)
            if date and (match["m1"] or match["m2"]):
                found.append((match.start("when"), match.end(), date))
    if not found:
        return None
    moved = _MOVED.search(sentence)
    behind = max(behind, moved.end() if moved else 0)
    return next((one for one in found if one[0] >= behind), found[-1])


def _title(sentence: str, kind: re.Match[str], first: int, last: int) -> str:
    before = _BEFORE.search(sentence, 0, kind.start())
    begin = before.start() if before else kind.start()
    quoted = _QUOTED.match(sentence, kind.end())
    if quoted:
        return _capital(f"{sentence[begin : kind.end()]} on “{' '.join(quoted['title'].split())}”")
    end = first if first >= kind.end() else len(sentence)
    verb = _VERB_AFTER.search(sentence, kind.end() - 1, end)
    title = sentence[begin : verb.start() if verb else end]
    title = re.sub(
        r"[\s,.(]*(?:\b(?:on|from|in|for|to|held|organi[sz]ed|scheduled|planned)\b[\s,]*)*\Z",
        "",
        title,
    )
    if _capital(title).lower() == kind["kind"].lower():
        purpose = _PURPOSE.match(sentence, last)
        if purpose:
            title += f" {_LINK.sub('', purpose['purpose'])}"
    return _capital(title)


def _capital(title: str) -> str:
    title = _LABEL.sub("", " ".join(title.split()).strip(" ,.;:"), count=1)
    title = _ARTICLE.sub("", title, count=1)
    return title[:1].upper() + title[1:]


def _place(sentence: str, first: int, last: int) -> str:
    after = _PLACE_AFTER.match(sentence, last)
    if after:
        return (after["place"] or after["inside"] or after["alone"]).rstrip(".")
    before = _PLACE_BEFORE.search(sentence, 0, first) or _PLACE_HELD.search(sentence)
    if before:
        return before["place"].rstrip(".")
    return "Virtual" if VIRTUAL.search(sentence) else ""
