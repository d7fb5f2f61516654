"""All forms that came back, looked at together: what they change, and what stands in the way."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.forms.answered import Answer, Notes, given_in
from planctl.forms.applying import apply
from planctl.forms.change import Change
from planctl.forms.merging import Conflict, find, merge, together
from planctl.forms.returned import Returned
from planctl.forms.sent import Sent
from planctl.plan.model import CLOSED, STATUS_WORDS, Activity, Plan
from planctl.plan.prose import listed


class Outcome(NamedTuple):
    """What the forms come to: changes, unless there are ``faults`` or ``conflicts``.

    ``remarks`` are sentences on what was read in a way that somebody should know of.
    ``answered`` are the forms with the addresses that each has an answer for, and its mark ("" for
    an answer that there is nothing new). ``in_plans`` is whether the plans say what was answered,
    where nothing changes.
    """

    changes: tuple[Change, ...]
    faults: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    remarks: tuple[str, ...]
    answered: tuple[tuple[Sent, Mapping[str, str]], ...]
    in_plans: bool = False


def collect(
    forms: Sequence[Returned],
    plans: Sequence[Plan],
    meetings: Sequence[str],
    taken: Collection[str] = (),
    heard: Collection[tuple[str, str, str]] = (),
) -> Outcome:
    """Hold the answers in ``forms`` against the ``plans``; ``meetings`` are keys of the calendar.

    ``taken`` are the marks of answers that were taken in before: what became of them in the plans
    since is left as it is. ``heard`` are the items that a body has answered about before, each with
    the meeting and the body. Whether a form belongs here at all was looked at before
    (:mod:`planctl.forms.rounds`).
    """
    notes = Notes([], [])
    given = [given_in(form, meetings, notes) for form in forms]
    named = tuple(
        (
            form.sent,
            dict.fromkeys(one.nothing_new, "") | {held.address: held.mark for held in one.answers},
        )
        for form, one in zip(forms, given, strict=True)
    )
    every = [one for held in given for one in held.answers]
    changes, conflicts, otherwise = _merged(every, plans, taken, notes)
    changed = {mark for one in changes for mark in one.marks}
    notes.remarks.extend(
        f"{one.at}: {one.form.body} has answered about this before; see that nothing is said twice"
        for one in every
        if one.mark in changed and (one.form.meeting, one.form.body, one.address) in heard
    )
    clean = not notes.faults and not conflicts
    return Outcome(
        tuple(changes) if clean else (),
        tuple(dict.fromkeys(notes.faults)),
        tuple(conflicts),
        tuple(dict.fromkeys(notes.remarks)),
        named,
        bool(every) and not otherwise,
    )


def _merged(
    answers: Sequence[Answer], plans: Sequence[Plan], before: Collection[str], notes: Notes
) -> tuple[list[Change], list[Conflict], bool]:
    """The changes and conflicts, and whether a plan says otherwise than what was taken in once."""
    by_key = {plan.key: plan for plan in plans}
    known = {plan.key: {plan.address(one): one for _, one in plan.activities()} for plan in plans}
    conflicts: list[Conflict] = []
    otherwise = False
    items: dict[tuple[str, tuple[str | int, ...]], tuple[Plan, Activity, list[Answer]]] = {}
    for one in answers:
        plan = by_key.get(one.address.rpartition("/")[0])
        activity = find(plan, known[plan.key], one.address, one.sent) if plan else None
        if plan is None or activity is None:
            if one.mark in before:
                otherwise = True
                continue
            notes.faults.append(
                f"{one.at}: there is no such item in the plan any more; clear its"
                " answers in the form"
            )
            continue
        if plan.address(activity) != one.address:
            notes.remarks.append(f"{one.address} has become {plan.address(activity)}")
        taken, found = merge(plan, activity, one.sent, one.answers)
        if one.mark in before:
            if found or apply(plan, activity, taken, plans).activity.data != activity.data:
                otherwise = True
                notes.remarks.append(
                    f"{one.at} was taken in before, and the plan says otherwise now;"
                    " it is left so (--again takes it in again)"
                )
            continue
        conflicts += found
        held = items.setdefault((plan.key, activity.path), (plan, activity, []))
        held[2].append(one._replace(answers=taken))
    changes = [_change(*held, plans, notes) for held in items.values()]
    made = [one for one in changes if one.after.data != one.before.data]
    in_order = sorted(made, key=lambda one: (plans.index(one.plan), one.before.path))
    return in_order, conflicts, otherwise


def _change(
    plan: Plan,
    activity: Activity,
    several: Sequence[Answer],
    plans: Sequence[Plan],
    notes: Notes,
) -> Change:
    address = plan.address(activity)
    files = [*dict.fromkeys(one.file for one in several)]
    if len(files) > 1:
        notes.remarks.append(f"{address} is answered in {listed(files, between=' and in ')}")
    notes.faults.extend(_again(address, several))
    if activity.status in CLOSED and several[0].sent.status not in CLOSED:
        word = STATUS_WORDS[activity.status]
        notes.remarks.append(f"{several[0].at}: since the form was sent the plan says {word}")
    taken, faults = together(address, [(one.file, one.answers) for one in several])
    notes.faults.extend(f"{fault}: keep one of them" for fault in faults)
    applied = apply(plan, activity, taken, plans)
    at = several[0].at if len(several) == 1 else f"{listed(files)}, {address}"
    notes.faults.extend(f"{at}: {one}" for one in applied.faults)
    notes.remarks.extend(
        f"{at}: {one}; write a date behind it for another" for one in applied.remarks
    )
    return Change(plan, activity, applied.activity, tuple(one.mark for one in several))


def _again(address: str, several: Sequence[Answer]) -> Iterator[str]:
    """The same form twice, with other answers about one item."""
    first: dict[str, Answer] = {}
    for one in several:
        known = first.setdefault(one.form.digest, one)
        if known.mark != one.mark:
            yield (
                f"{known.file} and {one.file} are one form with different answers about {address}:"
                " leave out the one that counts no longer"
            )
