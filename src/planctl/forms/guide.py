"""What a form says on its first page: what for, by when, how it is filled in, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planctl.forms.columns import EXAMPLE
from planctl.forms.question import Form
from planctl.plan.cover import Contact
from planctl.plan.meeting import written
from planctl.plan.numerals import count

ITEMS = "Items"
"""The sheet of an Excel form on which the items stand."""

_HOW = (
    "Fill in the yellow cells{} only. What you leave as it is stays as it is in the action plan.",
    "New status: choose from the list, if the status is no longer the one shown.",
    "Progress: say what has happened, in the words that the action plan is to print; where nothing"
    " has, write “no change”.",
    f"New deliverables: one a line: identifier, title, date, link. For example: {EXAMPLE}",
    "Next step, and Due: what comes next, and by when: a date (2021-10-25) or a meeting.",
)


class Part(NamedTuple):
    """A part of the page: its label, and lines of text."""

    label: str
    lines: tuple[str, ...]


def guide(form: Form, *, in_sheets: bool = False) -> Iterator[Part]:
    """The parts of the first page, in their order; ``in_sheets`` is whether it is an Excel form."""
    meeting = form.meeting
    stale = sum(one.stale for one in form.questions)
    yield Part("To", (form.body,))
    wanted = f"Progress on these action plans, for {_meeting(form)}:"
    yield Part("What for", (wanted, *form.resolutions))
    if form.by:
        yield Part("Please answer by", (written(form.by),))
    else:
        yield Part("Please answer", (f"before {written(meeting.start)}",))
    items = f"{count(len(form.questions), 'item')}"
    if stale:
        which = "it has" if items == "1 item" else f"{stale} of them {_have(stale)}"
        items += f"; {which} not moved for some time (see “Please note”)"
    yield Part("Your items", (f"{items}.",))
    where = f" on the sheet “{ITEMS}” (its tab is at the bottom)" if in_sheets else ""
    yield Part("How to fill it in", tuple(line.format(where) for line in _HOW))
    yield Part("Then", ("Save the file under its name, and send it back.",))
    if form.contacts:
        yield Part("Questions to", tuple(map(_contact, form.contacts)))


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _meeting(form: Form) -> str:
    name, place = form.meeting.name or form.meeting.key, form.meeting.place
    return f"{name}, {form.meeting.days}{f', {place}' if place else ''}"


def _contact(contact: Contact) -> str:
    said = (contact.name, contact.organization, contact.country, contact.email, contact.telephone)
    return ", ".join(filter(None, said))
