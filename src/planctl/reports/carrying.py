"""What became of the clauses of a resolution in its next edition, as lines or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.change.carrying import Step
from planctl.plan.numerals import count
from planctl.plan.prose import listed, plain, short
from planctl.reports.document import Document, Heading, Item, Line, line
from planctl.reports.wording import words

_LONG = 100  # characters of a clause that is told in short


def summary(steps: Sequence[Step]) -> str:
    """How many clauses became what: "12 clauses unchanged, 2 renumbered, 1 new"."""
    kinds = ("unchanged", "renumbered", "modified", "split", "merged", "new", "deleted")
    many = {kind: sum(step.kind == kind for step in steps) for kind in kinds}
    told = [f"{number} {kind}" for kind, number in many.items() if number]
    if not told:
        return "no clauses"
    first, *rest = told
    number, _, kind = first.partition(" ")
    return ", ".join([f"{count(int(number), 'clause')} {kind}", *rest])


def report(step: Step, key: str) -> Document:
    """A step: the clause, what changed in its words, and which rows of the plan it concerns."""
    below = [line(*words(step.was, step.now))] if _is_reworded(step) else _texts(step)
    blocks = [target.block.words for target in (*step.old, *step.new)]
    if step.kind == "modified" and blocks[0] != blocks[1]:
        below.insert(0, line(*words(*blocks)))
    return (
        Heading(line(f"{step.kind}: {_names(step)}"), 2),
        *(Item(one) for one in below),
        *(Item(line(one)) for one in _rows(step, key)),
    )


def as_json(step: Step, key: str, *, taken: bool) -> dict[str, Any]:
    """A step as JSON data."""
    return {
        "kind": step.kind,
        "old": [one.name for one in step.old],
        "new": [one.name for one in step.new],
        "was": step.was,
        "now": step.now,
        "rows": [f"{key}/{one}" for one in step.rows],
        "closed": [f"{key}/{one}" for one in step.closed],
        "responsible": dict(zip(("was", "now"), step.whom, strict=True)) if step.whom else None,
        "taken": taken,
    }


def _texts(step: Step) -> list[Line]:
    if step.kind in ("split", "merged"):
        sides = ((step.was, step.old, "− "), (step.now, step.new, "+ "))
        return [
            line(sign, plain(text))
            for text, targets, sign in sides
            for text in (text.split("\n") if len(targets) > 1 else [text])
        ]
    return [line(short(step.now or step.was, _LONG))]


def _is_reworded(step: Step) -> bool:
    return step.kind == "modified" and plain(step.was) != plain(step.now)


def _is_in_place(step: Step) -> bool:
    return step.old[0].name == step.new[0].name


def _names(step: Step) -> str:
    old, new = (", ".join(target.name for target in side) for side in (step.old, step.new))
    if not (old and new) or old == new:
        return new or old
    blocks = {target.block.words for target in (*step.old, *step.new)}
    if len(blocks) == 1 and all(target.clause.number for target in step.new):
        new = ", ".join(f"({target.clause.number})" for target in step.new)
    return f"{old} → {new}"


def _rows(step: Step, key: str) -> list[str]:
    open_ = [f"{key}/{one}" for one in step.rows if one not in step.closed]
    closed = [f"{key}/{one}" for one in step.closed]
    told = []
    if step.fresh:
        told.append("it gets a new directive, in its place between the others")
    elif step.kind == "new":
        told.append("it invites others, so it gets no directive")
    elif open_ and step.kind == "deleted":
        told.append(f"{listed(open_)} will be superseded, if no other clause of it is left")
    elif open_ and step.kind == "modified" and _is_in_place(step):
        if _is_reworded(step):
            told.append(f"{listed(open_)}: words that are still the clause's change with it")
    elif open_:
        told.append(f"the references of {listed(open_)} follow")
    elif not closed:
        told.append("no directive cites it")
    if open_ and step.whom:
        was, now = ("; ".join(bodies) for bodies in step.whom)
        told.append(f"responsible, where that is still {was}: {now}")
    if closed and step.kind != "unchanged":
        told.append(f"{listed(closed)} is closed, and stays as it was numbered"
                    if len(closed) == 1 else
                    f"{listed(closed)} are closed, and stay as they were numbered")  # fmt: skip
    return told
