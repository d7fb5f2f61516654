"""``planctl remove``: an activity or a directive, with everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, item_json, print_json, say
from planctl.cli.question import can_ask
from planctl.cli.target import item_at
from planctl.errors import PlanctlError, UsageFault
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.plan.model import Activity, Directive, Plan
    from planctl.store.planfile import PlanFile
    from planctl.store.repository import Repository


@click.command(
    "remove",
    epilog="\b\nExamples:\n  planctl remove 73/5.2\n  planctl remove 72/2 --yes",
)
@click.argument("address", shell_complete=completion.addresses)
@click.option("--yes", "-y", is_flag=True, help="Do not ask; remove it though others point at it.")
@click.option(
    "--directive",
    is_flag=True,
    help="Remove the directive and all its activities where one of them has the same ID.",
)
@format_option
@pass_desk
def command(desk: Desk, address: str, yes: bool, directive: bool, form: str) -> int:
    """Remove an activity (73/5.2), or a directive with its activities (73/5).

    Shows what goes and asks. An only activity that has its directive's ID goes with the directive:
    they are one row. Nothing is removed that another item points at, unless --yes is given.
    """
    from planctl.store.yaml import edits

    file, plan, items = desk.repository.find(address)
    item = _item(plan, items, address, directive)
    name = plan.address(item)
    _show(file, plan, item)
    pointing = _pointing_at(desk.repository, plan, item)
    if pointing and not yes:
        raise PlanctlError(
            f"{', '.join(pointing)} would point at nothing (“See point …”), so {name} was not"
            " removed. Change that first, or give --yes."
        )
    if not yes:
        if not can_ask():
            raise UsageFault(f"to remove {name} give --yes; there is no terminal to ask on")
        if not click.confirm(f"Remove {name}?", err=True):
            say("Nothing was removed.")
            return 1
    fate = _fate_of_id(file, item)
    siblings, index = item.path[:-1], int(item.path[-1])
    desk.repository.change(file, lambda text: edits.remove_item(text, siblings, index))
    say(f"Removed {name} from {file.shown}.{fate}")
    if pointing:
        say(f"Now pointing at nothing: {', '.join(pointing)}.")
    if form == "json":
        print_json("remove", item=item_json(name, item.data))
    return 0


def _fate_of_id(file: PlanFile, item: Directive | Activity) -> str:
    """What becomes of the ID; "" where the history of the file is not known."""
    from planctl.store.history import UnknownHistory, ids_ever_used

    try:
        known = item.id in ids_ever_used(file.path)
    except UnknownHistory:
        return ""
    if known:
        return " Its ID will not be given out again."
    return " Its ID was never committed to git, so `planctl add` may give it out again."


def _item(
    plan: Plan, items: list[Directive | Activity], address: str, directive: bool
) -> Directive | Activity:
    """What the address means: the activity, or the directive where the activity is all it has."""
    from planctl.plan.model import Directive

    instead = ". A plan is removed by deleting its file"
    item = item_at(plan, items, address, directive=directive, instead=instead)
    row = items[0]
    return row if isinstance(row, Directive) and len(row.activities) <= 1 else item


def _show(file: PlanFile, plan: Plan, item: Directive | Activity) -> None:
    """Say what would go: the item, its activities, how much evidence, and the comments within."""
    from planctl.plan.model import Directive
    from planctl.plan.prose import text_of
    from planctl.store.yaml.comments import comments_in
    from planctl.store.yaml.edits import fragment

    activities = item.activities if isinstance(item, Directive) else (item,)
    say(f"{plan.address(item)}  {text_of(item.text)}")
    for activity in activities:
        if activity.id != item.id:
            say(f"  {plan.address(activity)}  {text_of(activity.text)}")
    evidence = sum(1 for activity in activities for _ in activity.deliverables())
    comments = comments_in(fragment(file.text.text, item.path))
    parts = [count(evidence, "deliverable")]
    if isinstance(item, Directive):
        parts.insert(0, count(len(activities), "activity", "activities"))
    if comments:
        parts.append(count(len(comments), "comment"))
    say(f"  with {', '.join(parts)}")
    for comment in comments:
        say(f"    {comment}")


def _pointing_at(repository: Repository, plan: Plan, item: Directive | Activity) -> list[str]:
    """The addresses of the activities, in any plan, that point at the item or at one within it."""
    from planctl.change.references import references
    from planctl.plan.model import Directive

    gone = {item.id}
    if isinstance(item, Directive):
        gone |= {activity.id for activity in item.activities}
    elif any(directive.id == item.id for directive in plan.directives):
        return []  # its directive stays, under the same ID
    within = {f"{plan.key}/{one}" for one in gone}
    keys = list(dict.fromkeys(path.stem for path in repository.files()))
    pointing = [
        one.address
        for file in repository.plan_files()
        for one in references(file.plan, keys)
        if one.plan == plan.key and one.item in gone and one.address not in within
    ]
    return list(dict.fromkeys(pointing))
