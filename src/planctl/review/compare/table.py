"""What changed in the table of a plan: its directives and activities, in the table's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planctl.plan.model import Activity, Block, Directive, Path, Plan
from planctl.review.compare import fields, report
from planctl.review.compare.changes import ItemChange
from planctl.review.compare.items import ActivityPair, Together

Mended = Mapping[Path, tuple[Block, ...]]
Item = Directive | Activity


def compare(was: Plan, now: Plan, items: Together, mended: Mended) -> tuple[ItemChange, ...]:
    """The items that changed; those that are gone stand behind what they stood behind.

    ``items`` are those in both states; ``mended`` are reports of the earlier state in which
    references follow new numbers, by the path of their activity.
    """
    known = _Known(items, fields.languages_of(was, now), mended)
    rows = list(_rows(now))
    places: dict[Path, int] = {}
    found: list[tuple[tuple[int, int], ItemChange]] = []
    for at, item in enumerate(rows):
        change = known.change(item)
        if change.was:
            places[change.was.path] = at
        if change.what == "added" or change.renumbered or change.moved or change.is_revised:
            found.append(((at, 0), change))
    above = -1
    for order, item in enumerate(_rows(was), 1):
        if item.path in places:
            above = places[item.path]
            continue
        if isinstance(item, Directive):
            while above + 1 < len(rows) and isinstance(rows[above + 1], Activity):
                above += 1
        found.append(((above, order), known.gone(item)))
    return tuple(change for _, change in sorted(found, key=lambda one: one[0]))


def _rows(plan: Plan) -> Iterator[Item]:
    for directive in plan.directives:
        yield directive
        yield from directive.activities


class _Known:
    """What is known of two states of a plan when their items are compared."""

    def __init__(self, items: Together, languages: tuple[str, str], mended: Mended) -> None:
        self._directives = {now.path: was for was, now in items.directives}
        self._activities: dict[Path, ActivityPair] = {}
        for pair in items.activities:
            self._activities[pair[1][1].path] = pair
        self._languages = languages
        self._mended = mended

    def change(self, item: Item) -> ItemChange:
        """An item there is now, with what it was; it need not have changed."""
        if isinstance(item, Directive):
            was = self._directives.get(item.path)
            differing = fields.of_item(was.data, item.data, self._languages) if was else ()
            return ItemChange(was, item, fields=differing)
        if item.path in self._activities:
            return self._activity(*self._activities[item.path])
        return ItemChange(None, item, (), (), *report.compare((), item.report, self._languages))

    def gone(self, item: Item) -> ItemChange:
        """An item there is no more."""
        if isinstance(item, Directive):
            return ItemChange(item, None)
        return ItemChange(item, None, (), (), *report.compare(item.report, (), self._languages))

    def _activity(
        self, before: tuple[Directive, Activity], after: tuple[Directive, Activity]
    ) -> ItemChange:
        (was_under, was), (now_under, now) = before, after
        owner = self._directives.get(now_under.path)
        stayed = owner is not None and owner.path == was_under.path
        moved = () if stayed else (was_under.id, now_under.id)
        if was.data == now.data:
            return ItemChange(was, now, moved)
        differing = fields.of_item(was.data, now.data, self._languages)
        if was.data.get("report") == now.data.get("report"):
            return ItemChange(was, now, moved, differing)
        mended = self._mended.get(was.path, ())
        found = report.compare(was.report, now.report, self._languages, mended)
        return ItemChange(was, now, moved, differing, *found)
