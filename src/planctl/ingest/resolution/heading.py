"""What stands above the first block: number, edition, title and the body that adopted the text.

::

    heading  = "RESOLUTION" number [ "(" edition ")" ] [ "–" title ]
               第182号决议（2022年，布加勒斯特，修订版）
    title    = lines between the heading and the adopting body
    adopting = "The World Telecommunication Standardization Assembly (Hammamet, 2016),"
    edition  = [ "Rev." ] place "," year                   in Chinese: year "年，" place
    history  = "(" edition { ";" edition } ")"             a line of its own

Where the marks of a revision were flattened two editions run together, as in
"2014年，釜山2022年，布加勒斯特"; the latest counts. Words are known in six languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from planctl.patterns import late
from planctl.plan.prose import plain

_BODIES: Final = {
    "WTSA": "world telecommunication standardi[sz]ation assembly|WTSA|世界电信标准化全会"
    "|assemblée mondiale de normalisation des télécommunications|AMNT"
    "|asamblea mundial de normalización de las telecomunicaciones|ВАСЭ"
    "|всемирная ассамблея по стандартизации электросвязи|الجمعية العالمية لتقييس الاتصالات",
    "PP": "plenipotentiary conference|全权代表大会|conférence de plénipotentiaires"
    "|conferencia de plenipotenciarios|полномочная конференция|مؤتمر المندوبين المفوضين",
    "WTDC": "world telecommunication development conference|WTDC|世界电信发展大会"
    "|conférence mondiale de développement des télécommunications"
    "|conferencia mundial de desarrollo de las telecomunicaciones"
    "|всемирная конференция по развитию электросвязи|المؤتمر العالمي لتنمية الاتصالات",
    "WRC": "world radiocommunication conference|世界无线电通信大会"
    "|conférence mondiale des radiocommunications|conferencia mundial de radiocomunicaciones"
    "|всемирная конференция радиосвязи|المؤتمر العالمي للاتصالات الراديوية",
    "RA": "radiocommunication assembly|无线电通信全会|assemblée des radiocommunications"
    "|asamblea de radiocomunicaciones|ассамблея радиосвязи|جمعية الاتصالات الراديوية",
    "COUNCIL": "(?:ITU )?council|理事会|conseil|consejo|совет|مجلس",
}
_ARTICLE: Final = r"(?:the|la|le|l['’]|el|إن)?\s*"
_UNION: Final = r"(?:ITU|(?:the )?International Telecommunication Union|国际电信联盟|国际电联)?\s*"
_ADOPTING: Final = late(
    rf"\s*{_ARTICLE}{_UNION}(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _BODIES.items())
    + r")(?P<rest>.{0,250})",
    re.IGNORECASE,
)
_NUMBER: Final = late(
    r"\W*(?:(?:draft |revised |new |revision (?:of|to) )*(?:ITU[- ][TRD] |WTSA |PP |WTDC )?"
    r"(?:resolution|résolution|resolución|резолюция|القرار)\s+"
    r"(?:ITU[- ][TRD]\s+)?(?P<number>[0-9]{1,4})(?:[-–][0-9]{1,2}(?=\s*(?:[(（]|$)))?\b"
    r"|第\s*(?P<chinese>[0-9]{1,4})\s*号决议)"
    r"\s*(?P<edition>[(（][^()（）]{0,200}[)）])?\s*(?:[–—-]\s*(?P<title>.{1,400}))?\s*",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = late(r"([12][0-9]{3})\s*年?\s*[，,]\s*([^\d，,；;（）()、]{1,60})")
_PLACE_FIRST: Final = late(r"([^\W\d][^\d,،;()]{1,60}?)[,،]\s*([12][0-9]{3})")
_REVISED: Final = late(r"\b(?:rev|rév|пересм)\b|修订|مراج", re.IGNORECASE)
_HISTORY: Final = late(r"\s*[(（][^()（）]{4,300}[)）]\s*")
_PREFIX: Final = late(r"^(?:rev|rév|пересм)\.?\s*|^المراج\S*\s+(?:في\s+)?", re.IGNORECASE)
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_AROUND: Final = " \t\xa0⁰¹²³⁴⁵⁶⁷⁸⁹"  # of a title: also the mark of a footnote
_SENTENCE: Final = 600  # characters; no title is longer
_FORMS: Final = {"zh": "{year}年，{place}", "ar": "{place}، {year}", "ru": "{place}, {year} г."}
_REVISIONS: Final = {"fr": "Rév. ", "ru": "Пересм. ", "ar": "المراجَع في "}


class Heading(NamedTuple):
    """What was found, "" and None where it was not; ``kinds`` are those of the lines, in order.

    A kind is "heading", "history", "title", "adopting", "blank" or "unread".
    """

    assembly: str
    number: int | None
    edition: str
    title: str
    kinds: tuple[str, ...]


def read(lines: Sequence[str], language: str) -> Heading:
    """Read the lines above the first block of a resolution."""
    kinds = [_kind(line) for line in lines]
    last = max((at for at, kind in enumerate(kinds) if kind == "adopting"), default=len(lines))
    for at, kind in enumerate(kinds):
        if kind == "adopting" and at != last:
            kinds[at] = "unread"
    first = next((at + 1 for at in range(last) if kinds[at] == "heading"), 0)
    untitled = [at for at in range(last) if kinds[at] == "unread"]
    title = [at for at in untitled if at >= first]
    said = sum(len(lines[at]) for at in title) <= _SENTENCE
    for at in title if said else ():
        kinds[at] = "title"
    assembly, number, editions, revised = "", None, list[str](), False
    titles: list[str] = []
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "heading" and (found := _NUMBER.fullmatch(_unstretched(line))):
            number = number or int(found["number"] or found["chinese"])
            assembly = assembly or _assembly(line)
            titles += [found["title"] or ""]
        if kind == "adopting" and (found := _ADOPTING.match(line)):
            assembly = next(name for name in _BODIES if found[name])
        if kind in ("heading", "adopting", "history"):
            editions += editions_in(line)
            revised = revised or _REVISED.search(line) is not None
    return Heading(
        assembly,
        number,
        _edition(editions, language, revised=revised),
        " ".join(filter(None, (*titles, *(lines[at].strip(_AROUND) for at in title if said)))),
        tuple(kinds),
    )


def begins_another(line: str) -> bool:
    """Whether a line is the heading of a resolution, as a second one in the same file has it."""
    return _kind(line) == "heading"


def editions_in(line: str) -> list[str]:
    """Every place with its year, as "Busan, 2014", in the order of the line."""
    line = line.translate(_DIGITS)
    if found := _YEAR_FIRST.findall(line):
        return [f"{place.strip()}, {year}" for year, place in found]
    places = ((_PREFIX.sub("", place.strip()), year) for place, year in _PLACE_FIRST.findall(line))
    return [f"{place}, {year}" for place, year in places if place]


def as_revision(edition: str, language: str) -> str:
    """An edition as that of a revised resolution: "Rev. Lisbon, 2023" for "Lisbon, 2023"."""
    if not edition or _REVISED.search(edition):
        return edition
    if language == "zh":
        return f"{edition}，修订版"
    return f"{_REVISIONS.get(language, 'Rev. ')}{edition}"


def is_same(edition: str, other: str) -> bool:
    """Whether two names are those of one edition: its place and year are the same."""
    sides = [[one.casefold() for one in editions_in(plain(name))] for name in (edition, other)]
    return plain(edition) == plain(other) or (sides[0] == sides[1] != [])


def year_of(edition: str) -> int:
    """The latest year that an edition names; 0 for one without a year."""
    return max((int(one[-4:]) for one in editions_in(edition)), default=0)


def _edition(editions: Iterable[str], language: str, *, revised: bool) -> str:
    spelt = {one.casefold(): one for one in editions}  # a heading may have it in capitals
    known = sorted(spelt.values(), key=lambda one: one[-4:])
    if not known:
        return ""
    place, _, year = known[-1].rpartition(", ")
    edition = _FORMS.get(language, "{place}, {year}").format(place=place, year=year)
    return as_revision(edition, language) if revised or len(known) > 1 else edition


def _assembly(line: str) -> str:
    return next(
        (name for name in ("WTSA", "WTDC", "PP") if name in line.partition("(")[0].split()), ""
    )


def _unstretched(line: str) -> str:
    """A line without the strokes that make Arabic words longer, as headings have them: القـرار."""
    return line.replace("\u0640", "").translate(_DIGITS).strip()


def _kind(line: str) -> str:
    text = _unstretched(line)
    if not text or len(text) > _SENTENCE:
        return "unread" if text else "blank"
    if _NUMBER.fullmatch(text):
        return "heading"
    if _HISTORY.fullmatch(text) and editions_in(text):
        return "history"
    found = _ADOPTING.match(text)
    if found and text[-1] in ",，،" and (not found["rest"] or not found["rest"][0].isalpha()):
        return "adopting"
    return "unread"
