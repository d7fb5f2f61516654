"""HTML as the clipboard of Windows takes it.

CF_HTML ("HTML Clipboard Format" in Microsoft's documentation) is a header of byte offsets, then the
page in UTF-8, in which two comments enclose what is pasted.
"""

from __future__ import annotations

_HEADER = (
    "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\n"
    "StartFragment:{:010}\r\nEndFragment:{:010}\r\n"
)
_START = b"<!--StartFragment-->"
_END = b"<!--EndFragment-->"


def cf_html(page: str) -> bytes:
    """A page with header and comments; all that is in its body is pasted."""
    opening, body_tag, rest = page.encode("utf-8").partition(b"<body>")
    body, end_tag, closing = rest.rpartition(b"</body>")
    before = opening + body_tag + _START
    after = _END + end_tag + closing
    start = len(_HEADER.format(0, 0, 0, 0))
    first = start + len(before)
    last = first + len(body)
    header = _HEADER.format(start, last + len(after), first, last)
    return header.encode("ascii") + before + body + after
