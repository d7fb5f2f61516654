"""One file, read: its text, its data, and whether the schema accepts it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.errors import SyntaxFault, UnreadablePlan
from planctl.finding import ERROR, Finding
from planctl.store import schema
from planctl.store.yaml.text import Text, decode

if TYPE_CHECKING:
    from planctl.plan.model import Plan

_NEAR = 200  # bytes between letters and their number, which may stand in two lines
_BETWEEN = rb"\\(?:x..|u.{4}|[N_LP])|[^0-9A-Za-z]"  # YAML escapes a space that cannot be seen


class PlanFile(NamedTuple):
    """A file that was read and agrees with its schema.

    ``shown`` is its path as messages print it; ``key`` the stem of its name; ``form`` is the name
    of the schema.
    """

    path: Path
    shown: str
    text: Text
    data: Any
    form: str = schema.PLAN

    @property
    def key(self) -> str:
        """The plan's key: ``wtsa-72`` for ``plans/wtsa-72.yaml``."""
        return self.path.stem

    @property
    def plan(self) -> Plan:
        """The plan that the file holds."""
        from planctl.plan.model import plan_from

        return plan_from(self.key, self.data)


def read_data(
    path: Path, shown: str, content: bytes, name: str = schema.PLAN, empty: Any = None
) -> PlanFile:
    """What the file ``path`` holds, its bytes held against the schema ``name``.

    ``empty`` is what a file without content means; None makes that an error. Raises UnreadablePlan
    with every finding where the text is not plain YAML or the schema refuses it.
    """
    try:
        text = decode(content)
    except SyntaxFault as fault:
        raise _unreadable(shown, fault) from fault
    return parse(path, shown, text, name, empty)


def parse(
    path: Path, shown: str, text: Text, name: str = schema.PLAN, empty: Any = None
) -> PlanFile:
    """As :func:`read_data`, for a text that is already there."""
    from planctl.store.yaml.reader import read

    try:
        bare = empty is not None and not has_content(text.text)
        data = empty if bare else read(text.text)
    except SyntaxFault as fault:
        raise _unreadable(shown, fault) from fault
    if not schema.fits(name, data):
        raise UnreadablePlan(_misfits(shown, text.text, data, name))
    return PlanFile(path, shown, text, data, name)


def has_words(content: bytes, words: str) -> bool:
    """Whether ASCII ``words`` stand in the file that has this content, capitals aside.

    They are a piece of text, a number ("184"), or letters and a number with no others between
    ("LS 184", which also finds "LS/r – 0184"). A number is not found within another.
    """
    letters, _, number = words.rpartition(" ")
    if not number.isdigit():
        return words.lower().encode() in content.lower()
    if number.encode() not in content:
        return False
    before = re.compile(rb"(?i:%b)(?:/[ior])?(?:%b)*\Z" % (letters.encode(), _BETWEEN))
    return any(
        not letters or before.search(content, max(0, found.start() - _NEAR), found.start())
        for found in re.finditer(rb"(?<![0-9])0*%b(?![0-9])" % number.encode(), content)
    )


def has_content(text: str) -> bool:
    """Whether there is more in ``text`` than comments."""
    lines = (line.strip() for line in text.splitlines())
    return any(line and not line.startswith("#") for line in lines)


def _unreadable(shown: str, fault: SyntaxFault) -> UnreadablePlan:
    return UnreadablePlan(
        [Finding(shown, fault.line, fault.column, ERROR, "syntax", fault.message)]
    )


def _misfits(shown: str, text: str, data: Any, name: str) -> Sequence[Finding]:
    from planctl.store.misfits import misfits
    from planctl.store.yaml import nodes, places

    root = nodes.compose(text)
    found = misfits(name, data, lambda path: nodes.source(text, root, path))
    at = places.locate_all(text, [misfit.path for misfit in found])
    return [Finding(shown, *at[misfit.path], ERROR, "schema", misfit.message) for misfit in found]
