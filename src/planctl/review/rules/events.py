"""Rules about events that several plans and activities report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from planctl.finding import WARNING
from planctl.plan import dates
from planctl.plan.deliverable import bare_title
from planctl.plan.model import Path, Plan
from planctl.plan.prose import short, text_of, words
from planctl.review.rules.rule import Fact, across
from planctl.review.rules.survey import survey

# Two titles are nearly the same where this share of the longer one's words is in both.
_SHARED = 0.6
# A title of fewer words (without "workshop on" and the like) is too common to tell an event by.
_TELLING_WORDS = 3
# One title again after this many months, on another day of the year, is an event that comes back.
_COMES_BACK_MONTHS = 9
# The titles of these come back at any time.
_REGULAR_KINDS = ("meeting", "session")
# With so many others a title is compared: those next to it, sorted by their longest words.
_NEIGHBOURS = 64

_ORDINALS = (
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"),
)
_bare = lru_cache(maxsize=4096)(bare_title)  # an event has one title wherever it is named
_NUMBERS = {word: str(n) for row in _ORDINALS for n, word in enumerate(row, 1)}


def _events(plan: Plan) -> Iterator[Fact]:
    """The events with a title, one fact for those of a list, whose path is the fact's.

    The value is, for each: position, date or year, bare title, title, place, kind.
    """
    for row in survey(plan).rows:
        lists: dict[Path, list[str | int]] = {}
        for mention in row.mentions:
            event = mention.deliverable
            if mention.is_event and mention.year and event.title is not None and not event.ref:
                title = text_of(event.title)
                place = text_of(event.place) if event.place is not None else ""
                lists.setdefault(event.path[:-1], []).extend(
                    (
                        event.path[-1],
                        intern(event.date or str(mention.year)),
                        _bare(title),
                        title,
                        intern(place),
                        intern(event.kind or ""),
                    )
                )
        for path, value in lists.items():
            yield Fact(plan.key, plan.address(row.activity), path, tuple(value))


class _Spelling(NamedTuple):
    """A date and title under which an event is reported, and the fact that first says so.

    ``first`` and ``last`` are days; ``last`` is "", and ``first`` is shorter, where only the month
    or the year is known.
    """

    order: int
    fact: Fact
    position: str | int
    first: str
    last: str
    date: str
    bare: str
    title: str
    place: str
    kind: str

    @property
    def here(self) -> Fact:
        """The fact, with the path of the event itself."""
        return self.fact._replace(path=(*self.fact.path, self.position))

    def __str__(self) -> str:
        return f"“{short(self.title, 90)}”"


@across(WARNING, _events)
def event_differs(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """One event seems to be reported under two titles, or with two dates.

    Two titles: the first day is the same (or one of them has no day), and one title holds the other
    or most of their words are the same. Two dates: the title is the same, within some months or on
    the same day of two years. Events with different numbers (12th, 13th; III, IV) or at different
    places differ, and so do those that one activity lists with different dates.
    """
    spellings = list(_spellings(facts))
    for one, two in _two_titles(spellings):
        yield (
            two.here,
            f"{two} seems to be the event that {one.fact.address} calls {one}; "
            "give it one title in both places",
        )
    for one, two in sorted(_near_dates(spellings)):
        yield (
            two.here,
            f"{two} is dated {two.date} here, but {one.date} in {one.fact.address}; "
            "correct one of the dates",
        )


def same_events(plans: Iterable[Plan]) -> Iterator[tuple[tuple[str, Path], tuple[str, Path]]]:
    """Pairs of events that seem to be one, under two titles or with two dates (event-differs).

    Of each, the plan's key and the event's path in its data, the first mention of that spelling.
    """
    spellings = list(_spellings(fact for plan in plans for fact in _events(plan)))
    for one, two in (*_two_titles(spellings), *_near_dates(spellings)):
        yield (one.here.plan, one.here.path), (two.here.plan, two.here.path)


def _two_titles(spellings: list[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Pairs with two titles that seem to mean one event; each is held against one other."""
    told: set[int] = set()
    for one, two in sorted(_near_titles(spellings)):
        if two.order not in told and _titles_differ(one, two):
            told.add(two.order)
            yield one, two


def _spellings(facts: Iterable[Fact]) -> Iterator[_Spelling]:
    """Each date and title once, in the order of the plans; titles that tell nothing left out."""
    found: set[tuple[str, str]] = set()
    for fact in facts:
        for at in range(0, len(fact.value), 6):
            position, *texts = fact.value[at : at + 6]
            date, bare, title, place, kind = map(str, texts)
            if (date, bare) in found or bare.count(" ") < _TELLING_WORDS - 1:
                continue
            found.add((date, bare))
            if days := _days(date):
                order = len(found)
                yield _Spelling(order, fact, position, *days, date, bare, title, place, kind)


