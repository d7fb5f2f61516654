"""What a schema refuses, and what to write instead, in plain words.

jsonschema is imported here, and so only once there is something to explain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator

from planctl.plan.suggestion import suggestion
from planctl.store.schema import document

_READ_AS = {bool: "true/false", int: "a number", float: "a number", type(None): "nothing"}
_STANDS = {str: "text", list: "a list", **_READ_AS}
_WANTED = {
    "string": "text",
    "array": "a list (each item on a line of its own, after “- ”)",
    "object": "fields (each on a line of its own, “name: value”)",
    "integer": "a whole number",
    "boolean": "true or false",
}

_LONG = 60  # characters of a value that a message repeats


class Misfit(NamedTuple):
    """A place in the data that the schema refuses, and what to write instead."""

    path: tuple[str | int, ...]
    message: str


def misfits(
    name: str, data: object, source: Callable[[tuple[str | int, ...]], str]
) -> list[Misfit]:
    """Everything the schema refuses; ``source`` gives a value as it stands in the file."""
    found: dict[Misfit, None] = {}
    for error in Draft202012Validator(document(name)).iter_errors(data):
        path = tuple(error.absolute_path)
        for misfit in _explain(error, path, source):
            found.setdefault(misfit)
    return sorted(found, key=lambda misfit: [str(part).zfill(6) for part in misfit.path])


def _explain(error: Any, path: tuple[str | int, ...], source: Callable[..., str]) -> list[Misfit]:
    value = error.instance
    match error.validator:
        case "additionalProperties":
            known = tuple(error.schema.get("properties", ()))
            return [
                Misfit((*path, key), f"there is no field {_quoted(key)} here{_meant(key, known)}")
                for key in value
                if key not in known
            ]
        case "propertyNames":
            return [
                Misfit((*path, value), f"{_quoted(value)} is not a language: {_choices(error)}")
            ]
        case "required":
            missing = [key for key in error.validator_value if key not in value]
            return [Misfit(path, f"the field “{key}” is missing") for key in missing]
        case "type":
            return [Misfit(path, _wrong_type(error, source(path)))]
        case "enum":
            known = tuple(choice for choice in error.validator_value if choice)
            meant = _meant(str(value)[:_LONG], known)
            return [Misfit(path, f"{_quoted(value)} is not one of: {_choices(error)}{meant}")]
        case "minLength" | "minItems" | "minProperties":
            return [Misfit(path, "this is empty; write something, or take the field out")]
        case False | None:
            return [Misfit(path, "an item under a deliverable cannot have items of its own")]
        case _:
            return [Misfit(path, f"{_quoted(value)} does not fit. {_described(error)}")]


def _quoted(value: object) -> str:
    text = str(value)
    return f"“{text[:_LONG]}…”" if len(text) > _LONG else f"“{text}”"


def _described(error: Any) -> str:
    schema: Mapping[str, Any] = error.schema
    return str(schema.get("description", f"{error.validator}: {error.validator_value}"))


def _choices(error: Any) -> str:
    return ", ".join(str(choice) or "(nothing)" for choice in error.validator_value)


@lru_cache
def _meant(word: str, known: tuple[str, ...]) -> str:
    return suggestion(word, known)


def _wrong_type(error: Any, written: str) -> str:
    value = error.instance
    wanted = error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    expected = " or ".join(_WANTED[kind] for kind in kinds)
    belongs = "belong" if kinds[-1] == "object" else "belongs"
    if value is None:
        return f"nothing is written here; {expected} {belongs} here"
    pattern = error.schema.get("pattern", "")
    if "string" in kinds and pattern and not re.search(pattern, written):
        return f"{_quoted(written)} does not fit. {_described(error)}"
    if "string" in kinds and type(value) in _READ_AS:
        return f'{written} is read as {_READ_AS[type(value)]}; write it in quotes: "{written}"'
    found = "fields stand" if isinstance(value, dict) else f"{_STANDS[type(value)]} stands"
    return f"{found} here; {expected} {belongs} here"
