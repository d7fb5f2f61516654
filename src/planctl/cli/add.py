"""``planctl add``: a new directive, or a new activity under one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, item_json, print_json, say
from planctl.cli.question import can_ask
from planctl.cli.selection import STATUS_CHOICE
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.plan.model import Activity, Directive, Plan
    from planctl.store.planfile import PlanFile


@click.command(
    "add",
    epilog="\b\nExamples:\n"
    '  planctl add 73 "Raise awareness of e-waste" --references "Resolves (xi)"\n'
    '  planctl add 73/5 "Organize a forum on e-waste" -r "ITU-T SG5 (Q7/5)" -r WHO',
)
@click.argument("target", shell_complete=completion.addresses)
@click.argument("text")
@click.option("--references", "-R", help="The operative clause: “Resolves (i)”.")
@click.option("--activity", help="The new directive's activity; TEXT itself where absent.")
@click.option("--responsible", "-r", multiple=True, help="Who is responsible (may be repeated).")
@click.option("--time-plan", help="The Time plan column; “Ongoing” where absent.")
@click.option("--status", "-s", type=STATUS_CHOICE, help="“ongoing” where absent.")
@click.option("--due", help="When it is due: a date, or the key of a meeting.")
@click.option("--id", "given_id", metavar="ID", help="The ID; the next free one where absent.")
@click.option("--dry-run", is_flag=True, help="Show the lines, and write nothing.")
@format_option
@pass_desk
def command(
    desk: Desk,
    /,
    target: str,
    given_id: str | None,
    dry_run: bool,
    form: str,
    **given: Any,
) -> int:
    """Add a directive to a plan (TARGET 73), or an activity to a directive (TARGET 73/5).

    TEXT is what the resolution asks for, or what is being done about it. A directive needs
    --references, an activity --responsible; a directive with --responsible gets an activity at
    once. An ID that was ever used is not given out again.
    """
    from planctl.change.additions import new_activity, new_directive
    from planctl.store.yaml import edits

    file, plan, items = desk.repository.find(target)
    directive = _directive(plan, items, target)
    meetings = [meeting.key for meeting in desk.repository.settings.meetings]
    make = new_activity if directive else new_directive
    make("0", given, meetings)  # what was typed is checked before anybody is asked for an ID
    new_id = _new_id(file, plan, directive, given_id)
    item = make(new_id, given, meetings)
    siblings = (*directive.path, "activities") if directive else ("directives",)
    index = len(directive.activities if directive else plan.directives)

    def edit(text: str) -> str:
        return edits.insert_item(text, siblings, index, item)

    address = f"{plan.key}/{new_id}"
    if dry_run:
        say(f"Nothing was written. {address} would be added to {file.shown}:")
        if form == "text":
            click.echo("\n".join(_added_lines(file.text.text, edit(file.text.text))))
    else:
        desk.repository.change(file, edit)
        say(f"Added {_named(address, item)} to {file.shown}.")
    if directive and new_id != directive.id:
        _tell_of_shared_id(plan, directive)
    if form == "json":
        print_json("add", item=item_json(address, item))
    return 0


def _directive(plan: Plan, items: list[Directive | Activity], target: str) -> Directive | None:
    """The directive to add an activity to; None where the target is the plan."""
    from planctl.plan.model import Directive

    if not items:
        return None
    if isinstance(items[0], Directive):
        return items[0]
    parent = next(one for one, activity in plan.activities() if activity in items)
    raise UsageFault(
        f"{target} is an activity; an activity is added to a directive:"
        f" planctl add {plan.address(parent)}"
    )


def _new_id(file: PlanFile, plan: Plan, directive: Directive | None, given: str | None) -> str:
    """The ID asked for, or the next free one; on a terminal a person may choose another."""
    from planctl.change.additions import free_id, refuse_taken
    from planctl.store.history import UnknownHistory, ids_ever_used

    try:
        formerly = ids_ever_used(file.path)
    except UnknownHistory:
        if given is None:
            raise
        formerly = set()  # whoever gives an ID answers for it
    if given is None:
        given = free_id(directive, plan.ids() | formerly)
        if can_ask():
            what = "activity" if directive else "directive"
            given = click.prompt(f"ID of the new {what}", default=given, err=True).strip()
    refuse_taken(given, plan, directive, formerly)
    return given


def _named(address: str, item: dict[str, Any]) -> str:
    if "activities" not in item:
        return f"activity {address}"
    return f"directive {address}{' with an activity' if item['activities'] else ''}"


def _tell_of_shared_id(plan: Plan, directive: Directive) -> None:
    from planctl.change.additions import shares_id

    if shares_id(directive):
        say(
            f"The activity {plan.address(directive)} still has no number of its own;"
            f" `planctl renumber {plan.key}` gives it one."
        )


def _added_lines(old: str, new: str) -> list[str]:
    """The lines that ``new`` has and ``old`` has not; they stand in one place."""
    before, after = old.splitlines(), new.splitlines()
    first = 0
    while first < len(before) and before[first] == after[first]:
        first += 1
    last = len(after)
    while (
        last > first
        and len(before) - (len(after) - last) > first
        and (before[last - 1 - len(after)] == after[last - 1])
    ):
        last -= 1
    return after[first:last]
