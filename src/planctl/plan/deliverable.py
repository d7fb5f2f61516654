"""A deliverable, and the one line that it prints.

Where a deliverable has no ``text`` (the exact published wording), its line is made so::

    ref                     K.52
    ref “title”             ITU-T L.1304 “Procurement Criteria for Sustainable Data Centres”
    ref - title             SG5-LS60 - LS on the work under study        (liaison statements)
    title date, place       Forum on Circular Economy on 1 October 2019, Valencia, Spain  (events)
    Kind on “title”         Technical Report on “Title”, Workshop on “Title”, Webinar: Title
    title (date)            Guidance for ICT companies (2020)
    url                     https://www.itu.int/…

In languages other than English a date stands in brackets (:mod:`planctl.plan.date_words`).
``formerly`` follows the ref as "(ex L.SEEQ)", ``counterpart`` as "| ETSI ES 204 087"; ``note``
ends the line in square brackets.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from planctl.plan import dates, identifiers
from planctl.plan.identifiers import Identifier
from planctl.plan.prose import Prose, fold, short, text_of, words

FIELDS = (
    "kind",
    "ref",
    "title",
    "date",
    "place",
    "url",
    "note",
    "counterpart",
    "formerly",
    "text",
)
"""The fields of a deliverable in the order in which they are written, and stand in the class."""

EVENT_KINDS = (
    "event",
    "workshop",
    "webinar",
    "forum",
    "symposium",
    "conference",
    "seminar",
    "session",
    "panel",
    "training",
    "meeting",
)
_LEAD_WORDS = {
    "webinar": "Webinar: {}",
    "technical-report": "Technical Report on “{}”",
}
_EVENT_WORDS = frozenset((*EVENT_KINDS, "the", "on", "a", "an", "itu"))


class Deliverable(NamedTuple):
    """Evidence of work; see ``$defs/deliverable`` of the schema for its fields."""

    path: tuple[str | int, ...] = ()
    kind: str | None = None
    ref: str | None = None
    title: Prose | None = None
    date: str | None = None
    place: Prose | None = None
    url: str | None = None
    note: Prose | None = None
    counterpart: str | None = None
    formerly: str | None = None
    text: Prose | None = None
    items: tuple[Deliverable, ...] = ()

    @classmethod
    def of(cls, data: str | Mapping[str, Any], path: tuple[str | int, ...] = ()) -> Deliverable:
        """The deliverable that plan data describes: a map, or a text (identifier or title)."""
        if isinstance(data, str):
            if identifiers.parse(data):
                return cls(path, ref=data)
            return cls(path, title=data)
        made = cls._make((path, *map(data.get, FIELDS), ()))
        if made.date is not None and not isinstance(made.date, str):
            made = made._replace(date=str(made.date))
        if "items" in data:
            below = enumerate(data["items"])
            items = tuple(cls.of(item, (*path, "items", index)) for index, item in below)
            made = made._replace(items=items)
        return made

    @property
    def identifier(self) -> Identifier | None:
        """What the ref identifies, or None where it is not an identifier that planctl knows."""
        return identifiers.parse(self.ref) if self.ref else None

    @property
    def span(self) -> dates.Span | None:
        """The date as a span; None where there is none, or none such (2019-02-30)."""
        try:
            return dates.parse(self.date) if self.date else None
        except ValueError:
            return None

    @property
    def known_kind(self) -> str:
        """The kind as given, else as the identifier tells, else as a url tells, else ""."""
        if self.kind:
            return self.kind
        identifier = self.identifier
        if identifier:
            return identifier.kind
        return "web-page" if self.url and not self.date else ""

    @property
    def is_event(self) -> bool:
        """Whether it is something that was held at a time and a place."""
        return self.kind in EVENT_KINDS

    def key(self) -> str:
        """What makes two mentions the same deliverable: an opaque text, "" where nothing does.

        An identifier's canonical key; an event's first day (or year) and title; else the address of
        a web page, or the title.
        """
        if self.ref:
            return ref_key(self.ref, self.identifier)
        if self.title is None:
            return self.url or fold(text_of(self.text or ""))
        title = text_of(self.title)
        if self.is_event:
            span = self.span
            return f"{span.start if span else ''} {bare_title(title)}".strip()
        return " ".join(words(title))


def ref_key(ref: str, identifier: Identifier | None) -> str:
    """The key of a deliverable with a ref, which is or is not an identifier; see ``key``."""
    if identifier is None:
        return fold(ref)
    return "" if identifier.kind == "series" else identifiers.fold(identifier.key)


def bare_title(title: str) -> str:
    """An event's title, folded, without the words that only say what kind of event it is."""
    return " ".join(word for word in words(title) if word not in _EVENT_WORDS)


def name(deliverable: Deliverable) -> str:
    """Its identifier, else the beginning of its title or text."""
    named = deliverable.ref or deliverable.title or deliverable.text or deliverable.url or ""
    return short(text_of(named), 40)


def line(deliverable: Deliverable, language: str = "en") -> str:
    """The line (or, where ``text`` has line breaks, lines) that a deliverable prints."""
    if deliverable.text is not None:
        return text_of(deliverable.text, language)
    title = text_of(deliverable.title, language) if deliverable.title is not None else ""
    if deliverable.ref:
        printed = _with_ref(deliverable, title)
    elif title:
        printed = _titled(deliverable, title)
    else:
        printed = ""
    printed += _when_and_where(deliverable, language)
    if deliverable.note is not None:
        printed += f" [{text_of(deliverable.note, language)}]"
    return printed.strip(" ,") or deliverable.url or ""


def _with_ref(deliverable: Deliverable, title: str) -> str:
    printed = deliverable.ref or ""
    if deliverable.formerly:
        printed += f" (ex {deliverable.formerly})"
    if deliverable.counterpart:
        printed += f" | {deliverable.counterpart}"
    if not title:
        return printed
    if deliverable.known_kind == "liaison-statement":
        return f"{printed} - {title}"
    return f"{printed} “{title}”"


def _titled(deliverable: Deliverable, title: str) -> str:
    kind = deliverable.kind or ""
    if kind == "event" or kind.replace("-", " ") in fold(title):
        return title
    if kind in _LEAD_WORDS:
        return _LEAD_WORDS[kind].format(title)
    if kind in EVENT_KINDS:
        return f"{kind.capitalize()} on “{title}”"
    return title


def _when_and_where(deliverable: Deliverable, language: str) -> str:
    if deliverable.date is None and deliverable.place is None:
        return ""
    printed = ""
    span = deliverable.span
    if span and deliverable.is_event and language == "en":
        printed = f" {dates.phrase(span)}"
    elif span and span.precision == "month" and span.first == span.last:
        printed = f" ({span.first[1]:02}/{span.first[0]})"
    elif span and language != "en":
        from planctl.plan.date_words import bracketed

        printed = bracketed(span, language)
    elif deliverable.date:
        printed = f" ({dates.render(span) if span else deliverable.date})"
    if deliverable.place is not None:
        printed += f", {text_of(deliverable.place, language)}"
    return printed
