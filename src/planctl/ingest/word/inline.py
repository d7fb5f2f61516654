"""What is in a paragraph: its text with links, its notes, and the text boxes that hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from planctl.ingest import symbols
from planctl.ingest.document import View
from planctl.ingest.links import safe
from planctl.ingest.stretches import Piece
from planctl.ingest.word.branches import properties_of, within
from planctl.ingest.word.fields import address
from planctl.ingest.word.names import MATH, RUN, W, is_on, val
from planctl.ingest.word.styles import Style
from planctl.office.markup import R

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planctl.ingest.word.names import Properties
    from planctl.ingest.word.reading import Reading

_LINK, _SIMPLE, _SYMBOL = f"{W}hyperlink", f"{W}fldSimple", f"{W}sym"
_PROPERTIES, _STYLE, _FONTS = f"{W}rPr", f"{W}rStyle", f"{W}rFonts"
_BOLD, _HIDDEN, _STRUCK, _STRUCK_TWICE = (
    f"{W}{look}" for look in ("b", "vanish", "strike", "dstrike")
)
_DRAWN = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_MARK, _BOX, _RUBY = f"{W}fldChar", f"{W}txbxContent", f"{W}ruby"
_TEXTS: Final[dict[View, tuple[str, ...]]] = {
    "final": (f"{W}t",),
    "original": (f"{W}t", f"{W}delText"),
}
_CODES = frozenset((f"{W}instrText", f"{W}delInstrText"))
_NOTES = frozenset((f"{W}footnoteReference", f"{W}endnoteReference"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_WHITE = str.maketrans("\r\n\t", "   ")  # within w:t they are spaces


@dataclass(slots=True)
class Inline:
    """What has been read of a paragraph, or of several that are one in the view."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    bold: bool | None = None  # of the text so far, None where there is none

    @property
    def blank(self) -> bool:
        """Whether nothing of it is seen."""
        return not (self.pieces or self.notes or self.boxes)

    def add(self, text: str, href: str | None, *, bold: bool) -> None:
        """Add text that looks the same."""
        if text.strip():
            self.bold = bold and self.bold is not False
        self.pieces.append((text, href))


def read(
    parent: _Element, into: Inline, style: Style, reading: Reading, href: str | None = None
) -> None:
    """Read what stands in a paragraph, or in a link or field in one, with the address ``href``."""
    for child in within(parent, reading):
        tag = child.tag
        if tag == RUN:
            reading.count_run()
            _run(child, into, style, reading, href)
        elif tag == _LINK:
            read(child, into, style, reading, _target(child, reading) or href)
        elif tag == _SIMPLE:
            led = address(child.get(f"{W}instr", ""), reading.fields.lost)
            read(child, into, style, reading, led or href)
        elif tag.startswith(MATH):
            _formula(child, into, reading)


def _run(run: _Element, into: Inline, style: Style, reading: Reading, href: str | None) -> None:
    own = properties_of(run, _PROPERTIES, reading)
    bold, hidden = _look(own, style, reading) if own else (style.bold, style.hidden)
    struck = bool(is_on(own.get(_STRUCK)) or is_on(own.get(_STRUCK_TWICE)))
    fields, texts = reading.fields, _TEXTS[reading.view]
    for child in within(run, reading):
        tag = child.tag
        if tag == _MARK:
            fields.mark(child.get(f"{W}fldCharType", ""))
        elif tag in _CODES:
            fields.code(child.text or "")
        elif fields.hides:
            continue
        elif hidden:
            reading.tallies["hidden"] += tag in texts
        elif tag in texts or tag in _SIGNS or tag == _SYMBOL:
            reading.tallies["struck"] += struck and tag in texts
            if text := _SIGNS.get(tag) or _text(child, own):
                into.add(text, href or fields.href, bold=bold)
        elif tag == _RUBY:
            for base in child.iterchildren(f"{W}rubyBase"):
                read(base, into, style, reading, href)
        else:
            _hang(child, into, reading)


def _look(own: Properties, style: Style, reading: Reading) -> tuple[bool, bool]:
    """Return whether a run is bold and whether it is hidden."""
    named = reading.styles.of(val(own.get(_STYLE)))
    bold, hidden = is_on(own.get(_BOLD)), is_on(own.get(_HIDDEN))
    # What both the paragraph's style and the text's switch on is off again (17.7.3).
    return (
        style.bold != named.bold if bold is None else bold,
        style.hidden != named.hidden if hidden is None else hidden,
    )


def _text(element: _Element, own: Properties) -> str:
    if element.tag == _SYMBOL:
        return symbols.symbol(element.get(f"{W}char", ""), element.get(f"{W}font", ""))
    text = (element.text or "").translate(_WHITE)
    if element.get(_SPACE) != "preserve":
        text = text.strip(" ")
    fonts = own.get(_FONTS)
    return text if fonts is None else symbols.shown(text, fonts.get(f"{W}ascii", ""))


def _target(link: _Element, reading: Reading) -> str | None:
    place = link.get(f"{W}anchor", "")
    target = reading.links.get(link.get(f"{R}id", ""), "")
    if place and "#" not in target:
        target = f"{target}#{place}"
    return safe(target, reading.fields.lost)


def _formula(element: _Element, into: Inline, reading: Reading) -> None:
    """Read the letters of a formula, which is more than nothing."""
    for text in element.iter(f"{MATH}t"):
        if text.text and not reading.fields.hides:
            into.add(text.text, None, bold=False)
            reading.tallies["formulas"] += 1


def _hang(element: _Element, into: Inline, reading: Reading) -> None:
    """Keep the note that an element refers to, or the text boxes in it."""
    if element.tag in _NOTES:
        into.notes += reading.notes.text(element, reading)
    elif element.tag in _DRAWN:
        into.boxes += _boxes(element, reading)


def _boxes(element: _Element, reading: Reading) -> Iterator[_Element]:
    for child in within(element, reading):
        if child.tag == _BOX:
            yield child
        else:
            yield from _boxes(child, reading)
