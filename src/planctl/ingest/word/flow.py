"""Paragraphs and tables one after the other: in the body, in a cell, in a text box, in a note."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planctl.ingest.document import Grid, Line
from planctl.ingest.measure import number
from planctl.ingest.stretches import joined
from planctl.ingest.word import inline
from planctl.ingest.word.branches import as_seen, marked, within
from planctl.ingest.word.fields import Fields
from planctl.ingest.word.inline import Inline
from planctl.ingest.word.names import PARAGRAPH, TABLE, W, is_on, part_of, properties, val, value
from planctl.ingest.word.styles import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

    from planctl.ingest.word.names import Properties
    from planctl.ingest.word.reading import Reading

_PROPERTIES, _STYLE, _NUMBER = f"{W}pPr", f"{W}pStyle", f"{W}numPr"
_RUN, _HIDDEN = f"{W}rPr", f"{W}vanish"
_LEVELS = (0, 8)


@dataclass(slots=True)
class Flow:
    """Lines and grids under way. A paragraph whose end is not in the view goes on in the next."""

    reading: Reading
    blocks: list[Line | Grid] = field(default_factory=list)
    _held: Inline | None = None
    _last: Properties = field(default_factory=dict)  # of the paragraph that is held

    def paragraph(self, element: _Element) -> None:
        """Add a paragraph, and what hangs on it."""
        reading = self.reading
        stated = properties(element, _PROPERTIES)
        own = as_seen(stated, _PROPERTIES, reading)
        held = self._held or Inline()
        style = self._style(own)
        inline.read(element, held, style, reading)
        reading.fields.end_paragraph()
        end = _end(stated)
        if marked(end, reading) or is_on(end.get(_HIDDEN)):
            self._held, self._last = held, own
        else:
            self._held = None
            self._line(held, own, style)

    def table(self, element: _Element) -> None:
        """Add a table within something else as the lines of its cells."""
        from planctl.ingest.word.rows import Rows

        self.end()
        self.reading.tallies["nested"] += 1
        rows = Rows(self.reading)
        for row in within(element, self.reading):
            rows.add(row)
        for squares in rows.rows:
            for square in squares:
                self.blocks += square.lines

    def content(self, parent: _Element) -> None:
        """Add the paragraphs and tables that stand in ``parent``."""
        for child in within(parent, self.reading):
            if child.tag == PARAGRAPH:
                self.paragraph(child)
            elif child.tag == TABLE:
                self.table(child)
        self.end()

    def end(self) -> None:
        """Add what was to go on: a table follows, or the end."""
        held, self._held = self._held, None
        if held is not None and not held.blank:
            self._line(held, self._last, self._style(self._last))

    def _style(self, own: Properties) -> Style:
        return self.reading.styles.of(val(own.get(_STYLE)) or self.reading.styles.usual)

    def _line(self, read: Inline, own: Properties, style: Style) -> None:
        reading = self.reading
        label, level = _numbered(own, style, reading)
        reading.count_line()
        self.blocks.append(
            Line(
                joined(read.pieces),
                label,
                level,
                style.name,
                read.bold is True,
                tuple(read.notes),
                reading.place,
            )
        )
        for box in read.boxes:
            reading.tallies["boxes"] += 1
            around, reading.fields = reading.fields, Fields()
            self.content(box)
            reading.fields = around


def text_of(parent: _Element, reading: Reading) -> str:
    """Return what stands in ``parent`` as text, a line a paragraph; its lines are not counted."""
    around, place = reading.fields, reading.place
    reading.fields = Fields()
    flow = Flow(reading)
    flow.content(parent)
    reading.fields, reading.place = around, place
    lines = (block.text for block in flow.blocks if isinstance(block, Line))
    return "\n".join(lines).strip()


def _end(stated: Properties) -> Properties:
    """Return the properties of a paragraph's mark, which are among its own."""
    held = stated.get(_RUN)
    return {} if held is None else {one.tag: one for one in held}


def _numbered(own: Properties, style: Style, reading: Reading) -> tuple[str, int]:
    """Return the number or bullet in front of a paragraph, and its level; "" and 0 for none."""
    held = own.get(_NUMBER)
    if held is not None and part_of(held, "ins") is not None:
        reading.revised = True
        held = held if reading.view == "final" else None
    name = value(held, "numId", default=style.list)
    if name in ("", "0"):
        return "", 0
    said = value(held, "ilvl") or style.level
    level = number(said, 0, _LEVELS) if said else reading.lists.level_of(name, style)
    return reading.lists.label(name, level), level
