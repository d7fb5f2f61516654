"""``planctl find``: where a document, an event or a word is mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import count, format_option, print_json, print_table, say
from planctl.cli.revision import at_option
from planctl.cli.selection import Selection, selection_options
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.plan.search import Hit
    from planctl.store.repository import Repository


@click.command(
    "find",
    epilog='\b\nExamples:\n  planctl find K.91\n  planctl find "Green Standards Week" --plan 73',
)
@click.argument("text")
@selection_options
@format_option
@at_option
@pass_desk
def command(
    desk: Desk,
    text: str,
    plans: tuple[str, ...],
    statuses: tuple[str, ...],
    bodies: tuple[str, ...],
    form: str,
) -> int:
    """Find TEXT in titles, directives, activities, reports, deliverables and notes.

    An identifier is found in every spelling (“K. 91”, “ITU-T K.91”), with its amendments and
    supplements; so is the beginning of one (“K.9”). Capitals, accents and the shape of quotation
    marks do not matter; every language is searched. Exit status 1 where nothing is found.
    """
    if not text.strip():
        raise UsageFault("say what to find: a word, a title, or the name of a document (K.91)")
    hits = list(_hits(desk.repository, text, Selection(plans, statuses, bodies)))
    if form == "json":
        print_json("find", hits=[hit._asdict() for hit in hits])
    else:
        print_table(("Item", "In", "Text"), hits, tall=True)
        say(count(len(hits), "mention") + "." if hits else f"“{text}” is not mentioned.")
    return 0 if hits else 1


def _hits(repository: Repository, text: str, selection: Selection) -> Iterator[Hit]:
    from planctl.plan.search import search

    if not (selection.statuses or selection.bodies):
        for file in repository.plan_files(selection.plans):
            yield from search(file.plan, text)
        return
    for plan, chosen in groupby(selection(repository), key=itemgetter(0)):
        yield from search(plan, text, {activity.path for _, _, activity in chosen})
