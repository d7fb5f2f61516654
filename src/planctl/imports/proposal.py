"""What a table makes of a plan: the text of its file as it would be, which prints as the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from planctl.change.overlay import Overlaid, Shown, overlay
from planctl.change.renumbered_rows import renumbered
from planctl.errors import PlanctlError, UnreadablePlan
from planctl.ingest.columns import spoken
from planctl.ingest.imported import Imported
from planctl.ingest.proof import Difference, differences
from planctl.ingest.rows import Remark
from planctl.plan.model import Plan
from planctl.plan.prose import listed
from planctl.publish.annex import EXTRA, Layout, annex
from planctl.store import planfile, schema
from planctl.store.planfile import PlanFile
from planctl.store.repository import Repository
from planctl.store.yaml import emit
from planctl.store.yaml.edits import set_value
from planctl.store.yaml.reader import read
from planctl.store.yaml.rewriting import rewrite
from planctl.store.yaml.text import Text, decode

_IN_ONE_LANGUAGE = {
    "responsibilities": "a plan names bodies in one language",
    "status": "it has other lines than in the plan",
}


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


def proposal(repository: Repository, source: str, made: Imported, *, drop: bool) -> Proposal:
    """What a table from the file ``source`` makes of its plan, new or as it is.

    ``drop`` takes out what the table does not have. Raises PlanctlError where that is no plan, or
    would print otherwise than the table.
    """
    path = repository.folder / f"{made.key}.yaml"
    was: PlanFile | None = None
    missing: list[str] = []
    if any(one.stem == made.key for one in repository.files()):
        was = repository.read(repository.path_of(made.key))
        numbered, remarks = _renumbered(was, made)
        made = made._replace(remarks=[*made.remarks, *remarks])
        data, missing = _overlaid(
            was.data if numbered == was.text.text else read(numbered), made, drop=drop
        )
        path = was.path
        same = was.data == data
        text = was.text if same else was.text.with_text(rewrite(numbered, data))
    else:
        text = _new_text(made)
    try:
        now = planfile.parse(path, repository.shown(path), text)
    except UnreadablePlan as error:
        where = f"{source}: table {made.table.place}"
        raise PlanctlError(f"{error}\n{where} makes no plan so; nothing was written.") from error
    found = _differences(made, now.plan)
    if was is not None and _translates(was, made):
        kept = [_untranslated(one) for one in found if one.column in _IN_ONE_LANGUAGE]
        made = made._replace(remarks=[*made.remarks, *kept])
        found = [one for one in found if one.column not in _IN_ONE_LANGUAGE]
    if found:
        listed = "\n".join(f"{source}: {one.remark}" for one in found)
        raise PlanctlError(
            f"{listed}\nNothing was written: what is imported must print as it stands. Change"
            " what is odd in the document, and import it again."
        )
    return Proposal(source, made, was, now, missing)


def _own_language(data: Mapping[str, Any]) -> str:
    return str(data.get("language", "en"))


def _translates(was: PlanFile, made: Imported) -> bool:
    return made.table.language != _own_language(was.data)


def _untranslated(one: Difference) -> Remark:
    why = _IN_ONE_LANGUAGE[one.column]
    return one.remark._replace(message=f"{spoken(one.column)} is not translated: {why}")


def _renumbered(was: PlanFile, made: Imported) -> tuple[str, list[Remark]]:
    """The text of the plan's file with the numbers that its rows have in the table."""
    text = was.text.text
    moves, doubtful = renumbered(was.data, made.data, made.table.language)
    for move in moves:
        text = set_value(text, move.path, move.now)
    pairs = list(dict.fromkeys((move.was, move.now) for move in moves)) or doubtful
    if not pairs:
        return text, []
    told = listed([f"{before} is now {after}" for before, after in pairs])
    if moves:
        said = (
            f"rows have other numbers than in the plan ({told}): what is known of them goes along"
        )
    else:
        said = (
            f"rows have the texts of others in the plan ({told}), and a number is that of a row"
            " which is not there: each was read as its number says. `planctl remove` what is gone,"
            " and `planctl renumber` the others first, if that is what was done"
        )
    return text, [Remark(said, made.table.place)]


def _overlaid(was: Mapping[str, Any], made: Imported, *, drop: bool) -> Overlaid:
    entries = made.reading.entries
    states = {entry.data["id"] for entry in entries if entry.states}
    unread = {(entry.data["id"], key) for entry in entries for key in entry.chosen}
    shown = Shown(made.table.keys, states, made.table.language, unread, _own_language(was))
    return overlay(was, made.data, shown, drop=drop)


def _new_text(made: Imported) -> Text:
    comment = f"yaml-language-server: $schema=../schema/{schema.PLAN}"
    return decode(emit.document(made.data, header_comment=comment).encode())


def _differences(made: Imported, plan: Plan) -> list[Difference]:
    """Where the plan would not print what stands in the table."""
    columns = made.table.keys
    layout = Layout(made.table.language, extra=tuple(key for key in EXTRA if key in columns))
    ids = [
        activity.id if activity else directive.id
        for directive in plan.directives
        for activity in (directive.activities or (None,))
    ]
    return list(differences(made.reading.entries, annex(plan, 1, layout), ids, columns))
