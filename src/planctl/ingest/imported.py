"""A table as a whole plan: which resolution it is about, who keeps it, and what month it tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from planctl.errors import UsageFault
from planctl.ingest import annex
from planctl.ingest.annex import Reading
from planctl.ingest.headings import month
from planctl.ingest.numbering import Formerly, text
from planctl.ingest.rows import Remark
from planctl.ingest.tables import Table
from planctl.patterns import late
from planctl.plan import responsibility
from planctl.plan.address import match_plan, plan_key
from planctl.plan.model import Plan
from planctl.plan.prose import plain

_KEY = late(r"([A-Za-z]+)-([1-9]\d{0,3})(?:/.*)?")
_STUDY_GROUP = late(r"\bSG\d")


class Given(NamedTuple):
    """What was said on the command line in place of what the document says, "" for nothing."""

    plan: str = ""
    edition: str = ""
    title: str = ""
    lead: str = ""
    as_of: str = ""


class Imported(NamedTuple):
    """A table, what was read in it, and the plan that it makes by itself, as data."""

    key: str
    table: Table
    reading: Reading
    data: dict[str, Any]
    remarks: list[Remark]


def name_of(
    table: Table, given: Given, keys: Collection[str], assembly: str = ""
) -> tuple[str, int]:
    """The assembly and the number of the resolution that a table is about.

    ``keys`` are those of the plans that are there, ``assembly`` is the one that the document names
    elsewhere. Raises UsageFault where nothing tells.
    """
    stated = _KEY.fullmatch(given.plan) if given.plan else None
    if given.plan and not stated:
        found = match_plan(given.plan, keys)
        stated = _KEY.fullmatch(found[0]) if len(found) == 1 else None
        if not stated:
            raise UsageFault(f"“{given.plan}” does not name a plan; write it in full: wtsa-95")
    keyed = (_KEY.fullmatch(text(row.cells.get("key"))) for row in table.rows)
    stated = stated or next(filter(None, keyed), None)
    if stated:
        return stated[1].upper(), int(stated[2])
    number = table.heading.number
    if number and table.heading.assembly:
        return table.heading.assembly, number
    if number:
        known = [_KEY.fullmatch(key) for key in match_plan(str(number), keys)]
        if len(known) == 1 and known[0]:
            return known[0][1].upper(), number
        if assembly:
            return assembly, number
        raise UsageFault(
            f"table {table.place} is about Resolution {number}, and does not say of which assembly;"
            f" name the plan, as in --plan wtsa-{number}"
        )
    raise UsageFault(
        f"nothing above table {table.place} says which resolution it is about;"
        " name the plan, as in --plan wtsa-72"
    )


def lead_in(tables: Sequence[Table]) -> str:
    """The study group that most rows of a document name as responsible; else the body; or ""."""
    counts: Counter[str] = Counter()
    for row in (row for table in tables for row in table.rows):
        said = plain(text(row.cells.get("responsibilities")))
        bodies = (body for part in said.split(";") for body in responsibility.parse(part).bodies)
        counts.update(dict.fromkeys(bodies, 1))
    groups = [body for body in counts if _STUDY_GROUP.search(body)]
    return max(groups or counts, key=lambda body: counts[body], default="")


def imported(
    table: Table,
    name: tuple[str, int],
    known: Plan | None,
    given: Given,
    lead: str,
    written: str,
    formerly: Formerly = set,
) -> Imported:
    """The table as a plan by itself; ``known`` is the plan as it is, where there is one.

    ``lead`` is the body that the document makes likely, ``written`` the day on which it says it was
    written, ``formerly`` as in :func:`planctl.ingest.numbering.numbered`. Raises UsageFault where a
    new plan would lack what the table does not say.
    """
    remarks = list(table.remarks)
    told = month(table.status)
    if not told and re.search(r"\d{4}", table.status):
        said = f"“{table.status}” names no month; it was not read"
        remarks.append(Remark(said, table.place))
    if known is None and table.heading.number and not (table.heading.assembly or given.plan):
        said = f"its heading names no assembly; {name[0]} is the one that the document names"
        remarks.append(Remark(said, table.place))
    if table.heading.number not in (0, name[1]):
        said = f"the heading names Resolution {table.heading.number}; it was read as {name[1]}"
        remarks.append(Remark(said, table.place))
    if known and told and told < known.as_of:
        said = f"it tells of {told}, and the plan of {known.as_of}: is it an older document?"
        remarks.append(Remark(said, table.place))
    data: dict[str, Any] = {
        "resolution": {
            "assembly": name[0],
            "number": name[1],
            "edition": given.edition or table.heading.edition,
            "title": given.title or table.heading.title,
        },
        "lead": given.lead or (known.lead if known else lead),
        "as_of": given.as_of or told or (known.as_of if known else ""),
    }
    if known is None:
        _complete(data, table, given, written, remarks)
    if table.language != "en":
        data["language"] = table.language
    reading = annex.read(table, known, str(data["lead"]), formerly)
    data["directives"] = reading.directives
    remarks = sorted([*remarks, *reading.remarks], key=lambda one: (one.table, one.row))
    return Imported(plan_key(*name), table, reading, data, remarks)


def _complete(
    data: dict[str, Any], table: Table, given: Given, written: str, remarks: list[Remark]
) -> None:
    """See that a new plan has all that a plan must have; say what was not in the table."""
    if not given.lead and data["lead"]:
        told = f"{data['lead']}, which the document names most, is put down as the plan's lead"
        remarks.append(Remark(f"{told} (--lead names another)", table.place))
    if not data["as_of"] and written:
        data["as_of"] = written[:7]
        told = f"no month stands in the head of the Status column; {written[:7]} is when the file"
        remarks.append(Remark(f"{told} was written (--as-of changes it)", table.place))
    resolution = data["resolution"]
    missing = [
        option
        for option, value in (
            ("--edition", resolution["edition"]),
            ("--title", resolution["title"]),
            ("--lead", data["lead"]),
            ("--as-of", data["as_of"]),
        )
        if not value
    ]
    if missing:
        raise UsageFault(
            f"table {table.place} does not say all that the new plan"
            f" {plan_key(resolution['assembly'], resolution['number'])} needs;"
            f" give {', '.join(missing)} too"
        )
