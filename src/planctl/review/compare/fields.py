"""What changed in the fields of an item, of a plan and in its clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from planctl.plan.matching import Features, Thing, match
from planctl.plan.model import Plan
from planctl.plan.prose import plain, text_of, words
from planctl.review.compare.changes import FieldChange
from planctl.review.compare.meaning import field, value

_APART = ("id", "activities", "report")
_APART_OF_A_PLAN = ("resolution", "directives", "clauses")


def of_item(
    was: Mapping[str, Any], now: Mapping[str, Any], languages: tuple[str, str] = ("en", "en")
) -> tuple[FieldChange, ...]:
    """The fields that differ between the data of two items, but for number, activities, report.

    ``languages`` are those of text that does not name its own, in each.
    """
    return tuple(_differing(was, now, _APART, languages))


def of_plan(was: Plan, now: Plan) -> tuple[FieldChange, ...]:
    """The fields that differ between two plans, and the clauses, one by one."""
    languages = languages_of(was, now)
    return (
        *_differing(was.data["resolution"], now.data["resolution"], (), languages),
        *_differing(was.data, now.data, _APART_OF_A_PLAN, languages),
        *_clauses(was.data.get("clauses", ()), now.data.get("clauses", ()), languages),
    )


def languages_of(was: Plan, now: Plan) -> tuple[str, str]:
    """The languages of text that does not name its own, in two states of a plan."""
    first, second = (str(plan.data.get("language", "en")) for plan in (was, now))
    return first, second


def _differing(
    was: Mapping[str, Any],
    now: Mapping[str, Any],
    apart: Collection[str],
    languages: tuple[str, str],
) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*now, *was)):
        if name in apart or was.get(name) == now.get(name):
            continue
        if field(name, was, languages[0]) != field(name, now, languages[1]):
            yield FieldChange(name, was.get(name), now.get(name))


def _clauses(
    was: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]], languages: tuple[str, str]
) -> Iterator[FieldChange]:
    if was == now:
        return
    together = match([_thing(one) for one in was], [_thing(one) for one in now])
    lefts = {right: left for left, right in together}
    for at, clause in enumerate(now):
        if at not in lefts:
            yield FieldChange("clauses", None, clause)
        elif value(_said(was[lefts[at]]), languages[0]) != value(_said(clause), languages[1]):
            yield FieldChange("clauses", was[lefts[at]], clause)
    gone = set(range(len(was))) - set(lefts.values())
    yield from (FieldChange("clauses", was[at], None) for at in sorted(gone))


def _said(clause: Mapping[str, Any]) -> dict[str, Any]:
    """A clause without its number in the edition before, which is no change of this one."""
    return {name: what for name, what in clause.items() if name != "formerly"}


def _thing(clause: Mapping[str, Any]) -> Thing:
    return Thing(clause_name(clause), "", clause, _features(clause))


def clause_name(clause: Mapping[str, Any]) -> str:
    """The block and the number of a clause: "instructs TSAG 2", "instructs TSAG 2 a)"."""
    return plain(f"{text_of(clause['block'])} {clause.get('number', '')} {clause.get('sub', '')}")


def _features(clause: Mapping[str, Any]) -> Callable[[], Features]:
    return lambda: Features(
        Counter(words(text_of(clause["text"]))), Counter(words(text_of(clause["block"])))
    )
