"""The data of a plan once it is carried over to another edition of its resolution."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from planctl.change import answering
from planctl.change.carrying import Stated, Step, is_closed, referring
from planctl.change.citing import Following, Target, followed
from planctl.plan import address
from planctl.plan.block_names import short_words
from planctl.plan.clauses import Block, blocks_in, meanings
from planctl.plan.model import Path
from planctl.plan.prose import plain, text_of
from planctl.plan.succession import Unit, successions


def with_text(data: Mapping[str, Any], stated: Stated) -> dict[str, Any]:
    """The plan with the text of its own edition."""
    new = copy.deepcopy(dict(data))
    return _before(new, "directives", "clauses", [dict(one) for one in stated])


def carried(
    data: Mapping[str, Any],
    old: Stated,
    new: Stated,
    taken: Sequence[Step],
    named: Mapping[str, Any],
    used: Collection[str] = (),
    left: Sequence[Step] = (),
) -> dict[str, Any]:
    """The plan with the ``new`` text, its rows carried over as the steps that were ``taken`` say.

    Rows whose clauses got other numbers in steps that were ``left`` say which edition they name.
    ``named`` are the fields of the resolution that change, its edition among them. ``used`` are IDs
    that the plan had, which are not given out again.
    """
    was = data["resolution"]["edition"]
    stated = [dict(one) for one in new]
    for step in taken:
        _note_former(step, stated)
    plan = with_text(data, stated)
    plan["resolution"].update(named)
    blocks = list(blocks_in(old)), list(blocks_in(new))
    following, stale = _following(taken), set(_following(filter(_is_moved, left)))
    for at, directive in enumerate(plan["directives"]):
        _follow(directive, blocks, following, stale, was)
        plan["directives"][at] = _ordered(directive)
    for step in taken:
        if step.kind in ("modified", "renumbered"):
            _reword(plan["directives"], step)
    _answer(plan, [one for step in taken for one in step.fresh], blocks[1], used)
    return plan


def _answer(
    plan: dict[str, Any], new: Sequence[Target], blocks: Sequence[Block], used: Collection[str]
) -> None:
    """Put in a directive for each of the ``new`` clauses, in its place."""
    directives = plan["directives"]
    ids = {*used, *(one["id"] for one in directives)}
    cited = [_cited(one, blocks) for one in directives]
    for target in new:
        fresh = address.next_id(ids, None)
        ids.add(fresh)
        clause = int(target.clause.path[-1])
        place = _place(clause, cited)
        made = _directive(fresh, target, plan["clauses"], blocks, plan)
        directives.insert(place, made)
        cited.insert(place, frozenset((clause,)))


def _cited(directive: dict[str, Any], blocks: Sequence[Block]) -> frozenset[int]:
    """The places, in the text, of the clauses that a directive answers."""
    return frozenset(
        int(clause.path[-1])
        for row in referring(directive)
        for meaning in meanings(text_of(row.item[row.field]), blocks)
        for clause in meaning.clauses
    )


def _place(clause: int, cited: Sequence[frozenset[int]]) -> int:
    """Where a directive goes: behind the one that answers the clause before, or else in front."""
    before = max((one for places in cited for one in places if one < clause), default=None)
    if before is not None:
        return max(at for at, places in enumerate(cited) if before in places) + 1
    after = (at for at, places in enumerate(cited) if places)
    return next(after, len(cited))


def _is_moved(step: Step) -> bool:
    return [one.name for one in step.old] != [one.name for one in step.new]


def _following(taken: Iterable[Step]) -> Following:
    """What became of each old clause, of those within it too."""
    found: dict[Path, Sequence[Target]] = {}
    for step in taken:
        for target in step.old:
            found[target.clause.path] = step.new
            for within in target.block.within:
                if within.number == target.clause.number:
                    found[within.path] = step.new
            found.update(_within(target, step.new))
    return found


def _within(old: Target, new: Sequence[Target]) -> Following:
    """What became of the clauses within another, those that say the same or nearly so."""
    sides = [
        [Target(one.block, within) for one in side for within in one.block.within
         if within.number == one.clause.number]
        for side in ([old], new)
    ]  # fmt: skip
    units = [[Unit("", one.clause.text) for one in side] for side in sides]
    return {
        sides[0][at].clause.path: [sides[1][to] for to in one.new]
        for one in successions(units[0], units[1])
        for at in one.old
        if one.new
    }


def _follow(
    directive: dict[str, Any],
    blocks: tuple[Sequence[Block], Sequence[Block]],
    following: Following,
    stale: Collection[Path],
    was: Any,
) -> None:
    """Make the references of a directive follow, or say which edition they name."""
    for row in list(referring(directive)):
        item = row.item
        named = meanings(text_of(item[row.field]), blocks[0])
        if any(clause.path in stale for meaning in named for clause in meaning.clauses):
            item.setdefault("edition", copy.deepcopy(was))
            item.pop("answers", None)
            continue
        given = item[row.field]
        texts = {"": given} if isinstance(given, str) else given
        now = {name: followed(text, *blocks, following) for name, text in texts.items()}
        if not any(one.moved for one in now.values()):
            continue
        said = {name: one.text for name, one in now.items()}
        gone = all(one.gone for one in now.values())
        if not row.closed and not gone:
            item["references"] = said[""] if isinstance(given, str) else said
            continue
        item.setdefault("edition", copy.deepcopy(was))
        item.pop("answers", None)
        if not gone:
            item["answers"] = said[""] if isinstance(given, str) else said
        for one in row.activities:
            if gone and not is_closed(one):
                one["status"] = "superseded"


def _ordered(directive: dict[str, Any]) -> dict[str, Any]:
    """A directive with its edition after its references, and its activities' likewise."""
    directive["activities"] = [_edition_after(one) for one in directive["activities"]]
    return _edition_after(directive)


