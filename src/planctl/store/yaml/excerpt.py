"""What has to be read of two versions of a plan in which nothing but some rows is different.

That is how a plan changes from meeting to meeting. Besides these rows only the directives are read
that they are under, and what stands before the first directive and behind the last; and of a row no
more than :mod:`remainder` leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from planctl.plan.prose import plain, text_of
from planctl.store.yaml import rows
from planctl.store.yaml.outline import Group, Outline, outline
from planctl.store.yaml.remainder import remainders
from planctl.store.yaml.rows import Pieces


class Excerpt(NamedTuple):
    """The data of both versions without what they share; ``unread`` activities are not in it."""

    was: Any
    now: Any
    unread: int


def excerpt(was: Pieces, now: Pieces) -> Excerpt | None:
    """What of the two has to be read; None where more is different, or it cannot be told from this.

    Compared with one another the data tell what the whole would: each row that differs has the same
    title in both, which no other has, so that no likeness must be weighed to find it again. Raises
    SyntaxFault as :func:`planctl.store.yaml.reader.read` does.
    """
    from planctl.store.yaml.reader import read

    outlines = [found for text in (was, now) if (found := outline(text))]
    if len(outlines) < 2 or outlines[0].groups != outlines[1].groups:
        return None
    groups = outlines[0].groups
    differing = [
        Group(one.opening, heads)
        for one in groups
        if (heads := [head for head in one.heads if was.rows[head] != now.rows[head]])
    ] or [Group(groups[0].opening, groups[0].heads[:1])]  # a plan has at least one
    left = {
        head: remainders(head + was.rows[head], head + now.rows[head])
        for one in differing
        for head in one.heads
    }
    before, after = (
        read("".join(_parts(whole, differing, {head: both[at] for head, both in left.items()})))
        for at, whole in enumerate(outlines)
    )
    ids = [[rows.id_of(head) for head in one.heads] for one in differing]
    if not (_has(before, ids) and _has(after, ids) and _titled_alike(before, after)):
        return None
    return Excerpt(before, after, len(was.rows) - sum(map(len, ids)))


def _parts(whole: Outline, groups: Sequence[Group], by_head: Mapping[str, str]) -> Iterator[str]:
    """The text with nothing but these directives and rows."""
    yield whole.head
    for one in groups:
        yield one.opening
        for head in one.heads:
            yield by_head[head]
    yield whole.tail


def _has(data: Any, ids: Sequence[Sequence[str]]) -> bool:
    """Whether these are the activities in the data, by directive."""
    try:
        return ids == [[row["id"] for row in one["activities"]] for one in data["directives"]]
    except (LookupError, TypeError):  # it is no plan
        return False


def _titled_alike(was: Any, now: Any) -> bool:
    """Whether each activity has the title in both that no other has."""
    try:
        titles = [[plain(text_of(one["text"])) for one in _activities(data)] for data in (was, now)]
    except (LookupError, TypeError, AttributeError):  # it is no plan
        return False
    return titles[0] == titles[1] and len({*titles[0]}) == len(titles[0])


def _activities(data: Any) -> Iterator[Mapping[str, Any]]:
    for directive in data["directives"]:
        yield from directive["activities"]
