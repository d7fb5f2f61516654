"""A plan that is not there yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from planctl.errors import UnreadablePlan, UsageFault
from planctl.store import planfile, schema
from planctl.store.replacing import replace_file
from planctl.store.yaml import emit
from planctl.store.yaml.text import decode

if TYPE_CHECKING:
    from planctl.store.repository import Repository

_COMMENT = f"yaml-language-server: $schema=../schema/{schema.PLAN}"


def text_of_new(data: Any) -> str:
    """The text of a new plan file that says ``data``. Raises EditFault where none can."""
    return emit.document(data, header_comment=_COMMENT)


def refuse_existing(repository: Repository, key: str) -> Path:
    """Where the new plan ``key`` goes; UsageFault where there is one already."""
    path: Path = repository.folder / f"{key}.yaml"
    if path.exists():
        raise UsageFault(
            f"{repository.shown(path)} is already there; `planctl add {key}` adds to it, and"
            f" `planctl draft --into {key} FILE` puts the text of its resolution into it"
        )
    return path


def checked(path: Path, data: Any) -> bytes:
    """The content of a new plan at ``path``; UsageFault where what was given makes no plan."""
    content = text_of_new(data).encode()
    try:
        planfile.parse(path, path.name, decode(content))
    except UnreadablePlan as fault:
        told = "; ".join(finding.message for finding in fault.findings)
        raise UsageFault(f"{told} Nothing was written.") from fault
    return content


def write_new(repository: Repository, key: str, data: Any) -> str:
    """Write the plan ``key``, and return its path as messages show it.

    Raises UsageFault where there is one already, or ``data`` is no plan.
    """
    path = refuse_existing(repository, key)
    shown = repository.shown(path)
    content = checked(path, data)
    with repository.locked():
        refuse_existing(repository, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content)
    return shown
