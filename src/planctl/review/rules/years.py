"""Rules about dates and year lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from planctl.finding import ERROR, WARNING
from planctl.patterns import late
from planctl.plan import dates
from planctl.plan.model import Activity, Block, Path, Plan
from planctl.plan.prose import text_of
from planctl.review import liaison_series
from planctl.review.rules.rule import Fact, Remark, across, rule
from planctl.review.rules.survey import survey

LIKE_A_DATE = late(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?:/[0-9]{4}(?:-[0-9]{2}){0,2})?")


@rule(WARNING)
def date_outside_year(plan: Plan) -> Iterator[Remark]:
    """A deliverable's own date is not in the year of the line it stands under."""
    for row in survey(plan).rows:
        for mention in row.mentions:
            date = mention.deliverable.date
            line = mention.block.year
            if not date or not line or mention.year == line:
                continue
            if not int(date[:4]) <= line <= int(date.partition("/")[2][:4] or date[:4]):
                yield Remark(
                    (*mention.deliverable.path, "date"),
                    f"{date} is not in {line}, the year it stands under; "
                    "move the deliverable, or correct its date",
                )


class _Run(NamedTuple):
    """Year lines that follow each other; ``direction`` is 1, -1, or 0 where there is none."""

    activity: Activity
    blocks: list[Block]
    direction: int


@rule(WARNING)
def year_order(plan: Plan) -> Iterator[Remark]:
    """Year lines are in no order, or run the other way than in the plan's other reports.

    A new lead-in sentence starts a new list. Where as many lists run one way as the other, those
    with the latest year first are the exception.
    """
    runs = [run for row in survey(plan).rows for run in _runs(row.activity)]
    usual = 1 if sum(run.direction for run in runs) >= 0 else -1
    model = next((run.activity for run in runs if run.direction == usual), None)
    for run in runs:
        years = [block.year or 0 for block in run.blocks]
        if run.direction == 0:
            place = next(at for at in range(1, len(years)) if _breaks(years, at))
            yield Remark(
                (*run.blocks[place].path, "year"),
                f"the years {', '.join(map(str, years))} are in no order; put them in order, "
                "each once",
            )
        elif run.direction != usual and model:
            yield Remark(
                (*run.blocks[0].path, "year"),
                f"the years run from {years[0]} to {years[-1]} here, but the other way in "
                f"{plan.address(model)}; turn one of the lists round",
            )


def _runs(activity: Activity) -> Iterator[_Run]:
    run: list[Block] = []
    for block in activity.report:
        if block.year is not None:
            run.append(block)
        elif run and block.text is not None and text_of(block.text).strip():
            yield from _run(activity, run)
            run = []
    yield from _run(activity, run)


def _run(activity: Activity, blocks: list[Block]) -> Iterator[_Run]:
    if len(blocks) > 1:
        years = [block.year or 0 for block in blocks]
        pairs = list(pairwise(years))
        up = all(one < following for one, following in pairs)
        down = all(one > following for one, following in pairs)
        yield _Run(activity, blocks, up - down)


def _breaks(years: list[int], at: int) -> bool:
    """Whether the year at ``at`` leaves the direction in which the list begins."""
    return (years[at] - years[at - 1]) * (years[1] - years[0]) <= 0


def _statements(plan: Plan) -> Iterator[Fact]:
    """The dated liaison statements: a fact for those of one sender and year in one list.

    Its path leads to the list; its value is sender, year, then number and position of each.
    """
    for row in survey(plan).rows:
        lists: dict[tuple[Path, str, int], list[int]] = {}
        for mention in row.mentions:
            numbered = liaison_series.numbered(mention.identifier) if mention.year else None
            if numbered and mention.year:
                sender, number = numbered
                path = mention.deliverable.path
                of_list = lists.setdefault((path[:-1], sender, mention.year), [])
                of_list += (number, int(path[-1]))
        for (place, sender, year), numbers in lists.items():
            yield Fact(plan.key, plan.address(row.activity), place, (sender, year, *numbers))


@across(WARNING, _statements)
def liaison_year(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """A liaison statement's year does not fit its number.

    A group numbers its statements in the order in which it sends them, anew in every study period.
    Looked at over all plans: what breaks the longest series that keeps the order is odd.
    """
    gathered = list(facts)
    series = liaison_series.by_period(
        (str(fact.value[0]), int(number), int(fact.value[1]))
        for fact in gathered
        for number in fact.value[2::2]
    )
    odd: dict[tuple[str, int, int], str] = {}
    for (group, _), counts in series.items():
        kept = liaison_series.longest(counts)
        ranges = _ranges(group, kept)
        for pair in counts.keys() - set(kept):
            odd[group, *pair] = _expected(pair[0], kept, ranges)
    if not odd:
        return
    for fact in gathered:
        sender, year, *numbers = fact.value
        for number, position in zip(numbers[::2], numbers[1::2], strict=True):
            expected = odd.get((str(sender), int(number), int(year)))
            if expected:
                message = f"{sender}-LS{number} is dated {year}, but {expected}"
                path = (*fact.path, position)
                yield fact._replace(path=path), f"{message}; check the number and the year"


def _ranges(sender: str, kept: list[tuple[int, int]]) -> dict[int, str]:
    """The numbers of each year of a series: "SG5-LS94 to SG5-LS131 of 2019"."""
    ends: dict[int, tuple[int, int]] = {}
    for number, year in kept:
        ends[year] = (ends.get(year, (number, 0))[0], number)
    return {
        year: f"{sender}-LS{first} of {year}"
        if first == last
        else f"{sender}-LS{first} to {sender}-LS{last} of {year}"
        for year, (first, last) in ends.items()
    }


def _expected(number: int, kept: list[tuple[int, int]], ranges: Mapping[int, str]) -> str:
    """What is known of a number elsewhere, or of the numbers next to it."""
    before, after = liaison_series.around(number, kept)
    if before and before[0][0] == number:
        return f"elsewhere {before[0][1]}"
    years = dict.fromkeys(year for _, year in (*before, *after))
    return f"its neighbours are {' and '.join(ranges[year] for year in years)}"


@rule(WARNING)
def undated_event(plan: Plan) -> Iterator[Remark]:
    """An event has no date of its own; a year line only says the year."""
    for row in survey(plan).rows:
        for mention in row.mentions:
            deliverable = mention.deliverable
            if mention.is_event and not deliverable.date:
                known = f" only its year, {mention.year}, is known;" if mention.year else ""
                message = f"when was “{mention.wording}”?{known} add its `date`"
                yield Remark(deliverable.path, message)


@rule(ERROR)
def impossible_date(plan: Plan) -> Iterator[Remark]:
    """A date does not exist (30 February), or ends before it begins."""
    if fault := _fault(plan.as_of):
        yield Remark(("as_of",), fault)
    for row in survey(plan).rows:
        activity = row.activity
        for field in ("status_since", "last_reviewed", "due"):
            value = activity.data.get(field)
            if value is None or (field == "due" and not LIKE_A_DATE.fullmatch(str(value))):
                continue
            if fault := _fault(str(value)):
                yield Remark((*activity.path, field), fault)
        for mention in row.mentions:
            date = mention.deliverable.date
            if date and (fault := _fault(date)):
                yield Remark((*mention.deliverable.path, "date"), fault)


@lru_cache(maxsize=4096)
def _fault(date: str) -> str:
    """What is wrong with a date, "" where nothing is."""
    try:
        dates.parse(date)
    except ValueError as error:
        return str(error)
    return ""
