"""Names of ITU documents as the other languages of the Union write them, in the English way.

::

    "UIT-T K.91", "МСЭ-Т K.91"                                   ITU-T K.91
    "Circulaire TSB 203", "Circular TSB 203", "Циркуляр БСЭ 203" TSB Circular 203
    "电信标准化局第203号通函", "الرسالة المعممة 203"             TSB Circular 203
    "Lettre collective TSB 2/5", "Carta colectiva", …            TSB Collective letter 2/5
    "Amendement 1 à la Recommandation UIT-T K.52", …             Amendment 1 to ITU-T K.52
    "Supplément 14 aux Recommandations UIT-T de la série K", …   Supplement 14 to ITU-T K-series
    "K.52建议书修正1", "ITU-T K系列建议书增补14"                 K.52 Amd.1, ITU-T K-series Suppl.14

Source of the words: ITU's own documents. All but the English ones wait for a reviewer.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from typing import Final, NamedTuple

from planctl.patterns import late

_ASCII_SIGNS: Final = (
    *("UIT-", "irculaire", "ircular TSB", "ettre collective", "arta colectiva"),
    *("ecommandation", "ecomendaci"),
)
_SIGNS: Final = (
    *_ASCII_SIGNS,
    *("МСЭ", "иркуляр", "ллективн", "екомендаци", "通函", "集体函", "建议书", "系列"),
    *("الرسالة", "توصي"),
)
_PARTS: Final = {
    "Amendment": r"Amendement|Enmienda|Поправк[аиуе]|(?:ال)?تعديل",
    "Corrigendum": r"Corrig[eé]ndum|Исправлени[еяю]|(?:ال)?تصويب",
    "Supplement": r"Supplément|Suplemento|Добавлени[еяю]|(?:ال)?إضافة",
    "Annex": r"Annexe|Anexo|Приложени[еяю]|(?:ال)?ملحق",
    "Appendix": r"Appendice|Apéndice|Дополнени[еяю]|(?:ال)?تذييل",
}
_CHINESE_PARTS: Final = {
    "修正": "Amd.",
    "勘误": "Cor.",
    "增补": "Suppl.",
    "附录": "App.",
    "附件": "Annex ",
}
_LETTER: Final = "[AD-VX-ZКАЕНОРТХМ]"
_LIKE_LATIN: Final = str.maketrans("КАЕНОРТХМ", "KAEHOPTXM")
_NUMBER: Final = r"[1-9]\d{0,4}(?:\.\d{1,4}){0,2}"
_OURS: Final = r"(?:(?:UIT|МСЭ|ITU)-[TТ])"
_TEXTS: Final = (
    r"(?:Recommandations?|Recomendaci(?:ón|ones)|Рекомендаци[а-я]{1,3}|(?:ال|لل|ل)?توصي(?:ة|ات))"
)
_TO: Final = r"(?:à la|à|aux?|de la|des|a las?|de las?|к|إلى|على|ل)"
_SERIES: Final = r"(?:(?:de )?(?:la )?s[ée]rie|серии|(?:من )?السلسلة)"
_NO: Final = r"(?:(?:N[°ºo]|N\.º|№|رقم)\s?)?"
_LABEL: Final = r"(?:\d{1,3}|[A-Z]{1,4})"
_LETTER_NUMBER: Final = r"\d{1,3}/(?:\d{1,2}|[A-Z]{2,6})"
_BUREAU: Final = "(?:国际电联)?电信标准化局|TSB"
_PART_OF: Final = (
    rf"(?P<part>{'|'.join(_PARTS.values())})\s(?P<label>{_LABEL})\s(?:{_TO}\s?)?"
    rf"(?:{_TEXTS}\s)?(?:{_OURS}\s)?(?:(?P<text>{_LETTER}\.{_NUMBER})"
    rf"|{_SERIES}\s(?P<series>{_LETTER})(?:\s(?:des|de las)\s{_TEXTS}(?:\s{_OURS})?)?)(?!\w)"
)
_CIRCULAR: Final = (
    r"(?:(?:Circulaire|Циркуляр[а-я]{0,2}|الرسالة المعممة)\s(?:(?:TSB|БСЭ)\s)?|Circular\sTSB\s)"
    rf"{_NO}(?P<circular>\d{{1,4}})(?!\w|/)(?:\s(?:du TSB|БСЭ))?"
    rf"|(?:{_BUREAU})?第\s?(?P<chinese>\d{{1,4}})\s?号通函"
)
_COLLECTIVE: Final = (
    r"(?:Lettre collective|Carta colectiva|Коллективн[а-я]{2,3} письм[а-я]{1,2}|الرسالة الجماعية)"
    rf"\s(?:(?:du |de la )?(?:TSB|БСЭ)\s)?{_NO}(?P<letter>{_LETTER_NUMBER})(?!\w)"
    rf"|(?:{_BUREAU})?第\s?(?P<collective>{_LETTER_NUMBER})\s?号?集体函"
)
_CHINESE: Final = (
    r"(?P<whole>[AD-VX-Z])\s?系列(?:建议书)?的?\s?增补\s?(?P<supplement>\d{1,3})"
    rf"|(?P<base>[AD-VX-Z]\.{_NUMBER})\s?(?:建议书)?的?\s?(?P<of>{'|'.join(_CHINESE_PARTS)})案?"
    rf"\s?(?P<which>{_LABEL})"
)
_SECTOR: Final = rf"(?:UIT|МСЭ)-(?P<sector>[TRDТР])(?P<named>\s{_LETTER}\.(?=\d))?"
_NAME = late(
    rf"(?<![0-9A-Za-zÀ-ÿА-я_.])(?:{_PART_OF}|{_CIRCULAR}|{_COLLECTIVE}|{_CHINESE}|{_SECTOR})"
)
_PART = {name: late(rf"(?:{words})\Z") for name, words in _PARTS.items()}


class Rendering(NamedTuple):
    """A text with its names in the English way; ``steps`` tell where its characters stood.

    A step is a place in the new text and its place in the old one: where a name begins, where it
    ends, where the next one begins …; the first is the beginning of the text.
    """

    text: str
    steps: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the old text something stands; what begins or ends in a name does so with it."""
        return self._before(start, 0), self._before(end, 1)

    def _before(self, at: int, side: int) -> int:
        step = bisect_right(self.steps, (at, sys.maxsize)) - 1
        new, old = self.steps[step]
        if step % 2 and at > new:  # inside of a name
            return self.steps[step + side][1]
        return old + at - new


