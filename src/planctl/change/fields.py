"""The fields that `planctl set` takes, and their names.

A field is named as in the file, in any capitals, with hyphens or underscores ("time-plan"); a part
of ``decided_by`` by both names ("decided_by.meeting"); one language of a text by its code behind a
dot ("text.fr"). What a field means is said in ``schema/plan.schema.json``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from planctl.errors import UsageFault
from planctl.plan.model import STATUSES
from planctl.plan.prose import LANGUAGES
from planctl.plan.suggestion import suggestion

Level = Literal["plan", "directive", "activity"]
Kind = Literal["prose", "line", "entries", "date", "month", "due", "meeting", "choice", "flag"]

_ELSEWHERE = {
    "id": "an ID is changed by `planctl renumber`",
    "report": "a report is changed by `planctl link`, `planctl unlink` and `planctl edit`",
    "deliverables": "deliverables are changed by `planctl link` and `planctl unlink`",
    "activities": "an activity is added by `planctl add` and taken away by `planctl remove`",
    "directives": "a directive is added by `planctl add` and taken away by `planctl remove`",
    "accepted": "what is accepted is written in the file, or with `planctl edit`",
    "clauses": "the clauses are put into the file by `planctl draft --into`",
    "number": "a plan is found by its resolution's number; begin another with `planctl init`",
    "assembly": "a plan is found by its assembly; begin another with `planctl init`",
    "decided_by": "write decided_by.meeting or decided_by.document",
}


class Field(NamedTuple):
    """A field: its place in the item's data, what it holds, whether the item must have it."""

    path: tuple[str, ...]
    kind: Kind
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name as messages print it."""
        return self.path[-1] if self.path[0] == "resolution" else ".".join(self.path)


def _fields(*fields: Field) -> Mapping[str, Field]:
    return {field.name: field for field in fields}


FIELDS: Mapping[Level, Mapping[str, Field]] = {
    "plan": _fields(
        Field(("as_of",), "month", required=True),
        Field(("lead",), "line", required=True),
        Field(("language",), "choice", choices=LANGUAGES),
        Field(("resolution", "edition"), "prose", required=True),
        Field(("resolution", "title"), "prose", required=True),
        Field(("notes",), "prose"),
    ),
    "directive": _fields(
        Field(("text",), "prose", required=True),
        Field(("references",), "prose", required=True),
        Field(("edition",), "prose"),
        Field(("answers",), "prose"),
        Field(("level_2",), "choice", choices=("-", "")),
        Field(("unnumbered",), "flag"),
        Field(("notes",), "prose"),
    ),
    # Before the report, which may be long: a new field is to be seen beside the status.
    "activity": _fields(
        Field(("text",), "prose", required=True),
        Field(("references",), "prose"),
        Field(("edition",), "prose"),
        Field(("answers",), "prose"),
        Field(("responsible",), "entries", required=True),
        Field(("time_plan",), "prose", required=True),
        Field(("status",), "choice", required=True, choices=STATUSES),
        Field(("status_since",), "date"),
        Field(("decided_by", "meeting"), "meeting"),
        Field(("decided_by", "document"), "line"),
        Field(("next_step",), "prose"),
        Field(("due",), "due"),
        Field(("recurrence",), "prose"),
        Field(("reporting_to",), "prose"),
        Field(("priority",), "choice", choices=("high", "medium", "low")),
        Field(("blocker",), "prose"),
        Field(("last_reviewed",), "date"),
        Field(("notes",), "prose"),
    ),
}


def field_named(level: Level, name: str) -> tuple[Field, str | None]:
    """The field of a plan, directive or activity, and the language where one is named.

    Raises UsageFault where there is no such field, or where it is not for `set` to change.
    """
    folded = _folded(name)
    known = FIELDS[level]
    if folded in known:
        return known[folded], None
    base, _, language = folded.rpartition(".")
    if base in known:
        if known[base].kind == "prose" and language in LANGUAGES:
            return known[base], language
        raise UsageFault(_no_language(known[base], language))
    if folded in _ELSEWHERE:
        raise UsageFault(f"“{name}” is not set by this command: {_ELSEWHERE[folded]}")
    for other, fields in FIELDS.items():
        if folded in fields or base in fields:
            raise UsageFault(
                f"“{name}” is a field of {_ARTICLES[other]}, not of {_ARTICLES[level]};"
                f" give the address of {_ARTICLES[other]}, as in {_EXAMPLES[other]}"
            )
    raise UsageFault(
        f"there is no field “{name}” here; {_ARTICLES[level]} has: {', '.join(known)}"
        f"{suggestion(folded, known)}"
    )


def has_field(level: Level, name: str) -> bool:
    """Whether plans, directives or activities have a field of this name."""
    folded = _folded(name)
    return folded in FIELDS[level] or folded.rpartition(".")[0] in FIELDS[level]


def choices_of(name: str) -> list[str]:
    """The words that a field of this name can have, at whatever level; none where it is free."""
    known = (fields.get(_folded(name)) for fields in FIELDS.values())
    return [word for field in known if field for word in field.choices if word]


def keys_before(level: Level, key: str) -> list[str]:
    """The keys of an item that stand before ``key`` in its house order."""
    keys = ["id", *dict.fromkeys(field.path[0] for field in FIELDS[level].values())]
    return keys[: keys.index(key)] if key in keys else keys


_ARTICLES: Mapping[Level, str] = {
    "plan": "a plan",
    "directive": "a directive",
    "activity": "an activity",
}
_EXAMPLES: Mapping[Level, str] = {"plan": "72", "directive": "72/1", "activity": "72/1.1"}


def _folded(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_")


def _no_language(field: Field, language: str) -> str:
    if field.kind != "prose":
        return f"{field.name} has no languages: name it alone"
    return f"“{language}” is not a language of plans; they are: {', '.join(LANGUAGES)}"
