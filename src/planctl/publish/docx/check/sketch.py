"""A document that planctl has drawn, with each shape in it once: as faulty as the whole, and short.

The thousands of paragraphs and rows of long tables differ in their text and in little else. To take
the text away and see what is different takes a tenth of the time that it takes to parse them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count

from planctl.patterns import late

_TEXT = late(r' xml:space="preserve">[^<]+')
_NO_TEXT = ' xml:space="preserve">'
_BARE = late(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)")
_REVISION = late(r'<w:(?:ins|del|pPrChange) w:id="(\d+)"')
_WIDTH = late(r' w:w="\d+"')
_NUMBER = late(r' w:id="\d*"')
_PARAGRAPH, _ROW, _TABLE, _TABLE_END = "</w:p>", "</w:tr>", "<w:tbl>", "</w:tbl>"
_GRID, _GRID_END = "<w:tblGrid>", "</w:tblGrid>"
_CONTINUES = "<w:vMerge/>"


def sketch(document: str) -> str:
    """The document without its text, and without paragraphs and rows like others in its tables.

    For the serialisation of planctl's own writer only. Revisions in tables are numbered anew, and
    all widths, which no check asks about, are the same. What is no XML because of its text is not
    XML here either.
    """
    outside, *tables = document.split(_TABLE)
    sketch = Sketch()
    drawn = [sketch.add(table) for table in tables]
    return "".join([_bare(outside), sketch.paragraphs, *drawn])


class Sketch:
    """What of tables was drawn before, so that it need not be drawn again."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._others: dict[str, None] = {}
        self._fresh = count(1)

    def add(self, table: str) -> str:
        """Sketch a table, and what follows it; the first tag of the table may be missing."""
        inside, end, after = _bare(table.removeprefix(_TABLE)).partition(_TABLE_END)
        # A row in a revision answers for its paragraphs: where there are revisions they all stay.
        marked = " w:id=" in inside
        if not marked:
            inside, apart = _divided(inside)
            self._others.update(dict.fromkeys(apart))
        inside = _WIDTH.sub(' w:w="1"', inside)
        rows = "".join(_once(_NUMBER.sub(' w:id=""', inside) if marked else inside, self._seen))
        if marked:
            rows = _NUMBER.sub(lambda _: f' w:id="t{next(self._fresh)}"', rows)
        return "".join((_TABLE, rows, end, after))

    @property
    def paragraphs(self) -> str:
        """The paragraphs that are not in the sketches of the tables; they belong before them."""
        return "".join([f"{piece}{_PARAGRAPH}" for piece in self._others])


def _bare(text: str) -> str:
    """A piece of a document without its text; still no XML where it is none because of it."""
    return _TEXT.sub(_NO_TEXT, text) + ("&" if _BARE.search(text) else "")


def repeated(document: str) -> list[str]:
    """Find revisions that planctl has given the same number."""
    return [
        f"{times} of w:ins, w:del and other revisions have the same w:id “{number}”."
        for number, times in Counter(_REVISION.findall(document)).items()
        if times > 1
    ]


def _divided(table: str) -> tuple[str, list[str]]:
    """The table with the first paragraph of each cell, and the others without their end tags."""
    pieces = table.split(_PARAGRAPH)
    others = [piece for piece in pieces if piece.startswith("<w:p>")]
    return _PARAGRAPH.join([piece for piece in pieces if not piece.startswith("<w:p>")]), others


def _once(table: str, seen: set[str]) -> Iterator[str]:
    """A table with the rows that have not been ``seen``, and those that continue their cells."""
    start, end, inside = table.partition(_GRID_END)
    grid = start.rpartition(_GRID)[2]
    *rows, rest = inside.split(_ROW)
    yield start + end
    group = ""
    for row in rows:
        if _CONTINUES not in row:
            yield _new(group, grid, seen)
            group = ""
        group += row + _ROW
    yield _new(group, grid, seen)
    yield rest


def _new(group: str, grid: str, seen: set[str]) -> str:
    """The rows, or "" where there were such rows in such a grid before."""
    key = grid + group
    if key in seen:
        return ""
    seen.add(key)
    return group
