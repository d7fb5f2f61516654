"""Rules about evidence that has grown old or cannot be found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl.finding import WARNING
from planctl.patterns import late
from planctl.plan import dates, written_dates
from planctl.plan.model import Plan
from planctl.review.evidence import date_of, day_of
from planctl.review.rules.rule import Remark, rule
from planctl.review.rules.survey import place, survey

OLD_AFTER_MONTHS = 24

_LOST = late(
    r"\b(?:accessed|accessible|available|click|download(?:ed)?|found|see) here\b"
    r"|\b(?:at|on|via|under|through) (?:this|the following) link\b",
    re.IGNORECASE,
)


@rule(WARNING)
def old_evidence(plan: Plan) -> Iterator[Remark]:
    """The newest dated evidence of an ongoing activity is more than 24 months older than the plan.

    Counted to the plan's month (`as_of`); where only a year is known, from the middle of it.
    Nothing is said where the evidence has no dates.
    """
    try:
        as_of = dates.parse(plan.as_of)
    except ValueError:  # which has a rule of its own
        return
    latest_year = as_of.year - OLD_AFTER_MONTHS // 12
    for row in survey(plan).rows:
        if row.activity.status != "ongoing":
            continue
        years = [mention.year for mention in row.mentions if mention.year]
        if not years or max(years) > latest_year:
            continue
        dated = [
            (day_of(date), date, mention.deliverable)
            for mention in row.mentions
            if (date := date_of(mention.deliverable, mention.block.year))
        ]
        newest, date, deliverable = max(dated, key=lambda one: one[0])
        if dates.months_between(newest, as_of.end) <= OLD_AFTER_MONTHS:
            continue
        named = [
            day_of(str(span)) for text in row.texts for _, _, span in written_dates.find(text[2])
        ]
        if all(dates.months_between(day, as_of.end) > OLD_AFTER_MONTHS for day in named):
            yield Remark(
                deliverable.path,
                f"the newest evidence of {plan.address(row.activity)} is of {date}, more than "
                f"{OLD_AFTER_MONTHS} months before {plan.as_of}; "
                "add what was done since, or review the status",
            )


@rule(WARNING)
def lost_link(plan: Plan) -> Iterator[Remark]:
    """A text says "available here" or the like, and the address is not there."""
    seen = survey(plan)
    if " here" not in seen.said and " link" not in seen.said:
        return
    linked = [
        mention.deliverable.path
        for row in seen.rows
        for mention in row.mentions
        if mention.deliverable.url
    ]
    for text in seen.reports:
        holder, _, content, _ = text
        found = _LOST.search(content)
        if not found or "://" in content or "www." in content:
            continue
        # A sentence's address may be that of a deliverable under it.
        if not any(path[: len(holder)] == holder for path in linked):
            yield Remark(
                place(text),
                f"“{found[0]}” leads nowhere: the address is missing; add it to the text, "
                "or give the deliverable a `url`",
            )
