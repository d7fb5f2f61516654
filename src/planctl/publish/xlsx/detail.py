"""The sheet of a plan: every activity on a row of its own, in the form of TSB's action plan.

It is the annex, its merged cells filled and with all columns that there are, and before them what
makes a sheet usable: the order, to come back to after sorting, and each item's address.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.plan.model import STATUSES, Plan
from planctl.publish.annex import COLUMNS, EXTRA, Layout, annex, chosen
from planctl.publish.languages import WORDINGS
from planctl.publish.table import Annex, Cell, Column, Paragraph, Run, filled
from planctl.publish.xlsx.words import WORDS

ORDER = "order"
"""The key of the column of row numbers."""

_ALWAYS = frozenset(("due", "priority"))
_WEIGHTS = {"level1": 600, "level2": 600, "status": 6400}


def detail(plan: Plan, number: int, layout: Layout) -> Annex:
    """The plan, annex ``number`` of a document, as the neutral table of its sheet.

    Of ``layout`` counts which activities are shown, the columns left out, and the language.
    """
    wording, words = WORDINGS[layout.language], WORDS[layout.language]
    drawn = annex(plan, number, layout._replace(extra=(), repeat_ids=True))
    extra = annex(plan, number, layout._replace(extra=_extra(plan), without=frozenset(COLUMNS)))
    key = Column("key", (words.key,), 960)
    state = Column("state", (wording.columns["status"],), 840)
    split = _place(drawn)
    rows = zip(filled(drawn.rows), extra.rows, _items(plan, layout), strict=True)
    whole = drawn._replace(
        columns=(
            key,
            *map(_widened, drawn.columns[:split]),
            state,
            *map(_widened, drawn.columns[split:]),
            *extra.columns,
        ),
        rows=tuple(
            (
                _cell(address),
                *row[:split],
                _cell(wording.statuses[STATUSES.index(status)] if status else ""),
                *row[split:],
                *more,
            )
            for row, more, (address, status) in rows
        ),
    )
    return ordered(whole, layout.language)


def ordered(table: Annex, language: str) -> Annex:
    """A table with the order of its rows before it."""
    rows = ((_cell(str(number)), *row) for number, row in enumerate(table.rows, 1))
    first = Column(ORDER, (WORDS[language].order,), 480)
    return table._replace(columns=(first, *table.columns), rows=tuple(rows))


def _extra(plan: Plan) -> tuple[str, ...]:
    """The fields for the secretariat: those always asked for, and others where the plan has any."""
    given = {field for _, activity in plan.activities() for field in activity.data}
    return tuple(key for key in EXTRA if key in _ALWAYS or key in given)


def _widened(column: Column) -> Column:
    return column._replace(group="", weight=_WEIGHTS.get(column.key, column.weight))


def _place(annex: Annex) -> int:
    """Where the Status column stands; the end where it is left out."""
    keys = [column.key for column in annex.columns]
    return keys.index("status") if "status" in keys else len(keys)


def _items(plan: Plan, layout: Layout) -> Iterator[tuple[str, str]]:
    """The address and the status of what stands on each row of the annex."""
    for directive in plan.directives:
        shown = chosen(directive, layout)
        if shown is None:
            continue
        for activity in shown.activities:
            yield plan.address(activity), activity.status
        if not shown.activities:
            yield plan.address(directive), ""


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text),)),)) if text else Cell()
