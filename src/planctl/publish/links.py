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

_WEB = late(r"(?:https?|ftp)://[A-Za-z0-9._-]+(?::\d{1,5})?(?:[/?#].*)?", re.IGNORECASE)
_MAIL = late(r"mailto:[^\s@/?#]+@[A-Za-z0-9.-]+(?:\?.*)?", re.IGNORECASE)
_NO_ESCAPE = late(r"%(?![0-9A-Fa-f]{2})")


@lru_cache(maxsize=4096)
def target(href: str) -> str | None:
    """Return ``href`` as a URI that Word accepts, or None where it may not be a link."""
    from urllib.parse import quote

    href = href.strip()
    if not (_WEB.fullmatch(href) or _MAIL.fullmatch(href)):
        return None
    before, mark, fragment = _NO_ESCAPE.sub("%25", href).partition("#")
    safe = "%/?:@!$&'()*+,;=~"
    try:
        return quote(before, safe=safe) + mark + quote(fragment, safe=safe)
    except UnicodeEncodeError:  # half a surrogate pair: the text itself is refused elsewhere
        return None
