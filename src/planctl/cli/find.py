"""``planctl find``: where a document, an event or a word is mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import count, format_option, print_json, print_table, say
from planctl.cli.selection import Selection, selection_options

if TYPE_CHECKING:
    from planctl.plan.deliverable import Deliverable
    from planctl.plan.model import Activity, Directive


@click.command(
    "find",
    epilog='\b\nExamples:\n  planctl find K.91\n  planctl find "Green Standards Week" --plan 73',
)
@click.argument("text")
@selection_options
@format_option
@pass_desk
def command(
    desk: Desk,
    text: str,
    plans: tuple[str, ...],
    statuses: tuple[str, ...],
    bodies: tuple[str, ...],
    form: str,
) -> int:
    """Find TEXT in directives, activities, reports and deliverables.

    An identifier is found in every spelling (“K. 91”, “ITU-T K.91”), with its amendments and
    supplements. Capitals, accents and the shape of quotation marks do not matter. Exit status 1
    where nothing is found.
    """
    selection = Selection(plans, statuses, bodies)
    hits = [
        {"address": plan.address(activity), "where": where, "text": found}
        for plan, directive, activity in selection(desk.repository)
        for where, found in _hits(directive, activity, text)
    ]
    if form == "json":
        print_json("find", hits=hits)
    else:
        print_table(
            ("Item", "In", "Text"),
            [(hit["address"], hit["where"], hit["text"]) for hit in hits],
            tall=True,
        )
        say(count(len(hits), "mention") + "." if hits else f"“{text}” is not mentioned.")
    return 0 if hits else 1


def _hits(directive: Directive, activity: Activity, text: str) -> Iterator[tuple[str, str]]:
    from planctl.plan.deliverable import line
    from planctl.plan.prose import fold, text_of

    wanted = fold(text)
    places = [("activity", activity.text), ("references", activity.references or "")]
    if activity is directive.activities[0]:
        places[:0] = [("directive", directive.text), ("references", directive.references)]
    places += [("report", block.text) for block in activity.report if block.text is not None]
    places.append(("notes", activity.data.get("notes", "")))
    for where, prose in places:
        if wanted in fold(text_of(prose)):
            yield where, text_of(prose)
    for _, deliverable in activity.deliverables():
        if wanted in fold(line(deliverable)) or _same_document(deliverable, text):
            yield "deliverable", line(deliverable)


def _same_document(deliverable: Deliverable, text: str) -> bool:
    from planctl.plan import identifiers

    wanted = identifiers.parse(text)
    found = deliverable.identifier
    if not wanted or not found:
        return False
    key = identifiers.fold(wanted.key)
    return key in (identifiers.fold(found.key), identifiers.fold(found.base))
