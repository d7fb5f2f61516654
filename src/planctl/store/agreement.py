"""Whether data surely agrees with a JSON Schema, told without a library.

To import jsonschema-rs takes as long as starting Python, which is more than a few plans are worth.
What is here knows the keywords that the schemas in ``schema/`` use, as JSON Schema 2020-12 defines
them, and may only say yes: of what it does not know, and of every mistake, the libraries judge. A
property test says that it never accepts what they refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from planctl.patterns import late

Check = Callable[[Any], bool]
_Form = dict[type, Check]
"""What agrees, by its class; values of other classes do not, as far as is known."""

_CLASSES: dict[str, type] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
}
_REMARKS = frozenset(["$schema", "$defs", "title", "description"])
_KNOWN = _REMARKS.union(
    ["type", "$ref", "enum", "pattern", "minLength", "minimum", "maximum", "items", "minItems"],
    ["required", "properties", "additionalProperties", "propertyNames", "minProperties"],
)


def agreement(schema: Mapping[str, Any]) -> Check:
    """The check whether data, as :mod:`planctl.store.yaml.reader` gives it, agrees for sure."""
    form = _Forms(schema.get("$defs", {})).of(schema)
    return lambda value: _fits(value, form)


def _fits(value: Any, form: _Form) -> bool:
    check = form.get(value.__class__)
    return check is not None and check(value)


class _Forms:
    """The forms of a schema's ``$defs``, which may lead to one another."""

    def __init__(self, defs: Mapping[str, Any]) -> None:
        self._defs = defs
        self._made: dict[str, _Form] = {}

    def of(self, schema: Any) -> _Form:
        """The form that a schema describes; that of nothing where it says what is not known."""
        if schema is True:
            return dict.fromkeys(_CLASSES.values(), _anything)
        if schema is False or not schema.keys() <= _KNOWN:
            return {}
        if "$ref" in schema:
            own = {name: said for name, said in schema.items() if name != "$ref"}
            referred = self._referred(schema["$ref"].removeprefix("#/$defs/"))
            return referred if own.keys() <= _REMARKS else _both(referred, self.of(own))
        named = schema.get("type", [*_CLASSES])
        classes = [_CLASSES.get(one) for one in ([named] if isinstance(named, str) else named)]
        return {one: self._check(one, schema) for one in classes if one}

    def _referred(self, name: str) -> _Form:
        if name not in self._made:
            self._made[name] = {}  # which is there for what leads back here
            self._made[name].update(self.of(self._defs[name]))
        return self._made[name]

    def _check(self, kind: type, schema: Mapping[str, Any]) -> Check:
        if "enum" in schema:  # of words only: 1 is true to Python
            choices = frozenset(one for one in schema["enum"] if isinstance(one, str))
            return lambda value: kind is str and value in choices
        if kind is str:
            return _text(schema.get("minLength", 0), schema.get("pattern", ""))
        if kind is int:
            least, most = schema.get("minimum"), schema.get("maximum")
            return lambda value: (
                (least is None or value >= least) and (most is None or value <= most)
            )
        if kind is list:
            return _items(self.of(schema.get("items", True)), schema.get("minItems", 0))
        return self._fields(schema) if kind is dict else _anything

    def _fields(self, schema: Mapping[str, Any]) -> Check:
        known = {name: self.of(one) for name, one in schema.get("properties", {}).items()}
        other = self.of(schema.get("additionalProperties", True))
        names = (
            self.of(schema["propertyNames"]).get(str) if "propertyNames" in schema else _anything
        )
        required = frozenset(schema.get("required", ()))
        fewest = schema.get("minProperties", 0)

        def check(value: dict[str, Any]) -> bool:
            for name, one in value.items():
                check = known.get(name, other).get(one.__class__)
                if check is None or not check(one):
                    return False
            if len(value) < fewest or not value.keys() >= required:
                return False
            return names is _anything or (names is not None and all(map(names, value)))

        return check


def _anything(_: Any) -> bool:
    return True


def _text(shortest: int, pattern: str) -> Check:
    if not pattern:
        return (lambda value: len(value) >= shortest) if shortest else _anything
    expression = late(pattern)

    def check(value: str) -> bool:
        # Beyond that what an expression means is not the same in each language.
        plain = value.isascii() and value.isprintable()
        return plain and len(value) >= shortest and expression.search(value) is not None

    return check


def _items(form: _Form, fewest: int) -> Check:
    def check(value: list[Any]) -> bool:
        for one in value:
            check = form.get(one.__class__)
            if check is None or not check(one):
                return False
        return len(value) >= fewest

    return check


def _both(one: _Form, other: _Form) -> _Form:
    """The form of what agrees with two; ``one`` may yet be in the making."""

    def with_one(check: Check) -> Check:
        return lambda value: _fits(value, one) and check(value)

    return {kind: with_one(check) for kind, check in other.items()}
