"""``planctl deliverables``: the register of all deliverables, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import on_terminal, print_json, say
from planctl.cli.revision import at_option
from planctl.cli.rows import print_rows, rows_option
from planctl.cli.selection import Selection, selection_options
from planctl.errors import UsageFault
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.store.repository import Repository


@click.command(
    "deliverables",
    epilog="\b\nExamples:\n"
    "  planctl deliverables recommendation --plan 73\n"
    "  planctl deliverables --year 2020 --format csv",
)
@click.argument("kind", required=False, shell_complete=completion.kinds)
@click.option("--year", type=click.IntRange(1900, 2199), help="Only those of this year.")
@selection_options
@click.option("--differing", is_flag=True, help="Only those whose citations do not agree.")
@rows_option
@at_option
@pass_desk
def command(
    desk: Desk,
    kind: str | None,
    year: int | None,
    plans: tuple[str, ...],
    statuses: tuple[str, ...],
    bodies: tuple[str, ...],
    differing: bool,
    form: str,
) -> int:
    """List all deliverables of the plans, each once, with where it is cited.

    KIND is that of the deliverables: recommendation, liaison-statement, workshop …; “event” is any
    kind of event. What is cited with different titles, dates or status says so. With a plan, a
    status or a body, only what activities of it cite is listed; where else it is cited is told.
    """
    from planctl.reports import register as reports
    from planctl.review.register import register

    wanted = _kinds(kind) if kind else ()
    chosen = _chosen(desk.repository, Selection(plans, statuses, bodies))
    entries = [
        entry
        for entry in register(file.plan for file in desk.repository.plan_files())
        if (not wanted or entry.kind in wanted)
        and (chosen is None or not chosen.isdisjoint(entry.addresses))
        and (year is None or any(date.startswith(str(year)) for date in entry.dates))
        and (not differing or entry.differences())
    ]
    if form == "json":
        print_json("deliverables", deliverables=reports.as_json(entries))
        return 0
    # A person who asks for one kind knows it, and needs the room for the titles.
    first = 1 if form == "text" and len(wanted) == 1 and on_terminal() else 0
    print_rows(form, reports.HEADS[first:], [row[first:] for row in reports.rows(entries)])
    say(f"{count(len(entries), 'deliverable')}.")
    return 0


def _chosen(repository: Repository, selection: Selection) -> set[str] | None:
    """The addresses of the activities that are asked about; None where all are."""
    if not any(selection):
        return None
    return {plan.address(activity) for plan, _, activity in selection(repository)}


def _kinds(word: str) -> tuple[str, ...]:
    """The kinds that a word means, in the singular or plural; UsageFault where it means none."""
    from planctl.plan.deliverable import EVENT_KINDS
    from planctl.plan.kinds import KIND_WORDS
    from planctl.plan.prose import fold
    from planctl.plan.suggestion import suggestion

    wanted = fold(word).replace("-", " ")
    if wanted in ("event", "events"):
        return EVENT_KINDS
    for kind, names in KIND_WORDS.items():
        if wanted in (kind.replace("-", " "), *(fold(name) for name in names)):
            return (kind,)
    meant = suggestion(word, KIND_WORDS) or f"; there are: {', '.join(KIND_WORDS)}"
    raise UsageFault(f"there is no kind “{word}”{meant}")
