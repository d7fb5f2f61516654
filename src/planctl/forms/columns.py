"""What stands in a form, item by item: what is shown, and what is asked.

The labels are what a form that comes back is read by, wherever its columns stand.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from planctl.plan.prose import fold


class Column(NamedTuple):
    """A column: its key, its label, its width in characters, and how it is filled in.

    ``form`` is what a line of it looks like, where that is to stand under the label.
    """

    key: str
    label: str
    width: int
    hint: str = ""
    form: str = ""

    @property
    def heading(self) -> str:
        """What stands over the column: its label in the first line."""
        return f"{self.label}\n({self.form})" if self.form else self.label


SHOWN: Final = (
    Column("item", "Item", 12),
    Column("directive", "What the resolution asks for", 30),
    Column("activity", "Activity", 30),
    Column("status", "Status", 11),
    Column("reported", "Reported so far", 46),
    Column("note", "Please note", 24),
)
"""What is shown of an item, and is not to be changed."""

EXAMPLE: Final = "ITU-T K.150, Title of the Recommendation, 2021-05-29, https://www.itu.int/rec/…"
"""A line of the new deliverables."""

ASKED: Final = (
    Column(
        "new_status",
        "New status",
        13,
        "Choose from the list where the status is no longer the one shown.",
    ),
    Column(
        "progress",
        "Progress since the last meeting",
        38,
        "What has happened, in the words that the action plan is to print.",
    ),
    Column(
        "deliverables",
        "New deliverables",
        38,
        f"One a line, as in: {EXAMPLE}",
        "one a line: identifier, title, date, link",
    ),
    Column("next_step", "Next step", 26, "What is to be done next."),
    Column(
        "due",
        "Due",
        13,
        "By when: a date (2021-10-25), or a meeting from the list.",
    ),
)
"""What is asked about an item; a cell that is left empty changes nothing."""

KEY: Final = Column("key", "Key (leave as it is)", 14)
"""The column that nobody sees: what a row is known by when it comes back."""

BY_LABEL: Final = {fold(column.label): column.key for column in (*SHOWN, *ASKED, KEY)}
"""The key of a column by its label, folded."""
