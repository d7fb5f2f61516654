"""Plans made for a test: only what the test is about is written down."""

from __future__ import annotations

from typing import Any

from planctl.plan.model import Activity, Plan, plan_from
from planctl.review.compare.changes import ItemChange, PlanChange
from planctl.review.compare.plans import compare

Data = dict[str, Any]


def row(id_: str, text: str = "", **fields: Any) -> Data:
    """An activity."""
    usual = {"responsible": ["ITU-T SG5"], "time_plan": "Ongoing", "status": "ongoing"}
    return {"id": id_, "text": text or f"Do {id_}", **usual, **fields}


def directive(id_: str, text: str, *rows: Data, **fields: Any) -> Data:
    """A directive; without rows it has one of its own ID and text."""
    usual = {"references": "Resolves (1)", "activities": list(rows) or [row(id_, f"{text} now")]}
    return {"id": id_, "text": text, **usual, **fields}


def plan(*directives: Data, key: str = "wtsa-73", **fields: Any) -> Plan:
    """A plan; its resolution is the one that the key names."""
    assembly, _, number = key.partition("-")
    resolution: Data = {"assembly": assembly.upper(), "number": int(number)}
    resolution |= {"edition": "Geneva, 2000", "title": "Environment"}
    resolution |= fields.pop("resolution", {})
    frame = {"resolution": resolution, "lead": "ITU-T SG5", "as_of": "2020-10"}
    return plan_from(key, {**frame, **fields, "directives": list(directives)})


def activity(number: str = "1", text: Any = "Do", **fields: Any) -> Activity:
    """An activity of a plan."""
    only = plan(directive("1", "Ask", {**row(number), "text": text, **fields}))
    return next(one for _, one in only.activities())


def changed(was: Plan, now: Plan) -> PlanChange:
    """The one change between two plans."""
    (change,) = compare([was], [now])
    return change


def told(change: ItemChange) -> str:
    """What happened to an item, in short: "activity 3 → 4", "directive 2 removed"."""
    kind = "activity" if change.is_activity else "directive"
    if change.what != "changed" or not change.was or not change.now:
        return f"{kind} {change.item.id} {change.what}"
    numbers = dict.fromkeys((change.was.id, change.now.id))
    said = [f"{kind} {' → '.join(numbers)}"]
    said += [f"moved {' → '.join(change.moved)}"] if change.moved else []
    said += [one.field for one in change.fields]
    said += [f"report {one.what}" for one in change.texts]
    said += [f"deliverable {one.what}" for one in change.deliverables]
    return ", ".join(said)


def all_told(was: Plan, now: Plan) -> list[str]:
    """What happened to the items of a plan."""
    return [told(item) for change in compare([was], [now]) for item in change.items]