def _edition_after(item: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {key: item[key] for key in ("edition", "answers") if key in item}
    if not kept or "references" not in item:
        return item
    rest = {key: value for key, value in item.items() if key not in kept}
    names = list(rest)
    cut = names.index("references") + 1
    first = {key: rest.pop(key) for key in names[:cut]}
    return {**first, **kept, **rest}


def _reword(directives: Sequence[dict[str, Any]], step: Step) -> None:
    """Give the open rows that have the words of the old clause, or whom it addressed, the new."""
    for directive in directives:
        if directive["id"] not in step.rows or directive["id"] in step.closed:
            continue
        for item in (directive, *directive["activities"]):
            text = item["text"]
            if not is_closed(item) and isinstance(text, str) and plain(text) == plain(step.was):
                item["text"] = step.now
            if step.whom and not is_closed(item) and item.get("responsible") == step.whom[0]:
                item["responsible"] = list(step.whom[1])


def _note_former(step: Step, stated: Sequence[dict[str, Any]]) -> None:
    """Say in the new text that a clause had another number."""
    if len(step.old) != 1 or len(step.new) != 1:
        return
    (old,), (new,) = step.old, step.new
    number = old.clause.number
    if old.block.words == new.block.words and number and number != new.clause.number:
        at = int(new.clause.path[-1])
        clause = {key: value for key, value in stated[at].items() if key != "formerly"}
        stated[at].clear()
        stated[at].update(_before(clause, "text", "formerly", number))


def _directive(
    fresh: str, target: Target, stated: Stated, blocks: Sequence[Block], plan: Mapping[str, Any]
) -> dict[str, Any]:
    words = short_words(target.block.words, blocks)
    return answering.directive(
        fresh,
        answering.wording(stated, int(target.clause.path[-1])),
        answering.reference(words, target.clause.number),
        answering.addressed(target.block.words) or [text_of(plan["lead"])],
    )


def _before(data: dict[str, Any], key: str, name: str, value: Any) -> dict[str, Any]:
    """The mapping with another entry before ``key``, or in the place that it has."""
    if name in data:
        return {**data, name: value}
    made: dict[str, Any] = {}
    for one, what in data.items():
        if one == key:
            made[name] = value
        made[one] = what
    return made
