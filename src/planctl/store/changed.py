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
from planctl.store.yaml.excerpt import Excerpt, excerpt
from planctl.store.yaml.text import decode

_Side = tuple[Repository, bytes | None]


class Changed(NamedTuple):
    """The plans of two states that are not the same to the byte, and the ``keys`` of all.

    Activities whose text is the same in both have nothing but their ID in common with what the
    files say: they say the same, and what it is was not read. Of some plans they are not even
    there: so many are ``unread``, by the plan's key.
    """

    was: list[Plan]
    now: list[Plan]
    keys: list[str]
    unread: dict[str, int]


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
    return Changed(
        [plan_from(path.stem, pair.was) for path, pair in pairs if pair.was],
        [plan_from(path.stem, pair.now) for path, pair in pairs if pair.now],
        list(dict.fromkeys(path.stem for path in plans_among(before | after))),
        {path.stem: pair.unread for path, pair in pairs},
    )


def _pairs(
    was: Repository, now: Repository, wanted: Sequence[_Wanted], *, whole: bool
) -> Iterator[tuple[Path, Excerpt]]:
    """Both versions of each plan, but of those that are equal: only the time of the file is not."""
    schema.expect(2 * len(wanted))
    old = was.source.read_all([one.path for one in wanted if one.before])
    new = now.source.read_all([one.path for one in wanted if one.after])
    for path, before, after in wanted:
        then, today = next(old) if before else None, next(new) if after else None
        if then != today:
            yield path, _pair(path, (was, then), (now, today), whole=whole)


def _altered(was: Frozen, now: Repository, paths: set[Path]) -> set[Path]:
    """Those of the ``paths``, which both sides have, whose content may differ."""
    if isinstance(now.source, Frozen):
        return {path for path in paths if was.blob(path) != now.source.blob(path)}
    folder = f":(literal){Path(os.path.relpath(now.folder, now.root)).as_posix()}"
    listing = git.ask(now.root, "diff-index", "-z", "--name-only", was.commit, "--", folder)
    # From the top of the git repository; a file of that name in a folder below does no harm.
    names = (*os.fsdecode(listing).split("\0"), *git.overlooked(now.root, folder))
    return paths & {now.folder / name.rpartition("/")[2] for name in names}


def _pair(path: Path, was: _Side, now: _Side, *, whole: bool) -> Excerpt:
    """Both versions of a plan, None where there is none; unless ``whole``, less what they share."""
    part = None if was[1] is None or now[1] is None or whole else _part(was[1], now[1])
    return part or Excerpt(_read(path, *was), _read(path, *now), 0)


def _part(was: bytes, now: bytes) -> Excerpt | None:
    """Both versions less what they share; None where they are to be read whole."""
    try:
        one, other = (rows.pieces(decode(content).text) for content in (was, now))
        part = excerpt(one, other)
        if part is None:
            same = {head for head, body in one.rows.items() if other.rows.get(head) == body}
            part = Excerpt(rows.read_without(one, same), rows.read_without(other, same), 0)
    except SyntaxFault:  # which is said with its place when the file is read whole
        return None
    agree = schema.fits(schema.PLAN, part.was) and schema.fits(schema.PLAN, part.now)
    return part if agree else None


def _read(path: Path, side: Repository, content: bytes | None) -> Any:
    return None if content is None else planfile.read_data(path, side.shown(path), content).data
