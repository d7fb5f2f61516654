"""What a file may say: the JSON Schemas in ``schema/``, and their verdicts in plain words.

jsonschema-rs decides (it is a hundred times faster), jsonschema explains what it refused. The first
few documents need neither where they agree for sure (:mod:`planctl.store.agreement`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

    from planctl.store.agreement import Check

PLAN = "plan.schema.json"
SETTINGS = "planctl.schema.json"
REQUESTS = "requests.schema.json"

_PACKAGE = Path(__file__).resolve().parent.parent
_READ_AS = {bool: "true/false", int: "a number", float: "a number", type(None): "nothing"}
_STANDS = {str: "text", list: "a list", dict: "fields", **_READ_AS}
_WANTED = {
    "string": "text",
    "array": "a list (each item on a line of its own, after “- ”)",
    "object": "fields (each on a line of its own, “name: value”)",
    "integer": "a whole number",
    "boolean": "true or false",
}

_LONG = 60  # characters of a value that a message repeats
_FEW = (
    64  # documents: about as many are looked at here in the time that jsonschema-rs takes to come
)
_asked = count()


class Misfit(NamedTuple):
    """A place in the data that the schema refuses, and what to write instead."""

    path: tuple[str | int, ...]
    message: str


def file(name: str) -> Path:
    """The schema file: inside the installed package, or at the top of a source checkout."""
    installed = _PACKAGE / "schema" / name
    return installed if installed.exists() else _PACKAGE.parents[1] / "schema" / name


@lru_cache
def document(name: str) -> dict[str, Any]:
    """The schema as data."""
    import json

    schema: dict[str, Any] = json.loads(file(name).read_text(encoding="utf-8"))
    return schema


@lru_cache
def _agreement(name: str) -> Check:
    from planctl.store.agreement import agreement

    return agreement(document(name))


@lru_cache
def _judge(name: str) -> Draft202012Validator:
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(document(name))


def expect(plans: int) -> None:
    """Have what judges many plans quickly at hand, where so many are to be judged."""
    if plans > _FEW:
        _judge(PLAN)


def fits(name: str, data: object) -> bool:
    """Whether ``data`` agrees with the schema ``name``."""
    is_early = next(_asked) < _FEW and not _judge.cache_info().currsize
    if is_early and _agreement(name)(data):
        return True
    try:
        return _judge(name).is_valid(data)
    except ValueError:  # what JSON cannot hold, such as .nan
        return False


def misfits(
    name: str, data: object, source: Callable[[tuple[str | int, ...]], str]
) -> list[Misfit]:
    """Everything the schema refuses; ``source`` gives a value as it stands in the file."""
    from jsonschema import Draft202012Validator

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
    from planctl.plan.suggestion import suggestion

    return suggestion(word, known)


def _wrong_type(error: Any, written: str) -> str:
    value = error.instance
    wanted = error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    expected = " or ".join(_WANTED[kind] for kind in kinds)
    if value is None:
        return f"nothing is written here; {expected} belongs here"
    pattern = error.schema.get("pattern", "")
    if "string" in kinds and pattern and not re.search(pattern, written):
        return f"{_quoted(written)} does not fit. {_described(error)}"
    if "string" in kinds and type(value) in _READ_AS:
        return f'{written} is read as {_READ_AS[type(value)]}; write it in quotes: "{written}"'
    found = _STANDS[type(value)]
    return f"{found} stands here; {expected} belongs here"
