"""A form that came back, as it was read: what it carries unseen, its rows, and what stands beside.

Nothing is judged here. Whatever a person has written is in one of these, so that none of it can be
passed over in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planctl.forms.sent import Sent


class Value(NamedTuple):
    """What was written into a cell, and whether a formula was."""

    text: str
    is_formula: bool = False


class Stray(NamedTuple):
    """A text where no answer is asked for; ``under`` is the label that it stands under, if any."""

    place: str
    text: str
    under: str = ""


class Row(NamedTuple):
    """An item of a form that came back; ``place`` tells a person where it stands.

    ``key`` is what the row is known by, "" where that is gone; ``shown`` and ``asked`` are the
    texts by their columns. ``joined`` are the columns of cells that were joined with others, and
    ``doubled`` those that are there twice with different texts.
    """

    place: str
    key: str
    shown: Mapping[str, str]
    asked: Mapping[str, Value]
    joined: frozenset[str] = frozenset()
    doubled: frozenset[str] = frozenset()
    strays: tuple[Stray, ...] = ()


class Returned(NamedTuple):
    """A form that came back from ``file``.

    ``missing`` are the keys of columns that are in no row any more; ``strays`` is what was written
    outside of the rows; ``remarks`` are sentences about how the file was read.
    """

    file: str
    sent: Sent
    rows: tuple[Row, ...]
    missing: tuple[str, ...] = ()
    strays: tuple[Stray, ...] = ()
    remarks: tuple[str, ...] = ()
