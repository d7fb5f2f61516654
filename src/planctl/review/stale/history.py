"""How long each activity has said what it says now: at which closed meetings it already did.

Read from git, from the latest meeting back, and of each plan no more than is needed: a row whose
text is the same says the same, and one that once said something else needs no older look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, takewhile
from pathlib import Path
from typing import Any, NamedTuple

from planctl.errors import SyntaxFault
from planctl.plan.model import Activity, Plan, activity_from
from planctl.plan.prose import text_of
from planctl.review.compare.plans import compare
from planctl.review.compare.sameness import said, says_the_same, stays_the_same
from planctl.review.stale.remainder import remainders
from planctl.store.files import refuse_size
from planctl.store.git import Objects
from planctl.store.planfile import read_data
from planctl.store.repository import Repository
from planctl.store.revisions import Closed
from planctl.store.source import Frozen
from planctl.store.yaml import rows
from planctl.store.yaml.outline import outline
from planctl.store.yaml.text import decode


class _Now(NamedTuple):
    """A plan as it is: its file, its bytes, the IDs of its activities, and what else it says.

    ``texts`` are those of the rows by their IDs; None where the rows cannot be told.
    """

    repository: Repository
    path: Path
    content: bytes
    ids: Sequence[str]
    data: Any
    texts: Mapping[str, str] | None

    @property
    def language(self) -> str:
        return str(self.data.get("language", "en"))

    @property
    def resolution(self) -> tuple[object, object]:
        return self.data["resolution"]["assembly"], self.data["resolution"]["number"]


class _Past(NamedTuple):
    """The repository at a meeting, and what it is read from."""

    repository: Repository
    source: Frozen


def history(repository: Repository, closed: Sequence[Closed]) -> dict[str, tuple[str, ...]]:
    """The latest of the ``closed`` meetings at which each activity said what it says now.

    By its address, the oldest first; it is not there where the activity said something else, or
    was not there, at the last one. ``closed`` are in the order of their days. UnreadablePlan where
    a plan that must be looked at cannot be read, now or at a meeting.
    """
    objects = Objects(repository.root)
    sources = [Frozen(repository.root, tag.name, tag.commit, objects) for _, tag in closed]
    past = [_Past(Repository(repository.root, source), source) for source in reversed(sources)]
    found: dict[str, tuple[str, ...]] = {}
    blobs = {path: _blobs(path, past) for path in (repository.files() if closed else ())}
    # Through a process of their own: git looks for the next ones while a plan is being read.
    contents = Objects(repository.root).each(chain.from_iterable(blobs.values()))
    for path, names in blobs.items():
        versions = dict(zip(names, contents, strict=False))
        for item, meetings in _meetings(_now(repository, path), past, versions).items():
            found[f"{path.stem}/{item}"] = tuple(reversed(meetings))
    return found


def _blobs(path: Path, past: Sequence[_Past]) -> list[str]:
    """The names of a plan's versions, the latest first, as long as its file had this name."""
    had_it = takewhile(lambda side: side.source.has(path), past)
    return [*dict.fromkeys(side.source.blob(path) for side in had_it)]


def _now(repository: Repository, path: Path) -> _Now:
    from planctl.store.yaml.reader import read

    content = repository.source.read(path)
    try:
        pieces = rows.pieces(decode(content).text)
        told = outline(pieces)
        data = told and read(told.head + told.tail)
    except SyntaxFault:
        data = None  # what is wrong is said when it is read whole
    if data:
        texts = _by_id(pieces.rows)
        return _Now(repository, path, content, [*texts], data, texts)
    plan = repository.read(path).plan
    ids = [activity.id for _, activity in plan.activities()]
    return _Now(repository, path, content, ids, plan.data, None)


