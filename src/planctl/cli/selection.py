"""Which activities a listing is about: the options that every listing takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from planctl.cli import completion

if TYPE_CHECKING:
    from planctl.plan.model import Activity, Directive, Plan
    from planctl.store.repository import Repository

F = TypeVar("F", bound=Callable[..., object])

STATUS_CHOICE = click.Choice(["not-started", "ongoing", "completed", "suspended", "superseded"])


responsible_option = click.option(
    "--responsible",
    "-r",
    "bodies",
    multiple=True,
    metavar="BODY",
    help="Only what this body answers for: SG5, Q3/5, TSB (may be repeated).",
)


class Selection(NamedTuple):
    """What to list: plans by key, statuses, and bodies (any of each; empty means all)."""

    plans: tuple[str, ...]
    statuses: tuple[str, ...]
    bodies: tuple[str, ...]

    def __call__(self, repository: Repository) -> Iterator[tuple[Plan, Directive, Activity]]:
        """The activities that fit, in the order of the plans' tables."""
        from planctl.plan import responsibility

        for file in repository.plan_files(self.plans):
            plan = file.plan
            for directive, activity in plan.activities():
                if self.statuses and activity.status not in self.statuses:
                    continue
                if self.bodies and not any(
                    responsibility.matches(body, entry)
                    for body in self.bodies
                    for entry in activity.responsible
                ):
                    continue
                yield plan, directive, activity


def selection_options(command: F) -> F:
    """Add ``--plan``, ``--status`` and ``--responsible`` to a listing."""
    options = (
        click.option(
            "--plan",
            "-p",
            "plans",
            multiple=True,
            metavar="PLAN",
            shell_complete=completion.plans,
            help="Only this plan (may be repeated).",
        ),
        click.option(
            "--status",
            "-s",
            "statuses",
            multiple=True,
            type=STATUS_CHOICE,
            help="Only activities with this status (may be repeated).",
        ),
        responsible_option,
    )
    for option in reversed(options):
        command = option(command)
    return command
