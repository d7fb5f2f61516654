"""Two states of a cell as one: paragraph by paragraph, and within paragraphs word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from planctl.plan.matching import Features, Pair, Thing, in_order, match
from planctl.plan.prose import words
from planctl.plan.words import compare_words
from planctl.publish.table import Cell, Paragraph, Run

_LONG = 10_000  # in longer cells, paragraphs that come up often are not looked for


def marked_cell(was: Cell, now: Cell) -> Cell:
    """The cell ``now`` with what changed since ``was`` marked."""
    if was.paragraphs == now.paragraphs:
        return now
    from difflib import SequenceMatcher

    one, other = was.paragraphs, now.paragraphs
    matcher = SequenceMatcher(None, one, other, autojunk=len(one) * len(other) > _LONG)
    parts: list[Paragraph] = []
    for what, start, end, begin, stop in matcher.get_opcodes():
        if what == "equal":
            parts += other[begin:stop]
        else:
            parts += _gap(one[start:end], other[begin:stop])
    return Cell(tuple(parts))


def _gap(was: Sequence[Paragraph], now: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs none of which is as it was: those that go together, and those that do not."""
    left = right = 0
    for at, there in (*_alike(was, now), (len(was), len(now))):
        yield from (part._replace(mark="deleted") for part in was[left:at])
        yield from (part._replace(mark="inserted") for part in now[right:there])
        if at < len(was):
            one, other = was[at], now[there]
            kind = one.kind if one.kind != other.kind else None
            yield Paragraph(marked_runs(one.runs, other.runs), other.kind, was=kind)
        left, right = at + 1, there + 1


def _alike(was: Sequence[Paragraph], now: Sequence[Paragraph]) -> list[Pair]:
    if not was or not now:
        return []
    things = [[_said(part) for part in parts] for parts in (was, now)]
    pairs = [
        (one, other)
        for one, other in match(*things)
        # A year line is bold: to become one, a paragraph is written anew.
        if (was[one].kind == "year") == (now[other].kind == "year")
    ]
    return in_order(pairs)


def _said(paragraph: Paragraph) -> Thing:
    def features() -> Features:
        return Features(Counter(words(paragraph.text)), Counter())

    return Thing("", "", None, features)


def marked_runs(was: Sequence[Run], now: Sequence[Run]) -> tuple[Run, ...]:
    """Two paragraphs' runs as one; a text that is the same, but another link, is replaced."""
    pieces: list[Run] = []
    # What comes next is at the end.
    one, other = ([run for run in reversed(runs) if run.text] for runs in (was, now))
    texts = ("".join(run.text for run in runs) for runs in (was, now))
    for mark, text in compare_words(*texts):
        if mark == "removed":
            pieces += (run._replace(mark="deleted") for run in _take(one, len(text)))
        elif mark == "added":
            pieces += (run._replace(mark="inserted") for run in _take(other, len(text)))
        else:
            pieces += _same(_take(one, len(text)), _take(other, len(text)))
    return tuple(_tidy(pieces))


def _take(runs: list[Run], length: int) -> list[Run]:
    """Take so many characters off ``runs``, of which the last comes first."""
    taken = []
    while length:
        run = runs.pop()
        if len(run.text) > length:
            runs.append(run._replace(text=run.text[length:]))
            run = run._replace(text=run.text[:length])
        taken.append(run)
        length -= len(run.text)
    return taken


def _same(was: list[Run], now: list[Run]) -> Iterator[Run]:
    """Runs of the same text, cut where either begins another link."""
    was.reverse()
    now.reverse()
    while was:
        length = min(len(was[-1].text), len(now[-1].text))
        [one], [other] = _take(was, length), _take(now, length)
        if one.href == other.href:
            yield other
        else:
            yield from (one._replace(mark="deleted"), other._replace(mark="inserted"))


def _tidy(pieces: Iterable[Run]) -> Iterator[Run]:
    """The pieces, like ones in one; of a change, what is deleted comes first."""
    for same, group in groupby(pieces, lambda run: run.mark == ""):
        change = list(group)
        ordered = change if same else sorted(change, key=lambda run: run.mark != "deleted")
        for (href, mark), alike in groupby(ordered, lambda run: (run.href, run.mark)):
            yield Run("".join(run.text for run in alike), href, mark)
