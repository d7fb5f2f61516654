"""What became of a document: under which names, how far, and where it was cited at each meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.change.mentions import clue
from planctl.plan import identifiers
from planctl.plan.deliverable import Deliverable
from planctl.plan.model import Plan
from planctl.review.placing import likeness
from planctl.review.register import Entry, register
from planctl.store.past import at_meetings
from planctl.store.repository import Repository


class Chapter(NamedTuple):
    """How a document stood at a closed meeting, and at those after it until the next chapter.

    ``meeting`` is "" for now. ``name`` is the name under which it was cited, ``stages`` how far it
    had come, ``dates`` its dates, ``addresses`` the activities that cited it; none where it was
    not cited.
    """

    meeting: str
    name: str
    stages: tuple[str, ...]
    dates: tuple[str, ...]
    addresses: tuple[str, ...]

    @property
    def said(self) -> str:
        """The chapter in words: "L.SEEQ, work item, in wtsa-73/5.1"."""
        if not self.addresses:
            return "not cited"
        return ", ".join((self.name, *self.stages, *self.dates, f"in {', '.join(self.addresses)}"))


def entry_of(repository: Repository, ref: str) -> Entry | None:
    """The document that ``ref`` names, under any name; None where no plan cites it."""
    wanted = {identifiers.fold(one.key) for one in likeness.named_in(ref)}
    if not wanted:
        return None
    entries = register(_plans(repository, [ref]))
    found = next((one for one in entries if one.names & wanted), None)
    if found is None:
        return None
    others = _names(found)
    again = register(_plans(repository, [ref, *others]))  # a former name stands in other plans too
    return next((one for one in again if one.names & found.names), found)


def biography(repository: Repository, entry: Entry) -> list[Chapter]:
    """The chapters of a document's life, the earliest first, that of now last.

    Where nothing is otherwise than at the meeting before there is none, for now neither. Only now
    where no meeting is closed, or where the repository is read as it stood at one.
    """
    now = _chapter("", entry)
    if repository.source.revision:
        return [now]
    chapters: list[Chapter] = []
    for state in at_meetings(repository):
        entries = register(_plans(state, [entry.name, *_names(entry)]))
        then = next((one for one in entries if one.names & entry.names), None)
        chapter = _chapter(state.source.revision, then)
        if chapters and chapters[-1][1:] == chapter[1:]:
            continue
        if chapters or then:
            chapters.append(chapter)
    unchanged = chapters and chapters[-1][1:] == now[1:]
    return chapters if unchanged else [*chapters, now]


def _chapter(meeting: str, entry: Entry | None) -> Chapter:
    if entry is None:
        return Chapter(meeting, "", (), (), ())
    told = entry.stages, entry.dates, entry.addresses
    stages, dates, addresses = map(tuple, told)
    return Chapter(meeting, entry.name, stages, dates, addresses)


def _names(entry: Entry) -> list[str]:
    """Its other names: those before, and those of its twins."""
    return [one.key for text in (*entry.former, *entry.twins) for one in likeness.named_in(text)]


def _plans(repository: Repository, refs: Sequence[str]) -> Iterator[Plan]:
    """The plans in whose text a piece of one of the names stands, each once."""
    seen = set()
    for words in dict.fromkeys(clue(Deliverable(ref=ref)) for ref in refs):
        for file in repository.plan_files(words=words) if repository.files(missing_ok=True) else ():
            if file.key not in seen:
                seen.add(file.key)
                yield file.plan
