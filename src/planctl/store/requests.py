"""Who was asked for progress before a meeting, and who has answered: ``requests/<meeting>.yaml``.

The file is written by `planctl request` and `planctl collect`, and is meant to be committed with
the plans. ``schema/requests.schema.json`` defines it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from planctl.store import planfile, schema
from planctl.store.planfile import PlanFile
from planctl.store.repository import Repository

FOLDER = "requests"
_HEADER = "Who was asked for progress (planctl request), and who has answered (planctl collect)."


class Asked(NamedTuple):
    """A body that was asked about so many ``items``, in the ``form`` with that digest.

    ``answered`` are the items that it has answered about; None while its form is not back.
    ``taken`` are the marks of those answers that were taken into the plans.
    """

    body: str
    form: str
    items: int
    answered: tuple[str, ...] | None = None
    taken: tuple[str, ...] = ()


class Record(NamedTuple):
    """The requests for one meeting; ``by`` is an ISO day, "" where there is none."""

    meeting: str
    by: str = ""
    bodies: tuple[Asked, ...] = ()

    def form_of(self, body: str) -> str:
        """The digest of the form that was sent to ``body`` last, "" for none."""
        return next((one.form for one in self.bodies if one.body == body), "")


def meetings(repository: Repository) -> set[str]:
    """The keys of the meetings for which anybody was asked."""
    listing = repository.source.listing(repository.root / FOLDER) or []
    return {path.stem for path in listing if path.suffix == ".yaml"}


def read(repository: Repository, meeting: str) -> Record:
    """The requests for a meeting; UnreadablePlan where the file cannot be read as such."""
    file = _file(repository, meeting)
    if file is None:
        return Record(meeting)
    data = file.data
    return Record(data["meeting"], data.get("by", ""), tuple(map(_asked, data["bodies"])))


def with_sent(record: Record, by: str, sent: Iterable[Asked]) -> Record:
    """The record once forms were ``sent``: those for the same bodies take the place of others."""
    bodies = {one.body: one for one in record.bodies}
    bodies.update((one.body, one) for one in sent)
    return record._replace(by=by, bodies=tuple(bodies.values()))


def with_answers(
    record: Record,
    body: str,
    form: str,
    items: int,
    found: Iterable[str],
    taken: Iterable[str] = (),
) -> Record:
    """The record once a ``form`` of so many items came back from ``body``.

    ``found`` are the items that it answers about, and ``taken`` the marks of answers that were
    taken in; those of another form of the body stay.
    """
    known = next((one for one in record.bodies if one.body == body), None)
    before = known.answered or () if known else ()
    answered = tuple(dict.fromkeys((*before, *found)))
    marks = tuple(dict.fromkeys((*(known.taken if known else ()), *taken)))
    made = Asked(
        body, known.form if known else form, known.items if known else items, answered, marks
    )
    return with_sent(record, record.by, [made])


def write(
    repository: Repository, records: Iterable[Record], plans: Iterable[tuple[PlanFile, str]] = ()
) -> None:
    """Write records, and new texts of plans with them: all or none.

    A record of a meeting that had none yet is made a moment after the rest. Raises as
    :meth:`Repository.change_all`.
    """
    from planctl.store.replacing import replace_file
    from planctl.store.yaml import emit
    from planctl.store.yaml.rewriting import rewrite

    changes = list(plans)
    new: dict[Path, bytes] = {}
    for record in records:
        file = _file(repository, record.meeting)
        if file is None:
            text = emit.document(_data(record), header_comment=_HEADER)
            new[_path(repository, record.meeting)] = text.encode()
        else:
            changes.append((file, rewrite(file.text.text, _data(record))))
    repository.change_all(changes)
    for path, content in new.items():
        path.parent.mkdir(exist_ok=True)
        replace_file(path, content)


def _path(repository: Repository, meeting: str) -> Path:
    return repository.root / FOLDER / f"{meeting}.yaml"


def _file(repository: Repository, meeting: str) -> PlanFile | None:
    path = _path(repository, meeting)
    if not repository.source.has(path):
        return None
    content = repository.source.read(path)
    return planfile.read_data(path, repository.shown(path), content, schema.REQUESTS)


def _asked(data: Mapping[str, Any]) -> Asked:
    answered = data.get("answered")
    found = None if answered is None else tuple(answered)
    return Asked(data["body"], data["form"], data["items"], found, tuple(data.get("taken", ())))


def _data(record: Record) -> dict[str, Any]:
    return {
        "meeting": record.meeting,
        **({"by": record.by} if record.by else {}),
        "bodies": [
            {
                "body": one.body,
                "form": one.form,
                "items": one.items,
                **({} if one.answered is None else {"answered": [*one.answered]}),
                **({"taken": [*one.taken]} if one.taken else {}),
            }
            for one in record.bodies
        ],
    }
