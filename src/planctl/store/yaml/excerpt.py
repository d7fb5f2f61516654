"""What has to be read of two versions of a plan in which nothing but some rows is different.

That is how a plan changes from meeting to meeting. Besides these rows only the directives are read
that they are under, and what stands before the first directive and behind the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from planctl.plan.prose import plain, text_of
from planctl.store.yaml import rows
from planctl.store.yaml.rows import Pieces


class Excerpt(NamedTuple):
    """The data of both versions without what they share; ``unread`` activities are not in it."""

    was: Any
    now: Any
    unread: int


class _Group(NamedTuple):
    """The lines of a directive above its rows, and the heads of these."""

    opening: str
    heads: Sequence[str]


def excerpt(was: Pieces, now: Pieces) -> Excerpt | None:
    """What of the two has to be read; None where more is different, or it cannot be told from this.

    Compared with one another the data tell what the whole would: each row that differs has the same
    title in both, which no other has, so that no likeness must be weighed to find it again. Raises
    SyntaxFault as :func:`planctl.store.yaml.reader.read` does.
    """
    from planctl.store.yaml.reader import read

    start = rows.start_of_directives(was)
    if not start or not _same_frame(was, now, start):
        return None
    opening = was.parts[0][start:]
    groups = _groups(was, opening)
    if groups is None:
        return None
    differing = [
        _Group(one.opening, heads)
        for one in groups
        if (heads := [head for head in one.heads if was.rows[head] != now.rows[head]])
    ] or [_Group(groups[0].opening, groups[0].heads[:1])]  # a plan has at least one
    before, after = (read("".join(_parts(text, len(opening), differing))) for text in (was, now))
    ids = [[rows.id_of(head) for head in one.heads] for one in differing]
    if not (_has(before, ids) and _has(after, ids) and _titled_alike(before, after)):
        return None
    return Excerpt(before, after, len(was.rows) - sum(map(len, ids)))


def _same_frame(was: Pieces, now: Pieces, start: int) -> bool:
    """Whether the two have the same rows, once each, in the same directives."""
    heads = was.parts[1::3]
    return (
        heads == now.parts[1::3]
        and len(heads) == len(was.rows) == len(now.rows)
        and was.parts[3:-1:3] == now.parts[3:-1:3]
        and was.parts[0][start:] == now.parts[0][rows.start_of_directives(now) :]
        and not any(rows.may_mislead("".join(text.parts)) for text in (was, now))
        and not any(text.parts[-1].startswith(" ") for text in (was, now))
    )


def _groups(text: Pieces, opening: str) -> list[_Group] | None:
    """The directives with their rows; None where there is more in one than lines and rows."""
    margin = opening[: opening.index("-")]
    inner = text.parts[1].partition("-")[0]
    groups: list[tuple[str, list[str]]] = []
    for above, head in zip((opening, *text.parts[3::3]), text.parts[1::3], strict=False):
        if above:
            if not above.startswith(f"{margin}- id: ") or any(
                f"\n{indent}- " in above for indent in (margin, inner)
            ):
                return None
            groups.append((above, []))
        groups[-1][1].append(head)
    return [_Group(*one) for one in groups]


def _parts(text: Pieces, length: int, groups: Sequence[_Group]) -> Iterator[str]:
    """The text with nothing but these directives and rows; the first opening is so long."""
    yield text.parts[0][:-length]
    for one in groups:
        yield one.opening
        for head in one.heads:
            yield from (head, text.rows[head])
    yield text.parts[-1]


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
