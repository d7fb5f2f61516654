"""The report on what changed: first a sentence for each plan, then plan by plan, item by item."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from planctl.plan.address import plan_key
from planctl.plan.deliverable import Deliverable
from planctl.plan.deliverable import line as printed
from planctl.plan.model import Activity, Directive, Plan
from planctl.plan.prose import listed, plain, short, text_of
from planctl.reports import wording
from planctl.reports.document import (
    Document,
    Heading,
    Item,
    Mark,
    Paragraph,
    Part,
    Piece,
    Table,
    line,
)
from planctl.review.compare.changes import (
    Changes,
    DeliverableChange,
    ItemChange,
    PlanChange,
    TextChange,
)
from planctl.review.compare.meaning import by_language
from planctl.review.compare.summary import names, summaries, tally, twin_numbers

_WIDE = 76  # characters


def report(
    changes: Changes,
    unchanged: Sequence[str],
    since: str,
    until: str,
    *,
    stat: bool,
    keys: Collection[str],
) -> Document:
    """What ``planctl diff`` tells: the changes, or with ``stat`` how many, and what is unchanged.

    ``keys`` are those of all plans, ``unchanged`` of those that say the same in both states; there
    may be more changes than were asked for. ``until`` is the later state, "" for now.
    """
    told = stat_table(changes) if stat else comparison(changes, since, keys)
    when = f"{f' at {until}' if until else ''} since {since}"
    if not changes:
        what = "Nothing of what was asked for" if len(keys) > len(unchanged) else "Nothing"
        return (Paragraph(line(f"{what} has changed{when}.")),)
    if not unchanged:
        return told
    rest = Paragraph(line(f"Unchanged{when}: {listed(unchanged)}."))
    at = next((at for at, part in enumerate(told) if isinstance(part, Heading)), len(told))
    return (*told[:at], rest, *told[at:])


def comparison(changes: Changes, since: str, keys: Collection[str] = ()) -> Document:
    """The report on ``changes``; nothing where there are none.

    ``since`` is the earlier state, as the summaries end; ``keys`` are those of all plans, which
    tell whether an assembly must be named. What is not to be told is left out beforehand
    (:func:`planctl.review.compare.selection.only`).
    """
    plans = [one.plan for one in changes]
    name = names(plans, keys)
    twins = twin_numbers(plans, keys)
    parts: list[Part] = [
        Paragraph(line(f"{sentence}.")) for sentence in summaries(changes, since, keys)
    ]
    for change in changes:
        told = list(_plan(change, _prefix(change.plan, twins)))
        if told:
            title = plain(text_of(change.plan.resolution.title))
            parts.append(Heading(line(Piece(name(change.plan), "strong"), f": {title}")))
            parts += told
    return tuple(parts)


def stat_table(changes: Changes) -> Document:
    """A line a plan: how many activities and deliverables changed, and how."""
    rows = []
    for change in changes:
        activities = ", ".join(f"{many} {word}" for word, many in tally(change).items())
        if change.what != "changed":
            many = sum(1 for _ in change.plan.activities())
            activities = f"plan {change.what}, {many} in it"
        row = (change.plan.key, str(change.unchanged), _signs(change), activities or "-")
        rows.append(row)
    heads = ("plan", "unchanged", "deliverables", "activities")
    return (Table(heads, tuple(rows)),) if rows else ()


def _signs(change: PlanChange) -> str:
    found = [one.what for item in change.items for one in item.deliverables]
    signs = (("+", "added"), ("−", "removed"), ("~", "changed"))
    return " ".join(f"{sign}{found.count(what)}" for sign, what in signs if what in found) or "-"


def _prefix(plan: Plan, twins: Collection[int]) -> str:
    """What stands before the ID in an address: as short as it is clear."""
    assembly, number = plan.resolution[:2]
    return (
        str(number) if number not in twins and plan.key == plan_key(assembly, number) else plan.key
    )


def _plan(change: PlanChange, prefix: str) -> Iterator[Part]:
    language = str(change.plan.data.get("language", "en"))
    for field in change.fields:
        yield from (Item(one) for one in wording.lines(field, language))
    if change.renamed and change.was:
        yield Item(line("file: ", *wording.instead(change.was.key, change.plan.key)))
    numbers = _renumbered(change)
    if numbers:
        yield Item(line(f"renumbered: {', '.join(numbers)}"))
    for item in change.items:
        if not item.only_renumbered:
            yield from _item(item, prefix, language)


def _renumbered(change: PlanChange) -> list[str]:
    """The items that have another number and are the same but for it."""
    told = {_ids(one) for one in change.items if not one.only_renumbered}
    found = dict.fromkeys(_ids(one) for one in change.items if one.only_renumbered)
    return [f"{was} → {now}" for was, now in found if (was, now) not in told]


def _ids(change: ItemChange) -> tuple[str, str]:
    return (change.was or change.item).id, (change.now or change.item).id


def _item(change: ItemChange, prefix: str, language: str) -> Iterator[Part]:
    yield Heading(line(Piece(f"{prefix}/{change.item.id}", "strong"), *news(change)), 2)
    if change.what == "changed" and not any(one.field == "text" for one in change.fields):
        yield Paragraph(line(Piece(short(text_of(change.item.text), _WIDE), "faint")))
    yield from details(change, language)


def details(change: ItemChange, language: str) -> Iterator[Item]:
    """What changed in an item, a line each, but for what :func:`news` has said."""
    item = change.item
    if change.what != "changed":
        yield from _whole(item, change.what)
    for field in change.fields:
        if field.field != "status":
            yield from (Item(one) for one in wording.lines(field, language))
    for text in change.texts:
        yield from _text(text, language)
    for deliverable in change.deliverables:
        yield from _deliverable(deliverable, language)


def news(change: ItemChange) -> Iterator[Piece]:
    """What the heading says of an item beside its address: its status, its number, its place."""
    kind = "" if change.is_activity else "directive "
    if change.what != "changed":
        yield Piece(f"  {kind}{change.what}")
    elif change.status:
        yield Piece("  ")
        yield from wording.instead(change.status.was, change.status.now)
    elif kind:
        yield Piece(f"  {kind}".rstrip())
    former = [f"was {change.was.id}"] if change.renumbered and change.was else []
    if change.moved:
        former.append(f"moved from directive {change.moved[0]} to {change.moved[1]}")
    if former:
        yield Piece(f"  ({', '.join(former)})")


def _whole(item: Directive | Activity, what: str) -> Iterator[Item]:
    """What an item says that is new, or gone."""
    mark: Mark = "is" if what == "added" else "was"
    facts = {"text": text_of(item.text)}
    if isinstance(item, Directive):
        facts["references"] = text_of(item.references)
    else:
        facts["responsible"] = "; ".join(item.responsible)
        facts["time plan"] = text_of(item.time_plan)
        facts["status"] = item.status
    for name, fact in facts.items():
        yield Item(line(f"{name}: ", Piece(plain(fact), mark)))


def _text(change: TextChange, language: str) -> Iterator[Item]:
    was, now = by_language(change.was, language), by_language(change.now, language)
    for one in dict.fromkeys((*now, *was)):
        before, after = plain(was.get(one, "")), plain(now.get(one, ""))
        tongue = "" if one == language else f" ({one})"
        if before and after and before != after:
            yield Item(line(f"report{tongue}: ", *wording.words(before, after)))
        elif before != after:
            sign, piece = ("+", Piece(after, "is")) if after else ("−", Piece(before, "was"))
            yield Item(line(f"{sign} report{tongue}: ", piece))


def _deliverable(change: DeliverableChange, language: str) -> Iterator[Item]:
    shown = change.now or change.was or Deliverable()
    text = plain(printed(shown, language))
    if change.what == "added":
        yield Item(line("+ ", Piece(text, "is")))
    elif change.what == "removed":
        yield Item(line("− ", Piece(text, "was")))
    else:
        yield Item(line(short(text, _WIDE)))
        for field in change.fields:
            yield from (Item(one, 2) for one in wording.lines(field, language))
