r"""Plain data to YAML text in the house style, which the plans of a repository share.

Block mappings; block sequences indented by two under their key; an item that is a mapping starts
on the line of its dash. Text is written plain where it reads back as the same text here *and* in
readers of YAML 1.1 (so ``"No"``, ``"1:30"`` and ``"1.10"`` are quoted); else in double quotes, or
in single quotes where it has ``"`` or ``\`` but no ``'``. ``id`` is always quoted. Long text is
folded at single spaces, its further lines two deeper than its key; text with line breaks is a
literal block. Short lists under the keys of FLOW_KEYS are written in brackets::

    - id: "1.1"
      text: Publish and disseminate technical reports related to human exposure to EMF, as well as
        developing ITU-T Recommendations
      responsible: [ITU-T SG5 (Q3/5)]
      date: 2018-09-21

Everything written here reads back equal through :func:`reader.read`.
"""

from __future__ import annotations

import re
from typing import Any

from planctl.errors import EditFault
from planctl.patterns import late
from planctl.store.yaml.text import UNWRITABLE

WIDTH = 100
FLOW_KEYS = frozenset({"responsible", "see"})
LONGEST_KEY = 1000
"""YAML allows a key 1,024 characters on its line; quotes and escapes count."""

# What some reader of YAML takes for something other than text. A date is spared: plans are full
# of them, and every reader of plans takes them for text.
_AMBIGUOUS = late(
    r"(?:~|null|true|false|y|yes|n|no|on|off|<<|=|[-+]?\.(?:inf|nan)"
    r"|[-+]?0[xob][0-9a-f_]+"
    r"|[-+]?[0-9.][0-9_.,:]*(?:e[-+]?[0-9]*)?)",
    re.IGNORECASE,
)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_NEEDS_QUOTES = late(r":(?=\s|$)|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|^\s|\s$|^\.\.\.")
# Inside brackets libyaml also ends plain text at these.
_FLOW_ENDERS = late(r"[,:?\[\]{}]")
_ESCAPED = late('[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff"\\\\]')
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\", "\x85": "\\N"}
# A line may be folded at a single space, and not where the next word could be taken for a mark.
_FOLD = late(r"(?<=\S) (?=[^\s\-?:#])")


def document(data: Any, header_comment: str = "") -> str:
    """Return ``data`` as a whole file, after ``header_comment`` (its lines without "#")."""
    comment = [f"# {line}".rstrip() for line in header_comment.splitlines()]
    return "\n".join([*comment, *block(data, 0)]) + "\n"


def block(value: Any, indent: int = 0, *, offset: int = 2) -> list[str]:
    """Return ``value`` as lines in block style, each indented by ``indent`` spaces.

    ``offset`` is how far a sequence is indented under its key. Raises EditFault for what YAML text
    cannot hold: control characters, numbers beyond 18 digits, overlong keys.
    """
    margin = " " * indent
    lines: list[str] = []
    if isinstance(value, dict) and value:
        for key, below in value.items():
            lines += entry(key, below, indent, offset=offset)
    elif isinstance(value, list) and value:
        for item in value:
            lines += _item(item, indent, offset)
    else:
        lines += (margin + scalar(value, flow=False, indent=indent + 2, column=indent)).split("\n")
    return lines


def entry(key: str, value: Any, indent: int, *, offset: int = 2) -> list[str]:
    """Return the lines of ``key: value`` in a block mapping whose keys stand at ``indent``."""
    head = " " * indent + key_text(key)
    if isinstance(value, (dict, list)) and value:
        if key in FLOW_KEYS and isinstance(value, list) and not _has_collections(value):
            line = f"{head}: {flow(value)}"
            if len(line) <= WIDTH:
                return [line]
        deeper = indent + (offset if isinstance(value, list) else 2)
        return [head + ":", *block(value, deeper, offset=offset)]
    if key == "id" and isinstance(value, str):
        return [f"{head}: {_double_quoted(_writable(value))}"]
    text = scalar(value, flow=False, indent=indent + 2, column=len(head) + 2)
    return f"{head}: {text}".split("\n")


