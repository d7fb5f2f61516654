"""References in reports that follow items to their new numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planctl.plan.model import Activity, Block, Directive, Path, Plan, plan_from

Names = Mapping[str, Mapping[str, str]]
"""The new IDs by the old ones, of each plan by its key."""


def renumbered(plan: Plan, pairs: Sequence[tuple[Directive | Activity, str]]) -> dict[str, str]:
    """The new IDs that references to the items of ``plan`` follow, by the old ones.

    ``pairs`` are items with the IDs that they have now.
    """
    if all(item.id == new for item, new in pairs):
        return {}
    from planctl.change.renumbering import Move, renamed

    return renamed(plan, [Move(item, new) for item, new in pairs if item.id != new])


def followed(
    plan: Plan, activities: Sequence[Activity], names: Names, keys: Sequence[str]
) -> dict[Path, tuple[Block, ...]]:
    """The reports of ``activities`` with their references mended, by the activity's path.

    Only those in which there is one to mend. ``keys`` are the keys of all plans.
    """
    if not any(names.values()) or not activities:
        return {}
    from planctl.change.references import references
    from planctl.change.renumbering import mended

    part = _part(plan, activities)
    concerned = {one.plan for one in references(part, keys) if one.item in names.get(one.plan, ())}
    data: Any = None
    for target in sorted(concerned):
        for change in mended(part, target, names[target], keys):
            data = _copied(plan.data) if data is None else data
            _set(data, change.path, change.new)
        part = _part(plan_from(plan.key, data), activities) if data is not None else part
    if data is None:
        return {}
    return {one.path: one.report for _, one in part.activities()}


def _part(plan: Plan, activities: Sequence[Activity]) -> Plan:
    """The plan with these activities only."""
    paths = {one.path for one in activities}
    directives = (
        each._replace(activities=tuple(one for one in each.activities if one.path in paths))
        for each in plan.directives
    )
    return plan._replace(directives=tuple(one for one in directives if one.activities))


def _copied(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(value) for value in data] if isinstance(data, list) else data


def _set(data: Any, path: Path, text: str) -> None:
    *way, last = path
    for step in way:
        if isinstance(data[step], str):  # a deliverable that is its title only
            last = step
            break
        data = data[step]
    data[last] = text
