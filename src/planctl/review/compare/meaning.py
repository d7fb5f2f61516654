"""What data means, as far as a comparison goes: a form in which equal meaning is equal data.

White space and line breaks, the order of bodies, shorthand and full notation make no difference;
every letter and every field does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from planctl.plan.deliverable import FIELDS, Deliverable, line
from planctl.plan.prose import LANGUAGES, Prose, plain

Meaning = Any
"""Comparable with == and hashable."""

_DEFAULTS = {"level_2": "-", "unnumbered": False}
_TEXTS = frozenset(LANGUAGES)


def value(data: Any, language: str = "en") -> Meaning:
    """What a field's value means; ``language`` is that of text which does not name its own.

    A list is one without an order; a number means what its digits do ("2017" and 2017).
    """
    if isinstance(data, str):
        return _plain(data)
    if data is None or isinstance(data, bool):
        return data
    if isinstance(data, Mapping):
        if set(data) == {language}:
            return _plain(data[language])
        return tuple(sorted((key, value(one, "")) for key, one in data.items()))
    if isinstance(data, list | tuple):
        return tuple(sorted(value(one, language) for one in data))
    return str(data)


def field(name: str, data: Mapping[str, Any], language: str = "en") -> Meaning:
    """What the field ``name`` means in the data of an item; what its absence does without it."""
    return value(data.get(name, _DEFAULTS.get(name)), language)


def by_language(prose: Prose | None, language: str = "en") -> dict[str, str]:
    """The texts of a prose by language; ``language`` is that of a text which does not name it."""
    if prose is None:
        return {}
    return {language: prose} if isinstance(prose, str) else dict(prose)


def is_prose(data: object) -> bool:
    """Whether a value is text, in one language or in several."""
    return isinstance(data, str) or (isinstance(data, Mapping) and set(data) <= _TEXTS)


def of_deliverable(deliverable: Deliverable, language: str = "en") -> tuple[Meaning, ...]:
    """What each of :data:`planctl.plan.deliverable.FIELDS` means, in that order.

    The kind is given even where the identifier tells it, the wording only where it is not the one
    that the fields print.
    """
    try:
        return _once(deliverable[1:], language)
    except TypeError:  # a text in several languages is a map, and not to be looked up
        return _of_deliverable(deliverable, language)


@lru_cache(maxsize=8192)  # most deliverables of a report that changed stand in both states of it
def _once(fields: tuple[Any, ...], language: str) -> tuple[Meaning, ...]:
    return _of_deliverable(Deliverable((), *fields), language)


def _of_deliverable(deliverable: Deliverable, language: str) -> tuple[Meaning, ...]:
    if deliverable[1:] == (None, deliverable.ref, *_NOTHING):
        return (deliverable.known_kind or None, _plain(deliverable.ref or ""), *_NO_MORE)
    text = value(deliverable.text, language)
    if isinstance(text, str) and text == _plain(line(deliverable._replace(text=None))):
        text = None
    fields = (data if data is None else value(data, language) for data in deliverable[2:-2])
    return (deliverable.known_kind or None, *fields, text)


_NOTHING = (None,) * (len(FIELDS) - 2) + ((),)
_NO_MORE = (None,) * (len(FIELDS) - 2)


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    return plain(text)
