"""Where a new deliverable goes in a report: where a secretary would put it.

A report is read as lists. A list begins with a block that is no year line (a lead-in sentence, say)
and goes on with the year lines after it. A deliverable joins the list that it is told to, else the
one with most deliverables of its own kind, else the last one with deliverables; there

- under its year, where the list has year lines: a missing one is made in the list's own order;
- else beside its own kind.

Among deliverables of its kind that stand in the order of their numbers or dates, upwards or
downwards, it keeps that order; else it goes after the last of them. A report without deliverables
gets a block at its end, unless its last sentence ends in a colon.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from planctl.errors import UsageFault
from planctl.plan.address import sort_key
from planctl.plan.deliverable import EVENT_KINDS, Deliverable
from planctl.plan.model import Block
from planctl.plan.prose import fold, text_of

_FAMILIES = {
    **dict.fromkeys(EVENT_KINDS, "event"),
    **dict.fromkeys(("amendment", "corrigendum", "erratum", "annex", "appendix"), "recommendation"),
}

Rank = tuple[int, object]


class YearWanted(UsageFault):
    """The report goes by years, and it is not known which one a deliverable belongs to."""


class Place(NamedTuple):
    """A place in a report: ``position`` among the deliverables of block number ``block``.

    ``position`` None: the block is to be made there, with ``year`` as its year line unless None.
    ``lead_in`` is the sentence that the place is under, "" where there is none; ``rivals`` are the
    lead-ins of other lists that hold deliverables of the same kind.
    """

    block: int
    position: int | None
    year: int | None = None
    lead_in: str = ""
    rivals: tuple[str, ...] = ()


class _List(NamedTuple):
    """The number of a list's first block, and its blocks."""

    start: int
    blocks: tuple[Block, ...]

    @property
    def lead_in(self) -> str:
        head = self.blocks[0]
        return "" if head.year is not None or head.text is None else text_of(head.text)

    @property
    def years(self) -> list[int]:
        return [block.year for block in self.blocks if block.year is not None]

    def relatives(self, deliverable: Deliverable) -> int:
        """How many deliverables of the same kind the list has."""
        family = _family(deliverable)
        return sum(_family(one) == family for block in self.blocks for one in block.deliverables)


def find_place(
    report: Sequence[Block],
    deliverable: Deliverable,
    year: int | None = None,
    *,
    line: int | None = None,
    words: str = "",
) -> Place:
    """Where ``deliverable`` goes in ``report``.

    ``year`` is when it was made, where that is known. ``line`` is the year line, and ``words`` are
    some of the lead-in, that it is to stand under. Raises UsageFault where the words fit no lead-in
    or several, where it would come under a lead-in that has only another kind, and where the list
    has year lines and the year is not known.
    """
    lists = _lists(report)
    chosen = _named(lists, words) if words else _chosen(lists, deliverable)
    if chosen and not words:
        _refuse_guess(lists, chosen, deliverable)
    if chosen is None:
        return Place(len(report), None, line)
    others = [] if words else [one for one in lists if one is not chosen and one.lead_in]
    rivals = tuple(one.lead_in for one in others if one.relatives(deliverable))
    if not chosen.years and line is None:
        position = _position(chosen.blocks[0], deliverable)
        return Place(chosen.start, position, None, chosen.lead_in, rivals)
    wanted = year if line is None else line
    if wanted is None:
        raise YearWanted(_year_wanted(chosen))
    block, place = _under_year(chosen, wanted, deliverable, _direction([chosen, *lists]))
    return Place(block, place, wanted, chosen.lead_in, rivals)


def _lists(report: Sequence[Block]) -> list[_List]:
    starts = [at for at, block in enumerate(report) if at == 0 or block.year is None]
    bounds = [*starts, len(report)]
    return [_List(a, tuple(report[a:b])) for a, b in pairwise(bounds)]


def _named(lists: Sequence[_List], words: str) -> _List:
    wanted = fold(words)
    found = [one for one in lists if one.lead_in and wanted in fold(one.lead_in)]
    if len(found) == 1:
        return found[0]
    there = [one.lead_in for one in found or lists if one.lead_in]
    listing = "".join(f"\n  {lead_in}" for lead_in in there)
    if found:
        raise UsageFault(
            f"several lead-ins have “{words}”; give more of the one you mean:{listing}"
        )
    raise UsageFault(
        f"no lead-in has “{words}”; there are:{listing}"
        if there
        else f"no lead-in has “{words}”: the report has no sentence to put deliverables under"
    )


