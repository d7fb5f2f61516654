"""Which two states of a repository are to be compared, as a user names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.errors import UsageFault
from planctl.plan import address
from planctl.store import git, revisions
from planctl.store.repository import Repository
from planctl.store.revisions import Closed, Revision, Tag
from planctl.store.source import Frozen

_JOINT = ".."


class Between(NamedTuple):
    """Two states, the plans to look at (None: all), and what is odd about the two.

    The first is always a revision; the second may be the folder as it is now.
    """

    was: Repository
    now: Repository
    plans: frozenset[str] | None
    doubts: tuple[str, ...]


class _Past(NamedTuple):
    """What is known of the past: all tags, and the closed meetings in the order of their days."""

    tags: dict[str, Tag]
    closed: list[Closed]


def between(repository: Repository, words: Sequence[str]) -> Between:
    """What ``words`` name: up to two revisions, as ``A B`` or ``A..B``, and plans, in any order.

    Without the first revision it is the meeting closed last (before the second one, if that is a
    meeting); without the second it is the folder as it is. A word is a meeting or a tag, else a
    plan, else any revision that git knows. Raises UsageFault where a word is none of them, or
    there is no meeting to begin from.
    """
    if git.marker(repository.root) is None:
        raise UsageFault(
            f"{repository.root} is in no git repository, so nothing is kept of how the plans stood"
            " before; `git init` begins to keep it"
        )
    known = revisions.tags(repository.root)
    past = _Past(known, revisions.closed(repository.settings.meetings, known))
    points, rest = _points(repository, words, past)
    first, second = (*points, None, None)[:2]
    first = first or _before(repository, second, past.closed)
    was = _at(repository, first)
    now = _at(repository, second) if second else repository
    plans = _plans(was, now, rest) if rest else None
    return Between(was, now, plans, tuple(_doubts(first, second, past)))


def _points(
    repository: Repository, words: Sequence[str], past: _Past
) -> tuple[list[Revision | None], list[str]]:
    """The revisions among the words, None for one left out, and the words that may name plans."""
    meetings = repository.settings.meetings
    calendar = {one.key for one in meetings}
    keys = [path.stem for path in repository.files()]
    points: list[Revision | None] = []
    rest: list[str] = []

    def point(word: str) -> Revision:
        return revisions.resolve(repository.root, word, meetings, past.tags)

    for word in words:
        if _JOINT in word and "./" not in word:  # a path, as in ../plans/wtsa-73.yaml, is no range
            first, _, second = word.partition(_JOINT)
            points += [point(name) if name else None for name in (first, second.lstrip("."))]
        elif word in past.tags or word in calendar:
            points.append(point(word))
        elif address.match_plan(word, keys):
            rest.append(word)
        else:
            try:
                points.append(point(word))
            except UsageFault:  # a plan, perhaps, that is there no more
                rest.append(word)
        if len(points) > 2:
            raise UsageFault(f"two states can be compared, not more: “{word}” is one too many")
    return points, rest


def _before(repository: Repository, second: Revision | None, closed: Sequence[Closed]) -> Revision:
    """The meeting closed last, before ``second`` where that is one."""
    names = [one.tag.name for one in closed]
    if second and second.name in names:
        closed = closed[: names.index(second.name)]
    if closed:
        tag = closed[-1].tag
        return Revision(tag.name, tag.commit)
    none = f"no meeting before {second.name} was closed" if second else "no meeting was closed yet"
    raise UsageFault(
        f"{none}, so there is nothing to compare with; name what to compare with first, a meeting"
        f" or any git revision{revisions.cut_off(repository.root)}"
    )


def _doubts(first: Revision, second: Revision | None, past: _Past) -> Iterator[str]:
    """What is odd about the tags of the two, and about their order."""
    odd = revisions.doubts(past.closed, past.tags)
    for one in (first, second):
        if one and one.name in odd:
            yield odd[one.name]
    names = [one.tag.name for one in past.closed]
    if second and first.name in names and second.name in names[: names.index(first.name)]:
        yield f"{first.name} came after {second.name}, so what changed is told backwards"


def _at(repository: Repository, revision: Revision) -> Repository:
    return Repository(repository.root, Frozen(repository.root, revision.name, revision.commit))


def _plans(was: Repository, now: Repository, words: Sequence[str]) -> frozenset[str]:
    """The keys of the plans that ``words`` name, as they are on either side."""
    keys = dict.fromkeys(path.stem for side in (now, was) for path in side.files(missing_ok=True))
    chosen: set[str] = set()
    for word in words:
        found = address.match_plan(word, keys)
        if len(found) > 1:
            raise UsageFault(f"“{word}” could be {' or '.join(found)}; write one of them in full")
        if not found:
            raise UsageFault(
                f"there is no meeting, git revision or plan “{word}”{_meant(word, now, [*keys])}"
                f"{revisions.cut_off(now.root)}"
            )
        chosen.update(found)
    return frozenset(chosen)


def _meant(word: str, repository: Repository, keys: Sequence[str]) -> str:
    """What the user may have meant by a word that names nothing."""
    from planctl.plan.suggestion import suggestion

    if address.match_plan(word.partition("/")[0], keys):
        return f"; `planctl log {word}` tells the story of an item"
    meetings = [one.key for one in repository.settings.meetings]
    return suggestion(word, (*meetings, *keys)) or f"; there are the plans {', '.join(keys)}"
