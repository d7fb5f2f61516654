"""The files of others that a command reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

F = TypeVar("F", bound=Callable[..., object])


def files_argument(*, folders: bool = False) -> Callable[[F], F]:
    """The argument of a command that reads files, at least one; with ``folders``, folders too."""
    return click.argument(
        "files",
        metavar="FILE...",
        nargs=-1,
        required=True,
        type=click.Path(exists=True, dir_okay=folders, path_type=Path),
    )
