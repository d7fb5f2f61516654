"""Which plans belong in an export that is in one language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from planctl.cli.output import say
from planctl.errors import UsageFault
from planctl.plan.prose import listed

if TYPE_CHECKING:
    from planctl.plan.model import Plan
    from planctl.store.repository import Repository

_NAMES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}


class Choice(NamedTuple):
    """The plans to export by their keys, whether they were ``named``, and the keys left out."""

    plans: dict[str, Plan]
    named: bool
    left_out: Sequence[str] = ()


def chosen_plans(repository: Repository, keys: Sequence[str], language: str) -> Choice:
    """The plans to export: those named in ``keys``, or all.

    Of all plans, those are left out that are neither in ``language`` nor in English, unless that
    would be all; which, is said. Raises UsageFault where there is no plan.
    """
    plans = {file.key: file.plan for file in repository.plan_files(keys)}
    return chosen_among(plans, repository, language, named=bool(keys))


def chosen_among(
    plans: dict[str, Plan], repository: Repository, language: str, *, named: bool
) -> Choice:
    """As :func:`chosen_plans`, of plans that are read already."""
    from planctl.publish.annex import is_spoken

    if not plans:
        raise UsageFault(f"there is no plan in {repository.shown(repository.folder)} to export")
    spoken = {key: str(plan.data.get("language", "en")) for key, plan in plans.items()}
    left = [key for key, plan in plans.items() if not (named or is_spoken(plan, language))]
    if len(left) == len(plans):
        return Choice(plans, named)
    for own in dict.fromkeys(spoken[key] for key in left):
        others = [key for key in left if spoken[key] == own]
        are, it = ("is", "it") if len(others) == 1 else ("are", "them")
        say(
            f"{listed(others)} {are} in {_NAMES[own]}, and left out;"
            f" `planctl export {' '.join(others)} --lang {own}` exports {it}."
        )
    kept = {key: plan for key, plan in plans.items() if key not in left}
    return Choice(kept, named, left)
