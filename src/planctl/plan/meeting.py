"""A meeting of the calendar."""

from __future__ import annotations

from typing import NamedTuple


class Meeting(NamedTuple):
    """A meeting of the calendar; days are ISO dates, "" where not known."""

    key: str
    start: str
    end: str = ""
    name: str = ""
    place: str = ""
    deadline: str = ""
    documents: tuple[str, ...] = ()

    @property
    def days(self) -> str:
        """Its days as they are read: "21–25 September 2020"."""
        return written(self.start, self.end)


def written(start: str, end: str = "") -> str:
    """Days of the calendar as they are read: "21–25 September 2020", "26 February – 2 March 2018".

    They are given as they are stored where there are no such days.
    """
    from planctl.plan import dates

    stored = f"{start}/{end}" if end else start
    try:
        span = dates.parse(stored)
    except ValueError:
        return stored
    first, _, last = dates.render(span).removeprefix("from ").partition(" to ")
    dash = " – " if " " in first else "–"
    return f"{first}{dash}{last}" if last else first
