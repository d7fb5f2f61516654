"""Rules about the operative clauses that directives cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from planctl.finding import WARNING
from planctl.plan import citations
from planctl.plan.labels import Count, written
from planctl.plan.model import Activity, Directive, Path, Plan
from planctl.plan.prose import listed, plain, text_of
from planctl.review.rules.rule import Remark, rule

_parse = lru_cache(maxsize=4096)(citations.parse)  # plans of one form cite alike


class _Cited(NamedTuple):
    """A citation, the directive that makes it, and its place."""

    directive: str
    path: Path
    citation: citations.Citation


@rule(WARNING)
def clause_cited_twice(plan: Plan) -> Iterator[Remark]:
    """Several directives cite one clause, so that it is not said which of them answers it."""
    citing: dict[tuple[str, Count, str], list[_Cited]] = {}
    for cited in _citations(plan):
        citation = cited.citation
        for number in citation.numbers:
            holders = citing.setdefault((citation.block, number, citation.sub), [])
            if all(holder.directive != cited.directive for holder in holders):
                holders.append(cited)
    for (_, number, _), holders in citing.items():
        if len(holders) > 1:
            names = [f"{plan.key}/{holder.directive}" for holder in holders]
            yield Remark(
                holders[1].path,
                f"{_clause(holders[0].citation, [number])} is cited by {_and(names)}; "
                "correct one of them, or say in the directives which part each answers",
            )


@rule(WARNING)
def clause_skipped(plan: Plan) -> Iterator[Remark]:
    """A clause is cited by no directive although a later one of the same block is."""
    blocks: dict[str, list[_Cited]] = {}
    for cited in _citations(plan):
        blocks.setdefault(cited.citation.block, []).append(cited)
    for citing in blocks.values():
        missing = citations.gaps([n for cited in citing for n in cited.citation.numbers])
        if missing:
            after = next(cited for cited in citing if max(cited.citation.numbers) > (missing[0],))
            are = "is" if len(missing) == 1 else "are"
            yield Remark(
                after.path,
                f"{_clause(after.citation, map(Count, missing))} {are} cited by no directive; "
                "add a directive, or correct the numbers",
            )


def _citations(plan: Plan) -> Iterator[_Cited]:
    for directive in plan.directives:
        items: list[Directive | Activity] = [directive, *directive.activities]
        for item in items:
            field = citations.field_of(item.data)
            for citation in _parse(text_of(item.data[field])) if field else ():
                if citation.numbers:
                    yield _Cited(directive.id, (*item.path, field), citation)


def _clause(citation: citations.Citation, numbers: Iterable[Count]) -> str:
    """A clause as cited: "Resolves (iii)", "Instructs TSAG (3), (4)"."""
    printed = [f"({written(number, citation.style)})" for number in numbers]
    return f"“{plain(citation.words)} {listed(printed)}”"


def _and(names: list[str]) -> str:
    return f"{listed(names[:-1])} and {names[-1]}"
