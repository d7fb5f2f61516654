"""The register: every deliverable of the plans once, with everywhere it is cited.

Two mentions are one deliverable where they share a name: an identifier, that of a twin at a partner
organization, a former name; an event's title and year; an address; a title. Events that the rule
event-differs takes for one are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.plan.address import sort_key
from planctl.plan.deliverable import Deliverable, name
from planctl.plan.kinds import KIND_WORDS
from planctl.plan.model import Path, Plan
from planctl.plan.prose import listed, short, text_of, words
from planctl.review import evidence, stage
from planctl.review.placing import likeness
from planctl.review.rules.events import same_events


class Citation(NamedTuple):
    """A deliverable where a plan cites it.

    ``address`` is that of the activity. ``date`` is its own, else that in its name, else the year
    line's, as stored, or ""; ``stage`` is how far it has come by what is said there, or "".
    """

    address: str
    deliverable: Deliverable
    date: str
    stage: str


class Entry(NamedTuple):
    """A deliverable with all its citations, of which there is at least one."""

    names: frozenset[str]
    citations: tuple[Citation, ...]

    @property
    def first(self) -> Deliverable:
        """The citation that says most, the first of several."""
        return max(
            (one.deliverable for one in self.citations),
            key=lambda one: (one.title is not None) + (one.date is not None),
        )

    @property
    def kind(self) -> str:
        """Its kind, "" where nothing tells it."""
        kinds = [one.deliverable.known_kind for one in self.citations]
        # A work item that has become a Recommendation is one.
        return next((kind for kind in kinds if kind not in ("", "work-item")), max(kinds))

    @property
    def name(self) -> str:
        """Its identifier in the usual spelling, else its title, address or text."""
        for one in self.citations:
            identifier = one.deliverable.identifier
            if identifier and identifier.kind == self.kind:
                return identifier.key
        return name(self.first)

    @property
    def titles(self) -> list[str]:
        """The titles under which it is cited, each wording once; the first as it is written."""
        found: dict[str, str] = {}
        for one in self.citations:
            if one.deliverable.title is not None:
                title = text_of(one.deliverable.title)
                found.setdefault(_same_title(one.deliverable, title), title)
        return list(found.values())

    @property
    def dates(self) -> list[str]:
        """Its dates, the most exact of those that agree."""
        dates = sorted({one.date for one in self.citations if one.date})
        return [
            one
            for one in dates
            if not any(other != one and other.startswith(one) for other in dates)
        ]

    @property
    def stages(self) -> list[str]:
        """How far it has come, by what its citations say."""
        found = dict.fromkeys(one.stage for one in self.citations if one.stage)
        if not found.keys().isdisjoint(stage.ENDS):
            found.pop("done", None)  # a note says it in another word
        return list(found)

    @property
    def addresses(self) -> list[str]:
        """The activities that cite it."""
        return list(dict.fromkeys(one.address for one in self.citations))

    @property
    def twins(self) -> list[str]:
        """The same text at partner organizations."""
        return _all(one.deliverable.counterpart for one in self.citations)

    @property
    def former(self) -> list[str]:
        """The names that it had before."""
        return _all(one.deliverable.formerly for one in self.citations)

    def differences(self) -> list[str]:
        """What its citations do not agree on: titles, dates, how far it has come."""
        found = []
        if len(self.titles) > 1:
            found.append(f"titles: {listed([f'“{short(one)}”' for one in self.titles], 3)}")
        if len(self.dates) > 1:
            found.append(f"dates: {', '.join(self.dates)}")
        if len(self.stages) > 1:
            found.append(f"status: {', '.join(self.stages)}")
        return found


def register(plans: Iterable[Plan]) -> list[Entry]:
    """All deliverables of the plans, by kind and name."""
    plans = list(plans)
    groups: list[list[Citation] | None] = []
    known_as: list[set[str]] = []
    where: dict[str, int] = {}
    for citation, own in _citations(plans):
        known = sorted({where[one] for one in own if one in where})
        at = known[0] if known else len(groups)
        if not known:
            groups.append([])
            known_as.append(set())
        for other in known[1:]:  # it has shown that these are one
            groups[at] = (groups[at] or []) + (groups[other] or [])
            groups[other] = None
            known_as[at] |= known_as[other]
        known_as[at] |= own
        where.update(dict.fromkeys(known_as[at] if known[1:] else own, at))
        mine = groups[at]
        if mine is not None:
            mine.append(citation)
    entries = [
        Entry(frozenset(own), tuple(group))
        for group, own in zip(groups, known_as, strict=True)
        if group
    ]
    return sorted(entries, key=_order)


def _citations(plans: Sequence[Plan]) -> Iterator[tuple[Citation, frozenset[str]]]:
    alike = _alike(plans)
    for plan in plans:
        for _, activity in plan.activities():
            address = plan.address(activity)
            for block, deliverable in activity.deliverables():
                sentence = stage.lead_in(activity.report, block)
                date = evidence.date_of(deliverable, block.year)
                own = names(deliverable, block.year)
                own |= alike.get((plan.key, deliverable.path), frozenset())
                if own:
                    kept = Citation(address, deliverable, date, stage.stage(deliverable, sentence))
                    yield kept, own


def _alike(plans: Sequence[Plan]) -> Mapping[tuple[str, Path], frozenset[str]]:
    """A name in common for each two events that seem to be one, by plan and place in its data."""
    found: dict[tuple[str, Path], set[str]] = {}
    for at, pair in enumerate(same_events(plans)):
        for event in pair:
            found.setdefault(event, set()).add(f"event-differs {at}")
    return {event: frozenset(shared) for event, shared in found.items()}


def names(deliverable: Deliverable, line: int | None) -> frozenset[str]:
    """The names under which a deliverable is known; ``line`` is the year line above it."""
    if deliverable.is_event and not deliverable.date and line:
        deliverable = deliverable._replace(date=str(line))
    return likeness.aliases(deliverable)


def _order(entry: Entry) -> tuple[int, object]:
    kinds = list(KIND_WORDS)
    place = kinds.index(entry.kind) if entry.kind in KIND_WORDS else len(kinds)
    return place, sort_key(entry.name)


def _same_title(deliverable: Deliverable, title: str) -> str:
    if deliverable.is_event:
        return " ".join(sorted(likeness.aliases(deliverable._replace(date=None))))
    return " ".join(words(title))


def _all(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
