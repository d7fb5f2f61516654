"""A new deliverable's fields: checked as they come in, and written in the shortest form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from planctl.errors import UsageFault
from planctl.plan import dates, identifiers, written_dates
from planctl.plan.deliverable import FIELDS
from planctl.plan.suggestion import suggestion


def checked(given: Mapping[str, str], kinds: Sequence[str], url_pattern: str) -> dict[str, Any]:
    """The fields in ``given`` as plan data; UsageFault where one does not hold what it should.

    ``kinds`` and ``url_pattern`` are what the schema allows.
    """
    fields: dict[str, Any] = {}
    for name, value in given.items():
        text = " ".join(value.split())
        if not text:
            raise UsageFault(f"--{name} is empty; leave it out, or say what belongs there")
        fields[name] = text
    if "kind" in fields:
        fields["kind"] = _kind(fields["kind"], kinds)
    if "date" in fields:
        fields["date"] = _date(fields["date"])
    if "url" in fields and not re.search(url_pattern, fields["url"]):
        raise UsageFault(
            f"“{fields['url']}” is not a web address; write it in full, beginning with https://"
        )
    return fields


def shortest(fields: Mapping[str, Any]) -> str | dict[str, Any]:
    """The fields as a plan holds them: a plain text where an identifier or a title is all.

    A kind that the identifier tells already is left out; the order is that of the format.
    """
    ordered = {name: fields[name] for name in FIELDS if name in fields}
    identifier = identifiers.parse(ordered.get("ref", ""))
    if identifier and ordered.get("kind") == identifier.kind:
        del ordered["kind"]
    if set(ordered) == {"ref"} and identifier:
        return str(ordered["ref"])
    title = ordered.get("title")
    if set(ordered) == {"title"} and isinstance(title, str) and not identifiers.parse(title):
        return title
    return ordered


def proper_spelling(ref: str) -> str | None:
    """How ITU writes the identifier that ``ref`` means; None where it is written so, or is none."""
    identifier = identifiers.parse(ref)
    if identifier is None or identifier.well_formed:
        return None
    if not identifier.detail:
        return identifier.key
    joint = " " if identifier.detail.startswith(("(", "to ")) else "-"
    proposal = f"{identifier.key}{joint}{identifier.detail}"
    again = identifiers.parse(proposal)
    return proposal if again and again.well_formed else identifier.key


def refuse_several(ref: str) -> None:
    """Raise UsageFault where ``ref`` is a list of identifiers."""
    if identifiers.parse(ref):
        return
    pieces = [one for one in re.split(r"\s*(?:[,;\n]|\band\b|&)\s*", ref.strip()) if one]
    if len(pieces) > 1 and all(map(identifiers.parse, pieces)):
        raise UsageFault(
            f"one deliverable at a time: “{ref.strip()}” names {len(pieces)}; link"
            f" {' and '.join(pieces)} each by itself"
        )


def date_value(text: str) -> str | int:
    """A stored date as a plan file holds it: a year is a number, everything else is text."""
    return int(text) if text.isdecimal() else text


def _date(text: str) -> str | int:
    """A date in the stored form, or as English prose writes it."""
    try:
        return date_value(str(dates.parse(text)))
    except ValueError as error:
        found = written_dates.find(text)
        if len(found) == 1 and found[0][:2] == (0, len(text)):
            return date_value(str(found[0][2]))
        raise UsageFault(f"--date: {error}") from error


def _kind(text: str, kinds: Sequence[str]) -> str:
    kind = re.sub(r"[\s_-]+", "-", text.casefold())
    if kind in kinds:
        return kind
    meant = suggestion(kind, kinds) or f"; there are: {', '.join(kinds)}"
    raise UsageFault(f"there is no kind “{text}”{meant}")
