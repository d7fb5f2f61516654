"""What was filled in for an item, as plan data. What cannot be understood is a fault, with why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from planctl.change.fields import FIELDS
from planctl.change.values import value_of
from planctl.errors import PlanctlError, UsageFault
from planctl.forms import lines
from planctl.forms.columns import ASKED
from planctl.forms.question import STATUS_LIST
from planctl.forms.reading import Value
from planctl.patterns import late
from planctl.plan import dates
from planctl.plan.model import STATUSES
from planctl.plan.prose import fold, plain
from planctl.plan.suggestion import suggestion
from planctl.publish.characters import UnwritableTextError, writable
from planctl.publish.languages import WORDINGS

_LABELS = {column.key: column.label for column in ASKED}
_LONGEST = 20_000  # characters of an answer
_MOST_LINES = 200
_CLOCK = late(r" [0-9]{2}:[0-9]{2}")
_LONG_AGO = "1990"  # a year typed as a number of days is a day before that
_NOTHING = frozenset(("n/a", "na", "nil", "none", "nothing", "no change"))


class Answers(NamedTuple):
    """What was answered about an item; "" and () are no answer.

    ``progress`` are texts, one a form; ``deliverables`` are fields as plan data has them;
    ``remarks`` is what was read in a way that the secretary should know of.
    """

    status: str = ""
    progress: tuple[str, ...] = ()
    deliverables: tuple[Mapping[str, Any], ...] = ()
    next_step: str = ""
    due: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return not any(self[:5])


def answers_of(
    asked: Mapping[str, Value], prefilled: Mapping[str, str], meetings: Sequence[str]
) -> tuple[Answers, list[str]]:
    """What the cells to fill in say, and what is wrong with them, a sentence each.

    What stands in them as it was ``prefilled``, by their columns, says nothing. ``meetings`` are
    the keys of the calendar.
    """
    texts: dict[str, str] = {}
    faults: list[str] = []
    for key, value in asked.items():
        try:
            text = _text(value)
            same = plain(text) == plain(prefilled.get(key, ""))
            texts[key] = "" if same or _is_nothing(text) else text
        except PlanctlError as fault:
            faults.append(f"“{_LABELS[key]}”: {fault}")

    def read(key: str, how: Callable[[str], str]) -> str:
        try:
            return how(texts[key]) if texts.get(key) else ""
        except PlanctlError as fault:
            faults.append(f"“{_LABELS[key]}”: {fault}")
            return ""

    found = [*_deliverables(texts.get("deliverables", ""), faults)]
    return (
        Answers(
            status=read("new_status", _status),
            progress=tuple(filter(None, [texts.get("progress", "")])),
            deliverables=tuple(fields for fields, _ in found),
            next_step=texts.get("next_step", ""),
            due=read("due", lambda text: _due(text, meetings)),
            remarks=tuple(said for _, said in found if said),
        ),
        faults,
    )


def _text(value: Value) -> str:
    """The text of a cell: its lines without white space around them, and no empty ones."""
    if value.is_formula:
        raise UsageFault("a formula stands here; write the text itself")
    text = value.text
    if len(text) > _LONGEST:
        raise UsageFault(f"this has more than {_LONGEST} characters")
    try:
        writable(text)
    except UnwritableTextError as error:
        raise UsageFault(str(error)) from error
    kept = (" ".join(line.split()) for line in text.replace("\r", "\n").split("\n"))
    return "\n".join(filter(None, kept))


def _is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to say: "-", "n/a", "None"."""
    return fold(text).strip(" .") in _NOTHING or not any(map(str.isalnum, text))


def _status(text: str) -> str:
    folded = fold(text.replace("-", " "))
    for words in (STATUSES, *(wording.statuses for wording in WORDINGS.values())):
        for status, word in zip(STATUSES, words, strict=True):
            if fold(word.replace("-", " ")) == folded:
                return status
    choices = ", ".join(STATUS_LIST)
    raise UsageFault(f"“{text}” is not one of: {choices}{suggestion(text, STATUS_LIST)}")


def _due(text: str, meetings: Sequence[str]) -> str:
    """A date as it is stored, or a meeting's key."""
    text = _CLOCK.sub("", text)
    found = dates.find(text)
    if len(found) == 1 and found[0][:2] == (0, len(text)):
        due = str(found[0][2])
    elif day := lines.day_of(text):
        due = day
    elif lines.is_unclear_day(text):
        raise UsageFault(lines.unclear_day(text))
    else:
        due = _date_or_meeting(text, meetings)
    if due not in meetings and due < _LONG_AGO:
        raise UsageFault(f"“{due}” is long past; write year, month and day, as in 2021-10-25")
    return due


def _date_or_meeting(text: str, meetings: Sequence[str]) -> str:
    try:
        return str(value_of(FIELDS["activity"]["due"], [text], meetings))
    except UsageFault as fault:
        raise UsageFault(str(fault).removeprefix("due: ")) from fault


def _deliverables(text: str, faults: list[str]) -> Iterator[tuple[dict[str, Any], str]]:
    """The deliverables, one a line, each with what is to be said about it."""
    written = text.split("\n") if text else []
    if len(written) > _MOST_LINES:
        faults.append(f"“{_LABELS['deliverables']}”: more than {_MOST_LINES} lines")
        return
    for line in written:
        try:
            fields, said = lines.read(line)
        except PlanctlError as fault:
            faults.append(f"“{_LABELS['deliverables']}”: {fault}")
        else:
            if fields:
                yield fields, said
