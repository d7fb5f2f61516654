"""References to items: where a report says that what was done stands at another point.

A reference is an entry of a ``see`` list ("5.1" in the same plan, "73/5.1" in any), or an ID in the
words "See point" of a report::

    words      = "See point " point [ " and " point ] | "See points " point { joiner point }
    point      = id [ " of " [ "the action plan for " ] [assembly] resolution number ]
    resolution = " Resolution " | " Res. "
    joiner     = "," | "and" | "or" | "to" | "-"

No other number in a text is taken for an item's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from planctl.patterns import late
from planctl.plan import address
from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Block, Path, Plan

_OF_PLAN = (
    r"\s+of\s+(?:the\s+action\s+plan\s+for\s+)?"
    r"(?P<plan>(?:[A-Z]+\s+)?Res(?:olution\s|\.\s?|\s)\s*[0-9]+)"
)
# "See points 10-12" are three; "See point 95-10" and "See points 95-01 and 95-12" are not.
_POINT = (
    r"(?P<id>(?:[0-9]{1,4}-0[0-9]{1,2}\b|(?:(?<=point\s)|(?<=\sand\s))[0-9]{1,4}-[0-9]{2,3}\b"
    rf"|[0-9][0-9A-Za-z]*+)(?:\.[0-9A-Za-z]++)*+)(?:{_OF_PLAN})?+"
)
_UNNAMED = _POINT.replace("?P<id>", "?:").replace("?P<plan>", "?:")
_JOINER = r"(?:\s{0,3}[,–-]\s{0,3}(?:and\s+)?|\s{1,3}(?:and|or|to)\s{1,3})"
# What follows may be a date or a count: "See point 5.1, 3 May 2020", "See point 5 and 3 reports".
_SEE = late(
    rf"\bSee\s+(?:points\s+{_UNNAMED}(?:{_JOINER}{_UNNAMED}(?!\s+\w+\s+\d{{4}}\b))*"
    rf"|point\s+{_UNNAMED}(?:\s+and\s+{_UNNAMED}(?!\s+\w))?)",
    re.IGNORECASE,
)
_NAMED = late(_OF_PLAN, re.IGNORECASE)
_EACH = late(rf"(?<![\w.]){_POINT}", re.IGNORECASE)

Span = tuple[int, int]
"""Where a piece of a text begins and ends."""


class Reference(NamedTuple):
    """An item that is pointed at, as ``item`` of the plan with the key ``plan``.

    ``address`` is that of the activity that points; ``path`` leads to the ``text`` that does, where
    ``at`` is the ID and ``phrase`` the words "See point …" around it, or the entry of a list.
    """

    address: str
    path: Path
    text: str
    phrase: Span
    at: Span
    plan: str

    @property
    def item(self) -> str:
        """The ID of the item."""
        return self.text[self.at[0] : self.at[1]]


def references(plan: Plan, keys: Sequence[str]) -> Iterator[Reference]:
    """Every reference in the reports of ``plan``, in the order of the table.

    ``keys`` are the keys of all plans; what names none of them, or several, is left out.
    """
    for _, activity in plan.activities():
        for block in activity.report:
            for path, text, phrase, at, named in _pointers(block):
                target = _plans(named, plan.key, keys)
                if len(target) == 1:
                    place = plan.address(activity)
                    yield Reference(place, path, text, phrase, at, target[0])


def named_plans(text: str, at: int, own: str, keys: Sequence[str]) -> list[str]:
    """The keys of the plan that the words after an ID name, from ``at`` on; ``own`` without any."""
    found = _NAMED.match(text, at)
    return _plans(found["plan"] if found else "", own, keys)


def _plans(named: str, own: str, keys: Sequence[str]) -> list[str]:
    return address.match_plan(named, keys) if named else [own]


def _pointers(block: Block) -> Iterator[tuple[Path, str, Span, Span, str]]:
    """Path, text, phrase and ID of each reference in a block, with the words that name the plan."""
    for index, entry in enumerate(block.see):
        named, stroke, _ = entry.rpartition("/")
        whole = (0, len(entry))
        at = (len(named) + len(stroke), len(entry))
        yield (*block.path, "see", index), entry, whole, at, named
    for path, text in texts_of(block):
        for phrase in _SEE.finditer(text):
            for point in _EACH.finditer(text, *phrase.span()):
                yield path, text, phrase.span(), point.span("id"), point["plan"] or ""


def texts_of(block: Block) -> Iterator[tuple[Path, str]]:
    """The texts of a block with their paths: its sentence, and what its deliverables say."""
    yield from _languages((*block.path, "text"), block.text)
    yield from _said(block.deliverables)


def _said(deliverables: Sequence[Deliverable]) -> Iterator[tuple[Path, str]]:
    for one in deliverables:
        for name in ("title", "note", "text"):
            yield from _languages((*one.path, name), getattr(one, name))
        yield from _said(one.items)


def _languages(path: Path, text: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(text, str):
        yield path, text
    elif text is not None:
        yield from (((*path, language), words) for language, words in text.items())
