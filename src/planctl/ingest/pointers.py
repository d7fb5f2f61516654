"""Cross-references of other languages, which a plan prints in each: "Voir le point 3.1"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from planctl.publish.languages import WORDINGS
from planctl.publish.table import Paragraph, Run

_ID = r"(\d+-\d\d+|\d[\w.]*)"


def in_english(paragraphs: Iterable[Paragraph], language: str) -> Iterator[Paragraph]:
    """The paragraphs; one that only refers to an item, or to two, as an English plan has it."""
    for paragraph in paragraphs:
        found = None if language == "en" else _pattern(language).fullmatch(paragraph.text.strip())
        if found:
            named = [one for one in found.groups() if one]
            said = WORDINGS["en"].see_point(named)
            paragraph = paragraph._replace(runs=(Run(said),))
        yield paragraph


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    wording = WORDINGS[language]
    one, several = (re.escape(form).replace(r"\{\}", "{}") for form in wording.see)
    two = f"{_ID}{re.escape(wording.joint)}{_ID}"
    return re.compile(f"{one.format(_ID)}|{several.format(two)}")
