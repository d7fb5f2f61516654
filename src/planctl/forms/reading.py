"""A form that came back, read: what it carries unseen, and its rows.

Nothing is judged here but whether the file is a form. Rows are found by the labels over (or, in
Word, beside) their cells, so it does not matter where they stand now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planctl.errors import PlanctlError
from planctl.forms.columns import ASKED, KEY, SHOWN
from planctl.forms.question import CHOOSE, WRITE
from planctl.forms.sent import FormFault, Sent, sent_from
from planctl.ingest.workbook.sheet import Sheet, place
from planctl.plan.prose import fold, short

if TYPE_CHECKING:
    from planctl.ingest.document import Grid
    from planctl.office.package import Package

UNSEEN_PART = "planctl/form.xml"
"""What the name of the part ends with that a Word form carries."""
NAMESPACE = "urn:planctl:form"
"""The namespace of its only element."""

_LABELS = {fold(column.label): column.key for column in (*SHOWN, *ASKED, KEY)}
_ASKED = frozenset(column.key for column in ASKED)
_HEADING_WITHIN = 60  # rows in which the heading is looked for
_MOST_JOINED = 500
_NO_FORM = "this is no form that `planctl request` made"
_LOST = (
    "what a form carries unseen is missing: the cells were copied into another file, or the file"
    " was saved in another format. Ask for the answers in the form as it was sent"
)


class Value(NamedTuple):
    """What was written into a cell, and whether a formula was."""

    text: str
    is_formula: bool = False


class Row(NamedTuple):
    """An item of a form that came back; ``place`` tells a person where it stands.

    ``key`` is what the row is known by, "" where that is gone; ``shown`` and ``asked`` are the
    texts by their columns, and ``joined`` the columns of cells that were joined with others.
    """

    place: str
    key: str
    shown: Mapping[str, str]
    asked: Mapping[str, Value]
    joined: frozenset[str] = frozenset()


class Returned(NamedTuple):
    """A form that came back from ``file``.

    ``missing`` are the labels of columns that are no longer there; ``revised`` is whether there are
    revision marks, which were taken as accepted.
    """

    file: str
    sent: Sent
    rows: tuple[Row, ...]
    missing: tuple[str, ...] = ()
    revised: bool = False


def read(path: Path) -> Returned:
    """Read a form. Raises FormFault, with the file's name, where it is none or not sound."""
    from planctl.office.package import open_package
    from planctl.office.refusal import refuse_large

    try:
        refuse_large(path.stat().st_size)
        package = open_package(path.read_bytes(), excel=True, pictures=False)
        returned = _workbook(package) if package.kind.startswith("xl") else _paper(package)
    except OSError as error:
        raise FormFault(
            f"{path} cannot be read: {(error.strerror or str(error)).lower()}"
        ) from None
    except PlanctlError as error:
        raise FormFault(f"{path}: {error}") from error
    return returned._replace(file=str(path))


def _workbook(package: Package) -> Returned:
    from planctl.ingest.workbook.document import sheets

    found = [sheet for sheet, _ in sheets(package)]
    headed = [(sheet, *heading) for sheet in found if (heading := _heading(sheet))]
    if not headed:
        raise FormFault(_NO_FORM)
    unseen = [sheet for sheet in found if _text(sheet, 1, 1) == "planctl form"]
    if not unseen:
        raise FormFault(_LOST)
    sent = sent_from("".join(_pieces(unseen[0])))
    rows = [row for sheet, at, columns in headed for row in _rows(sheet, at, columns)]
    known = {key for _, _, columns in headed for key in columns.values()}
    missing = tuple(column.label for column in ASKED if column.key not in known)
    return Returned("", sent, tuple(rows), missing)


def _text(sheet: Sheet, row: int, column: int) -> str:
    """The text of a cell, "" where it holds nothing."""
    lines = sheet.cells.get(row, {}).get(column, ())
    return "\n".join(f"{label} {run.text}" if label else run.text for run, label in lines)