@lru_cache(maxsize=4096)
def _days(date: str) -> tuple[str, str] | None:
    """The first and the last day of a date; the month or year and "" where it names no days."""
    try:
        span = dates.parse(date)
    except ValueError:
        return None
    return (span.start, span.end) if span.precision == "day" else (str(span)[:7], "")


def _near_titles(spellings: list[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Pairs whose titles share most words: of one day, or of one year where one has no day.

    In a year there may be thousands: there, titles are compared that share their longest words.
    """
    by_day: dict[str, list[_Spelling]] = {}
    for spelling in spellings:
        by_day.setdefault(spelling.first, []).append(spelling)
    for same in by_day.values():
        yield from _sharing_words(same)
    undated = {spelling.first[:4] for spelling in spellings if not spelling.last}
    by_longest: dict[tuple[str, ...], list[_Spelling]] = {}
    for spelling in spellings:
        year = spelling.first[:4]
        if year in undated:
            by_longest.setdefault((year, *_longest(spelling)[:3]), []).append(spelling)
    for same in by_longest.values():
        if not all(spelling.last for spelling in same):
            for one, two in _sharing_words(same):
                if one.first != two.first and not (one.last and two.last):
                    yield one, two


def _longest(spelling: _Spelling) -> list[str]:
    """The words of a title, the longest first."""
    return sorted(set(spelling.bare.split()), key=lambda word: (-len(word), word))


def _sharing_words(same: list[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Pairs of which each title has most of the other's words, or one all of the other's."""
    if len(same) < 2:
        return
    if len(same) > _NEIGHBOURS:
        same = sorted(same, key=_longest)
    bits: dict[str, int] = {}  # a title's words as a number, to count quickly what two share
    titles: list[tuple[int, int, _Spelling]] = []
    for spelling in same:
        mask = 0
        for word in spelling.bare.split():
            mask |= 1 << bits.setdefault(word, len(bits))
        titles.append((mask, mask.bit_count(), spelling))
    for at, (mask, size, one) in enumerate(titles):
        for other_mask, other_size, other in titles[max(0, at - _NEIGHBOURS) : at]:
            shared = (mask & other_mask).bit_count()
            if shared >= _TELLING_WORDS and (
                shared >= _SHARED * max(size, other_size) or shared == min(size, other_size)
            ):
                yield (one, other) if one.order < other.order else (other, one)


def _titles_differ(one: _Spelling, two: _Spelling) -> bool:
    """Whether two titles that share their words differ, and yet seem to mean one event."""
    if one.bare == two.bare or (one.last and two.last and one.last != two.last):
        return False  # the same title; or a session of an event of several days
    numbers, others = _numbers(one.bare), _numbers(two.bare)
    return (not numbers or not others or numbers == others) and _same_place(one, two)


def _numbers(bare: str) -> set[str]:
    """The numbers in a title: "iii", "third" and "3rd" are "3"; "5g" stays."""
    words = bare.split()
    found = {_NUMBERS[word] for word in words if word in _NUMBERS}
    return found | {word.rstrip("dhnrst") for word in words if word[0].isdecimal()}


def _near_dates(spellings: list[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Pairs with one title and two dates that seem to mean one event, in the order of the plans."""
    by_title: dict[str, list[_Spelling]] = {}
    for spelling in spellings:
        if spelling.last and spelling.kind not in _REGULAR_KINDS:
            by_title.setdefault(spelling.bare, []).append(spelling)
    for same in by_title.values():
        same.sort(key=lambda spelling: (spelling.first, spelling.last))
        for earlier, later in pairwise(same):
            if _dates_differ(earlier, later):
                yield (earlier, later) if earlier.order < later.order else (later, earlier)


def _dates_differ(earlier: _Spelling, later: _Spelling) -> bool:
    if earlier.fact.address == later.fact.address or not _same_place(earlier, later):
        return False
    if earlier.first[4:] == later.first[4:]:
        return int(later.first[:4]) - int(earlier.first[:4]) <= 1
    return dates.months_between(earlier.first, later.first) < _COMES_BACK_MONTHS


def _same_place(one: _Spelling, two: _Spelling) -> bool:
    """Whether the places of two events may be the same: one is not said, or they share a word."""
    first, second = (set(words(spelling.place)) for spelling in (one, two))
    return not first or not second or bool(first & second)
