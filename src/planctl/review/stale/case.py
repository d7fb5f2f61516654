"""What is looked at and what is said: an open activity, what it is judged by, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from planctl.plan import dates
from planctl.plan.model import Activity
from planctl.review.evidence import Evidence

if TYPE_CHECKING:
    from planctl.store.settings import StaleAfter

DUE_UNKNOWN = "due-unknown"
"""The one reason that does not mean that nothing has moved."""


class Reason(NamedTuple):
    """Why an activity is flagged: the name of the reason, and a clause that says it."""

    name: str
    words: str


class Stale(NamedTuple):
    """An activity that has not moved.

    ``idle`` are the meetings over which nothing changed, ``months`` how long that is: from the
    first day of the first of them, else from the newest evidence; None where neither is known.
    """

    plan: str
    address: str
    activity: Activity
    idle: tuple[str, ...]
    months: int | None
    evidence: Evidence | None
    reasons: tuple[Reason, ...]

    @property
    def is_certain(self) -> bool:
        """Whether it has not moved beyond doubt; else it is only not known when it is due."""
        return any(reason.name != DUE_UNKNOWN for reason in self.reasons)


class Route(NamedTuple):
    """Where an activity that only points elsewhere leads: "stale", "circle" or "nowhere".

    ``stops`` are the items on the way as they are named from there, the activity itself first.
    """

    kind: str
    stops: tuple[str, ...]


class Terms(NamedTuple):
    """What all cases are judged by: the ISO day, the days of the meetings, and the thresholds.

    ``meetings`` are the first and the last day of each meeting of the calendar, by its key.
    """

    as_of: str
    meetings: Mapping[str, tuple[str, str]]
    after: StaleAfter


class Case(NamedTuple):
    """An open activity as the reasons see it.

    ``evidence`` is the newest of its own and of what its cross-references lead to; ``leans`` is
    whether it has none of its own but such references, and ``route`` where they lead, if that has
    not moved.
    """

    address: str
    activity: Activity
    evidence: Evidence | None
    leans: bool
    idle: tuple[str, ...]
    terms: Terms
    route: Route | None = None

    @property
    def age(self) -> int | None:
        """The age of the newest evidence in whole months; None where it has no date."""
        if self.evidence is None or not self.evidence.day:
            return None
        return dates.months_between(self.evidence.day, self.terms.as_of)

    @property
    def months_idle(self) -> int | None:
        """The whole months since the first of the meetings over which nothing changed."""
        if not self.idle or self.idle[0] not in self.terms.meetings:
            return None
        first_day, _ = self.terms.meetings[self.idle[0]]
        return max(0, dates.months_between(first_day, self.terms.as_of))

    @property
    def months(self) -> int | None:
        """How long nothing has moved; see :class:`Stale`."""
        return self.age if self.months_idle is None else self.months_idle