def _pieces(sheet: Sheet) -> Iterator[str]:
    row = 2
    while text := _text(sheet, row, 1):
        yield text
        row += 1


def _heading(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    """The row of the heading, and the key of each column; None where the sheet has no items."""
    for row in sorted(sheet.cells)[:_HEADING_WITHIN]:
        labels = {at: fold(_text(sheet, row, at).partition("\n")[0]) for at in sheet.cells[row]}
        columns = {at: _LABELS[label] for at, label in labels.items() if label in _LABELS}
        if len(columns) > 2 and set(columns.values()) & {KEY.key, "item"}:
            return row, columns
    return None


def _rows(sheet: Sheet, heading: int, columns: Mapping[int, str]) -> Iterator[Row]:
    formulas = {place(reference) for reference in sheet.formulas}
    numbers = {row for row, cells in sheet.cells.items() if cells.keys() & columns.keys()}
    numbers |= {found[0] for found in formulas if found and found[1] in columns}
    below = sorted(row for row in numbers if row > heading)
    joined = _joined(sheet, below, columns)
    for row in below:
        values = {}
        for column, key in columns.items():
            at = joined.get((row, column), (row, column))
            values[key] = Value(_text(sheet, *at), is_formula=at in formulas)
        yield Row(
            f"row {row}",
            values[KEY.key].text.strip() if KEY.key in values else "",
            {column.key: values[column.key].text for column in SHOWN if column.key in values},
            {column.key: values[column.key] for column in ASKED if column.key in values},
            frozenset(columns[column] for at, column in joined if at == row),
        )


def _joined(
    sheet: Sheet, rows: Sequence[int], columns: Mapping[int, str]
) -> dict[tuple[int, int], tuple[int, int]]:
    """By the place of a cell to fill in that is joined to one above: the place of that one."""
    asked = {column for column, key in columns.items() if key in _ASKED}
    return {
        (row, left): (top, left)
        for top, left, bottom, _ in sheet.merged[:_MOST_JOINED]
        if left in asked and top < bottom
        for row in rows
        if top < row <= bottom
    }


def _paper(package: Package) -> Returned:
    from planctl.ingest.document import Grid
    from planctl.ingest.word import document

    held = document.read(package, "final")
    tables = [one for one in held.blocks if isinstance(one, Grid)]
    rows = tuple(filter(None, (_item(table, at) for at, table in enumerate(tables, 1))))
    text = _unseen_of(package)
    if text is None:
        raise FormFault(_LOST if rows else _NO_FORM)
    return Returned("", sent_from(text), rows, revised=held.revised)


def _unseen_of(package: Package) -> str | None:
    """What a Word form carries: the text of the only element of a part of its own."""
    from xml.etree.ElementTree import ParseError, fromstring

    for name, content in package.members.items():
        if name.startswith("customXml/") and NAMESPACE.encode() in content:
            try:
                root = fromstring(content)  # noqa: S314  without a DTD, as office has seen to
            except ParseError:
                continue
            if root.tag == f"{{{NAMESPACE}}}form":
                return root.text or ""
    return None


def _item(table: Grid, number: int) -> Row | None:
    """The item that a table of a Word form is about; None for another table."""
    texts: dict[str, str] = {}
    for squares in table.rows:
        if len(squares) > 1:
            key = _LABELS.get(fold(squares[0].text.partition("\n")[0]))
            if key and key not in texts:
                texts[key] = "\n".join(square.text for square in squares[1:])
    if "item" not in texts or not texts.keys() & _ASKED:
        return None
    return Row(
        f"table {number} ({short(texts['item'], 30)})",
        texts["item"].strip(),
        {key: text for key, text in texts.items() if key not in _ASKED},
        {key: Value(_written(text)) for key, text in texts.items() if key in _ASKED},
    )


def _written(text: str) -> str:
    """What was written, without the words that stood there before."""
    return text.replace(CHOOSE, "").replace(WRITE, "").strip()