def rendered(text: str) -> Rendering | None:
    """The text with the names of other languages in the English way; None where it has none."""
    for sign in _ASCII_SIGNS if text.isascii() else _SIGNS:  # quicker than any()
        if sign in text:
            break
    else:
        return None
    parts: list[str] = []
    steps = [(0, 0)]
    length = last = 0
    for match in _NAME.finditer(text):
        name = _english(match)
        kept = text[last : match.start()]
        parts += (kept, name)
        steps.append((length + len(kept), match.start()))
        length += len(kept) + len(name)
        last = match.end()
        steps.append((length, last))
    if len(steps) == 1:
        return None
    return Rendering("".join((*parts, text[last:])), tuple(steps))


def _english(match: re.Match[str]) -> str:
    found = {name: value for name, value in match.groupdict().items() if value}
    circular = found.get("circular") or found.get("chinese")
    letter = found.get("letter") or found.get("collective")
    if circular:
        name = f"TSB Circular {circular}"
    elif letter:
        name = f"TSB Collective letter {letter}"
    elif "sector" in found:
        sector = {"Т": "T", "Р": "R"}.get(found["sector"], found["sector"])
        name = f"ITU-{sector}{found.get('named', '').translate(_LIKE_LATIN)}"
    elif "whole" in found:
        name = f"{found['whole']}-series Suppl.{found['supplement']}"
    elif "base" in found:
        name = f"{found['base']} {_CHINESE_PARTS[found['of']]}{found['which']}"
    else:
        part = next(name for name, words in _PART.items() if words.match(found["part"]))
        target = (found.get("text") or f"{found['series']}-series").translate(_LIKE_LATIN)
        name = f"{part} {found['label']} to ITU-T {target}"
    return name
