"""The changes of a plan in one sentence, as a chairman reads it aloud.

"Resolution 73: 2 activities completed, 1 added, 7 deliverables linked (4 Recommendations, 3 liaison
statements), 9 unchanged since TSAG-2020-09"
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from planctl.plan.address import plan_key
from planctl.plan.kinds import counted
from planctl.plan.model import Plan
from planctl.plan.prose import plain, text_of
from planctl.review.compare.changes import Changes, FieldChange, ItemChange, PlanChange
from planctl.review.compare.sameness import UNSAID, stays_the_same

_WITH_A_STATUS = frozenset(("status", "status_since", "decided_by", "last_reviewed"))
_LABELS = {"as_of": "date of status", "number": "resolution", "assembly": "resolution"}
_DONE = ("linked", "removed", "changed")

Name = Callable[[Plan], str]


def names(plans: Iterable[Plan], keys: Collection[str] = ()) -> Name:
    """What a plan is called: "Resolution 73".

    It is "WTSA Resolution 73" where another assembly has a plan for one of that number among
    ``plans`` and those with the ``keys``.
    """
    twins = twin_numbers(plans, keys)

    def name(plan: Plan) -> str:
        assembly, number = plan.resolution[:2]
        return f"{assembly} Resolution {number}" if number in twins else f"Resolution {number}"

    return name


def twin_numbers(plans: Iterable[Plan], keys: Collection[str] = ()) -> set[int]:
    """The numbers that resolutions of several assemblies have.

    A key tells of which assembly a plan is where the plan is not given.
    """
    assemblies: dict[str, set[str]] = defaultdict(set)
    known = {plan.key: _full_key(plan) for plan in plans}
    for key in (*known.values(), *(key for key in keys if key not in known)):
        assembly, _, number = key.casefold().rpartition("-")
        assemblies[number].add(assembly)
    return {int(one) for one, each in assemblies.items() if len(each) > 1 and one.isdecimal()}


def _full_key(plan: Plan) -> str:
    return plan_key(plan.resolution.assembly, plan.resolution.number)


def summaries(changes: Changes, since: str, keys: Collection[str] = ()) -> list[str]:
    """A sentence for each plan; ``since`` is the earlier state as a meeting names it.

    ``keys`` are those of all plans, which tell whether the assembly must be named.
    """
    name = names((one.plan for one in changes), keys)
    return [summary(one, since, name(one.plan)) for one in changes]


def summary(change: PlanChange, since: str, name: str) -> str:
    """The sentence for one plan, called ``name``; without a full stop."""
    total = sum(1 for _ in change.plan.activities())
    has = f"with {total} {_noun(total)}"
    end = f" since {since}" if since else ""
    if change.what == "added":
        return f"{name}: new plan {has}{end}"
    if change.what == "removed":
        return f"{name}: plan {has} removed{end}"
    said = [
        *_with_noun(_activities(change.items)),
        *_deliverables(change.items),
        *_directives(change.items),
        *_plan(change.fields),
    ]
    if change.renamed and change.was:
        said.append(f"file renamed (it was {change.was.key})")
    if not said:
        labels = dict.fromkeys(label(one.field) for one in change.fields)
        said.append(f"{', '.join(labels)} changed" if labels else "nothing changed")
    if change.unchanged:
        noun = "" if any(" activit" in one for one in said) else f" {_noun(change.unchanged)}"
        numbers = any(one.was and one.now and not one.is_revised for one in change.items)
        said.append(f"{change.unchanged}{noun} {'otherwise ' if numbers else ''}unchanged")
    return f"{name}: {', '.join(said)}{end}"


def label(field: str) -> str:
    """A field's name in a sentence: "time plan"."""
    return _LABELS.get(field, field.replace("_", " "))


def tally(change: PlanChange) -> dict[str, int]:
    """How many activities were completed, added and so on, by that word; in a sentence's order."""
    return {word: many for word, many in _activities(change.items) if many}


def _noun(number: int) -> str:
    return "activity" if number == 1 else "activities"


def _with_noun(counts: Iterable[tuple[str, int]]) -> Iterator[str]:
    noun = True
    for word, number in counts:
        if number:
            yield f"{number} {_noun(number)} {word}" if noun else f"{number} {word}"
            noun = False


def _activities(items: Iterable[ItemChange]) -> Iterator[tuple[str, int]]:
    activities = [one for one in items if one.is_activity]
    statuses = Counter(_move(one.status) for one in activities if one.status)
    yield from sorted(statuses.items(), key=lambda pair: _MOVES.index(pair[0]))
    yield "added", sum(one.what == "added" for one in activities)
    yield "removed", sum(one.what == "removed" for one in activities)
    yield "moved to another directive", sum(bool(one.moved) for one in activities)
    yield "revised", sum(map(_revised, activities))
    yield "annotated", sum(one.is_revised and stays_the_same(one) for one in activities)
    yield "renumbered", sum(one.renumbered for one in activities)


_MOVES = ("completed", "reopened", "started", "resumed", "suspended", "superseded", "set back")


def _move(status: FieldChange) -> str:
    if status.now in ("completed", "suspended", "superseded"):
        return str(status.now)
    if status.was == "completed":
        return "reopened"
    if status.now == "not-started":
        return "set back"
    return "started" if status.was == "not-started" else "resumed"


def _revised(change: ItemChange) -> bool:
    """Whether its text or fields changed, but for those that go with a new status.

    Notes that do not belong to what it says revise nothing.
    """
    beside = UNSAID | (_WITH_A_STATUS if change.status else frozenset())
    fields = any(one.field not in beside for one in change.fields)
    return change.what == "changed" and bool(fields or change.texts)


def _deliverables(items: Iterable[ItemChange]) -> Iterator[str]:
    found = [one for item in items for one in item.deliverables]
    for done, what in zip(_DONE, ("added", "removed", "changed"), strict=True):
        shown = [one.now or one.was for one in found if one.what == what]
        kinds = [one.known_kind for one in shown if one]
        if kinds:
            yield _counted(kinds, done)


def _counted(kinds: Sequence[str], done: str) -> str:
    """So many: "4 Recommendations linked", "3 deliverables linked (2 Recommendations, 1 forum)"."""
    by_kind = counted(kinds)
    if "," not in by_kind and "other" not in by_kind:
        return f"{by_kind} {done}"
    noun = "deliverable" if len(kinds) == 1 else "deliverables"
    return f"{len(kinds)} {noun} {done}" + (f" ({by_kind})" if "," in by_kind else "")


def _directives(items: Iterable[ItemChange]) -> Iterator[str]:
    directives = [one for one in items if not one.is_activity]
    words = Counter(_done_to(one) for one in directives)
    for word in ("added", "removed", "revised", "annotated"):
        if words[word]:
            yield f"{words[word]} {'directive' if words[word] == 1 else 'directives'} {word}"


def _done_to(directive: ItemChange) -> str:
    if _revised(directive):
        return "revised"
    return "annotated" if directive.what == "changed" and directive.fields else directive.what


def _plan(fields: Iterable[FieldChange]) -> Iterator[str]:
    clauses = 0
    for one in fields:
        if one.field == "edition":
            yield f"new edition ({plain(text_of(one.now))})"
        elif one.field == "title":
            yield "title changed"
        elif one.field == "lead":
            yield f"now kept by {one.now}"
        clauses += one.field == "clauses"
    if clauses:
        yield f"{clauses} {'clause' if clauses == 1 else 'clauses'} of the resolution changed"
