"""Some of the changes only: by what kind they are of, and by who answers for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from planctl.plan import responsibility
from planctl.plan.model import Activity
from planctl.review.compare.changes import Changes, FieldChange, ItemChange, PlanChange

Kind = Literal["status", "deliverables", "text", "fields", "items"]
KINDS: tuple[Kind, ...] = ("status", "deliverables", "text", "fields", "items")
"""A status; deliverables; titles, texts, clauses, reports; any other field; items that were added,
removed, moved or got another number."""

_TEXTS = frozenset(("text", "references", "time_plan", "title", "edition", "clauses"))


def only(
    changes: Changes, kinds: Collection[str] = (), bodies: Sequence[str] = ()
) -> tuple[PlanChange, ...]:
    """The changes of these kinds, in activities that one of these bodies answers for.

    Empty means all. An item that was added or removed stays, whatever is asked for, as long as it
    has something of it: "deliverables" are also those of new activities. With ``bodies``, a
    directive stays where one of its activities does, what is a plan's own goes, and only
    activities of these bodies are counted as unchanged; so the plans compared must be whole.
    """
    chosen = set(kinds or KINDS)
    found = (_of_plan(one, chosen, bodies) for one in changes)
    return tuple(one for one in found if _stays(one, chosen, bodies))


def _stays(change: PlanChange, kinds: set[str], bodies: Sequence[str]) -> bool:
    if change.fields or change.items:
        return True
    if "items" not in kinds:
        return False
    if change.what != "changed":
        return not bodies or any(_answer(one, bodies) for _, one in change.plan.activities())
    return change.renamed and not bodies


def _of_plan(change: PlanChange, kinds: set[str], bodies: Sequence[str]) -> PlanChange:
    items = change.items
    unchanged = change.unchanged
    if bodies:
        items = tuple(one for one in items if _concerns(one, bodies))
        unchanged = _unchanged(change, bodies)
    return change._replace(
        fields=() if bodies else _fields(change.fields, kinds),
        items=tuple(found for one in items if (found := _of_item(one, kinds))),
        unchanged=unchanged,
    )


def _of_item(change: ItemChange, kinds: set[str]) -> ItemChange | None:
    left = change._replace(
        moved=change.moved if "items" in kinds else (),
        fields=_fields(change.fields, kinds),
        texts=change.texts if "text" in kinds else (),
        deliverables=change.deliverables if "deliverables" in kinds else (),
    )
    itself = change.what != "changed" or change.moved or change.renumbered
    return left if left.is_revised or (itself and "items" in kinds) else None


def _fields(fields: Iterable[FieldChange], kinds: set[str]) -> tuple[FieldChange, ...]:
    return tuple(one for one in fields if _kind(one.field) in kinds)


def _kind(field: str) -> Kind:
    if field == "status":
        return "status"
    return "text" if field in _TEXTS else "fields"


def _concerns(change: ItemChange, bodies: Sequence[str]) -> bool:
    return any(_answer(activity, bodies) for activity in change.activities)


def _unchanged(change: PlanChange, bodies: Sequence[str]) -> int:
    """How many of the activities of these bodies are in both states and were not revised."""
    if change.what != "changed":
        return 0
    counted = {
        one.now.path
        for one in change.items
        if isinstance(one.now, Activity) and (one.was is None or one.is_revised)
    }
    return sum(
        activity.path not in counted and _answer(activity, bodies)
        for _, activity in change.plan.activities()
    )


def _answer(activity: Activity, bodies: Sequence[str]) -> bool:
    return any(
        responsibility.matches(body, entry) for body in bodies for entry in activity.responsible
    )
