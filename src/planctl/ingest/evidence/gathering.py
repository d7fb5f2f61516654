"""What is found line by line, put together: one entry for a thing, however often it is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.ingest.evidence import bodies, events, pages, publications
from planctl.ingest.evidence.achieved import Done
from planctl.ingest.evidence.bodies import Body
from planctl.ingest.evidence.documents import Naming
from planctl.ingest.evidence.found import Found, Sort
from planctl.ingest.evidence.passages import Passage
from planctl.ingest.evidence.planned import Plan
from planctl.ingest.evidence.publications import Publication
from planctl.patterns import late
from planctl.plan.deliverable import bare_title
from planctl.plan.prose import fold, words

_MEETING_OF = late(r"\S+ (?:session|meeting|conference|assembly)")
_EVENT_PAGE = late(
    r"\b(?:event|workshop|webinar|forum|meeting)(?:'s|’s)? (?:web ?page|web ?site|page)"
)


class Gathering:
    """The evidence found so far in a document of the date ``document``."""

    def __init__(self, document: str) -> None:
        self.document = document
        self._found: dict[str, Found] = {}
        self._order: dict[str, tuple[int, int]] = {}
        self._places: dict[str, dict[int, None]] = {}  # in which lines each stands, in their order
        self._event_places: list[tuple[int, int]] = []
        self._short: dict[str, str] = {}  # short names of bodies, and their keys
        self._initiative = ""  # the key of the last initiative named
        self._heading = ""  # the body that the last line consists of

    def found(self) -> tuple[Found, ...]:
        """All of it, in the order of the page."""
        return tuple(
            self._found[key]._replace(places=tuple(self._places[key]))
            for key in sorted(self._order, key=self._order.__getitem__)
        )

    def take(self, passage: Passage, named: Sequence[Naming]) -> None:
        """Take what a line says."""
        for naming in named:
            fields = {**naming.fields, **({"note": "draft"} if naming.draft else {})}
            self._add(f"document {naming.key}", "document", fields, passage, naming.start)
        held = events.find(passage, self.document)
        for event in held:
            if self._heading and _MEETING_OF.fullmatch(str(event.fields["title"])):
                event.fields["title"] = f"{event.fields['title']} of the {self._heading}"
            date, title = str(event.fields["date"]), str(event.fields["title"])
            key = f"event {date} {bare_title(title)}"
            self._add(key, "event", event.fields, passage, event.start, event.time)
            self._event_places.append((passage.place, event.start))
        for publication in publications.find(passage):
            if not _covered(publication, named):
                title = str(publication.fields["title"])
                if not any(title.endswith(str(event.fields["title"])) for event in held):
                    key = f"publication {' '.join(words(title))}"
                    self._add(key, "publication", publication.fields, passage, publication.start)
        self._take_pages(passage)
        self._take_bodies(passage, named)

    def tell(self, key: str, told: Plan | Done) -> None:
        """Say what is planned of the document with this key, or was done; what is known stays."""
        known = self._found.get(f"document {key}")
        if known and isinstance(told, Plan) and not known.planned:
            self._found[f"document {key}"] = known._replace(planned=told.words, due=told.due)
        elif known and isinstance(told, Done) and told.words not in known.done:
            self._found[f"document {key}"] = known._replace(done=(*known.done, told.words))

    def take_plan(self, passage: Passage, start: int, plan: Plan) -> None:
        """Take something planned that is no document's fate."""
        sentence = passage.sentence(start)
        key = f"plan {fold(sentence)}"
        self._add(key, "plan", {"title": sentence.rstrip(" .")}, passage, start)
        self._found[key] = self._found[key]._replace(planned=plan.words, due=plan.due)

    def is_event_at(self, place: int, start: int, end: int) -> bool:
        """Whether an event is told of in the sentence from ``start`` to ``end`` of a line."""
        return any(line == place and start <= at < end for line, at in self._event_places)

    def _add(
        self,
        key: str,
        sort: Sort,
        fields: dict[str, Any],
        passage: Passage,
        start: int,
        time: str = "",
    ) -> None:
        """Add something found, or what it says more to what is known of it."""
        known = self._found.get(key)
        if known is None:
            sentence = passage.sentence(start)
            place = passage.place_at(start)
            self._found[key] = Found(sort, fields, sentence, place, time=time)
            self._places[key] = {place: None}
            self._order[key] = (passage.place, start)
            return
        merged = {**fields, **known.fields}
        told = known
        if len(merged) > len(known.fields) and "title" in fields and "title" not in known.fields:
            told = known._replace(sentence=passage.sentence(start), place=passage.place_at(start))
        self._places[key][passage.place_at(start)] = None
        self._found[key] = told._replace(fields=merged, time=known.time or time)

    def _take_bodies(self, passage: Passage, named: Sequence[Naming]) -> None:
        """The bodies that a line names; an identifier says by itself whose it is."""
        found = bodies.find(passage)
        for body in found:
            if not any(one.start <= body.start < one.name_end for one in named):
                self._take_body(passage, body)
        mentions = [(self._short.get(short), at) for short, at in bodies.abbreviations(passage)]
        mentions += [(self._initiative, at) for at in bodies.named_again(passage)]
        for key, start in mentions:
            if key and not any(one.start <= start < one.name_end for one in named):
                self._add(key, "body", {}, passage, start)
        rest = len(passage.text) - sum(len(one.name) + len(one.short) for one in found)
        alone = len(found) == 1 and (rest < 5 or passage.text.isupper())
        self._heading = (found[0].short or found[0].name) if alone else ""

    def _take_pages(self, passage: Passage) -> None:
        for page in pages.find(passage):
            event = self._event_of(passage, page.start)
            if event:
                fields = {**self._found[event].fields, "url": page.url}
                self._found[event] = self._found[event]._replace(fields=fields)
            else:
                fields = {"kind": "web-page", "url": page.url}
                self._add(f"page {page.url}", "web-page", fields, passage, page.start)

    def _event_of(self, passage: Passage, start: int) -> str:
        """The event whose page an address is: that of its sentence, or of the whole document."""
        known = [key for key, one in self._found.items() if one.sort == "event"]
        first, last = passage.bounds(start)
        lines = {passage.place, *(place for _, place in passage.further)}
        here = [
            key
            for key in known
            if not lines.isdisjoint(self._places[key])
            and self.is_event_at(passage.place, first, last)
        ]
        if not here and len(known) == 1 and _EVENT_PAGE.search(passage.text, first, start):
            here = known
        return here[0] if len(here) == 1 and "url" not in self._found[here[0]].fields else ""

    def _take_body(self, passage: Passage, body: Body) -> None:
        letters = body.short or bodies.initials(body.name)
        short = body.short or (body.name if " " not in body.name else "")
        key = self._short.get(short) or self._short.get(letters) or f"body {fold(body.name)}"
        name = body.name
        if body.short and body.name not in bodies.KNOWN:
            name = f"{body.name} ({body.short})"
        fields = {"kind": "initiative", "title": name} if body.together else {"title": name}
        known = self._found.get(key)
        if known and " " in body.name and " " not in str(known.fields["title"]):
            title = f"{body.name} ({known.fields['title']})"
            self._found[key] = known._replace(fields={**known.fields, **fields, "title": title})
        self._add(key, "body", fields, passage, body.start)
        if body.together:
            self._initiative = key
        for one in (short, letters if len(letters) > 2 else ""):
            if one:
                self._short.setdefault(one, key)


def _covered(publication: Publication, named: Sequence[Naming]) -> bool:
    """Whether a publication is a document that the line names by its identifier too."""
    return any(one.start < publication.end and publication.start < one.end for one in named)
