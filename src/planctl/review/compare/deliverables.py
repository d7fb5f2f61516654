"""What changed in the deliverables of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planctl.plan.deliverable import FIELDS, line
from planctl.review.compare.changes import DeliverableChange, FieldChange
from planctl.review.compare.pairing import Placed, pairs
from planctl.review.compare.reading import Reading


def changes(was: Reading, now: Reading, lead_ins: Mapping[int, int]) -> list[DeliverableChange]:
    """The deliverables that differ between two readings: those there are now, then those gone.

    ``lead_ins`` are the places of the texts in ``now`` by those of the same texts in ``was``.
    """
    before_now = {right: left for left, right in lead_ins.items()}
    parents: dict[int, int] = {}
    found: dict[int, DeliverableChange] = {}
    gone: dict[int, DeliverableChange] = {}
    for is_item in (False, True):
        before = _placed(was, is_item)
        after = _placed(now, is_item, before_now, parents)
        lefts, rights = list(before), list(after)
        together = {
            rights[right]: lefts[left]
            for left, right in pairs(list(before.values()), list(after.values()))
        }
        for at, other in after.items():
            if at not in together:
                found[at] = DeliverableChange(None, other.deliverable)
                continue
            one = before.pop(together[at])
            fields = tuple(_fields(one, other, was, now))
            if fields:
                found[at] = DeliverableChange(one.deliverable, other.deliverable, fields)
        gone.update((at, DeliverableChange(one.deliverable, None)) for at, one in before.items())
        parents = together
    return [each[at] for each in (found, gone) for at in sorted(each)]


def _placed(
    reading: Reading,
    is_item: bool,
    lead_ins: Mapping[int, int] | None = None,
    parents: Mapping[int, int] | None = None,
) -> dict[int, Placed]:
    return {
        at: Placed(one, _token(one.lead_in, lead_ins), _token(one.parent, parents))
        for at, one in enumerate(reading.mentions)
        if (one.parent is not None) == is_item
    }


def _token(at: int | None, earlier: Mapping[int, int] | None) -> int | None:
    """The place itself, or that which the same thing had earlier, or one that nothing had."""
    return at if at is None or earlier is None else earlier.get(at, -1 - at)


def _fields(was: Placed, now: Placed, before: Reading, after: Reading) -> Iterator[FieldChange]:
    meanings = zip(FIELDS, was.mention.meaning, now.mention.meaning, strict=True)
    for name, one, other in meanings:
        if one != other:
            change = FieldChange(
                name, getattr(was.deliverable, name), getattr(now.deliverable, name)
            )
            if change.was != change.now:  # a kind follows the ref, without being written anywhere
                yield change
    if was.mention.year != now.mention.year:
        yield FieldChange("year", was.mention.year, now.mention.year)
    if was.lead_in != now.lead_in:
        yield FieldChange("lead_in", _lead_in(was, before), _lead_in(now, after))
    if was.parent != now.parent:
        yield FieldChange("under", _parent(was, before), _parent(now, after))


def _lead_in(placed: Placed, reading: Reading) -> object:
    at = placed.mention.lead_in
    return None if at is None else reading.texts[at].prose


def _parent(placed: Placed, reading: Reading) -> str | None:
    at = placed.mention.parent
    return None if at is None else line(reading.mentions[at].deliverable)
