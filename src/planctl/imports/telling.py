"""What is said of documents that come in: what was chosen, not understood, or is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from planctl.imports.incoming import Incoming
from planctl.imports.proposal import Proposal
from planctl.ingest.document import View
from planctl.plan.numerals import count
from planctl.plan.prose import listed
from planctl.review.compare.as_json import as_json
from planctl.review.compare.changes import Changes

_MOST = 6  # items named in one line


def sentences(
    documents: Sequence[Incoming],
    proposals: Iterable[Proposal],
    view: View,
    *,
    verbose: bool,
    drop: bool,
) -> Iterator[str]:
    """All that is to be said, a line each, with the file; ``verbose`` lists what was kept as text.

    ``drop`` says that what a table does not have goes from its plan.
    """
    for one in documents:
        for told in one.document.remarks:
            yield f"{one.name}: {told}"
        if one.document.revised:
            other = "original" if view == "final" else "final"
            yield f"{one.name}: --view {other} reads it the other way."
    for one in documents:
        for remark in one.remarks:
            yield f"{one.name}: {remark}"
    for made in proposals:
        yield from _of_table(made, verbose=verbose, drop=drop)


def _of_table(proposal: Proposal, *, verbose: bool, drop: bool) -> Iterator[str]:
    made = proposal.made
    for remark in made.remarks:
        yield f"{proposal.source}: {remark}."
    kept = made.reading.kept
    if kept:
        where = "" if verbose else " (--verbose lists them)"
        what = f"{count(len(kept), 'bullet')} kept as text{where}"
        yield f"{proposal.source}: table {made.table.place}: {what}."
    for one in kept if verbose else ():
        yield f"  {made.key}/{one.activity}  {one.text}"
    if proposal.missing:
        fate = "goes" if drop else "stays (--remove-missing takes it out)"
        ids = listed(proposal.missing, _MOST)
        yield f"{made.key}: not in the table: {ids}; what is not there {fate}."


def told_json(
    documents: Iterable[Incoming], proposals: Iterable[Proposal], changes: Changes
) -> dict[str, Any]:
    """The same as JSON, with what would change."""
    told = {one.plan.key: as_json(one) for one in changes}
    return {
        "plans": [
            {
                "plan": one.made.key,
                "source": one.source,
                "table": one.made.table.place,
                "file": one.now.shown,
                "new": one.was is None,
                "changes": told.get(one.made.key),
                "remarks": [remark._asdict() for remark in one.made.remarks],
                "kept_as_text": [kept._asdict() for kept in one.made.reading.kept],
                "missing": list(one.missing),
            }
            for one in proposals
        ],
        "remarks": [
            {"file": one.name, **remark._asdict()} for one in documents for remark in one.remarks
        ],
    }
