"""Identifiers of ITU documents and of the standards cited beside them.

An identifier is the name of a Recommendation and its kin (grammar in ``recommendations``) or of a
paper: liaison statement, meeting document, circular, partner's standard (grammar in ``papers``).
What neither knows is a free title, never an error.

Names in the other languages of the Union are read as the English ones (``name_words``).

Two mentions of a document have the same ``key``, the canonical spelling; the text keeps its own:

    recommendation     K.52, G.780/Y.1351, G.Imp712    supplement          K.Suppl.14
    amendment          K.91 Amd.3                      work-item           L.EE_slicing (as written)
    corrigendum        A.12 Cor.1                      liaison-statement   SG5-LS184
    erratum            A.11 Err.1                      document            TD120-R1, SG5-C12
    annex, appendix    G.729 Annex C+, Z.100 App.II    circular            TSB Circular 203
    series             L.1300 series, Q.400-Q.490      partner-standard    ETSI ES 204 087

A series names many documents and is not countable. Keys of work items differ in capitals between
documents: compare ``fold(key)`` where that matters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from planctl.patterns import late
from planctl.plan import name_words, papers, recommendations
from planctl.plan.name_words import Rendering
from planctl.plan.notation import Reading

_BULLETS: Final = "·•\uf0b7"
_SPACES: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
_AROUND: Final = f" {_SPACES}{_BULLETS}"
_PLAIN: Final = str.maketrans(dict.fromkeys(_SPACES, " ") | {"\u2010": "-", "\u2011": "-"})

# In prose, web addresses are stepped over whole, and a name begins where a word does: not within
# letters of alphabets; Chinese is written without spaces around it.
_CANDIDATE: Final = late(
    r"(?:https?://|www\.)\S+|(?<![0-9A-Za-z_À-ɏͰ-ӿ.@/\\-])"
    r"(?=[A-Z3][^a-z]|[Dd]raft|Re[cp]|Sup|Am[de]|Cor|Err|A(?:nn|pp)|C(?:ir|ol))"
)
# Most titles begin with an ordinary word: this turns them away before any grammar is tried.
_OPENING: Final = late(
    r"[A-Z3][^a-z]|(?i:draft|rec|sup|amd|amend|cor|err|ann|app|circular|collective|report)"
)
_NUMBERED_PART: Final = late(
    r"(?:annex|clause|section|appendix|table|figure|equation|step|item|part|chapter|paragraph"
    r"|article|page|question|option|room|hall|building|floor|gate|booth|hotel|box|vitamin"
    r"|version|release|O\.?J\.?|§) {0,3}\Z",
    re.IGNORECASE,
)
# "A.1 Scope" is a heading of an outline; "G.20 leaders", "Q.1 2025", "M.2 SSD" are what they are.
_OUTLINE: Final = late(r"[A-F]\.[1-9](?:\.[0-9]{1,2}){0,3} [A-Z][a-z]*(?: [a-z]|[.:]|\s*\Z)")
_KNOWN_AS: Final = late(
    r"G\.(?:7|8|20|77) (?:leader|summit|countr|econom|member|presiden|minister|nation)"
    r"|Q\.[1-4] (?:20[0-9]{2}\b|result|earning|sales|revenue)|M\.2 (?:SSD|slot|drive|connector)"
)
# T.Berners-Lee, E.ON, Y.2K
_COULD_BE_A_NAME: Final = late(r"[A-Z]\.(?:[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20}){1,3}|[A-Z0-9]{2})")

# Most identifiers are written plainly: these are read by one expression, the others by the grammars
# of all kinds. A property test holds the two to one answer.
_PLAINLY: Final = late(
    r"(?:ITU-T )?(?P<name>[AD-VX-Z]\.[1-9][0-9]{0,4})(?: (?P<date>\((?:19|20)[0-9]{2}\)))?"
    r"(?: (?P<part>Amd|Cor)\.(?P<number>[1-9][0-9]{0,2}))?"
    r"|(?:ITU-T )?(?P<supplement>[AD-VX-Z]\.Suppl\.[1-9][0-9]{0,3})"
    r"|(?P<liaison_statement>(?:SG[0-9]{1,2}|TSAG)-LS[1-9][0-9]{0,4})"
    r"|(?P<document>TD[1-9][0-9]{0,4}(?:-R[1-9])?|(?:SG[0-9]{1,2}|TSAG)-C[1-9][0-9]{0,4})"
    r"|(?P<circular>TSB Circular [0-9]{1,4})"
    r"|(?P<standard>ETSI E[SN] [0-9]{3}) ?(?P<units>[0-9]{3})"
    r"|(?P<work_item>[AD-VX-Z]\.(?!(?i:imp|sup|series)|(?:Sc|Eng|Tech|Phil|Ed)(?![A-Za-z0-9_]))"
    r"(?:[0-9][A-Z]|[A-Za-z])[A-Za-z0-9_]{1,30}(?:-[A-Za-z0-9_]{1,30}){0,5})"
)
_PARTS: Final = {"Amd": "amendment", "Cor": "corrigendum"}


class Identifier(NamedTuple):
    """A document's name as read.

    ``kind`` is a deliverable kind of the plan schema, ``key`` the canonical name, ``spelling`` the
    text it was read from. ``base`` is the key of the document amended or supplemented, or "".
    ``detail`` is what does not tell documents apart: "Appendix V", "to ITU-T K.series", "(2018)".
    ``well_formed`` is false for slips such as "K..52"; ``draft`` is true after the word "Draft".
    """

    kind: str
    key: str
    spelling: str
    base: str = ""
    detail: str = ""
    well_formed: bool = True
    draft: bool = False


def flatten(text: str) -> str:
    """Turn every Unicode space into a space and hard hyphens into "-", keeping the length."""
    return text if text.isascii() and text.isprintable() else text.translate(_PLAIN)


def normalise(text: str) -> str:
    """Return the text with single plain spaces and plain hyphens, without a leading bullet."""
    return " ".join(flatten(text).split()).lstrip(_AROUND)


def fold(key: str) -> str:
    """Return what two keys share when they name one document but for capitals, spaces, "Sup."."""
    return key.casefold().replace(" ", "").replace(".sup.", ".suppl.")


@lru_cache(maxsize=8192)
def parse(text: str) -> Identifier | None:
    """Read a text that is an identifier from beginning to end; None for any other (a free title).

    Written small ("k.52 amd.1", "sg5-ls184"), an identifier is read as meant and is not well
    formed. The spelling is the text without spaces and bullets around it.
    """
    spelling = text.strip(_AROUND)
    plainly = _PLAINLY.fullmatch(spelling)
    if plainly:
        return _written_plainly(plainly, spelling)
    foreign = name_words.rendered(flatten(spelling))
    if foreign:
        named = parse(foreign.text)
        return named._replace(spelling=spelling) if named else None
    if _OPENING.match(spelling) is None and not spelling[:1].islower():
        return None
    plain = normalise(spelling)
    reading = _read(plain, 0)
    if reading is not None:
        return _identifier(reading, spelling) if reading.end == len(plain) else None
    if len(plain) > 40 or not plain[:1].islower():
        return None
    shouted = plain.upper()
    reading = _read(shouted, 0)
    if reading is None or reading.end < len(shouted) or reading.kind in ("work-item", "series"):
        return None
    return _identifier(reading._replace(well_formed=False), spelling)


@lru_cache(maxsize=8192)
def split(text: str) -> tuple[Identifier | None, str]:
    """Split a text that begins with an identifier into that and the untouched rest.

    Spaces and bullets before the identifier are dropped; ``spelling + rest`` is what follows them.
    Without an identifier the result is None and the whole text, unchanged.
    """
    begin = len(text) - len(text.lstrip(_AROUND))
    reading = _read(flatten(text), begin) if _OPENING.match(text, begin) else None
    if reading is None:
        return None, text
    return _identifier(reading, text[begin : reading.end]), text[reading.end :]


def find_all(text: str) -> list[tuple[int, int, Identifier]]:
    """Return the identifiers in prose as (start, end, identifier), in order, none overlapping.

    Cautious: a name that is not well formed is passed over unless more speaks for it ("K..52",
    "K. 91 Amd.3", "ITU-T K. 91"), so is a work item that could be a word or a name (L.enablement,
    T.Berners-Lee, unless "Draft", "Supplement" or "ITU-T" precedes), a part of the document itself
    ("clause A.5", "A.1 Scope" where the text begins) and anything in a web address.
    """
    plain = flatten(text)
    foreign = name_words.rendered(plain)
    if foreign:
        return _found_abroad(text, foreign)
    found: list[tuple[int, int, Identifier]] = []
    position = 0
    while match := _CANDIDATE.search(plain, position):
        start, position = match.start(), max(match.end(), match.start() + 1)
        in_address = match.end() > start
        while not in_address and (reading := _read(plain, start)):
            identifier = _identifier(reading, text[start : reading.end])
            if not _certain(plain, start, identifier):
                break
            found.append((start, reading.end, identifier))
            position = reading.end
            if plain[position : position + 1] != "/":
                break
            start = position + 1  # a twin after a stroke: "L.simplifiedLCA/ES 204 085"
    return found


def _found_abroad(text: str, foreign: Rendering) -> list[tuple[int, int, Identifier]]:
    """What :func:`find_all` finds in a text some of whose names are not in English."""
    found: list[tuple[int, int, Identifier]] = []
    last = 0
    for start, stop, identifier in find_all(foreign.text):
        begin, end = foreign.span(start, stop)
        if begin >= last:  # two names may have become parts of one
            found.append((begin, end, identifier._replace(spelling=text[begin:end])))
            last = end
    return found


def _written_plainly(match: re.Match[str], spelling: str) -> Identifier:
    name, date, part, number = match.group("name", "date", "part", "number")
    if match["standard"]:
        return Identifier("partner-standard", f"{match['standard']} {match['units']}", spelling)
    if name is None:
        kind = str(match.lastgroup)
        return Identifier(kind.replace("_", "-"), match[kind], spelling)
    if part is None:
        return Identifier("recommendation", name, spelling, detail=date or "")
    return Identifier(_PARTS[part], f"{name} {part}.{number}", spelling, name, date or "")


def _read(plain: str, at: int) -> Reading | None:
    return recommendations.read(plain, at) or papers.read(plain, at)


def _identifier(reading: Reading, spelling: str) -> Identifier:
    return Identifier(
        reading.kind,
        reading.key,
        spelling,
        reading.base,
        " ".join(reading.detail.split()),
        reading.well_formed,
        reading.draft,
    )


def _certain(plain: str, start: int, identifier: Identifier) -> bool:
    """Tell whether a name read in prose is one beyond doubt."""
    if not identifier.well_formed:
        said = identifier.kind in _PARTS.values() or ".." in identifier.spelling
        return said or "ITU-T" in identifier.spelling
    if identifier.spelling[:2] != identifier.key[:2]:
        return True  # "ITU-T", "Draft" or the like stands before it
    if identifier.kind == "work-item":
        told = any(not letter.islower() for letter in identifier.key[3:])
        return told and not _COULD_BE_A_NAME.fullmatch(identifier.key)
    if _KNOWN_AS.match(plain, start) or (
        _OUTLINE.match(plain, start)
        and plain[max(0, start - 2) : start].strip() in ("", ".", ":", ";")
    ):
        return False
    return not _NUMBERED_PART.search(plain, max(0, start - 14), start)
