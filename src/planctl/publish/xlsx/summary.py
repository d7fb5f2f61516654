"""The first sheet: per resolution who is instructed, who cooperates, who must report, and counts.

Who is instructed is read from the References column, who cooperates from the Responsibilities
("in collaboration with"), who must report from ``reporting_to``, and from directives and activities
whose text says so ("Report to WTSA-20"). After each stand the items, by their IDs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from planctl.patterns import late
from planctl.plan import citations, responsibility
from planctl.plan.model import STATUSES, Activity, Directive, Plan
from planctl.plan.prose import Prose, paragraphs, plain, short, text_of
from planctl.publish.annex import Layout, chosen
from planctl.publish.languages import WORDINGS
from planctl.publish.table import Annex, Cell, Column, Paragraph, Run
from planctl.publish.xlsx.words import WORDS

COUNTS = ("total", *STATUSES)
"""The keys of the columns that hold numbers."""

_REPORTS = late(
    r"^report\b|\b(?:to|and|shall|will|must) report\b|\breporting to\b|\bsubmit an? report\b", re.I
)

Named = Iterable[tuple[str, str]]
"""A name and the ID of an item it has to do with, in the order of the plan."""


def summary(plans: Iterable[Plan], layout: Layout) -> Annex:
    """The plans as the neutral table of the first sheet, a row a plan."""
    wording, words = WORDINGS[layout.language], WORDS[layout.language]
    texts = {
        "key": (words.key, 960),
        "resolution": (words.resolution, 2400),
        "lead": (words.lead, 1080),
        "instructed": (words.instructed, 2400),
        "cooperating": (words.cooperating, 1800),
        "reporting": (words.reporting, 3000),
    }
    counted = dict(zip(COUNTS, (words.activities, *wording.statuses), strict=True))
    return Annex(
        number="",
        heading=(),
        title=words.summary,
        columns=(
            *(Column(key, (head,), width) for key, (head, width) in texts.items()),
            *(Column(key, (head,), 780) for key, head in counted.items()),
        ),
        rows=tuple(_row(plan, layout) for plan in plans),
    )


def _row(plan: Plan, layout: Layout) -> tuple[Cell, ...]:
    wording, language = WORDINGS[layout.language], layout.language
    resolution = plan.resolution
    name = wording.resolution(resolution.assembly, resolution.number)
    edition = text_of(resolution.edition, language)
    directives = [one for item in plan.directives if (one := chosen(item, layout))]
    statuses = Counter(one.status for item in directives for one in item.activities)
    return (
        _cell([plan.key]),
        _cell([f"{name} ({edition})", *paragraphs(resolution.title, language)]),
        _cell([plan.lead]),
        _cell(_grouped(_instructed(directives))),
        _cell(_grouped(_cooperating(directives))),
        _cell(_grouped(_reporting(directives, language))),
        _cell([str(statuses.total())]),
        *(_cell([str(statuses[status])]) for status in STATUSES),
    )


def _instructed(directives: Iterable[Directive]) -> Named:
    """The blocks of the resolution that address somebody, and the directives that answer them."""
    for directive in directives:
        for reference in _references(directive):
            for citation in citations.parse(reference):
                if citations.addressee(citation):
                    yield citation.words, directive.id


def _references(directive: Directive) -> Iterator[str]:
    yield from _parts(directive.references)
    for activity in directive.activities:
        if activity.references is not None:
            yield from _parts(activity.references)


def _parts(references: Prose) -> Iterator[str]:
    """The references, which stand on lines of their own where there are several."""
    yield from map(plain, paragraphs(references))


def _cooperating(directives: Iterable[Directive]) -> Named:
    for directive in directives:
        for activity in directive.activities:
            for entry in activity.responsible:
                for partner in responsibility.parse(entry).partners:
                    yield partner, activity.id


def _reporting(directives: Iterable[Directive], language: str) -> Named:
    """Who must report, and to whom; where only the text tells, what it says."""
    for directive in directives:
        asked = bool(_REPORTS.search(text_of(directive.text)))
        for activity in directive.activities:
            who = _bodies(activity)
            to = activity.data.get("reporting_to")
            if to is not None:
                yield f"{who} → {text_of(to, language)}", activity.id
            elif asked or _REPORTS.search(text_of(activity.text)):
                said = directive.text if asked else activity.text
                yield f"{who}: {short(text_of(said, language), 120)}", activity.id


def _bodies(activity: Activity) -> str:
    parsed = [responsibility.parse(entry) for entry in activity.responsible]
    return ", ".join(dict.fromkeys(body for one in parsed for body in one.bodies))


def _grouped(named: Named) -> list[str]:
    """A line a name, with the items after it: "Director BR (6.1, 6.2)"."""
    items: dict[str, dict[str, None]] = {}
    for name, item in named:
        items.setdefault(name, {})[item] = None
    return [f"{name} ({', '.join(ids)})" for name, ids in items.items()]


def _cell(lines: Iterable[str]) -> Cell:
    return Cell(tuple(Paragraph((Run(line),)) for line in lines if line))
