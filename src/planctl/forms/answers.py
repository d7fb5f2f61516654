"""What was filled in for an item, as plan data. What cannot be understood is a fault, with why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
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


def answers_of(
    asked: Mapping[str, Value], prefilled: Mapping[str, str], meetings: Sequence[str]
) -> tuple[Answers, list[str]]:
    """What the cells to fill in say, and what is wrong with them, a sentence each.

    What stands in them as it was ``prefilled``, by their columns, says nothing. ``meetings`` are
    the keys of the calendar.
    """
    texts: dict[str, str] = {}
    faults: list[str] = []
    remarks: list[str] = []

    def at(key: str, how: Callable[[], str]) -> str:
        try:
            return how()
        except PlanctlError as fault:
            faults.append(f"“{_LABELS[key]}”: {fault}")
            return ""

    for key, value in asked.items():
        texts[key] = at(key, partial(_text, value, prefilled.get(key, "")))
        if is_placeholder(texts[key]):
            remarks.append(f"“{_LABELS[key]}”: “{short(texts[key])}” was taken for no answer")
            texts[key] = ""

    def read(key: str, how: Callable[[str], tuple[str, str]]) -> str:
        if not texts.get(key):
            return ""
        found, said = how(texts[key])
        remarks.extend([said] if said else [])
        return found

    status = at("new_status", partial(read, "new_status", status_of))
    due = at("due", partial(read, "due", partial(_due, meetings=meetings)))
    found = [*_deliverables(texts.get("deliverables", ""), faults)]
    return (
        Answers(
            status=status,
            progress=tuple(filter(None, [_lines(texts.get("progress", ""))])),
            deliverables=tuple(fields for fields, _ in found),
            next_step=_lines(texts.get("next_step", "")),
            due=due,
            remarks=(*remarks, *(said for _, said in found if said)),
        ),
        faults,
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


def _lines(text: str) -> str:
    """The lines of a text with single spaces."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


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


def _deliverables(text: str, faults: list[str]) -> Iterator[tuple[dict[str, Any], str]]:
    """The deliverables, one a line, each with what is to be said about it."""
    written = text.split("\n") if text else []
    if len(written) > _MOST_LINES:
        faults.append(f"“{_LABELS['deliverables']}”: more than {_MOST_LINES} lines")
        return
    for line, after in zip_longest(written, written[1:], fillvalue=""):
        try:
            fields, said = lines.read(line)
            if apart := lines.broken(line, after):
                raise UsageFault(apart)
        except PlanctlError as fault:
            faults.append(f"“{_LABELS['deliverables']}”: {fault}")
        else:
            if fields:
                yield fields, said
