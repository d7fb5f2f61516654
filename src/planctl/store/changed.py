"""Which plans differ between two states of a repository, read no further than they differ."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

from planctl.errors import SyntaxFault
from planctl.store import git, planfile, schema
from planctl.store.planfile import PlanFile
from planctl.store.repository import Repository
from planctl.store.source import Frozen
from planctl.store.yaml import rows
from planctl.store.yaml.text import Text, decode


class Changed(NamedTuple):
    """The plans of two states that are not the same to the byte, and the keys of those that are.

    Activities whose text is the same in both have nothing but their ID in common with what the
    files say: they say the same, and what it is was not read.
    """

    was: list[PlanFile]
    now: list[PlanFile]
    same: list[str]


def changed(was: Repository, now: Repository, plans: Container[str] | None = None) -> Changed:
    """What differs between a revision and another one, or the folder as it is.

    With ``plans``, keys of plans, only these are looked at.

    Raises UnreadablePlan where a plan that differs cannot be read, on either side.
    """
    source = was.source
    assert isinstance(source, Frozen)  # noqa: S101  the working tree is never what something was
    before, after = (
        {path for path in side.files() if plans is None or path.stem in plans}
        for side in (was, now)
    )
    altered = _altered(source, now, before & after)
    gone, come = before - after, after - before
    old = dict(zip(sorted(altered | gone), source.read_all(sorted(altered | gone)), strict=True))
    new = {path: now.source.read(path) for path in sorted(altered | come)}
    result = Changed(
        [], [], [path.stem for path in was.files() if path in (before & after) - altered]
    )
    for path in sorted(old.keys() | new.keys()):
        if path in old and path in new:
            if old[path] == new[path]:  # as when only the file's time is another
                result.same.append(path.stem)
                continue
            one, other = _read_both(was, now, path, old[path], new[path])
            result.was.append(one)
            result.now.append(other)
        elif path in old:
            result.was.append(planfile.read_data(path, was.shown(path), old[path]))
        else:
            result.now.append(planfile.read_data(path, now.shown(path), new[path]))
    return result


def _altered(was: Frozen, now: Repository, paths: set[Path]) -> set[Path]:
    """Those of the ``paths``, which both sides have, whose content may differ."""
    if isinstance(now.source, Frozen):
        return {path for path in paths if was.blob(path) != now.source.blob(path)}
    folder = Path(os.path.relpath(now.folder, now.root)).as_posix()
    listing = git.ask(
        now.root, "diff-index", "-z", "--name-only", "--relative", was.commit, "--", folder
    )
    named = {now.root.joinpath(*name.split("/")) for name in os.fsdecode(listing).split("\0")}
    return paths & named


def _read_both(
    was: Repository, now: Repository, path: Path, old: bytes, new: bytes
) -> tuple[PlanFile, PlanFile]:
    """Both versions of a plan, less what stands in both."""
    try:
        texts = decode(old), decode(new)
        bodies = [rows.rows(text.text) for text in texts]
        same = {head for head, body in bodies[0].items() if bodies[1].get(head) == body}
        one, other = (
            _read_without(path, side.shown(path), text, same)
            for side, text in zip((was, now), texts, strict=True)
        )
        if one and other:
            return one, other
    except SyntaxFault:
        pass  # which is said with its place when the file is read whole
    return (
        planfile.read_data(path, was.shown(path), old),
        planfile.read_data(path, now.shown(path), new),
    )


def _read_without(path: Path, shown: str, text: Text, heads: set[str]) -> PlanFile | None:
    """The plan without the rows of those ``heads``; None where it is to be read whole."""
    data = rows.read_without(text.text, heads)
    return PlanFile(path, shown, text, data) if schema.fits(schema.PLAN, data) else None
