"""The front page of ``export --cover``: the settings, and what the command line says instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.plan.cover import Cover


def cover_options(command: click.decorators.FC) -> click.decorators.FC:
    """Add the options ``--cover`` and ``--on-cover``."""
    field = click.option(
        "--on-cover",
        "on_cover",
        nargs=2,
        multiple=True,
        metavar="FIELD TEXT",
        help="What the front page says in a field: --on-cover meeting “Geneva, 10-14 May 2021”.",
    )
    flag = click.option(
        "--cover",
        is_flag=True,
        help="Begin with the front page of a liaison statement, filled from planctl.yaml.",
    )
    return flag(field(command))


def with_fields(cover: Cover, said: Sequence[tuple[str, str]]) -> Cover:
    """The front page with the fields of the command line; UsageFault for one that is none."""
    fields = [name for name in cover._fields if name != "contacts"]
    values: dict[str, str | tuple[str, ...]] = {}
    for word, text in said:
        name = word.lower().replace(" ", "_").replace("-", "_")
        if name not in fields:
            raise UsageFault(
                f"“{word}” is no field of the front page; there are {', '.join(fields)}"
            )
        if isinstance(getattr(cover, name), tuple):
            held = values.get(name, ())
            values[name] = (*held, text) if isinstance(held, tuple) else (text,)
        else:
            values[name] = text
    return cover._replace(**values)  # type: ignore[arg-type]
