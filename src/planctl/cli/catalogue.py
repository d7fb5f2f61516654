"""``planctl catalogue``: a catalogue of ITU's publications on this machine, to compare with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.group import Group
from planctl.cli.output import format_option, print_json, say
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.store.catalogue.index import Index


@click.group(
    "catalogue",
    cls=Group,
    epilog="\b\nExamples:\n  planctl catalogue use ../relaton-data-itu\n  planctl catalogue show",
)
def command() -> None:
    """Compare the plans with a catalogue of ITU's publications that you have on your disk.

    It is a clone of Relaton's data (github.com/relaton/relaton-data-itu), which you fetch and keep
    up to date with git; planctl fetches nothing. With it, `validate` compares titles, dates and
    existence, `link` fills in title and date, and `find` says when there is a newer edition.
    """


@command.command(
    "use",
    short_help="Use the catalogue in FOLDER for these plans.",
    epilog="\b\nExamples:\n"
    "  planctl catalogue use ../relaton-data-itu\n"
    "  planctl -C plans-of-sg5 catalogue use relaton-data-itu",
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@pass_desk
def use(desk: Desk, folder: Path) -> int:
    """Use the catalogue in FOLDER for the plans of this clone, on this machine.

    Its index is made once, in your own cache folder, and anew when the folder has changed.
    """
    from planctl.store.catalogue import index, pointer

    repository = desk.repository
    found = index.make(folder)
    pointer.use(repository, folder)
    say(_told(folder, found))
    return 0


@command.command("show", epilog="\b\nExample:\n  planctl catalogue show --format json")
@format_option
@pass_desk
def show(desk: Desk, form: str) -> int:
    """Say which catalogue is in use, if any."""
    from planctl.store.catalogue import pointer

    folder = pointer.folder(desk.repository)
    found = pointer.catalogue(desk.repository, say)
    if form == "json":
        print_json(
            "catalogue",
            folder=str(folder) if folder else None,
            documents=found.many if found else None,
            newest=found.newest if found else None,
            unread=found.many_unread if found else None,
        )
    elif folder is None:
        say("No catalogue is in use; `planctl catalogue use FOLDER` uses one.")
    elif found:
        click.echo(_told(folder, found))
    return 0 if found or folder is None else 1


@command.command("forget", epilog="\b\nExample:\n  planctl catalogue forget")
@pass_desk
def forget(desk: Desk) -> int:
    """Use no catalogue any longer; the folder stays as it is."""
    from planctl.store.catalogue import pointer

    pointer.forget(desk.repository)
    say("No catalogue is in use now.")
    return 0


def _told(folder: Path, found: Index) -> str:
    said = (
        f"The catalogue in {folder} has {count(found.many, 'document')}, the newest of"
        f" {found.newest}."
    )
    if found.unread:
        more = found.many_unread - len(found.unread)
        rest = f" and {more} more" if more else ""
        said += (
            f"\n{count(found.many_unread, 'file')} in it cannot be read, so that what stands there"
            f" is not known: {', '.join(found.unread)}{rest}. Look into it, or take the clone anew."
        )
    return said
