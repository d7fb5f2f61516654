"""The columns of an action plan, found by their labels in the six languages of the Union.

A label counts without what stands behind it in brackets ("Responsibilities (as identified in the
Resolution)"), capitals, accents, spaces and hyphens aside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from planctl.errors import UsageFault
from planctl.ingest.document import Square
from planctl.ingest.labels import labels
from planctl.patterns import late
from planctl.plan.prose import fold, plain
from planctl.publish.languages import WORDINGS
from planctl.publish.xlsx.words import WORDS

KEYS = (
    *("id", "level1", "level2", "directives", "references", "activities", "responsibilities"),
    *("time_plan", "status", "state", "due", "priority", "recurrence", "reporting_to", "blocker"),
    *("status_since", "decided_by", "next_step", "notes"),
)
"""What a column can hold; "id" is either level, "state" the word for the status alone."""
LEFT_OUT = "-"
"""Given for a column that is not to be read."""

_FEWEST = 3  # labels that make a header
_BRACKETS = late(r"[(（\[][^()（）\[\]]*[)）\]]")
_JOINTS = late(r"[\s\-_/:：*.·]+")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def spoken(key: str) -> str:
    """The key of a column as a sentence names the column: "Time plan"."""
    return key.replace("_", " ").capitalize()


class Header(NamedTuple):
    """The header of a table.

    ``places`` gives for each key the columns that it takes, from and to (not included);
    ``language`` is that of most labels; ``status`` is all that the head of the Status column says;
    ``others`` are the labels, with the columns, that mean nothing. ``height`` counts its rows.
    """

    places: Mapping[str, tuple[int, int]]
    language: str
    status: str
    others: Mapping[str, tuple[int, int]]
    height: int


def named(pairs: Iterable[str]) -> dict[str, str]:
    """What ``--columns`` says, "Action item=directives,Milestone=time plan", by folded labels.

    Raises UsageFault where a pair is none, or names no column of a plan.
    """
    found: dict[str, str] = {}
    for pair in (one for text in pairs for one in text.split(",") if one.strip()):
        label, sign, key = pair.rpartition("=")
        wanted = key.strip().lower().replace(" ", "_").replace("-", "_")
        wanted = LEFT_OUT if key.strip() == LEFT_OUT else wanted
        if not sign or not label.strip() or wanted not in (*KEYS, LEFT_OUT):
            known = ", ".join(one.replace("_", "-") for one in KEYS)
            raise UsageFault(
                f"“{pair.strip()}” does not name a column: write the table's label and what it"
                f" holds, as in “Action item=directives”. It can hold: {known}; “-” leaves it out."
            )
        found[_folded(label)] = wanted
    return found


def header_at(
    rows: tuple[tuple[Square, ...], ...], at: int, columns: Mapping[str, str]
) -> Header | None:
    """The header that begins in the row ``at``; None where none does.

    ``columns`` are further labels, as :func:`named` gives them.
    """
    labels = _labels(rows[at], columns)
    keys = {key for _, key in labels.values() if key}
    fewest = 2 if columns else _FEWEST
    if len(keys) < fewest or not keys & {"activities", "directives"}:
        return None
    below = at + 1
    squares = dict(labels)
    while below < len(rows) and _goes_on(rows[below], columns):
        squares |= {one: word for one, word in _labels(rows[below], columns).items() if word[1]}
        below += 1
    return _header(squares, below - at)


def repeats(squares: tuple[Square, ...], header: Header, columns: Mapping[str, str]) -> bool:
    """Whether a row only says again what the columns of ``header`` are."""
    labels = 0
    for square in squares:
        text = plain(square.text)
        if not text:
            continue
        if not (text in header.others or _meaning(square, columns)[1]):
            return False  # as the first cell of nearly every row is none
        labels += 1
    return labels > 1


def _goes_on(squares: tuple[Square, ...], columns: Mapping[str, str]) -> bool:
    """Whether a row below a header is more of it: "Level 1" and "Level 2" under "ID"."""
    seen = [one for one in squares if not one.continues and one.text.strip()]
    return bool(seen) and all(_meaning(one, columns)[1] for one in seen)


def _labels(
    squares: tuple[Square, ...], columns: Mapping[str, str]
) -> dict[Square, tuple[str, str]]:
    return {
        one: _meaning(one, columns) for one in squares if not one.continues and one.text.strip()
    }


def _header(squares: Mapping[Square, tuple[str, str]], height: int) -> Header:
    places: dict[str, tuple[int, int]] = {}
    others: dict[str, tuple[int, int]] = {}
    heads: dict[str, str] = {}
    for square, (_, key) in squares.items():
        place = (square.column, square.column + square.span)
        if key == "status" and "status" in places:
            # The sheet that planctl writes has the status by itself, and then the month's report.
            key = "state"
            if len(plain(square.text)) > len(heads["status"]):
                places["state"], key = places.pop("status"), "status"
        if key == LEFT_OUT:
            continue
        if not key or key in places:
            others[plain(square.text)] = place
            continue
        places[key] = place
        heads[key] = plain(square.text)
    if "level1" in places or "level2" in places:
        places.pop("id", None)
    elif "id" in places and places["id"][1] - places["id"][0] == 2:
        first, _ = places.pop("id")
        places |= {"level1": (first, first + 1), "level2": (first + 1, first + 2)}
    languages = Counter(language for label, _ in squares.values() for language in _languages(label))
    best = max(languages.values(), default=0)
    language = next((one for one in WORDINGS if languages[one] == best), "en")
    return Header(places, language, heads.get("status", ""), others, height)


def _meaning(square: Square, columns: Mapping[str, str]) -> tuple[str, str]:
    """The folded label in a square, and its key, "" where it has none."""
    label = _folded(square.text)
    return label, columns.get(label, "") or _known().get(label, ("", ()))[0]


def _languages(label: str) -> tuple[str, ...]:
    return _known().get(label, ("", ()))[1]


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The keys of the folded labels, with the languages that have such a label."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for language, wording in WORDINGS.items():
        words = WORDS[language]
        for key, label in (*wording.columns.items(), ("order", words.order), ("key", words.key)):
            folded = _folded(label)
            same, languages = found.get(folded, (key, ()))
            found[folded] = (same, (*languages, language))
    for label, key, language in labels():
        same, languages = found.get(_folded(label), (key, ()))
        if same == key:
            found[_folded(label)] = (key, (*languages, language))
    return found


def _folded(label: str) -> str:
    text = _BRACKETS.sub("", plain(label).translate(_DIGITS))
    return _JOINTS.sub("", fold(text))
