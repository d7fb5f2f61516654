"""Edits of the calendar in ``planctl.yaml``: text in, new text out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planctl.change.calendar import FIELDS
from planctl.store.planfile import PlanFile, has_content
from planctl.store.yaml import edits, emit


def add_meeting(file: PlanFile, place: int, data: Mapping[str, Any]) -> str:
    """The file's text with a meeting at ``place`` of the calendar, which is made where missing.

    Raises EditFault.
    """
    text = file.text.text
    ordered = {field: data[field] for field in FIELDS if field in data}
    if not has_content(text):
        return _begun(text, file.text.newline, ordered)
    if "meetings" not in file.data:
        return edits.set_value(text, ("meetings",), [ordered])
    return edits.insert_item(text, ("meetings",), place, ordered)


def change_meeting(text: str, place: int, changes: Mapping[str, Any]) -> str:
    """The ``text`` with fields of the meeting at ``place`` changed; None takes a field away.

    Raises EditFault.
    """
    path = ("meetings", place)
    for field, value in changes.items():
        if value is None:
            text = edits.remove_key(text, (*path, field))
        else:
            before = FIELDS[: FIELDS.index(field)]
            text = edits.set_value(text, (*path, field), value, after=before)
    return text


def _begun(text: str, newline: str, meeting: Mapping[str, Any]) -> str:
    """A file without content, but perhaps with comments, and the calendar below them."""
    lines = emit.block({"meetings": [dict(meeting)]})
    between = newline if text and not text.endswith("\n") else ""
    return text + between + "".join(line + newline for line in lines)
