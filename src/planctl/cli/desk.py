"""What the commands share: the folder they work in, and the plan repository found from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from planctl.store.repository import Repository


class Desk:
    """Where the command works; the repository is looked for when it is first needed.

    ``revision`` is what ``--at`` says: the repository is then read as it stood there.
    """

    def __init__(self) -> None:
        from pathlib import Path

        self.start = Path()
        self.revision: str | None = None
        self._repository: Repository | None = None

    @property
    def repository(self) -> Repository:
        """The plan repository; UsageFault where the folder is in none, or has no such revision."""
        if self._repository is None:
            from planctl.store.repository import discover

            self._repository = self.standing(discover(self.start))
        return self._repository

    def standing(self, repository: Repository) -> Repository:
        """``repository`` as it stood at what ``--at`` names; UsageFault where that is nothing."""
        return repository if self.revision is None else repository.at(self.revision)


pass_desk = click.make_pass_decorator(Desk, ensure=True)
