"""The plan repository: where it is, which plans it has, and how one is read and changed.

A plan repository is a folder with ``planctl.yaml``; its plans are the ``*.yaml`` files in the
folder ``plans`` (or the one that ``planctl.yaml`` names). What reads a plan is imported when one is
read: many a command finds that it has the answer already.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.errors import Ambiguous, UsageFault
from planctl.plan import address
from planctl.store import git, schema
from planctl.store.plan_paths import SETTINGS, plans_among
from planctl.store.source import Disk

if TYPE_CHECKING:
    from planctl.plan.model import Activity, Directive, Plan
    from planctl.store.planfile import PlanFile
    from planctl.store.settings import Settings
    from planctl.store.source import Source


class Repository:
    """The plans below ``root``, read anew at each call: nothing is remembered between commands.

    They are those in the folder, or with another ``source`` as they stood once.
    """

    patience = 10.0
    """How long a command waits for another that is writing, in seconds."""

    def __init__(self, root: Path, source: Source | None = None) -> None:
        self.root = root
        self.source = source or Disk()

    @cached_property
    def settings(self) -> Settings:
        """What ``planctl.yaml`` says; UnreadablePlan where it cannot be read."""
        from planctl.store import settings

        if not self.source.has(self.root / SETTINGS):
            return settings.Settings()
        return settings.of(self.settings_file().data)

    def settings_file(self) -> PlanFile:
        """``planctl.yaml`` itself, {} where it has no content; as :attr:`settings`."""
        from planctl.store.planfile import read_data

        path = self.root / SETTINGS
        content = self.source.read(path)
        return read_data(path, self.shown(path), content, schema.SETTINGS, empty={})

    @property
    def folder(self) -> Path:
        """The folder of the plan files."""
        return self.root.joinpath(*self.settings.plans.split("/"))

    def files(self, *, missing_ok: bool = False) -> list[Path]:
        """The plan files, in the order of their keys; UsageFault where their folder is missing.

        With ``missing_ok`` there are none at a revision that had no such folder (yet).
        """
        listing = self.source.listing(self.folder)
        if listing is not None:
            return plans_among(listing)
        if self.source.revision:
            if missing_ok:
                return []
            raise UsageFault(f"there was no folder {self.settings.plans} at {self.source.revision}")
        raise UsageFault(
            f"there is no folder {self.settings.plans} in {self.root}: make it, or name the"
            f" right one as `plans:` in {SETTINGS}"
        )

    def shown(self, path: Path) -> str:
        """``path`` as messages print it: from the current folder, with forward slashes.

        Before it comes the revision that it is read from, as git writes it.
        """
        try:
            shown = Path(os.path.relpath(path)).as_posix()
        except ValueError:  # another drive
            shown = path.as_posix()
        return f"{self.source.revision}:{shown}" if self.source.revision else shown

    def read(self, path: Path) -> PlanFile:
        """The plan file ``path``; UnreadablePlan with every finding where it is not one."""
        from planctl.store.planfile import read_data

        return read_data(path, self.shown(path), self.source.read(path))

    def plan_files(self, keys: Sequence[str] = (), words: str = "") -> Iterator[PlanFile]:
        """The plans named by ``keys`` (given short where unambiguous), or all of them.

        With ``words`` only those in whose text they stand; see :func:`planfile.has_words`.
        """
        from planctl.store.planfile import has_words, read_data

        paths = [self.path_of(key) for key in keys] or self.files()
        schema.expect(0 if words else len(paths))
        for path in paths:
            content = self.source.read(path)
            if has_words(content, words):
                yield read_data(path, self.shown(path), content)

    def path_of(self, short: str) -> Path:
        """The file of the plan that ``short`` names; UsageFault where none or several fit."""
        files = self.files()
        keys = list(dict.fromkeys(path.stem for path in files))
        matches = address.match_plan(short, keys)
        found = [path for path in files if path.stem in matches]
        if len(found) == 1:
            return found[0]
        if len({key.casefold() for key in matches}) == 1:
            raise UsageFault(
                f"{' and '.join(self.shown(path) for path in found)} are two files for one plan;"
                " keep one of them, and rename or delete the other"
            )
        if matches:
            raise Ambiguous(f"“{short}” could be {' or '.join(matches)}; write one of them in full")
        raise UsageFault(f"there is no plan “{short}” in {self.shown(self.folder)}{_listed(keys)}")

    def at(self, word: str) -> Repository:
        """The repository as it stood at a closed meeting, or at any revision that git knows.

        UsageFault where ``word`` names none, with what to do about it.
        """
        from planctl.store import revisions
        from planctl.store.source import Frozen

        known = revisions.tags(self.root)
        found = revisions.resolve(self.root, word, self.settings.meetings, known)
        return Repository(self.root, Frozen(self.root, found.name, found.commit))

    def find(self, text: str) -> tuple[PlanFile, Plan, list[Directive | Activity]]:
        """The file, the plan and the items (directive first) that an address names.

        An ID without a plan is enough where only one plan has it. Raises UsageFault where nothing
        fits, or more than one plan does.
        """
        wanted = address.parse(text)
        if wanted.plan is None and wanted.item is not None:
            return self._find_anywhere(wanted.item)
        file = self.read(self.path_of(wanted.plan or text))
        plan = file.plan
        if wanted.item is None:
            return file, plan, []
        items = plan.items(wanted.item)
        if not items:
            raise UsageFault(
                f"there is no item {wanted.item} in {plan.key}{_near(plan, wanted.item)}"
            )
        return file, plan, items

    def _find_anywhere(self, item: str) -> tuple[PlanFile, Plan, list[Directive | Activity]]:
        found = []
        for file in self.plan_files():
            plan = file.plan
            items = plan.items(item)
            if items:
                found.append((file, plan, items))
        for file, _, _ in found:
            self.path_of(file.key)  # refuses a plan in two files
        if len(found) == 1:
            return found[0]
        if found:
            named = " or ".join(f"{plan.key}/{item}" for _, plan, _ in found)
            raise Ambiguous(f"“{item}” could be {named}; write one of them")
        raise UsageFault(f"no plan has an item “{item}”; `planctl list` shows all there are")

    def change(self, file: PlanFile, edit: Callable[[str], str]) -> None:
        """Write ``edit`` of the file's text, as :meth:`change_all` does."""
        self.change_all([(file, edit(file.text.text))])

    def change_all(
        self, changes: Sequence[tuple[PlanFile, str]], new: Sequence[PlanFile] = ()
    ) -> None:
        """Do what :func:`transaction.write` does, while no other command writes."""
        from planctl.store import transaction

        with self.locked():
            transaction.write(changes, new)

    def locked(self) -> AbstractContextManager[None]:
        """Hold the repository's lock: one command at a time writes.

        PlanctlError where another does not let go of it for as long as ``patience``.
        """
        from planctl.store.lock import lock, own_folder

        name = self.shown(self.root)
        folder = self.private_folder()
        if folder is not None:
            return lock(folder, name, self.patience)
        return lock(own_folder(self.root), name, self.patience, self.root / SETTINGS)

    def private_folder(self) -> Path | None:
        """``planctl`` within the git directory, for the lock and the cache; None without git."""
        git_folder = git.folder(self.root)
        return git_folder and git_folder / "planctl"


def discover(start: Path) -> Repository:
    """The repository that ``start`` lies in; UsageFault where there is none."""
    try:
        start = start.resolve()
    except FileNotFoundError:
        raise UsageFault(
            "the folder that you are in is no longer there; go to another one"
        ) from None
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return Repository(folder)
    bare = git.bare_around(start)
    if bare:
        raise UsageFault(
            f"{bare} is a bare git repository: it keeps the history, and has no files to work on."
            " Clone it with `git clone`, and work in the clone."
        )
    raise UsageFault(
        f"{start} is not in a plan repository (no {SETTINGS} here or in a folder above)."
        " Go to one, name it with -C, or make one here with `planctl init`."
    )


def _listed(keys: Sequence[str]) -> str:
    if not keys:
        return ", and no other plan either"
    return f"; there are: {', '.join(keys)}"


def _near(plan: Plan, item: str) -> str:
    from difflib import get_close_matches

    ids = [activity.id for _, activity in plan.activities()]
    close = get_close_matches(item, ids, n=3, cutoff=0.5)
    if close:
        return f"; near it: {', '.join(close)}"
    return f"; `planctl list {plan.key}` shows its items"
