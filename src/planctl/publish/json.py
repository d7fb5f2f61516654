"""The annexes as plain data, for programs: what the neutral table holds, nothing left out.

::

    annex      {plan, number, heading: […], title, columns: [column …], rows: [row …]}
    column     {key, heading: […], group}
    row        {column key: cell …}
    cell       {paragraphs: [paragraph …]}  or, joined to the cell above, {continues: true}
    paragraph  {kind: "text" | "year" | "bullet" | "dash", runs: [run …]}
    run        {text, href}                                            href only where it is a link
"""

from __future__ import annotations

from typing import Any

from planctl.publish.links import target
from planctl.publish.table import Annex, Cell, Run


def annex_data(annex: Annex) -> dict[str, Any]:
    """The annex as data that JSON can hold."""
    keys = [column.key for column in annex.columns]
    return {
        "plan": annex.key,
        "number": annex.number,
        "heading": list(annex.heading),
        "title": annex.title,
        "columns": [
            {"key": column.key, "heading": list(column.heading), "group": column.group}
            for column in annex.columns
        ],
        "rows": [dict(zip(keys, map(_cell, row), strict=True)) for row in annex.rows],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    if cell.continues:
        return {"continues": True}
    return {
        "paragraphs": [
            {"kind": paragraph.kind, "runs": list(map(_run, paragraph.runs))}
            for paragraph in cell.paragraphs
        ]
    }


def _run(run: Run) -> dict[str, str]:
    uri = target(run.href) if run.href else None
    return {"text": run.text} if uri is None else {"text": run.text, "href": uri}
