"""Fills forms in as a person would: Excel files with openpyxl, Word files in their cells."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from planctl.forms.columns import ASKED, KEY, SHOWN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LABELS = {column.key: column.label for column in (*SHOWN, *ASKED, KEY)}
Answers = Mapping[str, Mapping[str, Any]]
"""By address and column, what is typed."""


def fill(path: Path, answers: Answers) -> Path:
    """Fill a form in, and save it under its name."""
    if path.suffix == ".docx":
        with_paper(path, lambda root: _answer_on_paper(root, answers))
    else:
        with_sheet(path, lambda sheet: _cells(sheet, answers))
    return path


def with_sheet(path: Path, change: Callable[[Worksheet], object]) -> Path:
    """Change the sheet of items in an Excel form, and save it under its name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    change(book["Items"])
    book.save(path)
    return path


def columns(sheet: Worksheet) -> dict[str, int]:
    """The number of each column by its key."""
    heads = {str(cell.value).split("\n")[0]: at for at, cell in enumerate(sheet[1], 1)}
    return {key: heads[label] for key, label in LABELS.items() if label in heads}


def row_of(sheet: Worksheet, address: str) -> int:
    """The row of an item."""
    found = columns(sheet)["item"]
    return next(at for at in range(2, 400) if sheet.cell(at, found).value == address)


def _cells(sheet: Worksheet, answers: Answers) -> None:
    places = columns(sheet)
    for address, given in answers.items():
        at = row_of(sheet, address)
        for key, value in given.items():
            sheet.cell(at, places[key]).value = value


def with_paper(path: Path, change: Callable[[Any], object]) -> Path:
    """Change the markup of a Word form, given its root, and save it under its name."""
    made = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root)
            new.writestr(name, content)
    path.write_bytes(made.getvalue())
    return path


def item_of(root: Any, address: str) -> dict[str, list[Any]]:
    """The cells of an item in a Word form, two a row, by their labels."""
    for table in root.iter(f"{W}tbl"):
        rows = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
        cells = {_line(pair[0]): pair for pair in rows}
        if "Item" in cells and _line(cells["Item"][1]) == address:
            return cells
    raise LookupError(address)


def write(cell: Any, text: str) -> None:
    """Add a paragraph to the end of a cell."""
    run = etree.SubElement(etree.SubElement(cell, f"{W}p"), f"{W}r")
    etree.SubElement(run, f"{W}t").text = text


def _answer_on_paper(root: Any, answers: Answers) -> None:
    by_label = {label: key for key, label in LABELS.items()}
    for address, given in answers.items():
        for label, (_, cell) in item_of(root, address).items():
            if by_label.get(label) in given:
                control = cell.find(f".//{W}sdt")
                _type(cell if control is None else control, str(given[by_label[label]]))


def _line(cell: Any) -> str:
    """The first paragraph of a cell."""
    return "".join(text.text for text in cell.find(f"{W}p").iter(f"{W}t"))


def _type(control: Any, text: str) -> None:
    """Put text into a cell or a list in it, as Word does: its lines, and no prompt any more."""
    prompt = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if prompt is not None:
        prompt.getparent().remove(prompt)
    content = control if control.tag == f"{W}tc" else control.find(f"{W}sdtContent")
    paragraphs = content.findall(f"{W}p")
    for child in content.findall(f"{W}p") + content.findall(f"{W}r"):
        content.remove(child)
    for line in text.split("\n"):
        holder = etree.SubElement(content, f"{W}p") if paragraphs else content
        etree.SubElement(etree.SubElement(holder, f"{W}r"), f"{W}t").text = line
