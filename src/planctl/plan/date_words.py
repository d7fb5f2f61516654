"""Dates as the languages of the Union write them: "15 octobre 2020", "2020年10月15日".

English is in :mod:`planctl.plan.dates`, with the words that stand before a date in a sentence. The
other languages have none here: prepositions and cases follow what stands around them, so a date
stands in brackets there. All words but the English ones wait for a reviewer.

What is found in a text (``~`` is any white space or none, words may stand in capitals)::

    days   = day [month [year]] joiner day month year   "3 au 5 avril 2017", "3 по 5 апреля 2017"
           | day month year                             "1er mai 2019", "12 de mayo de 2021"
    months = month year                                 "octubre de 2020"
    in Chinese  yyyy 年 [ m 月 [ d 日 ] ] [ 至 [ [ yyyy 年 ] m 月 ] [ d 日 ] ]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planctl.patterns import late
from planctl.plan import dates, written_dates
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


_IN_SENTENCES = (  # Russian months as they stand after "в" and "к"
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"
    " январю февралю марту апрелю маю июню июлю августу сентябрю октябрю ноябрю декабрю"
)
_NUMBERS = {
    spelling: number % 12 + 1
    for names in (
        *(names for one in _WRITINGS.values() for names in (one.months, one.in_dates)),
        _IN_SENTENCES.split(),
    )
    for number, name in enumerate(names)
    for spelling in (name.casefold(), fold(name))  # without accents, too
    if not name.isdecimal()
}
_MONTH = rf"(?i:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:er|º|°)?(?![0-9])"
_YEAR = r"(?:19|20)[0-9]{2}"
_OF = r"\s{1,3}(?:del?\s{1,3})?"
_JOIN = r"(?:\s{1,3}(?:au?|al|et|y|e|по|и|до|إلى|و)\s{1,3}(?:el\s{1,3})?|\s{0,3}[-–—/]\s{0,3})"
_NOT_TWO = r"(?!\s{1,3}(?:et|y|e|и|و)\s)"  # "2 mai 2020 et 3 mai 2021" are two dates
_SPOKEN = late(
    rf"(?<![\w.])(?:(?:(?P<d1>{_DAY})(?:{_OF}(?P<m1>{_MONTH})(?:{_OF}(?P<y1>{_YEAR})(?:\s?г\.)?{_NOT_TWO})?)?{_JOIN})?"
    rf"(?P<d>{_DAY}){_OF})?(?P<m>{_MONTH}){_OF}(?P<y>{_YEAR})(?!\w)"
)
_CHINESE = late(
    rf"(?<![0-9])(?P<y>{_YEAR})\s{{0,2}}年(?:\s{{0,2}}(?P<m>[0-9]{{1,2}})\s{{0,2}}月"
    r"(?:\s{0,2}(?P<d>[0-9]{1,2})\s{0,2}[日号]?)?)?"
    rf"(?:\s{{0,2}}[至到–—-]\s{{0,2}}(?:(?P<y2>{_YEAR})\s{{0,2}}年\s{{0,2}})?"
    r"(?:(?P<m2>[0-9]{1,2})\s{0,2}月\s{0,2})?(?:(?P<d2>[0-9]{1,2})\s{0,2}[日号])?)?"
)


def find(text: str) -> list[tuple[int, int, Span]]:
    """Every date written out in a text, in any language, as :func:`written_dates.find` gives them.

    The grammars are at the heads of that module and this one. A Chinese year alone is a date too.
    """
    found = written_dates.find(text)
    if "19" not in text and "20" not in text:
        return found
    taken = [(start, end) for start, end, _ in found]
    for match, stored in _elsewhere(text):
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            try:
                found.append((match.start(), match.end(), dates.parse(stored)))
            except ValueError:
                continue  # no day of the calendar
    return sorted(found)


def _elsewhere(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """What looks like a date in another language than English, with its stored form."""
    for match in _SPOKEN.finditer(text):
        part = match.groupdict()
        last = (part["y"], _number(part["m"]), part["d"])
        month = _number(part["m1"]) if part["m1"] else last[1]
        yield match, _interval((part["y1"] or part["y"], month, part["d1"]), last)
    for match in _CHINESE.finditer(text) if "年" in text else ():
        part = match.groupdict()
        first = (part["y"], part["m"], part["d"])
        last = (part["y2"] or part["y"], part["m2"] or part["m"], part["d2"])
        many = part["y2"] or part["m2"] or part["d2"]
        yield match, _interval(first, last if many else first)


def _number(month: str) -> str:
    return str(_NUMBERS[month.casefold()])


def _interval(first: tuple[str | None, ...], last: tuple[str | None, ...]) -> str:
    """The stored form of a span; of its last point where the first says less."""
    begin, end = ("-".join(filter(None, map(_digits, point))) for point in (first, last))
    return end if begin == end or len(begin) != len(end) else f"{begin}/{end}"


def _digits(number: str | None) -> str:
    return number.rstrip("er°º").zfill(2) if number else ""


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
    text = text.strip().removesuffix("г.").rstrip()
    for start, end, span in find(text):
        is_one = span.first == span.last and span.precision != "year"
        if is_one and start == 0 and end >= len(text):
            return span
    return None


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
