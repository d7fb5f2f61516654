"""A form before it is drawn: one body's items, for one meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planctl.plan.cover import Contact
from planctl.plan.meeting import Meeting
from planctl.plan.model import STATUS_WORDS


class Question(NamedTuple):
    """What is asked about one activity, and what is shown of it.

    ``shown`` are its texts by the keys of :data:`planctl.forms.columns.SHOWN`. ``next_step`` and
    ``due`` are what the plan has, "" for nothing; ``stale`` is whether it has not moved.
    """

    address: str
    shown: Mapping[str, str]
    status: str
    next_step: str = ""
    due: str = ""
    stale: bool = False

    @property
    def prefilled(self) -> dict[str, str]:
        """What stands already in the cells that are to be filled in, by their columns."""
        return {"next_step": self.next_step, "due": self.due}


class Form(NamedTuple):
    """One body's form.

    ``by`` is the ISO day by which it is wanted, "" where none is known. ``resolutions`` are the
    names and titles of the plans asked about, ``meetings`` the keys that may be a due date.
    ``repository`` tells plan repositories apart ("" where nothing does) and ``commit`` names the
    state that the form was made from. ``created`` is the month of the newest plan.
    """

    body: str
    meeting: Meeting
    by: str
    questions: tuple[Question, ...]
    resolutions: tuple[str, ...]
    meetings: tuple[str, ...]
    contacts: tuple[Contact, ...]
    repository: str
    commit: str
    created: str
    right_to_left: bool = False

    @property
    def title(self) -> str:
        """What the form is called: "Progress on action plans, for TSAG-2021-10: ITU-T SG5"."""
        return f"Progress on action plans, for {self.meeting.key}: {self.body}"


STATUS_LIST = tuple(STATUS_WORDS.values())
"""The words for a new status, as the list of a form has them."""
CHOOSE, WRITE = "(choose)", "(choose or write)"
"""What stands in the lists of a Word form where nothing was chosen or written yet."""
