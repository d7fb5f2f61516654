"""What libyaml complains about, in plain words.

libyaml's own texts ("did not find expected key") name its states, not the mistake. ``explain``
looks at the problem and at the character in question and says what to write instead; a problem
without a translation is passed on as it is.
"""

from __future__ import annotations

import re
from typing import Any

from planctl.errors import SyntaxFault
from planctl.patterns import late
from planctl.store.yaml.text import place

# What the reader of libyaml refuses: it reports these by a count of bytes, so they are found anew.
_UNREADABLE = late("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_CONFLICT = late(r"^<{7} ", re.MULTILINE)

_QUOTES = {"'": "single quote (')", '"': 'double quote (")'}

_WORDS = {
    "did not find expected key": (
        "this line does not fit the ones above it: check its indentation and that each key is"
        " followed by a colon and a space"
    ),
    "did not find expected '-' indicator": (
        "this line does not fit the list above it: indent it like the other items, and start an"
        " item with '- '"
    ),
    "could not find expected ':'": "a colon is missing after this key: write 'key: value'",
    "mapping values are not allowed in this context": (
        "a colon followed by a space cannot stand here: put quotes around text that contains"
        " ': ', or check the indentation"
    ),
    "block sequence entries are not allowed in this context": (
        "a list item cannot start here: put the '- ' on a line of its own"
    ),
    "mapping keys are not allowed in this context": (
        "text cannot start with '? ' here: put quotes around it"
    ),
    "did not find expected ',' or ']'": "a comma or a closing ']' is missing before this",
    "did not find expected ',' or '}'": "a comma or a closing '}' is missing before this",
    "found unexpected ':'": (
        'inside [ ] or { } text with a colon needs quotes, for example ["https://example.org"]'
    ),
    "found unexpected document indicator": (
        "a line starting with '---' or '...' stands inside quoted text: indent it"
    ),
    "found unknown escape character": (
        "this backslash escape is not known: write \\\\ for a backslash, or use single quotes"
    ),
    "did not find expected hexdecimal number": "this escape needs hexadecimal digits after it",
    "found invalid Unicode character escape code": "this escape does not name a character",
    "found a tab character that violates indentation": (
        "a tab is used as indentation: use spaces instead"
    ),
    "found a tab character where an indentation space is expected": (
        "a tab is used as indentation: use spaces instead"
    ),
    "found an indentation indicator equal to 0": (
        "the number after '|' or '>' must be from 1 to 9, or be left out"
    ),
    "did not find expected comment or line break": (
        "nothing but a comment may follow '|' or '>' on its line: start the text on the next line"
    ),
    "did not find expected alphabetic or numeric character": (
        "text cannot start with '&' or '*': put quotes around it"
    ),
    "did not find expected <document start>": (
        "this does not belong to what stands above it: check the indentation and the quotes"
    ),
    "found undefined tag handle": "text cannot start with '!': put quotes around it",
}

_STARTERS = {
    "%": "text cannot start with '%': put quotes around it",
    "@": "text cannot start with '@': put quotes around it",
    "`": "text cannot start with '`': put quotes around it",
    "\t": "a tab is used as indentation: use spaces instead",
}


def explain(error: Any, text: str) -> SyntaxFault:
    """Return the fault that says what libyaml's ``error``, raised on ``text``, is about."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return unreadable(text) or SyntaxFault(f"the file cannot be read: {error}")
    merge = _CONFLICT.search(text)
    if merge:
        return SyntaxFault(
            "git left a merge unfinished here: keep one of the two versions, and remove the lines"
            " that begin with <<<<<<<, ======= and >>>>>>>",
            *place(text, merge.start()),
        )
    problem = error.problem or error.context or "the file cannot be read"
    # At the end of the text libyaml counts a last line that is not there.
    at = place(text, min(mark.index, len(text)))
    if problem == "found unexpected end of stream" and error.context_mark is not None:
        return _unclosed(text, error.context_mark.index)
    if problem == "found character that cannot start any token":
        found = text[mark.index : mark.index + 1]
        return SyntaxFault(_STARTERS.get(found, f"text cannot start with '{found}'"), *at)
    if problem == "did not find expected node content":
        return SyntaxFault(_no_content(text, mark.index), *at)
    if problem == "did not find expected key":
        return SyntaxFault(_no_key(text, mark.index), *at)
    if problem == "could not find expected ':'" and error.context_mark is not None:
        # The mark stands where libyaml gave up; the key that lacks its colon began earlier.
        at = place(text, min(error.context_mark.index, len(text)))
    if problem.startswith("did not find expected ',' or"):
        return _unclosed_bracket(text, problem, error.context_mark.index, mark.index)
    return SyntaxFault(_WORDS.get(problem, problem), *at)


def unreadable(text: str) -> SyntaxFault | None:
    """Return the fault for the first control character in ``text``, or None where there is none."""
    found = _UNREADABLE.search(text)
    if found is None:
        return None
    code = f"U+{ord(found.group()):04X}"
    return SyntaxFault(
        f"the control character {code} stands here: remove it", *place(text, found.start())
    )


def _unclosed(text: str, start: int) -> SyntaxFault:
    quote = _QUOTES.get(text[start : start + 1], "quote")
    return SyntaxFault(f"the {quote} that opens here is never closed", *place(text, start))


def _unclosed_bracket(text: str, problem: str, start: int, end: int) -> SyntaxFault:
    if end >= len(text):
        bracket = text[start : start + 1]
        return SyntaxFault(f"the '{bracket}' that opens here is never closed", *place(text, start))
    if text[end] == "?":
        return SyntaxFault("inside [ ] or { } text with '?' needs quotes", *place(text, end))
    return SyntaxFault(_WORDS[problem], *place(text, end))


def _no_key(text: str, offset: int) -> str:
    line = text[text.rfind("\n", 0, offset) + 1 : offset].rstrip()
    if line.endswith(("'", '"')):
        return "only a comment may follow the closing quote: put the whole text inside the quotes"
    if text[offset : offset + 1] == ":":
        return "a key is missing before the colon"
    return _WORDS["did not find expected key"]


def _no_content(text: str, offset: int) -> str:
    found = text[offset : offset + 1]
    if not found.strip():
        return "a value is missing here"
    return f"'{found}' cannot stand here: put quotes around text that starts with it"
