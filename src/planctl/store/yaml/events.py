"""The events of libyaml to plain data, with a strictness that no loader has.

The events come from ruamel's C extension, and are turned into dictionaries, lists and scalars with
an explicit stack, which costs little more than the events themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from _ruamel_yaml import CParser  # type: ignore[import-not-found]
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from planctl.errors import SyntaxFault
from planctl.store.yaml.messages import explain, unreadable
from planctl.store.yaml.scalars import STARTS, resolve
from planctl.store.yaml.text import UNWRITABLE, place

DEEPEST = 40
"""How many levels of mappings and sequences may stand inside each other; a real plan has ten."""

# libyaml compares each %TAG with all before it; a file of them is refused before it gets there.
_DIRECTIVE = re.compile(r"(?:[ \t]*+(?:#[^\n]*+)?+\r?\n)*+%")


_NOTHING = re.compile(r"(?:---|\.\.\.|[ \t\r\n]++|#[^\n]*+)*+")


def read_events(text: str) -> tuple[Any, list[int]]:
    """Return the document in ``text``, and where each key and value starts, in their order.

    Raises SyntaxFault for everything that is not plain data as :mod:`reader` has it.
    """
    with explained(text):
        return _build(text)


@contextmanager
def explained(text: str) -> Iterator[None]:
    """Raise what libyaml refuses in ``text`` as a SyntaxFault that says what to do."""
    try:
        yield
    except YAMLError as error:
        raise explain(error, text) from None
    except UnicodeEncodeError:
        raise unreadable(text) or SyntaxFault("the file cannot be read") from None


def events_of(text: str) -> Callable[[], Any]:
    """Return what gives the events of the document in ``text``, one a call.

    Raises SyntaxFault where ``text`` has none, or starts with a directive such as %YAML.
    """
    found = _DIRECTIVE.match(text) if "%" in text else None
    if found:
        raise SyntaxFault(
            "a line starting with '%' cannot stand here: remove it", *place(text, found.end() - 1)
        )
    get_event: Callable[[], Any] = CParser(text).get_event
    get_event()
    if get_event().__class__ is StreamEndEvent:
        raise SyntaxFault("the file is empty")
    return get_event


def refuse_event(event: Any, text: str) -> NoReturn:
    """Raise SyntaxFault for the event's alias, anchor or tag, none of which is plain data."""
    at = place(text, event.start_mark.index)
    if event.__class__ is AliasEvent:
        raise SyntaxFault(
            f"'*{event.anchor}' is an alias, which plans do not use: write the value itself, or put"
            " quotes around text that starts with '*'",
            *at,
        )
    if event.anchor is not None:
        raise SyntaxFault(
            f"'&{event.anchor}' is an anchor, which plans do not use: remove it, or put quotes"
            " around text that starts with '&'",
            *at,
        )
    raise SyntaxFault(
        "'!' starts a tag, which plans do not use: remove it, or put quotes around text that starts"
        " with '!'",
        *at,
    )


def refuse_depth(event: Any, text: str) -> NoReturn:
    """Raise SyntaxFault for a mapping or sequence deeper than DEEPEST."""
    raise SyntaxFault(
        f"more than {DEEPEST} levels stand inside each other here; is a bracket or an indentation"
        " wrong?",
        *place(text, event.start_mark.index),
    )


