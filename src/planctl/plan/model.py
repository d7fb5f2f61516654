"""The model: a plan, its directives, their activities, the report of each, the deliverables.

Built from the plain data of a plan file that agrees with ``schema/plan.schema.json``; the names of
the fields, and what they mean, are the schema's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from planctl.plan.deliverable import Deliverable
from planctl.plan.prose import Prose

Path = tuple[str | int, ...]
"""Where something stands in a plan's data: keys and positions from the top."""

STATUSES = ("not-started", "ongoing", "completed", "suspended", "superseded")
CLOSED = frozenset(("completed", "superseded"))
"""The statuses of what is done with: it is asked about, and carried over, no more."""
STATUS_WORDS = {
    "not-started": "Not started",
    "ongoing": "Ongoing",
    "completed": "Completed",
    "suspended": "Suspended",
    "superseded": "Superseded",
}
FURTHER = (
    *("due", "priority", "recurrence", "decided_by", "reporting_to", "status_since", "blocker"),
    *("next_step", "notes"),
)
"""The fields of an activity for which an import reads further columns, and lays over a plan."""


class Resolution(NamedTuple):
    """The resolution a plan implements."""

    assembly: str
    number: int
    edition: Prose
    title: Prose


class Block(NamedTuple):
    """A piece of the Status column; see ``$defs/block`` of the schema."""

    path: Path
    text: Prose | None
    year: int | None
    see: tuple[str, ...]
    deliverables: tuple[Deliverable, ...]


class Activity(NamedTuple):
    """Level 2: what is being done about a directive. ``data`` holds every field as given."""

    path: Path
    id: str
    text: Prose
    references: Prose | None
    responsible: tuple[str, ...]
    time_plan: Prose
    status: str
    report: tuple[Block, ...]
    data: Mapping[str, Any]

    def deliverables(self) -> Iterator[tuple[Block, Deliverable]]:
        """Every deliverable with the block it stands in, items under a deliverable included."""
        for block in self.report:
            for deliverable in block.deliverables:
                yield block, deliverable
                for item in deliverable.items:
                    yield block, item


class Directive(NamedTuple):
    """Level 1: what the resolution asks for."""

    path: Path
    id: str
    text: Prose
    references: Prose
    level_2: str
    unnumbered: bool
    activities: tuple[Activity, ...]
    data: Mapping[str, Any]


class Plan(NamedTuple):
    """The action plan for one resolution; ``key`` is the stem of its file."""

    key: str
    resolution: Resolution
    lead: str
    as_of: str
    directives: tuple[Directive, ...]
    data: Mapping[str, Any]

    def activities(self) -> Iterator[tuple[Directive, Activity]]:
        """Every activity with its directive, in the order of the table."""
        for directive in self.directives:
            for activity in directive.activities:
                yield directive, activity

    def ids(self) -> set[str]:
        """Every ID in the plan, of directives and of activities."""
        return {one.id for one in self.directives} | {one.id for _, one in self.activities()}

    def items(self, item: str) -> list[Directive | Activity]:
        """The directive and the activity with the ID ``item``: either, both (one row) or none."""
        found: list[Directive | Activity] = [one for one in self.directives if one.id == item]
        return found + [activity for _, activity in self.activities() if activity.id == item]

    def address(self, item: Directive | Activity) -> str:
        """The address of one of this plan's items: ``wtsa-72/1.1``."""
        return f"{self.key}/{item.id}"


def plan_from(key: str, data: Mapping[str, Any]) -> Plan:
    """The plan that ``data`` describes; ``data`` must agree with the schema."""
    resolution = data["resolution"]
    return Plan(
        key=key,
        resolution=Resolution(
            resolution["assembly"],
            resolution["number"],
            resolution["edition"],
            resolution["title"],
        ),
        lead=data["lead"],
        as_of=str(data["as_of"]),
        directives=tuple(
            _directive(item, ("directives", index)) for index, item in enumerate(data["directives"])
        ),
        data=data,
    )


def _directive(data: Mapping[str, Any], path: Path) -> Directive:
    return Directive(
        path=path,
        id=data["id"],
        text=data["text"],
        references=data["references"],
        level_2=data.get("level_2", "-"),
        unnumbered=data.get("unnumbered", False),
        activities=tuple(
            activity_from(item, (*path, "activities", index))
            for index, item in enumerate(data["activities"])
        ),
        data=data,
    )


def activity_from(data: Mapping[str, Any], path: Path) -> Activity:
    """The activity that ``data`` describes; ``data`` must agree with the schema."""
    return Activity(
        path=path,
        id=data["id"],
        text=data["text"],
        references=data.get("references"),
        responsible=tuple(data["responsible"]),
        time_plan=data["time_plan"],
        status=data["status"],
        report=tuple(
            _block(item, (*path, "report", index))
            for index, item in enumerate(data.get("report", ()))
        ),
        data=data,
    )


def _block(data: Mapping[str, Any], path: Path) -> Block:
    deliverables = [
        Deliverable.of(item, (*path, "deliverables", index))
        for index, item in enumerate(data.get("deliverables", ()))
    ]
    # Without the names of the fields, which would take twice as long: there are hundreds in a plan.
    see = tuple(data.get("see", ()))
    return Block(path, data.get("text"), data.get("year"), see, tuple(deliverables))
