"""Where a deliverable is mentioned, and what the mentions around it tell about its year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from planctl.patterns import late
from planctl.plan import identifiers
from planctl.plan.deliverable import Deliverable, bare_title, line
from planctl.plan.model import Activity, Block, Plan
from planctl.plan.prose import fold, text_of

# What is a liaison statement's or a Recommendation's however it is written.
_LETTERED = late(r"(?:.{1,30}-(?=LS))?([A-Z]|LS)\.?([0-9]+)")


class Mention(NamedTuple):
    """A deliverable where it stands; ``address`` is that of the activity."""

    address: str
    activity: Activity
    block: Block
    deliverable: Deliverable

    @property
    def year(self) -> int | None:
        """The year of the deliverable's own date, else of the year line that it stands under."""
        date = self.deliverable.date
        return int(date[:4]) if date else self.block.year


def find_mentions(plan: Plan, wanted: Deliverable, year: int | None = None) -> Iterator[Mention]:
    """Every mention of ``wanted`` in ``plan``, in the order of the table.

    ``year`` is when it was made, where that is known: each year may have its event of one title.
    """
    for _, activity in plan.activities():
        for block, deliverable in activity.deliverables():
            mention = Mention(plan.address(activity), activity, block, deliverable)
            other_year = year and mention.year and mention.year != year
            if same(wanted, deliverable) and (wanted.ref or not other_year):
                yield mention


def same(one: Deliverable, other: Deliverable) -> bool:
    """Whether two deliverables are one.

    They have the same key; or the same title but for the words that say what kind of event it is,
    and not two different dates.
    """
    key = one.key()
    if key and key == other.key():
        return True
    if one.ref or other.ref or one.title is None or other.title is None:
        return False
    if one.date and other.date and one.date != other.date:
        return False
    title = bare_title(text_of(one.title))
    return bool(title) and title == bare_title(text_of(other.title))


def matching(plan: Plan, activity: Activity, what: str) -> list[Mention]:
    """The activity's deliverables that ``what`` names: an identifier, a line, or words of one.

    What fits best decides: the same spelling, then the same document, then words of the line.
    """
    address = plan.address(activity)
    mentions = [Mention(address, activity, *pair) for pair in activity.deliverables()]
    identifier = identifiers.parse(what)
    wanted = fold(identifiers.normalise(what))
    key = identifiers.fold(identifier.key) if identifier else ""

    def is_document(one: Deliverable) -> bool:
        known = one.identifier
        return bool(key) and known is not None and identifiers.fold(known.key) == key

    tests: tuple[Callable[[Deliverable], bool], ...] = (
        lambda one: bool(wanted) and wanted in (fold(one.ref or ""), fold(line(one))),
        is_document,
        lambda one: wanted in fold(line(one)) or wanted in fold(one.url or ""),
    )
    for test in tests:
        found = [mention for mention in mentions if test(mention.deliverable)]
        if found:
            return found
    return []


def clue(wanted: Deliverable) -> str:
    """What stands in the text of every plan that mentions ``wanted``; "" where nothing is sure.

    Of an identifier the first number with the letters before it ("K 52", "LS 184"), else the
    longest number, or else the longest word: those are the same in every spelling. Words of a title
    are not, for accents. :func:`planctl.store.planfile.has_words` looks for it.
    """
    identifier = wanted.identifier
    if not identifier:
        return ""
    lettered = _LETTERED.match(identifier.key)
    if lettered:
        return f"{lettered[1]} {lettered[2]}"
    pieces = re.findall("[0-9]+", identifier.key) or re.findall("[a-z]+", identifier.key.lower())
    return max(pieces, key=len, default="")


def year_by_number(
    report: Sequence[Block], deliverable: Deliverable, latest: int
) -> tuple[int, str] | None:
    """The year of a liaison statement, told by its number; with the reason. None where it is not.

    Its number lies among those of one year's statements of the same sender in ``report``, or after
    all of them when the last are of ``latest``, the year that the plan speaks of.
    """
    name = _statement(deliverable)
    if not name:
        return None
    sender, number = name
    numbers: dict[int, list[int]] = {}
    for block in report:
        for one in block.deliverables:
            year = int(one.date[:4]) if one.date else block.year
            neighbour = _statement(one)
            if year and neighbour and neighbour[0] == sender:
                numbers.setdefault(year, []).append(neighbour[1])
    among = [year for year, known in numbers.items() if min(known) <= number <= max(known)]
    if len(among) == 1:
        low, high = min(numbers[among[0]]), max(numbers[among[0]])
        return among[0], f"its number lies between {sender}-LS{low} and LS{high}"
    highest = max((max(known) for known in numbers.values()), default=number)
    if number > highest and max(numbers) == latest and highest in numbers[latest]:
        return latest, f"its number follows {sender}-LS{highest}"
    return None


def _statement(deliverable: Deliverable) -> tuple[str, int] | None:
    """Sender and number of a liaison statement: ("SG5", 184)."""
    identifier = deliverable.identifier
    if not identifier or identifier.kind != "liaison-statement":
        return None
    sender, _, number = identifier.key.rpartition("-LS")
    return (sender, int(number)) if number.isdecimal() else None
