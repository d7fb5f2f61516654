"""An item of a plan while somebody edits it: the file for the editor, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from planctl.change.values import data_at
from planctl.errors import SyntaxFault
from planctl.finding import ERROR, Finding
from planctl.plan.model import Path as DataPath
from planctl.store import schema
from planctl.store.planfile import PlanFile
from planctl.store.yaml import nodes, places
from planctl.store.yaml.reader import read
from planctl.store.yaml.text import decode

_MARK = "# planctl:"


def write(name: str, heading: Sequence[str], fragment: str) -> Path:
    """Write a new file outside the repository: the heading as comments, then the fragment."""
    import os
    import tempfile

    handle, path = tempfile.mkstemp(prefix=f"planctl-{name}-", suffix=".yaml")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        stream.write("".join(f"{_MARK} {line}\n" for line in heading) + fragment)
    return Path(path)


def read_back(path: Path) -> tuple[str, list[int]]:
    """The fragment in a file that was edited, and at which line of the file each of its lines is.

    The heading is left out, also where something was written above it. Line breaks are made LF,
    and there is one at the end. Raises SyntaxFault where the editor saved something other than
    UTF-8.
    """
    lines = decode(path.read_bytes()).text.replace("\r\n", "\n").split("\n")
    kept = [at for at, line in enumerate(lines) if not line.startswith(_MARK)] or [len(lines) - 1]
    fragment = "\n".join(lines[at] for at in kept)
    return fragment if fragment.endswith("\n") else fragment + "\n", [at + 1 for at in kept]


def examine(path: Path, file: PlanFile, place: DataPath) -> tuple[str, list[Finding]]:
    """The fragment in an edited file, and what is wrong with it as the item at ``place``.

    The findings have the lines of the edited file.
    """
    try:
        fragment, lines = read_back(path)
    except SyntaxFault as fault:
        return "", [Finding(str(path), fault.line, fault.column, ERROR, "syntax", fault.message)]
    found = faults(file, place, fragment)
    return fragment, sorted(
        one._replace(file=str(path), line=lines[min(one.line, len(lines)) - 1]) for one in found
    )


def faults(file: PlanFile, path: DataPath, fragment: str) -> list[Finding]:
    """What is wrong with ``fragment`` as the item at ``path`` of the plan; lines are its own.

    ``Finding.file`` is left empty. An ID that changed is a fault: other items point at it.
    """
    try:
        item = read(fragment)
    except SyntaxFault as fault:
        return [Finding("", fault.line, fault.column, ERROR, "syntax", fault.message)]
    whole = _with(file.data, path, item)
    if not schema.fits(schema.PLAN, whole):
        return _misfits(path, fragment, whole)
    return _changed_ids(data_at(file.data, path), item, fragment)


def _misfits(path: DataPath, fragment: str, whole: Any) -> list[Finding]:
    from planctl.store.misfits import misfits

    root = nodes.compose(fragment)
    below = len(path)
    found = misfits(schema.PLAN, whole, lambda place: nodes.source(fragment, root, place[below:]))
    found_at = places.locate_all(fragment, [misfit.path[below:] for misfit in found])
    return [
        Finding("", *found_at[misfit.path[below:]], ERROR, "schema", misfit.message)
        for misfit in found
    ]


def _changed_ids(old: Any, new: Any, fragment: str) -> list[Finding]:
    was, now = _ids(old), _ids(new)
    if was == now:
        return []
    gone = [one for one in was.values() if one not in now.values()]
    new = [path for path, one in now.items() if one not in was.values()]
    moved = [path for path, one in now.items() if was.get(path) != one]
    place: DataPath = new[0] if new else () if gone else moved[0]
    if gone and new:
        what = f"the ID {gone[0]} was changed to {now[place]}"
    elif gone:
        what = f"the ID {', '.join(gone)} is gone"
    else:
        what = f"the ID {now[place]} is new here"
    advice = (
        "IDs stay as they are in the editor: `planctl renumber` changes them, `planctl add` and"
        " `planctl remove` make more or fewer"
    )
    return [Finding("", *places.locate(fragment, place), ERROR, "id", f"{what}; {advice}")]


def _ids(item: Mapping[str, Any]) -> dict[DataPath, str]:
    """The item's ID and those of its activities, by their places in it."""
    ids: dict[DataPath, str] = {("id",): item["id"]}
    for index, activity in enumerate(item.get("activities", ())):
        ids["activities", index, "id"] = activity["id"]
    return ids


def _with(data: Any, path: DataPath, value: Any) -> Any:
    """``data`` with ``value`` at ``path``; what it was made of is not changed."""
    if not path:
        return value
    copy = data.copy()
    copy[path[0]] = _with(data[path[0]], path[1:], value)
    return copy
