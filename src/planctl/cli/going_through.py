"""What is new in documents, one by one: linked, passed over, or put somewhere else.

Each is written at once, as ``planctl link`` writes it: who stops has lost nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planctl.cli.harvested import entry
from planctl.cli.output import say
from planctl.errors import PlanctlError
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.harvests.placed import Harvest, Placed

_HELP = (
    "Enter links it to the first activity, a number to another of them, an address (73/5.2) to"
    " that one; a year after it chooses the year line (73/9 2025). s skips it, q stops."
)


class _Stop(Exception):
    """The user has had enough."""


def go(ctx: click.Context, harvest: Harvest) -> int:
    """Ask about each piece of evidence that can be linked, and do what is answered."""
    from planctl.review.placing.likeness import aliases

    waiting = [placed for page in harvest for placed in page.placed if placed.is_new]
    if not waiting:
        say("There is nothing new to link.")
        return 0
    say(f"{count(len(waiting), 'new piece')} of evidence. {_HELP}")
    linked: list[frozenset[str]] = []
    try:
        for number, placed in enumerate(waiting, 1):
            names = aliases(placed.found.deliverable)
            click.echo(f"\n{number} of {len(waiting)}", err=True)
            click.echo(entry(placed), err=True)
            if any(names & known for known in linked):
                say("It has just been linked.")
            elif _ask(ctx, placed):
                linked.append(names)
    except (_Stop, click.Abort, KeyboardInterrupt):
        say("")
    left = len(waiting) - len(linked)
    say(f"{len(linked)} linked, {left} not." if left else f"{len(linked)} linked.")
    return 0


def _ask(ctx: click.Context, placed: Placed) -> bool:
    """Ask until something is linked or passed over; whether it was linked."""
    from planctl.change.placement import YearWanted

    choices = [choice.address for choice in placed.place.choices]
    default = choices[0] if choices else "s"
    while True:
        answer = click.prompt("Link to", default=default, err=True).split()
        first = answer[0].lower() if answer else "s"
        if first in ("q", "quit", "stop"):
            raise _Stop
        if first in ("s", "skip"):
            return False
        if first in ("?", "h", "help"):
            say(_HELP)
            continue
        if first.isdecimal():
            if not 0 < int(first) <= len(choices):
                offered = f"; there are {len(choices)}" if choices else ""
                say(f"No activity above has the number {first}{offered}. {_HELP}")
                continue
            answer[0] = choices[int(first) - 1]
        try:
            _link(ctx, placed, answer[0], tuple(answer[1:2]))
        except YearWanted:
            default = f"{answer[0]} {placed.year}".strip()
            say(
                f"The report of {answer[0]} goes by years; write behind it the year that this goes"
                f" under: {default if placed.year else f'{answer[0]} 2020'}"
            )
        except PlanctlError as error:
            say(str(error))
        else:
            return True


def _link(ctx: click.Context, placed: Placed, address: str, under: tuple[str, ...]) -> None:
    """Link it as the command does."""
    from planctl.cli import link
    from planctl.plan.deliverable import FIELDS

    fields = placed.found.for_plan()
    given: dict[str, str | None] = dict.fromkeys(set(FIELDS) - {"ref", "text"})
    given |= {name: str(value) for name, value in fields.items() if name != "ref"}
    ctx.invoke(
        link.command,
        address=address,
        ref=fields.get("ref"),
        under=under,
        same=False,
        again=False,
        as_is=True,
        dry_run=False,
        form="text",
        **given,
    )
