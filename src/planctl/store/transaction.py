"""Files written together: all of them or none, and none that somebody else has changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planctl.errors import EditFault
from planctl.store import planfile
from planctl.store.files import read_file
from planctl.store.planfile import PlanFile
from planctl.store.replacing import replace_files


def write(changes: Sequence[tuple[PlanFile, str]], new: Sequence[PlanFile]) -> None:
    """Write new texts of files, and with them the files ``new``, which must not be there yet.

    A file whose text is the old is left alone. Each file is what its new text was thought out on:
    EditFault where one on disk has become another since, UnreadablePlan where a result would not be
    a plan, PlanctlError where one cannot be written; then nothing is. Whoever calls it holds the
    repository's lock.
    """
    work: list[tuple[Path, bytes | None, bytes]] = []
    for file in new:
        if file.path.exists():
            raise _overtaken(file, "made")
        work.append((file.path, None, file.text.encode()))
    for file, text in changes:
        old = file.text.encode()
        if read_file(file.path) != old:
            raise _overtaken(file, "changed")
        if text != file.text.text:
            planfile.parse(file.path, file.shown, file.text.with_text(text), file.form)
            work.append((file.path, old, file.text.encode(text)))
    replace_files(work)


def _overtaken(file: PlanFile, what: str) -> EditFault:
    return EditFault(
        f"{file.shown} was {what} by somebody else in the meantime; nothing was written. Run the"
        " command again."
    )
