"""A Word form that came back: a table an item, its cells found by the labels beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.forms.columns import ASKED, BY_LABEL
from planctl.forms.question import CHOOSE, WRITE
from planctl.forms.returned import Returned, Row, Stray, Value
from planctl.forms.sent import LOST, NAMESPACE, NO_FORM, FormFault, Sent, fingerprint, sent_from
from planctl.ingest.document import Document, Grid, Line, Square
from planctl.office.package import Package
from planctl.plan.prose import fold

_ASKED = frozenset(column.key for column in ASKED)


def read(package: Package) -> Returned:
    """Read a form from a Word file. Raises FormFault where it is none."""
    from planctl.ingest.word import document

    held = document.read(package, "final")
    tables = [one for one in held.blocks if isinstance(one, Grid)]
    rows = [row for at, table in enumerate(tables, 1) for row in _items(table, at)]
    text = _unseen_of(package)
    if text is None:
        raise FormFault(LOST if rows else NO_FORM)
    sent = sent_from(text)
    known = {key for row in rows for key in row.asked}
    missing = tuple(column.key for column in ASKED if column.key not in known)
    strays = tuple(_astray(held, sent)) if sent.page else ()
    return Returned("", sent, tuple(rows), missing, strays, tuple(_remarks(held)))


def _remarks(held: Document) -> Iterator[str]:
    if held.revised:
        yield "it has revision marks; all of them were taken as accepted"
    for remark in held.remarks:
        if not remark.startswith("It has revision marks"):
            yield f"{remark[:1].lower()}{remark[1:]}".rstrip(".")


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


def _items(table: Grid, number: int) -> Iterator[Row]:
    """The items that a table is about: one, or several where tables have run together."""
    parts: list[list[tuple[Square, ...]]] = [[]]
    for squares in table.rows:
        if squares and BY_LABEL.get(fold(_label(squares[0]))) == "item":
            parts.append([])
        parts[-1].append(squares)
    for part in parts:
        if row := _item(part, number):
            yield row


def _item(rows: Iterable[tuple[Square, ...]], number: int) -> Row | None:
    """The item that rows of a table are about; None where they are about none."""
    texts: dict[str, str] = {}
    doubled = set()
    others: list[tuple[str, str]] = []
    for squares in filter(None, rows):
        label, text = _label(squares[0]), _beside(squares[1:])
        key = BY_LABEL.get(fold(label))
        others += [(label, line) for line in _added(squares[0], key)]
        if key is None:
            others.append((label, text or label))
        elif key in texts and text not in ("", texts[key]):
            doubled.add(key)
        else:
            texts.setdefault(key, text)
    if "item" not in texts or not texts.keys() & _ASKED:
        return None
    place = f"table {number}"
    return Row(
        place,
        texts["item"].strip(),
        {key: text for key, text in texts.items() if key not in _ASKED},
        {key: Value(text) for key, text in texts.items() if key in _ASKED},
        doubled=frozenset(doubled),
        strays=tuple(Stray(place, text, label) for label, text in others if text),
    )


def _label(square: Square) -> str:
    return square.text.partition("\n")[0]


def _beside(squares: Iterable[Square]) -> str:
    """What stands beside a label, without the words of the form."""
    return "\n".join(_lines(squares)).replace(CHOOSE, "").replace(WRITE, "").strip()


def _added(square: Square, key: str | None) -> Iterator[str]:
    """The lines below a label that are not the form's."""
    known = {fold(column.form) for column in ASKED if column.key == key}
    for line in square.text.split("\n")[1:]:
        if line and fold(line.strip("()")) not in known:
            yield line


def _lines(squares: Iterable[Square]) -> Iterator[str]:
    """The lines of cells, with the number or sign that a list puts in front of them."""
    for square in squares:
        for line in square.lines:
            yield f"{line.label} {line.text.strip()}".strip()


def _astray(held: Document, sent: Sent) -> Iterator[Stray]:
    """What stands outside of the items' tables and was not sent there."""
    table = 0
    for block in held.blocks:
        if isinstance(block, Line):
            lines, where = [block], f"below table {table}" if table else "at the beginning"
        else:
            table += 1
            if [*_items(block, table)]:
                continue
            lines = [line for row in block.rows for square in row for line in square.lines]
            where = f"table {table}"
        for line in lines:
            if line.text.strip() and fingerprint(line.text) not in sent.page:
                yield Stray(where, line.text.strip())
