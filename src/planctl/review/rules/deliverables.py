"""Rules about deliverables: named twice, named oddly, named too early."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.finding import WARNING
from planctl.plan.identifiers import Identifier
from planctl.plan.model import Block, Plan
from planctl.plan.prose import listed, short
from planctl.review import stage
from planctl.review.rules.rule import Remark, rule
from planctl.review.rules.survey import Mention, Row, survey


@rule(WARNING)
def duplicate_in_activity(plan: Plan) -> Iterator[Remark]:
    """One activity names a deliverable twice."""
    for row in survey(plan).rows:
        first: dict[str, Mention] = {}
        for mention in row.mentions:
            one = first.setdefault(mention.key, mention)
            if one is mention or not mention.key or _described_otherwise(one, mention):
                continue
            yield Remark(mention.deliverable.path, _repeats(mention, one))


def _repeats(mention: Mention, one: Mention) -> str:
    if mention.wording == one.wording:
        return f"“{one.wording}” stands in this activity already; remove one of the two"
    return (
        f"“{mention.wording}” stands in this activity already, as “{one.wording}”; "
        "remove one of the two"
    )


@rule(WARNING)
def duplicate_across_activities(plan: Plan) -> Iterator[Remark]:
    """An activity repeats deliverables of an earlier activity of the plan.

    A deliverable can be linked from several activities; where whole lists are repeated, “See
    point …” is shorter and stays right when the list changes.
    """
    first: dict[str, Row] = {}
    for row in survey(plan).rows:
        repeated: dict[str, list[Mention]] = {}
        seen: set[str] = set()
        for mention in row.mentions:
            key = mention.key
            one = first.setdefault(key, row)
            if one is not row and key and key not in seen:
                seen.add(key)
                repeated.setdefault(one.activity.id, []).append(mention)
        for earlier, mentions in repeated.items():
            names = listed([mention.name for mention in mentions], 3, "; ")
            many = "a deliverable" if len(mentions) == 1 else f"{len(mentions)} deliverables"
            yield Remark(
                mentions[0].deliverable.path,
                f"{plan.address(row.activity)} repeats {many} of {plan.key}/{earlier} ({names}); "
                f"keep them in one place and point there with “See point …”",
            )


@rule(WARNING)
def malformed_identifier(plan: Plan) -> Iterator[Remark]:
    """An identifier is not written as ITU writes it: `K..52`, `K. 91`."""
    for row in survey(plan).rows:
        for mention in row.mentions:
            identifier = mention.identifier
            if identifier and not identifier.well_formed:
                yield Remark(
                    (*mention.deliverable.path, "ref"),
                    f"“{identifier.spelling.strip()}” is not written as ITU names its documents; "
                    f"{identifier.key} seems to be meant",
                )


@rule(WARNING)
def amendment_described_twice(plan: Plan) -> Iterator[Remark]:
    """One activity gives an amendment two descriptions: Amd.1-Appendix VIII, Amd.1-Appendix IX.

    The remark also says where the second description is that of another amendment.
    """
    for row in survey(plan).rows:
        first: dict[str, tuple[Mention, Identifier]] = {}
        described: dict[tuple[str, str], Identifier] = {}
        for mention in row.mentions:
            amendment = mention.identifier
            if not amendment or amendment.kind not in _AMENDING:
                continue
            same = described.setdefault((amendment.base, amendment.detail), amendment)
            one, other = first.setdefault(mention.key, (mention, amendment))
            if not _described_otherwise(one, mention):
                continue
            twin = (
                f", and {same.key} too is given with {same.detail}"
                if same.key != amendment.key
                else ""
            )
            yield Remark(
                (*mention.deliverable.path, "ref"),
                f"{amendment.key} stands here with {amendment.detail} and above with "
                f"{other.detail}{twin}; find out which is right",
            )


_AMENDING = ("amendment", "corrigendum", "erratum")


def _described_otherwise(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one amendment describe it differently."""
    first, second = one.identifier, other.identifier
    if not first or not second or first.kind not in _AMENDING:
        return False
    return bool(first.detail and second.detail and first.detail != second.detail)


@rule(WARNING)
def draft_under_developed(plan: Plan) -> Iterator[Remark]:
    """A draft stands under a sentence that says developed, approved, published or completed."""
    for row in survey(plan).rows:
        lead_in = ""
        says_done = False
        block: Block | None = None
        for mention in row.mentions:
            if mention.block is not block:
                block = mention.block
                lead_in = stage.lead_in(row.activity.report, block)
                says_done = stage.says_done(lead_in)
            if says_done and stage.is_draft(mention.deliverable, mention.identifier):
                yield Remark(
                    mention.deliverable.path,
                    f"“{mention.wording}” is a draft, but stands under “{short(lead_in, 80)}”; "
                    "move it, or remove “Draft”",
                )
