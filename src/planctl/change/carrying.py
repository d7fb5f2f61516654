"""What becomes of a plan's rows when its resolution has another edition.

References of open rows follow their clauses. A row whose activities are completed or superseded
keeps its reference, and says which edition that names and which clauses these are now; an open row
whose clauses are gone keeps its reference too, and is superseded. Words of a row change only where
they are still those of the clause, and who is responsible only where that is still whom the clause
addressed. A new clause that resolves or instructs gets a directive, behind that of the clause
before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from planctl.change.answering import ASKING, addressed, wording
from planctl.change.citing import Target
from planctl.plan.block_names import short_words
from planctl.plan.citations import field_of
from planctl.plan.clauses import Block, blocks_in, meanings
from planctl.plan.model import CLOSED, Path
from planctl.plan.prose import plain, text_of
from planctl.plan.succession import Succession, Unit, successions

Stated = Sequence[Mapping[str, Any]]
"""Clauses, as a plan's ``clauses`` hold them."""

Kind = Literal["unchanged", "renumbered", "modified", "new", "deleted", "split", "merged"]


class Step(NamedTuple):
    """What became of clauses. ``was`` and ``now`` are their words, as directives have them.

    ``rows`` are the IDs of the directives, and of activities with a reference of their own, that
    cite the old clauses; ``closed`` those among them that stay as they are. ``whom`` are those whom
    the clause addressed, as bodies, and whom it addresses now, where these are others.
    """

    kind: Kind
    old: tuple[Target, ...]
    new: tuple[Target, ...]
    was: str
    now: str
    rows: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    whom: tuple[list[str], list[str]] | None = None

    @property
    def fresh(self) -> tuple[Target, ...]:
        """The clauses that get a directive: new ones that ask, and what only invited before."""
        asked = any(one.block.kind in ASKING for one in self.old) or self.rows
        return tuple(one for one in self.new if one.block.kind in ASKING and not asked)


def steps(data: Mapping[str, Any], old: Stated, new: Stated) -> list[Step]:
    """What became of the clauses of a plan, in the order of the new text, deleted ones last.

    ``data`` is the plan's; ``old`` is the text that its references name, ``new`` the other one.
    """
    sides = [_targets(old), _targets(new)]
    units = [[_unit(one, stated) for one in side]
             for side, stated in zip(sides, (old, new), strict=True)]  # fmt: skip
    citing = _citing(data, list(blocks_in(old)))
    lead = text_of(data["lead"])
    return [
        _step(one, sides, [[unit.text for unit in side] for side in units], citing, lead)
        for one in successions(*units)
    ]


def is_closed(item: Mapping[str, Any]) -> bool:
    """Whether a directive, or an activity, is closed: completed or superseded throughout."""
    if "activities" not in item:
        return item["status"] in CLOSED
    return bool(item["activities"]) and all(map(is_closed, item["activities"]))


class Referring(NamedTuple):
    """A directive or an activity whose ``field`` names clauses, and its ``activities``."""

    item: dict[str, Any]
    field: str
    activities: tuple[dict[str, Any], ...]

    @property
    def closed(self) -> bool:
        """Whether nothing that it speaks for is open, or it keeps the numbers of an edition."""
        is_kept = self.field == "answers"
        return is_kept or (bool(self.activities) and all(map(is_closed, self.activities)))


def referring(directive: dict[str, Any]) -> Iterator[Referring]:
    """The directive and those of its activities that have a reference of their own.

    What names clauses of other editions only is left out.
    """
    activities = directive["activities"]
    own = tuple(one for one in activities if "references" not in one)
    if (field := field_of(directive)) and (own or not activities):
        yield Referring(directive, field, own)
    for activity in activities:
        if field := field_of(activity):
            yield Referring(activity, field, (activity,))


def _targets(stated: Stated) -> list[Target]:
    blocks = list(blocks_in(stated))
    shown = [block._replace(words=short_words(block.words, blocks)) for block in blocks]
    return [
        Target(block, clause, short.name(clause))
        for block, short in zip(blocks, shown, strict=True)
        for clause in block.clauses
    ]


def _unit(target: Target, stated: Stated) -> Unit:
    return Unit(target.block.words, wording(stated, int(target.clause.path[-1])))


class _Cites(NamedTuple):
    id: str
    paths: frozenset[Path]
    closed: bool


def _citing(data: Mapping[str, Any], blocks: Sequence[Block]) -> list[_Cites]:
    """The rows of a plan that cite clauses, with the paths of these."""
    tops = {(id(block), one.number): one.path for block in blocks for one in block.clauses}
    found = []
    for directive in data["directives"]:
        for row in referring(directive):
            paths = {
                tops.get((id(meaning.block), clause.number), clause.path)
                for meaning in meanings(text_of(row.item[row.field]), blocks)
                for clause in meaning.clauses
            }
            if paths:
                found.append(_Cites(row.item["id"], frozenset(paths), row.closed))
    return found


def _step(
    one: Succession,
    sides: Sequence[Sequence[Target]],
    texts: Sequence[Sequence[str]],
    citing: Sequence[_Cites],
    lead: str,
) -> Step:
    old = tuple(sides[0][at] for at in one.old)
    new = tuple(sides[1][at] for at in one.new)
    was = "\n".join(texts[0][at] for at in one.old)
    now = "\n".join(texts[1][at] for at in one.new)
    paths = {target.clause.path for target in old}
    rows = [cites for cites in citing if paths & cites.paths]
    return Step(
        _kind(old, new, was, now),
        old,
        new,
        was,
        now,
        tuple(dict.fromkeys(cites.id for cites in rows)),
        tuple(dict.fromkeys(cites.id for cites in rows if cites.closed)),
        _whom(old, new, lead),
    )


def _whom(
    old: Sequence[Target], new: Sequence[Target], lead: str
) -> tuple[list[str], list[str]] | None:
    """Whom a clause addressed and whom it addresses now; None where these are the same."""
    if len(old) != 1 or len(new) != 1 or old[0].block.words == new[0].block.words:
        return None
    was, now = (addressed(side[0].block.words) or [lead] for side in (old, new))
    return (was, now) if was != now else None


def _kind(old: Sequence[Target], new: Sequence[Target], was: str, now: str) -> Kind:
    if not old:
        return "new"
    if not new:
        return "deleted"
    if len(new) > 1:
        return "split"
    if len(old) > 1:
        return "merged"
    same_block = old[0].block.words == new[0].block.words
    if plain(was) != plain(now) or (old[0].name == new[0].name and not same_block):
        return "modified"
    is_numbered_so = old[0].clause.number == new[0].clause.number
    return "unchanged" if same_block and is_numbered_so else "renumbered"
