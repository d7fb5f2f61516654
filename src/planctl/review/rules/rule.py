"""What a rule is: a name, a severity, its documentation, and a function that yields remarks."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from planctl.plan.model import Path, Plan


class Remark(NamedTuple):
    """What a rule says about the place ``path`` of a plan's data."""

    path: Path
    message: str


class Fact(NamedTuple):
    """Something gathered from a plan for a rule that compares plans; ``value`` is its own.

    ``file`` is the plan's file, added by whoever has read it: two files may hold plans of one key.
    """

    plan: str
    address: str
    path: Path
    value: tuple[str | int, ...]
    file: str = ""


class PlanRule(NamedTuple):
    """A rule that needs one plan only."""

    name: str
    severity: str
    document: str
    check: Callable[[Plan], Iterator[Remark]]


class AcrossRule(NamedTuple):
    """A rule that compares all plans: ``gather`` from each, then ``judge`` the facts together.

    Facts are plain and small, so that a thousand plans need not be held in memory.
    """

    name: str
    severity: str
    document: str
    gather: Callable[[Plan], Iterator[Fact]]
    judge: Callable[[Iterable[Fact]], Iterator[tuple[Fact, str]]]


def rule(severity: str) -> Callable[[Callable[[Plan], Iterator[Remark]]], PlanRule]:
    """Make the function below a rule about one plan."""

    def make(check: Callable[[Plan], Iterator[Remark]]) -> PlanRule:
        return PlanRule(_name(check), severity, inspect.getdoc(check) or "", check)

    return make


def across(
    severity: str, gather: Callable[[Plan], Iterator[Fact]]
) -> Callable[[Callable[[Iterable[Fact]], Iterator[tuple[Fact, str]]]], AcrossRule]:
    """Make the function below a rule that judges the facts ``gather`` takes from every plan."""

    def make(judge: Callable[[Iterable[Fact]], Iterator[tuple[Fact, str]]]) -> AcrossRule:
        return AcrossRule(_name(judge), severity, inspect.getdoc(judge) or "", gather, judge)

    return make


def _name(function: Callable[..., object]) -> str:
    return function.__name__.replace("_", "-")
