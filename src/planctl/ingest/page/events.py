"""A page in the order in which its parser tells of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from planctl.ingest.document import Grid, Line, View
from planctl.ingest.measure import refuse_long
from planctl.ingest.page import lists, tables
from planctl.ingest.page.frames import Frame, inner, is_change
from planctl.ingest.page.lists import List
from planctl.ingest.page.tables import Cell, Table
from planctl.ingest.page.text import Text
from planctl.office.refusal import RefusedFileError
from planctl.patterns import late

_BLOCKS = frozenset(
    (
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "address", "hr"),
        *("section", "article", "header", "footer", "main", "nav", "aside", "figure", "form"),
        *("figcaption", "fieldset", "legend", "center", "dl", "dt", "dd", "details", "summary"),
        *("body", "html", "caption", "ul", "ol", "menu", "dir", "li"),
        *("table", "thead", "tbody", "tfoot", "tr", "td", "th"),
    )
)
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_SECTIONS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_GRID = frozenset(("table", "tr")) | _SECTIONS | _CELLS
_LEVEL = late(r"mso-list:\s*l\d+\s+level([1-9])")
_OWN_LEVEL = late(r"([2-5])$")
_EMPTY = frozenset(("br", "hr", "img", "meta", "col", "input", "link", "wbr", "area", "base"))
_DEEPEST = 512


class Events:
    """What the parser calls; afterwards ``blocks`` are the lines and grids of the page."""

    def __init__(self, view: View) -> None:
        self.view: View = view
        self.blocks: list[Line | Grid] = []
        self.revised = False
        self.lost: list[str] = []
        self.tallies: Counter[str] = Counter()
        self._frames = [Frame("")]
        self._all: Counter[str] = Counter()  # open elements, by their names
        self._open: list[Counter[str]] = [Counter()]  # and anew for each open cell
        self._tables: list[Table] = []
        self._lists: list[List] = []
        self._text = Text()
        self._paragraph: Mapping[str, str] = {}
        self.own = False
        self._place = self._size = 0
        self._starts: dict[str, Callable[[Mapping[str, str]], None]] = {
            "table": self._start_table,
            "tr": self._start_row,
            "td": self._start_cell,
            "th": self._start_cell,
            "li": self._start_item,
            "br": self._break,
            "meta": self._meta,
        }

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if len(self._frames) > _DEEPEST:
            raise RefusedFileError("The elements of this page are nested too deep to be read.")
        if tag in _BLOCKS:
            self._flush()
            self._paragraph = attributes
        if start := self._starts.get(tag):
            start(attributes)
        elif tag in _LISTS:
            self._lists.append(lists.opened(tag, attributes))
        if tag in _EMPTY:
            return
        self.revised |= is_change(tag)
        self._frames.append(
            inner(
                self._frames[-1],
                tag,
                attributes,
                view=self.view,
                own=self.own,
                lost=self.lost,
            )
        )
        self._open[-1][tag] += 1
        self._all[tag] += 1
        if tag in _CELLS:
            self._open.append(Counter())

    def end(self, tag: str) -> None:
        """An element ends, and with it those left open in it."""
        if not self._open[-1][tag] and not (tag in _GRID and self._all[tag]):
            return  # a cell is ended by what belongs to tables only
        while len(self._frames) > 1 and self._leave() != tag:
            pass

    def data(self, text: str) -> None:
        """There is text."""
        if not self._frames[-1].hidden:
            self.tallies["struck"] += self._frames[-1].struck and not text.isspace()
            self._text.add(text, self._frames[-1])

    def close(self) -> None:
        """The page ends."""
        while len(self._frames) > 1:
            self._leave()
        self._flush()

    def _leave(self) -> str:
        """End the innermost element; return its name."""
        tag = self._frames[-1].tag
        if tag in _BLOCKS:
            self._flush()
        self._frames.pop()
        if tag in _CELLS:
            self._open.pop()
            if self._tables:
                self._tables[-1].cell = None
        self._open[-1][tag] -= 1
        self._all[tag] -= 1
        self._end(tag)
        return tag

    def _end(self, tag: str) -> None:
        if tag == "table" and self._tables:
            table = self._tables.pop()
            self._count(table.end_row())
            self.tallies["wide"] += table.wide
            self._here().extend(table.blocks())
        elif tag == "tr" and self._tables:
            self._count(self._tables[-1].end_row())
        elif tag in _SECTIONS and self._tables:
            self._tables[-1].end_section()
        elif tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li" and self._text.label:
            self._emit()

    def _start_table(self, _: Mapping[str, str]) -> None:
        self._tables.append(Table())

    def _start_row(self, _: Mapping[str, str]) -> None:
        if self._tables:
            self._count(self._tables[-1].end_row())
            self._tables[-1].row = []

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        columns, rows = tables.spans(attributes.get("colspan", ""), attributes.get("rowspan", ""))
        table.cell = Cell(columns, rows)
        if table.row is None:
            table.row = []
        table.row.append(table.cell)
        self._count(1)

    def _start_item(self, attributes: Mapping[str, str]) -> None:
        if self._lists:
            self._text.label = self._lists[-1].label(attributes)

    def _break(self, _: Mapping[str, str]) -> None:
        if not self._frames[-1].hidden:
            self._text.line_break(self._frames[-1])

    def _meta(self, attributes: Mapping[str, str]) -> None:
        named = attributes.get("name", "").lower() == "generator"
        self.own |= named and attributes.get("content") == "planctl"

    def _here(self) -> list[Line | Grid]:
        for table in reversed(self._tables):
            if table.cell is not None:
                return table.cell.blocks
        return self.blocks

    def _flush(self) -> None:
        """End the paragraph, if anything of it is seen."""
        if self._text.began or self._text.numbered:
            self._emit()

    def _emit(self) -> None:
        held, self._text = self._text, Text()
        self._place += 1
        self._count(1)
        self._here().append(
            held.line(
                self._level(),
                _style(self._paragraph),
                self._place,
                kept=self._frames[-1].kept,
            )
        )

    def _level(self) -> int:
        if self._lists:
            return len(self._lists) - 1
        found = _LEVEL.search(self._paragraph.get("style", "")) or _OWN_LEVEL.search(
            self._paragraph.get("class", "")
        )
        return int(found[1]) - 1 if found else 0

    def _count(self, more: int) -> None:
        self._size += more
        refuse_long(self._size)


def _style(attributes: Mapping[str, str]) -> str:
    """Return the name that Word gives to the class of a style of one's own."""
    name = attributes.get("class", "").partition(" ")[0]
    return "" if name.startswith("Mso") else name
