"""What the rules look at, gathered once a plan: rows, mentions of deliverables, printed texts.

Thirty rules over thousands of deliverables would otherwise walk every plan thirty times and read
each identifier as often.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planctl.plan.deliverable import Deliverable, line
from planctl.plan.identifiers import Identifier
from planctl.plan.model import Activity, Block, Directive, Path, Plan
from planctl.plan.prose import Prose, plain, text_of

Text = tuple[Path, str, str, str]
"""A text of a plan: the path of what holds it, its field there, the text, its language or ""."""

SEPARATOR = "\x1f"
"""Stands between the texts of :attr:`Survey.said`; no text holds it."""


class Mention(NamedTuple):
    """A deliverable where it stands.

    ``key`` tells what is the same deliverable, "" where nothing does. ``year`` is that of its own
    date, else of the year line above it, else None.
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
        try:
            return short(line(self.deliverable))
        except ValueError:  # an impossible date, which has a rule of its own
            return self.name

    @property
    def name(self) -> str:
        """Its identifier, else the beginning of its title or text."""
        deliverable = self.deliverable
        named = deliverable.ref or deliverable.title or deliverable.text or deliverable.url or ""
        return short(text_of(named), 40)


class Row(NamedTuple):
    """An activity with its directive, and the deliverables that its report mentions."""

    directive: Directive
    activity: Activity
    mentions: list[Mention]


@dataclass(frozen=True, slots=True)
class Survey:
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

    def report(self, activity: Activity) -> list[Text]:
        """The texts of one activity's report."""
        size = len(activity.path)
        return [text for text in self.reports if text[0][:size] == activity.path]


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


def short(text: str, limit: int = 60) -> str:
    """``text`` on one line, cut at a word before ``limit`` characters."""
    text = plain(text)
    if len(text) <= limit:
        return text
    return f"{text[:limit].rsplit(' ', 1)[0].rstrip(' ,;:-')}…"


def listed(names: list[str], limit: int = 6, between: str = ", ") -> str:
    """The first ``limit`` names, and how many more there are."""
    if len(names) <= limit + 1:
        return between.join(names)
    return f"{between.join(names[:limit])} and {len(names) - limit} more"


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
            rows.append(Row(directive, activity, _mentions(activity, reports)))
    said = SEPARATOR.join([text[2] for text in reports] + [text[2] for text in frame])
    return Survey(plan, rows, reports, frame, said)


def _mentions(activity: Activity, reports: list[Text]) -> list[Mention]:
    """The deliverables of an activity; what its report says is added to ``reports``."""
    mentions = []
    for block in activity.report:
        if block.text is not None:
            _add(reports, block.path, "text", block.text)
        for deliverable in block.deliverables:
            mentions.append(_mention(block, deliverable, reports))
            for item in deliverable.items:
                mentions.append(_mention(block, item, reports))  # noqa: PERF401
    return mentions


def _mention(block: Block, deliverable: Deliverable, reports: list[Text]) -> Mention:
    identifier = deliverable.identifier
    is_event = deliverable.is_event
    date = deliverable.date
    year = int(date[:4]) if date else block.year
    try:
        key = deliverable.key()
    except ValueError:  # an impossible date, which has a rule of its own
        key = ""
    if is_event and year and not date:
        key = f"{year}{key}"  # each year has its forum of the same name
    # What it prints: its exact wording, or the prose among its fields.
    path = deliverable.path
    if deliverable.text is not None:
        _add(reports, path, "text", deliverable.text)
    else:
        if deliverable.title is not None:
            _add(reports, path, "title", deliverable.title)
        if deliverable.place is not None:
            _add(reports, path, "place", deliverable.place)
        if deliverable.note is not None:
            _add(reports, path, "note", deliverable.note)
        if identifier is None and deliverable.ref:
            _add(reports, path, "ref", deliverable.ref)
    return Mention(block, deliverable, identifier, is_event, key, year)


def _add(texts: list[Text], path: Path, field: str, prose: Prose) -> None:
    if isinstance(prose, str):
        texts.append((path, field, prose, ""))
    else:
        texts += [(path, field, text, language) for language, text in prose.items()]
