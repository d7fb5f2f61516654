"""Rules about IDs, cross-references and rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.errors import UsageFault
from planctl.finding import ERROR, WARNING
from planctl.plan import address
from planctl.plan.model import Activity, Block, Directive, Plan
from planctl.plan.prose import listed, short, text_of
from planctl.review.rules.rule import Fact, Remark, across, rule
from planctl.review.rules.survey import survey
from planctl.review.status_column import only_points


@rule(ERROR)
def duplicate_id(plan: Plan) -> Iterator[Remark]:
    """Two items have one ID, so that an address does not say which is meant.

    Two directives, or two activities anywhere in the plan. A directive shares its ID with an
    activity of its own, not with that of another directive.
    """
    directives: dict[str, Directive] = {}
    for directive in plan.directives:
        first = directives.setdefault(directive.id, directive)
        if first is not directive:
            yield _second(directive, f"the directive “{short(text_of(first.text))}”")
    activities: dict[str, Activity] = {}
    for directive, activity in plan.activities():
        one = activities.setdefault(activity.id, activity)
        other = directives.get(activity.id)
        if one is not activity:
            yield _second(activity, f"the activity “{short(text_of(one.text))}”")
        elif other is not None and other.id != directive.id:
            yield _second(activity, f"the directive “{short(text_of(other.text))}”")


def _second(item: Directive | Activity, first: str) -> Remark:
    message = f"the ID {item.id} is also that of {first}; give this one an ID that is not in use"
    return Remark((*item.path, "id"), message)


@rule(ERROR)
def resolution_file(plan: Plan) -> Iterator[Remark]:
    """The name of the file and the resolution in it differ.

    ``plans/wtsa-72.yaml`` holds the plan for WTSA Resolution 72.
    """
    resolution = plan.resolution
    expected = address.plan_key(resolution.assembly, resolution.number)
    if plan.key != expected:
        yield Remark(
            ("resolution", "number"),
            f"the file is named {plan.key} but holds {resolution.assembly} Resolution "
            f"{resolution.number}; rename it to {expected}.yaml, or correct assembly and number",
        )


@rule(WARNING)
def id_outside_directive(plan: Plan) -> Iterator[Remark]:
    """An activity's ID is not its directive's, nor begins with it.

    Under directive 5 stand activities 5.1, 5.2 …, or one activity 5.
    """
    for directive, activity in plan.activities():
        if activity.id != directive.id and not activity.id.startswith(f"{directive.id}."):
            yield Remark(
                (*activity.path, "id"),
                f"the activity {activity.id} stands under directive {directive.id}; "
                f"its ID should begin with “{directive.id}.”",
            )


@rule(WARNING)
def directive_id(plan: Plan) -> Iterator[Remark]:
    """A directive's ID has a dot, so that it reads like that of an activity.

    Directives are 1, 2, 3 …; their activities are 1.1, 1.2 ….
    """
    for directive in plan.directives:
        if "." in directive.id:
            yield Remark(
                (*directive.path, "id"),
                f"the ID {directive.id} reads like an activity's; give the directive an ID without "
                "a dot, or move it under its directive",
            )


@rule(WARNING)
def cross_reference(plan: Plan) -> Iterator[Remark]:
    """“See point …” leads nowhere: to no item of this plan, to itself, or round in a circle."""
    rows = survey(plan).rows
    pointing = [(row.activity, block) for row in rows for block in row.activity.report if block.see]
    if not pointing:
        return
    children = {item.id: [activity.id for activity in item.activities] for item in plan.directives}
    activities = {row.activity.id for row in rows}
    for activity, block in pointing:
        for place, target in enumerate(block.see):
            path = (*block.path, "see", place)
            if "/" in target:
                continue
            if target not in activities and target not in children:
                yield Remark(path, f"there is no item {target} in this plan; correct the number")
            elif target == activity.id or children.get(target) == [activity.id]:
                yield Remark(path, f"the activity {target} points at itself; say where to look")
    yield from _circles(pointing, children)


def _circles(
    pointing: list[tuple[Activity, Block]], children: dict[str, list[str]]
) -> Iterator[Remark]:
    """Activities that say nothing but "See point …", and never lead to one that says more."""
    waiting: dict[str, Block] = {}
    sources: dict[str, list[str]] = {}
    for activity, block in pointing:
        if only_points(activity):
            items = {item for one in block.see for item in children.get(one, [one])}
            for item in items - {activity.id}:
                waiting.setdefault(activity.id, block)
                sources.setdefault(item, []).append(activity.id)
    ends = [item for item in sources if item not in waiting]
    while ends:
        ends += [source for source in sources.get(ends.pop(), ()) if waiting.pop(source, None)]
    if len(waiting) > 1:
        yield Remark(
            (*next(iter(waiting.values())).path, "see", 0),
            f"the points {listed(list(waiting))} only point at each other; "
            "report in one of them what was done",
        )


def _items_and_targets(plan: Plan) -> Iterator[Fact]:
    items = dict.fromkeys(item.id for item in plan.directives)
    rows = survey(plan).rows
    items.update(dict.fromkeys(row.activity.id for row in rows))
    yield Fact(plan.key, plan.key, (), tuple(items))
    for row in rows:
        for block in row.activity.report:
            for place, target in enumerate(block.see):
                if "/" in target:
                    path = (*block.path, "see", place)
                    yield Fact(plan.key, plan.address(row.activity), path, (target,))


@across(WARNING, _items_and_targets)
def cross_reference_elsewhere(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """“See point …” names a plan or an item of another plan that does not exist."""
    items: dict[str, set[str | int]] = {}
    pointing: list[Fact] = []
    for fact in facts:
        if fact.path:
            pointing.append(fact)
        else:
            items.setdefault(fact.plan, set()).update(fact.value)
    for fact in pointing:
        target = str(fact.value[0])
        try:
            aim = address.parse(target)
        except UsageFault:
            yield fact, f"“{target}” is not an address; write it like 79/5 or wtsa-79/5"
            continue
        keys = address.match_plan(aim.plan or "", list(items))
        if not keys:
            yield fact, f"there is no plan {aim.plan} here; correct “{target}”"
        elif all(aim.item not in items[key] for key in keys):
            yield fact, f"there is no item {aim.item} in {keys[0]}; correct “{target}”"


@rule(WARNING)
def unnumbered_row(plan: Plan) -> Iterator[Remark]:
    """A row is printed without an ID, so that nobody can refer to it."""
    for directive in plan.directives:
        if directive.unnumbered:
            yield Remark(
                (*directive.path, "unnumbered"),
                f"the row is printed without an ID; remove `unnumbered` to print {directive.id}",
            )


@rule(WARNING)
def level_2_mixed(plan: Plan) -> Iterator[Remark]:
    """Level 2 of directives with one activity prints "-" in some rows and nothing in others."""
    single = [
        item
        for item in plan.directives
        if not item.unnumbered and [activity.id for activity in item.activities] == [item.id]
    ]
    dashes = [item for item in single if item.level_2]
    blanks = [item for item in single if not item.level_2]
    if dashes and blanks:
        yield Remark(
            (*blanks[0].path, "level_2"),
            f"Level 2 prints “-” for {listed([item.id for item in dashes])} and nothing for "
            f"{listed([item.id for item in blanks])}; choose one",
        )
