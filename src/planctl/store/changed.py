"""Which plans differ between two states of a repository, read no further than they differ."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from planctl.errors import SyntaxFault
from planctl.plan.model import Plan, plan_from
from planctl.store import git, planfile, schema
from planctl.store.plan_paths import plans_among
from planctl.store.repository import Repository
from planctl.store.source import Frozen
from planctl.store.yaml import rows
from planctl.store.yaml.text import decode

_Side = tuple[Repository, bytes | None]
_Pair = tuple[Any, Any]
"""The data of both versions of a plan, None where there is none."""


class Changed(NamedTuple):
    """The plans of two states that are not the same to the byte, and the ``keys`` of all.

    Activities whose text is the same in both have nothing but their ID in common with what the
    files say: they say the same, and what it is was not read.
    """

    was: list[Plan]
    now: list[Plan]
    keys: list[str]


class _Wanted(NamedTuple):
    """The path of a plan, and on which sides there is one."""

    path: Path
    before: bool
    after: bool


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
    paths = plans_among(_altered(source, now, before & after) | (before ^ after))
    wanted = [_Wanted(path, path in before, path in after) for path in paths]
    pairs = [*_pairs(was, now, wanted, whole=whole)]
    old, new = (
        [
            plan_from(path.stem, pair[at])
            for path, pair in zip(paths, pairs, strict=True)
            if pair[at]
        ]
        for at in (0, 1)
    )
    return Changed(old, new, list(dict.fromkeys(path.stem for path in plans_among(before | after))))


def _pairs(
    was: Repository, now: Repository, wanted: Sequence[_Wanted], *, whole: bool
) -> Iterator[_Pair]:
    """Both versions of each plan; none where they are equal, only the time of the file is not."""
    old = was.source.read_all([one.path for one in wanted if one.before])
    new = now.source.read_all([one.path for one in wanted if one.after])
    for path, before, after in wanted:
        then, today = next(old) if before else None, next(new) if after else None
        equal = then == today
        yield (None, None) if equal else _pair(path, (was, then), (now, today), whole=whole)


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
        one, other = (rows.pieces(decode(content).text) for content in (then, today))
        same = {head for head, body in one.rows.items() if other.rows.get(head) == body}
        pair = [_read_without(text, same) for text in (one, other)]
    except SyntaxFault:  # which is said with its place when the file is read whole
        pair = [None]
    return (pair[0], pair[1]) if all(pair) else (_read(path, *was), _read(path, *now))


def _read(path: Path, side: Repository, content: bytes | None) -> Any:
    return None if content is None else planfile.read_data(path, side.shown(path), content).data


def _read_without(text: rows.Pieces, heads: set[str]) -> Any:
    """The plan without the rows of those ``heads``; None where it is to be read whole."""
    data = rows.read_without(text, heads)
    return data if schema.fits(schema.PLAN, data) else None
