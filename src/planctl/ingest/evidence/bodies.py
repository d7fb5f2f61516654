"""Organizations, groups and initiatives that a document speaks of.

::

    body    = group | known name | name [ "(" short name ")" ]
    group   = "ITU-T SG5" | "ITU-T Study Group 5" (in any language) | "ETSI TC EE" | "ISO/TC 154"
            | "JCA-…" | "FG-…"
    name    = words with capitals, one of which says what it is: "… Commission on …", "… Coalition"

A short name is that of the name before it in brackets, or of one whose first letters it is made of.
ITU itself, and what belongs to it without being a group, is not listed.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from planctl.ingest.evidence.passages import Passage
from planctl.patterns import late
from planctl.plan import addressees

_WORD: Final = r"[A-Z][\w&’-]{0,30}"
_NAME: Final = rf"{_WORD}(?:\s(?:(?:of|on|and|for|the)\s){{0,2}}{_WORD}){{0,9}}"
_TOGETHER: Final = "coalition|alliance|partnership|initiative"
_NOUNS: Final = (
    "Academy|Agency|Alliance|Association|Coalition|Commission|Committee|Consortium|Council|Foundation"
    "|Institute|Ministry|Organization|Organisation|Partnership|Programme|Secretariat|University"
)
_SIGNS: Final = (*_TOGETHER.split("|"), *_NOUNS.lower().split("|"))
_NAMED = late(
    rf"(?P<name>{_NAME})(?P<before>\s(?:{_TOGETHER}))?(?:\s\((?P<short>[A-Z][\w&/-]{{1,14}})\))?"
    rf"(?P<after>\s(?:{_TOGETHER}))?(?![\w-])"
)
_NOUN = late(rf"(?<![\w-])(?:{_NOUNS})(?![\w-])")
_SAYS_TOGETHER = late(rf"(?:{_TOGETHER})\b", re.IGNORECASE)
_GROUPS = late(
    r"(?<![\w/-])(?:(?P<sector>ITU-[TRD])\s(?:SG\s?|Study Group\s)(?P<number>\d{1,2})"
    r"|(?P<etsi>ETSI (?:TC|ISG) [A-Z]{2,5})|(?P<joint>(?:JCA|FG)-[A-Z][A-Za-z0-9&]{1,12})"
    r"|(?P<committee>(?:ISO|IEC|CEN|CENELEC|CLC)(?:/(?:IEC|CENELEC|CLC))?[/ ](?:TC|JTC|JWG) ?"
    r"\d{1,4}(?:/(?:SC|JWG|WG) ?\d{1,3})?))(?![\w-])"
)
KNOWN: Final = (
    *("3GPP", "AIOTI", "BDT", "BRS", "CAICT", "CCSA", "CEN", "CENELEC", "CISPR", "CSTD", "ECOSOC"),
    *("EMG", "ETNO", "ETSI", "EU Commission", "European Commission", "FAO", "GeSI", "GSMA", "ICAO"),
    *("ICNIRP", "IEC", "IEEE SA", "IEEE", "IETF", "ILO", "IMO", "ISCG", "ISO", "ITC", "OECD"),
    *("RAG", "SBTi", "TDAG", "TSAG", "UN Habitat", "UN-Habitat", "UNCTAD", "UNDP", "UNECE"),
    *("UNEMG", "UNEP", "UNESCO", "UNFCCC", "UNIDO", "UNITAR", "UNU", "UPU", "WHO", "WIPO", "WMO"),
    *("WTO", "World Bank"),
)
"""Names of bodies that ITU works with, as they are usually written."""

LONG: Final = {
    "UNEP": "United Nations Environment Programme",
    "UNCTAD": "United Nations Conference on Trade and Development",
    "ECOSOC": "Economic and Social Council",
    "UNECE": "United Nations Economic Commission for Europe",
    "WHO": "World Health Organization",
}
"""The names of those whose short name is not made of their first letters, or is used instead."""

_SHORTS: Final = {long: short for short, long in LONG.items()}
_KNOWN = late(
    "(?<![\\w.])(?:"
    + "|".join(sorted((*KNOWN, *LONG.values()), key=len, reverse=True))
    + ")(?![\\w.]\\w|\\w)"
)
_SHORT = late(r"(?<![\w-])[A-Z]{3,8}(?![\w-])")
_NO_BODIES: Final = ("International Telecommunication Union", "Study Group", "Terms of Reference")
_AGAIN = late(r"\b[Tt]he (?:Coalition|Alliance|Partnership|Initiative)(?![\w-])")
_FOREIGN_ARTICLES: Final = ("La", "Le", "Les", "El", "Los", "Las")
_ARTICLES: Final = frozenset(
    ("The", "This", "That", "In", "On", "An", "A", "By", "For", "Their", *_FOREIGN_ARTICLES)
)


class Body(NamedTuple):
    """A body where a passage names it, from ``start``.

    ``name`` is its full name where that is known, else its short one; ``short`` the short one, or
    "". ``together`` says that it is an initiative: a coalition, an alliance, a partnership.
    """

    name: str
    short: str
    together: bool
    start: int


def find(passage: Passage) -> list[Body]:
    """The bodies that a passage names, each as often as it does, in their order."""
    text = passage.text
    found: list[Body] = []
    taken: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        return not any(start < other_end and end > begin for begin, other_end in taken)

    for match in _GROUPS.finditer(text):
        name = f"{match['sector']} SG{match['number']}" if match["sector"] else match[0]
        found.append(Body(name, "", together=False, start=match.start()))
        taken.append(match.span())
    for start, names in addressees.study_groups(text):
        found += [Body(name, "", together=False, start=start) for name in names]
    likely = passage.speaks_of(_SIGNS)
    for match in _NAMED.finditer(text) if likely else ():
        body = _named(match["name"], match["before"] or "", match["short"], match["after"] or "")
        if body and free(match.start(), match.end()):
            start = match.start() + match["name"].find(body.name.split(" ")[0])
            found.append(body._replace(start=start))
            taken.append(match.span())
    for match in _KNOWN.finditer(text):
        if free(*match.span()):
            name = match[0]
            found.append(Body(name, _SHORTS.get(name, ""), together=False, start=match.start()))
    return sorted(found, key=lambda one: one.start)


def named_again(passage: Passage) -> list[int]:
    """Where a passage speaks of an initiative without its name: "the Coalition"."""
    if not passage.speaks_of(_TOGETHER.split("|")):
        return []
    return [match.start() for match in _AGAIN.finditer(passage.text)]


def abbreviations(passage: Passage) -> list[tuple[str, int]]:
    """The words of capitals in a passage, which may be short names of bodies."""
    return [(match[0], match.start()) for match in _SHORT.finditer(passage.text)]


def initials(name: str) -> str:
    """The first letters of the words that count: CSTD, UNEP."""
    small = ("of", "on", "and", "for", "the", "in")
    return "".join(word[0] for word in name.replace("-", " ").split() if word not in small).upper()


def _named(words: str, before: str, short: str | None, after: str) -> Body | None:
    """The body that words with capitals name, if they say that they are one."""
    parts = words.split()
    while parts and parts[0] in _ARTICLES:
        parts.pop(0)
    name = _first(" ".join(parts)) + before
    together = bool(_SAYS_TOGETHER.search(" ".join(parts[-2:]) + before + after))
    if len(name.split()) < 2 or name.startswith(_NO_BODIES):
        return None
    if not together and (not _NOUN.search(name) or name.startswith("ITU ")):
        return None
    return Body(name, short or _SHORTS.get(name, ""), together, 0)


def _first(names: str) -> str:
    """The first of two names, "A Council" of "A Council and B"; not of "Economic and Social A"."""
    first, joint, _ = names.partition(" and ")
    return first if joint and _NOUN.fullmatch(first.split()[-1]) else names
