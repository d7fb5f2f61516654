"""Plans in few words: what the tests of this folder are about, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from planctl.plan.meeting import Meeting
from planctl.plan.model import Plan, plan_from
from planctl.review.stale.case import Stale
from planctl.review.stale.items import stale
from planctl.store.repository import Repository
from planctl.store.settings import StaleAfter

AS_OF = "2021-01-11"
SHIPPED = Repository(Path(__file__).parents[3])
MEETINGS = (
    Meeting("TSAG-2019-09", "2019-09-23", "2019-09-27"),
    Meeting("TSAG-2020-02", "2020-02-10", "2020-02-14"),
    Meeting("TSAG-2020-09", "2020-09-21"),
    Meeting("TSAG-2021-01", "2021-01-11", "2021-01-18"),
)


def shipped() -> list[Plan]:
    return [file.plan for file in SHIPPED.plan_files(("wtsa-72", "wtsa-73", "wtsa-79"))]


def activity(id_: str, *report: Mapping[str, Any], **fields: Any) -> dict[str, Any]:
    """An ongoing activity; its report is left out where there is none of it."""
    data = {"id": id_, "text": "T", "responsible": ["TSAG"], "time_plan": "P", "status": "ongoing"}
    return {**data, **({"report": list(report)} if report else {}), **fields}


def plan(number: int, *activities: Mapping[str, Any]) -> Plan:
    """The plan of WTSA Resolution ``number``; "3.1" and "3.2" stand under directive 3."""
    directives: dict[str, list[Mapping[str, Any]]] = {}
    for one in activities:
        directives.setdefault(one["id"].partition(".")[0], []).append(one)
    return plan_from(
        f"wtsa-{number}",
        {
            "resolution": {"assembly": "WTSA", "number": number, "edition": "2016", "title": "T"},
            "lead": "ITU-T SG5",
            "as_of": "2020-10",
            "directives": [
                {"id": id_, "text": "T", "references": "Resolves (1)", "activities": under}
                for id_, under in directives.items()
            ],
        },
    )


def see(*targets: str) -> dict[str, list[str]]:
    return {"see": list(targets)}


def listing(*deliverables: str | Mapping[str, Any], year: int | None = None) -> dict[str, Any]:
    return {**({"year": year} if year else {}), "deliverables": list(deliverables)}


FRESH = listing({"ref": "K.52", "date": "2020-12-01"})
OLD = listing({"ref": "K.52", "date": "2018-12-01"})


def flagged(
    *plans: Plan,
    as_of: str = AS_OF,
    idle: Mapping[str, Sequence[str]] | None = None,
    calendar: Iterable[Meeting] = MEETINGS,
    after: StaleAfter = StaleAfter(),  # noqa: B008
) -> list[Stale]:
    history = {address: tuple(meetings) for address, meetings in (idle or {}).items()}
    return stale(plans, history, as_of, calendar, after)


def names(found: Iterable[Stale]) -> dict[str, str]:
    """The names of the reasons, by address."""
    return {one.address: ", ".join(reason.name for reason in one.reasons) for one in found}


def words(found: Iterable[Stale]) -> dict[str, str]:
    """The words of the reasons, by address."""
    return {one.address: "; ".join(reason.words for reason in one.reasons) for one in found}


def why(*report: Mapping[str, Any], **fields: Any) -> str:
    """The words for one activity alone."""
    return words(flagged(plan(72, activity("1", *report, **fields)))).get("wtsa-72/1", "")
