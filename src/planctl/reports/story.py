"""The story of an item as a report: what changed by each meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from planctl.plan.model import Activity, Directive
from planctl.plan.numerals import count
from planctl.plan.prose import short, text_of
from planctl.reports import comparison
from planctl.reports.document import Document, Heading, Item, Line, Paragraph, Part, Piece, line
from planctl.review.compare.as_json import item_json
from planctl.review.story import Chapter

_WIDE = 76  # characters


def story(chapters: Sequence[Chapter], days: Mapping[str, str]) -> Document:
    """The report on ``chapters``, the earliest first; meetings without a change are told together.

    ``days`` are the days of each meeting as a reader writes them, by its key.
    """
    last = chapters[-1]
    told = last.items or chapters[-2].items
    plan = last.plan
    parts: list[Part] = [Heading(line(Piece(plan.address(told[0]), "strong"), _state(last.items)))]
    texts = [short(text_of(one.text), 4 * _WIDE) for one in told if one.id == told[0].id]
    parts += [Paragraph(line(text)) for text in dict.fromkeys(texts)]
    rows_only = all(one.is_activity for chapter in chapters for one in chapter.changes)
    alone = rows_only and len({one.id for one in told}) == 1
    quiet: list[Chapter] = []
    for at, chapter in enumerate(chapters):
        if at and not chapter.changes:
            quiet.append(chapter)
            continue
        parts += _quiet(quiet, days)
        quiet = []
        parts += _chapter(chapter, days, is_first=at == 0, alone=alone)
    return (*parts, *_quiet(quiet, days))


def _state(items: Sequence[Directive | Activity]) -> str:
    """What the heading says of the item as it is now."""
    statuses = [one.status for one in items if isinstance(one, Activity)]
    if not items:
        return "  (removed)"
    return f"  {statuses[0]}" if len(statuses) == 1 else ""


def _chapter(
    chapter: Chapter, days: Mapping[str, str], *, is_first: bool, alone: bool
) -> Iterator[Part]:
    if is_first and not (chapter.until or chapter.changes):
        yield Heading(line("Now"), 2)
        yield Paragraph(line(f"There: {_described(chapter.items)}. No meeting was closed yet."))
        return
    yield Heading(_by(chapter.until, days), 2)
    if is_first and not chapter.changes:
        yield Paragraph(line(f"Already there: {_described(chapter.items)}."))
    language = str(chapter.plan.data.get("language", "en"))
    for change in chapter.changes:
        news = "".join(piece.text for piece in comparison.news(change)).strip()
        if news.startswith("("):
            news = news[1:-1]
        if not alone:
            yield Paragraph(line(chapter.plan.address(change.item), f"  {news}" if news else ""))
        elif news:
            yield Item(line(news))
        yield from comparison.details(change, language)


def _by(until: str, days: Mapping[str, str]) -> Line:
    if not until:
        return line("Since then")
    return line(f"By {until}", Piece(f" ({days[until]})" if until in days else "", "faint"))


def _quiet(chapters: Sequence[Chapter], days: Mapping[str, str]) -> Iterator[Part]:
    """Meetings, one after the other, by which nothing changed."""
    if not chapters:
        return
    names = [chapter.until for chapter in chapters if chapter.until]
    told = _between(names) if len(names) > 1 else _by("".join(names), days)
    since = line(", and since then") if names and not chapters[-1].until else ()
    yield Heading((*told, *since), 2)
    yield Paragraph(line("Nothing changed."))


def _between(names: Sequence[str]) -> Line:
    return line(
        f"By {names[0]} to {names[-1]}", Piece(f" ({count(len(names), 'meeting')})", "faint")
    )


def _described(items: Iterable[Directive | Activity]) -> str:
    activities = [one for one in items if isinstance(one, Activity)]
    if len(activities) != 1:
        return count(len(activities), "activity", "activities")
    deliverables = sum(1 for _ in activities[0].deliverables())
    return f"{activities[0].status}, {count(deliverables, 'deliverable')}"


def as_json(chapters: Iterable[Chapter]) -> list[dict[str, Any]]:
    """The chapters as JSON data: the meeting (None: now), the addresses then, what changed."""
    return [
        {
            "meeting": chapter.until or None,
            "addresses": [*dict.fromkeys(map(chapter.plan.address, chapter.items))],
            "changes": [
                item_json(one, chapter.before or chapter.plan, chapter.plan)
                for one in chapter.changes
            ],
        }
        for chapter in chapters
    ]
