"""The formats of ``planctl export``; a new one is a function and an entry in :data:`FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.publish.contents import Contents
    from planctl.publish.table import Annex


class Format(NamedTuple):
    """A format: what it is called, how its files are called and begin, and what writes them.

    A file that begins otherwise is another's; ``begins`` are the bytes after a byte-order mark.
    What is ``laid_out`` in lines and pages gets no-break characters. ``changes`` are the ways in
    which it can show what changed, the usual one first.
    """

    name: str
    suffixes: tuple[str, ...]
    begins: tuple[bytes, ...]
    write: Callable[[Contents], bytes]
    laid_out: bool = False
    changes: tuple[str, ...] = ("list",)


def _docx(contents: Contents) -> bytes:
    from planctl.publish import docx

    if contents.template:
        from planctl.publish.docx.template import fill

        return fill(
            contents.template,
            {annex.key: annex for annex in contents.annexes},
            portrait=contents.portrait,
            tracking=contents.tracking,
        )
    return docx.write(
        contents.annexes,
        document_number=contents.document_number,
        title=contents.title,
        created=contents.created,
        portrait=contents.portrait,
        tracking=contents.tracking,
        cover=contents.cover,
        drawn=contents.drawn,
    )


def _html(contents: Contents) -> bytes:
    from planctl.publish import html

    page = html.write(
        contents.annexes,
        title=contents.title,
        document_number=contents.document_number,
        tracking=contents.tracking,
    )
    return page.encode("utf-8")


def _xlsx(contents: Contents) -> bytes:
    from planctl.publish import xlsx

    return xlsx.write(
        contents.plans,
        title=contents.title,
        created=contents.created,
        document_number=contents.document_number,
        first=contents.first,
        layout=contents.layout,
        changes=contents.annexes if contents.listed else (),
    )


def _csv(contents: Contents) -> bytes:
    from planctl.publish import csv

    return csv.write(contents.annexes)


def _markdown(contents: Contents) -> bytes:
    from planctl.publish import markdown

    return markdown.write(contents.annexes).encode("utf-8")


def _json(contents: Contents) -> bytes:
    from planctl.cli.output import enveloped
    from planctl.publish.characters import writable
    from planctl.publish.json import annex_data

    annexes = [annex_data(annex) for annex in contents.annexes]
    text = enveloped("export", document_number=contents.document_number, annexes=annexes)
    return f"{writable(text)}\n".encode()


_MARKED = ("track", "highlight", "list")
FORMATS = {
    "docx": Format("Word file", (".docx",), (b"PK",), _docx, laid_out=True, changes=_MARKED),
    "html": Format(
        "HTML file",
        (".html", ".htm"),
        (b"<!DOCTYPE html>", b"<!doctype html>"),
        _html,
        laid_out=True,
        changes=_MARKED,
    ),
    "xlsx": Format("Excel file", (".xlsx",), (b"PK",), _xlsx),
    "csv": Format("CSV export", (".csv",), (b"Plan,", b"Plan;", b"Plan\t", b'"Plan"'), _csv),
    "markdown": Format(
        "Markdown export",
        (".md", ".markdown"),
        (b"<!-- planctl export -->",),
        _markdown,
        changes=_MARKED[1:],
    ),
    "json": Format("JSON export", (".json",), (b'{\n  "planctl": "export"',), _json),
}
"""The formats by the words that ``--format`` takes."""


def told_by(output: Path | None) -> str:
    """The format whose files are called as ``output`` is; Word where none are."""
    suffix = output.suffix.lower() if output else ""
    return next((form for form, one in FORMATS.items() if suffix in one.suffixes), "docx")


def refuse_other_files(output: Path, form: str) -> None:
    """Raise UsageFault where a slip would destroy a file, or give one a name that misleads."""
    chosen, suffix = FORMATS[form], output.suffix.lower()
    others = [one for one in FORMATS.values() if suffix in one.suffixes and one is not chosen]
    if others:
        raise UsageFault(
            f"{output}: a name that ends in {suffix} is for {others[0].name}s, not for"
            f" --format {form}. Call it {output.with_suffix(chosen.suffixes[0])}."
        )
    if not output.is_file() or not output.stat().st_size:
        return
    with output.open("rb") as present:
        beginning = present.read(80).removeprefix(b"\xef\xbb\xbf")
    if not beginning.startswith(chosen.begins):
        raise UsageFault(
            f"{output} is no {chosen.name}; it stays as it is. Give another name to -o."
        )


def printed(annex: Annex, chosen: Format) -> Annex:
    """The annex as it is printed in a format: with no-break characters where there are lines."""
    if not chosen.laid_out:
        return annex
    from planctl.publish.typography import typeset

    return typeset(annex)


@contextmanager
def plainly_refused() -> Iterator[None]:
    """Raise UsageFault where a text cannot be written, which names the character."""
    from planctl.publish.characters import UnwritableTextError

    try:
        yield
    except UnwritableTextError as error:
        raise UsageFault(str(error)) from error
