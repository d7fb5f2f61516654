"""Documents named by their identifiers, with the titles and the twins that the text gives them.

::

    document = identifier { ( " " | "/" | " (" ) twin [ ")" ] } [ former ] [ title ]
    former   = "(ex " name ")"
    title    = ( ":" | "-" | "on" | "" ) "“" words "”"  |  ( " - " | ": " ) words

A twin is the same text at a partner organization, or that one's work item: ``L.1480 DES/EE-EEPS66
(ES 204 087)`` is one document. A title without quotation marks ends with its sentence; within a
sentence it ends before the verb of that ("… of the ICT sector will start").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from planctl.ingest.evidence import running_lists
from planctl.ingest.evidence.passages import Passage
from planctl.ingest.evidence.running_lists import Place
from planctl.patterns import late
from planctl.plan import editions, identifiers
from planctl.plan.identifiers import Identifier

_PARTNERS: Final = frozenset(("partner-standard",))
_OURS: Final = frozenset(("recommendation", "work-item", "supplement", "amendment", "corrigendum"))
_JOINT = late(r"\s{0,2}[/(|,]?\s{0,2}")
_FORMERLY = late(r"\s{0,2}\(ex[. ]\s{0,2}([^()]{2,40})\)")
_QUOTED = late(
    r"\s{0,3}[:,–—-]?\s{0,3}(?:on\s{1,3})?(?:\"(?P<straight>[^“”\"«»]{3,400})\"|[“\"«”]{1,2}"
    r"(?P<title>[^“”\"«»]{3,400}(?:[“\"«][^“”\"«»]{1,200}[”\"»][^“”\"«»]{0,200}){0,2})[”\"»])"
)
_DASHED = late(r"\s{0,3}[:–—-]\s{1,3}(?P<title>[^\s–—:-][^\n]{4,400})")
_LETTER = late(
    r"(?:\s{0,3}[-–—]\s{1,3}|\s{1,3}(?=LS\S*\son\s))(?P<title>LS(?:/[ior])?\s[^\n]{4,400})"
)
_VERB = late(
    r"\s(?:will|is|was|are|were|has|have|shall|should|can|could|may|provides?|covers?|defines?"
    r"|describes?|specifies|identifies)\s"
)
_NO_TITLE = late(
    r"(?i:(?:target|agreed|planned|expected|to be|see|due|under study|in force|and|or|but)\b"
    r"|consent|approv)"
)
_DRAFT_BEHIND = late(r"\s?[(\[]draft[)\]]", re.IGNORECASE)
_REMARK = late(r"\s{0,2}\[([^\[\]]{2,200})\]\s*\Z")
_SPOKEN = late(
    r"\b(?P<body>UNECE|UN/CEFACT)(?: has| have)? (?:recently )?(?:released|published|adopted"
    r"|approved|issued|developed) Rec(?:ommendation|\.) (?:[Nn]o\.? )?(?P<number>\d{1,3})"
    r"(?! ?[/.]\d)"
    r"(?: on (?P<title>[A-Z]\w*(?: (?:(?:at|of|for|in|on|and|the) ){0,2}[A-Z]\w*){0,9}))?"
)


class Naming(NamedTuple):
    """A document where a passage names it, from ``start`` to ``end`` with its twins and title.

    ``name_end`` is where its title begins, if it has one. ``fields`` are those of a deliverable;
    ``leads`` says that the line begins with it.
    """

    key: str
    fields: dict[str, Any]
    start: int
    name_end: int
    end: int
    leads: bool
    draft: bool


def find(passage: Passage) -> list[Naming]:
    """The documents that a passage names, in their order, each as often as it does."""
    found: list[Naming] = []
    named = [one for one in running_lists.names(passage.text) if one[2].kind != "series"]
    while named:
        group = _group(passage.text, named)
        after = named[len(group)][0] if len(named) > len(group) else len(passage.text)
        found.append(_naming(passage, group, after))
        # A former name is no document by itself.
        named = [one for one in named[len(group) :] if one[0] >= found[-1].name_end]
    spoken = "UNECE" in passage.text or "UN/CEFACT" in passage.text
    for match in _SPOKEN.finditer(passage.text) if spoken else ():
        ref = f"{match['body']} Recommendation {match['number']}"
        fields = {"ref": ref} | ({"title": match["title"]} if match["title"] else {})
        key = identifiers.fold(ref)
        span = match.start(), match.start(), match.end()  # the body before it is named too
        found.append(Naming(key, fields, *span, leads=False, draft=False))
    return sorted(found, key=lambda one: one.start)


def _group(text: str, named: Sequence[Place]) -> list[Place]:
    """The first of the names and those behind it that are its twins."""
    group = [named[0]]
    for one in named[1:]:
        gap = text[group[-1][1] : one[0]]
        if len(gap) > 5 or _JOINT.fullmatch(gap.replace(")", "")) is None or gap.strip() == ",":
            break
        kinds = [identifier.kind for _, _, identifier in (*group, one)]
        if sum(kind not in _PARTNERS for kind in kinds) != 1 or not set(kinds) <= _OURS | _PARTNERS:
            break
        group.append(one)
    return group


def _naming(passage: Passage, group: Sequence[Place], after: int) -> Naming:
    own = next((one for _, _, one in group if one.kind not in _PARTNERS), group[0][2])
    others = [one for _, _, one in group if one is not own]
    start, end = group[0][0], group[-1][1]
    end += passage.text[end : end + 1] == ")" and "(" in passage.text[group[0][1] : end]
    fields: dict[str, Any] = {"ref": own.key}
    if own.detail and (date := editions.date_in(own)):
        fields["date"] = date
    leads = not passage.text[:start].strip('“"( ')
    former = _FORMERLY.match(passage.text, end)
    if former:
        fields["formerly"] = former[1].strip()
        end = former.end()
    name_end = end
    end = _read_title(passage, end, after, fields, leads=leads)
    if others:
        fields["counterpart"] = _counterpart(others)
    key = identifiers.fold(own.key)
    draft = any(one.draft for _, _, one in group)
    draft = draft or bool(_DRAFT_BEHIND.match(passage.text, name_end))
    return Naming(key, fields, start, name_end, end, leads, draft)


def _counterpart(others: Sequence[Identifier]) -> str:
    """The twins as a plan keeps them: DES/EE-EEPS66 (ETSI ES 204 087)."""
    first, *more = (one.key for one in others)
    return f"{first} ({', '.join(more)})" if more else first


def _read_title(
    passage: Passage, end: int, after: int, fields: dict[str, Any], *, leads: bool
) -> int:
    """Put the title behind a name into ``fields``; where it ends, ``end`` where there is none."""
    quoted = _QUOTED.match(passage.text, end)
    if quoted:
        fields["title"] = _bare(quoted["straight"] or quoted["title"])
        return quoted.end()
    stop = passage.bounds(end)[1]
    form = _LETTER if "-LS" in fields["ref"] else _DASHED
    dashed = form.match(passage.text[:stop], end)
    # "L.1480: L.1410 and L.1450 apply" is no title.
    if dashed is None or after < dashed.start("title") + 1 or not dashed["title"][:1].isalnum():
        return end
    if _NO_TITLE.match(dashed["title"]):
        return end
    title = dashed["title"]
    verb = None if leads else _VERB.search(title)
    if verb:
        title = title[: verb.start()]
    remark = _REMARK.search(title)
    if remark:
        fields["note"] = remark[1]
        title = title[: remark.start()]
    if len(title.split()) < 2:  # a word alone is a remark
        return end
    fields["title"] = _bare(title)
    return dashed.start("title") + len(title)


def _bare(title: str) -> str:
    return " ".join(title.split()).rstrip(" .,;:").strip('“”"')
