"""``planctl find``: where a document, an event or a word is mentioned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import format_option, print_json, print_table, say
from planctl.cli.revision import at_option
from planctl.cli.selection import Selection, selection_options
from planctl.errors import UsageFault
from planctl.patterns import late
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.plan.published import Edition
    from planctl.plan.search import Hit
    from planctl.review.biography import Chapter
    from planctl.review.register import Entry
    from planctl.store.repository import Repository

_DOTLESS = late(r"\A\s*(?:ITU-T )?([A-Za-z]) ?(?=[0-9]{2,4}(?![/\w]))")  # "K91", "K 91 Amd.3"


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

    An identifier is found in every spelling (“K. 91”, “ITU-T K.91”, “K91”), with its amendments and
    supplements; so is the beginning of one (“K.9”). Capitals, accents and the shape of quotation
    marks do not matter; every language is searched. Exit status 1 where nothing is found.

    Of a document its former names, its twins at partners, what its citations do not agree on, and
    how it stood at the closed meetings are told too; with a catalogue in use, its newest edition.
    """
    if not text.strip():
        raise UsageFault("say what to find: a word, a title, or the name of a document (K.91)")
    selection = Selection(plans, statuses, bodies)
    hits = list(_hits(desk.repository, text, selection))
    dotted = _DOTLESS.sub(r"\1.", text)
    if not hits and dotted != text:
        text = dotted
        hits = list(_hits(desk.repository, text, selection))
    document = _document(desk.repository, text)
    if form == "json":
        told = document and _json(document)
        print_json("find", hits=[hit._asdict() for hit in hits], document=told)
    else:
        print_table(("Item", "In", "Text"), hits, tall=True)
        say(count(len(hits), "mention") + "." if hits else f"“{text}” is not mentioned.")
        for line in _told(document) if document else ():
            say(line)
    return 0 if hits else 1


class _Document(NamedTuple):
    """What is known of the document that was asked for."""

    name: str
    entry: Entry | None
    chapters: Sequence[Chapter]
    editions: Sequence[Edition]


def _document(repository: Repository, text: str) -> _Document | None:
    """What is known of the document that TEXT names; None where it names none."""
    from planctl.plan import identifiers

    identifier = identifiers.parse(text)
    if identifier is None or identifier.kind == "series":
        return None
    from planctl.review.biography import biography, entry_of
    from planctl.store.catalogue import pointer

    entry = entry_of(repository, text)
    chapters = biography(repository, entry) if entry else []
    editions: Sequence[Edition] = ()
    if not repository.source.revision and pointer.folder(repository):
        publications = pointer.catalogue(repository, say)
        if publications:
            editions = publications.editions(identifiers.fold(identifier.key))
    return _Document(identifier.key, entry, chapters, editions)


def _told(document: _Document) -> Iterator[str]:
    """What is known beyond where it stands: its history, its twins, its newest edition."""
    entry = document.entry
    if entry:
        former = [one for one in entry.former if one != document.name]
        if any(document.name in one for one in entry.twins):
            yield f"It is {entry.name} of ITU."
        elif entry.name != document.name:
            yield f"It is {entry.name} now."
        if former:
            yield f"Formerly {', '.join(former)}."
        if entry.twins:
            yield f"At a partner: {', '.join(entry.twins)}."
        for difference in entry.differences():
            yield f"Its citations differ in {difference}."
    if any(chapter.meeting for chapter in document.chapters):
        for chapter in document.chapters:
            since = f"Since {chapter.meeting}" if chapter.meeting else "Now"
            yield f"{since}: {chapter.said}."
    yield from _in_catalogue(document)


def _in_catalogue(document: _Document) -> Iterator[str]:
    if not document.editions:
        return
    last = document.editions[-1]
    status = f", {last.status.lower()}" if last.status else ""
    known = max(document.entry.dates, default="") if document.entry else ""
    newer = known and last.date > known and not last.date.startswith(known)
    word = "A newer edition" if newer else "The newest edition"
    yield f"{word} in the catalogue: {last.ref}, “{last.title}”{status}."


def _json(document: _Document) -> dict[str, Any]:
    from planctl.reports.register import as_json

    return {
        "name": document.name,
        "register": as_json([document.entry])[0] if document.entry else None,
        "history": [chapter._asdict() for chapter in document.chapters],
        "editions": [edition._asdict() for edition in document.editions],
    }


def _hits(repository: Repository, text: str, selection: Selection) -> Iterator[Hit]:
    from planctl.plan.search import search

    if not (selection.statuses or selection.bodies):
        for file in repository.plan_files(selection.plans):
            yield from search(file.plan, text)
        return
    for plan, chosen in groupby(selection(repository), key=itemgetter(0)):
        yield from search(plan, text, {activity.path for _, _, activity in chosen})
