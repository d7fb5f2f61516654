"""The meetings that were closed, and other points in the history that have a name.

A closed meeting is a git tag with the meeting's key as its name (``planctl meeting close``); every
other revision that git knows can be read back too.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planctl.errors import UsageFault
from planctl.patterns import late
from planctl.store import git

if TYPE_CHECKING:
    from planctl.plan.meeting import Meeting

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

    @property
    def signed(self) -> bool:
        """Whether ``planctl meeting close`` made it, under the name that it has."""
        return SIGNATURE in self.message.splitlines() and self.own_name == self.name

    @property
    def summary(self) -> str:
        """What the message says, less its first line and what planctl and git add for themselves.

        That is the whole message where planctl did not write it.
        """
        said = self.message.partition("\n-----BEGIN ")[0]
        if self.signed:
            said = _SINCE.sub("", said.partition("\n")[2].replace(SIGNATURE, ""))
        return said.strip()


class Closed(NamedTuple):
    """A meeting that was closed."""

    meeting: Meeting
    tag: Tag


class Revision(NamedTuple):
    """A commit, and the name that the user gave it."""

    name: str
    commit: str


def tags(root: Path) -> dict[str, Tag]:
    """The tags that point to commits, by name; none outside a git repository.

    GitFault where git is not there, or cannot read the repository.
    """
    if git.marker(root) is None:
        return {}
    form = "".join(f"%({field})%00" for field in _FIELDS)
    listing = _ask(root, "for-each-ref", f"--format={form}", "refs/tags")
    fields = listing.decode("utf-8", "replace").split("\0")
    found = {}
    for at in range(0, len(fields) - len(_FIELDS), len(_FIELDS)):
        name, kind, this, kind_within, within, *about = fields[at : at + len(_FIELDS)]
        name = name.lstrip("\n")
        if kind == "commit":
            found[name] = Tag(name, this)
        elif kind_within == "commit":
            found[name] = Tag(name, within, *about)
        elif kind_within == "tag" and (commit := _commit(root, f"refs/tags/{name}")):
            found[name] = Tag(name, commit, *about)  # a tag of a tag
    return found


def closed(meetings: Sequence[Meeting], known: dict[str, Tag]) -> list[Closed]:
    """The meetings of the calendar that were closed, in the order of their days.

    One that is in the calendar twice, which is a mistake, is the first of the two.
    """
    found: dict[str, Closed] = {}
    for meeting in sorted(meetings, key=lambda meeting: meeting.start):
        if meeting.key in known:
            found.setdefault(meeting.key, Closed(meeting, known[meeting.key]))
    return [*found.values()]


def doubts(known: Sequence[Closed], tags: Container[str] = ()) -> dict[str, str]:
    """What is odd about the tags of meetings: why each may not be what was frozen, by key.

    A meeting is among them too of which there is no tag, or which is not in the calendar, though
    one that was closed later names it; ``tags`` are all that there are.
    """
    found = {}
    by_key = {one.tag.name: one.tag for one in known}
    for key, tag in by_key.items():
        if not tag.signed:
            found[key] = f"the tag {key} was not made by `planctl meeting close`"
    for tag in by_key.values():
        if tag.since is None:
            continue
        key, commit = tag.since
        there = f"it pointed to {commit[:10]} when {tag.name} was closed"
        if key in by_key and [*by_key].index(key) > [*by_key].index(tag.name):
            found[tag.name] = (
                f"planctl.yaml has {tag.name} before {key}, and it was closed after it"
            )
        if key not in by_key and key in tags:
            found[key] = f"planctl.yaml has no meeting {key}, and {tag.name} was closed after it"
        elif key not in by_key:
            found[key] = f"the tag {key} is missing: {there}; `git fetch --tags` may bring it"
        elif by_key[key].commit != commit:
            now = by_key[key].commit[:10]
            found[key] = f"the tag {key} was moved: {there}, and now points to {now}"
    return found


def resolve(root: Path, word: str, meetings: Sequence[Meeting], known: dict[str, Tag]) -> Revision:
    """The commit that ``word`` names: a closed meeting, or any revision that git knows.

    A meeting's key may be written in other capitals. UsageFault where there is none, with what to
    do; ``known`` are the tags that there are.
    """
    if git.marker(root) is None:
        raise UsageFault(
            f"{root} is in no git repository, so nothing is kept of how the plans stood at {word};"
            " `git init` begins to keep it"
        )
    keys = [meeting.key for meeting in meetings]
    if word not in known and word not in keys:
        folded = word.casefold()
        word = next((key for key in (*keys, *known) if key.casefold() == folded), word)
    if word in known:
        return Revision(word, known[word].commit)
    if word in keys:
        raise UsageFault(
            f"{word} has not been closed: `planctl meeting close {word}` freezes the plans under"
            f" this name{cut_off(root)}"
        )
    commit = "" if word.startswith("-") else _commit(root, word)
    if commit:
        return Revision(word, commit)
    if not _commit(root, "HEAD"):
        raise UsageFault(
            f"nothing was committed here yet, so nothing is kept of how the plans stood at {word};"
            " `git add` and `git commit` begin to keep it"
        )
    raise UsageFault(
        f"there is no meeting “{word}” and no git revision of that name"
        f"{_near(word, [*known, *keys])}{cut_off(root)}"
    )


def gap(root: Path) -> str:
    """What may be missing in a clone whose history was cut off, as a sentence; "" elsewhere."""
    if not git.is_shallow(root):
        return ""
    return (
        "The history of this clone is cut off, so meetings that were closed may be missing;"
        " `git fetch --unshallow --tags` fetches it whole"
    )


def _ask(root: Path, *arguments: str) -> bytes:
    """As :func:`git.ask`, with what to do where there is no answer."""
    try:
        return git.ask(root, *arguments)
    except git.NoGit as fault:
        raise git.NoGit(f"{fault}; install it to see how the plans stood at a meeting") from fault
    except git.GitFault as fault:
        raise git.GitFault(f"git cannot read the repository that keeps {root}: {fault}") from fault


def _commit(root: Path, word: str) -> str:
    """The commit that git knows by the name ``word``, "" for none."""
    try:
        found = git.ask(root, "rev-parse", "--verify", "--quiet", f"{word}^{{commit}}")
    except git.GitFault:  # a repository that cannot be read was met by tags()
        return ""
    return found.decode("ascii").strip()


def _near(word: str, names: Sequence[str]) -> str:
    from planctl.plan.suggestion import suggestion

    return suggestion(word, names) or "; `planctl meeting list` shows the meetings"


def cut_off(root: Path) -> str:
    """What to add where something was not found in a clone that was cut off; else ""."""
    sentence = gap(root)
    return sentence and f". {sentence}"
