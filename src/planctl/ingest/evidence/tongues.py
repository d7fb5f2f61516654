"""The words by which events and plans are told in the languages of the Union other than English.

All are regular expressions, for texts in small letters or none. Source: ITU's own circulars and
reports; they wait for a reviewer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from planctl.patterns import late

_NAME: Final = r"[A-ZÀ-ÝА-Я][\w.’'-]+"
LATIN_PLACE: Final = (
    rf"{_NAME}(?: {_NAME}){{0,2}}(?:, {_NAME}(?: {_NAME})?)?(?: \({_NAME}(?: {_NAME})*\))?"
)
"""A place in French or Spanish: "Genève (Suisse)"."""


class Tongue(NamedTuple):
    """The words of a language.

    ``kinds`` lead from the words for events to their kinds, in the order in which they count;
    ``held`` says that one is, was or will be; ``place`` has a group of that name. ``intents`` say
    that something is planned; ``acts`` lead from the words for what is done to the English for it;
    ``by`` stands before a date by which, ``end`` before a year (in Chinese behind it) at whose end.
    """

    kinds: Mapping[str, str]
    held: re.Pattern[str]
    virtual: re.Pattern[str]
    place: re.Pattern[str]
    intents: re.Pattern[str]
    acts: Mapping[str, str]
    by: re.Pattern[str]
    end: re.Pattern[str]

    @property
    def kind(self) -> re.Pattern[str]:
        """Any word for an event."""
        return re.compile("|".join(self.kinds), re.IGNORECASE)

    @property
    def act(self) -> re.Pattern[str]:
        """Any word for what is done."""
        return re.compile("|".join(self.acts), re.IGNORECASE)


def _words(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.IGNORECASE)


FRENCH: Final = Tongue(
    {
        r"\bateliers?\b": "workshop",
        r"\bwebinaires?\b|\bséminaires? en ligne\b": "webinar",
        r"\bséminaires?\b": "seminar",
        r"\bforums?\b": "forum",
        r"\bcolloques?\b|\bsymposiums?\b": "symposium",
        r"\bconférences?\b": "conference",
        r"\bréunions?\b": "meeting",
        r"\bsessions?\b": "session",
        r"\bformations?\b": "training",
        r"\btables? rondes?\b": "panel",
        r"\bsommets?\b": "event",
        r"\b(?:manifestation|évènement|événement)s?\b": "event",
    },
    _words(
        r"\b(?:aura|auront|a eu|ont eu) lieu\b|\bs['’](?:est|était) tenue?s?\b"
        r"|\btiendr(?:a|ont)\b|\ba tenu\b|\bse sont tenue?s\b|\btenue?s?\b"
        r"|\borganis\w+|\baccueilli\w*|\bdéroul\w+"
    ),
    _words(r"\bvirtuel(?:le)?(?:ment)?s?\b|\ben ligne\b"),
    late(rf"(?:\b(?:à|au|aux|en) |, )(?P<place>{LATIN_PLACE})"),
    _words(r"\b(?:prévu|programmé|attendu)e?s?\b|\bdevr(?:a|ont|ait|aient)\b|\b(?:sera|seront)\b"),
    {
        r"consenti\w*|consentement": "be consented",
        r"appro(?:uv|bation)\w*": "be approved",
        r"adopt\w+": "be adopted",
        r"publi\w+": "be published",
        r"agré\w+": "be agreed",
        r"achev\w+|termin\w+|finalis\w+": "be completed",
        r"commenc\w+|début\w*": "start",
        r"lanc\w+": "be launched",
        r"organis\w+|ten(?:ir|ue?s?)\b": "be held",
    },
    _words(r"(?:d['’]ici|avant|au plus tard)(?: (?:à|en|le|la|au))*\s\Z"),
    _words(r"\bfin(?: (?:de|de l['’]année))?\s\Z"),
)
SPANISH: Final = Tongue(
    {
        r"\btaller(?:es)?\b": "workshop",
        r"\bseminarios? web\b|\bwebinarios?\b": "webinar",
        r"\bseminarios?\b": "seminar",
        r"\bforos?\b": "forum",
        r"\bsimposios?\b": "symposium",
        r"\bconferencias?\b": "conference",
        r"\breuni(?:ón|ones)\b": "meeting",
        r"\bsesi(?:ón|ones)\b": "session",
        r"\b(?:cursos? de )?formación\b|\bcapacitación\b": "training",
        r"\bmesas? redondas?\b": "panel",
        r"\bcumbres?\b|\beventos?\b": "event",
    },
    _words(
        r"\bcelebr(?:ar|ó|ad)\w*|\btendrán? lugar\b|\btuv(?:o|ieron) lugar\b|\borganiz\w+"
        r"|\bllev(?:ará|ó) a cabo\b"
    ),
    _words(r"\bvirtual(?:es|mente)?\b|\ben línea\b"),
    late(rf"(?:\b(?:en|a) |, )(?P<place>{LATIN_PLACE})"),
    _words(
        r"\bprevist[oa]s?\b|\bprevé\b|\bdeber(?:á|ía)n?\b|\bserán?\b|\bse espera\b"
        r"|\bprogramad\w+"
    ),
    {
        r"consent\w+|consienta\w*": "be consented",
        r"apr(?:ob|ueb)\w+": "be approved",
        r"adop\w+": "be adopted",
        r"publi\w+": "be published",
        r"acuerd\w+|acord\w+": "be agreed",
        r"complet\w+|termin\w+|finaliz\w+|conclu\w+": "be completed",
        r"comenz\w+|comienc\w+|inici\w+": "start",
        r"lanz\w+|lanc\w+": "be launched",
        r"celebr\w+|organi[zc]\w+": "be held",
    },
    _words(r"\b(?:antes|a más tardar|para)(?: (?:de|del|el|en|la|a))*\s\Z"),
    _words(r"\bfin(?:es|ales|al)?(?: del?| de año)*\s\Z"),
)
RUSSIAN: Final = Tongue(
    {
        r"\b(?:семинар\w*-)?практикум\w*": "workshop",
        r"\bвебинар\w*": "webinar",
        r"\bсеминар\w*": "seminar",
        r"\bфорум\w*": "forum",
        r"\bсимпозиум\w*": "symposium",
        r"\bконференц\w+": "conference",
        r"\bсобрани\w+|\bсовещани\w+": "meeting",
        r"\bсесси\w+": "session",
        r"\bобучени\w+|\bучебн\w+ курс\w*": "training",
        r"\bсаммит\w*|\bмероприяти\w+": "event",
    },
    _words(r"\bсосто(?:ится|ятся|ял\w+)|\bпро(?:йд|шл|шёл|шел)\w*|\bпров[ео][дл]\w*|\bорганиз\w+"),
    _words(r"\bвиртуальн\w+|\bонлайн\b|\bдистанционн\w+"),
    late(r", (?P<place>[А-Я][а-я-]+(?:, [А-Я][а-я-]+)?)"),
    _words(
        r"\bпланиру\w+|\bожида\w+|\bбуд(?:ет|ут)\b|\bпредполага\w+|\bнамечен\w*|\bпредусмотр\w+"
    ),
    {
        r"\bутвержд\w+": "be approved",
        r"\bсогласова\w+": "be agreed",
        r"\bконсент\w+|\bсогласи\w+": "be consented",
        r"\bприн(?:ят|има)\w*": "be adopted",
        r"\bопубликова\w+|\bпубликац\w+": "be published",
        r"\bзаверш\w+": "be completed",
        r"\bнач(?:н|ал|ат)\w+": "start",
        r"\bпрове(?:д|ст)\w*|\bсостоя\w+": "be held",
    },
    _words(r"\b(?:до|к)\s\Z"),
    _words(r"\bконц[аеу]\s\Z"),
)
CHINESE: Final = Tongue(
    {
        "讲习班|研讨班|工作坊": "workshop",
        "网络研讨会|线上研讨会": "webinar",
        "研讨会": "seminar",
        "论坛": "forum",
        "专题讨论会": "symposium",
        "大会": "conference",
        "会议": "meeting",
        "培训": "training",
        "峰会|活动": "event",
    },
    late("举行|举办|召开|组织"),
    late("虚拟|线上|在线|网上"),
    late("在(?P<place>[\u4e00-\u9fff]{2,10}(?:（[\u4e00-\u9fff]{2,8}）)?)(?=举行|举办|召开)"),
    late("计划|预计|预期|将于|将在|拟于|定于"),
    {
        "同意": "be consented",
        "批准": "be approved",
        "通过": "be adopted",
        "发布|出版": "be published",
        "完成": "be completed",
        "商定": "be agreed",
        "启动|开始": "start",
        "举行|举办|召开": "be held",
    },
    late(r"前\Z"),
    late(r"底|末"),
)
ARABIC: Final = Tongue(
    {
        r"ورشة (?:ال)?عمل": "workshop",
        r"ندوة (?:إلكترونية|عبر)": "webinar",
        r"حلقة دراسية": "seminar",
        r"منتدى": "forum",
        r"ندوة": "symposium",
        r"مؤتمر": "conference",
        r"اجتماع": "meeting",
        r"دورة تدريبية|تدريب": "training",
        r"قمة|فعالية": "event",
        r"دورة": "session",
    },
    late(r"(?:س?ت|س?ي|ان)?(?:عقد|نظم)[ت]?"),
    late(r"افتراضي|الإنترنت|الخط"),
    late(r"في (?P<place>[\u0621-\u064a]{3,}(?:، [\u0621-\u064a]{3,})?)"),
    late(r"المقرر|المتوقع|المزمع|يتوقع|سوف|\bس[تي]"),
    {
        r"الموافقة|اعتُ?مد\w*|اعتماد": "be approved",
        r"نشر": "be published",
        r"استكمال|إنجاز|إتمام": "be completed",
        r"بدء|تبدأ|يبدأ": "start",
        r"عقد|تنظيم": "be held",
    },
    late(r"(?:بحلول|قبل)(?: نهاية)?\s\Z"),
    late(r"نهاية(?: عام| سنة)?\s\Z"),
)
TONGUES: Final = (FRENCH, SPANISH, RUSSIAN, CHINESE, ARABIC)
