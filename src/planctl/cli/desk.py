"""What the commands share: the folder they work in, and the plan repository found from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from planctl.store.repository import Repository


class Desk:
    """Where the command works; the repository is looked for when it is first needed."""

    def __init__(self) -> None:
        self.start = Path()
        self._repository: Repository | None = None

    @property
    def repository(self) -> Repository:
        """The plan repository; UsageFault where the folder is not in one."""
        if self._repository is None:
            from planctl.store.repository import discover

            self._repository = discover(self.start)
        return self._repository


pass_desk = click.make_pass_decorator(Desk, ensure=True)
