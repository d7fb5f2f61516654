"""``planctl harvest``: what in documents could be evidence, and where it belongs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.files import files_argument
from planctl.cli.output import say
from planctl.cli.rows import rows_option
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.harvests.placed import Harvest


@click.command(
    "harvest",
    epilog="\b\nExamples:\n"
    "  planctl harvest circular.docx --new\n"
    "  planctl harvest update.txt --dated 2025-05 --link",
)
@files_argument()
@click.option(
    "--dated",
    metavar="DATE",
    help="When the documents were written (2025-05), where they do not say it.",
)
@click.option("--new", "only_new", is_flag=True, help="Only what no plan cites yet.")
@click.option("--link", is_flag=True, help="Go through what is new, and link what you choose.")
@rows_option
@pass_desk
@click.pass_context
def command(
    ctx: click.Context,
    desk: Desk,
    files: tuple[Path, ...],
    dated: str | None,
    only_new: bool,
    link: bool,
    form: str,
) -> int:
    """Find in documents what could be evidence, and where in the plans it is or may belong.

    Word documents, web pages, workbooks and text are read. What is found are documents by their
    identifiers, events, publications, web pages, bodies, and what is planned for when, each with
    the sentence it stands in and its line. Nothing is written without --link.
    """
    from planctl.cli import harvested
    from planctl.harvests.placed import place
    from planctl.ingest import files as reader
    from planctl.ingest.evidence import reading

    if link and form != "text":
        raise UsageFault("--link asks one question after the other; leave --format out")
    day = _date(dated) if dated else ""
    found = []
    for path in files:
        document = reader.read(path)
        for remark in document.remarks:
            say(f"{path}: {remark}")
        found.append((path, document.unit, reading.read(document, day)))
    plans = [file.plan for file in desk.repository.plan_files()]
    harvest = place(plans, found, only_new=only_new)
    if link:
        return _link(ctx, harvest)
    harvested.show(harvest, form)
    return 0


def _date(text: str) -> str:
    from planctl.plan import dates

    try:
        return str(dates.parse(text))
    except ValueError as error:
        raise UsageFault(f"--dated: {error}") from error


def _link(ctx: click.Context, harvest: Harvest) -> int:
    from planctl.cli import going_through
    from planctl.cli.question import can_ask

    if not can_ask():
        raise UsageFault("--link asks what to do, and nobody is here to answer; leave it out")
    return going_through.go(ctx, harvest)
