"""The IDs of the rows of a table, and what is done about those that have none, or another's.

Level 1 is the directive's, Level 2 the activity's; a row with "-" or nothing in Level 2 that begins
a directive has that one's ID. Where an ID must be chosen, a plan that is there already is asked
first: the same table read twice gives the same IDs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from planctl.ingest.rows import Remark, Row
from planctl.plan.address import next_id, valid_id
from planctl.plan.model import Plan
from planctl.plan.prose import plain, text_of
from planctl.publish.table import Cell

_DASHES = frozenset("-–—‐‑−")


Formerly = Callable[[], Collection[str]]


class Numbered(NamedTuple):
    """A row with the IDs of its directive and activity.

    ``begins`` says that it is the directive's first; then ``unnumbered`` and ``level_2`` are what
    the directive says about itself. ``chosen`` are the columns whose cells do not say those IDs.
    """

    row: Row
    directive: str
    activity: str
    begins: bool = False
    unnumbered: bool = False
    level_2: str = "-"
    chosen: frozenset[str] = frozenset()


class _Written(NamedTuple):
    """The IDs as a row has them, "" for none; ``text`` is that of its directive."""

    level_1: str
    level_2: str
    text: str
    wrong: tuple[str, ...] = ()


class _Book(NamedTuple):
    """All IDs: those ``written`` anywhere in the table, those ``taken``, and the rows of those.

    ``texts`` are those of all directives of the table.
    """

    known: Plan | None
    texts: frozenset[str]
    first_levels: frozenset[str]
    written: frozenset[str]
    taken: set[str]
    at_row: dict[str, Row]
    formerly: Formerly

    def note(self, new: str, row: Row) -> None:
        """An ID that a row has got."""
        self.taken.add(new)
        self.at_row.setdefault(new, row)

    def next_id(self, parent: str | None) -> str:
        """An ID that nothing has, nor ever had."""
        return next_id([*self.taken, *self.formerly()], parent)

    def is_unnumbered(self, own: str) -> bool:
        """Whether the plan as it is has a directive of that ID that the table prints none for."""
        directives = self.known.directives if self.known else ()
        return any(one.id == own and one.unnumbered for one in directives)

    def is_free(self, known_id: str) -> bool:
        """Whether an ID of the plan as it is belongs to no row of the table."""
        return known_id not in self.at_row and known_id not in self.written


class _Directive(NamedTuple):
    id: str
    text: str


def text(cell: Cell | None) -> str:
    """The text of a cell, a paragraph a line; "" where there is none."""
    return "\n".join(one.text.strip() for one in cell.paragraphs) if cell else ""


def numbered(
    rows: Sequence[Row], known: Plan | None, remarks: list[Remark], formerly: Formerly = set
) -> Iterator[Numbered]:
    """The rows with their IDs; ``known`` is the plan as it is, ``remarks`` gets what was chosen.

    ``formerly`` gives the IDs that the plan ever had, which are not given out again; it is called
    where an ID must be chosen.
    """
    all_written = [_written(row) for row in rows]
    first_levels = frozenset(one.level_1 for one in all_written)
    written = first_levels | {one.level_2 for one in all_written}
    taken = set(written) | (known.ids() if known else set())
    texts = frozenset(plain(one.text) for one in all_written)
    book = _Book(known, texts, first_levels, written, taken, {}, formerly)
    directives: dict[str, _Directive] = {}
    current: _Directive | None = None
    for row, ids in zip(rows, all_written, strict=True):
        here = Remark("", row.table, row.number)
        for wrong in ids.wrong:
            told = (
                f"“{wrong}” is no ID: digits and letters, with dots between, as in 5.2, or as 95-01"
            )
            remarks.append(here._replace(message=told))
        chosen: set[str] = {"id", "level1", "level2"} if ids.wrong else set()
        begins = _begins(ids, current, directives, "directives" in row.cells)
        unnumbered = False
        if begins:
            new = ids.level_1
            if not new or new in book.at_row:
                new = _directive_id(ids, book)
                unnumbered = not (ids.level_1 or ids.level_2 or ids.wrong)
                chosen |= {"id", "level1"}
                if not (unnumbered and book.is_unnumbered(new)):
                    remarks.append(here._replace(message=_why(ids, new, book, unnumbered)))
            current = directives[new] = _Directive(new, ids.text)
            book.note(new, row)
        elif ids.level_1:
            current = directives[ids.level_1]
        assert current is not None  # noqa: S101 - the first row begins one
        activity, told = _activity_id(ids, row, current, begins, book)
        if told:
            chosen |= {"id", "level2"}
            remarks.append(here._replace(message=told))
        book.note(activity, row)
        level_2 = "" if "level2" in row.cells and not ids.level_2 else "-"
        yield Numbered(row, current.id, activity, begins, unnumbered, level_2, frozenset(chosen))


def _written(row: Row) -> _Written:
    first, second = (_id(row.cells.get(key)) for key in ("level1", "level2"))
    alone = _id(row.cells.get("id"))
    if alone:
        first, second = (alone.partition(".")[0], alone) if "." in alone else (alone, "")
    wrong = tuple(one for one in (first, second) if one not in ("", "-") and not valid_id(one))
    first, second = ("" if one in wrong else one for one in (first, second))
    first = "" if first == "-" else first
    said = text(row.cells.get("directives" if "directives" in row.cells else "activities"))
    return _Written(first, second, said, wrong)


def _id(cell: Cell | None) -> str:
    words = plain(text(cell)).strip(" .()")
    return "-" if words in _DASHES else words.replace("–", "-")


def _begins(
    ids: _Written,
    current: _Directive | None,
    directives: dict[str, _Directive],
    has_directives: bool,
) -> bool:
    """Whether a row begins a directive, and does not go on with one."""
    if current is None or (not has_directives and not ids.level_2):
        return True
    if not ids.level_1:
        return has_directives and bool(ids.text) and ids.text != current.text
    other = directives.get(ids.level_1)
    if other is None:
        return True
    return has_directives and bool(ids.text) and plain(ids.text) != plain(other.text)


def _directive_id(ids: _Written, book: _Book) -> str:
    for one in book.known.directives if book.known else ():
        if book.is_free(one.id) and plain(text_of(one.text)) == plain(ids.text):
            return one.id
    if not (ids.level_1 or ids.level_2):  # one that has other words now, or those of a translation
        for one in book.known.directives if book.known else ():
            if (
                one.unnumbered
                and book.is_free(one.id)
                and plain(text_of(one.text)) not in book.texts
            ):
                return one.id
    above = ids.level_2.rpartition(".")[0]
    if above and above not in book.taken and not ids.level_1:
        return above
    return book.next_id(None)


def _why(ids: _Written, new: str, book: _Book, unnumbered: bool) -> str:
    if ids.level_1:
        return f"the ID {ids.level_1} {_stands(ids.level_1, book)} too; this one was given {new}"
    printed = ", and the table prints none for it" if unnumbered else ""
    return f"it has no ID; it is {new} in the plan{printed}"


def _stands(own: str, book: _Book) -> str:
    row = book.at_row.get(own)
    return f"stands in row {row.number} of table {row.table}" if row else "is that of a directive"


def _activity_id(
    ids: _Written, row: Row, directive: _Directive, begins: bool, book: _Book
) -> tuple[str, str]:
    """The activity's ID, and what is to be said about it, "" where it stands there."""
    own = ids.level_2
    if own in ("", "-") and begins:
        return directive.id, ""
    if own == directive.id and begins:
        return own, f"Level 2 says {own} again; it is printed as “-”"
    if own not in ("", "-") and own not in book.at_row and own not in book.first_levels:
        return own, ""
    new = _known_activity(row, directive.id, book) or book.next_id(directive.id)
    if own in ("", "-"):
        return new, f"it has no ID of its own; it was given {new}"
    return new, f"the ID {own} {_stands(own, book)} too; this row was given {new}"


def _known_activity(row: Row, directive: str, book: _Book) -> str:
    said = plain(text(row.cells.get("activities")))
    return next(
        (
            one.id
            for parent, one in (book.known.activities() if book.known else ())
            if parent.id == directive and one.id != parent.id and book.is_free(one.id)
            if plain(text_of(one.text)) == said
        ),
        "",
    )
