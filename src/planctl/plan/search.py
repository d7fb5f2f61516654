"""Where words or a document stand in a plan.

Words are sought in every language, whatever their capitals, accents and quotation marks; an
identifier in every spelling, and with what amends or supplements it. What begins as the name of a
Recommendation does ("K.9", "K.91 Amd") is found however it is spaced.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from planctl.patterns import late
from planctl.plan import identifiers
from planctl.plan.deliverable import Deliverable, line
from planctl.plan.model import Activity, Directive, Path, Plan
from planctl.plan.prose import Prose, fold, text_of

_BEGINNING = late(r"(?:itu-t )?([a-z] ?\. ?\w.*)")


class Hit(NamedTuple):
    """A place where something was found.

    ``where`` is the kind of place ("activity", "references", "deliverable" …); ``text`` is what
    stands there, in the first language in which it was found.
    """

    address: str
    where: str
    text: str


def search(plan: Plan, text: str, chosen: Container[Path] | None = None) -> Iterator[Hit]:
    """The places in a plan where ``text`` stands, in the order of its table.

    With ``chosen``, only the activities at these paths, and the directives that have one of them;
    without, also the resolution's title and the plan's own notes.
    """
    wanted = _Wanted(text)
    if chosen is None:
        yield from wanted.found(plan.key, "resolution", plan.resolution.title)
        yield from wanted.found(plan.key, "notes", plan.data.get("notes"))
    for directive in plan.directives:
        activities = [one for one in directive.activities if chosen is None or one.path in chosen]
        if activities or chosen is None:
            yield from _in_directive(wanted, plan.address(directive), directive)
        for activity in activities:
            yield from _in_activity(wanted, plan.address(activity), activity)


def _in_directive(wanted: _Wanted, address: str, directive: Directive) -> Iterator[Hit]:
    yield from wanted.found(address, "directive", directive.text)
    yield from wanted.found(address, "references", directive.references)
    yield from wanted.found(address, "notes", directive.data.get("notes"))


def _in_activity(wanted: _Wanted, address: str, activity: Activity) -> Iterator[Hit]:
    yield from wanted.found(address, "activity", activity.text)
    yield from wanted.found(address, "references", activity.references)
    for block in activity.report:
        yield from wanted.found(address, "report", block.text)
        for deliverable in block.deliverables:
            for one in (deliverable, *deliverable.items):
                yield from wanted.found_deliverable(address, one)
    yield from wanted.found(address, "notes", activity.data.get("notes"))


class _Wanted:
    """What is sought: words, and the document that they name or begin to name."""

    def __init__(self, text: str) -> None:
        identifier = identifiers.parse(text)
        self._words = fold(text)
        self._key = identifiers.fold(identifier.key) if identifier else ""
        beginning = _BEGINNING.fullmatch(fold(identifiers.flatten(text)))
        self._beginning = identifiers.fold(beginning[1]) if beginning else ""
        letters = beginning[1].replace(" ", "") if beginning else ""
        self._spaced = re.compile(rf"(?<!\w){' ?'.join(map(re.escape, letters))}")

    def stands_in(self, text: str) -> bool:
        """Whether the words stand in a text, or what begins as they do but for spaces."""
        folded = fold(text)
        return self._words in folded or bool(self._beginning and self._spaced.search(folded))

    def found(self, address: str, where: str, prose: Prose | None) -> Iterator[Hit]:
        """The prose, in a language in which it has the words."""
        for language in _languages(prose):
            text = text_of(prose or "", language)
            if self.stands_in(text):
                yield Hit(address, where, text)
                return

    def found_deliverable(self, address: str, deliverable: Deliverable) -> Iterator[Hit]:
        """The line that a deliverable prints, where it has the words or names the document."""
        fields = (deliverable.text, deliverable.title, deliverable.place, deliverable.note)
        languages = dict.fromkeys(["en", *(one for prose in fields for one in _languages(prose))])
        lines = [line(deliverable, language) for language in languages]
        found = next(filter(self.stands_in, lines), None)
        if found is None and self._is_document(deliverable):
            found = lines[0]
        if found is not None:
            yield Hit(address, "deliverable", found)

    def _is_document(self, deliverable: Deliverable) -> bool:
        found = deliverable.identifier
        if found is None:
            return False
        key = identifiers.fold(found.key)
        if self._beginning and key.startswith(self._beginning):
            return True
        return bool(self._key) and self._key in (key, identifiers.fold(found.base))


def _languages(prose: Prose | None) -> list[str]:
    """The languages in which there is a text, English first; one that stands for the only text."""
    if prose is None:
        return []
    return ["en"] if isinstance(prose, str) else sorted(prose, key=lambda one: (one != "en", one))
