"""A table of the published form, read as a plan.

What a plan cannot say in the table's way is decided here and said: who is responsible where nobody
is named, what the status is where two columns disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from planctl.ingest import further, report
from planctl.ingest.columns import spoken
from planctl.ingest.numbering import Formerly, Numbered, numbered, text
from planctl.ingest.pointers import in_english
from planctl.ingest.responsible import responsible
from planctl.ingest.rows import Remark, Row
from planctl.ingest.standing import status_of, time_plan, word
from planctl.ingest.tables import Table
from planctl.patterns import late
from planctl.plan.deliverable import Deliverable, line
from planctl.plan.model import FURTHER, Activity, Plan
from planctl.publish.table import Cell, Paragraph

_WITH_DATES = ("time_plan", "due", "status_since")  # beside the report
_TWO_DATES = late(r"(?<![\d/.-])(0?[1-9]|1[0-2])([/.-])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)(?![\d/-])")


class Entry(NamedTuple):
    """An activity that was read.

    ``states`` says that its Status column (or a column of its own) names the status; ``cells`` are
    those of its row, and ``chosen`` the columns that do not print what stood there.
    """

    place: Numbered
    data: dict[str, Any]
    states: bool
    cells: Mapping[str, Cell]
    chosen: frozenset[str]


class Kept(NamedTuple):
    """A bullet of which no more than its text was understood."""

    activity: str
    text: str


class Reading(NamedTuple):
    """A table, read: directives as plan data, their activities one by one, and what was noticed."""

    directives: list[dict[str, Any]]
    entries: list[Entry]
    kept: list[Kept]
    remarks: list[Remark]


def read(table: Table, known: Plan | None, lead: str, formerly: Formerly = set) -> Reading:
    """The rows of ``table``; ``known`` is the plan as it is, where there is one.

    ``lead`` is who is responsible where a row names nobody; ``formerly`` is as in
    :func:`planctl.ingest.numbering.numbered`.
    """
    remarks: list[Remark] = []
    rows = list(_whole_rows(table.rows, remarks))
    places = list(numbered(rows, known, remarks, formerly))
    was = {one.id: one for _, one in known.activities()} if known else {}
    entries: list[Entry] = []
    directives: dict[str, dict[str, Any]] = {}
    above: dict[str, Cell] = {}
    reference = ""
    for place in places:
        cells = place.row.cells
        filled = {key: above.get(key, one) if one.continues else one for key, one in cells.items()}
        above = filled
        if place.begins:
            directives[place.directive] = _directive(place, filled)
        directive = directives[place.directive]
        before = was.get(place.activity)
        entry = _entry(place, filled, lead, table.language, before, remarks)
        reference = _own_reference(entry.data, cells, directive, reference)
        directive["activities"].append(entry.data)
        entries.append(entry)
    made = [_with_id(one) for one in directives.values()]
    kept = [one for entry in entries for one in _kept(entry.data)]
    return Reading(made, entries, kept, remarks)


def _whole_rows(rows: Sequence[Row], remarks: list[Remark]) -> Iterator[Row]:
    """The rows; one that has nothing but a status goes on with that of the row above."""
    last: Row | None = None
    for row in rows:
        silent = all(
            one.continues or not one.paragraphs
            for key, one in row.cells.items()
            if key not in ("status", *FURTHER)
        )
        status = row.cells.get("status", Cell())
        if last is not None and silent:
            if status.paragraphs:
                told = f"it has only a status, which was read as the end of row {last.number}"
                remarks.append(Remark(told, row.table, row.number))
                joined = (*last.cells.get("status", Cell()).paragraphs, *status.paragraphs)
                last = last._replace(
                    cells={**last.cells, "status": Cell(joined)}, links=last.links + row.links
                )
            continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last


def _directive(place: Numbered, cells: Mapping[str, Cell]) -> dict[str, Any]:
    said = text(cells.get("directives" if "directives" in cells else "activities"))
    directive: dict[str, Any] = {
        "id": place.directive,
        "text": said,
        "references": text(cells.get("references")),
    }
    if place.unnumbered:
        directive["unnumbered"] = True
    elif place.activity == place.directive and not place.level_2:
        directive["level_2"] = ""
    return {**directive, "activities": []}


def _with_id(directive: dict[str, Any]) -> dict[str, Any]:
    """A directive; one of several rows cannot be without an ID in the table."""
    if len(directive["activities"]) == 1 or "unnumbered" not in directive:
        return directive
    return {
        ("level_2" if key == "unnumbered" else key): ("" if key == "unnumbered" else value)
        for key, value in directive.items()
    }


def _own_reference(
    activity: dict[str, Any], cells: Mapping[str, Cell], directive: dict[str, Any], above: str
) -> str:
    """Give an activity a reference of its own where it needs one; what is printed in its row."""
    cell = cells.get("references")
    if cell is None or not directive["activities"]:
        return str(directive["references"])
    own = above if cell.continues else text(cell)
    # A blank cell is what a plan prints below the same reference.
    if own == directive["references"] or (not own and above == directive["references"]):
        return str(directive["references"])
    rest = {key: activity.pop(key) for key in list(activity) if key not in ("id", "text")}
    activity |= {"references": own, **rest}
    return own


def _entry(
    place: Numbered,
    cells: Mapping[str, Cell],
    lead: str,
    language: str,
    before: Activity | None,
    remarks: list[Remark],
) -> Entry:
    """The activity of a row; ``before`` is what it is in the plan as it is, if it is there."""
    here = Remark("", place.row.table, place.row.number)
    chosen = set(place.chosen)
    if "responsibilities" in cells and not text(cells["responsibilities"]):
        chosen.add("responsibilities")
        remarks.append(here._replace(message=f"nobody is responsible; {lead} was put in"))
    joined = place.row.cells.get("status", Cell()).continues
    if joined:
        remarks.append(
            here._replace(message="its status is joined to the row above, and kept there")
        )
    paragraphs = () if joined else cells.get("status", Cell()).paragraphs
    doubts: list[Remark] = []
    blocks = report.read(in_english(paragraphs, language))
    status, states, blocks = status_of(blocks, cells, language, before, here, doubts)
    # What the plan says already was decided when it came in.
    remarks += doubts if before is None or status != before.status else ()
    if status != "ongoing" and not paragraphs and "status" in cells:
        chosen.add("status")
        told = f"its report is empty, and prints {word(status, language)}"
        remarks.append(here._replace(message=told))
    data: dict[str, Any] = {
        "id": place.activity,
        "text": text(cells.get("activities")),
        "responsible": responsible(text(cells.get("responsibilities"))) or [lead],
        "time_plan": time_plan(text(cells.get("time_plan")), language),
        "status": status,
    }
    if blocks:
        data["report"] = blocks
    more, otherwise = further.fields(cells, here, remarks)
    data |= more
    chosen |= otherwise
    when = (cells[key].paragraphs for key in _WITH_DATES if key in cells)
    remarks += _two_dates([*paragraphs, *chain.from_iterable(when)], here)
    remarks += _lost_links(place.row, before, here)
    return Entry(place, data, states, place.row.cells, frozenset(chosen))


def _two_dates(paragraphs: Iterable[Paragraph], here: Remark) -> Iterator[Remark]:
    for paragraph in paragraphs:
        for found in _TWO_DATES.finditer(paragraph.text):
            if int(found[1]) != int(found[3]):
                told = "may be the day or the month first; it was kept as text, as it stands"
                yield here._replace(message=f"{found[0]} {told}")


def _lost_links(row: Row, before: Activity | None, here: Remark) -> Iterator[Remark]:
    """What is said of addresses that no bullet can keep, unless the plan has them already."""
    told = str(before.data) if before and row.links else ""
    for key, href in dict.fromkeys(row.links):
        if href not in told:
            name = spoken(key)
            said = f"{name} leads to {href}, which only a bullet of its own can keep"
            yield here._replace(message=f"{said}; planctl link puts it into the plan")


def _kept(activity: Mapping[str, Any]) -> Iterator[Kept]:
    for block in activity.get("report", ()):
        for data in block.get("deliverables", ()):
            deliverable = Deliverable.of(data)
            for one in (deliverable, *deliverable.items):
                if not (one.ref or one.known_kind or one.url or one.date):
                    yield Kept(str(activity["id"]), line(one))
