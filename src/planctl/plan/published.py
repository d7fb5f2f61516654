"""An edition of a document as a catalogue of publications lists it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Edition(NamedTuple):
    """One edition.

    ``ref`` is its name there ("ITU-T L.1470 (01/2020)"), ``date`` when it was published, as plans
    store dates, or ""; ``status`` what the catalogue says of it ("Superseded"), often "".
    """

    ref: str
    date: str
    title: str
    status: str = ""


class Publications(Protocol):
    """What can be looked up by an identifier's key, folded."""

    newest: str
    """The date of the newest publication, by which later ones cannot be known."""

    def editions(self, key: str) -> Sequence[Edition]:
        """The editions of a document, the earliest first; none where it is not listed."""

    def knows_series(self, letter: str) -> bool:
        """Whether anything of a series is listed at all."""
