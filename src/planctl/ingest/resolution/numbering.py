"""The numbers of the clauses: which list a label stands in, and what it counts there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from planctl.ingest.resolution.flattened import Options, is_counted, split
from planctl.ingest.resolution.labels import in_one_alphabet
from planctl.ingest.resolution.lines import Taken
from planctl.ingest.resolution.model import Block, Remark
from planctl.ingest.resolution.nesting import Spot, spots
from planctl.plan.labels import bare
from planctl.plan.prose import listed

_SHOWN = 12  # labels of a list, in a sentence about it


class Item(NamedTuple):
    """A line with a label; ``at`` is its place among the lines, ``under`` the label above it.

    ``options`` are what its number may be in two editions that run together; else there are none.
    """

    block: int
    at: int
    place: int
    label: str
    under: str
    spot: Spot
    options: Options = frozenset()

    @property
    def is_deleted(self) -> bool:
        """Whether the clause is in the old edition only, beyond doubt."""
        return bool(self.options) and all(one.new is None for one in self.options)

    @property
    def named(self) -> str:
        """The label as the new edition has it; as it stands where that is not certain."""
        numbers = {one.new for one in self.options if one.new is not None}
        return (
            self.label.replace(bare(self.label), numbers.pop())
            if len(numbers) == 1
            else (self.label)
        )

    @property
    def formerly(self) -> str:
        """The number in the old edition, where it is certain and another."""
        if len(self.options) != 1:
            return ""
        (only,) = self.options
        return only.old if only.old and only.old != only.new else ""


class Numbered(NamedTuple):
    """The lines with labels, by their places, and whether two editions run together in them."""

    items: dict[int, Item]
    flattened: bool


def numbered(rows: Sequence[Taken]) -> Numbered:
    """Number the lines of a resolution."""
    items = list(_items(rows))
    groups = _lists(items)
    flattened = any(_runs_together(group) for group in groups)
    known = {one.at: one for one in items}
    if flattened:
        known.update((one.at, one) for group in groups for one in _taken_apart(group))
    return Numbered(known, flattened)


def doubts(found: Numbered, blocks: Sequence[Block], deleted: Set[int]) -> Iterator[Remark]:
    """What the labels leave open; nothing is said of a list under a clause that is ``deleted``."""
    for group in _lists(list(found.items.values())):
        first = group[0]
        if first.place in deleted and all(one.place in deleted for one in group):
            continue
        words = blocks[first.block].words if first.block >= 0 else "…"
        where = f"“{words}”{f' ({first.under})' if first.under else ''}"
        labels = [one.label for one in group]
        if not first.options and not is_counted(labels, first.spot.style):
            why = " in any reading" if found.flattened else ""
            yield Remark(
                first.place,
                f"the labels under {where} do not follow one another{why}:"
                f" {listed(labels, _SHOWN)}; they are kept as they stand",
            )
        unclear = [one.label for one in group if len(one.options) > 1]
        if unclear:
            yield Remark(
                first.place,
                f"under {where} the labels do not tell whether {listed(unclear, _SHOWN)}"
                f" {'stands' if len(unclear) == 1 else 'stand'} in both editions or in one of"
                " them only; the numbers are kept as they stand",
            )


def _items(rows: Sequence[Taken]) -> Iterator[Item]:
    """The lines with labels, block by block."""
    block = -1
    labelled: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        block += row.kind == "opening"
        if row.kind == "item":
            labelled[block].append(at)
    for block, places in labelled.items():
        path: list[str] = []
        labels = in_one_alphabet([rows[at].label for at in places])
        for at, label, spot in zip(places, labels, spots(labels), strict=True):
            path = [*path[: spot.level], label]
            under = bare(path[-2]) if len(path) > 1 else ""
            yield Item(block, at, rows[at].line.place, label, under, spot)


def _lists(items: Sequence[Item]) -> list[list[Item]]:
    """The items list by list, without those that do not count."""
    lists: dict[tuple[int, int], list[Item]] = defaultdict(list)
    for one in items:
        if one.spot.style not in ("dash", "decimal"):
            lists[one.block, one.spot.list].append(one)
    return list(lists.values())


def _runs_together(group: Sequence[Item]) -> bool:
    """Whether two numbers run together in a label, where nothing else explains the list."""
    labels, style = [one.label for one in group], group[0].spot.style
    return not is_counted(labels, style) and any(
        one.old and one.new and one.old != one.new
        for options in split(labels, style)
        for one in options
    )


def _taken_apart(group: Sequence[Item]) -> list[Item]:
    options = split([one.label for one in group], group[0].spot.style)
    if not options:
        return list(group)
    return [one._replace(options=its) for one, its in zip(group, options, strict=True)]