def _refuse_guess(lists: Sequence[_List], chosen: _List, deliverable: Deliverable) -> None:
    """Raise UsageFault where all that is under the lead-in of ``chosen`` is of one other kind."""
    kinds = {_kin(one) for block in chosen.blocks for one in block.deliverables}
    kind = _kin(deliverable)
    if chosen.lead_in and kind and len(kinds) == 1 and not kinds & {kind, ""}:
        listing = "".join(f"\n  {one.lead_in}" for one in lists if one.lead_in)
        raise UsageFault(
            "the report has no such deliverable yet, so it is not known where this belongs: give"
            f" words of the lead-in that it goes under, with --under; there are:{listing}"
        )


def _kin(deliverable: Deliverable) -> str:
    """What deliverables that share a lead-in are; "" where the kind is not known."""
    family = _family(deliverable)
    return "recommendation" if family in ("supplement", "series") else family


def _chosen(lists: Sequence[_List], deliverable: Deliverable) -> _List | None:
    """The list to join; None where a block of its own has to be made."""
    open_ones = [
        one for one in lists if one.years or any(block.deliverables for block in one.blocks)
    ]
    if open_ones:
        # The last of those with most; max() takes the first.
        return max(reversed(open_ones), key=lambda one: one.relatives(deliverable))
    last = lists[-1] if lists else None
    return last if last and last.lead_in.rstrip().endswith(":") else None


def _under_year(
    chosen: _List, year: int, deliverable: Deliverable, direction: int
) -> tuple[int, int | None]:
    """The block, and the position in it; the position is None where the block is to be made."""
    lines = [(at, one) for at, one in enumerate(chosen.blocks) if one.year is not None]
    same = [(at, one) for at, one in lines if one.year == year]
    if same:
        family = _family(deliverable)
        at, block = max(
            reversed(same), key=lambda pair: any(_family(d) == family for d in pair[1].deliverables)
        )
        return chosen.start + at, _position(block, deliverable)
    before = [at for at, one in lines if ((one.year or 0) - year) * direction < 0]
    if before:
        return chosen.start + before[-1] + 1, None
    return chosen.start + (lines[0][0] if lines else 1), None


def _direction(lists: Sequence[_List]) -> int:
    """1 where the first list that tells has its years upwards, -1 downwards; 1 by default."""
    for one in lists:
        steps = [after - before for before, after in pairwise(one.years)]
        balance = sum((step > 0) - (step < 0) for step in steps)
        if balance:
            return 1 if balance > 0 else -1
    return 1


def _position(block: Block, deliverable: Deliverable) -> int:
    family = _family(deliverable)
    mine = [at for at, one in enumerate(block.deliverables) if _family(one) == family]
    if not mine:
        return len(block.deliverables)
    rank = _rank(deliverable)
    ranks = [_rank(block.deliverables[at]) for at in mine]
    if rank[0] and rank in ranks:
        return mine[len(ranks) - 1 - ranks[::-1].index(rank)] + 1
    for ordered in (sorted(ranks), sorted(ranks, reverse=True)):
        if ranks == ordered and rank[0] and all(one[0] for one in ranks):
            # Where it would stand if it were sorted in.
            placed = sorted([*ranks, rank], reverse=ordered != sorted(ranks)).index(rank)
            return mine[placed - 1] + 1 if placed else mine[0]
    return mine[-1] + 1


def _family(deliverable: Deliverable) -> str:
    kind = deliverable.known_kind
    return _FAMILIES.get(kind, kind)


def _rank(deliverable: Deliverable) -> Rank:
    """What deliverables of one kind are ordered by; it begins with 0 where there is nothing."""
    identifier = deliverable.identifier
    if identifier:
        return 1, sort_key(identifier.base or identifier.key)
    span = deliverable.span
    return (2, span.start) if span else (0, "")


def _year_wanted(chosen: _List) -> str:
    years = [str(year) for year in dict.fromkeys(chosen.years)]
    there = f"{', '.join(years[:-1])} and {years[-1]}" if len(years) > 1 else years[0]
    return (
        f"the report goes by years ({there}), and it is not known which year this belongs to: give"
        f" the year line (--under {years[-1]}) or the date (--date {years[-1]}-10-15)"
    )
