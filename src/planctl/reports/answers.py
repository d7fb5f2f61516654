"""Who has answered a request for progress, and what stands in the way of taking answers in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from planctl.forms.change import Change, compared
from planctl.forms.merging import Conflict
from planctl.plan.meeting import written
from planctl.plan.model import STATUS_WORDS
from planctl.plan.numerals import count
from planctl.plan.prose import listed
from planctl.reports.comparison import comparison
from planctl.reports.document import Document, Heading, Paragraph, Table, line

if TYPE_CHECKING:
    from planctl.store.requests import Record


def status(record: Record) -> Document:
    """The bodies that were asked, and about how many items each has answered."""
    by = f", to be answered by {written(record.by)}" if record.by else ""
    silent = [one.body for one in record.bodies if one.answered is None]
    have = len(record.bodies) - len(silent)
    has = "has" if 1 in (have, len(record.bodies)) else "have"
    told = f"{have} of {count(len(record.bodies), 'body', 'bodies')} {has} answered"
    rows = tuple(
        (
            one.body,
            str(one.items),
            "silent" if one.answered is None else str(len(one.answered)),
        )
        for one in record.bodies
    )
    return (
        Heading(line(f"{record.meeting}{by}")),
        Table(("Body", "Items", "Answered"), rows),
        Paragraph(line(f"{told}{f'; silent: {listed(silent)}' if silent else ''}.")),
    )


def status_json(record: Record) -> dict[str, Any]:
    """The same as JSON data; ``answered`` is null where a body is silent."""
    return {
        "meeting": record.meeting,
        "by": record.by or None,
        "bodies": [
            {
                "body": one.body,
                "items": one.items,
                "answered": None if one.answered is None else list(one.answered),
            }
            for one in record.bodies
        ],
    }


def by_itself(change: Change) -> Document:
    """What changes in one item, as `planctl diff` tells it, without the plan's summary."""
    told = comparison(compared([change]), "", [change.plan.key])
    at = next(at for at, part in enumerate(told) if isinstance(part, Heading) and part.level == 2)
    return told[at:]


def conflicts(found: Iterable[Conflict]) -> Document:
    """What changed in the plans since a form was sent, and in the form too, side by side."""
    rows = tuple(
        (one.address, one.what, *map(_said, (one.sent, one.now, one.answered))) for one in found
    )
    return (Table(("Item", "", "As it was sent", "In the plan now", "In the form"), rows),)


def _said(text: str) -> str:
    return STATUS_WORDS.get(text, text) or "-"
