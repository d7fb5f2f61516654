"""The paragraph with which a block of a report begins."""

from __future__ import annotations

from collections.abc import Sequence

from planctl.plan.model import Block
from planctl.plan.prose import Prose


def opening(block: Block) -> Prose | None:
    """What a block prints before its deliverables; None where it has deliverables only.

    Its text, else "2018:", else "See point 3.1".
    """
    if block.text is not None:
        return block.text
    if block.year is not None:
        return f"{block.year}:"
    return see_point(block.see) if block.see else None


def see_point(targets: Sequence[str]) -> str:
    """A cross-reference as printed: "See point 3.1", "See points 3.1 and 79/5"."""
    named = [_named(target) for target in targets]
    if len(named) == 1:
        return f"See point {named[0]}"
    return f"See points {', '.join(named[:-1])} and {named[-1]}"


def _named(target: str) -> str:
    plan, slash, item = target.rpartition("/")
    return f"{item} of the action plan for Resolution {plan.rpartition('-')[2]}" if slash else item
