"""The front page of a liaison statement: its fields, and the letter before the annexes.

The fields are those of ITU-T's template for liaison statements; the letter is worded like the one
that took the action plans of October 2020 to TSAG. Nothing is made up: what nobody has said is left
out, or, where a liaison statement cannot be without it, asked for in square brackets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from planctl.plan import dates
from planctl.plan.cover import Contact, Cover
from planctl.plan.model import Plan
from planctl.plan.prose import text_of
from planctl.publish.cover_words import COVERS, PROMPTED, CoverWords
from planctl.publish.languages import WORDINGS
from planctl.publish.table import Annex


class Field(NamedTuple):
    """A field of the front page: its label ("Source:") and what it says."""

    label: str
    text: str


class Liaison(NamedTuple):
    """The front page: rows of one or two fields, heading, for whom it is, contacts, letter.

    ``words`` are those of its language, which may run from right to left.
    """

    opening: tuple[tuple[Field, ...], ...]
    heading: str
    addressed: tuple[Field, ...]
    contacts: tuple[Contact, ...]
    summary: tuple[Field, ...]
    letter: tuple[str, ...]
    words: CoverWords
    right_to_left: bool = False


def liaison(
    cover: Cover,
    plans: Sequence[Plan],
    annexes: Sequence[Annex],
    document_number: str = "",
    language: str = "en",
) -> Liaison:
    """The front page for ``plans``, which are printed as ``annexes``, worded in ``language``."""
    words, wording = COVERS[language], WORDINGS[language]
    label, prompt = words.labels, words.prompts
    leads = {plan.lead for plan in plans if plan.lead}
    group = cover.group or (leads.pop() if len(leads) == 1 else "")
    to = _joined([*cover.action, *cover.information], wording.joint) or prompt["recipients"]
    named = {
        "resolutions": _resolutions(plans, language),
        "as_of": wording.date(*dates.parse(max(plan.as_of for plan in plans)).first[:2]),
        "group": group or prompt["group"],
        "to": to,
        "annexes": _outlined(annexes, words, wording.joint),
    }
    named["subject"] = words.subject[len(plans) > 1].format(**named)
    asked = "-" if cover.action or cover.information else prompt["recipients"]
    action, information = (
        _joined(names, wording.joint) for names in (cover.action, cover.information)
    )
    said = {
        "action": action or asked,
        "information": information or "-",
        "approval": cover.approval or prompt["approval"],
        "deadline": cover.deadline,
        "questions": ", ".join(cover.questions) or prompt["questions"],
        "meeting": cover.meeting or prompt["meeting"],
        "group": named["group"],
        "working_party": cover.working_party,
        "ref": document_number,
        "source": cover.source or group or prompt["source"],
        "title": cover.title or words.title.format(**named),
        "purpose": cover.purpose,
        "abstract": cover.abstract or words.abstract.format(**named),
        "keywords": "; ".join(cover.keywords),
    }
    field = {name: Field(label[name], text) for name, text in said.items()}
    rows = [
        ("questions", "meeting"),
        ("group", "working_party") if cover.working_party else ("group",),
        *(("ref",), ("source",), ("title",), ("purpose",)),
    ]
    letter = [sentence.format(**named) for sentence in words.letter]
    return Liaison(
        opening=tuple(
            tuple(field[name] for name in row) for row in rows if len(row) > 1 or said[row[0]]
        ),
        heading=words.heading,
        addressed=_given(field, "action", "information", "approval", "deadline"),
        contacts=cover.contacts or (Contact(""),),
        summary=_given(field, "abstract", "keywords"),
        letter=tuple(letter) or _letter(plans, named),
        words=words,
        right_to_left=wording.right_to_left,
    )


def _given(fields: Mapping[str, Field], *names: str) -> tuple[Field, ...]:
    return tuple(fields[name] for name in names if fields[name].text)


def _letter(plans: Sequence[Plan], named: Mapping[str, str]) -> tuple[str, ...]:
    """The letter in English, as that of October 2020 put it."""
    group, to, several = named["group"], named["to"], len(plans) > 1
    what = f"action plan{'s' if several else ''}"
    return (
        f"{group} would like to share with {to} the updated {what} for the"
        f" implementation of {_joined([_in_full(plan) for plan in plans])}.",
        f"The {what} {'summarize' if several else 'summarizes'} activities undertaken by"
        f" {group} in response to the above-mentioned"
        f" Resolution{'s' if several else ''}, as of {named['as_of']}.",
        f"Please see below the {what}{named['annexes']}.",
        f"{group} looks forward to collaborating closely with {to}.",
    )


def contact_lines(contact: Contact, words: CoverWords) -> tuple[str, str, str, str, str]:
    """What stands for a contact: name, organization, country, telephone and e-mail.

    Everything is asked for where there is no contact; otherwise what is not known is "".
    """
    name, organization, country, email, telephone = contact
    known = (name, organization, country, telephone, email)
    asked = [words.prompts[one] for one in PROMPTED[-len(known) :]]
    return known if any(known) else (asked[0], asked[1], asked[2], asked[3], asked[4])


def _resolutions(plans: Sequence[Plan], language: str) -> str:
    """Name the resolutions: "WTSA Resolutions 72 and 73, and PP Resolution 182"."""
    wording = WORDINGS[language]
    if language != "en":
        resolutions = (plan.resolution for plan in plans)
        named = [wording.resolution(one.assembly, one.number) for one in resolutions]
        return _joined(named, wording.joint)
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


def _outlined(annexes: Sequence[Annex], words: CoverWords, joint: str) -> str:
    numbers = [annex.number.rpartition(" ")[2] for annex in annexes]
    if not all(numbers):
        return ""
    if words is not COVERS["en"]:
        return words.outlined.format(_joined([annex.number for annex in annexes], joint))
    named = f"Annex{'es' if len(numbers) > 1 else ''} {_joined(numbers)}"
    return words.outlined.format(named)


def _joined(names: Sequence[str], joint: str = " and ") -> str:
    """Join names as one reads them: "72, 73 and 79"; "" for none."""
    return joint.join(filter(None, (", ".join(names[:-1]), *names[-1:])))
