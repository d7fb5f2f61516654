"""Links in what others have written: which addresses may be one."""

from __future__ import annotations

import re

from planctl.patterns import late

_SAFE = late(r"(?:https?|ftp)://\S.*|mailto:\S.*|#.+", re.IGNORECASE)
_WRAPPED = late(
    r"https?://(?:www\.google\.com/url\?(?:[^#]*&)?q=|[\w.-]+\.safelinks\.protection\.outlook\.com/"
    r"\?(?:[^#]*&)?url=)(https?(?:://|%3A%2F%2F)[^&#]+)",
    re.IGNORECASE,
)
_SHOWN = 60  # characters of an address


def safe(href: str, lost: list[str]) -> str | None:
    """Return an address if it is one of the web, of mail or within the file; else it is ``lost``.

    ``#…`` leads to a place in the file itself. An address that Google Docs or Outlook have put into
    one of their own is taken out of it.
    """
    href = _own(href.strip())
    if _SAFE.fullmatch(href):
        return href
    if href:
        lost.append(href)
    return None


def _own(href: str) -> str:
    wrapped = _WRAPPED.match(href)
    if not wrapped:
        return href
    from urllib.parse import unquote

    return unquote(wrapped[1])


def remarks(lost: list[str]) -> tuple[str, ...]:
    """Return what is to be said of the addresses that were lost."""
    others = list(dict.fromkeys(lost))
    if not others:
        return ()
    first = others[0] if len(others[0]) <= _SHOWN else f"{others[0][:_SHOWN]}…"
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    return (f"Not a web or mail address, so read as text without a link: “{first}”{more}.",)
