"""Documents that come in: what each of their tables makes of the plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.errors import PlanctlError, UnreadablePlan, UsageFault

if TYPE_CHECKING:
    from planctl.ingest.document import Document
    from planctl.ingest.imported import Given, Imported
    from planctl.ingest.rows import Remark
    from planctl.ingest.tables import Table
    from planctl.plan.model import Plan
    from planctl.store.planfile import PlanFile
    from planctl.store.repository import Repository
    from planctl.store.yaml.text import Text


class Incoming(NamedTuple):
    """A document: the name of its file, and what was read."""

    name: str
    document: Document


class Proposal(NamedTuple):
    """What a table makes of a plan.

    ``was`` is the plan's file, None for a new plan; ``now`` what it would be. ``missing`` are the
    IDs of the items that the table does not have.
    """

    source: str
    made: Imported
    was: PlanFile | None
    now: PlanFile
    missing: Sequence[str]

    @property
    def changes(self) -> bool:
        """Whether anything would be written."""
        return self.was is None or self.was.text.text != self.now.text.text


def proposals(
    repository: Repository,
    documents: Sequence[Incoming],
    given: Given,
    columns: Mapping[str, str],
    *,
    drop: bool,
) -> tuple[list[Proposal], list[tuple[str, Remark]]]:
    """What the tables of the documents make of the plans, and remarks on other tables, by file.

    ``drop`` takes out of a plan what its table does not have. Raises PlanctlError where a document
    has no table, a table does not say what it is about, two are about one plan, or something in one
    would not print again as it stands.
    """
    from planctl.ingest.tables import find

    made: list[Proposal] = []
    said: list[tuple[str, Remark]] = []
    tables = []
    for name, document in documents:
        found, remarks = find(document, columns)
        if not found:
            raise PlanctlError(_no_table(name, remarks))
        said += [(name, remark) for remark in remarks]
        tables.append((name, document, found))
    if given.plan and sum(len(found) for _, _, found in tables) > 1:
        raise UsageFault("--plan is for a single table, and there are several; leave it out")
    for name, document, found in tables:
        try:
            tables_read = [*_imported(repository, document, found, given)]
        except UsageFault as fault:
            raise UsageFault(f"{name}: {fault}") from fault
        for one in tables_read:
            twin = next((other for other in made if other.made.key == one.key), None)
            if twin:
                places = (
                    f"{p} (table {t.place})"
                    for p, t in ((twin.source, twin.made.table), (name, one.table))
                )
                raise UsageFault(f"{one.key} is in {' and in '.join(places)}; import one of them")
            made.append(_proposal(repository, name, one, drop=drop))
    return made, said


def _no_table(name: str, remarks: Sequence[Remark]) -> str:
    text = (
        f"{name}: there is no action plan in it: no table has a row of labels such as Directives,"
    )
    text += " Activities, Status."
    told = "".join(f"\n{name}: {remark}" for remark in remarks)
    return text + (told or " --columns names columns that have other labels.")


def _imported(
    repository: Repository, document: Document, tables: Sequence[Table], given: Given
) -> Iterator[Imported]:
    from planctl.ingest.imported import imported, lead_in, name_of
    from planctl.ingest.summaries import summaries
    from planctl.plan.address import plan_key
    from planctl.store.history import ids_known

    keys = [path.stem for path in repository.files()]
    lead = lead_in(tables)
    told = summaries(document)
    for table in tables:
        name = name_of(table, given, keys)
        key = plan_key(*name)
        known = repository.read(repository.path_of(key)).plan if key in keys else None
        if known:
            _refuse_translation(known, table)
        heading, keeper = told.get(key, (table.heading, ""))
        whole = table._replace(heading=heading) if not table.heading.number else table
        told_lead = keeper and not known and not given.lead
        said = given._replace(lead=keeper) if told_lead else given
        path = repository.folder / f"{key}.yaml"
        formerly = cache(partial(ids_known, path)) if known else set
        yield imported(whole, name, known, said, lead, document.written, formerly)


def _refuse_translation(known: Plan, table: Table) -> None:
    own = known.data.get("language", "en")
    if table.language not in ("en", own):
        raise UsageFault(
            f"table {table.place} is in another language ({table.language}) than {known.key}"
            f" ({own}); a translation is set field by field, as in"
            f" `planctl set {known.key}/1 text.{table.language} …`"
        )


def _proposal(repository: Repository, source: str, made: Imported, *, drop: bool) -> Proposal:
    from planctl.store import planfile

    path = repository.folder / f"{made.key}.yaml"
    was: PlanFile | None = None
    missing: list[str] = []
    if any(one.stem == made.key for one in repository.files()):
        was = repository.read(repository.path_of(made.key))
        data, missing = _overlaid(was, made, drop=drop)
        path = was.path
        text = was.text.with_text(_rewritten(was, data))
    else:
        text = _new_text(made)
    try:
        now = planfile.parse(path, repository.shown(path), text)
    except UnreadablePlan as error:
        where = f"{source}: table {made.table.place}"
        raise PlanctlError(f"{error}\n{where} makes no plan so; nothing was written.") from error
    _refuse_differences(source, made, now.plan)
    return Proposal(source, made, was, now, missing)


def _overlaid(was: PlanFile, made: Imported, *, drop: bool) -> tuple[dict[str, Any], list[str]]:
    from planctl.change.overlay import Shown, overlay

    states = {entry.data["id"] for entry in made.reading.entries if entry.states}
    unread = {(entry.data["id"], key) for entry in made.reading.entries for key in entry.chosen}
    shown = Shown(made.table.keys, states, made.table.language, unread)
    return overlay(was.data, made.data, shown, drop=drop)


def _rewritten(was: PlanFile, data: Any) -> str:
    if was.data == data:
        return was.text.text
    from planctl.store.yaml.rewriting import rewrite

    return rewrite(was.text.text, data)


def _new_text(made: Imported) -> Text:
    from planctl.store import schema
    from planctl.store.yaml import emit
    from planctl.store.yaml.text import decode

    comment = f"yaml-language-server: $schema=../schema/{schema.PLAN}"
    return decode(emit.document(made.data, header_comment=comment).encode())


def _refuse_differences(source: str, made: Imported, plan: Plan) -> None:
    """See that the plan prints what stands in the table, cell by cell."""
    from planctl.ingest.proof import differences
    from planctl.publish.annex import EXTRA, Layout, annex

    columns = made.table.keys
    layout = Layout(made.table.language, extra=tuple(key for key in EXTRA if key in columns))
    ids = [
        activity.id if activity else directive.id
        for directive in plan.directives
        for activity in (directive.activities or (None,))
    ]
    found = list(differences(made.reading.entries, annex(plan, 1, layout), ids, columns))
    if found:
        listed = "\n".join(f"{source}: {one}" for one in found)
        raise PlanctlError(
            f"{listed}\nNothing was written: what is imported must print as it stands. Change"
            " what is odd in the document, and import it again."
        )


def place_json(proposal: Proposal) -> dict[str, Any]:
    """Where a proposal comes from and goes to, as JSON."""
    return {
        "plan": proposal.made.key,
        "source": proposal.source,
        "table": proposal.made.table.place,
        "file": proposal.now.shown,
        "new": proposal.was is None,
    }
