"""The repository as it stood at its closed meetings."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.store import revisions
from planctl.store.git import Objects
from planctl.store.repository import Repository
from planctl.store.source import Frozen


def at_meetings(repository: Repository) -> Iterator[Repository]:
    """The repository at each closed meeting, the earliest first, all read by one process of git.

    Raises as :func:`planctl.store.revisions.tags`.
    """
    objects = Objects(repository.root)
    known = revisions.tags(repository.root)
    for _, tag in revisions.closed(repository.settings.meetings, known):
        yield Repository(repository.root, Frozen(repository.root, tag.name, tag.commit, objects))
