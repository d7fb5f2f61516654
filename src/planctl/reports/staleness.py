"""What has not moved as a report: body by body, or as rows of a sheet, or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from planctl.plan.model import STATUS_WORDS, Plan
from planctl.plan.numerals import count
from planctl.plan.prose import listed, plain, text_of
from planctl.reports.document import Document, Heading, Item, Paragraph, Part, Table, line
from planctl.review.evidence import Evidence
from planctl.review.stale.bodies import Body, SilentGroup, bodies_of, by_body
from planctl.review.stale.case import Stale
from planctl.review.stale.reasons import how_long

SHEET_HEADS = (
    *("address", "status", "responsible", "meetings", "since", "months"),
    *("newest_evidence", "inferred", "evidence", "reasons", "activity"),
)
"""The heads of :func:`sheet`."""


def report(
    found: Sequence[Stale], plans: Iterable[Plan], asked: Sequence[str] = (), *, why: bool = False
) -> Document:
    """The items that were ``found`` in ``plans``, each with every body that is responsible for it.

    ``plans`` are those that the report is about: their ongoing activities are what is counted
    against. With ``asked``, only bodies that these names ask for. With ``why``, a sentence for each
    item instead of a row.
    """
    known = list(plans)
    parts: list[Part] = []
    for body in by_body(found, known, asked):
        parts.append(Heading(line(summary(body))))
        parts += [Item(line(sentence(one))) for one in body.stale] if why else [_table(body.stale)]
    shown = [one for one in found if bodies_of(one.activity, asked)]
    return (*parts, Paragraph(line(_total(shown, known, asked))))


def summary(body: Body) -> str:
    """A body's line: "ITU-T SG5: 12 of 31 ongoing activities have not moved, …"."""
    still = [one for one in body.stale if one.is_certain and one.activity.status == "ongoing"]
    longest = max(still, key=lambda one: (len(one.idle), one.months or 0), default=None)
    for_long = ""
    if longest and longest.idle:
        for_long = f"{count(len(longest.idle), 'meeting')} ({longest.idle[0]})"
    elif longest and longest.months:
        for_long = count(longest.months, "month")
    told = _so_many(body.stale, body.ongoing, f", the longest for {for_long}" if for_long else "")
    return f"{body.name}: {told}"


def sentence(one: Stale) -> str:
    """Why an item has not moved, as a sentence, and who is responsible for it."""
    words = "; ".join(reason.words for reason in one.reasons)
    status = STATUS_WORDS[one.activity.status]
    return f"{one.address} is {status}, and {words}. Responsible: {_responsible(one)}."


def sheet(found: Iterable[Stale]) -> list[tuple[str, ...]]:
    """The rows of a sheet under :data:`SHEET_HEADS`, one an item; dates are ISO dates."""
    return [
        (
            one.address,
            one.activity.status,
            "; ".join(one.activity.responsible),
            str(len(one.idle)),
            one.idle[0] if one.idle else "",
            "" if one.months is None else str(one.months),
            one.evidence.date if one.evidence else "",
            "yes" if one.evidence and one.evidence.implied else "",
            one.evidence.what if one.evidence else "",
            "; ".join(reason.name for reason in one.reasons),
            plain(text_of(one.activity.text)),
        )
        for one in found
    ]


def as_json(found: Iterable[Stale]) -> list[dict[str, Any]]:
    """The items as JSON data."""
    return [
        {
            "address": one.address,
            "status": one.activity.status,
            "responsible": list(one.activity.responsible),
            "unchanged_at": list(one.idle),
            "months": one.months,
            "evidence": _evidence_json(one.evidence),
            "reasons": [reason._asdict() for reason in one.reasons],
        }
        for one in found
    ]


def silence(groups: Sequence[SilentGroup], since: str, *, some: bool = False) -> Document:
    """The bodies that have contributed no change since the meeting ``since``.

    With ``some`` not all bodies, or not all plans, were asked for.
    """
    if not groups:
        told = f"Every body with open activities has contributed a change since {since}."
        if some:
            told = f"Nothing that was asked for is open and without a change since {since}."
        return (Paragraph(line(told)),)
    many = f"{count(len(groups), 'body', 'bodies')} with open activities"
    has = "has" if len(groups) == 1 else "have"
    rows = tuple(
        (
            group.name,
            str(len(group.addresses)),
            _when(group.evidence),
            ", ".join(group.addresses),
        )
        for group in groups
    )
    return (
        Paragraph(line(f"{many} {has} contributed no change since {since}.")),
        Table(("Body", "Open", "Newest evidence", "Items"), rows),
    )


def silence_json(groups: Iterable[SilentGroup]) -> list[dict[str, Any]]:
    """The silent bodies as JSON data."""
    return [
        {
            "body": group.name,
            "open": list(group.addresses),
            "evidence": _evidence_json(group.evidence),
        }
        for group in groups
    ]


def _table(found: Iterable[Stale]) -> Table:
    return Table(
        ("Item", "Not moved", "Newest evidence", "Why"),
        tuple(
            (
                one.address,
                how_long(one.idle, one.months),
                _when(one.evidence),
                ", ".join(reason.name for reason in one.reasons),
            )
            for one in found
        ),
    )


def _when(evidence: Evidence | None) -> str:
    """The date of evidence, as a cell has it."""
    if evidence is None:
        return "none"
    if not evidence.date:
        return "undated"
    if not evidence.day:
        return f"{evidence.date}, planned"
    return f"{evidence.said}, inferred" if evidence.implied else evidence.said


def _evidence_json(evidence: Evidence | None) -> dict[str, Any] | None:
    if evidence is None:
        return None
    return {
        "address": evidence.address,
        "what": evidence.what,
        "date": evidence.date or None,
        "said": evidence.said,
        "inferred": evidence.implied is not None,
        "planned": bool(evidence.date and not evidence.day),
    }


def _total(found: Sequence[Stale], plans: Iterable[Plan], asked: Sequence[str]) -> str:
    """The last line: how many there are in all, each counted once."""
    ongoing = sum(
        activity.status == "ongoing" and bool(bodies_of(activity, asked))
        for plan in plans
        for _, activity in plan.activities()
    )
    if found:
        return f"In all, {_so_many(found, ongoing)}."
    if not ongoing:
        return f"Nothing is ongoing{f' for {listed(asked)}' if asked else ''}."
    return f"All that is ongoing has moved ({_activities(ongoing)})."


def _so_many(found: Sequence[Stale], ongoing: int, longest: str = "") -> str:
    """How many of the ongoing activities have not moved, and what else was found."""
    certain = [one.activity.status for one in found if one.is_certain]
    still, waiting = certain.count("ongoing"), certain.count("not-started")
    unknown = sum(not one.is_certain for one in found)
    told = []
    if still:
        have = "has" if still == 1 else "have"
        told.append(f"{still} of {_activities(ongoing)} {have} not moved{longest}")
    if waiting:
        told.append(f"{waiting} not started {'is' if waiting == 1 else 'are'} overdue")
    if unknown:
        told.append(f"{unknown} {'has' if unknown == 1 else 'have'} a due date that is not known")
    return "; ".join(told)


def _activities(number: int) -> str:
    return count(number, "ongoing activity", "ongoing activities")


def _responsible(one: Stale) -> str:
    return "; ".join(_within_a_sentence(one.activity.responsible))


def _within_a_sentence(entries: Iterable[str]) -> Iterator[str]:
    for entry in entries:
        yield f"a{entry[1:]}" if entry.startswith("All ") else entry
