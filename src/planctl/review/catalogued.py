"""What a catalogue of publications says otherwise than the plans do: the rules that need one.

They are asked only where a catalogue is in use on this machine (``planctl catalogue use``), and
their findings are never kept with those of the other rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planctl.errors import PlanctlError
from planctl.finding import WARNING, Finding
from planctl.plan import dates, identifiers
from planctl.plan.deliverable import Deliverable
from planctl.plan.identifiers import Identifier
from planctl.plan.model import Plan
from planctl.plan.prose import short, text_of, words
from planctl.plan.published import Edition, Publications
from planctl.review import remarks, stage
from planctl.review.inspection import placed
from planctl.review.remarks import Said
from planctl.store.repository import Repository

_LISTED = frozenset(("recommendation", "amendment", "corrigendum", "erratum", "supplement"))
_CONSENTED = 6  # months: a plan may give the date of consent, which comes before publication
_RULES = {"catalogue-title": "title", "catalogue-date": "date", "catalogue-unknown": ""}
_NOT_YET = ("draft", "work item", "in preparation", "determined", "consented")


class Cited(NamedTuple):
    """A published text as a plan cites it, under ``sentence``, and its editions as listed."""

    deliverable: Deliverable
    identifier: Identifier
    sentence: str
    editions: Sequence[Edition]


def findings(
    repository: Repository, publications: Publications, shown: Collection[str] = ()
) -> list[Finding]:
    """What the catalogue says otherwise, in all plans or in the files that are ``shown`` so."""
    found: list[Finding] = []
    with suppress(PlanctlError):  # what cannot be read has its own findings
        off = frozenset(repository.settings.rules)
        for path in repository.files():
            if not shown or repository.shown(path) in shown:
                found += _about(repository, path, publications, off)
    return found


def _about(
    repository: Repository, path: Path, publications: Publications, off: Collection[str]
) -> list[Finding]:
    try:
        file = repository.read(path)
    except PlanctlError:
        return []
    plan = file.plan
    return placed(file, plan, remarks.unaccepted(plan, [*_said(plan, publications, off)]))


def _said(plan: Plan, publications: Publications, off: Collection[str]) -> Iterator[Said]:
    for cited in _cited(plan, publications):
        found = (title(cited), date(cited), unknown(cited, publications))
        for (rule, field), message in zip(_RULES.items(), found, strict=True):
            if message and rule not in off:
                path = cited.deliverable.path
                yield Said(rule, WARNING, (*path, field) if field else path, message)


def _cited(plan: Plan, publications: Publications) -> Iterator[Cited]:
    for _, activity in plan.activities():
        for block, deliverable in activity.deliverables():
            identifier = deliverable.identifier
            if identifier and identifier.kind in _LISTED:
                editions = publications.editions(identifiers.fold(identifier.key))
                sentence = stage.lead_in(activity.report, block)
                yield Cited(deliverable, identifier, sentence, editions)


def title(cited: Cited) -> str:
    """That no edition has the title that the plan gives, "" where one has."""
    deliverable, identifier, _, editions = cited
    if deliverable.title is None or not editions:
        return ""
    own = words(text_of(deliverable.title))
    if any(words(edition.title) == own for edition in editions):
        return ""
    last = editions[-1]
    return (
        f"{identifier.key} is titled “{short(text_of(deliverable.title))}” here, and"
        f" “{short(last.title, 120)}” in the catalogue ({last.ref})"
    )


def unknown(cited: Cited, publications: Publications) -> str:
    """That the catalogue does not list a text, "" where it does, or cannot yet."""
    deliverable, identifier, sentence, editions = cited
    if editions or not publications.knows_series(identifier.key[0]):
        return ""
    later = bool(deliverable.date) and str(deliverable.date) > publications.newest
    if later or stage.stage(deliverable, sentence) in _NOT_YET:
        return ""
    return (
        f"the catalogue, whose newest document is of {publications.newest}, does not list"
        f" {identifier.key}; find out whether it is written right"
    )


def date(cited: Cited) -> str:
    """That no edition has the date that the plan gives, "" where one may have."""
    deliverable, identifier, _, editions = cited
    dated = [edition for edition in editions if edition.date]
    if not deliverable.date or not deliverable.span or not dated:
        return ""
    if any(_may_be(deliverable.date, edition.date) for edition in dated):
        return ""
    there = ", ".join(dict.fromkeys(edition.date for edition in dated[-4:]))
    return (
        f"{identifier.key} is of {deliverable.date} here; the catalogue has no edition of then"
        f" (it has {there})"
    )


def _may_be(here: str, there: str) -> bool:
    """Whether a date in a plan may be that of an edition: the same, or that of its consent."""
    if here.startswith(there) or there.startswith(here):
        return True
    own, published = dates.parse(here), dates.parse(there)
    return own.start <= published.start and (
        dates.months_between(own.end, published.start) <= _CONSENTED
    )
