"""How long each activity has said what it says now: at which closed meetings it already did.

Read from git, from the latest meeting back, and of each plan no more than is needed: a row whose
text is the same says the same, and one that once said something else needs no older look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from planctl.errors import SyntaxFault
from planctl.plan.model import Activity, Plan, activity_from
from planctl.review.compare.plans import compare
from planctl.review.compare.sameness import says_the_same, stays_the_same
from planctl.store.git import Objects
from planctl.store.planfile import PlanFile, read_data
from planctl.store.repository import Repository
from planctl.store.revisions import Closed
from planctl.store.source import Frozen
from planctl.store.yaml import rows
from planctl.store.yaml.text import decode


class _Rows(NamedTuple):
    """A plan file, and the text of each row by its ID; None where its rows cannot be told."""

    file: PlanFile
    plan: Plan
    texts: Mapping[str, str] | None


class _Past(NamedTuple):
    """The repository at a meeting, and what it is read from."""

    repository: Repository
    source: Frozen


def history(
    repository: Repository, plans: Sequence[tuple[PlanFile, Plan]], closed: Sequence[Closed]
) -> dict[str, tuple[str, ...]]:
    """The latest of the ``closed`` meetings at which each activity of ``plans`` said what it says.

    By its address, the oldest first; it is not there where the activity said something else, or
    was not there, at the last one. ``closed`` are in the order of their days. UnreadablePlan where
    a plan of a meeting that must be looked at cannot be read.
    """
    objects = Objects(repository.root)
    sources = [Frozen(repository.root, tag.name, tag.commit, objects) for _, tag in closed]
    past = [_Past(Repository(repository.root, source), source) for source in reversed(sources)]
    found: dict[str, tuple[str, ...]] = {}
    for file, plan in plans if closed else ():
        now = _Rows(file, plan, _texts(file.text.text, sure=False))
        for item, meetings in _meetings(now, past).items():
            found[f"{file.key}/{item}"] = tuple(reversed(meetings))
    return found


def _meetings(now: _Rows, past: Sequence[_Past]) -> dict[str, list[str]]:
    """The meetings by the ID of the activity, the latest first."""
    standing = {activity.id for _, activity in now.plan.activities()}
    found: dict[str, list[str]] = {}
    blob = ""
    for side in past:
        path = _path(side, now)
        if path is None:
            break
        if blob != (blob := side.source.blob(path)):
            standing = _still_standing(standing, now, side, side.source.read(path))
        for item in standing:
            found.setdefault(item, []).append(side.source.revision)
        if not standing:
            break
    return found


def _path(side: _Past, now: _Rows) -> Path | None:
    """The plan's file at a meeting, also if it had another name; None where there was none."""
    if side.source.has(now.file.path):
        return now.file.path
    for path in side.repository.files():
        if path.name == now.file.path.name:  # the folder had another name
            return path
    gone = (path for path in side.repository.files() if not path.exists())
    same = (path for path in gone if _resolution(side, path) == now.plan.resolution[:2])
    return next(same, None)


def _resolution(side: _Past, path: Path) -> tuple[object, ...]:
    return side.repository.read(path).plan.resolution[:2]


def _still_standing(standing: set[str], now: _Rows, side: _Past, content: bytes) -> set[str]:
    """Those of the activities that said at a meeting what they say now."""
    try:
        changed = _changed_rows(standing, now, decode(content).text)
    except (SyntaxFault, LookupError, TypeError, AttributeError):
        changed = None  # it is no plan, which is said with its place when it is read whole
    if changed is None:
        file = read_data(now.file.path, side.repository.shown(now.file.path), content)
        changed = _changed(file.plan, now.plan)
    return standing - changed


def _changed_rows(standing: set[str], now: _Rows, text: str) -> set[str] | None:
    """Those of the activities that say something else in ``text``; None where rows do not tell."""
    then = _texts(text, sure=not rows.may_mislead(text))
    if now.texts is None or then is None or not standing <= then.keys() & now.texts.keys():
        return None
    differing = {item for item in standing if then[item] != now.texts[item]}
    if differing and _may_be_renumbered(differing, then, now.texts):
        return None
    activities = {activity.id: activity for _, activity in now.plan.activities()}
    language = str(now.file.data.get("language", "en"))
    return {
        item
        for item in differing
        if not says_the_same(_activity(then[item]), activities[item], language)
    }


def _texts(text: str, *, sure: bool) -> Mapping[str, str] | None:
    """The text of each row of a plan by its ID; None where it cannot be told.

    Unless it is ``sure`` that what looks like a row is one, the rest of the text is read.
    """
    found = rows.rows(text)
    if not (sure or rows.are_rows(text, found)):
        return None
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
