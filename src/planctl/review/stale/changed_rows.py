"""Which activities said something else in an older text of a plan, read no further than that needs.

A row whose text is the same says the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from planctl.plan.model import Activity, activity_from
from planctl.plan.prose import text_of
from planctl.review.compare.sameness import said, says_the_same
from planctl.store.yaml import rows
from planctl.store.yaml.remainder import remainders
from planctl.store.yaml.rows import Pieces


def changed_rows(
    standing: set[str], text: str, now: Mapping[str, str], language: str
) -> set[str] | None:
    """Those of the activities that say something else in ``text``; None where rows do not tell.

    ``standing`` are the IDs to look at, ``now`` the rows as they are by their IDs, and ``language``
    that of text which does not name its own. Raises what comes of a text that is no plan.
    """
    pieces = rows.pieces(text)
    if rows.may_mislead(text) and not rows.are_rows(pieces):
        return None
    then = by_id(pieces)
    if not standing <= then.keys() & now.keys():
        return None
    differing = {item for item in standing if then[item] != now[item]}
    if differing and _may_be_renumbered(differing, then, now):
        return None
    changed = {
        item: ours for item in differing if (ours := _changed_row(then[item], now[item], language))
    }
    others = {item: row for item, row in then.items() if row != now.get(item)}
    swapped = any(_has_swapped(now[item], changed[item], others, language) for item in changed)
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


def by_id(text: Pieces) -> dict[str, str]:
    """The text of each row by its ID."""
    return {rows.id_of(head): head + body for head, body in text.rows.items()}


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
