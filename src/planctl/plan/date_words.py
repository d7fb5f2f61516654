"""Dates as the languages of the Union write them: "15 octobre 2020", "2020年10月15日".

English is in :mod:`planctl.plan.dates`, with the words that stand before a date in a sentence. The
other languages have none here: prepositions and cases follow what stands around them, so a date
stands in brackets there. All words but the English ones wait for a reviewer.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from planctl.plan import dates
from planctl.plan.dates import Span
from planctl.plan.prose import fold


class _Writing(NamedTuple):
    """How a language writes dates: by how much the first and the last day of a span share.

    In the patterns ``y``, ``m`` and ``d`` are the last year, month and day, ``y1``, ``m1`` and
    ``d1`` the first. ``in_dates`` are the months as they stand after a day, ``months`` as they
    stand without one.
    """

    months: tuple[str, ...]
    in_dates: tuple[str, ...]
    year: str
    month: str
    day: str
    years: str
    months_of_year: str
    months_across: str
    days_of_month: str
    days_of_year: str
    days_across: str
    brackets: str = " ({})"


def _writing(months: str, *patterns: str, in_dates: str = "") -> _Writing:
    names = tuple(months.split())
    return _Writing(names, tuple(in_dates.split()) or names, *patterns)


_WRITINGS = {
    "fr": _writing(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        *("{y}", "{m} {y}", "{d} {m} {y}"),
        *("{y1}–{y}", "{m1}–{m} {y}", "{m1} {y1} – {m} {y}"),
        *("{d1}–{d} {m} {y}", "{d1} {m1} – {d} {m} {y}", "{d1} {m1} {y1} – {d} {m} {y}"),
    ),
    "es": _writing(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        *("{y}", "{m} de {y}", "{d} de {m} de {y}"),
        *("{y1}–{y}", "{m1}–{m} de {y}", "{m1} de {y1} – {m} de {y}"),
        *("{d1}–{d} de {m} de {y}", "{d1} de {m1} – {d} de {m} de {y}"),
        "{d1} de {m1} de {y1} – {d} de {m} de {y}",
    ),
    "ru": _writing(
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        *("{y} г.", "{m} {y} г.", "{d} {m} {y} г."),
        *("{y1}–{y} гг.", "{m1}–{m} {y} г.", "{m1} {y1} г. – {m} {y} г."),
        *("{d1}–{d} {m} {y} г.", "{d1} {m1} – {d} {m} {y} г."),
        "{d1} {m1} {y1} г. – {d} {m} {y} г.",
        in_dates="января февраля марта апреля мая июня июля августа"
        " сентября октября ноября декабря",
    ),
    "zh": _writing(
        "1 2 3 4 5 6 7 8 9 10 11 12",
        *("{y}年", "{y}年{m}月", "{y}年{m}月{d}日"),
        *("{y1}年至{y}年", "{y}年{m1}月至{m}月", "{y1}年{m1}月至{y}年{m}月"),
        *("{y}年{m}月{d1}日至{d}日", "{y}年{m1}月{d1}日至{m}月{d}日"),
        "{y1}年{m1}月{d1}日至{y}年{m}月{d}日",
        "（{}）",
    ),
    "ar": _writing(
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        *("{y}", "{m} {y}", "{d} {m} {y}"),
        *("من {y1} إلى {y}", "من {m1} إلى {m} {y}", "من {m1} {y1} إلى {m} {y}"),
        *("من {d1} إلى {d} {m} {y}", "من {d1} {m1} إلى {d} {m} {y}"),
        "من {d1} {m1} {y1} إلى {d} {m} {y}",
    ),
}
MONTHS = {"en": dates.MONTHS, **{code: one.months for code, one in _WRITINGS.items()}}
"""The months of each language, as they stand without a day."""
NAMES = frozenset(
    name for one in _WRITINGS.values() for name in (*one.months, *one.in_dates)
).union(dates.MONTHS)
"""Every name of a month, in every language."""


def render(span: Span, language: str) -> str:
    """Write a span in a language: "9–12 avril 2018"; in English as :func:`dates.render` does."""
    writing = _WRITINGS.get(language)
    if writing is None:
        return dates.render(span)
    names = writing.in_dates if span.precision == "day" else writing.months
    said: dict[str, str | int] = {}
    for mark, point in (("1", span.first), ("", span.last)):
        said[f"y{mark}"] = point[0]
        if len(point) > 1:
            said[f"m{mark}"] = names[point[1] - 1]
        if len(point) > 2:
            said[f"d{mark}"] = "1er" if language == "fr" and point[2] == 1 else point[2]
    return _pattern(writing, span).format(**said)


def read(text: str) -> Span | None:
    """The day or month that ``text`` is as a whole, in any of these languages; None for none."""
    folded = fold(text)
    for expression, names in _expressions():
        match = expression.fullmatch(folded)
        if match is None:
            continue
        said = match.groupdict()
        month = names.index(said["m"]) + 1
        try:
            return dates.parse("-".join((said["y"], f"{month:02}", *_two_digits(said.get("d")))))
        except ValueError:
            return None
    return None


def _two_digits(day: str | None) -> tuple[str, ...]:
    return () if day is None else (day.zfill(2),)


@cache
def _expressions() -> list[tuple[re.Pattern[str], list[str]]]:
    """What a day and a month look like in each language, and the names of the months there."""
    made = []
    for writing in _WRITINGS.values():
        for pattern, months in ((writing.day, writing.in_dates), (writing.month, writing.months)):
            names = [fold(name) for name in months]
            said = re.escape(fold(pattern)).replace(r"\{y\}", "(?P<y>(?:19|20)[0-9]{2})")
            said = said.replace(r"\{m\}", f"(?P<m>{'|'.join(sorted(names, key=len)[::-1])})")
            said = said.replace(r"\{d\}", "(?P<d>[12][0-9]|3[01]|0?[1-9])(?:er)?")
            made.append((re.compile(said.removesuffix(r"\ г\.") + r"(?:\ г\.?)?"), names))
    return made


def bracketed(span: Span, language: str) -> str:
    """A span in brackets, with the space before them: " (9–12 avril 2018)", "（2020年）"."""
    writing = _WRITINGS.get(language)
    return (writing.brackets if writing else " ({})").format(render(span, language))


def _pattern(writing: _Writing, span: Span) -> str:
    first, last = span
    if first == last:
        return (writing.year, writing.month, writing.day)[len(first) - 1]
    if len(first) == 1:
        return writing.years
    if len(first) == 2:
        return writing.months_of_year if first[0] == last[0] else writing.months_across
    if first[:2] == last[:2]:
        return writing.days_of_month
    return writing.days_of_year if first[0] == last[0] else writing.days_across
