"""Changes of values as lines: label, what was removed, what was added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from planctl.plan import dates
from planctl.plan.prose import plain, text_of
from planctl.plan.words import Stretch, compare_words, tokens
from planctl.reports.document import Line, Piece, line
from planctl.review.compare.changes import FieldChange
from planctl.review.compare.fields import clause_name
from planctl.review.compare.meaning import by_language, is_prose
from planctl.review.compare.summary import label

_BESIDE = 40  # characters of unchanged text that are shown on either side of a change
_ARROW = " → "
_NAMES = frozenset(
    ("edition", "lead", "time_plan", "ref", "date", "place", "url", "counterpart", "formerly")
)
"""Fields that are not compared word by word: a name or a date is another, or the same."""


def lines(change: FieldChange, language: str = "en") -> Iterator[Line]:
    """A field's change, a line for each language or part that differs, each with its label.

    ``language`` is that of text which does not name its own.
    """
    name, was, now = change
    if name == "clauses":
        yield _clause(was, now)
    elif isinstance(was, list) or isinstance(now, list):
        yield line(f"{label(name)}: ", *_listed(was or (), now or ()))
    else:
        put = instead if name in _NAMES and not (_is_map(was) or _is_map(now)) else words
        for named, one, other in sides(change, language):
            yield line(f"{named}: ", *put(one, other))


def sides(change: FieldChange, language: str = "en") -> Iterator[tuple[str, str, str]]:
    """A field's label, what it was and what it is, for each language or part that differs."""
    name, was, now = change
    if name == "clauses":
        clause = (was and clause_name(was)) or (now and clause_name(now))
        texts = [text_of(side["text"]) if side else "" for side in (was, now)]
        yield f"clause {clause}", texts[0], texts[1]
    elif _is_map(was) or _is_map(now):
        for part, one, other in _parts(was, now, language):
            if plain(one) != plain(other):
                yield f"{label(name)} ({part})", one, other
    elif isinstance(was, list) or isinstance(now, list):
        yield label(name), "; ".join(was or ()), "; ".join(now or ())
    else:
        yield label(name), _shown(name, was), _shown(name, now)


def words(was: str, now: str) -> list[Piece]:
    """What changed in a text, word by word, with some of what stands around it.

    Two texts without a word in common stand beside each other: "Ongoing → Completed".
    """
    stretches = compare_words(plain(was), plain(now))
    alike = any(
        one.mark == "same" and any(char.isalnum() for char in one.text) for one in stretches
    )
    if not alike:
        return instead(plain(was), plain(now))
    last = len(stretches) - 1
    return [_piece(one, at > 0, at < last) for at, one in enumerate(stretches)]


def instead(was: str, now: str) -> list[Piece]:
    """One text in the place of another; either may be empty."""
    if was and now:
        return [Piece(was, "was"), Piece(_ARROW), Piece(now, "is")]
    return [Piece(was, "removed")] if was else [Piece(now, "added")]


def _piece(stretch: Stretch, after: bool, before: bool) -> Piece:
    """A stretch; of one that is the same, what is near a change before or after it."""
    if stretch.mark != "same":
        return Piece(stretch.text, stretch.mark)
    text = stretch.text
    if len(text) <= _BESIDE * (after + before) + _BESIDE // 2:
        return Piece(text)
    each = tokens(text)
    start = "".join(_near(each)).rstrip() + " " if after else ""
    end = " " + "".join(_near(each[::-1])[::-1]).lstrip() if before else ""
    return Piece(f"{start}…{end}")


def _near(each: Sequence[str]) -> Sequence[str]:
    """The first tokens, as many as may be shown beside a change."""
    lengths = accumulate(map(len, each))
    return each[: sum(length <= _BESIDE for length in lengths)]


def _clause(was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> Line:
    one, other = was and clause_name(was), now and clause_name(now)
    name = other or one
    former = f" (was {one})" if one and other and one != other else ""
    texts = [text_of(clause["text"]) if clause else "" for clause in (was, now)]
    changed = words(*texts) if plain(texts[0]) != plain(texts[1]) else []
    return line(f"clause {name}{former}{': ' if changed else ''}", *changed)


def _is_map(value: Any) -> bool:
    return isinstance(value, Mapping)


def _parts(was: Any, now: Any, language: str) -> Iterator[tuple[str, str, str]]:
    """The parts of two maps: of each key (or language) what it was and what it is."""
    one, other = (
        by_language(value, language) if value is None or is_prose(value) else value
        for value in (was, now)
    )
    for key in dict.fromkeys((*other, *one)):
        yield key.replace("_", " "), str(one.get(key, "")), str(other.get(key, ""))


def _listed(was: Sequence[str], now: Sequence[str]) -> Iterator[Piece]:
    kept = {plain(one) for one in was} & {plain(one) for one in now}
    gone = [Piece(one, "removed") for one in was if plain(one) not in kept]
    there = [Piece(one, "" if plain(one) in kept else "added") for one in now]
    for at, piece in enumerate((*there, *gone)):
        yield from ((Piece("; "), piece) if at else (piece,))


def _shown(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return dates.heading(value) if name == "as_of" else str(value)
