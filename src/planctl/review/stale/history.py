"""How long each activity has said what it says now: at which closed meetings it already did.

Read from git, from the latest meeting back, and of each plan no more than is needed: a row whose
text is the same says the same, and one that once said something else needs no older look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, takewhile
from pathlib import Path
from typing import Any, NamedTuple

from planctl.errors import SyntaxFault, UnreadablePlan
from planctl.plan.model import Activity, Plan
from planctl.review.compare.plans import compare
from planctl.review.compare.sameness import stays_the_same
from planctl.review.stale.changed_rows import by_id, changed_rows
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


class Unread(NamedTuple):
    """A plan that cannot be read as it stood at a meeting: what it said up to then is not known."""

    plan: str
    meeting: str

    def __str__(self) -> str:
        """As a sentence part."""
        return (
            f"{self.plan} cannot be read as it stood at {self.meeting} (`planctl validate --at"
            f" {self.meeting}` says why), so what it said up to then is not known"
        )


class Standstill(NamedTuple):
    """The latest closed meetings at which each activity said what it says now.

    ``meetings`` are by its address, the oldest first; it is not there where the activity said
    something else, or was not there, at the last one.
    """

    meetings: dict[str, tuple[str, ...]]
    unread: tuple[Unread, ...]


def history(repository: Repository, closed: Sequence[Closed]) -> Standstill:
    """At which of the ``closed`` meetings, in the order of their days, nothing was otherwise.

    UnreadablePlan where a plan cannot be read as it is now.
    """
    objects = Objects(repository.root)
    sources = [Frozen(repository.root, tag.name, tag.commit, objects) for _, tag in closed]
    past = [_Past(Repository(repository.root, source), source) for source in reversed(sources)]
    found: dict[str, tuple[str, ...]] = {}
    unread: list[Unread] = []
    blobs = {path: _blobs(path, past) for path in (repository.files() if closed else ())}
    # Through a process of their own: git looks for the next ones while a plan is being read.
    contents = Objects(repository.root).each(chain.from_iterable(blobs.values()))
    for path, names in blobs.items():
        versions = dict(zip(names, contents, strict=False))
        for item, meetings in _meetings(_now(repository, path), past, versions, unread).items():
            found[f"{path.stem}/{item}"] = tuple(reversed(meetings))
    return Standstill(found, tuple(unread))


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
        texts = by_id(pieces)
        return _Now(repository, path, content, [*texts], data, texts)
    plan = repository.read(path).plan
    ids = [activity.id for _, activity in plan.activities()]
    return _Now(repository, path, content, ids, plan.data, None)


def _meetings(
    now: _Now, past: Sequence[_Past], versions: Mapping[str, bytes], unread: list[Unread]
) -> dict[str, list[str]]:
    """The meetings by the ID of the activity, the latest first.

    ``versions`` are what the plan's file held, by the name that git has for it. ``unread`` is added
    to where it cannot be read.
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
            try:
                standing = _still_standing(standing, now, side, content)
            except UnreadablePlan:
                unread.append(Unread(now.path.stem, side.source.revision))
                break
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
    try:
        return side.repository.read(path).plan.resolution[:2]
    except UnreadablePlan:  # whichever that was
        return ()


def _still_standing(standing: set[str], now: _Now, side: _Past, content: bytes) -> set[str]:
    """Those of the activities that said at a meeting what they say now."""
    if content == now.content:
        return standing
    try:
        text = decode(content).text
        texts = now.texts
        changed = None if texts is None else changed_rows(standing, text, texts, now.language)
    except (SyntaxFault, LookupError, TypeError, AttributeError):
        changed = None  # it is no plan, which is said with its place when it is read whole
    if changed is None:
        file = read_data(now.path, side.repository.shown(now.path), content)
        changed = _changed(file.plan, now.repository.read(now.path).plan)
    return standing - changed


def _changed(then: Plan, now: Plan) -> set[str]:
    """The IDs of activities that are new, or say something else than then."""
    return {
        item.now.id
        for change in compare([then], [now])
        for item in change.items
        if isinstance(item.now, Activity) and not stays_the_same(item)
    }
