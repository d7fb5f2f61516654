"""Which two states of a repository are to be compared, as a user names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planctl.errors import UsageFault
from planctl.plan import address
from planctl.store import revisions
from planctl.store.repository import Repository
from planctl.store.revisions import Closed, Revision, Tag
from planctl.store.source import Frozen

_JOINT = ".."


class Between(NamedTuple):
    """Two states, the plans to look at (None: all), and what is odd about the states' tags.

    The first is always a revision; the second may be the folder as it is now.
    """

    was: Repository
    now: Repository
    plans: frozenset[str] | None
    doubts: tuple[str, ...]


def between(repository: Repository, words: Sequence[str]) -> Between:
    """What ``words`` name: up to two revisions, as ``A B`` or ``A..B``, then plans.

    Without the first revision it is the meeting closed last (before the second one, if that is a
    meeting); without the second it is the folder as it is. A word is a meeting or a tag, else a
    plan, else any revision that git knows. Raises UsageFault where a word is none of them, or
    there is no meeting to begin from.
    """
    known = revisions.tags(repository.root)
    meetings = repository.settings.meetings
    closed = revisions.closed(meetings, known)
    points, rest = _points(repository, words, known)
    found = [
        revisions.resolve(repository.root, point, meetings, known) if point else None
        for point in (*points, "", "")[:2]
    ]
    second = found[1]
    first = found[0] or _before(repository, second, closed)
    was = _at(repository, first)
    now = _at(repository, second) if second else repository
    odd = revisions.doubts(closed)
    named = [one.name for one in (first, second) if one and one.name in odd]
    return Between(was, now, _plans(was, now, rest), tuple(odd[name] for name in named))


def _points(
    repository: Repository, words: Sequence[str], known: dict[str, Tag]
) -> tuple[list[str], list[str]]:
    """The words that name revisions, "" for one left out, and the rest, which name plans."""
    keys = [path.stem for path in repository.files()]
    points: list[str] = []
    for at, word in enumerate(words):
        if _JOINT in word and not points and "/" not in word:
            first, _, second = word.partition(_JOINT)
            return [first, second.lstrip(".")], [*words[at + 1 :]]
        is_meeting = word in known or word in {one.key for one in repository.settings.meetings}
        if len(points) == 2 or (not is_meeting and address.match_plan(word, keys)):
            return points, [*words[at:]]
        points.append(word)
    return points, []


def _before(repository: Repository, second: Revision | None, closed: Sequence[Closed]) -> Revision:
    """The meeting closed last, before ``second`` where that is one."""
    names = [one.tag.name for one in closed]
    if second and second.name in names:
        closed = closed[: names.index(second.name)]
    if closed:
        tag = closed[-1].tag
        return Revision(tag.name, tag.commit)
    when = f" before {second.name}" if second else ""
    raise UsageFault(
        f"no meeting was closed{when} yet, so there is nothing to compare with; name a git"
        f" revision, such as HEAD{revisions.cut_off(repository.root)}"
    )


def _at(repository: Repository, revision: Revision) -> Repository:
    return Repository(repository.root, Frozen(repository.root, revision.name, revision.commit))


def _plans(was: Repository, now: Repository, words: Sequence[str]) -> frozenset[str] | None:
    """The keys of the plans that ``words`` name, as they are on either side."""
    if not words:
        return None
    keys = dict.fromkeys(path.stem for side in (now, was) for path in side.files())
    chosen: set[str] = set()
    for word in words:
        found = address.match_plan(word, keys)
        if len(found) > 1:
            raise UsageFault(f"“{word}” could be {' or '.join(found)}; write one of them in full")
        if not found:
            item = "; `planctl log` tells the story of an item" if "/" in word else ""
            raise UsageFault(
                f"there is no meeting, git revision or plan “{word}”{item}; there are the plans"
                f" {', '.join(keys)}"
            )
        chosen.update(found)
    return frozenset(chosen)
