"""Which directives answer which operative clauses of the resolution, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planctl.plan.block_names import short_words
from planctl.plan.citations import field_of
from planctl.plan.clauses import Block, Clause, blocks_of, meanings
from planctl.plan.model import Activity, Directive, Path, Plan
from planctl.plan.prose import plain, text_of


class Answered(NamedTuple):
    """A clause, its name as it is cited in short, and the IDs of the items that cite it.

    Those are directives, and activities that have a reference of their own. ``missing`` are the
    labels of what within the clause nobody cites, where only a part of it is cited.
    """

    block: Block
    clause: Clause
    name: str
    by: tuple[str, ...]
    missing: tuple[str, ...] = ()

    @property
    def is_invitation(self) -> bool:
        """Whether others are invited, so that the plan need not answer."""
        return self.block.kind == "invites"


class Stray(NamedTuple):
    """A reference of the item ``id`` that names no clause, or more than one; ``fault`` says why.

    ``field`` is where it stands.
    """

    id: str
    field: str
    reference: str
    fault: str


class Coverage(NamedTuple):
    """What a plan answers.

    ``clauses`` are all clauses of its resolution's text, () where it does not hold the text.
    ``unfounded`` are the IDs of directives none of whose references names a clause. ``apart`` are
    those that answer another edition, and keep its numbers.
    """

    plan: Plan
    clauses: tuple[Answered, ...]
    strays: tuple[Stray, ...]
    unfounded: tuple[str, ...]
    apart: tuple[str, ...]

    @property
    def unanswered(self) -> list[Answered]:
        """The clauses without a directive, invitations aside."""
        return [one for one in self.clauses if not one.by and not one.is_invitation]

    @property
    def cited_often(self) -> list[Answered]:
        """The clauses that several directives cite."""
        return [one for one in self.clauses if len(one.by) > 1]

    @property
    def partly(self) -> list[Answered]:
        """The clauses of which only a part is cited."""
        return [one for one in self.clauses if one.missing]

    @property
    def has_gaps(self) -> bool:
        """Whether anything is to be done: a clause has no directive, or a reference no clause."""
        return bool(self.unanswered or self.strays or self.partly)


class _Cited(NamedTuple):
    """The reference of a directive, or of an activity: which item's, which field, what it says."""

    id: str
    field: str
    reference: str


def coverage(plan: Plan) -> Coverage:
    """Hold a plan against the text of its resolution."""
    blocks = blocks_of(plan)
    apart = tuple(one.id for one in plan.directives if "edition" in one.data)
    if not blocks:
        return Coverage(plan, (), (), (), apart)
    by: dict[Path, list[str]] = {}
    strays: list[Stray] = []
    founded: set[str] = set()
    for directive, cited in _references(plan):
        found = meanings(cited.reference, blocks)
        strays += [
            Stray(cited.id, cited.field, plain(one.said), one.fault) for one in found if one.fault
        ]
        if not found:
            strays.append(Stray(cited.id, cited.field, "", "it is empty"))
        for clause in (clause for one in found for clause in one.clauses or one.some):
            founded.add(directive)
            holders = by.setdefault(clause.path, [])
            if cited.id not in holders:
                holders.append(cited.id)
    unfounded = [one.id for one in plan.directives if one.id not in founded and one.id not in apart]
    answered = [
        _answered(block, clause, short, by)
        for block, short in (
            (one, one._replace(words=short_words(one.words, blocks))) for one in blocks
        )
        for clause in block.clauses
    ]
    return Coverage(plan, tuple(answered), tuple(strays), tuple(unfounded), apart)


def _references(plan: Plan) -> Iterator[tuple[str, _Cited]]:
    """The references of a plan's directives, and of activities that have their own."""
    for directive in plan.directives:
        own = [one for one in directive.activities if one.references is not None]
        speaks = len(own) < len(directive.activities) or not directive.activities
        items: list[Directive | Activity] = [directive] if speaks else []
        for item in [*items, *own]:
            if field := field_of(item.data):
                yield directive.id, _Cited(item.id, field, text_of(item.data[field]))


def _answered(block: Block, clause: Clause, short: Block, by: dict[Path, list[str]]) -> Answered:
    within = [one for one in block.within if one.number == clause.number and one.sub]
    whole = by.get(clause.path, [])
    parts = [(one, by.get(one.path, [])) for one in within]
    holders = [*whole, *(holder for _, some in parts for holder in some)]
    missing: tuple[str, ...] = ()
    if not whole and any(some for _, some in parts):
        missing = tuple(one.sub for one, some in parts if not some)
    return Answered(block, clause, short.name(clause), tuple(dict.fromkeys(holders)), missing)
