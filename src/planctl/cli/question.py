"""Whether a person is there to be asked."""

from __future__ import annotations

import sys

import click

from planctl.errors import UsageFault


def can_ask() -> bool:
    """Whether somebody can read a question and type an answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def agreed(question: str, what: str) -> bool:
    """Whether somebody says yes; UsageFault where nobody is there, with ``what`` --yes would do."""
    if not can_ask():
        raise UsageFault(f"nothing was written; give --yes to {what}, --dry-run to only look")
    return click.confirm(question, default=False, err=True)
