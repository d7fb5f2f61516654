"""A table of changes only: each item with what it was and what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.plan import dates
from planctl.plan.deliverable import Deliverable
from planctl.plan.deliverable import line as printed
from planctl.plan.model import STATUSES, Activity
from planctl.plan.numerals import count
from planctl.plan.prose import text_of
from planctl.plan.words import compare_words
from planctl.publish.change_words import TITLES, said
from planctl.publish.languages import WORDINGS
from planctl.publish.table import Annex, Cell, Column, Mark, Paragraph, ParagraphKind, Row, Run
from planctl.reports.wording import sides
from planctl.review.compare.changes import DeliverableChange, FieldChange, ItemChange, PlanChange
from planctl.review.compare.sameness import UNSAID
from planctl.review.compare.summary import label

_WIDTHS = {"item": 2200, "was": 6186, "is": 6186}
_INTERNAL = UNSAID | {"language", "level_2", "unnumbered"}
"""Fields that are for the secretariat, or only say how others are to be read or printed."""


def annex(change: PlanChange, since: str, language: str = "en") -> Annex:
    """A plan's changes since the state ``since``, as the neutral table; words that differ marked.

    Of items that are new or gone it has what they say, of a plan that is, how many items it has.
    Notes and other fields that are never published are left out. Headings and what changed are
    called as in ``language``, in which text is too that the plan has in it.
    """
    resolution = change.plan.resolution
    wording = WORDINGS[language]
    name = wording.resolution(resolution.assembly, resolution.number)
    title = TITLES[language].format(since=since, name=name)
    rows = tuple(_plan(change, language)) or (_Row("plan", "unchanged", (), ()),)
    return Annex(
        number="",
        heading=(
            f"{title}{'：' if language == 'zh' else ':'}",
            text_of(resolution.title, language),
        ),
        title=title,
        columns=tuple(Column(key, (said(key, language),), width) for key, width in _WIDTHS.items()),
        rows=tuple(_drawn(row, language) for row in rows),
        language=wording.tag,
        right_to_left=wording.right_to_left,
        key=change.plan.key,
    )


class _Row(NamedTuple):
    """An item ("plan" is the whole one) and what changed in it, both in English; was, and is."""

    item: str
    what: str
    was: Sequence[Paragraph]
    now: Sequence[Paragraph]


def _drawn(row: _Row, language: str) -> Row:
    item = said(row.item, language) if row.item == "plan" else row.item
    named = (Paragraph((Run(item),), "year"), Paragraph((Run(said(row.what, language)),)))
    return Cell(named), Cell(tuple(row.was)), Cell(tuple(row.now))


def _plan(change: PlanChange, language: str) -> Iterator[_Row]:
    if change.what != "changed":
        many = sum(1 for _ in change.plan.activities())
        whole = [Paragraph((Run(_with_activities(many, language)),))]
        gone = change.what == "removed"
        yield _Row("plan", change.what, whole if gone else (), () if gone else whole)
    own = str(change.plan.data.get("language", "en"))
    yield from _fields("plan", change.fields, language, own)
    for item in change.items:
        yield from _item(item, language, own)


def _with_activities(many: int, language: str) -> str:
    if language in WORDINGS and language != "en":
        return f"{WORDINGS[language].columns['activities']}: {many}"
    return f"A plan with {count(many, 'activity', 'activities')}"


def _item(change: ItemChange, language: str, own: str) -> Iterator[_Row]:
    item = change.item.id
    if change.what != "changed":
        kind = "activity" if change.is_activity else "directive"
        whole = _whole(change, language)
        gone = change.what == "removed"
        yield _Row(item, f"{kind} {change.what}", whole if gone else (), () if gone else whole)
        return
    if change.renumbered and change.was:
        yield _words(item, "number", change.was.id, item)
    if change.moved:
        yield _words(item, "directive", *change.moved)
    yield from _fields(item, change.fields, language, own)
    for text in change.texts:
        was, now = (text_of(one, language) if one else "" for one in (text.was, text.now))
        yield _words(item, "report", was, now)
    yield from _deliverables(item, change.deliverables, language)


def _fields(item: str, fields: Sequence[FieldChange], language: str, own: str) -> Iterator[_Row]:
    """The changes of fields; ``own`` is the language of text that does not name its own."""
    for change in fields:
        if change.field == "as_of":
            was, now = (_month(one, language) for one in (change.was, change.now))
            yield _words(item, label(change.field), was, now)
        elif change.field not in _INTERNAL:
            for named, was, now in sides(change, own):
                was, now = (_status(one, language) for one in (was, now))
                yield _words(item, named, was, now)


def _deliverables(item: str, changes: Sequence[DeliverableChange], language: str) -> Iterator[_Row]:
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
            yield _Row(item, named, *((listed, ()) if what == "removed" else ((), listed)))


def _whole(change: ItemChange, language: str) -> list[Paragraph]:
    """What an item says that is new, or gone."""
    item = change.item
    facts = {"": text_of(item.text, language)}
    if isinstance(item, Activity):
        facts["responsible"] = "; ".join(item.responsible)
        facts["time_plan"] = text_of(item.time_plan, language)
        facts["status"] = _status(item.status, language)
    else:
        facts["references"] = text_of(item.references, language)
    parts = [
        Paragraph((Run(f"{said(label(name), language)}: {fact}" if name else fact),))
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


def _words(item: str, what: str, was: str, now: str, kind: ParagraphKind = "text") -> _Row:
    """A row for a text; where only some of its words changed, they are marked."""
    stretches = compare_words(was, now)
    some = any(one.mark == "same" and not one.text.isspace() for one in stretches)
    signs: dict[str, Mark] = {"removed": "deleted", "added": "inserted"} if some else {}
    cells = []
    for other in ("added", "removed"):
        seen = [one for one in stretches if one.mark != other]
        runs = tuple(Run(one.text, mark=signs.get(one.mark, "")) for one in seen)
        cells.append([Paragraph(runs, kind)] if runs else [])
    return _Row(item, what, *cells)


def _month(value: str | None, language: str) -> str:
    if not value:
        return ""
    return WORDINGS[language].date(*dates.parse(value).first[:2])


def _status(value: str, language: str) -> str:
    """A status in words; a month, or anything else, as it is."""
    words = WORDINGS[language].statuses
    return words[STATUSES.index(value)] if value in STATUSES else value


def _lines(text: str, kind: ParagraphKind = "text") -> list[Paragraph]:
    return [Paragraph((Run(line),), kind) for line in text.split("\n")]
