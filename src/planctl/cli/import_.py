"""``planctl import``: the tables of a document become plans, or bring plans up to date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, print_json, say
from planctl.cli.question import agreed, yes_option
from planctl.errors import UsageFault
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.cli.incoming import Incoming, Proposal
    from planctl.ingest.rows import Remark
    from planctl.review.compare.changes import Changes

_MOST = 6  # items named in one line


@click.command(
    "import",
    epilog="\b\nExamples:\n"
    "  planctl import annexes.docx --dry-run\n"
    '  planctl import tsb-plan.docx --plan wtsa-95 --edition "Hammamet, 2016" \\\n'
    '      --title "ITU-T initiatives to raise awareness" --lead "ITU-T SG12" --as-of 2021-02 \\\n'
    '      --columns "Action item=level1,Action=activities,Milestone=time plan"',
)
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--view",
    type=click.Choice(["final", "original"]),
    default="final",
    show_default=True,
    help="Of a document with revision marks: as if all were accepted, or all rejected.",
)
@click.option(
    "--columns",
    metavar="LABEL=COLUMN,…",
    multiple=True,
    help="What columns with labels of their own hold: “Action=activities”; “-” leaves one out.",
)
@click.option(
    "--plan", "key", metavar="PLAN", shell_complete=completion.plans, help="The plan it is about."
)
@click.option("--edition", metavar="TEXT", help="The resolution's edition: “Rev. Hammamet, 2016”.")
@click.option("--title", metavar="TEXT", help="The resolution's title.")
@click.option("--lead", metavar="BODY", help="Who keeps the plan: “ITU-T SG5”.")
@click.option("--as-of", metavar="MONTH", help="The month the plan speaks of: 2020-10.")
@click.option(
    "--remove-missing",
    is_flag=True,
    help="Take out of a plan what its table does not have; else it stays.",
)
@click.option("--verbose", "-v", is_flag=True, help="List the bullets that were kept as text.")
@yes_option
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@format_option
@pass_desk
def command(
    desk: Desk,
    files: tuple[Path, ...],
    view: Literal["final", "original"],
    columns: tuple[str, ...],
    key: str | None,
    edition: str | None,
    title: str | None,
    lead: str | None,
    as_of: str | None,
    remove_missing: bool,
    verbose: bool,
    yes: bool,
    dry_run: bool,
    form: str,
) -> int:
    """Make plans of the action plans in FILEs: Word documents, web pages, or Excel workbooks.

    Each table with the columns of an action plan is one plan. Where that plan is there already, its
    differences are shown and put into its file; what the table does not show (notes, what is due,
    comments) stays. Nothing is written before a yes, and nothing where any cell would print
    otherwise than it stands in the document.

    A document with revision marks is read with all of them accepted. To keep what they change as a
    step of its own, import it with --view original first, commit, and import it again.
    """
    from planctl.cli.incoming import Incoming, proposals
    from planctl.ingest.columns import named
    from planctl.ingest.files import read
    from planctl.ingest.imported import Given

    given = Given(key or "", edition or "", title or "", lead or "", _month(as_of))
    labels = named(columns)
    repository = desk.repository
    documents = [Incoming(path.as_posix(), read(path, view)) for path in files]
    made, remarks = proposals(repository, documents, given, labels, drop=remove_missing)
    for one in documents:
        _tell_document(one, view)
    for name, remark in remarks:
        say(f"{name}: {remark}")
    for proposal in made:
        _tell(proposal, verbose=verbose, drop=remove_missing)
    changes = _changes(made)
    if form == "text":
        _show(changes, [path.stem for path in repository.files()])
    work = [one for one in made if one.changes]
    written = bool(work) and not dry_run and _agreed(work, yes)
    if written:
        repository.change_all(
            [(one.was, one.now.text.text) for one in work if one.was],
            [one.now for one in work if one.was is None],
        )
        say(f"Wrote {', '.join(one.now.shown for one in work)}.")
    elif work:
        say("Nothing was written.")
    else:
        say("The plans say all this already; nothing is to be done.")
    if form == "json":
        _print_json(made, changes, remarks, written=written)
    return 0 if written or dry_run or not work else 1


def _month(text: str | None) -> str:
    """The month that was given, "" for none; UsageFault where it is no month."""
    import re

    if text and not re.fullmatch(r"[0-9]{4}-(?:0[1-9]|1[0-2])", text):
        raise UsageFault(f"--as-of: “{text}” is not a month; write it as in 2020-10")
    return text or ""


def _tell_document(one: Incoming, view: str) -> None:
    for remark in one.document.remarks:
        say(f"{one.name}: {remark}")
    if one.document.revised:
        other = "original" if view == "final" else "final"
        say(f"{one.name}: --view {other} reads it the other way.")


def _tell(proposal: Proposal, *, verbose: bool, drop: bool) -> None:
    """Say what was chosen, what was not understood, and what the table does not have."""
    from planctl.plan.prose import listed

    made = proposal.made
    for remark in made.remarks:
        say(f"{proposal.source}: {remark}.")
    kept = made.reading.kept
    if kept:
        where = "" if verbose else " (--verbose lists them)"
        what = f"{count(len(kept), 'bullet')} kept as text{where}"
        say(f"{proposal.source}: table {made.table.place}: {what}.")
    for one in kept if verbose else ():
        say(f"  {made.key}/{one.activity}  {one.text}")
    if proposal.missing:
        fate = "goes" if drop else "stays (--remove-missing takes it out)"
        ids = listed(proposal.missing, _MOST)
        say(f"{made.key}: not in the table: {ids}; what is not there {fate}.")


def _changes(made: Sequence[Proposal]) -> Changes:
    from planctl.review.compare.plans import compare

    was = [one.was.plan for one in made if one.was]
    return compare(was, [one.now.plan for one in made])


def _show(changes: Changes, keys: Sequence[str]) -> None:
    from planctl.cli.report import print_report
    from planctl.reports.comparison import comparison

    if changes:
        print_report(comparison(changes, "", keys), "text", "", None)


def _agreed(work: Sequence[Proposal], yes: bool) -> bool:
    files = ", ".join(one.now.shown for one in work)
    return yes or agreed(f"Write {files}?", "import")


def _print_json(
    made: Sequence[Proposal],
    changes: Changes,
    remarks: Sequence[tuple[str, Remark]],
    *,
    written: bool,
) -> None:
    from planctl.cli.incoming import place_json
    from planctl.review.compare.as_json import as_json

    told = {one.plan.key: as_json(one) for one in changes}
    print_json(
        "import",
        written=written,
        plans=[
            {
                **place_json(one),
                "changes": told.get(one.made.key),
                "remarks": [remark._asdict() for remark in one.made.remarks],
                "kept_as_text": [kept._asdict() for kept in one.made.reading.kept],
                "missing": list(one.missing),
            }
            for one in made
        ],
        remarks=[{"file": name, **remark._asdict()} for name, remark in remarks],
    )
