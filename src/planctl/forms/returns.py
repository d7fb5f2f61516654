"""Files that came back: what they come to, and the records of who has answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.errors import PlanctlError
from planctl.forms import collecting, reading
from planctl.forms.collecting import Outcome
from planctl.forms.mailbag import opened
from planctl.forms.returned import Returned
from planctl.forms.rounds import outdated, rounds_of, stranger
from planctl.plan.model import Plan

if TYPE_CHECKING:
    from planctl.forms.change import Change
    from planctl.store.planfile import PlanFile
    from planctl.store.repository import Repository
    from planctl.store.requests import Record


def outcome_of(
    repository: Repository,
    paths: Iterable[Path],
    plans: Sequence[Plan],
    *,
    again: bool,
    older: bool,
) -> Outcome:
    """What the files come to, and those in folders among the paths.

    A file that is no form, or none of this round, is a fault in it. With ``again``, answers that
    were taken in before are taken too; with ``older``, forms of an earlier round.
    """
    rounds = rounds_of(repository, [plan.key for plan in plans])
    forms: list[Returned] = []
    faults: list[str] = []
    files, remarks = opened(paths)
    for path in files:
        try:
            form = reading.read(path)
        except PlanctlError as fault:
            faults.append(str(fault))
            continue
        strange, late = stranger(form.sent, rounds), outdated(form.sent, rounds)
        if strange:
            faults.append(f"{path}: {strange}")
        elif late and not older:
            faults.append(f"{path}: {late}; --older takes it in all the same")
        else:
            forms.append(form)
            remarks += [f"{path}: {late}"] if late else []
    keys = [meeting.key for meeting in repository.settings.meetings]
    before = () if again else rounds.taken
    outcome = collecting.collect(forms, plans, keys, before, rounds.heard)
    return outcome._replace(
        changes=() if faults else outcome.changes,
        faults=(*faults, *outcome.faults),
        remarks=(*remarks, *outcome.remarks),
    )


def write(
    repository: Repository, files: Sequence[PlanFile], taken: Sequence[Change], outcome: Outcome
) -> None:
    """Write the plans, and beside them who has answered: all or none."""
    from planctl.forms.change import data_with
    from planctl.store import requests
    from planctl.store.yaml.rewriting import rewrite

    changed = {one.plan.key for one in taken}
    plans = [
        (file, rewrite(file.text.text, data_with(file.plan, taken)))
        for file in files
        if file.key in changed
    ]
    requests.write(repository, _records(repository, outcome, taken), plans)


def _records(repository: Repository, outcome: Outcome, taken: Sequence[Change]) -> list[Record]:
    """The records of requests as they are once ``taken`` is in the plans, one a meeting.

    Answers for a meeting that the calendar does not have are in none.
    """
    from planctl.store import requests

    agreed = {mark for one in taken for mark in one.marks}
    left = {mark for one in outcome.changes for mark in one.marks} - agreed
    calendar = {meeting.key for meeting in repository.settings.meetings}
    records: dict[str, Record] = {}
    for sent, addresses in outcome.answered:
        if not addresses or sent.meeting not in calendar:
            continue
        record = records.get(sent.meeting) or requests.read(repository, sent.meeting)
        records[sent.meeting] = requests.with_answers(
            record,
            sent.body,
            sent.digest,
            len(sent.items),
            addresses,
            [mark for mark in addresses.values() if mark and mark not in left],
        )
    return [*records.values()]
