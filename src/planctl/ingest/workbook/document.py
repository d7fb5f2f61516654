"""A workbook as a document."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.ingest.document import Document
from planctl.ingest.measure import refuse_long
from planctl.ingest.workbook import sheet
from planctl.ingest.workbook.sheet import Lines, Sheet, Texts
from planctl.ingest.workbook.values import S, formats, text_of
from planctl.office.markup import Pieces, R, parsed
from planctl.office.package import Package
from planctl.office.properties import written

_SHOWN = 5  # cells or rows that a remark names
_SHARED = f"{S}si"


def read(package: Package) -> Document:
    """Read a workbook: each sheet is a grid. Raises RefusedFileError."""
    grids = []
    remarks: list[str] = []
    for held, state in sheets(package):
        grids.append(held.grid())
        remarks += _remarks(held, state)
    return Document(tuple(grids), remarks=tuple(remarks), written=written(package), unit="row")


def sheets(package: Package) -> Iterator[tuple[Sheet, str]]:
    """The sheets of a workbook, each with its state ("hidden"). Raises RefusedFileError."""
    book = parsed(package.document, package.members[package.document])
    about = book.find(f"{S}workbookPr")
    style = package.related("styles")
    counting = formats(
        parsed(style, package.members[style]) if style else None,
        since_1904=about is not None and about.get("date1904") in ("1", "true"),
    )
    texts = Texts(list(_strings(package)), counting)
    relations = package.relationships(package.document)
    seen: set[str] = set()
    size = 0
    for entry in book.iterfind(f"{S}sheets/{S}sheet"):
        link = relations.get(entry.get(f"{R}id", ""))
        if link is None or link.kind != "worksheet" or not link.part or link.part in seen:
            continue
        seen.add(link.part)
        targets = {name: one.target for name, one in package.relationships(link.part).items()}
        content = package.members[link.part]
        name, state = entry.get("name", ""), entry.get("state", "")
        held = sheet.read(name, link.part, content, texts, targets)
        size += held.size
        refuse_long(size)
        yield held, state


def _strings(package: Package) -> Iterator[Lines]:
    """Yield the strings that cells share."""
    name = package.related("sharedStrings")
    if not name:
        return
    pieces = Pieces(name, package.members[name], (_SHARED,))
    count = 0
    for event, element in pieces:
        if event == "end":
            count += 1
            refuse_long(count)
            yield sheet.lines(text_of(element))
            pieces.forget(element)


def _remarks(held: Sheet, state: str) -> Iterator[str]:
    where = f"Sheet “{held.name}”"
    if state in ("hidden", "veryHidden"):
        yield f"{where} is hidden; it is read all the same."
    if held.hidden:
        yield f"{where}: hidden rows are read all the same ({_some(list(map(str, held.hidden)))})."
    if held.formulas:
        yield (
            f"{where}: formulas are not read ({_some(held.formulas)}); put their values in their"
            " place."
        )
    if held.wide:
        yield f"{where} has more columns than any plan; what stands further on is left out."


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
