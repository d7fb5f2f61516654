"""Whether a person is there to be asked, and says yes."""

from __future__ import annotations

import sys

import click

from planctl.errors import UsageFault

yes_option = click.option("--yes", "-y", is_flag=True, help="Do it without asking.")


def can_ask() -> bool:
    """Whether somebody can read a question and type an answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def agreed(question: str, what: str, stands: str = "nothing was written") -> bool:
    """Whether somebody says yes to ``question``.

    UsageFault where nobody is there: how it ``stands``, and ``what`` --yes would do.
    """
    if not can_ask():
        raise UsageFault(f"{stands}; give --yes to {what}, --dry-run to only look")
    return click.confirm(question, default=False, err=True)
