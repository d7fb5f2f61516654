"""``planctl export``: the plans as annexes of a Word document, or in another format."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.cover import cover_options, with_fields
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.drawn import drawn_tables
from planctl.cli.formats import (
    FORMATS,
    Format,
    plainly_refused,
    printed,
    refuse_other_files,
    told_by,
)
from planctl.cli.layout import Look, layout_options
from planctl.cli.output import say
from planctl.cli.revision import at_option
from planctl.cli.since import Since, since_options
from planctl.cli.spoken import Choice, chosen_among, chosen_plans
from planctl.cli.template import opened
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.plan.model import Plan
    from planctl.publish.contents import Contents
    from planctl.publish.docx.as_read import Drawn
    from planctl.publish.table import Annex
    from planctl.store.repository import Repository


@click.command(
    "export",
    epilog="\b\nExamples:\n"
    "  planctl export 79 72 -o action-plans.xlsx\n"
    "  planctl export --changes-since TSAG-2021-01 --template liaison.docx -o annexes.docx",
)
@click.argument("keys", metavar="[PLAN]...", nargs=-1, shell_complete=completion.plans)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="What to write. Left out, the name given to -o tells; without -o it is docx.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="The file to write, else annexes.docx (.html, .xlsx …) here; “-” is standard output.",
)
@click.option(
    "--clipboard",
    is_flag=True,
    help="Put the annexes on the clipboard, to be pasted into Word or a message; write no file.",
)
@click.option("--document-number", metavar="TEXT", help="The second line of the page header.")
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Put the tables into a copy of this Word document: at [[planctl]], or at its end.",
)
@layout_options
@cover_options
@since_options
@at_option
@pass_desk
def command(
    desk: Desk,
    keys: tuple[str, ...],
    form: str | None,
    output: Path | None,
    clipboard: bool,
    document_number: str | None,
    template: Path | None,
    look: Look,
    cover: bool,
    on_cover: tuple[tuple[str, str], ...],
    since: Since | None,
) -> int:
    """Export the plans as Annex I, II, III … of a Word document, ready to paste or send.

    All plans in the order of their numbers, or those named, in the order they are named; of all
    plans, those that are in English or in the language of --lang. An existing file is replaced.

    A --template is a document of yours: the tables go where [[planctl]] stands in it in a
    paragraph of its own, or [[planctl:wtsa-73]] for one plan, or a bookmark planctl; else at its
    end. All else stays as it is.

    With --changes-since, what changed is marked word by word: as revisions, which accepted give
    the plans as they are and rejected the plans as they were; in colour, for papers that must not
    carry revisions; or as a list of the changes only, what was and what is.
    """
    if clipboard and (form or output or template):
        raise UsageFault(
            "--clipboard takes the place of a file: leave out --format, -o and --template"
        )
    form = form or ("html" if clipboard else told_by(output))
    chosen = FORMATS[form]
    target = output or Path(f"annexes{chosen.suffixes[0]}")
    if not clipboard:
        refuse_other_files(target, form)
    has_cover = cover or bool(on_cover)
    _refuse_together(form, template, document_number, look, has_cover=has_cover)
    if document_number is None:
        document_number = desk.repository.settings.document_number
    language, drawn = look.layout.language, None
    if form == "docx" and not (template or since):
        drawn = drawn_tables(desk.repository, keys, look)
        choice = chosen_among(drawn.plans, desk.repository, language, named=bool(keys))
    else:
        choice = chosen_plans(desk.repository, keys, language)
    written: list[bytes] = []
    told = ""
    for one in (chosen, FORMATS["markdown"]) if clipboard else (chosen,):
        contents, told = _contents(
            desk.repository, choice, drawn, target, one, template, look, since
        )
        contents = contents._replace(document_number=document_number)
        if has_cover:
            contents = _with_front_page(desk.repository, contents, on_cover)
        with plainly_refused():
            written.append(one.write(contents))
    if clipboard:
        _put_on_clipboard(told, *written)
    else:
        _put_into(target, told, *written)
    return 0


def _refuse_together(
    form: str,
    template: Path | None,
    document_number: str | None,
    look: Look,
    *,
    has_cover: bool,
) -> None:
    """Raise UsageFault where options do not go with each other."""
    if form != "docx" and (template or has_cover or look.portrait):
        raise UsageFault(
            "a template, a front page and upright pages are for Word only: leave them out, or"
            " write .docx"
        )
    if template and document_number is not None:
        raise UsageFault("the page header is the template's own: leave --document-number out")
    if template and has_cover:
        raise UsageFault("the front page is the template's own: leave --cover and --on-cover out")


def _contents(
    repository: Repository,
    choice: Choice,
    drawn: Drawn | None,
    target: Path,
    chosen: Format,
    template: Path | None,
    look: Look,
    since: Since | None,
) -> tuple[Contents, str]:
    """What is to be written, and how that is told."""
    from planctl.publish.annex import annex
    from planctl.publish.contents import Contents

    def draw(plan: Plan, number: int) -> Annex:
        return printed(annex(plan, number + look.first - 1, look.layout), chosen)

    since = since and since.shown_in(chosen)
    plans = choice.plans
    as_of = max(plan.as_of for plan in plans.values())
    states = since and since.states(repository, choice)
    document = opened(template, target, list(states or plans)) if template else None
    if document:
        states = states and {key: states[key] for key in document.order}
        plans = {key: plans[key] for key in document.order if key in plans}
    if since and states:
        annexes = since.annexes(states, draw, chosen, look.layout)
    else:
        annexes = [draw(plan, number) for number, plan in enumerate(plans.values(), 1)]
    contents = Contents(
        plans=list(plans.values()),
        annexes=annexes,
        layout=look.layout,
        created=as_of,
        first=look.first,
        template=document,
        portrait=look.portrait,
        tracking=since.tracking(as_of) if since else None,
        listed=bool(since and since.form == "list"),
        drawn=drawn.tables if drawn else (),
    )
    counts = drawn.activities if drawn else {key: look.layout.count(plans[key]) for key in plans}
    told = contents.told(sum(counts[key] for key in plans))
    return contents, since.told(annexes, told) if since else told


def _with_front_page(
    repository: Repository, contents: Contents, on_cover: Sequence[tuple[str, str]]
) -> Contents:
    from planctl.plan.cover import cover_from
    from planctl.publish.liaison import liaison

    said = with_fields(cover_from(repository.settings.cover), on_cover)
    number = contents.document_number
    return contents._replace(
        cover=liaison(said, contents.plans, contents.annexes, number, contents.layout.language)
    )


def _put_into(target: Path, told: str, data: bytes) -> None:
    if str(target) == "-":
        sys.stdout.buffer.write(data)
        return
    from planctl.store.replacing import replace_file

    replace_file(target, data)
    say(f"Wrote {target}: {told}.")


def _put_on_clipboard(told: str, page: bytes, plain: bytes) -> None:
    from planctl import clipboard

    clipboard.put(page.decode("utf-8"), plain.decode("utf-8"))
    say(f"On the clipboard: {told}.")
