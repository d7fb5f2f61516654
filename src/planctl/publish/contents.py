"""What is exported, for the writers of all formats, and how that is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from planctl.plan.model import Plan
from planctl.plan.numerals import count, roman
from planctl.publish.annex import Layout
from planctl.publish.table import Annex, Tracking

if TYPE_CHECKING:
    from planctl.publish.docx.tables import Tables
    from planctl.publish.docx.template import Template
    from planctl.publish.liaison import Liaison


class Contents(NamedTuple):
    """What is exported; of every format the writer takes of it what it can show.

    ``annexes`` are the ``plans`` in the ``layout`` that was asked for, or ``listed`` are what
    changed in each; the first is annex ``first``. ``created`` is the month of the newest plan.
    ``template`` is the Word document whose copy is to hold the tables, ``cover`` a front page; with
    ``tracking`` what is marked in the annexes are revisions. Where tables are ``drawn``, plans and
    annexes need nothing in them.
    """

    plans: Sequence[Plan]
    annexes: Sequence[Annex]
    layout: Layout
    created: str
    first: int = 1
    document_number: str = ""
    template: Template | None = None
    cover: Liaison | None = None
    portrait: bool = False
    tracking: Tracking | None = None
    listed: bool = False
    drawn: Sequence[Tables] = ()

    @property
    def title(self) -> str:
        """What the properties of a document say."""
        return "; ".join(one.title for one in self.annexes)

    def told(self, activities: int) -> str:
        """What was exported: "Annex I to III (40 activities)"."""
        last = self.first + len(self.annexes) - 1
        named = f"Annex {roman(self.first)}"
        if last > self.first:
            named += f" {'and' if last == self.first + 1 else 'to'} {roman(last)}"
        return f"{named} ({count(activities, 'activity', 'activities')})"
