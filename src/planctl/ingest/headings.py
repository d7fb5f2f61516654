"""Which plan a table is, by the lines above it: resolution, edition, title; and its month.

In the six languages of the Union as :mod:`planctl.publish.languages` writes them, and in English
as people do: "Action plan for the implementation of WTSA Resolution 72 (Rev. Hammamet, 2016)",
"WTSA-16 Resolution 72 (Rev. Hammamet, 2016) - Measurement …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planctl.patterns import late
from planctl.plan import date_words
from planctl.plan.prose import fold, plain
from planctl.publish.languages import WORDINGS, Wording

_ENGLISH = (
    r"(?:(?P<assembly>[A-Z]{2,8})(?:-\d\d)? )?(?i:Resolution|Res\.) (?P<number>[1-9]\d{0,3})\b"
    r"(?: of (?:the )?(?P<later>[A-Z]{2,8})(?:-\d\d)?\b)?"
    r"(?: ?\((?P<edition>(?:[^()]|\([^()]*\))+)\))?"
    r"(?: of (?:the )?(?P<last>[A-Z]{2,8})(?:-\d\d)?\b)?[ :,.–—-]*(?P<title>.*)"
)
_YEAR = late(r"(?:19|20)\d\d")
_BELOW = late(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_ASSEMBLY = late(r"\b(WTSA|WTDC|WCIT|WRC|RA|PP)(?:[- ]?\d\d)?\b")
_AFTER = late(r" ?[:：–—-]\s*(.+)")
_CONTINUED = late(r"\b(?:cont|contd|cont'd|continued|suite|continuacion|продолжение)\b|续|تابع")


_Patterns = Sequence[tuple[re.Pattern[str], Mapping[str, str]]]
"""Patterns of headings, each with the assemblies by the names they have in its language."""


class Heading(NamedTuple):
    """What the lines above a table say; "" (of the number: 0) for what they do not."""

    assembly: str = ""
    number: int = 0
    edition: str = ""
    title: str = ""


def find(lines: Sequence[str]) -> tuple[Heading | None, tuple[str, ...]]:
    """The last heading among the lines above a table, and the lines after it that are not its.

    A title that is not on the line of the heading is the next line.
    """
    for patterns in (_patterns(), ((re.compile(_ENGLISH), {}),)):
        for at in reversed(range(len(lines))):
            found = _heading(lines[at], patterns)
            if found:
                rest = lines[at + 1 :]
                if not found.title and rest:
                    found, rest = found._replace(title=rest[0].strip()), rest[1:]
                return found, tuple(rest)
    return None, tuple(lines)


def assembly(lines: Iterable[str]) -> str:
    """The one assembly that the lines of a document name: "WTSA"; "" for none or several."""
    found = {name[1] for line in lines for name in _ASSEMBLY.finditer(line)}
    return found.pop() if len(found) == 1 else ""


def month(text: str) -> str:
    """The month that the head of a Status column names in any language: "2020-10", else ""."""
    inside = " ".join(_BELOW.findall(text)) or text
    for _, _, span in date_words.find(inside):
        if span.precision != "year":
            return "-".join(f"{number:02}" for number in span.first[:2])
    folded = fold(inside)
    for year in dict.fromkeys(_YEAR.findall(folded)):
        for wording in WORDINGS.values():
            for number in range(1, 13):
                if re.search(rf"(?<!\d){re.escape(fold(wording.date(int(year), number)))}", folded):
                    return f"{year}-{number:02}"
    return ""


def says_continued(line: str) -> bool:
    """Whether a line between two tables says that the second goes on with the first."""
    return bool(_CONTINUED.search(fold(line)))


def _heading(line: str, patterns: _Patterns) -> Heading | None:
    text = plain(line)
    for pattern, assemblies in patterns:
        found = pattern.search(text)
        if found:
            parts = found.groupdict()
            named = parts["assembly"] or parts.get("later") or parts.get("last") or ""
            edition = parts.get("edition") or ""
            after = _AFTER.fullmatch(text, found.end())
            title = parts.get("title") or (after[1] if after else "")
            if "later" in parts and not edition and "action plan" not in fold(text):
                continue  # a sentence that only mentions a resolution
            return Heading(
                assemblies.get(named, named),
                int(parts["number"]),
                _as_written(line, edition),
                _as_written(line, title.strip()),
            )
    return None


def _as_written(line: str, text: str) -> str:
    """A part of the line as it stands there, where white space or a hyphen was made plain."""
    if not text or text in line:
        return text
    pattern = re.escape(text).replace(r"\ ", r"\s+").replace(r"\-", "[-\u2010\u2011]")
    found = re.search(pattern, line)
    return found[0] if found else text


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    found = [
        (re.compile(pattern), {name: assembly for assembly, name in one.assemblies.items()})
        for one in WORDINGS.values()
        for pattern in (_pattern(one, one.plan), _pattern(one, one.short))
    ]
    return tuple(found)


def _pattern(wording: Wording, text: str) -> str:
    name = _escaped(wording.name)
    return (
        _escaped(text)
        .replace("{name}", name)
        .format(
            assembly=r"(?P<assembly>\w+)",
            number=r"(?P<number>[1-9]\d{0,3})",
            edition=r"(?P<edition>(?:[^()（）]|[(（][^()（）]*[)）])+)",
            title=r"(?P<title>.+)",
        )
    )


def _escaped(template: str) -> str:
    """A template as a pattern in which its fields still stand as fields."""
    escaped = re.escape(plain(template))
    return re.sub(r"\\\{(\w+)\\\}", r"{\1}", escaped).rstrip(":：")
