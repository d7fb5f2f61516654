"""Whether a person is there to be asked."""

from __future__ import annotations

import sys


def can_ask() -> bool:
    """Whether somebody can read a question and type an answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