def _meetings(
    now: _Now, past: Sequence[_Past], versions: Mapping[str, bytes]
) -> dict[str, list[str]]:
    """The meetings by the ID of the activity, the latest first.

    ``versions`` are what the plan's file held, by the name that git has for it.
    """
    standing = {*now.ids}
    found: dict[str, list[str]] = {}
    blob = ""
    for side in past:
        path = _path(side, now)
        if path is None:
            break
        if blob != (blob := side.source.blob(path)):
            content = versions[blob] if blob in versions else side.source.read(path)
            refuse_size(path, len(content))
            if content != now.content:
                standing = _still_standing(standing, now, side, content)
        for item in standing:
            found.setdefault(item, []).append(side.source.revision)
        if not standing:
            break
    return found


def _path(side: _Past, now: _Now) -> Path | None:
    """The plan's file at a meeting, also if it had another name; None where there was none."""
    if side.source.has(now.path):
        return now.path
    then = side.repository.files(missing_ok=True)
    for path in then:
        if path.name == now.path.name:  # the folder had another name
            return path
    here = now.repository.source
    gone = (path for path in then if not here.has(now.path.with_name(path.name)))
    same = (path for path in gone if _resolution(side, path) == now.resolution)
    return next(same, None)


def _resolution(side: _Past, path: Path) -> tuple[object, ...]:
    return side.repository.read(path).plan.resolution[:2]


def _still_standing(standing: set[str], now: _Now, side: _Past, content: bytes) -> set[str]:
    """Those of the activities that said at a meeting what they say now."""
    try:
        changed = _changed_rows(standing, now, decode(content).text)
    except (SyntaxFault, LookupError, TypeError, AttributeError):
        changed = None  # it is no plan, which is said with its place when it is read whole
    if changed is None:
        file = read_data(now.path, side.repository.shown(now.path), content)
        changed = _changed(file.plan, now.repository.read(now.path).plan)
    return standing - changed


def _changed_rows(standing: set[str], now: _Now, text: str) -> set[str] | None:
    """Those of the activities that say something else in ``text``; None where rows do not tell."""
    pieces = rows.pieces(text)
    if rows.may_mislead(text) and not rows.are_rows(pieces):
        return None
    then = _by_id(pieces.rows)
    if now.texts is None or not standing <= then.keys() & now.texts.keys():
        return None
    differing = {item for item in standing if then[item] != now.texts[item]}
    if differing and _may_be_renumbered(differing, then, now.texts):
        return None
    texts = now.texts
    changed = {
        item: ours
        for item in differing
        if (ours := _changed_row(then[item], texts[item], now.language))
    }
    others = {item: row for item, row in then.items() if row != texts.get(item)}
    swapped = any(
        _has_swapped(texts[item], changed[item], others, now.language) for item in changed
    )
    return None if swapped else {*changed}


def _changed_row(then: str, now: str, language: str) -> Activity | None:
    """The activity as it is, less what it also said before; None where it says the same."""
    before, after = map(_activity, remainders(then, now))
    return None if says_the_same(before, after, language) else after


def _has_swapped(row: str, activity: Activity, others: Mapping[str, str], language: str) -> bool:
    """Whether another one of the rows says what this one does, however it was written then."""
    words = [word for word in text_of(activity.text).split() if word.isascii() and word.isalnum()]
    return any(
        said(_activity(other), language) == said(_activity(row), language)
        for item, other in others.items()
        if item != activity.id and all(word in other for word in words)
    )


def _by_id(found: Mapping[str, str]) -> dict[str, str]:
    """The text of each row by its ID."""
    return {rows.id_of(head): head + body for head, body in found.items()}


def _may_be_renumbered(items: set[str], then: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Whether one of the items may have had another ID at a meeting."""
    if then.keys() - now.keys():
        return True
    bodies = {_body(text) for text in then.values()}
    return any(_body(now[item]) in bodies for item in items)


def _body(row: str) -> str:
    return row.partition("\n")[2]


def _activity(row: str) -> Activity:
    from planctl.store.yaml.reader import read

    [data] = read(row)
    return activity_from(data, ())


def _changed(then: Plan, now: Plan) -> set[str]:
    """The IDs of activities that are new, or say something else than then."""
    return {
        item.now.id
        for change in compare([then], [now])
        for item in change.items
        if isinstance(item.now, Activity) and not stays_the_same(item)
    }
