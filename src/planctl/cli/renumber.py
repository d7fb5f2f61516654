"""``planctl renumber``: new IDs for the items of a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, print_json, print_table, say
from planctl.cli.question import agreed, yes_option
from planctl.errors import UsageFault
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.change.renumbering import Change, Leftover, Move
    from planctl.plan.model import Plan
    from planctl.store.planfile import PlanFile


@click.command(
    "renumber",
    epilog="\b\nExamples:\n"
    "  planctl renumber 73 --dry-run\n"
    "  planctl renumber 79 --from 8 --to 10 --yes",
)
@click.argument("key", metavar="PLAN", shell_complete=completion.plans)
@click.option("--from", "old", metavar="ID", help="Renumber this item only, and what is under it.")
@click.option("--to", "new", metavar="ID", help="The ID that it gets.")
@yes_option
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@format_option
@pass_desk
def command(
    desk: Desk, /, key: str, old: str | None, new: str | None, yes: bool, dry_run: bool, form: str
) -> int:
    """Give the items of PLAN new IDs: 1, 2, 3 … and 1.1, 1.2 … in the order of the file.

    With --from and --to, one item only; a directive takes its activities along. References to what
    is renumbered (“See point 5.1”) are mended, in the other plans too. Everything is shown first.
    An ID of --to must never have been used; numbering the whole plan may use old ones again.
    """
    from planctl.change import renumbering
    from planctl.plan.prose import short
    from planctl.store.history import ids_known

    if (old is None) != (new is None):
        raise UsageFault("--from and --to belong together: --from 5 --to 7")
    repository = desk.repository
    path = repository.path_of(key)
    files = [repository.read(path), *(f for f in repository.plan_files() if f.path != path)]
    plan = files[0].plan
    moves = (
        renumbering.consecutive(plan)
        if old is None or new is None
        else renumbering.single(plan, old.strip(), new.strip(), ids_known(path))
    )
    names = renumbering.renamed(plan, moves)
    keys = list(dict.fromkeys(file.key for file in files))
    mended = {file.path: renumbering.mended(file.plan, plan.key, names, keys) for file in files}
    left = [one for f in files for one in renumbering.leftovers(f.plan, plan.key, names, keys)]
    if not moves:
        say(f"{plan.key} has these numbers already; nothing is to be done.")
    else:
        if form == "text":
            _show(plan, moves, [change for changes in mended.values() for change in changes])
        for one in left:
            say(
                f"{one.address}: the words “{short(one.words)}” still say {one.old}; if they mean"
                f" the item, change them by hand with `planctl edit {one.address}`."
            )
        say("Documents of earlier meetings go on showing the old numbers.")
    write = bool(moves) and not dry_run and _agreed(plan, moves, yes)
    if write:
        changes = {**mended, path: renumbering.id_changes(plan, moves) + mended[path]}
        # Those without a change too: that nobody put a reference in meanwhile is checked there.
        repository.change_all([(file, _edited(file, changes[file.path])) for file in files])
        references = sum(len(changes) for changes in mended.values())
        also = f" and mended {count(references, 'reference')}" if references else ""
        but = f", but not the words in {', '.join(_places(left))} (see above)" if left else ""
        say(f"Renumbered {count(_items(moves), 'item')} of {plan.key}{also}{but}.")
    elif moves:
        say("Nothing was written.")
    if form == "json":
        _print_json(plan, moves, mended, left, written=write)
    return 0 if write or dry_run or not moves else 1


def _places(left: Sequence[Leftover]) -> list[str]:
    return list(dict.fromkeys(one.address for one in left))


def _show(plan: Plan, moves: Sequence[Move], mended: Sequence[Change]) -> None:
    from planctl.plan.prose import text_of

    rows: dict[tuple[str, str], str] = {}
    for move in moves:
        old_and_new = (plan.address(move.item), f"{plan.key}/{move.new}")
        rows.setdefault(old_and_new, text_of(move.item.text))
    print_table(("Old", "New", "Item"), [(*pair, text) for pair, text in rows.items()], tall=False)
    references = [(change.address, *pair) for change in mended for pair in change.phrases]
    if references:
        print_table(("In", "Old", "New"), references, tall=True)


def _items(moves: Sequence[Move]) -> int:
    """How many items move; a directive and an activity with the same ID are one row."""
    return len({(move.old, move.new) for move in moves})


def _agreed(plan: Plan, moves: Sequence[Move], yes: bool) -> bool:
    return yes or agreed(f"Renumber {count(_items(moves), 'item')} of {plan.key}?", "renumber")


def _edited(file: PlanFile, changes: Sequence[Change]) -> str:
    from planctl.store.yaml import edits

    text = file.text.text
    for change in changes:
        text = edits.set_value(text, change.path, change.new)
    return text


def _print_json(
    plan: Plan,
    moves: Sequence[Move],
    mended: Mapping[Path, Sequence[Change]],
    left: Sequence[Leftover],
    *,
    written: bool,
) -> None:
    from planctl.plan.model import Directive

    print_json(
        "renumber",
        plan=plan.key,
        moves=[
            {
                "level": "directive" if isinstance(move.item, Directive) else "activity",
                "old": move.old,
                "new": move.new,
            }
            for move in moves
        ],
        references=[
            {"address": change.address, "old": old, "new": new}
            for changes in mended.values()
            for change in changes
            for old, new in change.phrases
        ],
        leftovers=[one._asdict() for one in left],
        written=written,
    )
