"""An answer held against what was sent and against the plan as it is now.

What the answer leaves as it was sent is no answer. What is in the plan already needs nothing. What
the plan still has as it was sent is changed. And what has become something else in the plan since,
and something else again in the answer, is a conflict: neither is taken. Progress and deliverables
are added to what there is, so they conflict with nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planctl.forms.answers import Answers
from planctl.forms.sent import SentItem
from planctl.plan.model import Activity, Plan
from planctl.plan.prose import plain, text_of, words

_ALIKE = 0.5  # share of the words of an activity that must be there still

VALUES: Mapping[str, str] = {"status": "Status", "next_step": "Next step", "due": "Due"}
"""The fields of an answer that take the place of what the plan says, and their names."""


class Conflict(NamedTuple):
    """What was said when a form was sent, what the plan says now, and what was answered."""

    address: str
    what: str
    sent: str
    now: str
    answered: str


def merge(
    plan: Plan, activity: Activity, sent: SentItem, answers: Answers
) -> tuple[Answers, list[Conflict]]:
    """What of the ``answers`` is to be taken in, and the conflicts."""
    address = plan.address(activity)
    answers = answered(answers, sent)
    conflicts = []
    for key, name in VALUES.items():
        given, was, now = getattr(answers, key), getattr(sent, key), _now(plan, activity, key)
        if given and plain(given) == plain(now):
            answers = _without(answers, key)
        elif given and plain(was) != plain(now):
            conflicts.append(Conflict(address, name, was, now, given))
    text = _text(plan, activity)
    if not answers.is_empty and not _is_the_same(sent.text, text):
        conflicts.append(Conflict(address, "Activity", sent.text, text, sent.text))
    return answers, conflicts


def answered(answers: Answers, sent: SentItem) -> Answers:
    """The ``answers`` without what was left as it was sent."""
    for key in VALUES:
        if plain(getattr(answers, key)) == plain(getattr(sent, key)):
            answers = _without(answers, key)
    return answers


def _without(answers: Answers, key: str) -> Answers:
    return Answers(**{**answers._asdict(), key: ""})


def _now(plan: Plan, activity: Activity, key: str) -> str:
    """What the activity has in a field, "" where it has nothing."""
    value = activity.data.get(key, "")
    language = str(plan.data.get("language", "en"))
    return text_of(value, language) if isinstance(value, Mapping) else str(value)


def together(address: str, several: Iterable[tuple[str, Answers]]) -> tuple[Answers, list[str]]:
    """The answers of several forms about one item as one, and where they say different things.

    Each comes with the name of its form. Progress and deliverables of all are taken.
    """
    given = [(name, one) for name, one in several if not one.is_empty]
    made = Answers()
    faults = []
    for key, label in VALUES.items():
        said = {plain(text): (name, text) for name, one in given if (text := getattr(one, key))}
        if len(said) > 1:
            listing = "; ".join(f"“{text}” in {name}" for name, text in said.values())
            faults.append(f"{address}, “{label}”: {listing}")
        elif said:
            [(_, text)] = said.values()
            made = Answers(**{**made._asdict(), key: text})
    progress = dict.fromkeys(text for _, one in given for text in one.progress)
    return (
        made._replace(
            progress=tuple(progress),
            deliverables=tuple(fields for _, one in given for fields in one.deliverables),
            remarks=tuple(said for _, one in given for said in one.remarks),
        ),
        faults,
    )


def find(
    plan: Plan, by_address: Mapping[str, Activity], address: str, sent: SentItem
) -> Activity | None:
    """The activity that a form means: of that ID, unless another has the text that was sent.

    It has another ID where the plan was renumbered since. None where there is none.
    """
    by_id = by_address.get(address)
    if by_id is not None and _is_the_same(sent.text, _text(plan, by_id)):
        return by_id
    same = [one for one in by_address.values() if plain(_text(plan, one)) == plain(sent.text)]
    return same[0] if len(same) == 1 else by_id


def _text(plan: Plan, activity: Activity) -> str:
    return text_of(activity.text, str(plan.data.get("language", "en")))


def _is_the_same(was: str, now: str) -> bool:
    """Whether two texts can be those of one activity: most of the words are the same."""
    if plain(was) == plain(now):
        return True
    from difflib import SequenceMatcher

    before, after = words(was) or [*was], words(now) or [*now]
    alike = SequenceMatcher(None, before, after, autojunk=False).ratio()
    return alike >= _ALIKE
