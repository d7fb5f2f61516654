"""Links out of a document: which addresses may be one.

    target = ("http" | "https" | "ftp") "://" host [":" port] ["/" …] ["?" …] ["#" …]
           | "mailto:" name "@" domain ["?" …]

Word refuses a whole file for one target that is no URI (RFC 3986), so characters that a URI may not
hold are percent-encoded, and what has no plain host stays plain text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from planctl.patterns import late
from planctl.publish.table import Run

_WEB = late(r"(?:https?|ftp)://[A-Za-z0-9._-]+(?::\d{1,5})?(?:[/?#].*)?", re.IGNORECASE)
_MAIL = late(r"mailto:[^\s@/?#]+@[A-Za-z0-9.-]+(?:\?.*)?", re.IGNORECASE)
# In a text, an address may be followed by Chinese or Arabic without a space.
_IN_TEXT = late(r"(?:https?://|ftp://|mailto:)[^\s<>\"“”«»،؛\u2e80-\uffff]+")
_BRACKETS = {")": "(", "]": "["}
_SAFE = "%/?:@!$&'()*+,;=~"
_PLAIN = late(rf"[\w.{_SAFE}-]*(?:#[\w.{_SAFE}-]*)?", re.ASCII)
_NO_ESCAPE = late(r"%(?![0-9A-Fa-f]{2})")


@lru_cache(maxsize=4096)
def target(href: str) -> str | None:
    """Return ``href`` as a URI that Word accepts, or None where it may not be a link."""
    href = href.strip()
    if not (_WEB.fullmatch(href) or _MAIL.fullmatch(href)):
        return None
    href = _NO_ESCAPE.sub("%25", href)
    if _PLAIN.fullmatch(href):
        return href
    from urllib.parse import quote

    before, mark, fragment = href.partition("#")
    try:
        return quote(before, safe=_SAFE) + mark + quote(fragment, safe=_SAFE)
    except UnicodeEncodeError:  # half a surrogate pair: the text itself is refused elsewhere
        return None


def linked(text: str) -> tuple[Run, ...]:
    """Return a text as runs of which its web addresses are links; () where it has none."""
    runs: list[Run] = []
    done = 0
    for match in _IN_TEXT.finditer(text):
        address = _trimmed(match.group())
        runs += (Run(text[done : match.start()]), Run(address, address))
        done = match.start() + len(address)
    return tuple(run for run in (*runs, Run(text[done:])) if run.text) if runs else ()


def _trimmed(address: str) -> str:
    """A web address without the punctuation of the sentence that it ends."""
    while True:
        last = address[-1]
        opening = _BRACKETS.get(last)
        unopened = opening and address.count(opening) < address.count(last)
        if not unopened and last not in ".,;:!?'’":
            return address
        address = address[:-1]
