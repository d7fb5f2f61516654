"""The last result of ``validate``, kept so that nothing is read twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.finding import ERROR, WARNING, Finding
from planctl.store import results
from planctl.store.results import FINDINGS, Taken

if TYPE_CHECKING:
    from planctl.store.repository import Repository


class Kept(NamedTuple):
    """A result: all findings, and the files (settings, plans) that were looked at, as shown."""

    files: list[str]
    findings: list[Finding]


def recall(repository: Repository) -> Kept | None:
    """The result that was kept for the files as they are now, seen from here; else None."""
    kept = results.recall(repository, FINDINGS, _view(repository))
    try:
        return Kept([str(file) for file in kept["files"]], [*map(_finding, kept["findings"])])
    except (ValueError, LookupError, TypeError):
        return None  # nothing was kept, or something else has written there


def keep(repository: Repository, taken: Taken, kept: Kept) -> None:
    """Keep the result that was found after the stamps were ``taken``; see :func:`results.keep`."""
    results.keep(repository, FINDINGS, _view(repository), taken, kept._asdict())


def _view(repository: Repository) -> str:
    """Where the user is: messages name the files as they are seen from there."""
    return repository.shown(repository.root)


def _finding(values: Any) -> Finding:
    finding = Finding(*values)
    if [*map(type, finding)] != [str, int, int, str, str, str, str]:
        raise TypeError
    if finding.severity not in (ERROR, WARNING):
        raise ValueError(finding.severity)
    return finding
