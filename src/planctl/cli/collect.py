"""``planctl collect``: the answers in forms that came back, taken into the plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, print_json, say
from planctl.cli.question import can_ask
from planctl.cli.report import print_report
from planctl.errors import UsageFault
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.forms.change import Change
    from planctl.forms.collecting import Outcome
    from planctl.store.planfile import PlanFile
    from planctl.store.repository import Repository


@click.command(
    "collect",
    epilog="\b\nExamples:\n"
    "  planctl collect forms/TSAG-2021-10-ITU-T-SG5.xlsx\n"
    "  planctl collect --dry-run forms/*.xlsx",
)
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
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

    What each would change is shown, and asked about item by item. A cell that was left as it was
    changes nothing. Where an answer and the plan have both become something else since the form was
    sent, both are shown; then, or where an answer cannot be understood, nothing at all is written.
    The same form may be collected twice: an answer that was taken in is not taken in again,
    whatever became of it in the plan since.
    """
    from planctl.forms.returns import outcome_of

    repository = desk.repository
    plans = [*repository.plan_files()]
    outcome = outcome_of(repository, files, [file.plan for file in plans], again=again, older=older)
    for remark in outcome.remarks:
        say(f"Note: {remark}.")
    refused = _refusal(outcome, form)
    taken = [] if refused else _taken(outcome.changes, form, yes=yes, dry_run=dry_run)
    write = not (refused or dry_run)
    if write:
        _write(repository, plans, taken, outcome)
    if form == "json":
        _print_json(outcome, taken, written=write)
    if refused:
        say(refused)
    else:
        say(_told(taken, outcome, written=write))
    return 1 if refused else 0


def _refusal(outcome: Outcome, form: str) -> str:
    """What to say where nothing can be taken in, after all that stands in the way was shown."""
    from planctl.reports import answers

    for fault in outcome.faults:
        say(fault if fault.endswith((".", "?")) else f"{fault}.")
    if outcome.conflicts and form == "text":
        print_report(answers.conflicts(outcome.conflicts), "text", "", None)
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


def _write(
    repository: Repository,
    files: Sequence[PlanFile],
    taken: Sequence[Change],
    outcome: Outcome,
) -> None:
    """Write the plans, and beside them who has answered."""
    from planctl.forms.change import data_with
    from planctl.forms.returns import records_of
    from planctl.store import requests
    from planctl.store.yaml.rewriting import rewrite

    changed = {one.plan.key for one in taken}
    plans = [
        (file, rewrite(file.text.text, data_with(file.plan, taken)))
        for file in files
        if file.key in changed
    ]
    requests.write(repository, records_of(repository, outcome, taken), plans)


def _told(taken: Sequence[Change], outcome: Outcome, *, written: bool) -> str:
    from planctl.plan.prose import listed

    answered = sum(len(addresses) for _, addresses in outcome.answered)
    if not answered:
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


def _print_json(outcome: Outcome, taken: Sequence[Change], *, written: bool) -> None:
    from planctl.forms.change import compared
    from planctl.review.compare.as_json import as_json

    print_json(
        "collect",
        forms=[
            {"body": sent.body, "meeting": sent.meeting, "answered": list(addresses)}
            for sent, addresses in outcome.answered
        ],
        plans=[as_json(one) for one in compared(taken)] if taken else [],
        faults=list(outcome.faults),
        conflicts=[one._asdict() for one in outcome.conflicts],
        remarks=list(outcome.remarks),
        written=written,
    )
