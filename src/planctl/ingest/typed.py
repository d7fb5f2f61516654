"""A deliverable as somebody types it on the command line: an identifier, or a whole line.

What was typed is no published wording: where the fields say everything that it says, they are
enough, and the deliverable is printed in the wording of the house.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planctl.errors import UsageFault
from planctl.ingest import bullet
from planctl.patterns import late
from planctl.plan import dates, identifiers, written_dates
from planctl.plan.deliverable import EVENT_KINDS, Deliverable, line
from planctl.plan.prose import words

_JOINING = frozenset(("on", "from", "to", "in", "and"))
_NESTED_MARKS = late("“[^”]*“")


def read(text: str, lead_in: str = "") -> dict[str, Any]:
    """The fields of the deliverable that ``text`` names; ``lead_in`` is the sentence it is under.

    ``text`` itself is among them only where the others would lose a word of it.
    """
    typed = identifiers.normalise(text)
    return {"ref": typed} if identifiers.parse(typed) else _fields(typed, lead_in)


def read_event(text: str, date: str) -> dict[str, Any]:
    """The fields of an event whose ``date`` (as stored) is told beside its line.

    The end of the line is its place where it would be one before a date: "Forum, Virtual". Where
    the line names no kind of event, or has a date itself, it is read as any other.
    """
    typed = identifiers.normalise(text)
    span = dates.parse(date)
    if (
        span.precision != "year"
        and not written_dates.find(typed)
        and not identifiers.split(typed)[0]
    ):
        fields = _fields(f"{typed}, {dates.render(span)}", "")
        if fields.get("kind") != "event":
            return fields
    return read(text)


def read_with(ref: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that ``ref`` says and ``options`` add to it, or say in its place.

    UsageFault where they name nothing.
    """
    fields: dict[str, Any] = {}
    if ref.strip():
        is_event = "date" in options and options.get("kind", "event") in EVENT_KINDS
        fields = read_event(ref, str(options["date"])) if is_event else read(ref)
    if set(options) - {"kind", "url"}:
        fields.pop("text", None)  # the fields print something else now
    fields.update(options)
    if not fields.keys() & {"ref", "title", "url"}:
        raise UsageFault("say what to link: an identifier, a whole line, --title or --url")
    return fields


def _fields(typed: str, lead_in: str) -> dict[str, Any]:
    data = bullet.read(typed, lead_in)
    fields = {"title": data} if isinstance(data, str) else dict(data)
    exact = fields.pop("text", None)
    if exact is not None and _loses(exact, fields):
        fields["text"] = exact
    return fields


def kind_under(text: str, lead_in: str) -> dict[str, str]:
    """The kind that the sentence ``lead_in`` gives to what is typed, as a field; else no field."""
    kind = read(text, lead_in).get("kind")
    return {"kind": kind} if kind else {}


def _loses(typed: str, fields: Mapping[str, Any]) -> bool:
    """Whether the line that ``fields`` print lacks a date or a word of what was typed."""
    printed = line(Deliverable.of(fields))
    if _NESTED_MARKS.search(printed):
        return True
    typed_dates, typed_words = _taken_apart(typed)
    printed_dates, printed_words = _taken_apart(printed)
    return typed_dates != printed_dates or bool(typed_words - printed_words - _JOINING)


def _taken_apart(text: str) -> tuple[list[dates.Span], set[str]]:
    found = written_dates.find(text)
    for start, end, _ in reversed(found):
        text = f"{text[:start]} {text[end:]}"
    return [span for _, _, span in found], set(words(text))
