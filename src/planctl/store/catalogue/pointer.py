"""Which catalogue a clone of the plans uses.

That is a matter of this machine: the folder stands in git's private folder of the clone, which is
never committed, and nowhere in the tree; without git, in the user's own cache folder.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.errors import PlanctlError
from planctl.store.files import reason
from planctl.store.lock import own_folder

if TYPE_CHECKING:
    from planctl.store.catalogue.index import Index
    from planctl.store.repository import Repository

NAME = "catalogue.json"


def folder(repository: Repository) -> Path | None:
    """The folder of the catalogue in use; None where there is none."""
    try:
        return Path(json.loads(_file(repository).read_bytes())["folder"])
    except (OSError, ValueError, LookupError, TypeError):
        return None


def use(repository: Repository, where: Path) -> None:
    """Use the catalogue in the folder ``where`` from now on; PlanctlError where that fails."""
    file = _file(repository)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_name(f".{NAME}")
        temporary.write_text(json.dumps({"folder": str(where.resolve())}), encoding="ascii")
        temporary.replace(file)
    except OSError as error:
        raise PlanctlError(f"{file} cannot be written: {reason(error)}") from error


def forget(repository: Repository) -> None:
    """Use no catalogue any longer."""
    try:
        _file(repository).unlink(missing_ok=True)
    except OSError as error:
        raise PlanctlError(f"{_file(repository)} cannot be removed: {reason(error)}") from error


def catalogue(repository: Repository, tell: Callable[[str], None]) -> Index | None:
    """The catalogue in use, to be looked things up in; None where there is none, or it is gone.

    ``tell`` is told where that, or making its index anew, is worth saying.
    """
    where = folder(repository)
    if where is None:
        return None
    from planctl.store.catalogue import index

    found = index.opened(where)
    if found:
        return found
    try:
        if where.is_dir():
            tell(f"The index of the catalogue in {where} is made anew; this takes some seconds.")
        return index.make(where)
    except PlanctlError as error:
        said = str(error).rstrip(".")
        tell(f"The catalogue is not used: {said}. `planctl catalogue forget` stops looking for it.")
        return None


def _file(repository: Repository) -> Path:
    return (repository.private_folder() or own_folder(repository.root)) / NAME
