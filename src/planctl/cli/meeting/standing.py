"""Which meetings were closed, as far as it can be known here, and how that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting
    from planctl.store.repository import Repository
    from planctl.store.revisions import Closed


class Standing(NamedTuple):
    """The closed meetings and the doubts about tags, by key; ``gap`` is what may be missing, said.

    Where git cannot be asked, nothing is ``known``.
    """

    closed: dict[str, Closed]
    doubts: dict[str, str]
    gap: str = ""
    known: bool = True

    def state(self, meeting: Meeting) -> str:
        """Whether it was closed, and when, in a few words."""
        from planctl.plan.meeting import written

        if meeting.key not in self.closed and meeting.key in self.doubts:
            return "closed, but its tag is missing"
        if meeting.key not in self.closed:
            return "not closed" if self.known else "not known"
        day = self.closed[meeting.key].tag.day
        return f"closed {written(day)}" if day else "closed"

    def as_json(self, meeting: Meeting) -> dict[str, Any]:
        """The meeting's fields and its state; ``closed`` is null where that is not known."""
        fields = {name: value for name, value in meeting._asdict().items() if value}
        found = self.closed.get(meeting.key)
        if found is None:
            fields["closed"] = False if self.known else None
        else:
            fields |= {"closed": True, "closed_on": found.tag.day, "commit": found.tag.commit}
        doubt = self.doubts.get(meeting.key)
        return fields | ({"doubt": doubt} if doubt else {})


def standing(repository: Repository) -> Standing:
    """What git says of the meetings in the calendar."""
    from planctl.store import git, revisions

    root = repository.root
    try:
        tags = revisions.tags(root)
        closed = revisions.closed(repository.settings.meetings, tags)
        gap = revisions.gap(root)
        gap = gap and f"{gap}."
    except git.GitFault as fault:
        return Standing({}, {}, f"Which meetings were closed is not known: {fault}", known=False)
    if git.marker(root) is None:
        gap = "This folder is in no git repository, so no meeting can be closed; `git init` begins"
        gap += " one."
    return Standing({one.tag.name: one for one in closed}, revisions.doubts(closed, tags), gap)
