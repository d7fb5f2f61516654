"""Changes as data that JSON can hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planctl.plan.deliverable import FIELDS, Deliverable, line
from planctl.plan.model import Plan
from planctl.review.compare.changes import (
    DeliverableChange,
    FieldChange,
    ItemChange,
    PlanChange,
    TextChange,
)


def as_json(change: PlanChange) -> dict[str, Any]:
    """A plan's changes; what is empty is left out, but for ``items``.

    ``plan`` and ``address`` are the later ones, the earlier ones of what is gone; ``was_plan`` and
    ``was_address`` are there where they were others. A new plan, or one that is gone, has the
    number of its ``activities``.
    """
    data: dict[str, Any] = {"plan": change.plan.key, "what": change.what}
    if change.renamed and change.was:
        data["was_plan"] = change.was.key
    if change.what != "changed":
        return data | {"activities": sum(1 for _ in change.plan.activities()), "items": []}
    return data | {
        **_filled(fields=_fields(change.fields)),
        "unchanged": change.unchanged,
        "items": [item_json(one, change.was, change.now) for one in change.items],
    }


def item_json(change: ItemChange, was: Plan | None, now: Plan | None) -> dict[str, Any]:
    """What changed in an item; the plans are those that it was and is in."""
    before = was.address(change.was) if was and change.was else None
    after = now.address(change.now) if now and change.now else None
    data: dict[str, Any] = {
        "address": after or before,
        "item": "activity" if change.is_activity else "directive",
        "what": change.what,
    }
    if before and after and before != after:
        data["was_address"] = before
    return data | _filled(
        renumbered=change.renumbered,
        moved=dict(zip(("was", "now"), change.moved, strict=False)),
        fields=_fields(change.fields),
        report=[_text(one) for one in change.texts],
        deliverables=[_deliverable(one) for one in change.deliverables],
    )


def _filled(**data: Any) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value}


def _fields(changes: Iterable[FieldChange]) -> list[dict[str, Any]]:
    return [one._asdict() for one in changes]


def _text(change: TextChange) -> dict[str, Any]:
    return {"what": change.what, **change._asdict()}


def _deliverable(change: DeliverableChange) -> dict[str, Any]:
    shown = change.now or change.was or Deliverable()
    return {
        "what": change.what,
        "line": line(shown),
        "was": change.was and _data(change.was),
        "now": change.now and _data(change.now),
        **_filled(fields=_fields(change.fields)),
    }


def _data(deliverable: Deliverable) -> dict[str, Any]:
    """The fields that a deliverable has, in full notation, without its items."""
    fields = ((name, getattr(deliverable, name)) for name in FIELDS)
    return {name: value for name, value in fields if value is not None}
