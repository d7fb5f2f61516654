"""Web addresses: those written out, and those that the words of a document lead to."""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.ingest.evidence.passages import Passage
from planctl.patterns import late

_ADDRESS = late(
    r"(?:https?://|(?<![\w@./-])(?:www\.|(?=itu\.int/)))[^\s<>“”\"«»]{3,500}", re.IGNORECASE
)
_SIGN_UP = late(r"\b(?:register|registration|unsubscribe|sign up)\b[^.]{0,40}\Z")
_TRAILING = ".,;:!?’'…"


class Page(NamedTuple):
    """A web page where a passage gives its address, from ``start``."""

    url: str
    start: int


def find(passage: Passage) -> list[Page]:
    """The pages that a passage names, those last that its links lead to.

    A form to register with is no evidence of work, and is left out.
    """
    pages: list[Page] = []
    for match in (
        _ADDRESS.finditer(passage.text) if passage.speaks_of(("://", "www.", "itu.int/")) else ()
    ):
        if _SIGN_UP.search(passage.text, max(0, match.start() - 60), match.start()):
            continue
        pages.append(Page(_trimmed(match[0]), match.start()))
    written = {page.url for page in pages}
    for href in passage.links:
        url = href.strip()
        if _ADDRESS.fullmatch(url) and url not in written and "\\" not in url:
            written.add(url)
            pages.append(Page(url, 0))
    return pages


def _trimmed(address: str) -> str:
    """The address without what ends the sentence; a bracket stays that it opened itself."""
    while address and (
        address[-1] in _TRAILING or (address[-1] == ")" and address.count(")") > address.count("("))
    ):
        address = address[:-1]
    return address if "://" in address else f"https://{address}"
