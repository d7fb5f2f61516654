"""The comments in YAML text."""

from __future__ import annotations

from collections import Counter

from planctl.store.yaml.nodes import compose


def comments_in(text: str) -> list[str]:
    """The comments in ``text``, from their "#" on, in order; a "#" within a value is none."""
    values = []
    pending = [compose(text)]
    while pending:
        node = pending.pop()
        if node.kind == "scalar":
            values.append((node.start, node.end))
        for key, value in node.entries:
            pending += [key, value]
        pending += node.items
    comments = []
    done = 0
    for start, end in [*sorted(values), (len(text), len(text))]:
        gap = text[done:start]
        for line in gap.splitlines():
            _, mark, comment = line.partition("#")
            if mark:
                comments.append(mark + comment.rstrip())
        done = end
    return comments


def _marked(text: str) -> list[str]:
    return [line for line in text.splitlines() if "#" in line]


def comments_lost(old: str, new: str) -> list[str]:
    """The comments in the text ``old`` that are not in ``new``, in their order."""
    if not Counter(_marked(old)) - Counter(_marked(new)):
        return []  # the usual case, without reading either text
    left = comments_in(new)
    lost = []
    for comment in comments_in(old):
        if comment in left:
            left.remove(comment)
        else:
            lost.append(comment)
    return lost
