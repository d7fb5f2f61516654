"""Which plans differ between two states of a repository, read no further than they differ."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

from planctl.errors import SyntaxFault
from planctl.store import git, planfile, schema
from planctl.store.planfile import PlanFile
from planctl.store.repository import Repository, plans_among
from planctl.store.source import Frozen
from planctl.store.yaml import rows
from planctl.store.yaml.text import Text, decode

_Side = tuple[Repository, bytes | None]
_Pair = tuple[PlanFile | None, PlanFile | None]


class Changed(NamedTuple):
    """The plans of two states that are not the same to the byte, and the ``keys`` of all.

    Activities whose text is the same in both have nothing but their ID in common with what the
    files say: they say the same, and what it is was not read.
    """

    was: list[PlanFile]
    now: list[PlanFile]
    keys: list[str]


def changed(
    was: Repository,
    now: Repository,
    plans: Container[str] | None = None,
    *,
    whole: bool = False,
) -> Changed:
    """What differs between a revision and another one, or the folder as it is.

    With ``plans``, keys of plans, only these are looked at; ``whole`` has every activity of a plan
    that differs read. Raises UnreadablePlan where one cannot be read, on either side.
    """
    source = was.source
    assert isinstance(source, Frozen)  # noqa: S101  the working tree is never what something was
    before, after = (
        {path for path in side.files(missing_ok=True) if plans is None or path.stem in plans}
        for side in (was, now)
    )
    altered = _altered(source, now, before & after)
    old_paths, new_paths = (
        sorted(altered | (one - other)) for one, other in ((before, after), (after, before))
    )
    old = dict(zip(old_paths, source.read_all(old_paths), strict=True))
    new = {path: now.source.read(path) for path in new_paths}
    pairs = [
        _pair(path, (was, old.get(path)), (now, new.get(path)), whole=whole)
        for path in plans_among(old.keys() | new.keys())
        if old.get(path) != new.get(path)  # they are equal when only the file's time is another
    ]
    return Changed(
        [file for file, _ in pairs if file],
        [file for _, file in pairs if file],
        list(dict.fromkeys(path.stem for path in plans_among(before | after))),
    )


def _altered(was: Frozen, now: Repository, paths: set[Path]) -> set[Path]:
    """Those of the ``paths``, which both sides have, whose content may differ."""
    if isinstance(now.source, Frozen):
        return {path for path in paths if was.blob(path) != now.source.blob(path)}
    folder = Path(os.path.relpath(now.folder, now.root)).as_posix()
    listing = git.ask(
        now.root, "diff-index", "-z", "--name-only", was.commit, "--", f":(literal){folder}"
    )
    # From the top of the git repository; a file of that name in a folder below does no harm.
    names = (name.rpartition("/")[2] for name in os.fsdecode(listing).split("\0"))
    return paths & {now.folder / name for name in names}


def _pair(path: Path, was: _Side, now: _Side, *, whole: bool) -> _Pair:
    """Both versions of a plan, None where there is none; unless ``whole``, less what they share."""
    then, today = was[1], now[1]
    if then is None or today is None or whole:
        return _read(path, *was), _read(path, *now)
    try:
        texts = decode(then), decode(today)
        bodies = [rows.rows(text.text) for text in texts]
        same = {head for head, body in bodies[0].items() if bodies[1].get(head) == body}
        pair = [
            _read_without(path, side.shown(path), text, same)
            for (side, _), text in zip((was, now), texts, strict=True)
        ]
    except SyntaxFault:  # which is said with its place when the file is read whole
        pair = [None]
    return (pair[0], pair[1]) if all(pair) else (_read(path, *was), _read(path, *now))


def _read(path: Path, side: Repository, content: bytes | None) -> PlanFile | None:
    return None if content is None else planfile.read_data(path, side.shown(path), content)


def _read_without(path: Path, shown: str, text: Text, heads: set[str]) -> PlanFile | None:
    """The plan without the rows of those ``heads``; None where it is to be read whole."""
    data = rows.read_without(text.text, heads)
    return PlanFile(path, shown, text, data) if schema.fits(schema.PLAN, data) else None
