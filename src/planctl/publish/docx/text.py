r"""Text as WordprocessingML: the one place where characters are escaped.

Within a run a few characters have elements of their own (ISO/IEC 29500-1, 17.3.3):

    line break (LF, CR, CRLF)   w:br
    tab                         w:tab
    U+2011 no-break hyphen      w:noBreakHyphen
    U+00AD soft hyphen          w:softHyphen

All else, the no-break space too, is text, and is left as it is.
"""

from __future__ import annotations

from functools import lru_cache

from planctl.patterns import late
from planctl.publish.characters import writable
from planctl.publish.table import Mark

_SPECIAL = late(r"(\r\n|[\r\n\t\u2011\u00AD])")
_ELEMENTS = {
    "\r\n": "<w:br/>",
    "\r": "<w:br/>",
    "\n": "<w:br/>",
    "\t": "<w:tab/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}

_ARABIC = r"\u0600-\u06FF\u0750-\u077F\u0870-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC"
_CHINESE = r"\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFFEF\U00020000-\U0003FFFF"
# Neutral characters between two letters of a script belong to it. Each class excludes the other,
# so that a long text is read once.
_BETWEEN_ARABIC = r"[ \u00A0.:()«»/-]"
_BETWEEN_CHINESE = r"[“”‘’…—·]"
_SCRIPTS = late(
    f"([{_ARABIC}]+(?:{_BETWEEN_ARABIC}+[{_ARABIC}]+)*)"
    f"|([{_CHINESE}]+(?:{_BETWEEN_CHINESE}+[{_CHINESE}]+)*)"
)
_COLOURS = {"inserted": "00703C", "deleted": "C00000"}  # dark enough to read, green and red

# Most text is of these characters: nothing to escape, no element of its own, none of these scripts.
_PLAIN = late(r"[ !#-%'-;=?-~\u00A0\u00C0-\u00FF“”‘’–—…•]+")
# Text without a letter of these scripts. Two ranges compile in no time, unlike those above.
_OTHER = late(r"[\0-\u05FF\u2000-\u2BFF]+")


def escape(text: str) -> str:
    """Escape text for an XML element or a quoted attribute; raises UnwritableTextError."""
    text = writable(text).replace("&", "&amp;").replace('"', "&quot;")
    return text.replace("<", "&lt;").replace(">", "&gt;")


def is_plain(text: str) -> bool:
    """Whether a text is of characters alone that stand for themselves, and is not empty."""
    return _PLAIN.fullmatch(text) is not None


def unescape(escaped: str) -> str:
    """Return the text that :func:`escape` made safe."""
    plain = escaped.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">")
    return plain.replace("&amp;", "&")


def runs(
    text: str,
    *,
    style: str = "",
    bold: bool = False,
    half_points: int = 0,
    look: Mark = "",
    deleted: bool = False,
) -> str:
    """Turn text into w:r elements, one for each stretch in a script; "" for no text.

    ``style`` is the ID of a character style, ``half_points`` a font size to write directly;
    ``look`` is a mark to show in colour, and ``deleted`` text is for a ``w:del``.
    Arabic is marked as running right to left, Chinese as East Asian, so that Word picks the font
    and the direction that the characters need. Raises UnwritableTextError.
    """
    if not text:
        return ""
    name = "w:delText" if deleted else "w:t"
    if is_plain(text):
        given = properties(style, bold, half_points, "", look)
        return f'<w:r>{given}<{name} xml:space="preserve">{text}</{name}></w:r>'
    escaped = escape(text)
    if _OTHER.fullmatch(escaped):
        return _run(escaped, properties(style, bold, half_points, "", look), name)
    made = []
    position = 0
    for found in _SCRIPTS.finditer(escaped):
        script = "arabic" if found.group(1) else "chinese"
        for piece, its in ((escaped[position : found.start()], ""), (found.group(), script)):
            if piece:
                made.append(_run(piece, properties(style, bold, half_points, its, look), name))
        position = found.end()
    if rest := escaped[position:]:
        made.append(_run(rest, properties(style, bold, half_points, look=look), name))
    return "".join(made)


def _run(escaped: str, given: str, name: str) -> str:
    content = [
        _ELEMENTS.get(piece) or f'<{name} xml:space="preserve">{piece}</{name}>'
        for piece in _SPECIAL.split(escaped)
        if piece
    ]
    return f"<w:r>{given}{''.join(content)}</w:r>"


@lru_cache(maxsize=256)
def properties(
    style: str = "",
    bold: bool = False,
    half_points: int = 0,
    script: str = "",
    look: Mark = "",
    revision: str = "",
) -> str:
    """Return the w:rPr of a run or of a paragraph's end; "" where there is nothing to say.

    Its elements stand in the order that the standard asks for: ``revision`` is the mark of a
    paragraph's end, the rest as for :func:`runs`.
    """
    coloured = f'<w:color w:val="{_COLOURS[look]}"/>' if look else ""
    elements = (
        revision,
        f'<w:rStyle w:val="{style}"/>' if style else "",
        '<w:rFonts w:hint="eastAsia"/>' if script == "chinese" else "",
        "<w:b/><w:bCs/>" if bold else "",
        "<w:strike/>" if look == "deleted" else "",
        coloured,
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "",
        '<w:u w:val="double"/>' if look == "inserted" else "",
        "<w:rtl/>" if script == "arabic" else "",
    )
    return f"<w:rPr>{''.join(elements)}</w:rPr>" if any(elements) else ""


def moment(day: str) -> str:
    """Return the beginning of a day, month or year as an XML date and time.

    ``day`` is YYYY-MM-DD, YYYY-MM or YYYY; raises ValueError where it is none of them.
    """
    from datetime import date

    try:
        return f"{date.fromisoformat(day + '-01-01'[len(day) - 4 :]).isoformat()}T00:00:00Z"
    except ValueError:
        raise ValueError(f"“{day}” is not a date: write it as 2020-10-01.") from None
