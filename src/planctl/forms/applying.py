"""What an activity says once an answer is taken in.

A new status, next step and due date take the place of the old. Progress is a paragraph at the end
of the report, in the place of one that only held a place ("To be completed"). Deliverables go where
`planctl link` puts them, and where it would have to ask, under the progress that came with them;
what is there already is not put in again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from planctl.change import linking
from planctl.change.fields import keys_before
from planctl.change.mentions import find_mentions, same
from planctl.change.new_deliverable import date_value, shortest
from planctl.change.placement import Place, find_place
from planctl.errors import UsageFault
from planctl.forms.answers import Answers
from planctl.ingest import typed
from planctl.plan.deliverable import Deliverable, line
from planctl.plan.model import Activity, Block, Plan, activity_from
from planctl.plan.prose import plain, text_of
from planctl.review.status_column import held_in


class Applied(NamedTuple):
    """An activity with an answer taken in.

    ``faults`` say why some deliverables could not be put into it, and ``remarks`` where those went
    whose year was not given.
    """

    activity: Activity
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def apply(plan: Plan, activity: Activity, answers: Answers, plans: Sequence[Plan]) -> Applied:
    """The activity of ``plan`` with the ``answers``; where nothing is new it is the same data.

    ``plans`` are all there are: where else a deliverable is cited tells the year it goes under.
    """
    language = str(plan.data.get("language", "en"))
    given = {"status": answers.status, "next_step": answers.next_step}
    fields: dict[str, Any] = {key: value for key, value in given.items() if value}
    if answers.due:
        fields["due"] = date_value(answers.due)
    now = activity_from(_with(activity.data, fields, language), activity.path)
    for progress in answers.progress:
        if not says(now, progress):
            now = _with_report(now, _with_progress(now, progress))
    faults, remarks = [], []
    for given_fields in answers.deliverables:
        named = line(Deliverable.of(given_fields))
        try:
            now, why = _linked(plan, now, given_fields, answers.progress, plans)
        except UsageFault as fault:
            faults.append(f"“{named}” cannot be put into the report: {_advice(fault)}")
        else:
            remarks += [f"“{named}” {why}"] if why else []
    return Applied(now, tuple(faults), tuple(remarks))


def says(activity: Activity, progress: str) -> bool:
    """Whether the report says the ``progress`` already."""
    return any(_says(block, progress) for block in activity.report)


def _says(block: Block, progress: str) -> bool:
    """Whether the paragraphs of ``progress`` stand together in a block."""
    if block.text is None:
        return False
    wanted, found = (
        "".join(f"\n{plain(line)}\n" for line in text.split("\n"))
        for text in (progress, text_of(block.text))
    )
    return wanted in found


def has(activity: Activity, fields: Mapping[str, Any]) -> bool:
    """Whether the report has the deliverable already."""
    wanted = Deliverable.of(dict(fields))
    return any(same(wanted, one) for _, one in activity.deliverables())


def _with(data: Mapping[str, Any], fields: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The data with other values in these fields, new ones where the house has them."""
    made = dict(data)
    for key, value in fields.items():
        if key in made:
            old = made[key]
            made[key] = {**old, language: value} if isinstance(old, Mapping) else value
            continue
        before = [*keys_before("activity", key)]
        at = sum(1 for one in made if one in before)
        pairs = [*made.items()]
        made = dict([*pairs[:at], (key, value), *pairs[at:]])
    return made


def _with_progress(activity: Activity, progress: str) -> list[Any]:
    blocks = [*activity.data.get("report", ())]
    if len(blocks) == 1 and not activity.report[0].deliverables and held_in(activity):
        blocks = []
    return [*blocks, {"text": progress}]


def _with_report(activity: Activity, blocks: list[Any]) -> Activity:
    data = dict(activity.data)
    if "report" not in data:
        at = [*data].index("status") + 1
        pairs = [*data.items()]
        data = dict([*pairs[:at], ("report", blocks), *pairs[at:]])
    data["report"] = blocks
    return activity_from(data, activity.path)


def _linked(
    plan: Plan,
    activity: Activity,
    given: Mapping[str, Any],
    progress: Sequence[str],
    plans: Iterable[Plan],
) -> tuple[Activity, str]:
    """The activity with a deliverable more, and why it is under the year it is, where that is told.

    Raises UsageFault where it cannot be told where it goes.
    """
    if has(activity, given):
        return activity, ""
    fields = dict(given)
    wanted = Deliverable.of(fields)
    elsewhere = [] if wanted.date else [one for p in plans for one in find_mentions(p, wanted)]
    year, reason = linking.known_year(activity, wanted, elsewhere, int(plan.as_of[:4]))
    place = _place(activity, wanted, year, progress)
    if wanted.date == str(place.year):
        del fields["date"]  # the year line says it
    if not wanted.known_kind:
        fields = {**typed.kind_under(line(wanted), place.lead_in), **fields}
    why = f"goes under {place.year} because {reason}" if reason and place.year else ""
    return _with_report(activity, _put(activity, place, shortest(fields))), why


def _place(
    activity: Activity, wanted: Deliverable, year: int | None, progress: Sequence[str]
) -> Place:
    """Where `planctl link` would put it, else under the progress that came with it."""
    under = [
        at
        for at, block in enumerate(activity.report)
        if any(_says(block, text) for text in progress)
    ]
    try:
        place = find_place(activity.report, wanted, year)
    except UsageFault:
        if not under:
            raise
        place = Place(len(activity.report), None)
    if under and place.position is None and place.year is None:
        return Place(under[-1], len(activity.report[under[-1]].deliverables))
    return place


def _put(activity: Activity, place: Place, data: Any) -> list[Any]:
    """The blocks of the report with a deliverable at ``place``."""
    blocks = [*activity.data.get("report", ())]
    if place.position is None:
        block: dict[str, Any] = {} if place.year is None else {"year": place.year}
        return [*blocks[: place.block], {**block, "deliverables": [data]}, *blocks[place.block :]]
    block = dict(blocks[place.block])
    held = [*block.get("deliverables", ())]
    block["deliverables"] = [*held[: place.position], data, *held[place.position :]]
    blocks[place.block] = block
    return blocks


def _advice(fault: UsageFault) -> str:
    """Why it has no place, and what to do about it in a form."""
    why = str(fault)
    if why.startswith("the report goes by years"):
        return "the report goes by years, so write its date behind it (2021-05-29, or 2021)"
    return (
        "it has no list of such documents yet, so write a sentence under “Progress” that this can"
        " stand under"
    )
