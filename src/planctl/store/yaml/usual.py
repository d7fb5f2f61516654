r"""Plan files in the usual form, read line by line in half the time that events take.

libyaml's extension makes three objects of each event, and its import takes nearly as long as the
start of Python. Most plans need none of what makes YAML hard to read; their lines are::

    line    = indent "#" comment | indent ["- "] item | indent more | nothing
    item    = name ":" [" " value] | value
    name    = a small letter, then small letters, digits and "_"
    value   = words | quoted | "[" [entry {", " entry}] "]" | "|-", with its text in the lines below
    words   = text without ": " and " #" that does not begin with - ? : , [ ] { } # & * ! | > % @ `
    quoted  = text between two marks, " or ', without that mark and without "\"
    more    = how words or quoted text go on from the line above

A block stands deeper than the key above it, ``more`` deeper than the item it belongs to. No text
ends with a space, and there are no tabs. This is how :mod:`emit` writes nearly everything.

What is read is what the events give, value for value and place for place: a property test holds
the two together. Any other text, and so every mistake, is left to the events.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from planctl.store.yaml.scalars import STARTS, resolve

_DEEPEST = 16  # blocks inside each other; a real plan has ten
_LONGEST = 20_000  # characters of a text in several lines, each of which copies it

_LINE = re.compile(r"( *)(- )?(?:([a-z][a-z0-9_]{0,99}):(?: |(?=\n|\Z)))?(.*)\n?")
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"  # of which most texts consist
_MARKS = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_ENTRY = re.compile(r'"[^"\\]*"|[0-9A-Za-z(](?:[^][{},:?# ]| (?![],]))*')
_ENTRIES = re.compile(rf"\[(?:(?:{_ENTRY.pattern})(?:, (?:{_ENTRY.pattern}))*)?\]")


@lru_cache(maxsize=2)  # an edit looks at the text before and after it more than once
def read_usual(text: str) -> tuple[Any, list[int]] | None:  # noqa: C901 - one loop: a call a line would double its cost
    """Return the document in ``text``, and where each key and value starts, in their order.

    None where a line has another form.
    """
    if not _is_printable(text):
        return None
    document: list[Any] = [None]
    # Each level is its container and the column of that. `here` is the innermost one; `slot` is
    # the place in it that was filled last, or that waits for the block below.
    above: list[tuple[Any, int]] = []
    here: Any = document
    column = -1
    slot: Any = 0
    waits = True
    whole: str | None = None  # the text that may go on in the next line, so far
    quote = ""  # the mark that it has yet to end with
    margin = 0  # the spaces before each line of a literal text; -1 before its first line
    paused = False  # whether a literal text came to a blank line, below which it may go on
    starts: list[int] = []
    keep_start = starts.append
    for match in _LINE.finditer(text):
        dent, dash, key, value = match.groups()
        indent = len(dent)
        if margin:
            if indent > column:
                margin = indent if margin < 0 else margin
                line = match[0][margin:].rstrip("\n")
                if indent < margin or not line or len(here[slot]) > _LONGEST:
                    return None
                here[slot] += f"\n{line}" if here[slot] else line
                continue
            margin = 0
            paused = True
        if dash is key is None:
            if not value or value[0] == "#":
                if quote or (paused and indent > column):
                    return None
                whole = None
                continue
            ends = value[-1] == quote
            more = value[:-1] if ends else value
            if whole is None or indent <= column or not _fits(more, quote, ends):
                return None
            if len(whole) > _LONGEST:
                return None
            here[slot] = whole = f"{whole} {more}"
            if ends:
                whole, quote = None, ""
            continue
        if quote:
            return None
        paused = False
        start = match.start() + indent
        if waits:
            if indent <= column or len(above) > _DEEPEST:
                return None
            above.append((here, column))
            here[slot] = [] if dash else {}
            here, column = here[slot], indent
            keep_start(start)
        else:
            while indent < column:
                here, column = above.pop()
            if indent > column or (here.__class__ is list) is not (dash is not None):
                return None
        if dash:
            slot = len(here)
            here.append({})
            start += 2
            if key is not None:
                above.append((here, column))
                here, column = here[slot], indent + 2
                keep_start(start)
        if key is not None:
            if key in here:
                return None
            slot = key
            keep_start(start)
            start += len(key) + 2
        whole = None
        waits = not value
        if waits:
            continue
        keep_start(start)
        mark = value[0]
        if mark not in _MARKS:
            if ": " in value or " #" in value or value[-1] in ": ":  # as _fits, without a call
                return None
            whole = value
            here[slot] = resolve(value) if mark in STARTS else value
        elif mark in "\"'":
            ends = len(value) > 1 and value[-1] == mark
            inner = value[1:-1] if ends else value[1:]
            if not _fits(inner, mark, ends):
                return None
            here[slot] = inner
            if not ends:
                whole, quote = inner, mark
        elif mark == "[" and _ENTRIES.fullmatch(value):
            here[slot] = entries = []
            for found in _ENTRY.finditer(value):
                entry = found[0]
                keep_start(start + found.start())
                entries.append(entry[1:-1] if entry[0] == '"' else resolve(entry))
        elif value == "|-":
            here[slot] = ""
            margin = -1
        else:
            return None
    return None if waits or quote else (document[0], starts)


def goes_on(text: str, offset: int) -> bool:
    """Whether the line that starts at ``offset`` goes on with the words of the line above."""
    found = _LINE.match(text, offset)
    assert found is not None  # noqa: S101  each line is one
    _, dash, key, value = found.groups()
    return dash is key is None and value[:1] not in ("", "#")


def end_of_entry(text: str, offset: int) -> int:
    """Where the entry of a list in brackets ends that starts at ``offset``."""
    found = _ENTRY.match(text, offset)
    assert found is not None  # noqa: S101
    return found.end()


def _is_printable(text: str) -> bool:
    """Whether no character of a text, but for its line breaks, is one that cannot be seen."""
    # To delete what most texts consist of, and look at the rest, is quicker than to look at all.
    others = text.encode(errors="surrogatepass").translate(None, _PLAIN)
    return others.decode(errors="surrogatepass").replace("\xa0", " ").isprintable()


def _fits(text: str, quote: str = "", ends: bool = False) -> bool:
    """Whether ``text`` can stand on a line as plain words, or between two marks ``quote``.

    ``ends`` tells that the second mark follows it.
    """
    if quote:
        return quote not in text and "\\" not in text and (ends or text[-1:] != " ")
    return ": " not in text and " #" not in text and text[-1] not in ": "
