"""Which body is asked about which items, and what a form shows of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.forms.question import Form, Question
from planctl.plan import responsibility
from planctl.plan.address import sort_key
from planctl.plan.meeting import Meeting
from planctl.plan.model import CLOSED, STATUS_WORDS, Activity, Directive, Plan
from planctl.plan.prose import text_of
from planctl.publish.annex import status
from planctl.publish.plain import plain
from planctl.publish.table import Cell
from planctl.review.stale.bodies import bodies_of
from planctl.review.stale.case import Stale

_LONGEST = 6000  # characters of a report that are shown; a row of Excel has room for no more
_CUT = "… (the action plan has the rest)"


class Round(NamedTuple):
    """What is the same in all forms that are sent out together; as in :class:`Form`."""

    meeting: Meeting
    by: str
    repository: str
    commit: str


def forms(
    plans: Sequence[Plan],
    stale: Iterable[Stale],
    round_: Round,
    asked: Sequence[str] = (),
    *,
    closed: bool = False,
) -> list[Form]:
    """The forms of one round, one a body, in the order of the bodies' names.

    An item of several bodies is in the form of each. With ``asked``, only bodies that these names
    ask for, as ``--responsible`` does; with ``closed``, items that are completed or superseded are
    asked about, too. Contacts and meetings are left for the caller to put in.
    """
    still = {one.address: one for one in stale if one.is_certain}
    named_by = {query: _named_by(query, plans) for query in asked}
    names: dict[str, str] = {}
    rows: dict[str, list[tuple[Plan, Directive, Activity]]] = {}
    for plan in plans:
        for directive, activity in plan.activities():
            if activity.status in CLOSED and not closed:
                continue
            for key, name in dict(_bodies(activity, named_by)).items():
                names.setdefault(key, name)
                rows.setdefault(key, []).append((plan, directive, activity))
    in_order = sorted(names.items(), key=lambda item: sort_key(item[0]))
    return [_form(name, rows[key], still, round_) for key, name in in_order]


def named(forms: Iterable[Form]) -> dict[str, Form]:
    """The forms by names for their files, no two alike: "TSAG-2021-10-ITU-T-SG5"."""
    import re

    found: dict[str, Form] = {}
    taken: set[str] = set()
    for form in forms:
        stem = re.sub(r"[^\w.]+", "-", f"{form.meeting.key} {form.body}")[:80].strip("-.")
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        found[name] = form
    return found


def _bodies(
    activity: Activity, names: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """The bodies to be asked: what tells them apart, and the name of each.

    ``names`` are by each query the bodies that it names. Of an entry with several bodies only those
    are asked; a partner, or a Question, is asked under its own name, else as the query has it.
    """
    if not names:
        yield from bodies_of(activity).items()
    for query, known in names.items():
        found = bodies_of(activity, [query])
        own = found.keys() & known.keys()
        if own:
            yield from ((key, found[key]) for key in found if key in own)
        elif found:
            only = [*known.items()]
            yield only[0] if len(only) == 1 else ("".join(query.split()).casefold(), query)


def _named_by(query: str, plans: Iterable[Plan]) -> dict[str, str]:
    """The bodies in the ``plans`` whose names the query asks for."""
    return {
        key: name
        for plan in plans
        for _, activity in plan.activities()
        for key, name in bodies_of(activity, [query]).items()
        if responsibility.matches(query, name)
    }


def _form(
    body: str,
    rows: Sequence[tuple[Plan, Directive, Activity]],
    stale: Mapping[str, Stale],
    round_: Round,
) -> Form:
    plans = list({plan.key: plan for plan, _, _ in rows}.values())
    return Form(
        body=body,
        meeting=round_.meeting,
        by=round_.by,
        questions=tuple(_question(*row, stale) for row in rows),
        resolutions=tuple(map(_resolution, plans)),
        meetings=(),
        contacts=(),
        repository=round_.repository,
        commit=round_.commit,
        created=max(plan.as_of for plan in plans),
        right_to_left=all(plan.data.get("language") == "ar" for plan in plans),
    )


def _question(
    plan: Plan, directive: Directive, activity: Activity, stale: Mapping[str, Stale]
) -> Question:
    address = plan.address(activity)
    language = str(plan.data.get("language", "en"))
    reported = plain(Cell(status(activity, language)))
    return Question(
        address=address,
        shown={
            "item": address,
            "directive": text_of(directive.text, language),
            "activity": text_of(activity.text, language),
            "status": STATUS_WORDS[activity.status],
            "reported": reported if len(reported) <= _LONGEST else reported[:_LONGEST] + _CUT,
            "note": _note(stale.get(address)),
        },
        status=activity.status,
        next_step=text_of(activity.data.get("next_step", ""), language),
        due=str(activity.data.get("due", "")),
        stale=address in stale,
    )


def _note(stale: Stale | None) -> str:
    """Why an item has not moved, as a sentence to those who are responsible for it."""
    if stale is None:
        return ""
    words = "; ".join(reason.words for reason in stale.reasons)
    return f"This has not moved: {words}."


def _resolution(plan: Plan) -> str:
    language = str(plan.data.get("language", "en"))
    resolution = plan.resolution
    edition, title = text_of(resolution.edition, language), text_of(resolution.title, language)
    return f"{resolution.assembly} Resolution {resolution.number} ({edition}): {title}"
