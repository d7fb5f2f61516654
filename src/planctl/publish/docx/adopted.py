"""The styles and lists of another document, taken over, and given it where they are missing.

Drawings name styles and lists by the IDs that planctl's own files use. In another document the same
style may have another ID: Word translates IDs, and numbers them where they clash. So styles are
looked for by name, those that are not there are added under free IDs, and the IDs in the drawing
are replaced (``renamed``). Nothing that the document has is changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from planctl.office.shape import WORD, Node
from planctl.office.shape import read as read_shape
from planctl.patterns import late
from planctl.publish.docx.parts import word_part
from planctl.publish.docx.splices import Splice, appended, declared, outline, spliced
from planctl.publish.docx.styles import MARK, STYLES, bullets
from planctl.publish.docx.text import escape

LIST = "1"
"""The number that the list of bullets has in a drawing."""

_REFERENCE = late(r'<w:(pStyle|rStyle|tblStyle|basedOn|next|link|numId) w:val="([^"]*)"/>')
_USED = late(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/>')
_SIGNATURE = late(r'w:type="(\w+)".*?<w:name w:val="([^"]*)"/>')

# What other ITU templates call the same style.
_ALSO = {"annex_no & title": ("annex_notitle",)}


class Adopted(NamedTuple):
    """A part with what was added to it, and by which IDs a drawing refers to what is in it."""

    ids: dict[str, str]
    content: bytes


def style_sheet(content: bytes | None, drawing: str) -> Adopted:
    """Find the styles that ``drawing`` uses in a style sheet (None: there is none), or add them.

    In ``ids`` a style that has no counterpart and is not needed is "". Raises ValueError where the
    style sheet is not well-formed.
    """
    given = content or word_part("styles", "").encode()
    styles = read_shape(given).root.children
    known = {
        (node.attributes.get(f"{WORD}type", ""), name): node.attributes.get(f"{WORD}styleId", "")
        for node in reversed(styles)
        for name in _names(node)
    }
    taken = {node.attributes.get(f"{WORD}styleId", "").lower() for node in styles}
    used = set(_USED.findall(drawing))
    ids: dict[str, str] = {}
    missing: list[str] = []
    for own, style in STYLES.items():
        found = _default(styles, style) if "w:default=" in style else _counterpart(known, style)
        if not found and own in used:
            missing.append(own)
            found = own
            number = 0
            while found.lower() in taken:
                number += 1
                found = f"{own}{number}"
        ids[own] = found
    added = [_identified(STYLES[own], ids) for own in missing]
    return Adopted(ids, _with(given, added))


def numbering(content: bytes | None) -> Adopted:
    """Add the list of bullets to a document's lists (None: it has none).

    Raises ValueError where the part is not well-formed.
    """
    given = content or word_part("numbering", "").encode()
    part = outline(given)
    definitions = [
        _integer(node.attributes.get("abstractNumId")) for node in part.named("abstractNum")
    ]
    lists = part.named("num")
    number = max((_integer(node.attributes.get("numId")) for node in lists), default=0) + 1
    mark = MARK
    while f"{mark:08X}".encode() in given.upper():
        mark += 1
    texts = bullets(max(definitions, default=-1) + 1, number, mark)
    if not part.plain:
        texts = (declared(texts[0]), declared(texts[1]))
    last = [child.start for child in part.children if child.name == "numIdMacAtCleanup"]
    if last or lists:
        behind = last[0] if last else part.end
        before = lists[0].start if lists else behind
        changes = [Splice(before, before, texts[0]), Splice(behind, behind, texts[1])]
        if before == behind:
            changes = [Splice(before, before, "".join(texts))]
    else:
        changes = [appended(part, given, "".join(texts))]
    return Adopted({LIST: str(number)}, spliced(given, changes))


def renamed(drawing: str, styles: Mapping[str, str], lists: Mapping[str, str]) -> str:
    """Return a drawing with the IDs of another document; a style that is "" is left out."""

    def replace(found: re.Match[str]) -> str:
        element, own = found.groups()
        other = (lists if element == "numId" else styles).get(own, own)
        return f'<w:{element} w:val="{escape(other)}"/>' if other else ""

    return _REFERENCE.sub(replace, drawing)


def _with(given: bytes, added: list[str]) -> bytes:
    if not added:
        return given
    part = outline(given)
    texts = added if part.plain else [declared(text) for text in added]
    return spliced(given, [appended(part, given, "".join(texts))])


def _identified(style: str, ids: Mapping[str, str]) -> str:
    own = re.sub(
        r'w:styleId="(\w+)"', lambda found: f'w:styleId="{ids[found.group(1)]}"', style, count=1
    )
    return renamed(own, ids, {})


def _default(styles: tuple[Node, ...], style: str) -> str:
    """Return the ID of the document's default style of the same type as ``style``."""
    kind, _ = _signature(style)
    for node in styles:
        held = node.attributes
        is_default = held.get(f"{WORD}default") in ("1", "true", "on")
        if is_default and held.get(f"{WORD}type") == kind:
            return held.get(f"{WORD}styleId", "")
    return ""


def _counterpart(known: Mapping[tuple[str, str], str], style: str) -> str:
    """Return the ID of the document's style of the same type and name, or ""."""
    kind, name = _signature(style)
    names = ((kind, item) for item in (name, *_ALSO.get(name, ())))
    return next((known[item] for item in names if item in known), "")


def _signature(style: str) -> tuple[str, str]:
    """Return the type and the name, in small letters, of one of our own styles."""
    kind, name = _SIGNATURE.findall(style)[0]
    return kind, name.replace("&amp;", "&").lower()


def _names(style: Node) -> list[str]:
    aliases = style.value(f"{WORD}aliases", "").split(",")
    return [name.strip().lower() for name in (style.value(f"{WORD}name", ""), *aliases) if name]


def _integer(value: str | None) -> int:
    return int(value) if value and value.isdecimal() else 0
