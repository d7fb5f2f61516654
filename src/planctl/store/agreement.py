"""Whether data surely agrees with a JSON Schema, told without a library.

To import jsonschema-rs takes as long as starting Python, which is more than a few plans are worth.
What is here knows the keywords that the schemas in ``schema/`` use, as JSON Schema 2020-12 defines
them, and may only say yes: of what it does not know, and of every mistake, the libraries judge. A
property test says that it never accepts what they refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from planctl.patterns import late

Check = Callable[[Any], bool]
T = TypeVar("T")

_CLASSES: dict[str, type] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
}
_REMARKS = frozenset(["$schema", "$defs", "title", "description"])
_KEYWORDS = {
    str: frozenset(["enum", "pattern", "minLength"]),
    int: frozenset(["minimum", "maximum"]),
    list: frozenset(["items", "minItems"]),
    dict: frozenset(
        ["required", "properties", "additionalProperties", "propertyNames", "minProperties"]
    ),
}
_KNOWN = _REMARKS.union(["type", "$ref"], *_KEYWORDS.values())


def agreement(schema: Mapping[str, Any]) -> Check:
    """The check whether data, as :mod:`planctl.store.yaml.reader` gives it, agrees for sure."""
    return _Schema(schema).check


class _Schema:
    """A schema, with the checks of its ``$defs``, which lead to one another."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._defs = schema.get("$defs", {})
        self._made: dict[str, Check] = {}
        self.check = self._of(schema)

    def _of(self, schema: Any) -> Check:
        if schema is True or schema is False:
            return lambda _: bool(schema)
        if not schema.keys() <= _KNOWN:
            return lambda _: False
        if "$ref" in schema:
            own = {name: said for name, said in schema.items() if name != "$ref"}
            referred = self._referred(schema["$ref"].removeprefix("#/$defs/"))
            return referred if own.keys() <= _REMARKS else _both(referred, self._of(own))
        named = schema.get("type", [*_CLASSES])
        by_class = {
            _CLASSES[one]: self._of_class(_CLASSES[one], schema)
            for one in ([named] if isinstance(named, str) else named)
            if one in _CLASSES
        }

        def check(value: Any) -> bool:
            own = by_class.get(value.__class__)
            return own is not None and own(value)

        return check

    def _referred(self, name: str) -> Check:
        """The check of a definition, made when it is first used: it may lead back here."""

        def check(value: Any) -> bool:
            if name not in self._made:
                self._made[name] = self._of(self._defs[name])
            return self._made[name](value)

        return check

    def _of_class(self, kind: type, schema: Mapping[str, Any]) -> Check:
        if "enum" in schema:  # 1 is true to Python
            choices = frozenset(one for one in schema["enum"] if isinstance(one, str))
            return choices.__contains__ if kind is str else lambda _: False
        if kind is str:
            return _text(schema.get("minLength", 0), schema.get("pattern", ""))
        if kind is int:
            least, most = schema.get("minimum"), schema.get("maximum")
            return lambda value: (
                (least is None or value >= least) and (most is None or value <= most)
            )
        if kind is list:
            item, fewest = self._of(schema.get("items", True)), schema.get("minItems", 0)
            return lambda value: len(value) >= fewest and all(map(item, value))
        return self._fields(schema) if kind is dict else lambda _: True

    def _fields(self, schema: Mapping[str, Any]) -> Check:
        known = {name: self._of(one) for name, one in schema.get("properties", {}).items()}
        other = self._of(schema.get("additionalProperties", True))
        name_of_other = self._of(schema.get("propertyNames", True))
        required = frozenset(schema.get("required", ()))
        fewest = schema.get("minProperties", 0)

        def check(value: dict[str, Any]) -> bool:
            for name, one in value.items():
                if not known.get(name, other)(one):
                    return False
            return (
                len(value) >= fewest and value.keys() >= required and all(map(name_of_other, value))
            )

        return check


def _text(shortest: int, pattern: str) -> Check:
    if not pattern:
        return lambda value: len(value) >= shortest
    expression = late(pattern)

    def check(value: str) -> bool:
        # Beyond that what an expression means is not the same in each language.
        plain = value.isascii() and value.isprintable()
        return plain and len(value) >= shortest and expression.search(value) is not None

    return check


def _both(one: Check, other: Check) -> Check:
    return lambda value: one(value) and other(value)
