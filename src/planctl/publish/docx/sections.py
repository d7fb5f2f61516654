"""The sections of a document around landscape tables (ISO/IEC 29500-1, 17.6).

The properties of a section stand at its end. Where tables are put into a section, its properties
go, as they are, with the text before the tables; the tables have them turned to landscape; the text
after them has them again, but for what would make it begin like a new document: a page of its own
for the title, page numbers from the start.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from planctl.publish.docx.splices import Child, Outline, Splice, declared, outline, spliced

EMPTY = b"<w:sectPr/>"
"""The properties of a section that has none."""

_BEFORE_SIZE = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
_START = re.compile(rb"\s[\w:]*start\s*=\s*(?:\"[^\"]*\"|'[^']*')")

# A section of Word is this wide and high, with these margins, where nothing is said (in twips).
_PAGE = {"w": 12240, "h": 15840, "left": 1440, "right": 1440, "gutter": 0}


class Page(NamedTuple):
    """The width of a section's text in twips, and whether it is a single column in landscape."""

    width: int
    wide: bool


def page(section: bytes) -> Page:
    """Return the page of a section."""
    part = outline(section)
    measures = _measures(part)
    margins = measures["left"] + measures["right"] + measures["gutter"]
    columns = [child.attributes.get("num", "1") for child in part.named("cols")]
    wide = measures["w"] > measures["h"] and columns in ([], ["1"])
    return Page(max(measures["w"] - margins, 1), wide)


def landscape(section: bytes, *, first: bool, plain: bool = True) -> str:
    """Turn a section's properties to landscape, for tables that stand in it.

    ``first`` says that no text of the section stands before them; otherwise headers and footers are
    those of the section before. ``plain`` is that of the document's ``Outline``.
    """
    part = outline(section)
    measures = _measures(part)
    short, long = sorted((measures["w"], measures["h"]))
    size = _element(f'<w:pgSz w:w="{long}" w:h="{short}" w:orient="landscape"/>', plain)
    changes = [] if first else _again(part, section)
    dropped = ["printerSettings", "sectPrChange", "vAlign"]
    if not first:
        dropped += ["headerReference", "footerReference"]
    changes += [_gone(child) for child in part.children if child.name in dropped]
    columns = _element('<w:cols w:space="720"/>', plain)
    changes += [Splice(child.start, child.end, columns) for child in part.named("cols")]
    sizes = part.named("pgSz")
    if sizes:
        changes += [Splice(sizes[0].start, sizes[0].end, size)]
    elif not part.children:
        return f"<w:sectPr>{size}</w:sectPr>"
    else:
        rest = [child.start for child in part.children if child.name not in _BEFORE_SIZE]
        at = min(rest, default=part.end)
        changes.append(Splice(at, at, size))
    return spliced(section, dict.fromkeys(changes)).decode()


def following(section: bytes) -> str:
    """Return a section's properties for text in it that stands after tables."""
    part = outline(section)
    changes = _again(part, section)
    changes += [_gone(child) for child in part.named("sectPrChange")]
    return spliced(section, changes).decode()


def _again(part: Outline, section: bytes) -> list[Splice]:
    """What is not said again where a section goes on after it was interrupted."""
    changes = [_gone(child) for child in part.named("titlePg")]
    types = part.named("type")
    changes += [_gone(child) for child in types if child.attributes.get("val") != "nextPage"]
    for child in part.named("pgNumType"):
        text = _START.sub(b"", section[child.start : child.end])
        changes.append(Splice(child.start, child.end, text.decode()))
    return changes


def _measures(part: Outline) -> dict[str, int]:
    measures = dict(_PAGE)
    for child in (*part.named("pgSz"), *part.named("pgMar")):
        for name, value in child.attributes.items():
            if name in measures and value.lstrip("-").isdecimal():
                measures[name] = int(value)
    return measures


def _gone(child: Child) -> Splice:
    return Splice(child.start, child.end, "")


def _element(text: str, plain: bool) -> str:
    return text if plain else declared(text)
