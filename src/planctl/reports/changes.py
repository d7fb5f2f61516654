"""A table of changes only: each item with what it was and what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.plan.deliverable import Deliverable
from planctl.plan.deliverable import line as printed
from planctl.plan.model import STATUS_WORDS, Activity
from planctl.plan.prose import count, text_of
from planctl.plan.words import compare_words
from planctl.publish.table import Annex, Cell, Column, Mark, Paragraph, ParagraphKind, Row, Run
from planctl.reports.wording import sides
from planctl.review.compare.changes import DeliverableChange, FieldChange, ItemChange, PlanChange
from planctl.review.compare.sameness import UNSAID
from planctl.review.compare.summary import label

_COLUMNS = (
    Column("item", ("Item",), 2200),
    Column("was", ("Was",), 6186),
    Column("is", ("Is",), 6186),
)
_INTERNAL = UNSAID | {"language", "level_2", "unnumbered"}
"""Fields that are for the secretariat, or only say how others are to be read or printed."""


def annex(change: PlanChange, since: str) -> Annex:
    """A plan's changes since the state ``since``, as the neutral table; words that differ marked.

    Of items that are new or gone it has what they say, of a plan that is, how many items it has.
    Notes and other fields that are never published are left out.
    """
    resolution = change.plan.resolution
    language = str(change.plan.data.get("language", "en"))
    name = f"{resolution.assembly} Resolution {resolution.number}"
    title = f"Changes since {since} in the action plan for {name}"
    return Annex(
        number="",
        heading=(f"{title}:", text_of(resolution.title, language)),
        title=title,
        columns=_COLUMNS,
        rows=tuple(_plan(change, language)) or (_row("Plan", "unchanged", (), ()),),
        key=change.plan.key,
    )


def _plan(change: PlanChange, language: str) -> Iterator[Row]:
    if change.what != "changed":
        many = sum(1 for _ in change.plan.activities())
        whole = [Paragraph((Run(f"A plan with {count(many, 'activity', 'activities')}"),))]
        gone = change.what == "removed"
        yield _row("Plan", change.what, whole if gone else (), () if gone else whole)
    yield from _fields("Plan", change.fields, language)
    for item in change.items:
        yield from _item(item, language)


def _item(change: ItemChange, language: str) -> Iterator[Row]:
    item = change.item.id
    if change.what != "changed":
        kind = "activity" if change.is_activity else "directive"
        whole = _whole(change, language)
        gone = change.what == "removed"
        yield _row(item, f"{kind} {change.what}", whole if gone else (), () if gone else whole)
        return
    if change.renumbered and change.was:
        yield _words(item, "number", change.was.id, item)
    if change.moved:
        yield _words(item, "directive", *change.moved)
    yield from _fields(item, change.fields, language)
    for text in change.texts:
        was, now = (text_of(one, language) if one else "" for one in (text.was, text.now))
        yield _words(item, "report", was, now)
    yield from _deliverables(item, change.deliverables, language)


def _fields(item: str, fields: Sequence[FieldChange], language: str) -> Iterator[Row]:
    for change in fields:
        if change.field not in _INTERNAL:
            for named, was, now in sides(change, language):
                was, now = (STATUS_WORDS.get(one, one) for one in (was, now))
                yield _words(item, named, was, now)


def _deliverables(item: str, changes: Sequence[DeliverableChange], language: str) -> Iterator[Row]:
    """One row for all that were added, one for all removed, one for each that changed."""
    for change in changes:
        if change.was and change.now:
            was, now = (printed(one, language) for one in (change.was, change.now))
            yield _words(item, "deliverable changed", was, now, "bullet")
    for what in ("removed", "added"):
        found = [one.was or one.now for one in changes if one.what == what]
        listed = [part for one in found if one for part in _printed(one, language)]
        if listed:
            named = f"{'deliverable' if len(found) == 1 else 'deliverables'} {what}"
            yield _row(item, named, *((listed, ()) if what == "removed" else ((), listed)))


def _whole(change: ItemChange, language: str) -> list[Paragraph]:
    """What an item says that is new, or gone."""
    item = change.item
    facts = {"": text_of(item.text, language)}
    if isinstance(item, Activity):
        facts["responsible"] = "; ".join(item.responsible)
        facts["time_plan"] = text_of(item.time_plan, language)
        facts["status"] = STATUS_WORDS[item.status]
    else:
        facts["references"] = text_of(item.references, language)
    parts = [
        Paragraph((Run(f"{label(name).capitalize()}: {fact}" if name else fact),))
        for name, fact in facts.items()
    ]
    for text in change.texts:
        parts += _lines(text_of(text.now or text.was or "", language))
    for deliverable in change.deliverables:
        shown = deliverable.now or deliverable.was
        parts += _printed(shown, language) if shown else ()
    return parts


def _printed(deliverable: Deliverable, language: str) -> list[Paragraph]:
    return _lines(printed(deliverable, language), "bullet")


def _words(item: str, what: str, was: str, now: str, kind: ParagraphKind = "text") -> Row:
    """A row for a text; where only some of its words changed, they are marked."""
    stretches = compare_words(was, now)
    some = any(one.mark == "same" and not one.text.isspace() for one in stretches)
    signs: dict[str, Mark] = {"removed": "deleted", "added": "inserted"} if some else {}
    cells = []
    for other in ("added", "removed"):
        seen = [one for one in stretches if one.mark != other]
        runs = tuple(Run(one.text, mark=signs.get(one.mark, "")) for one in seen)
        cells.append([Paragraph(runs, kind)] if runs else [])
    return _row(item, what, *cells)


def _row(item: str, what: str, was: Sequence[Paragraph], now: Sequence[Paragraph]) -> Row:
    named = Cell((Paragraph((Run(item),), "year"), Paragraph((Run(what.capitalize()),))))
    return named, Cell(tuple(was)), Cell(tuple(now))


def _lines(text: str, kind: ParagraphKind = "text") -> list[Paragraph]:
    return [Paragraph((Run(line),), kind) for line in text.split("\n")]
