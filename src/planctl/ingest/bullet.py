"""One bullet of a Status column, read as a deliverable.

The reading never changes a letter: where the fields that were recognised do not print the bullet
as it stood, the bullet itself is kept as ``text``. Shapes, tried in this order::

    address                                  https://www.itu.int/…
    identifier [title] [(date)]              ITU-T L.1304 “Title”, SG5-LS4 - LS on … [to ITU-R]
    Technical Report on “title”              also Deliverable on, Draft Recommendations on
    title (year)                             Guidance for ICT companies (2020)
    title, place, date | title date, place   events; the place may be missing, the date in front
    title (place, date)                      events
    title, place                             events under a year line
    anything else                            a title
"""

from __future__ import annotations

import re
from typing import Any

from planctl.patterns import late
from planctl.plan import dates, identifiers, written_dates
from planctl.plan.deliverable import EVENT_KINDS, FIELDS, Deliverable, line
from planctl.plan.prose import fold

_ADDRESS = late(r"(?:https?|ftp)://\S+")
_FORMERLY = late(r"\s*\(ex[. ]\s*([^)]+)\)")
_REMARK = late(r"\s*\[([^\]]+)\]$")
_STATE = late(
    r"\s*(?:\((?P<note>(?:rev(?:\.|ised|ision)?|new(?=\))|draft|agreed|approved"
    r"|consented|determined|in force|[A-Z]{2,4}/[0-9]{1,2})\b[^()]*)\)"
    r"|\b(?P<bare>rev(?:ised)?\.?|new)(?=\s*(?:[,;:]|$)))",
    re.IGNORECASE,
)
_BEFORE_REF = late(r"(?P<note>new|revised)\s+", re.IGNORECASE)
_WHEN = late(r"\s*\((?P<date>[^()]{4,40})\)\.?$")
_NAMED = late(
    r"(?P<form>Technical report|Deliverable|Draft Recommendations?) on\s*[“\"](?P<title>.+)", re.I
)
FORM_KINDS = {"technical report": "technical-report", "deliverable": "focus-group-output"}
"""The kinds of what a line calls so, before the title in quotation marks."""
_MARKS = ("“", "”", '"')
_MARK = late(r"[“”\"]")
_IN_BRACKETS = late(r"(?P<title>.+?)\s*[(\[](?P<within>[^()\[\]]+)[)\]]\.?")
_NOT_A_PLACE = late(r"\d|[“”\"]")
_WITHIN_NAMES = late(r"\b(?:da|de|del|do|du|la|le|of|the|and)\b")
_SIDE_EVENT = late(r"\bside event\b")
_EVENT_KIND = late(rf"\b(?:{'|'.join(EVENT_KINDS)})\b")
_ONLINE = ("virtual", "online", "fully virtual", "hybrid", "remote")
_AROUND = " ,.:;–—-\u00a0"

# A lead-in says what its bullets are, where they do not say it themselves.
_LEAD_IN_KINDS = (
    (re.compile(r"focus group", re.I), "focus-group-output"),
    (re.compile(r"web ?pages|portals", re.I), "web-page"),
    (re.compile(r"initiatives|partnerships", re.I), "initiative"),
    (re.compile(r"\breports\b", re.I), "report"),
    (re.compile(r"events|training programmes", re.I), "event"),
)


def read(bullet: str, lead_in: str = "") -> str | dict[str, Any]:
    """The deliverable that ``bullet`` (without its bullet mark) names, as plan data.

    ``lead_in`` is the sentence the bullet stands under. A plain string comes back where that is
    all there is: an identifier, or a title without a kind.
    """
    first, *rest = bullet.split("\n")
    fields = _fields(first if not rest else f"{first}, {' '.join(rest)}", lead_in)
    if "title" in fields:
        fields["title"] = " ".join(fields["title"].split())
    if line(Deliverable.of(fields)) != bullet:
        fields["text"] = bullet
    ordered = {name: fields[name] for name in FIELDS if fields.get(name)}
    if set(ordered) == {"ref"} and identifiers.parse(bullet):
        return bullet
    if set(ordered) == {"title"} and not identifiers.parse(bullet):
        return bullet
    return ordered


def _fields(bullet: str, lead_in: str) -> dict[str, Any]:
    if _ADDRESS.fullmatch(bullet):
        return {"url": bullet}
    identifier, remainder = identifiers.split(bullet)
    if identifier:
        return {"ref": identifier.spelling.strip(), **_after_ref(remainder)}
    newly = _BEFORE_REF.match(bullet)
    identifier, remainder = identifiers.split(bullet[newly.end() :]) if newly else (None, "")
    if newly and identifier and not identifiers.find_all(remainder):
        fields = {"ref": identifier.spelling.strip(), **_after_ref(remainder)}
        return {"note": newly["note"].lower(), **fields}
    kind = _kind_under(lead_in)
    named = _NAMED.match(bullet)
    if named:
        form = FORM_KINDS.get(named["form"].lower(), "work-item")
        return {"kind": form, "title": _bare(named["title"])}
    found = written_dates.find(bullet)
    if found and found[-1][1] == len(bullet) and bullet.endswith(")"):
        start, _, span = found[-1]
        return {"kind": kind, "title": bullet[:start], "date": _date(span)}
    if found:
        dated = _in_brackets(bullet, *found[-1]) or _dated(bullet, *found[-1])
        return {"kind": _event_kind(bullet), **dated}
    if kind == "event":
        return {"kind": _event_kind(bullet), **_placed(bullet)}
    return {"kind": kind, "title": bullet.rstrip(".")}


