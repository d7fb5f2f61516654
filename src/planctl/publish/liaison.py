"""The front page of a liaison statement: its fields, and the letter before the annexes.

The fields are those of ITU-T's template for liaison statements; the letter is worded like the one
that took the action plans of October 2020 to TSAG. Nothing is made up: what nobody has said is left
out, or, where a liaison statement cannot be without it, asked for in square brackets.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from planctl.plan import dates
from planctl.plan.cover import Contact, Cover
from planctl.plan.model import Plan
from planctl.plan.prose import text_of
from planctl.publish.table import Annex

_QUESTIONS, _MEETING, _GROUP = "[Question(s)]", "[place, dates]", "[study group]"
_SOURCE, _RECIPIENTS, _APPROVAL = "[source]", "[recipients]", "[meeting, date]"
_NAME, _ORGANIZATION, _COUNTRY = "[name]", "[organization]", "[country]"
_TELEPHONE, _EMAIL = "[telephone]", "[e-mail]"

PROMPTS = (
    *(_QUESTIONS, _MEETING, _GROUP, _SOURCE, _RECIPIENTS, _APPROVAL),
    *(_NAME, _ORGANIZATION, _COUNTRY, _TELEPHONE, _EMAIL),
)
"""What stands where something is to be filled in."""


class Field(NamedTuple):
    """A field of the front page: its label ("Source:") and what it says."""

    label: str
    text: str


class Liaison(NamedTuple):
    """The front page: rows of one or two fields, heading, for whom it is, contacts, letter."""

    opening: tuple[tuple[Field, ...], ...]
    heading: str
    addressed: tuple[Field, ...]
    contacts: tuple[Contact, ...]
    summary: tuple[Field, ...]
    letter: tuple[str, ...]


def liaison(
    cover: Cover, plans: Sequence[Plan], annexes: Sequence[Annex], document_number: str = ""
) -> Liaison:
    """The front page for ``plans``, which are printed as ``annexes``; its wording is English."""
    leads = {plan.lead for plan in plans if plan.lead}
    group = cover.group or (leads.pop() if len(leads) == 1 else "")
    to = _joined([*cover.action, *cover.information]) or _RECIPIENTS
    resolutions = _resolutions(plans)
    several = len(plans) > 1
    named = f"action plan{'s' if several else ''}"
    as_of = dates.heading(max(plan.as_of for plan in plans))
    subject = f"{named} for the implementation of {resolutions}"
    asked = "-" if cover.action or cover.information else _RECIPIENTS
    addressed = (
        Field("For action to:", _joined(cover.action) or asked),
        Field("For information to:", _joined(cover.information) or "-"),
        Field("Approval:", cover.approval or _APPROVAL),
        Field("Deadline:", cover.deadline),
    )
    opening = (
        (
            Field("Question(s):", ", ".join(cover.questions) or _QUESTIONS),
            Field("Meeting:", cover.meeting or _MEETING),
        ),
        (Field("Study Group:", group or _GROUP), Field("Working Party:", cover.working_party))
        if cover.working_party
        else (Field("Study Group:", group or _GROUP),),
        (Field("Ref.:", document_number),),
        (Field("Source:", cover.source or group or _SOURCE),),
        (Field("Title:", cover.title or f"LS on {subject}"),),
        (Field("Purpose:", cover.purpose),),
    )
    abstract = cover.abstract or f"This liaison statement contains the {subject}, as of {as_of}."
    summary = (Field("Abstract:", abstract), Field("Keywords:", "; ".join(cover.keywords)))
    return Liaison(
        opening=tuple(row for row in opening if len(row) > 1 or row[0].text),
        heading="LIAISON STATEMENT",
        addressed=tuple(field for field in addressed if field.text),
        contacts=cover.contacts or (Contact(""),),
        summary=tuple(field for field in summary if field.text),
        letter=(
            f"{group or _GROUP} would like to share with {to} the updated {named} for the"
            f" implementation of {_joined([_in_full(plan) for plan in plans])}.",
            f"The {named} {'summarize' if several else 'summarizes'} activities undertaken by"
            f" {group or _GROUP} in response to the above-mentioned"
            f" Resolution{'s' if several else ''}, as of {as_of}.",
            f"Please see below the {named}{_outlined(annexes)}.",
            f"{group or _GROUP} looks forward to collaborating closely with {to}.",
        ),
    )


def contact_lines(contact: Contact) -> tuple[str, str, str, str, str]:
    """What stands for a contact: name, organization, country, telephone and e-mail.

    Everything is asked for where there is no contact; otherwise what is not known is "".
    """
    name, organization, country, email, telephone = contact
    known = (name, organization, country, telephone, email)
    return known if any(known) else (_NAME, _ORGANIZATION, _COUNTRY, _TELEPHONE, _EMAIL)


def _resolutions(plans: Sequence[Plan]) -> str:
    """Name the resolutions: "WTSA Resolutions 72 and 73, and PP Resolution 182"."""
    said = []
    for assembly, group in groupby(plans, key=lambda plan: plan.resolution.assembly):
        numbers = [str(plan.resolution.number) for plan in group]
        plural = "s" if len(numbers) > 1 else ""
        said.append(f"{assembly} Resolution{plural} {_joined(numbers)}")
    return _joined(said)


def _in_full(plan: Plan) -> str:
    resolution = plan.resolution
    edition, title = text_of(resolution.edition), text_of(resolution.title)
    return f"{resolution.assembly} Resolution {resolution.number} ({edition}) “{title}”"


def _outlined(annexes: Sequence[Annex]) -> str:
    numbers = [annex.number.rpartition(" ")[2] for annex in annexes]
    if not all(numbers):
        return ""
    return f" outlined in Annex{'es' if len(numbers) > 1 else ''} {_joined(numbers)}"


def _joined(names: Sequence[str]) -> str:
    """Join names as one reads them: "72, 73 and 79"; "" for none."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
