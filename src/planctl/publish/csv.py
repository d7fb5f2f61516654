"""The CSV writer: all annexes as one file, a row an activity, each row whole.

In UTF-8 with a byte-order mark, without which Excel reads it in the code page of the machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl import sheet
from planctl.publish.characters import writable
from planctl.publish.plain import plain
from planctl.publish.table import Annex, filled

PLAN = "Plan"
"""The heading of the first column, which holds the plan's key; the same in every language."""


def write(annexes: Sequence[Annex]) -> bytes:
    """Draw the annexes, of which all have the same columns, under one heading.

    A heading is the first line of the column's: the second names the plan's month or resolution.
    Raises UnwritableTextError.
    """
    columns = annexes[0].columns if annexes else ()
    heads = (PLAN, *(column.heading[0] for column in columns))
    return writable(sheet.csv(heads, _rows(annexes))).encode("utf-8-sig")


def _rows(annexes: Sequence[Annex]) -> Iterator[list[str]]:
    for annex in annexes:
        for row in filled(annex.rows):
            yield [annex.key, *map(plain, row)]