def flow(value: Any) -> str:
    """Return ``value`` in flow style, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(flow_entry(key, below) for key, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, flow=True)


def flow_entry(key: str, value: Any) -> str:
    """Return ``key: value`` in flow style, on one line."""
    if key == "id" and isinstance(value, str):
        return f"id: {_double_quoted(_writable(value))}"
    return f"{key_text(key, flow=True)}: {flow(value)}"


def key_text(key: str, *, flow: bool = False) -> str:
    """Return ``key`` as it stands before its colon."""
    text = _writable(key)
    if not _is_plain(text, flow):
        text = _single_or_double(text)
    if len(text) > LONGEST_KEY:
        raise EditFault(f"a key can have at most {LONGEST_KEY} characters; nothing was written")
    return text


def scalar(
    value: Any, *, flow: bool, indent: int = 0, column: int = 0, width: int = WIDTH, quote: str = ""
) -> str:
    """Return a scalar, or an empty collection, as YAML text.

    In block context it may have several lines: it starts at ``column`` of its first line, and the
    further ones are indented by ``indent`` spaces. ``quote`` asks for a style of quotes, which is
    kept where the text allows it; double quotes always do, and rule out a literal block. Raises
    EditFault where the value cannot be written.
    """
    if not isinstance(value, str):
        return _other(value)
    text = _writable(value)
    if not flow and "\n" in text and quote != '"' and _fits_literal(text):
        return _literal(text, indent)
    if quote == "" and _is_plain(text, flow):
        written = text
    elif quote == '"':
        written = _double_quoted(text)
    elif quote == "'" and not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", text):
        written = "'" + text.replace("'", "''") + "'"
    else:
        written = _single_or_double(text)
    return written if flow else _folded(written, indent, column, width)


def _item(value: Any, indent: int, offset: int) -> list[str]:
    """Return the lines of a block sequence's item; its first line starts with the dash."""
    first, *rest = block(value, indent + 2, offset=offset)
    return [f"{' ' * indent}- {first[indent + 2 :]}", *rest]


def _has_collections(value: list[Any]) -> bool:
    return any(isinstance(item, (dict, list)) for item in value)


def _other(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if abs(value) >= 10**18:
            raise EditFault(f"the number {value} has too many digits; write it as text")
        return str(value)
    if isinstance(value, float):
        special = {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}
        return special.get(repr(value), repr(value))
    if isinstance(value, (dict, list)) and not value:
        return "{}" if isinstance(value, dict) else "[]"
    raise EditFault(f"a value of type {type(value).__name__} cannot be written in a plan")


def _writable(text: str) -> str:
    found = UNWRITABLE.search(text)
    if found:
        code = ord(found.group())
        what = f"the control character U+{code:04X}"
        if 0xDC80 <= code <= 0xDCFF:  # as Python keeps a byte of the command line
            what = f"the byte 0x{code - 0xDC00:02X}, not UTF-8"
        raise EditFault(
            f"the text has {what}, which a plan cannot hold; remove it. Nothing was written."
        )
    return text


def _is_plain(text: str, flow: bool) -> bool:
    return not (
        not text
        or text[0] in _INDICATORS
        or _NEEDS_QUOTES.search(text)
        or _AMBIGUOUS.fullmatch(text)
        or (flow and _FLOW_ENDERS.search(text))
    )


def _single_or_double(text: str) -> str:
    plain_inside = not re.search(r"['\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", text)
    if plain_inside and re.search(r'["\\]', text):
        return f"'{text}'"
    return _double_quoted(text)


def _double_quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda found: _escape(found.group()), text) + '"'


def _escape(char: str) -> str:
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"


def _fits_literal(text: str) -> bool:
    """Whether a literal block can hold ``text`` without an indentation indicator or escapes."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    return (
        bool(lines[0])
        and not lines[0][0].isspace()
        and bool(lines[-1])
        and all(line == line.rstrip() for line in lines)
        and not re.search(r"[\t\x85\u2028\u2029\ufeff]", text)
    )


def _literal(text: str, indent: int) -> str:
    header = "|" if text.endswith("\n") else "|-"
    margin = " " * max(indent, 1)
    lines = text.removesuffix("\n").split("\n")
    return "\n".join([header, *(margin + line if line else "" for line in lines)])


def _folded(written: str, indent: int, column: int, width: int) -> str:
    """Break ``written`` into lines of at most ``width`` characters, where its spaces allow it."""
    if column + len(written) <= width:
        return written
    lines: list[str] = []
    line, room = "", width - column
    for word in _FOLD.split(written):
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line, room = word, width - indent
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return ("\n" + " " * max(indent, 1)).join(lines)
