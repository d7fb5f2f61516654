"""All forms that came back, looked at together: what they change, and what stands in the way."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.forms.answers import Answers, answers_of
from planctl.forms.applying import apply
from planctl.forms.change import Change
from planctl.forms.columns import ASKED, SHOWN
from planctl.forms.merging import Conflict, answered, find, merge, together
from planctl.forms.reading import Returned, Row
from planctl.forms.sent import Sent, SentItem, fingerprint
from planctl.plan.model import Activity, Plan
from planctl.plan.prose import listed

_LABELS = {column.key: column.label for column in (*SHOWN, *ASKED)}


class Outcome(NamedTuple):
    """What the forms come to: changes, unless there are ``faults`` or ``conflicts``.

    ``remarks`` are sentences on what was read in a way that somebody should know of.
    ``answered`` are the forms with the addresses that each has an answer for, and its mark.
    """

    changes: tuple[Change, ...]
    faults: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    remarks: tuple[str, ...]
    answered: tuple[tuple[Sent, Mapping[str, str]], ...]


class _Answer(NamedTuple):
    """What one form answers about one item; ``where`` tells a person where it stands.

    ``mark`` tells it from every other answer.
    """

    file: str
    where: str
    address: str
    sent: SentItem
    answers: Answers
    mark: str


class _Notes(NamedTuple):
    """What was found on the way."""

    faults: list[str]
    remarks: list[str]


def collect(
    forms: Sequence[Returned],
    plans: Sequence[Plan],
    meetings: Sequence[str],
    taken: Collection[str] = (),
) -> Outcome:
    """Hold the answers in ``forms`` against the ``plans``; ``meetings`` are keys of the calendar.

    ``taken`` are the marks of answers that were taken in before: what became of them in the plans
    since is left as it is. Whether a form belongs here at all was looked at before
    (:mod:`planctl.forms.rounds`).
    """
    notes = _Notes([], [])
    answers = [[*_answers(form, meetings, notes)] for form in forms]
    named = tuple(
        (form.sent, {one.address: one.mark for one in given})
        for form, given in zip(forms, answers, strict=True)
    )
    every = [one for given in answers for one in given]
    changes, conflicts = _merged(every, plans, taken, notes)
    clean = not notes.faults and not conflicts
    return Outcome(
        tuple(changes) if clean else (),
        tuple(dict.fromkeys(notes.faults)),
        tuple(conflicts),
        tuple(dict.fromkeys(notes.remarks)),
        named,
    )


def _answers(form: Returned, meetings: Sequence[str], notes: _Notes) -> Iterator[_Answer]:
    """The answers in a form; what is amiss with its rows goes into the ``notes``."""
    if form.revised:
        notes.remarks.append(f"{form.file} has revision marks; all of them were taken as accepted")
    for label in form.missing:
        notes.remarks.append(f"{form.file}: the column “{label}” is no longer in it")
    given: dict[str, _Answer] = {}
    seen: set[str] = set()
    for row in form.rows:
        where = f"{form.file}, {row.place}"
        seen.update((row.key, row.shown.get("item", "").strip()))
        address = _address(form, row, where, notes)
        if not address:
            continue
        one = _answer(form, row, address, meetings, notes)
        if one.answers.is_empty:
            continue
        if address in given and given[address].answers != one.answers:
            notes.faults.append(
                f"{where}: {address} stands twice in this form, with other answers"
                f" ({given[address].where}); keep one of the two"
            )
        given.setdefault(address, one)
    gone = [address for address in form.sent.items if address not in seen]
    if gone:
        notes.remarks.append(
            f"{form.file}: {listed(gone)} was taken out of it; nothing changes there"
        )
    yield from given.values()


def _address(form: Returned, row: Row, where: str, notes: _Notes) -> str:
    """The item that a row is about, "" for none; a row that nobody asked about is a fault."""
    items = form.sent.items
    shown = row.shown.get("item", "").strip()
    known = [one for one in dict.fromkeys((row.key, shown)) if one in items]
    if len(known) == 2:
        notes.faults.append(
            f"{where}: the row shows {shown} and was sent for {row.key}: rows were moved in part;"
            " put the answers where they belong in the form as it was sent"
        )
        return ""
    if known:
        return known[0]
    written = [_LABELS[key] for key, value in row.asked.items() if value.text or value.is_formula]
    if written:
        notes.faults.append(
            f"{where}: something is written under “{written[0]}”, but the row is none of the items"
            " that were asked about; move it to its item, or delete it"
        )
    return ""


def _answer(
    form: Returned, row: Row, address: str, meetings: Sequence[str], notes: _Notes
) -> _Answer:
    sent = form.sent.items[address]
    where = f"{row.place} ({address})" if row.place.startswith("row") else row.place
    at = f"{form.file}, {where}"
    prefilled = {"next_step": sent.next_step, "due": sent.due}
    answers, faults = answers_of(row.asked, prefilled, meetings)
    notes.faults.extend(f"{at}, {fault}" for fault in faults)
    notes.remarks.extend(f"{at}: {said}" for said in answers.remarks)
    edited = [
        f"“{_LABELS[key]}”"
        for key, text in row.shown.items()
        if key in sent.shown and fingerprint(text) != sent.shown[key]
    ]
    if edited:
        notes.remarks.append(
            f"{at}: {listed(edited)} {'was' if len(edited) == 1 else 'were'} changed in the form;"
            " the plan keeps what it says"
        )
    for key in (column.key for column in ASKED if column.key in row.joined):
        if row.asked[key].text:
            notes.remarks.append(
                f"{at}: the cell under “{_LABELS[key]}” was joined with the one above; what"
                " stands there was taken for both"
            )
    answers = answered(answers, sent)
    mark = fingerprint(json.dumps([form.sent.digest, address, answers._replace(remarks=())]))
    return _Answer(form.file, where, address, sent, answers, mark)


def _merged(
    answers: Sequence[_Answer], plans: Sequence[Plan], before: Collection[str], notes: _Notes
) -> tuple[list[Change], list[Conflict]]:
    by_key = {plan.key: plan for plan in plans}
    known = {plan.key: {plan.address(one): one for _, one in plan.activities()} for plan in plans}
    conflicts: list[Conflict] = []
    items: dict[tuple[str, tuple[str | int, ...]], tuple[Plan, Activity, list[_Answer]]] = {}
    for one in answers:
        plan = by_key.get(one.address.rpartition("/")[0])
        activity = find(plan, known[plan.key], one.address, one.sent) if plan else None
        if plan is None or activity is None:
            if one.mark in before:
                continue
            notes.faults.append(
                f"{one.file}, {one.where}: there is no such item in the plan any more; clear its"
                " answers in the form"
            )
            continue
        if plan.address(activity) != one.address:
            notes.remarks.append(f"{one.address} has become {plan.address(activity)}")
        taken, found = merge(plan, activity, one.sent, one.answers)
        if one.mark in before:
            if found or apply(plan, activity, taken, plans).activity.data != activity.data:
                notes.remarks.append(
                    f"{one.file}, {one.where} was taken in before, and the plan says otherwise now;"
                    " it is left so (--again takes it in again)"
                )
            continue
        conflicts += found
        held = items.setdefault((plan.key, activity.path), (plan, activity, []))
        held[2].append(one._replace(answers=taken))
    changes = [_change(*held, plans, notes) for held in items.values()]
    made = [one for one in changes if one.after.data != one.before.data]
    return sorted(made, key=lambda one: (plans.index(one.plan), one.before.path)), conflicts


def _change(
    plan: Plan,
    activity: Activity,
    several: Sequence[_Answer],
    plans: Sequence[Plan],
    notes: _Notes,
) -> Change:
    address = plan.address(activity)
    files = [*dict.fromkeys(one.file for one in several)]
    if len(files) > 1:
        notes.remarks.append(f"{address} is answered in {' and in '.join(files)}")
    taken, faults = together(address, [(one.file, one.answers) for one in several])
    notes.faults.extend(f"{fault}: keep one of them" for fault in faults)
    after, unplaced = apply(plan, activity, taken, plans)
    notes.faults.extend(f"{', '.join(files)}, {address}: {one}" for one in unplaced)
    return Change(plan, activity, after, tuple(one.mark for one in several))
