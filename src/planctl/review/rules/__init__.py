"""The named rules of ``planctl validate``, one function each.

A rule looks at one plan, or (``across``) at facts gathered from all plans, and yields remarks. Its
docstring is its documentation: ``planctl validate --rules`` prints it. Its name is the function's,
with hyphens.
"""

from __future__ import annotations

from planctl.review.rules import (
    clauses,
    deliverables,
    events,
    evidence,
    meetings,
    status,
    structure,
    wording,
    years,
)
from planctl.review.rules.rule import AcrossRule, PlanRule

_MODULES = (
    structure,
    clauses,
    status,
    deliverables,
    years,
    meetings,
    events,
    evidence,
    wording,
)

PLAN_RULES: tuple[PlanRule, ...] = tuple(
    rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, PlanRule)
)
ACROSS_RULES: tuple[AcrossRule, ...] = tuple(
    rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, AcrossRule)
)

RULES: tuple[PlanRule | AcrossRule, ...] = (*PLAN_RULES, *ACROSS_RULES)
