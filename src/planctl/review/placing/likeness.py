"""What two deliverables, or a deliverable and a text, share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from planctl.plan import identifiers
from planctl.plan.deliverable import EVENT_KINDS, Deliverable, bare_title
from planctl.plan.kinds import KIND_WORDS
from planctl.plan.prose import text_of, words

_SMALL: Final = frozenset(
    (
        *("about", "all", "among", "and", "any", "are", "been", "between", "both", "but", "can"),
        *("could", "during", "each", "following", "for", "from", "further", "group", "has", "have"),
        *("how", "including", "inter", "into", "its", "itu", "may", "more", "most", "new", "not"),
        *("other", "others", "over", "part", "recommendation", "recommendations", "related"),
        *("report", "reports", "should", "study", "such", "than", "that", "the", "their", "them"),
        *("these", "this", "those", "through", "under", "use", "used", "using", "was", "were"),
        *("what", "when", "where", "which", "while", "who", "will", "with", "within", "based"),
    )
)
_NUMBER: Final = re.compile(r"[A-Z]\.(?:Suppl\.)?(\d+)")


def aliases(deliverable: Deliverable) -> frozenset[str]:
    """What makes two mentions one thing: its key, those of its twins and of its former names.

    An event is known by its title and year, so that two dates of one event are seen as such.
    """
    found = [deliverable.key()]
    if deliverable.is_event and deliverable.title is not None:
        title = bare_title(text_of(deliverable.title))
        found = [f"{(deliverable.date or '')[:4]} {title}".strip()] if title else found
    for other in (deliverable.counterpart, deliverable.formerly):
        found += [identifiers.fold(one.key) for one in named_in(other or "")]
    return frozenset(one for one in found if one)


@lru_cache(maxsize=4096)
def named_in(text: str) -> tuple[identifiers.Identifier, ...]:
    """The identifiers in a counterpart or a former name, as a plan keeps it."""
    whole = identifiers.parse(text) if text else None
    return (whole,) if whole else tuple(one for _, _, one in identifiers.find_all(text))


def bases(deliverable: Deliverable) -> frozenset[str]:
    """The key of what it amends or supplements, if it does."""
    identifier = deliverable.identifier
    return frozenset((identifiers.fold(identifier.base),) if identifier and identifier.base else ())


def family(deliverable: Deliverable) -> str:
    """What lists put together, in words: "Recommendations of the K series", "events"."""
    identifier = deliverable.identifier
    kind = deliverable.known_kind
    if identifier and kind == "liaison-statement":
        return f"liaison statements of {identifier.key.partition('-LS')[0]}"
    if identifier and identifier.base and kind in ("amendment", "corrigendum", "erratum"):
        kind = "recommendation"
    if identifier and kind in ("recommendation", "supplement", "work-item", "series"):
        return f"{KIND_WORDS[kind][1]} of the {identifier.key[0]} series"
    if kind in EVENT_KINDS:
        return "events"
    return KIND_WORDS[kind][1] if kind in KIND_WORDS else ""


def number(deliverable: Deliverable) -> tuple[str, int] | None:
    """The family and number of a Recommendation or Supplement, in which neighbours are alike."""
    identifier = deliverable.identifier
    found = _NUMBER.match(identifier.base or identifier.key) if identifier else None
    return (found[0][: found.start(1)], int(found[1])) if found else None


def terms(texts: Iterable[str]) -> list[str]:
    """The words that say something, in the singular, in their order."""
    return [
        _singular(word)
        for text in texts
        for word in words(text)
        if len(word) > 2 and word not in _SMALL and not word.isdecimal()
    ]


@lru_cache(maxsize=8192)
def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
