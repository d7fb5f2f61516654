"""The lines of "New deliverables": identifier, title, date, link, with commas between.

Commas stand within titles too, so a line is taken apart from its ends: the link, the date before
it, the identifier in front. What is left is the title. A line of another form (one copied from a
report, an event with its place) is read as `planctl link` reads what is typed. What is planned is a
note: a date says what was done.
"""

from __future__ import annotations

from typing import Any

from planctl.change.new_deliverable import date_value, proper_spelling
from planctl.errors import PlanctlError
from planctl.forms.columns import EXAMPLE
from planctl.forms.days import date_in
from planctl.ingest import typed
from planctl.patterns import late
from planctl.plan import identifiers, written_dates

_LINK = late(r"(?:https?://|ftp://|mailto:|(?<![\w@./])www\.)[^\s<>\"“”]+")
_BULLET = late(
    r"^\s*(?:[•▪●◦‣➢✓✔*·–—-]\s+|[•▪●◦‣➢✓✔]|o\t|\(?[0-9]{1,2}[.)]\s+|\(?(?:[a-z]|[ivx]{2,4})\)\s+)"
)
_JOINT = late(r"\s*[,;|]\s*")
_BEFORE_DATE = late(r"\s*[,;|]\s*|\s[–—-]\s")
_QUOTED = late('“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]')
_DONE = late(
    r",?\s*\(?(?:(?:was|has been) )?(?:adopted|agreed|approved|issued|published)(?: in| on)?"
    r" (?P<when>[^,;()]{4,20})\)?$",
)
_PLANNED = late(
    r"(?i:(?P<mark>[,;|(–-]\s*)(?:(?:it )?(?:is|are) )?(?:(?:planned|expected|scheduled|foreseen"
    r"|targeted|intended|due)(?: (?:to|for|by|in|on|end|early|mid|late|Q?[0-9])|:|\)|$)|to be "
    r"|will be |under (?:study|approval|way|development)\b"
    r"|for (?:consent|approval|agreement|determination)\b))"
)
_YEAR = late(r"(?:19|20)[0-9]{2}")
_NAMELESS = frozenset(("done", "no", "ok", "yes"))
_ENDS = " ,;|"
_DASHES = "–—-"
_LONGEST = 2000


class LineFault(PlanctlError):
    """A line cannot be read as a deliverable; the message says why."""


def read(line: str) -> tuple[dict[str, Any], str]:
    """The fields of the deliverable in ``line``, and what is to be said about it, or "".

    Raises LineFault or DayFault for what would have to be guessed.
    """
    text = " ".join(_BULLET.sub("", line).strip().replace("\t", ", ").split())
    if len(text) > _LONGEST:
        raise LineFault(f"a deliverable has more than {_LONGEST} characters: put one on a line")
    if text == EXAMPLE:
        raise LineFault("this is the line that the form gives as an example: write your own")
    links = [*_LINK.finditer(text)]
    if len(links) > 1:
        raise LineFault(f"“{text}” has {len(links)} links: put each document on a line of its own")
    url, rest = "", text.strip(_ENDS)
    for link in links:
        url = link[0].rstrip(_ENDS + ".…")
        rest = (text[: link.start()] + text[link.end() :]).strip(_ENDS)
    fields = _parts(rest) if any(map(str.isalnum, rest)) else {}
    said = []
    if proper := proper_spelling(fields.get("ref", "")):
        said.append(f"“{fields['ref']}” is written {proper} in the plan")
        fields["ref"] = proper
    if url.startswith("www."):
        said.append(f"“{url}” was taken for https://{url}")
        url = f"https://{url}"
    if url:
        fields["url"] = url
    return fields, "; ".join(said)


def document_in(line: str) -> str:
    """The identifier that a line begins with, "" for none."""
    named = identifiers.split(_BULLET.sub("", line))[0]
    return named.spelling if named else ""


