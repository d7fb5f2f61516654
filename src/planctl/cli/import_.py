"""``planctl import``: the tables of a document become plans, or bring plans up to date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.files import files_argument
from planctl.cli.output import format_option, print_json, say
from planctl.cli.question import agreed, yes_option
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.imports.proposal import Proposal
    from planctl.review.compare.changes import Changes


@click.command(
    "import",
    epilog="\b\nExamples:\n"
    "  planctl import annexes.docx --dry-run\n"
    '  planctl import tsb-plan.docx --plan wtsa-95 --edition "Hammamet, 2016" \\\n'
    '      --title "ITU-T initiatives to raise awareness" --lead "ITU-T SG12" --as-of 2021-02 \\\n'
    '      --columns "Action item=level1,Action=activities,Milestone=time plan"',
)
@files_argument()
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
    from planctl.imports.incoming import incoming, proposals
    from planctl.imports.telling import sentences, told_json
    from planctl.ingest.columns import named
    from planctl.ingest.imported import Given
    from planctl.review.compare.plans import compare

    given = Given(key or "", edition or "", title or "", lead or "", _month(as_of))
    labels = named(columns)
    repository = desk.repository
    documents = [incoming(path, view, labels) for path in files]
    made = proposals(repository, documents, given, drop=remove_missing)
    for told in sentences(documents, made, view, verbose=verbose, drop=remove_missing):
        say(told)
    changes = compare([one.was.plan for one in made if one.was], [one.now.plan for one in made])
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
        print_json("import", written=written, **told_json(documents, made, changes))
    return 0 if written or dry_run or not work else 1


def _month(text: str | None) -> str:
    """The month that was given, "" for none; UsageFault where it is no month."""
    import re

    if text and not re.fullmatch(r"[0-9]{4}-(?:0[1-9]|1[0-2])", text):
        raise UsageFault(f"--as-of: “{text}” is not a month; write it as in 2020-10")
    return text or ""


def _show(changes: Changes, keys: Sequence[str]) -> None:
    from planctl.cli.report import print_report
    from planctl.reports.comparison import comparison

    if changes:
        print_report(comparison(changes, "", keys), "text", "", None)


def _agreed(work: Sequence[Proposal], yes: bool) -> bool:
    files = ", ".join(one.now.shown for one in work)
    return yes or agreed(f"Write {files}?", "import")
