"""What an element of a page means for the text within it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from planctl.ingest.document import View
from planctl.ingest.links import safe
from planctl.patterns import late

_BOLD = late(r"font-weight:(?:(bold|bolder|[6-9]00)|(normal|[1-5]00))")
_FAMILY = late(r"font-family:([^;]*)|font:7\.0pt([^;]*)")
_HIDDEN_TAGS = frozenset(
    ("script", "style", "head", "title", "template", "iframe", "object", "textarea", "select")
)
_HIDING = ("display:none", "visibility:hidden", "mso-hide:all")
_BOLD_TAGS = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_STRUCK_TAGS = frozenset(("s", "strike"))
_STRIKING = late(r"text-decoration(?:-line)?:[^;]*line-through")
_CHANGES: Final[dict[str, View]] = {"ins": "final", "del": "original"}
_KEPT = frozenset(("p", "li", "h1", "th", "td"))  # where planctl's own pages keep white space
_GAP = "font:7.0pt"  # how Word sets what stands between a list's number and its text


class Frame(NamedTuple):
    """An open element, and how the text in it looks.

    ``role`` is "label" where the text is the number or bullet of a list that Word wrote, "gap"
    where it is what follows one, else "".
    """

    tag: str
    hidden: bool = False
    bold: bool = False
    href: str | None = None
    kept: bool = False
    font: str = ""
    role: str = ""
    struck: bool = False


def inner(
    outer: Frame,
    tag: str,
    attributes: Mapping[str, str],
    *,
    view: View,
    own: bool,
    lost: list[str],
) -> Frame:
    """Return the frame of an element within ``outer``; ``own`` says that planctl wrote the page.

    An address that may be no link is added to ``lost``.
    """
    if not attributes:
        return outer._replace(
            tag=tag,
            hidden=outer.hidden or tag in _HIDDEN_TAGS or _CHANGES.get(tag, view) != view,
            bold=outer.bold or tag in _BOLD_TAGS,
            href=None if tag == "a" else outer.href,
            kept=tag == "pre" or outer.kept or (own and tag in _KEPT),
            struck=outer.struck or tag in _STRUCK_TAGS,
        )
    style = re.sub(r"\s+", "", attributes.get("style", "").lower())
    bold = _BOLD.search(style)
    family = _FAMILY.search(style)
    return Frame(
        tag,
        outer.hidden
        or tag in _HIDDEN_TAGS
        or "hidden" in attributes
        or any(one in style for one in _HIDING)
        or _CHANGES.get(tag, view) != view,
        bool(bold[1]) if bold else outer.bold or tag in _BOLD_TAGS,
        safe(attributes.get("href", ""), lost) if tag == "a" else outer.href,
        tag == "pre" or "white-space:pre" in style or outer.kept or (own and tag in _KEPT),
        (family[1] or "").strip("\"'") if family else outer.font,
        "label" if "mso-list:ignore" in style else "gap" if _GAP in style else outer.role,
        outer.struck or tag in _STRUCK_TAGS or bool(_STRIKING.search(style)),
    )


def is_change(tag: str) -> bool:
    """Return whether an element is a revision mark."""
    return tag in _CHANGES
