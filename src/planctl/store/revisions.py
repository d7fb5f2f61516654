"""The meetings that were closed, and other points in the history that have a name.

A closed meeting is a git tag with the meeting's key as its name (``planctl meeting close``); every
other revision that git knows can be read back too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planctl.errors import UsageFault
from planctl.patterns import late
from planctl.store import git

if TYPE_CHECKING:
    from planctl.store.settings import Meeting

SIGNATURE = "Closed with planctl."
"""A line in the message of each tag that ``planctl meeting close`` makes."""

_SINCE = late(r"^Since: (\S+) ([0-9a-f]{40,64})$", re.MULTILINE)
_FIELDS = ("refname:strip=2", "objecttype", "objectname", "*objecttype", "*objectname", "tag",
           "taggerdate:short", "contents")  # fmt: skip


class Tag(NamedTuple):
    """A tag: the ``commit`` it points to, the day it was made and its message.

    A tag without a message of its own (one that is not annotated) has neither day nor message.
    ``own_name`` is the name that was given to it when it was made.
    """

    name: str
    commit: str
    own_name: str = ""
    day: str = ""
    message: str = ""

    @property
    def since(self) -> tuple[str, str] | None:
        """The meeting before and its commit, as they were when this one was closed."""
        found = _SINCE.search(self.message)
        return (found[1], found[2]) if found else None


class Closed(NamedTuple):
    """A meeting that was closed."""

    meeting: Meeting
    tag: Tag


class Revision(NamedTuple):
    """A commit, and the name that the user gave it."""

    name: str
    commit: str


def tags(root: Path) -> dict[str, Tag]:
    """The tags that point to commits, by name; none outside a git repository."""
    if git.marker(root) is None:
        return {}
    form = "".join(f"%({field})%00" for field in _FIELDS)
    listing = git.ask(root, "for-each-ref", f"--format={form}", "refs/tags")
    fields = listing.decode("utf-8", "replace").split("\0")
    found = {}
    for at in range(0, len(fields) - len(_FIELDS), len(_FIELDS)):
        name, kind, this, kind_within, within, *about = fields[at : at + len(_FIELDS)]
        name = name.lstrip("\n")
        if kind == "commit":
            found[name] = Tag(name, this)
        elif kind_within == "commit":
            found[name] = Tag(name, within, *about)
    return found


def closed(meetings: Sequence[Meeting], known: dict[str, Tag]) -> list[Closed]:
    """The meetings of the calendar that were closed, in the order of their days."""
    return [
        Closed(meeting, known[meeting.key])
        for meeting in sorted(meetings, key=lambda meeting: meeting.start)
        if meeting.key in known
    ]


def doubts(known: Sequence[Closed]) -> dict[str, str]:
    """What is odd about the tags of closed meetings: why each may not be what was frozen."""
    found = {}
    by_key = {one.tag.name: one.tag for one in known}
    for key, tag in by_key.items():
        if SIGNATURE not in tag.message or tag.own_name != key:
            found[key] = f"the tag {key} was not made by `planctl meeting close`"
    for tag in by_key.values():
        before = tag.since
        if before and before[0] in by_key and by_key[before[0]].commit != before[1]:
            found[before[0]] = (
                f"the tag {before[0]} was moved: it pointed to {before[1][:10]} when {tag.name} was"
                f" closed, and now points to {by_key[before[0]].commit[:10]}"
            )
    return found


def resolve(root: Path, word: str, meetings: Sequence[Meeting], known: dict[str, Tag]) -> Revision:
    """The commit that ``word`` names: a closed meeting, or any revision that git knows.

    UsageFault where there is none, with what to do; ``known`` are the tags that there are.
    """
    if git.marker(root) is None:
        raise UsageFault(
            f"{root} is in no git repository, so nothing is kept of how the plans stood at {word};"
            " `git init` begins to keep it"
        )
    if word in known:
        return Revision(word, known[word].commit)
    if word in {meeting.key for meeting in meetings}:
        raise UsageFault(
            f"{word} has not been closed: `planctl meeting close {word}` freezes the plans under"
            f" this name{cut_off(root)}"
        )
    commit = "" if word.startswith("-") else _commit(root, word)
    if not commit:
        raise UsageFault(
            f"there is no meeting “{word}” and no git revision of that name"
            f"{_near(word, [*known, *(meeting.key for meeting in meetings)])}{cut_off(root)}"
        )
    return Revision(word, commit)


def _commit(root: Path, word: str) -> str:
    try:
        found = git.ask(root, "rev-parse", "--verify", "--quiet", f"{word}^{{commit}}")
    except git.NoGit:
        raise
    except git.GitFault as fault:
        if "dubious ownership" in str(fault):
            raise
        return ""
    return found.decode("ascii").strip()


def _near(word: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, dict.fromkeys(names), n=1)
    return (
        f"; did you mean “{close[0]}”?" if close else "; `planctl meeting list` shows the meetings"
    )


def cut_off(root: Path) -> str:
    """What to add where something was not found in a clone that was cut off; else ""."""
    if not git.is_shallow(root):
        return ""
    return (
        ". The history of this clone is cut off, so meetings that were closed may be missing;"
        " `git fetch --unshallow --tags` fetches it whole"
    )
