"""Publications without an identifier: by what they are called, and their title.

::

    publication = [ owner ] form [ of ] [ "on" | "entitled" | ":" ] "“" title "”" [ "(" year ")" ]
                | "published" … "“" title "”" [ "(" [ month ] year ")" ]
                | owner named-work [ ( "for" | "on" | "of" ) subject ]

A form is a report, a white paper, a guide …; a named work is written with capitals and says what it
is: "United Nations Transparency Protocol for Digital Product Passports".
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from planctl.ingest.bullet import FORM_KINDS
from planctl.ingest.evidence.passages import Passage
from planctl.patterns import late

_FORM: Final = (
    r"(?P<form>[Ww]hite ?[Pp]aper|[Tt]echnical [Rr]eport|[Bb]ackground [Pp]aper|[Rr]eport"
    r"|[Dd]eliverable|[Gg]uidelines?|[Gg]uide|[Hh]andbook|[Tt]oolkit|[Bb]rochure|[Ff]lyer|[Ss]tudy|[Mm]anual"
    r"|[Rr]oadmap|[Ss]trategy|[Cc]ourse|[Pp]ublication|[Pp]aper|[Bb]ook|[Ss]tandard)"
)
_FORMS: Final = (
    *(
        "paper",
        "report",
        "deliverable",
        "guid",
        "handbook",
        "toolkit",
        "brochure",
        "flyer",
        "study",
    ),
    *("manual", "roadmap", "strategy", "course", "publication", "book", "standard"),
)
_QUOTED = late(
    rf"(?P<owner>(?:[A-Z][\w–&’/-]{{1,30}}\s){{0,4}}?){_FORM}"
    r"(?P<of>\sof\s(?:the\s)?[A-Z][\w-]{0,30}(?:\s[A-Z][\w-]{0,30}){0,4})?"
    r"(?:\s{1,3}(?:on|entitled|titled|called)|\s?:)?\s{1,3}[“\"](?P<title>[^“”\"]{3,400})[”\"]"
    r"(?:\s?\((?P<year>20\d\d)\))?"
)
_RELEASED = late(
    r"\b(?:published|launched|released|issued)\s(?:(?:the|its|a|their|new)\s){0,2}[“\"]"
    r"(?P<title>[A-Z][^“”\"]{7,300})[”\"](?:\s?\((?:[A-Z][a-z]{2,8}\s)?(?P<year>20\d\d)\))?"
)
_WORD: Final = r"[A-Z][\w’&-]{0,30}"
_NOUNS: Final = (
    "Protocol|Framework|Strategy|Roadmap|Toolkit|Handbook|Manual|Monitor|Guidelines|Whitepaper"
    "|White Paper|Course"
)
_WORK = late(
    rf"(?P<title>(?:{_WORD}\s){{1,6}}(?:{_NOUNS})"
    rf"(?:\s(?:for|on|of)\s(?:the\s)?{_WORD}(?:\s(?:(?:and|of|for)\s)?{_WORD}){{0,6}})?)(?![\w-])"
    rf"|(?P<terms>Terms of Reference of the {_WORD}(?:\s{_WORD}){{0,4}})"
)
_WORKS = late(rf"(?:{_NOUNS}|Terms of Reference)(?![\w-])")  # quickly, whether there is any
_ARTICLE = late(r"(?:(?:The|An?|This|That|Its|In|On)\s)+")


class Publication(NamedTuple):
    """A publication where a passage names it; ``fields`` are those of a deliverable."""

    fields: dict[str, Any]
    start: int
    end: int


def find(passage: Passage) -> list[Publication]:
    """The publications that a passage names."""
    quotes = "“" in passage.text or '"' in passage.text
    likely = quotes and passage.speaks_of(_FORMS)
    found = [_quoted(match) for match in _QUOTED.finditer(passage.text)] if likely else []
    for match in _RELEASED.finditer(passage.text) if quotes else ():
        if not any(one.start <= match.end() and match.start() < one.end for one in found):
            fields: dict[str, Any] = {"kind": "report"}
            fields["title"] = " ".join(match["title"].split()).rstrip(" .,;")
            if match["year"]:
                fields["date"] = int(match["year"])
            found.append(Publication(fields, match.start(), match.end()))
    for match in _WORK.finditer(passage.text) if _WORKS.search(passage.text) else ():
        title = _ARTICLE.sub("", match[0], count=1) if _ARTICLE.match(match[0]) else match[0]
        covered = any(one.start <= match.start() < one.end for one in found)
        if not covered and not _in_quotes(passage.text, match.start()) and " " in title:
            fields = {"kind": "other", "title": " ".join(title.split())}
            found.append(Publication(fields, match.start(), match.end()))
    return found


def _quoted(match: re.Match[str]) -> Publication:
    form = " ".join(match["form"].lower().split())
    title = " ".join(match["title"].split()).rstrip(" .,;")
    kind = FORM_KINDS.get(form, "report")
    if kind == "report" and (match["owner"].strip() or match["of"] or form != "report"):
        owner = _ARTICLE.sub("", match["owner"], count=1)
        lead = f"{owner}{match['form']}{match['of'] or ''}"
        title = f"{lead[:1].upper()}{lead[1:]} on “{title}”"
    fields: dict[str, Any] = {"kind": kind, "title": " ".join(title.split())}
    if match["year"]:
        fields["date"] = int(match["year"])
    return Publication(fields, match.start(), match.end())


def _in_quotes(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)
