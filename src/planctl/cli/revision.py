"""``--at``: the plans as they stood once, for every command that only reads."""

from __future__ import annotations

import click

from planctl.cli import completion
from planctl.cli.desk import Desk


def _stand_at(ctx: click.Context, _param: click.Parameter, revision: str | None) -> None:
    ctx.ensure_object(Desk).revision = revision


at_option = click.option(
    "--at",
    metavar="MEETING",
    expose_value=False,
    is_eager=True,
    callback=_stand_at,
    shell_complete=completion.meetings,
    help="The plans as they stood at a closed meeting, or at any git revision.",
)
