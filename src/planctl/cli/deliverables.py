"""``planctl deliverables``: the register of all deliverables, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import count, print_json, say
from planctl.cli.revision import at_option
from planctl.cli.rows import print_rows, rows_option
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.review.register import Entry

_HEADS = ("Kind", "Deliverable", "Title", "Date", "Cited in", "Differences")


@click.command(
    "deliverables",
    epilog="\b\nExamples:\n"
    "  planctl deliverables recommendation --plan 73\n"
    "  planctl deliverables --year 2020 --format csv",
)
@click.argument("kind", required=False)
@click.option("--year", type=click.IntRange(1900, 2199), help="Only those of this year.")
@click.option(
    "--plan",
    "-p",
    "plans",
    multiple=True,
    metavar="PLAN",
    shell_complete=completion.plans,
    help="Only what this plan cites (may be repeated).",
)
@click.option("--differing", is_flag=True, help="Only those whose citations do not agree.")
@rows_option
@at_option
@pass_desk
def command(
    desk: Desk,
    kind: str | None,
    year: int | None,
    plans: tuple[str, ...],
    differing: bool,
    form: str,
) -> int:
    """List all deliverables of the plans, each once, with where it is cited.

    KIND is that of the deliverables: recommendation, liaison-statement, workshop …; “event” is any
    kind of event. What is cited with different titles, dates or status says so.
    """
    from planctl.review.register import register

    wanted = _kinds(kind) if kind else ()
    keys = {desk.repository.path_of(plan).stem for plan in plans}
    entries = [
        entry
        for entry in register(file.plan for file in desk.repository.plan_files())
        if (not wanted or entry.kind in wanted)
        and (not keys or any(one.partition("/")[0] in keys for one in entry.addresses))
        and (year is None or any(date.startswith(str(year)) for date in entry.dates))
        and (not differing or entry.differences())
    ]
    if form == "json":
        print_json("deliverables", deliverables=[as_json(entry) for entry in entries])
        return 0
    print_rows(form, _HEADS, [_row(entry) for entry in entries])
    say(f"{count(len(entries), 'deliverable')}.")
    return 0


def as_json(entry: Entry) -> dict[str, Any]:
    """An entry of the register as JSON."""
    from planctl.plan.deliverable import line

    return {
        "kind": entry.kind or None,
        "name": entry.name,
        "titles": entry.titles,
        "dates": entry.dates,
        "status": entry.stages,
        "counterparts": entry.twins,
        "formerly": entry.former,
        "differences": entry.differences(),
        "cited": [
            {"address": one.address, "line": line(one.deliverable)} for one in entry.citations
        ],
    }


def _row(entry: Entry) -> tuple[str, ...]:
    from planctl.plan.kinds import KIND_WORDS
    from planctl.plan.prose import plain

    title = entry.titles[0] if entry.titles else ""
    return (
        KIND_WORDS[entry.kind][0] if entry.kind in KIND_WORDS else "",
        entry.name if entry.first.ref or not title else "",
        plain(title),
        ", ".join(entry.dates),
        ", ".join(entry.addresses),
        "; ".join(entry.differences()),
    )


def _kinds(word: str) -> tuple[str, ...]:
    """The kinds that a word means, in the singular or plural; UsageFault where it means none."""
    from planctl.plan.deliverable import EVENT_KINDS
    from planctl.plan.kinds import KIND_WORDS
    from planctl.plan.prose import fold

    wanted = fold(word).replace("-", " ")
    if wanted in ("event", "events"):
        return EVENT_KINDS
    for kind, names in KIND_WORDS.items():
        if wanted in (kind.replace("-", " "), *(fold(name) for name in names)):
            return (kind,)
    raise UsageFault(f"there is no kind “{word}”; there are: {', '.join(KIND_WORDS)}")
