"""Who is responsible: the entries of the Responsibilities column.

::

    entry     = lead [ "(" qualifier ")" ]             the bracket ends the entry
    lead      = body { ("," | ";" | "and" | "&" | line break) body }
    body      = [sector] "SG" n | "Director" bureau | any other name ("TSAG", "WHO")
    sector    = "ITU-T" | "ITU-R" | "ITU-D"            carried over: "ITU-R SG1 and SG6"
    question  = "Q" n "/" n                            anywhere; "Q3/5, 7/5" are two
    partner   = the bodies after "in collaboration with" (or "in cooperation with"), anywhere

Long forms are read as the short ones: "Study Group 5", "Director of TSB", "the Directors of BR and
BDT". What has another form is a body by itself, never an error: "All ITU study groups".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from planctl.patterns import late

_DIRECTOR: Final = late(r"(?:the )?directors? (?:of )?(?:the )?(.+)", re.IGNORECASE)
_STUDY_GROUP: Final = late(r"(?:(ITU-[TRD])[ -])?(?:Study Group|SG) ?([0-9]{1,3})", re.IGNORECASE)
_BUREAUX: Final = {
    "telecommunication standardization bureau": "TSB",
    "radiocommunication bureau": "BR",
    "telecommunication development bureau": "BDT",
}
_WITH: Final = late(r",? ?\bin (?:close )?(?:collaboration|cooperation|co-operation) with ", re.I)
_QUESTIONS: Final = late(
    r"\bQ(?:uestions?)? ?"
    r"([0-9]{1,3}(?:(?:/[0-9]{1,3})?(?:, ?| and | ?& ?)Q?[0-9]{1,3}){0,9}/[0-9]{1,3})",
    re.IGNORECASE,
)
_QUESTION: Final = late(r"([0-9]{1,3})(?:/([0-9]{1,3}))?")
_JOINTS: Final = late(r" ?[,;&] ?| and ")
_WORDS: Final = late(r"[^\s,;()]+")


class Responsibility(NamedTuple):
    """An entry taken apart; ``lead`` and ``qualifier`` are its text before and in the bracket."""

    bodies: tuple[str, ...]
    questions: tuple[str, ...]
    partners: tuple[str, ...]
    qualifier: str
    lead: str


@lru_cache(maxsize=2048)
def parse(text: str) -> Responsibility:
    """Take an entry apart; never fails. ``bodies`` and ``partners`` have their canonical names."""
    lead, qualifier = _divide(text)
    plain_lead, plain_qualifier = _plain(lead), _plain(qualifier)
    own, _, beside = _parted(plain_lead)
    _, _, inside = _parted(plain_qualifier)
    questions = _questions(f"{plain_lead} {plain_qualifier}")
    without_questions = _QUESTIONS.sub("", re.sub(r" ?\([^()]*\)", "", own))
    return Responsibility(
        bodies=_bodies(without_questions) or (() if questions else _bodies(own)),
        questions=questions,
        partners=_bodies(beside) + _bodies(inside),
        qualifier=qualifier,
        lead=lead,
    )


def matches(query: str, text: str) -> bool:
    """Tell whether the entry ``text`` names what ``query`` asks for.

    Names are compared word by word: "SG5" asks for "ITU-T SG5 (Q3/5)", not for "SG15" or
    "ITU-T SG50"; "TSB" for "Director TSB"; "ITU-R" for each of its groups; "BDT" for a partner.
    "ITU-T SG5 (Q3/5)" asks for both. A study group without a sector in the entry is one of ITU-T.
    Capitals, spaces, hyphens and the kind of hyphen do not matter.
    """
    if _fold(query) == _fold(text):
        return bool(_fold(query))
    asked, entry = parse(query), parse(text)
    names = [_names(name) for name in (*entry.bodies, *entry.partners)]
    return (
        bool(asked.bodies or asked.questions)
        and all(any(_fold(body) in known for known in names) for body in asked.bodies)
        and set(asked.questions) <= set(entry.questions)
    )


def lines(entries: Sequence[str]) -> list[str]:
    """Return the paragraphs of the cell, as the published plans print them.

    One entry: its lead, and its bracket as a paragraph of its own. Several: one paragraph, joined
    by "; ". None: no paragraph.
    """
    if len(entries) != 1:
        return ["; ".join(entries)] if entries else []
    lead, qualifier = _divide(entries[0])
    return [lead, f"({qualifier})"] if qualifier else [entries[0]]


def _divide(text: str) -> tuple[str, str]:
    """Divide an entry at the bracket that ends it: ("ITU-T SG5", "Q3/5")."""
    stripped = text.strip()
    if not stripped.endswith(")"):
        return stripped, ""
    depth = 0
    for place in range(len(stripped) - 1, -1, -1):
        depth += (stripped[place] == ")") - (stripped[place] == "(")
        if depth == 0:
            lead = stripped[:place].rstrip()
            return (lead, stripped[place + 1 : -1]) if lead else (stripped, "")
    return stripped, ""


def _plain(text: str) -> str:
    lines = text.replace("\u2011", "-").replace("\u2010", "-").split("\n")
    return "; ".join(" ".join(line.split()) for line in lines)


def _parted(text: str) -> tuple[str, str, str]:
    match = _WITH.search(text)
    return (text[: match.start()], match[0], text[match.end() :]) if match else (text, "", "")


def _bodies(text: str) -> tuple[str, ...]:
    """Name the bodies in a list; a sector or "Director" is carried over to what follows it."""
    names: list[str] = []
    sector = director = ""
    for part in filter(None, (piece.strip() for piece in _JOINTS.split(text))):
        match = _DIRECTOR.fullmatch(part)
        bureau = _bureau(match[1] if match else part)
        if match or (director and bureau):
            director = "Director "
            names.append(director + (bureau or (match[1] if match else part)))
            continue
        director = ""
        group = _STUDY_GROUP.fullmatch(part)
        if group:
            sector = group[1].upper() if group[1] else sector
            names.append(f"{sector} SG{int(group[2])}".lstrip())
        else:
            names.append(part)
    return tuple(names)


def _bureau(name: str) -> str:
    """Return the short name of a bureau, or ""."""
    short = _BUREAUX.get(name.removeprefix("the ").casefold(), name.upper())
    return short if short in _BUREAUX.values() else ""


def _questions(text: str) -> tuple[str, ...]:
    """Return the Questions named, each as "Q3/5"; in "Q3 and 7/5" the group is carried back."""
    found: list[str] = []
    for match in _QUESTIONS.finditer(text):
        numbers = _QUESTION.findall(match[1])
        last_group = numbers[-1][1]
        found += [f"Q{int(number)}/{int(group or last_group)}" for number, group in numbers]
    return tuple(dict.fromkeys(found))


def _names(body: str) -> set[str]:
    """Return what a body answers to: every run of the words of its name, folded."""
    words = _WORDS.findall(f"ITU-T {body}" if re.fullmatch("SG[0-9]+", body) else body)
    return {
        _fold(" ".join(words[first:last]))
        for first in range(len(words))
        for last in range(first + 1, len(words) + 1)
    }


def _fold(text: str) -> str:
    return re.sub(r"[\s\-\u2010\u2011]+", "", text).casefold()
