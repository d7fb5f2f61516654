"""What is said of the forms that were collected: why nothing was written, what was, and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planctl.forms.change import Change, compared
from planctl.forms.collecting import Outcome
from planctl.plan.numerals import count
from planctl.plan.prose import listed


def refusal(outcome: Outcome) -> str:
    """The last words where something stands in the way, "" where nothing does."""
    told = [
        *([count(len(outcome.faults), "fault")] if outcome.faults else []),
        *([count(len(outcome.conflicts), "conflict")] if outcome.conflicts else []),
    ]
    if not told:
        return ""
    advice = "Mend the forms, or leave out those that cannot be mended."
    if not outcome.faults:
        advice = (
            "The plans changed since the forms were sent. To keep what a plan says now, clear the"
            " answer in the form; to take the answer, `planctl set` it first."
        )
    return f"Nothing was written: {' and '.join(told)}. {advice}"


def ending(outcome: Outcome, taken: Sequence[Change], *, written: bool) -> str:
    """The last words where nothing stands in the way."""
    if not any(addresses for _, addresses in outcome.answered):
        return "Nothing is filled in there, so nothing changes."
    if not outcome.changes:
        if outcome.in_plans:
            return "All that was answered is in the plans already; nothing was changed."
        return "There is nothing new in what was answered; nothing was changed."
    if not written:
        return f"Nothing was written; {count(len(taken), 'item')} would change."
    if not taken:
        return "No item was changed."
    plans = [*dict.fromkeys(one.plan.key for one in taken)]
    return f"Changed {count(len(taken), 'item')} in {listed(plans)}."


def as_json(outcome: Outcome, taken: Sequence[Change], *, written: bool) -> dict[str, Any]:
    """All of it as JSON data; ``plans`` are the changes, as `planctl diff` has them."""
    from planctl.review.compare import as_json as changes

    return {
        "forms": [
            {"body": sent.body, "meeting": sent.meeting, "answered": list(addresses)}
            for sent, addresses in outcome.answered
        ],
        "plans": [changes.as_json(one) for one in compared(taken)] if taken else [],
        "faults": list(outcome.faults),
        "conflicts": [one._asdict() for one in outcome.conflicts],
        "remarks": list(outcome.remarks),
        "written": written,
    }
