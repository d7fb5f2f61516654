"""What was filled in for an item, as plan data. What cannot be understood is a fault, with why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from planctl.change.fields import FIELDS
from planctl.change.values import value_of
from planctl.errors import PlanctlError, UsageFault
from planctl.forms import lines
from planctl.forms.columns import ASKED
from planctl.forms.days import date_in
from planctl.forms.returned import Value
from planctl.forms.stock_words import (
    is_nothing,
    is_placeholder,
    names_status,
    refuse_error,
    refuse_no_answer,
    status_of,
)
from planctl.patterns import late
from planctl.plan.prose import plain, short

_LABELS = {column.key: column.label for column in ASKED}
_LONGEST = 20_000  # characters of an answer
_MOST_LINES = 200
_LONG_AGO = "1990"  # a year typed as a number of days is a day before that
_CONTROL = late(r"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uD800-\uDFFF\uFFFE\uFFFF]")
_SERIAL = late(r"[3-6][0-9]{4}(?:\.0)?")
_SENTENCE = late(r"[.!。]\s*$")
_FIRST_DAY = 25569  # what Excel counts up to 1 January 1970


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


class _Reading(NamedTuple):
    """What a cell says ("" and () are no answer), what is to be said of it, and what is wrong."""

    value: Any = ""
    remarks: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def answers_of(
    asked: Mapping[str, Value], prefilled: Mapping[str, str], meetings: Sequence[str]
) -> tuple[Answers, list[str]]:
    """What the cells to fill in say, and what is wrong with them, a sentence each.

    What stands in them as it was ``prefilled``, by their columns, says nothing. ``meetings`` are
    the keys of the calendar.
    """
    read = {key: _read(key, one, prefilled.get(key, ""), meetings) for key, one in asked.items()}
    values = {key: one.value for key, one in read.items() if one.value}
    remarks, faults = (
        [f"“{_LABELS[key]}”: {said}" for key, one in read.items() for said in one[place]]
        for place in (1, 2)
    )
    answers = Answers(
        status=values.get("new_status", ""),
        progress=(values["progress"],) if "progress" in values else (),
        deliverables=values.get("deliverables", ()),
        next_step=values.get("next_step", ""),
        due=values.get("due", ""),
        remarks=tuple(remarks),
    )
    return answers, faults


def _read(key: str, value: Value, prefilled: str, meetings: Sequence[str]) -> _Reading:
    """What the cell under a column says."""
    try:
        text = _text(value, prefilled)
        if is_placeholder(text):
            return _Reading(remarks=(f"“{short(text)}” was taken for no answer",))
        match key if text else "":
            case "new_status":
                return _told(*status_of(text))
            case "due":
                return _told(*_due(text, meetings))
            case "deliverables":
                return _deliverables(text.split("\n"))
            case _:
                kept = "\n".join(" ".join(line.split()) for line in text.split("\n"))
                return _Reading(kept, tuple(_doubts(kept)) if key == "progress" else ())
    except PlanctlError as fault:
        return _Reading(faults=(" ".join(str(fault).split()),))


def _told(value: str, said: str) -> _Reading:
    return _Reading(value, (said,) if said else ())


def _doubts(progress: str) -> Iterator[str]:
    """What stands under progress and may be meant for another cell."""
    if names_status(progress):
        yield f"“{progress}” is taken as text; a status is changed under “{_LABELS['new_status']}”"
    for line in progress.split("\n"):
        if named := lines.document_in(line):
            yield (
                f"“{named}” stays part of the text; a document is linked from"
                f" “{_LABELS['deliverables']}”"
            )


def _text(value: Value, prefilled: str) -> str:
    """The text of a cell: its lines without white space around them; "" for no answer."""
    if value.is_formula:
        raise UsageFault("a formula stands here; write the text itself")
    text = value.text
    if len(text) > _LONGEST:
        raise UsageFault(f"this has more than {_LONGEST} characters")
    refuse_error(text)
    if plain(text) == plain(prefilled) or is_nothing(text):
        return ""
    refuse_no_answer(text)
    if found := _CONTROL.search(text):
        before = short(text[: found.start()].rpartition("\n")[2][-30:])
        raise UsageFault(
            f"no plan can hold the character U+{ord(found[0]):04X}, which stands after “{before}”:"
            " remove it"
        )
    kept = (line.strip() for line in text.replace("\r", "\n").split("\n"))
    return "\n".join(filter(None, kept))


def _due(text: str, meetings: Sequence[str]) -> tuple[str, str]:
    """A date as it is stored, or a meeting's key, and what is to be said of it."""
    said = ""
    due = date_in(text)
    if not due and _SERIAL.fullmatch(text):
        due = _counted(int(text.partition(".")[0]))
        said = f"“{text}” was taken for {due}, which Excel counts so"
    due = due or _date_or_meeting(text, meetings)
    if due not in meetings and due < _LONG_AGO:
        raise UsageFault(f"“{due}” is long past; write year, month and day, as in 2021-10-25")
    return due, said


def _counted(days: int) -> str:
    """The day that Excel stores as a number."""
    from datetime import date

    return date.fromordinal(date(1970, 1, 1).toordinal() + days - _FIRST_DAY).isoformat()


def _date_or_meeting(text: str, meetings: Sequence[str]) -> str:
    try:
        return str(value_of(FIELDS["activity"]["due"], [text], meetings))
    except UsageFault as fault:
        raise UsageFault(str(fault).removeprefix("due: ")) from fault


def _deliverables(written: Sequence[str]) -> _Reading:
    """The deliverables, one a line."""
    if len(written) > _MOST_LINES:
        return _Reading(faults=(f"more than {_MOST_LINES} lines",))
    found, remarks, faults = [], [], []
    for line, after in zip_longest(written, written[1:], fillvalue=""):
        if is_nothing(line):
            continue
        try:
            refuse_no_answer(line)
            fields, said = lines.read(line)
            if apart := lines.broken(line, after):
                raise UsageFault(apart)
        except PlanctlError as fault:
            faults.append(str(fault))
            continue
        found += [fields] if fields else []
        if fields.keys() == {"title"} and _SENTENCE.search(line):
            said = f"“{short(line)}” was taken as the title of a deliverable"
        remarks += [said] if said else []
    return _Reading(tuple(found), tuple(remarks), tuple(faults))
