"""What files are called: that of the settings, and those in the folder of the plans."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from planctl.plan.address import sort_key

SETTINGS = "planctl.yaml"
"""The settings of a plan repository, at its root, which they make one."""


def plans_among(listing: Iterable[Path]) -> list[Path]:
    """The plan files among what lies in a folder, in the order of their keys."""
    found = [path for path in listing if is_plan(path.name)]
    return sorted(found, key=lambda path: (sort_key(path.stem.replace("-", ".")), path))


def is_plan(name: str) -> bool:
    """Whether a file of this name in the folder of the plans is one."""
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")
