"""Where a piece of evidence is cited already, what differs there, and where it may belong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Plan
from planctl.plan.prose import fold, short, text_of, words
from planctl.review import register
from planctl.review.placing import profiles
from planctl.review.placing.ranking import Choice, Ranking
from planctl.review.register import Entry


class Place(NamedTuple):
    """What the plans have to do with a piece of evidence.

    ``cited`` are the activities that cite it, none where it is new; ``differs`` says in words what
    is said otherwise there; ``choices`` are further activities that it may belong to.
    """

    cited: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


class Register:
    """The plans, ready to be asked where evidence belongs."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._entries = register.register(plans)
        self._by_name = {name: entry for entry in self._entries for name in entry.names}
        self._ranking = Ranking(profiles.profiles(plans))
        self._said = [(address, said) for plan in plans for address, said in _said(plan)]

    def place(self, deliverable: Deliverable, sentence: str = "") -> Place:
        """Where a deliverable belongs that was found in ``sentence``."""
        names = register.names(deliverable, None)
        entry = next((self._by_name[one] for one in sorted(names) if one in self._by_name), None)
        cited = tuple(entry.addresses) if entry else ()
        choices = self._ranking.choices(deliverable, sentence, most=3 + len(cited))
        fitting = tuple(one for one in choices if one.address not in cited)[:3]
        return Place(cited, tuple(_differences(deliverable, entry)) if entry else (), fitting)

    def speaking_of(self, names: Sequence[str]) -> list[str]:
        """The activities whose texts or responsibilities name a body, by any of its names."""
        wanted = [f" {' '.join(words(fold(name)))} " for name in names]
        return [address for address, said in self._said if any(one in said for one in wanted)]


def _said(plan: Plan) -> list[tuple[str, str]]:
    """What each activity says, word by word, to find names in."""
    found = []
    for _, activity in plan.activities():
        prose = [activity.text, *activity.responsible]
        prose += [block.text for block in activity.report if block.text is not None]
        prose += [one.title for _, one in activity.deliverables() if one.title is not None]
        said = " ".join(" ".join(words(text_of(one))) for one in prose)
        found.append((plan.address(activity), f" {said} "))
    return found


def _differences(deliverable: Deliverable, entry: Entry) -> list[str]:
    """What the document says otherwise than the plans do: the title, the date."""
    found = []
    title = text_of(deliverable.title) if deliverable.title is not None else ""
    if title and entry.titles and not deliverable.is_event:
        folded = " ".join(words(title))
        if all(" ".join(words(one)) != folded for one in entry.titles):
            found.append(f"its title is “{short(entry.titles[0])}” there")
    date = deliverable.date or ""
    if date and entry.dates and not any(_agree(date, one) for one in entry.dates):
        found.append(f"its date is {', '.join(entry.dates)} there")
    return found


def _agree(one: str, other: str) -> bool:
    """Whether two dates may be the same, one said more exactly than the other."""
    return one.startswith(other) or other.startswith(one)
