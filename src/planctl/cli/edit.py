"""``planctl edit``: an activity or a directive in a text editor, checked before it is taken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, item_json, print_json, say
from planctl.cli.question import can_ask
from planctl.cli.target import item_at
from planctl.errors import PlanctlError, SyntaxFault, UsageFault

if TYPE_CHECKING:
    from pathlib import Path

    from planctl.plan.model import Activity, Directive
    from planctl.store.planfile import PlanFile

_HINT = '(An editor with a window of its own must be told to wait, as in EDITOR="code --wait".)'


@click.command(
    "edit",
    epilog="\b\nExamples:\n  planctl edit 72/1.1\n  planctl edit 72/2 --directive",
)
@click.argument("address", shell_complete=completion.addresses)
@click.option(
    "--directive", is_flag=True, help="Edit the directive where an activity has the same ID."
)
@format_option
@pass_desk
def command(desk: Desk, address: str, directive: bool, form: str) -> int:
    """Edit an activity (72/1.1), or a directive with its activities (72/1), as text.

    Opens the editor that VISUAL or EDITOR names. When it closes, the text is checked; a plan never
    gets what does not fit, and what was typed is kept in a file.
    """
    from planctl.change.values import data_at
    from planctl.store import draft
    from planctl.store.yaml import edits

    file, plan, items = desk.repository.find(address)
    instead = ", or open the file in an editor"
    item = item_at(plan, items, address, directive=directive, instead=instead)
    name = plan.address(item)
    if not (os.environ.get("VISUAL") or os.environ.get("EDITOR") or can_ask()):
        raise UsageFault(
            "there is no terminal to edit in; name an editor in EDITOR, or use `planctl set`"
        )
    fragment = edits.fragment(file.text.text, item.path)
    heading = (
        f"{name} of {file.shown}. Save and close to take it over;",
        "without changes nothing happens. Lines like this one are not kept.",
    )
    path = draft.write(name.replace("/", "-"), heading, fragment)
    try:
        edited = _edited(file, item, path, name)
        unchanged = edited is not None and edited.rstrip("\n") == fragment.rstrip("\n")
        if edited is not None and not unchanged:
            desk.repository.change(
                file, lambda text: edits.replace_fragment(text, item.path, edited)
            )
    except BaseException:
        _leave(path, fragment)
        raise
    if edited is None:
        _leave(path, fragment)
        return 1
    path.unlink(missing_ok=True)
    say(f"{name} is as it was. {_HINT}" if unchanged else f"Changed {name} in {file.shown}.")
    if form == "json":
        data = desk.repository.read(file.path).data
        print_json("edit", item=item_json(name, data_at(data, item.path)))
    return 0


def _edited(file: PlanFile, item: Directive | Activity, path: Path, name: str) -> str | None:
    """What the person made of the file at ``path``, once it fits; None where they give up."""
    from planctl.store import draft

    while True:
        _start_editor(path, name)
        edited, found = draft.examine(path, file, item.path)
        if not found:
            return edited
        for one in found:
            say(str(one))
        if not can_ask() or not click.confirm("Edit it again?", default=True, err=True):
            return None


def _start_editor(path: Path, name: str) -> None:
    """Wait until the editor is closed; PlanctlError where it fails or the file is gone then."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    editor = f"the editor “{command}”" if command else "the text editor"
    try:
        click.edit(filename=str(path))
    except ValueError as error:  # a quotation mark that is not closed
        raise UsageFault(f"VISUAL or EDITOR does not name an editor: {error}") from error
    except click.ClickException as error:
        cause = error.__cause__
        what = "could not be run" if isinstance(cause, OSError) else "ended with an error"
        why = f" ({cause.strerror})" if isinstance(cause, OSError) and cause.strerror else ""
        raise PlanctlError(
            f"{editor} {what}{why}; {name} is unchanged. VISUAL or EDITOR names another editor."
        ) from error
    if not path.exists():
        raise PlanctlError(
            f"{editor} removed the file that it was given, {path}; {name} is unchanged"
        )


def _leave(path: Path, fragment: str) -> None:
    """Keep what was typed, and say where; remove the file where nothing was."""
    from planctl.store import draft

    try:
        untouched = draft.read_back(path)[0] == fragment
    except FileNotFoundError:
        return
    except (SyntaxFault, OSError):
        untouched = False
    if untouched:
        path.unlink()
    else:
        say(f"Nothing was written to the plan. What you typed is kept in {path}")
