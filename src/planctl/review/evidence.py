"""The dates of evidence: what an activity shows for itself, and how old that is.

A deliverable is dated by its own date, else by the date within its identifier ("T.4 (07/2003)"),
else by the year line above it; a text by the dates written out in it. A liaison statement without
any of them is dated by its number, from the neighbours of that over all plans.

Age is counted from the last day of a date, from the middle of a year where only that is known. What
begins after the day it is counted to is planned: no evidence of anything that was done. It dates
nothing, and counts from its day on. What only holds a place ("to be added") is no evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from planctl.plan import dates, editions, identifiers, written_dates
from planctl.plan.deliverable import Deliverable, name
from planctl.plan.model import Activity, Plan
from planctl.plan.prose import Prose, short
from planctl.review import liaison_series
from planctl.review.liaison_series import Series, Years
from planctl.review.status_column import held_by, names_evidence


class Evidence(NamedTuple):
    """A piece of evidence.

    ``what`` is its name, or the beginning of the text that names it; ``address`` the activity in
    which it stands. ``day`` is the ISO day that its age is counted from, "" where it is undated or
    planned; ``date`` its date as plans store them, "" where it is undated. ``implied`` are the
    years that its number implies, where it is dated by that.
    """

    what: str
    address: str
    day: str
    date: str
    implied: Years | None

    @property
    def said(self) -> str:
        """The date as it is told: "2018-04", "2018 or 2019"."""
        return str(self.implied or self.date)


def recency(evidence: Evidence) -> tuple[str, bool]:
    """What to compare evidence by: later days are newer, and what has a date than what has none."""
    return evidence.day, bool(evidence.date)


def date_of(deliverable: Deliverable, line: int | None) -> str:
    """A deliverable's date as plans store it, "" without one; ``line`` is the year line above."""
    if deliverable.date:
        return deliverable.date
    ref = deliverable.ref or ""
    # Few names hold a date: it ends with a bracket, follows a colon or stands among hyphens.
    dated = ")" in ref or ":" in ref or ref.count("-") > 2
    return (_in_name(ref) if dated else "") or (str(line) if line else "")


@lru_cache(maxsize=16384)
def _in_name(ref: str) -> str:
    identifier = identifiers.parse(ref)
    return editions.date_in(identifier) if identifier else ""


def day_of(date: str) -> str:
    """The ISO day from which the age of what has this date is counted."""
    return _days(date)[1]


@lru_cache(maxsize=8192)
def _days(date: str) -> tuple[str, str]:
    """The first day of a date, and the day from which age is counted."""
    try:
        span = dates.parse(date)
    except ValueError:  # 30 February: its year is right
        return f"{date[:4]}-01-01", f"{date[:4]}-06-30"
    return span.start, f"{span.last[0]}-06-30" if span.precision == "year" else span.end


class Record:
    """The evidence in all ``plans`` as it is known on the ISO day ``as_of``."""

    def __init__(self, plans: Iterable[Plan], as_of: str) -> None:
        self._plans = plans
        self._as_of = as_of

    def newest(self, activity: Activity, address: str) -> Evidence | None:
        """The newest evidence in an activity's report, a dated one before others; None without.

        Of several as new, the last. What its cross-references lead to is not looked at.
        """
        found = max(reversed([*self._found(activity)]), key=_recency, default=None)
        if found is None:
            texts = (text for block in activity.report for text in _texts(block.text))
            naming = next(filter(names_evidence, texts), None)
            return Evidence(short(naming, 40), address, "", "", None) if naming else None
        source, day, date, implied = found
        what = short(source, 40) if isinstance(source, str) else name(source)
        return Evidence(what, address, day, date, implied)

    def _found(self, activity: Activity) -> Iterator[_Found]:
        for block in activity.report:
            if block.text is not None and _may_name_a_year(block.text):
                yield from self._named_in(block.text, None)
        for block, deliverable in activity.deliverables():
            for prose in (deliverable.text, deliverable.title, deliverable.note):
                if prose is not None and _may_name_a_year(prose):
                    yield from self._named_in(prose, deliverable)
            if not held_by(deliverable):
                date = date_of(deliverable, block.year)
                if date:
                    yield (deliverable, *self._aged(date), None)
                else:
                    yield self._by_number(activity, deliverable)

    def _named_in(self, prose: Prose, deliverable: Deliverable | None) -> Iterable[_Found]:
        """The dates written out in a text."""
        return [
            (deliverable or text, *self._aged(str(span)), None)
            for text in _texts(prose)
            for _, _, span in _dates_in(text)
        ]

    def _aged(self, date: str) -> tuple[str, str]:
        """The day from which a date's age is counted, "" where that is still to come; the date."""
        first, day = _days(date)
        return "" if first > self._as_of else min(day, self._as_of), date

    def _by_number(self, activity: Activity, deliverable: Deliverable) -> _Found:
        """An undated deliverable; a liaison statement with the year that its number implies.

        Of the years that it may be of, the last that is not still to come counts.
        """
        numbered = liaison_series.numbered(deliverable.identifier)
        series = self._series_for(numbered[0], activity) if numbered else None
        if not numbered or not series:
            return deliverable, "", "", None
        years = liaison_series.implied(numbered[1], *series)
        year = max(years.first, min(years.last or years.first, int(self._as_of[:4])))
        return (deliverable, *self._aged(str(year)), years)

    def _series_for(self, sender: str, activity: Activity) -> tuple[Series, int] | None:
        """The series, and the study period, that a sender's undated statements here are of.

        The only one from which statements are known, else the one that those are of which the same
        activity dates.
        """
        periods = self._series.get(sender, {})
        if len(periods) > 1:
            beside = liaison_series.by_period(_statements(activity))
            own = [begin for group, begin in beside if group == sender]
            periods = {begin: periods[begin] for begin in own}
        return next((kept, begin) for begin, kept in periods.items()) if len(periods) == 1 else None

    @cached_property
    def _series(self) -> dict[str, dict[int, Series]]:
        """The series of each sender, by the first year of their study period."""
        dated = liaison_series.by_period(
            statement
            for plan in self._plans
            for _, activity in plan.activities()
            for statement in _statements(activity)
        )
        found: dict[str, dict[int, Series]] = {}
        for (sender, begin), counts in dated.items():
            found.setdefault(sender, {})[begin] = liaison_series.longest(counts)
        return found


def _may_name_a_year(prose: Prose) -> bool:
    """Few texts do, and to search them is slow."""
    return not isinstance(prose, str) or "20" in prose or "19" in prose


_Found = tuple[Deliverable | str, str, str, Years | None]
"""What was found, or the text that names it; then as in Evidence."""


def _recency(found: _Found) -> tuple[str, bool]:
    return found[1], bool(found[2])


def _statements(activity: Activity) -> Iterator[tuple[str, int, int]]:
    """The dated liaison statements of an activity: sender, number and year."""
    for block, deliverable in activity.deliverables():
        if deliverable.ref and "LS" in deliverable.ref.upper():
            numbered = liaison_series.numbered(deliverable.identifier)
            date = date_of(deliverable, block.year)
            if numbered and date:
                yield (*numbered, int(date[:4]))


def _texts(prose: Prose | None) -> Iterable[str]:
    if isinstance(prose, str):
        return (prose,)
    return prose.values() if prose else ()


@lru_cache(maxsize=4096)
def _dates_in(text: str) -> list[tuple[int, int, dates.Span]]:
    return written_dates.find(text)
