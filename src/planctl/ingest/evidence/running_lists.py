"""The names in a text, those of a list included that leave out what they share.

::

    list = "Recommendations " name { ( "," | "and" | "or" | "&" ) number }     K.20, 21 and 45
         | name "/" last-two-digits                                            L.1023/24
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.patterns import late
from planctl.plan import identifiers
from planctl.plan.identifiers import Identifier

Place = tuple[int, int, Identifier]

_SEVERAL = late(r"(?:Recommendations|Recs\.?) (?:ITU-T )?\Z")
_NEXT = late(
    r"(?:\s?[,&]|,?\s(?:and|or))\s{1,2}(?P<number>[1-9]\d{1,3}(?:\.\d{1,2})?)(?!\w|\.\d|\s?%)"
)
_LAST_DIGITS = late(
    r"(?<![\w./-])(?P<whole>[AD-VX-Z]\.\d{1,2})(?P<first>\d\d)/(?P<last>\d\d)(?![\w/])"
)


def names(text: str) -> list[Place]:
    """The identifiers in a text as (start, end, identifier), in order, none overlapping."""
    found = []
    for start, end, identifier in identifiers.find_all(text):
        found.append((start, end, identifier))
        if identifier.kind == "recommendation":
            found += _further(text, start, end, identifier)
    for match in _LAST_DIGITS.finditer(text) if "/" in text else ():
        if match["first"] < match["last"]:
            for group in ("first", "last"):
                key = match["whole"] + match[group]
                at = match.start() if group == "first" else match.start(group)
                found.append((at, match.end(group), Identifier("recommendation", key, key)))
    return sorted(found, key=lambda one: one[0])


def _further(text: str, start: int, end: int, first: Identifier) -> Iterator[Place]:
    """The names behind one whose series is left out."""
    before = text[max(0, start - 24) : start] + first.spelling.partition(first.key)[0]
    if not _SEVERAL.search(before):
        return
    letter = first.key.partition(".")[0]
    while match := _NEXT.match(text, end):
        end = match.end()
        key = f"{letter}.{match['number']}"
        yield match.start("number"), end, Identifier("recommendation", key, key)
