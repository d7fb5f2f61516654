"""``planctl export``: the plans as annexes of a Word document."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from planctl.cli import completion
from planctl.cli.cover import cover_options, with_fields
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import count, say
from planctl.cli.revision import at_option
from planctl.cli.since import Since, since_options
from planctl.cli.template import opened


@click.command(
    "export",
    epilog="\b\nExamples:\n  planctl export\n  planctl export 79 72 -o annexes-79-72.docx",
)
@click.argument("keys", metavar="[PLAN]...", nargs=-1, shell_complete=completion.plans)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default=Path("annexes.docx"),
    show_default=True,
    help="The Word file to write; “-” writes it to standard output.",
)
@click.option("--document-number", metavar="TEXT", help="The second line of the page header.")
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Put the tables into a copy of this Word document: at [[planctl]], or at its end.",
)
@cover_options
@since_options
@at_option
@pass_desk
def command(
    desk: Desk,
    keys: tuple[str, ...],
    output: Path,
    document_number: str | None,
    template: Path | None,
    cover: bool,
    on_cover: tuple[tuple[str, str], ...],
    since: Since | None,
) -> int:
    """Export the plans as Annex I, II, III … of a Word document, ready to paste or send.

    All plans in the order of their numbers, or those named, in the order they are named. An
    existing file of that name is replaced.

    A --template is a document of yours: the tables go where [[planctl]] stands in it in a
    paragraph of its own, or [[planctl:wtsa-73]] for one plan, or a bookmark planctl; else at its
    end. All else stays as it is.

    With --changes-since, what changed is marked word by word: as revisions, which accepted give
    the plans as they are and rejected the plans as they were; in colour, for papers that must not
    carry revisions; or as a list of the changes only, what was and what is.
    """
    from planctl.errors import UsageFault
    from planctl.publish import docx
    from planctl.publish.annex import annex

    repository = desk.repository
    _refuse_other_files(output)
    if template and document_number is not None:
        raise UsageFault("the page header is the template's own: leave --document-number out")
    if template and (cover or on_cover):
        raise UsageFault("the front page is the template's own: leave --cover and --on-cover out")
    plans = {file.key: file.plan for file in repository.plan_files(keys)}
    if not plans:
        raise UsageFault(f"there is no plan in {repository.shown(repository.folder)} to export")
    as_of = max(plan.as_of for plan in plans.values())
    states = since and since.states(repository, list(plans.values()), named=bool(keys))
    document = opened(template, output, list(states or plans)) if template else None
    if document:
        states = states and {key: states[key] for key in document.order}
        plans = {key: plans[key] for key in document.order if key in plans}
    if since and states:
        annexes = since.annexes(states, annex)
    else:
        annexes = {key: annex(plan, number) for number, (key, plan) in enumerate(plans.items(), 1)}
    if document_number is None:
        document_number = repository.settings.document_number
    tracking = since.tracking(as_of) if since else None
    front = None
    if cover or on_cover:
        from planctl.plan.cover import cover_from
        from planctl.publish.liaison import liaison

        said = with_fields(cover_from(repository.settings.cover), on_cover)
        front = liaison(said, [*plans.values()], [*annexes.values()], document_number)
    try:
        if document:
            from planctl.publish.docx.template import fill

            data = fill(document, annexes, tracking=tracking)
        else:
            data = docx.write(
                list(annexes.values()),
                document_number=document_number,
                title="; ".join(one.title for one in annexes.values()),
                created=as_of,
                tracking=tracking,
                cover=front,
            )
    except docx.UnwritableTextError as error:
        raise UsageFault(f"Word cannot hold this text: {error}") from error
    if str(output) == "-":
        sys.stdout.buffer.write(data)
        return 0
    from planctl.store.files import replace_file

    replace_file(output, data)
    activities = sum(1 for plan in plans.values() for _ in plan.activities())
    counted = count(activities, "activity", "activities")
    told = f"{_named(len(plans))} ({counted})"
    say(f"Wrote {output}: {since.told(list(annexes.values()), told) if since else told}.")
    return 0


def _refuse_other_files(output: Path) -> None:
    """Raise UsageFault where ``output`` is there and is no Word file: a slip would destroy it."""
    from planctl.errors import UsageFault

    if not output.is_file() or not output.stat().st_size:
        return
    with output.open("rb") as present:
        is_package = present.read(2) == b"PK"
    if not is_package:
        raise UsageFault(f"{output} is no Word file; it stays as it is. Give another name to -o.")


def _named(annexes: int) -> str:
    from planctl.plan.numerals import roman

    if annexes == 1:
        return "Annex I"
    return f"Annex I {'and' if annexes == 2 else 'to'} {roman(annexes)}"
