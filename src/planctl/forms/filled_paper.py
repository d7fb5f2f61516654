"""A Word form that came back: a table an item, its cells found by the labels beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.forms.columns import ASKED, BY_LABEL
from planctl.forms.question import CHOOSE, WRITE
from planctl.forms.returned import Returned, Row, Stray, Value
from planctl.forms.sent import LOST, NAMESPACE, NO_FORM, FormFault, Sent, fingerprint, sent_from
from planctl.ingest.document import Document, Grid, Line, Square
from planctl.office.package import Package
from planctl.plan.prose import fold, short

_ASKED = frozenset(column.key for column in ASKED)


def read(package: Package) -> Returned:
    """Read a form from a Word file. Raises FormFault where it is none."""
    from planctl.ingest.word import document

    held = document.read(package, "final")
    tables = [one for one in held.blocks if isinstance(one, Grid)]
    rows = [row for at, table in enumerate(tables, 1) if (row := _item(table, at))]
    text = _unseen_of(package)
    if text is None:
        raise FormFault(LOST if rows else NO_FORM)
    sent = sent_from(text)
    known = {key for row in rows for key in row.asked}
    missing = tuple(column.key for column in ASKED if column.key not in known)
    strays = tuple(_beside(held, sent)) if sent.page else ()
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


def _item(table: Grid, number: int) -> Row | None:
    """The item that a table of a Word form is about; None for another table."""
    texts: dict[str, str] = {}
    doubled = set()
    others = []
    for label, text in _labelled(table):
        key = BY_LABEL.get(fold(label))
        if key is None:
            others.append((label, text))
        elif key in texts and text not in ("", texts[key]):
            doubled.add(key)
        else:
            texts.setdefault(key, text)
    if "item" not in texts or not texts.keys() & _ASKED:
        return None
    place = f"table {number} ({short(texts['item'], 30)})"
    return Row(
        place,
        texts["item"].strip(),
        {key: text for key, text in texts.items() if key not in _ASKED},
        {key: Value(text) for key, text in texts.items() if key in _ASKED},
        doubled=frozenset(doubled),
        strays=tuple(Stray(place, text or label, label) for label, text in others if text or label),
    )


def _labelled(table: Grid) -> Iterator[tuple[str, str]]:
    """The first line of each label, and what stands beside it without the words of the form."""
    for squares in table.rows:
        if squares:
            beside = "\n".join(_lines(squares[1:]))
            text = beside.replace(CHOOSE, "").replace(WRITE, "").strip()
            yield squares[0].text.partition("\n")[0], text


def _lines(squares: Iterable[Square]) -> Iterator[str]:
    """The lines of cells, with the number or sign that a list puts in front of them."""
    for square in squares:
        for line in square.lines:
            yield f"{line.label} {line.text.strip()}".strip()


def _beside(held: Document, sent: Sent) -> Iterator[Stray]:
    """What stands outside of the items' tables and was not sent there."""
    for at, block in enumerate(held.blocks):
        table = sum(isinstance(one, Grid) for one in held.blocks[: at + 1])
        after = f"below table {table}" if table else "at the beginning"
        if isinstance(block, Line):
            lines, where = [block], after
        elif _item(block, table) is None:
            lines = [line for row in block.rows for square in row for line in square.lines]
            where = f"table {table}"
        else:
            continue
        for line in lines:
            if line.text.strip() and fingerprint(line.text) not in sent.page:
                yield Stray(where, line.text.strip())
