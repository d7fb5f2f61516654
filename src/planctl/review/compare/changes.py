"""What a comparison of two states of plans finds.

``was`` is always the earlier state and ``now`` the later one; None where there is none. All that
is found points into the plans compared and copies nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Activity, Directive, Plan
from planctl.plan.prose import Prose

What = Literal["added", "removed", "changed"]


class FieldChange(NamedTuple):
    """A field with its values as the plan file has them, None where it has none.

    Of a deliverable, ``field`` may also be "year", "lead_in" or "under": the year line, sentence
    or deliverable that it stands under. A "clauses" of a plan is one clause.
    """

    field: str
    was: Any
    now: Any


class TextChange(NamedTuple):
    """A paragraph of a report: a sentence, a cross-reference, or the wording of a year line."""

    was: Prose | None
    now: Prose | None

    @property
    def what(self) -> What:
        """Whether it was added, removed or changed."""
        return _what(self.was, self.now)


class DeliverableChange(NamedTuple):
    """A deliverable of a report; ``fields`` are empty unless it is in both states."""

    was: Deliverable | None
    now: Deliverable | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def what(self) -> What:
        """Whether it was added, removed or changed."""
        return _what(self.was, self.now)


class ItemChange(NamedTuple):
    """A directive or an activity.

    ``moved`` are the IDs of the directives that an activity was and is under, where those are not
    the same directive with or without another number; else it is empty. What an added activity
    reports, and a removed one did, is among ``texts`` and ``deliverables``.
    """

    was: Directive | Activity | None
    now: Directive | Activity | None
    moved: tuple[str, str] | tuple[()] = ()
    fields: tuple[FieldChange, ...] = ()
    texts: tuple[TextChange, ...] = ()
    deliverables: tuple[DeliverableChange, ...] = ()

    @property
    def what(self) -> What:
        """Whether it was added, removed or changed."""
        return _what(self.was, self.now)

    @property
    def item(self) -> Directive | Activity:
        """The item as it is now; a removed one as it was."""
        found = self.now or self.was
        assert found is not None  # noqa: S101
        return found

    @property
    def is_activity(self) -> bool:
        """Whether it is an activity, not a directive."""
        return isinstance(self.item, Activity)

    @property
    def activities(self) -> list[Activity]:
        """The activities that it is or has, in either state."""
        return [
            activity
            for one in (self.was, self.now)
            if one is not None
            for activity in (one.activities if isinstance(one, Directive) else (one,))
        ]

    @property
    def renumbered(self) -> bool:
        """Whether it is in both states under different IDs."""
        return self.was is not None and self.now is not None and self.was.id != self.now.id

    @property
    def status(self) -> FieldChange | None:
        """The change of the status, None where there is none."""
        return next((one for one in self.fields if one.field == "status"), None)

    @property
    def is_revised(self) -> bool:
        """Whether more changed than the item's number and place."""
        return bool(self.fields or self.texts or self.deliverables)

    @property
    def only_renumbered(self) -> bool:
        """Whether nothing changed but the item's number."""
        return self.renumbered and not (self.moved or self.is_revised)


class PlanChange(NamedTuple):
    """A plan in which anything changed.

    ``items`` stand in the order of the table, what was removed after what it stood behind; they
    are empty for a plan that is new or gone. ``unchanged`` counts the activities that are in both
    states with nothing changed but, perhaps, their number or directive.
    """

    was: Plan | None
    now: Plan | None
    fields: tuple[FieldChange, ...] = ()
    items: tuple[ItemChange, ...] = ()
    unchanged: int = 0

    @property
    def what(self) -> What:
        """Whether it was added, removed or changed."""
        return _what(self.was, self.now)

    @property
    def plan(self) -> Plan:
        """The plan as it is now; a removed one as it was."""
        found = self.now or self.was
        assert found is not None  # noqa: S101
        return found

    @property
    def renamed(self) -> bool:
        """Whether its file, and so its key, has another name."""
        return self.was is not None and self.now is not None and self.was.key != self.now.key


Changes = Sequence[PlanChange]


def _what(was: object, now: object) -> What:
    if was is None:
        return "added"
    return "removed" if now is None else "changed"
