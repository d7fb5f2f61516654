"""Text that is read piece by piece, joined where pieces look the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from planctl.publish.table import Run

Piece = tuple[str, str | None]
"""A piece of text and the address that it leads to."""


def joined(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """Return the pieces as runs, one for each stretch with the same address."""
    if len(pieces) == 1:
        return (Run(*pieces[0]),)
    grouped = groupby(pieces, key=itemgetter(1))
    return tuple(Run("".join(text for text, _ in same), href) for href, same in grouped)
