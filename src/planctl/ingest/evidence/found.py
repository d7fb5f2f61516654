"""A piece of evidence as it was found in a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from planctl.plan.deliverable import Deliverable, line

Sort = Literal["document", "event", "publication", "web-page", "body", "plan"]
"""What can be found: a text with an identifier, something held, a text with a title only, an
address, an organization or initiative, and what is planned of none of these."""


class Found(NamedTuple):
    """A piece of evidence.

    ``sort`` is what it is; ``fields`` are those of a deliverable, as a plan holds them.
    ``sentence`` is the one it stands in, or of several the one that says most; ``place`` its line,
    and ``places`` the lines of all mentions. ``time`` is the time of day of an event, as written.
    ``done`` is what it has come to ("approved on 13 December 2022"), in the order in which that is
    told. ``planned`` is what is planned of it ("planned to be consented in June 2025"), and ``due``
    the date of that, as plans store dates, "" where it cannot be told.
    """

    sort: Sort
    fields: Mapping[str, Any]
    sentence: str
    place: int
    places: tuple[int, ...] = ()
    time: str = ""
    planned: str = ""
    due: str = ""
    done: tuple[str, ...] = ()

    @property
    def deliverable(self) -> Deliverable:
        """As it would stand in a plan."""
        return Deliverable.of(self.for_plan())

    def for_plan(self) -> dict[str, Any]:
        """The fields to link: the time of day, what was done and what is planned are remarks.

        Of a Recommendation some plans give the date of consent, others of approval; a remark says
        which it is.
        """
        fields = dict(self.fields)
        notes = [note for note in (fields.get("note"), self.time, *self.done, self.planned) if note]
        if notes and self.sort != "plan":
            fields["note"] = ", ".join(notes)
        return fields

    @property
    def named(self) -> str:
        """The line that it would print."""
        return line(self.deliverable)
