"""What is known of a deliverable that is to be linked, and its place told in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from planctl.change.mentions import Mention, year_by_number
from planctl.change.new_deliverable import date_value
from planctl.change.placement import Place
from planctl.errors import PlanctlError, UsageFault
from planctl.plan import editions, identifiers
from planctl.plan.deliverable import Deliverable, line
from planctl.plan.model import STATUS_WORDS, Activity, Block, Plan
from planctl.plan.prose import short

if TYPE_CHECKING:
    from planctl.plan.published import Publications

_TAKEN = ("kind", "title", "date", "place", "url")


def where(under: Sequence[str]) -> tuple[int | None, str]:
    """The year line, and the words of a lead-in, that ``under`` names; UsageFault for more."""
    years = [text for text in under if re.fullmatch(r"(?:18|19|20|21)\d\d:?", text.strip())]
    words = [text for text in under if text not in years]
    if len(years) > 1 or len(words) > 1 or not all(text.strip() for text in words):
        raise UsageFault("--under takes one year, words of one lead-in, or one of each")
    return (int(years[0].strip()[:4]) if years else None), "".join(words)


def offered(fields: Mapping[str, Any], mentions: Sequence[Mention]) -> dict[str, Any]:
    """What ``fields`` lack and the fullest of the mentions has: kind, title, date, place, url."""
    offers = [_more(fields, mention.deliverable) for mention in mentions]
    best = max(offers, key=len, default={})
    return {} if set(best) <= {"kind"} else best


def _more(fields: Mapping[str, Any], known: Deliverable) -> dict[str, Any]:
    values = {name: getattr(known, name) for name in _TAKEN if name not in fields}
    if values.get("date"):
        values["date"] = date_value(values["date"])
    return {name: value for name, value in values.items() if value is not None}


def listed(fields: Mapping[str, Any], publications: Publications) -> dict[str, Any]:
    """The title and the date that ``fields`` lack, and the newest edition of their text has.

    It is the edition that the ref names, where it names one: "K.52 (2018)". A draft has neither.
    """
    identifier = identifiers.parse(fields.get("ref", ""))
    if identifier is None or identifier.draft:
        return {}
    named = editions.date_in(identifier)
    known = publications.editions(identifiers.fold(identifier.key))
    fitting = [one for one in known if one.date.startswith(named)]
    if not fitting:
        return {}
    found = {"title": fitting[-1].title}
    if fitting[-1].date and not named:
        found["date"] = fitting[-1].date
    return {
        name: date_value(value) if name == "date" else value
        for name, value in found.items()
        if name not in fields
    }


def known_year(
    activity: Activity, deliverable: Deliverable, elsewhere: Sequence[Mention], latest: int
) -> tuple[int | None, str]:
    """The year that a deliverable goes under, and how that is known where it is not its date.

    ``elsewhere`` are its mentions in other activities; ``latest`` is the year the plan speaks of.
    """
    if deliverable.date:
        return int(deliverable.date[:4]), ""
    for mention in elsewhere:
        if mention.year:
            return mention.year, f"it stands under that year in {mention.address}"
    return year_by_number(activity.report, deliverable, latest) or (None, "")


def told(place: Place, report: Sequence[Block]) -> str:
    """The place in words: ", under “The following LS has been sent:”, 2020, after SG5-LS184"."""
    words = [f"under “{short(place.lead_in)}”"] if place.lead_in else []
    if place.year is not None:
        made = " (a new year line)" if place.position is None else ""
        words.append(f"{'' if words else 'under '}{place.year}{made}")
    if place.position is not None and report[place.block].deliverables:
        siblings = report[place.block].deliverables
        after = place.position > 0
        beside = siblings[place.position - 1 if after else 0]
        words.append(f"{'after' if after else 'before'} “{short(line(beside))}”")
    return "".join(f", {part}" for part in words)


def remarks(plan: Plan, activity: Activity, place: Place) -> Iterator[str]:
    """What else a secretary may want to know of a deliverable that goes to ``place``."""
    if place.rivals:
        words = short(place.rivals[0], mark="")
        yield f'Another list has such deliverables too: --under "{words}".'
    if not activity.report and activity.status != "ongoing":
        word = STATUS_WORDS[activity.status]
        yield (
            f"The Status column of {plan.address(activity)} printed “{word}”; now it prints the"
            " report instead."
        )


def citations(name: str, cited: Sequence[Mention]) -> Iterator[str]:
    """Where the deliverable called ``name`` is cited already, a sentence each."""
    for mention in cited[:3]:
        yield f"{name} is already cited in {mention.address} as “{line(mention.deliverable)}”."
    if len(cited) > 3:
        yield f"So it is in {len(cited) - 3} more places; `planctl find` shows them."


def refuse_again(cited: Sequence[Mention], address: str) -> None:
    """Raise PlanctlError where the activity at ``address`` is among those that cite it."""
    for mention in cited:
        if mention.address == address:
            raise PlanctlError(
                f"{address} has it already, as “{line(mention.deliverable)}”; nothing was written."
                " Give --again to link it a second time."
            )
