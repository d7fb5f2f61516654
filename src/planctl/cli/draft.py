"""``planctl draft``: a plan from the text of a resolution, or its next edition into a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, on_terminal, print_json, print_table, say
from planctl.cli.question import agreed, can_ask, yes_option
from planctl.errors import UsageFault
from planctl.plan.numerals import count
from planctl.plan.prose import LANGUAGES

if TYPE_CHECKING:
    from planctl.ingest.resolution.model import Resolution

_LONG = 80  # characters of a directive in a table
_LANGUAGES = click.Choice(LANGUAGES)


@click.command(
    "draft",
    epilog="\b\nExamples:\n"
    '  planctl draft res-95.docx --lead "ITU-T SG5"\n'
    "  planctl draft --into wtsa-73 res-73-geneva.docx",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--into",
    metavar="PLAN",
    shell_complete=completion.plans,
    help="Put the text into this plan, and carry its directives over to it.",
)
@click.option("--plan", "key", metavar="KEY", help="The new plan: pp-182. As the text has it.")
@click.option("--lead", help="Who keeps the new plan: “ITU-T SG5”.")
@click.option("--edition", help="The edition: “Rev. Hammamet, 2016”. As the text has it.")
@click.option("--title", help="The title. As the text has it.")
@click.option("--as-of", help="The month the new plan speaks of: 2020-10. This one.")
@click.option("--language", type=_LANGUAGES, help="The language of the text. Found out.")
@yes_option
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@format_option
@pass_desk
def command(
    desk: Desk,
    /,
    file: Path,
    into: str | None,
    language: str | None,
    yes: bool,
    dry_run: bool,
    form: str,
    **given: str | None,
) -> int:
    """Draft a plan from the text of a resolution in FILE: Word, a web page or plain text.

    The plan holds the operative text, and for each clause that resolves or instructs a directive
    with an activity, ready to be edited. Without the option, title, edition and the like are what
    the text says. Where the marks of a revision were flattened, so that old and new numbers run
    together, they are told apart; what is ambiguous is said, and stands in the plan's notes.

    With --into, the text goes into a plan that there is. If that plan holds the text of an earlier
    edition, or FILE is a Word file with revision marks, the directives are carried over: each
    change is shown and decided, references follow renumbered clauses, closed rows stay as they
    were.
    """
    if into is not None:
        from planctl.cli.carrying import Manner, carry_over

        options = {"key": "--plan", "lead": "--lead", "as_of": "--as-of"}
        stray = [option for name, option in options.items() if given[name]]
        if stray:
            raise UsageFault(f"{', '.join(stray)} is for a new plan; leave out --into, or that")
        return carry_over(desk, file, into, given, language, Manner(yes, dry_run, form))
    from planctl.change import answering
    from planctl.ingest.resolution import drafting, source
    from planctl.store.new_plan import checked, refuse_existing, write_new

    document, found = source.read_file(file, language)
    repository = desk.repository
    key, named = source.named(found, given)
    path = refuse_existing(repository, key)
    lead = _lead(key, given["lead"])
    data = drafting.plan(found, named, lead, given["as_of"] or _this_month(), document.unit)
    data["directives"] = answering.directives(data["clauses"], lead)
    if dry_run:
        checked(path, data)
    for remark in document.remarks:
        say(f"{file.name}: {remark}")
    tell_remarks(found, file, document.unit)
    if form == "text":
        _show(data)
    write = not dry_run and (yes or agreed(f"Write {key} with {_counted(data)}?", "write"))
    if write:
        shown = write_new(repository, key, data)
        say(f"Wrote {shown}: {_counted(data)}. `planctl validate` and `planctl coverage {key}`"
            " say what is left to do.")  # fmt: skip
    else:
        say("Nothing was written.")
    if form == "json":
        remarks = [one._asdict() for one in found.remarks]
        print_json("draft", plan=key, data=data, remarks=remarks, written=write)
    return 0 if write or dry_run else 1


def tell_remarks(found: Resolution, file: Path, unit: str) -> None:
    """Say what was not understood, or not for certain; ``unit`` is what the file's places count."""
    for one in found.remarks:
        say(f"{file.name}, {unit} {one.place}: {one.message}.")


def _lead(key: str, given: str | None) -> str:
    if given:
        return given
    if can_ask():
        return str(click.prompt(f"Who keeps {key}", err=True)).strip()
    raise UsageFault(f'to draft {key}, give --lead: who keeps the plan, as in --lead "ITU-T SG5"')


def _this_month() -> str:
    from planctl.cli.as_of import today

    return today()[:7]


def _show(data: dict[str, Any]) -> None:
    from planctl.plan.clauses import blocks_in
    from planctl.plan.prose import short

    named = data["resolution"]
    say(f"{named['assembly']} Resolution {named['number']} ({named['edition']}): {named['title']}")
    rows = [
        (one["id"], one["references"], "; ".join(one["activities"][0]["responsible"]), one["text"])
        for one in data["directives"]
    ]
    if on_terminal():
        rows = [(*row[:3], short(row[3], _LONG)) for row in rows]
    print_table(("ID", "Clause", "Responsible", "Text"), rows, tall=True)
    blocks = blocks_in(data["clauses"])
    invited = sum(len(block.clauses) for block in blocks if block.kind == "invites")
    if invited:
        others = "invites others; it is" if invited == 1 else "invite others; they are"
        say(f"{count(invited, 'clause')} only {others} kept without a directive.")


def _counted(data: dict[str, Any]) -> str:
    from planctl.plan.clauses import blocks_in

    clauses = sum(len(block.clauses) for block in blocks_in(data["clauses"]))
    return f"{count(clauses, 'clause')}, {count(len(data['directives']), 'directive')}"
