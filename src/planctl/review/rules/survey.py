"""What the rules look at, gathered once a plan: rows, mentions of deliverables, printed texts.

Each rule would otherwise walk every plan, and read every identifier in it, anew.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from planctl.plan import editions, identifiers
from planctl.plan.deliverable import EVENT_KINDS, Deliverable, line, name, ref_key
from planctl.plan.identifiers import Identifier
from planctl.plan.model import Activity, Block, Directive, Path, Plan
from planctl.plan.prose import Prose, short

Text = tuple[Path, str, str, str]
"""A text of a plan: the path of what holds it, its field there, the text, its language or ""."""

SEPARATOR = "\x1f"
"""Stands between the texts of :attr:`Survey.said`; no text holds it."""

_EVENT_KINDS = frozenset(EVENT_KINDS)


class Mention(NamedTuple):
    """A deliverable where it stands.

    ``key`` tells what is the same deliverable, "" where nothing does; that of an event without a
    date begins with its year. ``year`` is that of its own date, else of that in its name, else of
    the year line above it, else None.
    """

    block: Block
    deliverable: Deliverable
    identifier: Identifier | None
    is_event: bool
    key: str
    year: int | None

    @property
    def wording(self) -> str:
        """How it is printed, shortened to fit into a message."""
        return short(line(self.deliverable))

    @property
    def name(self) -> str:
        """Its identifier, else the beginning of its title or text."""
        return name(self.deliverable)


class Row(NamedTuple):
    """An activity with its directive, the deliverables of its report, and the texts of that."""

    directive: Directive
    activity: Activity
    mentions: list[Mention]
    texts: list[Text]


class Survey(NamedTuple):
    """A plan as the rules see it.

    ``reports`` are the texts that the reports print, ``frame`` those of the plan's other columns.
    ``said`` is all of ``reports`` and then of ``frame`` in one, so that a rule can see quickly that
    it has nothing to look for.
    """

    plan: Plan
    rows: list[Row]
    reports: list[Text]
    frame: list[Text]
    said: str

    @property
    def texts(self) -> list[Text]:
        """Every text, in the order of ``said``."""
        return self.reports + self.frame


_latest: list[Survey] = []  # the plan that the rules are at; rules come one after the other


def survey(plan: Plan) -> Survey:
    """The plan as the rules see it; made once, and kept until another plan is asked for."""
    if not _latest or _latest[0].plan is not plan:
        _latest[:] = [_made(plan)]
    return _latest[0]


def place(text: Text) -> Path:
    """The path of a text itself."""
    holder, field, _, language = text
    return (*holder, field, language) if language else (*holder, field)


def _made(plan: Plan) -> Survey:
    rows: list[Row] = []
    reports: list[Text] = []
    frame: list[Text] = []
    _add(frame, ("resolution",), "title", plan.resolution.title)
    for directive in plan.directives:
        _add(frame, directive.path, "text", directive.text)
        _add(frame, directive.path, "references", directive.references)
        for activity in directive.activities:
            _add(frame, activity.path, "text", activity.text)
            _add(frame, activity.path, "time_plan", activity.time_plan)
            if activity.references is not None:
                _add(frame, activity.path, "references", activity.references)
            texts: list[Text] = []
            rows.append(Row(directive, activity, _mentions(activity, texts), texts))
            reports += texts
    said = SEPARATOR.join([text[2] for text in reports] + [text[2] for text in frame])
    return Survey(plan, rows, reports, frame, said)


def _mentions(activity: Activity, texts: list[Text]) -> list[Mention]:
    """The deliverables of an activity; what its report says is added to ``texts``."""
    mentions = []
    for block in activity.report:
        if block.text is not None:
            _add(texts, block.path, "text", block.text)
        for deliverable in block.deliverables:
            mentions.append(_mention(block, deliverable, texts))
            for item in deliverable.items:
                mentions.append(_mention(block, item, texts))  # noqa: PERF401
    return mentions


def _mention(block: Block, deliverable: Deliverable, texts: list[Text]) -> Mention:
    identifier = None
    is_event = deliverable.kind in _EVENT_KINDS
    ref, title, date = deliverable.ref, deliverable.title, deliverable.date
    year = int(date[:4]) if date else block.year
    if ref:
        identifier, key, edition = _named(ref)
        if edition and not date:
            year = edition
    elif isinstance(title, str):
        key = _titled(title, deliverable.kind if is_event else None, date if is_event else None)
    else:
        key = deliverable.key()
    if is_event and year and key and not date:
        key = f"{year} {key}"  # each year has its forum of the same name
    # What it prints: its exact wording, or the prose among its fields.
    path = deliverable.path
    if deliverable.text is not None:
        _add(texts, path, "text", deliverable.text)
    else:
        if title is not None:
            _add(texts, path, "title", title)
        if deliverable.place is not None:
            _add(texts, path, "place", deliverable.place)
        if deliverable.note is not None:
            _add(texts, path, "note", deliverable.note)
        if identifier is None and ref:
            _add(texts, path, "ref", ref)
    return Mention(block, deliverable, identifier, is_event, key, year)


# Plans name the same documents and events: what is read once need not be read again.


@lru_cache(maxsize=16384)
def _named(ref: str) -> tuple[Identifier | None, str, int | None]:
    """What a deliverable has from its ref alone: identifier, key, and the year in its name."""
    identifier = identifiers.parse(ref)
    edition = editions.date_in(identifier) if identifier else ""
    return identifier, ref_key(ref, identifier), int(edition[:4]) if edition else None


@lru_cache(maxsize=16384)
def _titled(title: str, kind: str | None, date: str | None) -> str:
    """The key of a deliverable with a title and no ref; kind and date matter for events."""
    return Deliverable(title=title, kind=kind, date=date).key()


def _add(texts: list[Text], path: Path, field: str, prose: Prose) -> None:
    if isinstance(prose, str):
        texts.append((path, field, prose, ""))
    else:
        texts += [(path, field, text, language) for language, text in prose.items()]
