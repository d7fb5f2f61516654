"""What planctl puts in where a line must not end, taken out of a document that it has made."""

from __future__ import annotations

from planctl.ingest.document import Document, Grid, Line, Square
from planctl.publish.table import Run
from planctl.publish.typography import set_text

_PLAIN = {"\u00a0": " ", "\u2011": "-"}
_TABLE = str.maketrans(_PLAIN)


def without(document: Document) -> Document:
    """The document with the texts that were typeset; a no-break character of another hand stays."""
    return document._replace(blocks=tuple(map(_block, document.blocks)))


def _block(block: Line | Grid) -> Line | Grid:
    if isinstance(block, Line):
        return _line(block)
    return block._replace(rows=tuple(tuple(map(_square, row)) for row in block.rows))


def _square(square: Square) -> Square:
    return square._replace(lines=tuple(map(_line, square.lines)))


def _line(line: Line) -> Line:
    runs = tuple(map(_run, line.runs))
    return line if runs == line.runs else line._replace(runs=runs)


def _run(run: Run) -> Run:
    text = run.text
    if text.isascii() or not any(sign in text for sign in _PLAIN):
        return run
    plainly = text.translate(_TABLE)
    printed = set_text(plainly)
    own = (
        plain if stood == set_ else stood
        for plain, stood, set_ in zip(plainly, text, printed, strict=True)
    )
    return run._replace(text="".join(own))
