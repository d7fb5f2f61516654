"""``planctl collect``: the answers in forms that came back, taken into the plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.files import files_argument
from planctl.cli.output import format_option, print_json, say
from planctl.cli.question import can_ask
from planctl.cli.report import print_report
from planctl.errors import UsageFault
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.forms.change import Change


@click.command(
    "collect",
    epilog="\b\nExamples:\n"
    "  planctl collect forms/TSAG-2021-10-ITU-T-SG5.xlsx\n"
    "  planctl collect --dry-run forms",
)
@files_argument(folders=True)
@click.option("--yes", "-y", is_flag=True, help="Take in all of it without asking.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--again", is_flag=True, help="Take in answers that were taken in before, too.")
@click.option("--older", is_flag=True, help="Take in forms of an earlier round, too.")
@format_option
@pass_desk
def command(
    desk: Desk,
    files: tuple[Path, ...],
    yes: bool,
    dry_run: bool,
    again: bool,
    older: bool,
    form: str,
) -> int:
    """Take in the forms that `planctl request` made and the bodies have filled in.

    A folder stands for all files in it.

    What each would change is shown, and asked about item by item. A cell that was left as it was
    changes nothing. Where an answer and the plan have both become something else since the form was
    sent, both are shown; then, or where an answer cannot be understood, nothing at all is written.
    The same form may be collected twice: an answer that was taken in is not taken in again,
    whatever became of it in the plan since.
    """
    from planctl.forms import returns, telling
    from planctl.reports import answers

    repository = desk.repository
    plans = [*repository.plan_files()]
    said = [file.plan for file in plans]
    outcome = returns.outcome_of(repository, files, said, again=again, older=older)
    for remark in outcome.remarks:
        say(f"Note: {remark}.")
    for fault in outcome.faults:
        say(fault if fault.endswith((".", "?")) else f"{fault}.")
    refused = telling.refusal(outcome)
    if outcome.conflicts and form == "text":
        print_report(answers.conflicts(outcome.conflicts), "text", "", None)
    taken = [] if refused else _taken(outcome.changes, form, yes=yes, dry_run=dry_run)
    write = not (refused or dry_run)
    if write:
        returns.write(repository, plans, taken, outcome)
    if form == "json":
        print_json("collect", **telling.as_json(outcome, taken, written=write))
    say(refused or telling.ending(outcome, taken, written=write))
    return 1 if refused else 0


def _taken(changes: Sequence[Change], form: str, *, yes: bool, dry_run: bool) -> list[Change]:
    """The changes that are agreed to, of those that are shown; all of them in a dry run."""
    ask = not (yes or dry_run)
    if changes and ask and (form == "json" or not can_ask()):
        _show(changes, form)
        raise UsageFault(
            f"{count(len(changes), 'item')} would change, and nothing was written; give --yes to"
            " take all of it in, --dry-run to only look"
        )
    if not ask:
        _show(changes, form)
        return [*changes]
    return [*_agreed(changes)]


def _agreed(changes: Sequence[Change]) -> Iterator[Change]:
    """Those of the changes, each shown by itself, to which the answer is yes."""
    from planctl.reports.answers import by_itself

    for number, one in enumerate(changes, 1):
        print_report(by_itself(one), "text", "", None)
        answer = click.prompt(
            f"{number} of {len(changes)}: take this in? (yes, no, stop)",
            type=click.Choice(["y", "yes", "n", "no", "s", "stop"], case_sensitive=False),
            default="yes",
            show_choices=False,
            err=True,
        )
        if answer[0] == "s":
            return
        if answer[0] == "y":
            yield one


def _show(changes: Sequence[Change], form: str) -> None:
    if not changes or form != "text":
        return
    from planctl.forms.change import compared
    from planctl.reports.comparison import comparison

    print_report(comparison(compared(changes), ""), "text", "", None)
