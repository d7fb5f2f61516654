"""Documents that come in: which plan each of their tables is about, and what it makes of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from planctl.errors import PlanctlError, UsageFault
from planctl.forms.columns import ASKED
from planctl.imports.proposal import Proposal, proposal
from planctl.ingest import headings, tables
from planctl.ingest.document import Document, Grid, Line, View
from planctl.ingest.files import read
from planctl.ingest.imported import Given, Imported, imported, lead_in, name_of
from planctl.ingest.rows import Remark
from planctl.ingest.summaries import summaries
from planctl.ingest.tables import Table
from planctl.plan.address import plan_key
from planctl.plan.model import Plan
from planctl.plan.prose import listed
from planctl.store.history import ids_known
from planctl.store.repository import Repository

_TOP = 12  # rows of a table in which the labels of a form stand


class Incoming(NamedTuple):
    """A document: the name of its file, what was read, and its tables with what is said of them."""

    name: str
    document: Document
    tables: Sequence[Table]
    remarks: Sequence[Remark]


def incoming(path: Path, view: View, columns: Mapping[str, str]) -> Incoming:
    """Read a document and find its tables; ``columns`` are further labels.

    Raises RefusedFileError where it cannot be read, PlanctlError where no table is an action plan,
    or one is a form.
    """
    name = path.as_posix()
    document = read(path, view)
    if any(_is_form(block) for block in document.blocks if isinstance(block, Grid)):
        raise PlanctlError(
            f"{name}: this is a form that `planctl request` made; `planctl collect` takes in what"
            " is filled in there."
        )
    found, remarks = tables.find(document, columns)
    if not found:
        raise PlanctlError(_no_table(name, document, remarks))
    return Incoming(name, document, found, remarks)


def proposals(
    repository: Repository, documents: Sequence[Incoming], given: Given, *, drop: bool
) -> list[Proposal]:
    """What the tables of the documents make of the plans.

    ``drop`` takes out of a plan what its table does not have. Raises PlanctlError where a table
    does not say what it is about, two are about one plan, or something in one would not print
    again as it stands.
    """
    if given.plan and sum(len(one.tables) for one in documents) > 1:
        raise UsageFault("--plan is for a single table, and there are several; leave it out")
    made: list[Proposal] = []
    for name, one in _named(repository, documents, given):
        twin = next((other for other in made if other.made.key == one.key), None)
        if twin:
            places = (
                f"{place} (table {table.place})"
                for place, table in ((twin.source, twin.made.table), (name, one.table))
            )
            instead = "take one of them out" if twin.source == name else "import one of them"
            raise UsageFault(f"{one.key} is in {' and in '.join(places)}; {instead}")
        made.append(proposal(repository, name, one, drop=drop))
    return made


def _is_form(grid: Grid) -> bool:
    """Whether a table asks for progress, as forms do."""
    seen = {square.text.split("\n")[0] for row in grid.rows[:_TOP] for square in row}
    return all(column.label in seen for column in ASKED)


def _no_table(name: str, document: Document, remarks: Sequence[Remark]) -> str:
    text = (
        f"{name}: there is no action plan in it: no table has a row of labels such as Directives,"
        " Activities, Status."
    )
    if not remarks:
        text += " --columns names columns that have other labels."
    return text + "".join(f"\n{name}: {one}" for one in (*document.remarks, *remarks))


def _named(
    repository: Repository, documents: Sequence[Incoming], given: Given
) -> Iterator[tuple[str, Imported]]:
    """The tables as plans by themselves, each with the name of its file."""
    for one in documents:
        try:
            yield from [(one.name, made) for made in _imported(repository, one, given)]
        except UsageFault as fault:
            told = [str(remark) for table in one.tables for remark in table.remarks]
            lines = "\n".join(f"{one.name}: {line}" for line in (str(fault), *told))
            raise UsageFault(lines) from fault


def _imported(repository: Repository, one: Incoming, given: Given) -> Iterator[Imported]:
    keys = [path.stem for path in repository.files()]
    lead = lead_in(one.tables)
    lines = (block.text for block in one.document.blocks if isinstance(block, Line))
    assembly = headings.assembly(lines)
    told = summaries(one.document)
    for table in one.tables:
        name = name_of(table, given, keys, assembly)
        key = plan_key(*name)
        known = repository.read(repository.path_of(key)).plan if key in keys else None
        heading, keeper = told.get(key, (table.heading, ""))
        whole = table._replace(heading=heading) if not table.heading.number else table
        told_lead = keeper and not known and not given.lead
        said = given._replace(lead=keeper) if told_lead else given
        path = repository.folder / f"{key}.yaml"
        formerly = cache(partial(ids_known, path)) if known else set
        made = imported(whole, name, known, said, lead, one.document.written, formerly)
        if known:
            _refuse_new_items(known, made)
        yield made


def _refuse_new_items(known: Plan, made: Imported) -> None:
    """A table in another language than its plan translates what is there, and adds nothing."""
    own = known.data.get("language", "en")
    if made.table.language == own:
        return
    new = [one.data["id"] for one in made.reading.entries if one.data["id"] not in known.ids()]
    if new:
        raise UsageFault(
            f"table {made.table.place} is in another language ({made.table.language}) than"
            f" {known.key} ({own}), which has no item {listed(new)}: add it in {own} first"
        )