def _build(text: str) -> tuple[Any, list[int]]:  # noqa: C901 - one loop: a call an event would double its cost
    get_event = events_of(text)
    document: list[Any] = []
    # Each level is its container and, for a mapping, the key whose value comes next; `here` is
    # the innermost one. A list stands for a sequence: the document itself is the outermost.
    above: list[tuple[Any, str]] = []
    here: Any = document
    in_mapping = False
    key = ""
    starts: list[int] = []
    keep_start = starts.append
    while True:
        event = get_event()
        kind = event.__class__
        if in_mapping:
            if kind is ScalarEvent:
                keep_start(event.start_mark.index)
                key = event.value
                if key in here or key == "<<" or not key:
                    _check_key(event, here, text)
                if event.anchor is not None or event.ctag is not None:
                    refuse_event(event, text)
                if not key.isprintable():
                    _check_escapes(event, text)
            elif kind is MappingEndEvent:
                here, key = above.pop()
                in_mapping = here.__class__ is dict
                continue
            else:
                _refuse_key(event, text)
            event = get_event()
            kind = event.__class__
        if kind is ScalarEvent:
            keep_start(event.start_mark.index)
            value = event.value
            style = event.style
            if event.anchor is not None or event.ctag is not None:
                refuse_event(event, text)
            if not style:
                if value[:1] in STARTS:
                    value = resolve(value)
            elif style == '"' and not value.isprintable():
                _check_escapes(event, text)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.ctag is not None:
                refuse_event(event, text)
            keep_start(event.start_mark.index)
            value = {} if kind is MappingStartEvent else []
        elif kind is SequenceEndEvent:
            here, key = above.pop()
            in_mapping = here.__class__ is dict
            continue
        elif kind is AliasEvent:
            refuse_event(event, text)
        else:
            break
        if in_mapping:
            here[key] = value
        else:
            here.append(value)
        if kind is not ScalarEvent:
            above.append((here, key))
            if len(above) > DEEPEST:
                refuse_depth(event, text)
            here = value
            in_mapping = kind is MappingStartEvent
    if document[0] is None and _NOTHING.fullmatch(text):
        raise SyntaxFault("the file is empty")
    event = get_event()
    if event.__class__ is DocumentStartEvent:
        raise SyntaxFault(
            "a second document starts here: a plan is one document, so remove the line '---'",
            *place(text, event.start_mark.index),
        )
    return document[0], starts


def _check_escapes(event: Any, text: str) -> None:
    found = UNWRITABLE.search(event.value)
    if found:
        raise SyntaxFault(
            f"this text holds the control character U+{ord(found.group()):04X}: remove its escape",
            *place(text, event.start_mark.index),
        )


def _check_key(event: Any, mapping: dict[str, Any], text: str) -> None:
    """Refuse a key that merges, is missing, or stands a second time."""
    start = event.start_mark.index
    if not event.style and event.value == "<<":
        raise SyntaxFault("'<<' merges mappings, which plans do not use", *place(text, start))
    if not event.style and not event.value:
        raise SyntaxFault("a key is missing before the colon", *place(text, start))
    if event.value in mapping:
        line, column = place(text, _first_place(text, start))
        raise SyntaxFault(
            f"the key '{_shown(event.value)}' stands twice; the first one is at line {line}, column"
            f" {column}: keep one of them",
            *place(text, start),
        )


def _refuse_key(event: Any, text: str) -> NoReturn:
    if event.__class__ is AliasEvent:
        refuse_event(event, text)
    raise SyntaxFault(
        "a key must be plain text, not a list or a mapping; is a quote missing around text with"
        " brackets?",
        *place(text, event.start_mark.index),
    )


def _first_place(text: str, second: int) -> int:
    """Return where the key at offset ``second`` stands for the first time in its mapping."""
    get_event = events_of(text)
    levels: list[dict[str, int] | None] = []
    expects_key: list[bool] = []
    while True:
        event = get_event()
        kind = event.__class__
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            levels.pop()
            expects_key.pop()
            continue
        places = levels[-1] if levels else None
        if places is not None:
            if expects_key[-1]:
                if event.start_mark.index == second:
                    return places[event.value]
                places[event.value] = event.start_mark.index
            expects_key[-1] = not expects_key[-1]
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            levels.append({} if kind is MappingStartEvent else None)
            expects_key.append(True)


def _shown(key: str) -> str:
    return key if len(key) <= 40 else key[:39] + "…"
