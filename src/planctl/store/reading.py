"""All plans of a repository at once, many of them read in two processes."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from pathlib import Path

from planctl.plan.model import Plan, plan_from
from planctl.second_process import WORTHWHILE, begin
from planctl.store import schema
from planctl.store.repository import Repository

MANY = 48
"""Plans from which on a second process saves more than it costs."""


def all_plans(repository: Repository) -> list[Plan]:
    """Every plan, in the order of their keys; UnreadablePlan where one cannot be read."""
    if repository.source.revision or not are_many(repository):
        return [file.plan for file in repository.plan_files()]
    paths = repository.files()
    schema.expect(len(paths))
    half = len(paths) * 8 // 15  # the other process begins later, and has to tell what it read
    others = begin(_data, Repository(repository.root), paths[half:])
    first = [repository.read(path).plan for path in paths[:half]]
    # Plain data, which marshal hands over in half the time that pickle takes.
    rest = zip(paths[half:], marshal.loads(others()), strict=True)  # noqa: S302 - told by this program itself
    return first + [plan_from(path.stem, data) for path, data in rest]


def are_many(repository: Repository) -> bool:
    """Whether there are so many plans that two processes are quicker than one."""
    return WORTHWHILE and len(repository.files()) >= MANY


def _data(repository: Repository, paths: Sequence[Path]) -> bytes:
    return marshal.dumps([repository.read(path).data for path in paths])