def broken(line: str, after: str) -> str:
    """What is wrong where a ``line`` may go on in the one ``after`` it; "" where it cannot."""
    named = line.strip().rstrip(_ENDS)
    if not after or named == line.strip() or not identifiers.parse(_BULLET.sub("", named)):
        return ""
    if document_in(after):
        return ""
    return f"“{line} / {after}” looks like one document on two lines: put it on one line"


def _parts(text: str) -> dict[str, Any]:
    """The fields of a line without its link."""
    if identifiers.parse(text):
        return {"ref": text}
    _refuse_nameless(text)
    named, after = identifiers.split(text)
    if named and (after.startswith((" and ", " & ")) or _names_others(text)):
        raise LineFault(
            f"“{text}” names several documents: put each on a line of its own (and a title that"
            " names another in quotation marks)"
        )
    if planned := _planned(text, after):
        return planned
    text = _with_its_date(text)
    front, joint, rest = _divided(text)
    title, date = _dated(rest if joint else text)
    dated = {"date": date_value(date)} if date else {}
    if date and not (joint or title):
        raise LineFault(f"“{text}” is a date and names nothing: write what it is the date of")
    if joint:
        titled = {"title": title.strip('“”"')} if title else {}
        return {"ref": front, **titled, **dated}
    if dated and title:
        fields = typed.read_event(title, date)
        if "text" not in fields:
            return {**fields, **dated}
    return typed.read(text)


def _refuse_nameless(text: str) -> None:
    """Raise LineFault for what names nothing by itself."""
    if text[:1] == "(" and text.find(")") == len(text) - 1:
        raise LineFault(f"“{text}” names nothing: put it behind the document that it is about")
    if text.casefold() in _NAMELESS or (text.isdecimal() and not _YEAR.fullmatch(text)):
        raise LineFault(f"“{text}” names no document: write its identifier or its title")


def _names_others(text: str) -> bool:
    """Whether an identifier stands behind a comma, and not within quotation marks."""
    _, *others = _JOINT.split(_QUOTED.sub("“”", text))
    return any(identifiers.split(one)[0] for one in others)


def _planned(text: str, after: str) -> dict[str, Any]:
    """The fields of a line that says what is to come; none where it says nothing of that.

    ``after`` is what stands behind its identifier.
    """
    if after != text and after.startswith(" "):
        text = f"{text.removesuffix(after)}, {after.strip()}"
    found = _PLANNED.search(text)
    if found is None:
        return {}
    before, note = text[: found.start()].strip(_ENDS), text[found.end("mark") :]
    ref, _, title = (before, "", "") if identifiers.parse(before) else _divided(before)
    fields = {
        "ref": ref,
        "title": title.strip('“”"–- '),
        "note": note.removesuffix(")") if "(" in found["mark"] else note,
    }
    return {name: value for name, value in fields.items() if value}


def _with_its_date(text: str) -> str:
    """A line with its date after a comma, where it says so: "K.150 approved in 2020"."""
    said = _DONE.search(text)
    if said and (_YEAR.fullmatch(said["when"]) or date_in(said["when"])):
        return f"{text[: said.start()]}, {said['when']}"
    return text


def _divided(text: str) -> tuple[str, str, str]:
    """An identifier in front, the comma after it, and the rest; "" twice where it has none."""
    joint = _JOINT.search(text)
    if joint and identifiers.parse(text[: joint.start()]):
        return text[: joint.start()], joint[0], text[joint.end() :]
    return "", "", text


def _dated(text: str) -> tuple[str, str]:
    """What stands before the date at the end, and the date as it is stored; "" for none."""
    found = written_dates.find(text)
    if found and found[-1][1] == len(text):
        start, _, span = found[-1]
        return text[:start].strip(_ENDS + _DASHES), str(span)
    ends = [match.end() for match in _BEFORE_DATE.finditer(text)]
    last = text[ends[-1] :] if ends else text
    date = last if _YEAR.fullmatch(last) else date_in(last)
    return (text[: len(text) - len(last)].strip(_ENDS + _DASHES), date) if date else (text, "")
