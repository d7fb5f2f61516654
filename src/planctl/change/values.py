"""What may stand in a field: text from the command line to the plain data that a file holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from planctl.change.fields import Field
from planctl.errors import UsageFault
from planctl.patterns import late
from planctl.plan.model import Path
from planctl.plan.suggestion import suggestion

_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
_LIKE_A_DATE = late(r"[0-9]{1,4}(?:[-/.][0-9]+)*")


def value_of(field: Field, words: Sequence[str], meetings: Sequence[str] = ()) -> Any:
    """The data for what was typed: ``words`` are the values, ``meetings`` the keys of the calendar.

    Raises UsageFault, saying what may be written instead.
    """
    texts = [word.replace("\r\n", "\n").strip() for word in words]
    if field.kind == "entries":
        if not texts or "" in texts:
            raise UsageFault(f"{field.name} has an empty entry; name who is responsible in each")
        return texts
    if len(texts) != 1:
        raise UsageFault(
            f"{field.name} takes one value, and {len(texts)} were given; put quotation marks"
            f" around it: '{' '.join(words)}'"
        )
    text = texts[0]
    if not text and "" not in field.choices:
        rest = "" if field.required else "; to take it away, use --clear"
        raise UsageFault(f"{field.name} cannot be empty{rest}")
    return _checked(field, text, meetings)


def data_at(data: Any, path: Path) -> Any:
    """The value at ``path`` in plain data; LookupError where there is none."""
    for step in path:
        data = data[step]
    return data


def current(data: Mapping[str, Any], field: Field) -> Any:
    """What an item's data has for the field; None where it has nothing."""
    value: Any = data
    for key in field.path:
        value = value.get(key) if value is not None else None
    return value


def changed(field: Field, old: Any, new: Any, language: str | None, own: str) -> Any:
    """What the field holds once ``new`` is set in it, or taken away (None); None means nothing.

    ``old`` is what it holds, ``own`` the language of the plan: text in one language is kept as it
    is, and becomes a map of languages with the first translation. A text that is a map already is
    changed in the plan's language where none is named. UsageFault where nothing would be left of a
    field that every item must have.
    """
    languages = dict(old) if isinstance(old, Mapping) else {} if old is None else {own: old}
    if field.kind != "prose" or (language is None and (new is None or isinstance(old, str))):
        meant = new
    elif new is None:
        languages.pop(str(language), None)
        meant = (languages if isinstance(old, Mapping) else old) if languages else None
    else:
        languages[language or own] = new
        alone = list(languages) == [own] and not isinstance(old, Mapping)
        meant = new if alone else languages
    if meant is None and field.required:
        raise UsageFault(f"{field.name} cannot be taken away: every item of this kind has one")
    return meant


def alike(field: Field, one: Any, other: Any) -> bool:
    """Whether two values of the field say the same; a year is one, in quotes or not."""
    if field.kind in ("date", "month", "due"):
        return str(one) == str(other)
    return bool(one == other)


def _checked(field: Field, text: str, meetings: Sequence[str]) -> Any:
    match field.kind:
        case "choice":
            return _choice(field, text)
        case "flag":
            if text.casefold() not in _FLAGS:
                raise UsageFault(f"{field.name} is true or false, not “{text}”")
            return _FLAGS[text.casefold()]
        case "date" | "month":
            return _date(field, text)
        case "due" if _LIKE_A_DATE.fullmatch(text):
            return _date(field, text)
        case "due" | "meeting":
            return _meeting(field, text, meetings)
        case "line" if "\n" in text:
            raise UsageFault(f"{field.name} has one line; this has {text.count(chr(10)) + 1}")
        case _:
            return text


def _choice(field: Field, text: str) -> str:
    folded = re.sub(r"[\s_\u2010\u2011-]+", "-", text.casefold())
    if folded in field.choices:
        return folded
    choices = ", ".join(choice or '""' for choice in field.choices)
    raise UsageFault(f"“{text}” is not one of: {choices}{suggestion(folded, field.choices)}")


def _date(field: Field, text: str) -> str | int:
    from planctl.plan import dates

    try:
        if field.kind == "month":
            dates.heading(text)
        else:
            dates.parse(text)
    except ValueError as error:
        raise UsageFault(f"{field.name}: {error}") from None
    return int(text) if text.isdecimal() else text


def _meeting(field: Field, text: str, meetings: Sequence[str]) -> str:
    for key in meetings:
        if key.casefold() == text.casefold():
            return key
    what = "neither a date nor a meeting" if field.kind == "due" else "not a meeting"
    if not meetings:
        raise UsageFault(f"“{text}” is {what}: planctl.yaml has no meetings yet; add it there")
    raise UsageFault(
        f"“{text}” is {what} of planctl.yaml, which has: {', '.join(meetings)}"
        f"{suggestion(text, meetings)}"
    )