def _kind_under(lead_in: str) -> str | None:
    return next((kind for words, kind in _LEAD_IN_KINDS if words.search(lead_in)), None)


def _date(span: dates.Span) -> str | int:
    """A date as it is written in a plan: a year is a number, the rest is text."""
    text = str(span)
    return int(text) if text.isdigit() else text


def _event_kind(bullet: str) -> str:
    """The first word of the bullet that names a kind of event; "event" where there is none."""
    folded = fold(bullet)
    named = None if _SIDE_EVENT.search(folded) else _EVENT_KIND.search(folded)
    return named[0] if named else "event"


def _after_ref(remainder: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    former = _FORMERLY.match(remainder)
    if former:
        fields["formerly"] = former[1].strip()
        remainder = remainder[former.end() :]
    state = _STATE.match(remainder)
    if state:
        fields["note"] = state["note"] or state["bare"]
        remainder = remainder[state.end() :]
    remark = _REMARK.search(remainder)
    if remark:
        fields["note"] = remark[1]
        remainder = remainder[: remark.start()]
    when = _WHEN.search(remainder)
    for start, end, span in written_dates.find(when[0]) if when else ():
        if when and when[0][start:end].strip("()") == when["date"]:
            fields["date"] = _date(span)
            remainder = remainder[: when.start()]
    title = _bare(re.sub(r"^[\s:;,–-]*(?:on\s+(?=[“\"]))?", "", remainder))
    if title:
        fields["title"] = title
    return fields


def _bare(title: str) -> str:
    """A title without "and" and the full stop after it, and without quotation marks around it."""
    title = re.sub(r"\s+and$", "", title.strip()).rstrip(". ")
    opened = title.startswith(_MARKS)
    title = title.lstrip("".join(_MARKS)).strip()
    if title.endswith(_MARKS) and (opened or not _MARK.search(title[:-1])):
        title = title[:-1]
    return title.rstrip(". ")


def _in_brackets(bullet: str, start: int, end: int, span: dates.Span) -> dict[str, Any]:
    """The fields of a line that ends in brackets with its date; none where it does not.

    What else stands in them is the place, or else they stay a part of the title.
    """
    found = _IN_BRACKETS.fullmatch(bullet)
    if not found or found.start("within") > start or found.end("within") < end:
        return {}
    others = (bullet[found.start("within") : start], bullet[end : found.end("within")])
    told = [other.strip(_AROUND) for other in others if other.strip(_AROUND)]
    if not told:
        return {"title": found["title"], "date": _date(span)}
    if len(told) == 1 and (told[0].lower() in _ONLINE or all(map(_is_name, told[0].split(",")))):
        return {"title": found["title"], "date": _date(span), "place": told[0]}
    return {"title": bullet.rstrip("."), "date": _date(span)}


def _dated(bullet: str, start: int, end: int, span: dates.Span) -> dict[str, Any]:
    before, after = bullet[:start].rstrip(), bullet[end:]
    fields: dict[str, Any] = {"date": _date(span)}
    if not before and (rest := after.strip(_AROUND)):
        title, place = _place_before(rest, "")
        return {**fields, "title": title, "place": place}
    remark = re.match(r"\s*\(([^)]*)\)", after)
    if remark:
        fields["note"] = remark[1]
        after = after[remark.end() :]
    place = re.sub(r"^(?:[\s,.]|in\b|at\b)+", "", after).rstrip(" .")
    if place and place.lower() not in _ONLINE and (place[0].islower() or not place[0].isalnum()):
        return {**fields, "title": bullet.rstrip(".")}
    before = re.sub(r"\s(?:on|from)$", "", before)
    if not place:
        before, place = _place_before(before.rstrip(" ,."), bullet[len(before) : start])
    fields["title"] = before.rstrip(" ,.\u00a0")
    if place:
        fields["place"] = place
    return fields


def _place_before(text: str, gap: str) -> tuple[str, str]:
    """What stands before a date as title and place: "Forum, Geneva, Switzerland", "Forum, Virtual".

    ``gap`` leads to the date: "Virtual on 3 May" has a place, other words before "on" are title.
    """
    title, comma, last = text.rpartition(",")
    if not comma or (gap.strip(" ,") and last.strip().lower() not in _ONLINE):
        return text, ""
    if last.strip().lower() in _ONLINE:
        return title, last.strip()
    if not _is_name(last):
        return text, ""
    longer, comma, city = title.rpartition(",")
    if comma and _is_name(city):
        return longer, f"{city.strip()}, {last.strip()}"
    return title, last.strip()


def _is_name(text: str) -> bool:
    """Whether ``text`` is written as the name of a place is: "New York", "USA"."""
    text = _WITHIN_NAMES.sub("", text).strip()
    return (text.istitle() or text.isupper()) and not _NOT_A_PLACE.search(text)


def _placed(bullet: str) -> dict[str, Any]:
    """A title that ends in "…, City, Country" or "…. City, Country"."""
    parts = re.fullmatch(
        r"(?P<title>.+?)(?:,|\.(?= ))\s*(?P<place>[A-Z][\w-]*(?: [A-Z][\w-]*)*, [A-Z]\w+)\.?",
        bullet,
    )
    if not parts:
        return {"title": bullet.rstrip(".")}
    return {"title": parts["title"].strip(), "place": parts["place"]}
