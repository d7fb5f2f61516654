"""Which clauses the plans answer, as a report or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from planctl.plan.numerals import count
from planctl.plan.prose import listed, short, text_of
from planctl.reports.document import Document, Heading, Item, Paragraph, Part, Table, line
from planctl.review.coverage import Answered, Coverage

_LONG = 80  # characters of a clause in a table


def report(found: Sequence[Coverage]) -> Document:
    """The coverage of each plan: every clause with its directives, then what is to be mended."""
    return tuple(part for one in found for part in _plan(one))


def as_json(found: Sequence[Coverage]) -> list[dict[str, Any]]:
    """The coverage of each plan as JSON data."""
    return [
        {
            "plan": one.plan.key,
            "has_text": bool(one.clauses),
            "clauses": [
                {
                    "block": answered.block.words,
                    "number": answered.clause.number or None,
                    "reference": answered.name,
                    "text": answered.clause.text,
                    "invites": answered.is_invitation,
                    "directives": [_address(one, item) for item in answered.by],
                    "missing": list(answered.missing),
                }
                for answered in one.clauses
            ],
            "references": [
                {"address": _address(one, stray.id), "field": stray.field,
                 "reference": stray.reference, "fault": stray.fault}
                for stray in one.strays
            ],
            "directives_without_clause": [_address(one, item) for item in one.unfounded],
            "directives_of_another_edition": [_address(one, item) for item in one.apart],
        }
        for one in found
    ]  # fmt: skip


def _plan(one: Coverage) -> Iterator[Part]:
    resolution = one.plan.resolution
    edition = text_of(resolution.edition)
    yield Heading(line(f"{one.plan.key}: Resolution {resolution.number} ({edition})"))
    if not one.clauses:
        yield Paragraph(
            line(
                "The plan does not hold the text of its resolution, so nothing can be said."
                f" `planctl draft --into {one.plan.key} FILE` takes it from a file."
            )
        )
        return
    yield Paragraph(line(_summary(one)))
    rows = [(each.name, ", ".join(each.by) or "–", short(each.clause.text, _LONG))
            for each in one.clauses]  # fmt: skip
    yield Table(("Clause", "Directive", "Text"), tuple(rows))
    yield from _findings(one)


def _summary(one: Coverage) -> str:
    asked = [each for each in one.clauses if not each.is_invitation]
    answered = sum(1 for each in asked if each.by)
    said = f"{answered} of {count(len(asked), 'clause')} that resolve or instruct have a directive."
    invited = [each for each in one.clauses if each.is_invitation]
    if invited:
        with_one = sum(1 for each in invited if each.by)
        said += (
            f" {count(len(invited), 'clause')} {'invites' if len(invited) == 1 else 'invite'}"
            f" others, which a plan need not answer; {with_one or 'none'} of them"
            f" {'has' if with_one <= 1 else 'have'} one."
        )
    return said


def _findings(one: Coverage) -> Iterator[Part]:
    for _, group in groupby(one.unanswered, key=lambda each: each.block):
        clauses = list(group)
        numbers = [f"({each.clause.number})" for each in clauses[1:] if each.clause.number]
        name = ", ".join([clauses[0].name, *numbers])
        has = "has" if len(clauses) == 1 else "have"
        yield _item(f"{name} {has} no directive", f"`planctl add {one.plan.key}` adds one")
    for each in one.partly:
        yield _item(f"Of {each.name} nobody cites {listed(each.missing)}", "add what is missing")
    for stray in one.strays:
        address = _address(one, stray.id)
        yield _item(
            f"{address} cites “{stray.reference}”: {stray.fault}",
            f"`planctl set {address} {stray.field} …` corrects it",
        )
    for item in one.unfounded:
        if all(stray.id != item for stray in one.strays):
            yield _item(f"{_address(one, item)} answers no clause", "")
    for each in one.cited_often:
        yield _item(f"{each.name} is cited by {_and(each, one)}", "")
    if one.apart:
        named = listed([_address(one, item) for item in one.apart])
        cite, keep = ("cites", "keeps") if len(one.apart) == 1 else ("cite", "keep")
        yield _item(f"{named} {cite} an earlier edition, and {keep} its numbers", "")


def _item(finding: str, advice: str) -> Item:
    return Item(line(f"{finding}; {advice}." if advice else f"{finding}."))


def _and(each: Answered, one: Coverage) -> str:
    names = [_address(one, item) for item in each.by]
    return f"{listed(names[:-1])} and {names[-1]}"


def _address(one: Coverage, item: str) -> str:
    return f"{one.plan.key}/{item}"
