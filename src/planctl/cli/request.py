"""``planctl request``: forms for the bodies that are responsible, and who has answered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.as_of import today
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import print_json, say
from planctl.cli.question import can_ask
from planctl.cli.report import print_report
from planctl.errors import UsageFault
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.forms.question import Form
    from planctl.store.repository import Repository

_FORMS = ("xlsx", "docx")


@click.command(
    "request",
    epilog="\b\nExamples:\n"
    "  planctl request --meeting TSAG-2021-10 -o forms\n"
    "  planctl request --status",
)
@click.option(
    "--responsible",
    "-r",
    "bodies",
    multiple=True,
    metavar="BODY",
    help="Ask only this body: SG5, Q3/5, TSB (may be repeated).",
)
@click.option(
    "--meeting",
    "-m",
    "key",
    metavar="MEETING",
    shell_complete=completion.meetings,
    help="The meeting that the answers are for; the next one if left out.",
)
@click.option(
    "--by", metavar="DAY", help="By when; the meeting's deadline for documents if left out."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*_FORMS, "text", "json"]),
    help="Excel (xlsx, if left out) or Word (docx) forms; with --status, text or json.",
)
@click.option(
    "--output",
    "-o",
    "folder",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the forms.",
)
@click.option("--all", "closed", is_flag=True, help="Ask about completed and superseded items too.")
@click.option("--force", is_flag=True, help="Replace forms that are in the folder already.")
@click.option("--status", is_flag=True, help="Tell who has answered, and who is silent.")
@pass_desk
def command(
    desk: Desk,
    bodies: tuple[str, ...],
    key: str | None,
    by: str | None,
    form: str | None,
    folder: Path | None,
    closed: bool,
    force: bool,
    status: bool,
) -> int:
    """Make a form for each body that is responsible for something open, to be sent to it.

    A form shows the body's items as they stand, marks what has not moved, and asks for the new
    status, the progress, new deliverables, the next step and when it is due. `planctl collect`
    takes in what comes back. Who was asked is kept in requests/MEETING.yaml, beside the plans.
    """
    from planctl.forms import sending
    from planctl.forms.asking import named

    if status:
        return _status(desk.repository, key, form)
    if form in ("text", "json"):
        raise UsageFault(f"--format {form} goes with --status; a form is xlsx or docx")
    if folder is None:
        raise UsageFault("name the folder that the forms go into, with -o FOLDER")
    repository, kind = desk.repository, form or "xlsx"
    meeting = sending.meeting_for(repository, key, today())
    by_day = sending.last_day(meeting, by)
    made = sending.forms_for(repository, meeting, by_day, bodies, closed=closed)
    files = {folder / f"{name}.{kind}": one for name, one in named(made).items()}
    _refuse_present([*files], force)
    _told(files, sending.send(repository, files, kind))
    if idle := sending.not_asked(bodies, made):
        say(f"Nothing is open for {' or '.join(idle)}, so no form was made there.")
    return 0


def _refuse_present(paths: Sequence[Path], force: bool) -> None:
    """Raise UsageFault where files would be replaced, which may hold answers already."""
    present = [path for path in paths if path.exists()]
    if not present or force:
        return
    named = present[0].name if len(present) == 1 else f"{len(present)} of these forms"
    told = f"{named} {'is' if len(present) == 1 else 'are'} in {present[0].parent} already"
    if not can_ask():
        raise UsageFault(
            f"{told}, perhaps with answers; nothing was written. --force replaces them."
        )
    if not click.confirm(f"{told}, perhaps with answers. Replace?", default=False, err=True):
        raise click.Abort


def _told(files: dict[Path, Form], record: Path) -> None:
    from planctl.plan.meeting import written
    from planctl.reports.document import Table

    first = next(iter(files.values()))
    by = f", to be answered by {written(first.by)}" if first.by else ""
    folder = next(iter(files)).parent.as_posix()
    say(f"Wrote {count(len(files), 'form')} to {folder} for {first.meeting.key}{by}:")
    rows = tuple(
        (
            form.body,
            str(len(form.questions)),
            str(sum(one.stale for one in form.questions)),
            path.name,
        )
        for path, form in files.items()
    )
    print_report((Table(("Body", "Items", "Not moved", "File"), rows),), "text", "", None)
    kept = record.as_posix()
    say(f"{kept} keeps who was asked; `planctl collect` takes in what comes back.")


def _status(repository: Repository, key: str | None, form: str | None) -> int:
    from planctl.forms.sending import meeting_asked
    from planctl.reports import answers
    from planctl.store import requests

    if form in _FORMS:
        raise UsageFault(f"--status tells who has answered, as text or json, not as {form}")
    asked = requests.meetings(repository)
    chosen = meeting_asked(repository.settings.meetings, asked, key)
    record = requests.read(repository, chosen)
    if form == "json":
        print_json("request", **answers.status_json(record))
    else:
        print_report(answers.status(record), "text", "", None)
    return 0
