"""Events and plans told in other languages than English; the words are in :mod:`.tongues`.

An event is something of a kind that is held, a word of holding or a line of its own, and a date; a
plan is an intention, an act and a date in one sentence. Titles and places stay as they are written;
a place in a case that has endings (Russian) is left out. What is planned is told in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from planctl.ingest.evidence.language import tongue
from planctl.ingest.evidence.passages import Passage
from planctl.ingest.evidence.planned import Plan
from planctl.ingest.evidence.tongues import CHINESE, LATIN_PLACE, Tongue
from planctl.patterns import late
from planctl.plan import date_words, dates
from planctl.plan.dates import Span

_QUOTED = late(r"[^“\"«]{0,40}?[“\"«]\s?(?P<title>[^“”\"«»]{3,300}?)\s?[”\"»]")
_QUOTED_BEFORE = late(
    r"[“\"《](?P<title>[^“”\"《》]{3,300})[”\"》]\s?(?:的|国际|区域|虚拟|线上)?\Z"
)
_LOOSE_END = late(
    r"[\s,،(:–-]*(?:\b(?:le|les|du|de|des|à|au|aux|en|qui|el|del|los|la|a|se|с|со|в|во|на|من|في|يوم)"
    r"\b[\s,]*)*\Z|[将于，在（(]+\Z"
)
_PLACE_IN_LINE = late(
    r"[,،，:]\s?(?P<place>[A-ZÀ-ÝА-Я\u0621-\u064a\u4e00-\u9fff][^,،，:;()\d]{1,30}"
    r"(?:[,،，] [A-ZÀ-ÝА-Я\u0621-\u064a\u4e00-\u9fff][^,،，:;()\d]{1,30}|\s\([^()]{2,30}\))?)"
    r"[,،，]?\s*(?:(?:du|del|le|с|من)\s)?\Z"
)
_IN_PLACE = late(rf" (?:à|en|a) (?P<place>{LATIN_PLACE})\Z")
_CLAUSE = late(r"[，。；：]")
_LISTED = 160  # characters of a line that can be a title with its date
_LONGEST_CHINESE = 45  # characters of a title
_CLOSE = 4  # characters between a Chinese kind and its title
_NEAR = 80  # characters between what is intended and that it is
_LEAD = 40  # characters before the kind of such a line
_OF_AN_ACTION = ("start", "be launched", "be held")


class Told(NamedTuple):
    """An event from ``start``; ``fields`` are those of a deliverable."""

    fields: dict[str, Any]
    start: int


def events(passage: Passage) -> Iterator[Told]:
    """The events that a passage tells of in another language than English."""
    language = tongue(passage.text)
    if language is None or language.kind.search(passage.text) is None:
        return
    sentences = passage.sentences()
    line = len(sentences) == 1
    for start, end in sentences:
        event = _event(passage.text[start:end], language, listed=line)
        if event:
            yield event._replace(start=start + event.start)


def plan(passage: Passage, start: int, end: int, language: Tongue) -> Plan | None:
    """What the sentence from ``start`` to ``end`` plans in a language other than English."""
    sentence = passage.text[start:end]
    intent = language.intents.search(sentence)
    act = language.act.search(sentence, intent.start()) if intent else None
    act = act or language.act.search(sentence)
    if intent is None or act is None or abs(act.start() - intent.start()) > _NEAR:
        return None
    time = _time(sentence, intent.start(), language)
    if time is None or time[0] - intent.start() > 2 * _NEAR:
        return None
    told = next(
        told for word, told in language.acts.items() if re.match(word, act[0], re.IGNORECASE)
    )
    words = f"planned to {told} {time[1]}"
    return Plan(words, time[2], told not in _OF_AN_ACTION, start + max(time[0], act.start()))


def _event(sentence: str, language: Tongue, *, listed: bool) -> Told | None:
    kinds = list(language.kind.finditer(sentence))
    found = [one for one in date_words.find(sentence) if one[2].precision != "year"]
    if not kinds or not found:
        return None
    kind = kinds[0]
    if language is CHINESE:  # what something is stands last there
        kind = next((one for one in reversed(kinds) if one.start() < found[0][0]), kind)
    held = language.held.search(sentence)
    if held is None and not (listed and kind.start() < _LEAD and len(sentence) <= _LISTED):
        return None
    first, last, span = next((one for one in found if one[0] >= kind.end()), found[-1])
    alone = None if held else _PLACE_IN_LINE.search(sentence, kind.end(), first)
    ends = [at.start() for at in (held, alone) if at]
    title, end = _title(sentence, kind, [*ends, first], language)
    if language is CHINESE and len(title) > _LONGEST_CHINESE:
        return None  # a clause that speaks of one
    date = str(span)
    fields: dict[str, Any] = {
        "kind": next(
            name for word, name in language.kinds.items() if re.match(word, kind[0], re.IGNORECASE)
        ),
        "title": title[:1].upper() + title[1:],
        "date": int(date) if date.isdigit() else date,
    }
    place = _place(sentence, language, end, (first, last))
    if alone and place != "Virtual":
        place = alone["place"].strip()
    elif not place and (last_words := _IN_PLACE.search(fields["title"])):
        fields["title"], place = fields["title"][: last_words.start()], last_words["place"]
    return Told(fields | ({"place": place} if place else {}), kind.start())


def _title(
    sentence: str, kind: re.Match[str], ends: list[int], language: Tongue
) -> tuple[str, int]:
    """The title of an event, and where it ends."""
    quoted = _QUOTED.match(sentence, kind.end())
    if quoted and (language is not CHINESE or quoted.start("title") - kind.end() < _CLOSE):
        begin = re.split(r"[“\"«]", quoted[0])[0]
        return f"{kind[0]}{begin}“{' '.join(quoted['title'].split())}”", quoted.end()
    before = _QUOTED_BEFORE.search(sentence, 0, kind.start())
    if before:
        return f"“{before['title']}”{kind[0]}", kind.end()
    begin = kind.start()
    if language is CHINESE:
        begin = max((one.end() for one in _CLAUSE.finditer(sentence, 0, begin)), default=0)
    end = min((at for at in ends if at > kind.end()), default=kind.end())
    return " ".join(_LOOSE_END.sub("", sentence[begin:end], count=1).split()), end


def _place(sentence: str, language: Tongue, after: int, date: tuple[int, int]) -> str:
    if language.virtual.search(sentence):
        return "Virtual"
    for match in language.place.finditer(sentence):
        if match.start() >= after and not date[0] <= match.start("place") < date[1]:
            return match["place"].rstrip(".'’-")
    return ""


def _time(sentence: str, after: int, language: Tongue) -> tuple[int, str, str] | None:
    """When something is planned, from ``after``: where that stands, in English, and as stored."""
    found = [one for one in date_words.find(sentence) if one[0] >= after]
    found += [
        (one.start(), one.end(), dates.parse(one[0]))
        for one in re.finditer(r"(?<![\d/.-])20\d\d(?![\d/-]|\.\d)", sentence)
        if one.start() >= after and all(not start <= one.start() < end for start, end, _ in found)
    ]
    if not found:
        return None
    start, end, span = max(found)
    before = sentence[:start]
    return (
        start,
        f"{_preposition(span, before, sentence[end:], language)}{dates.render(span)}",
        str(span),
    )


def _preposition(span: Span, before: str, behind: str, language: Tongue) -> str:
    if language.end.search(before) or (language is CHINESE and language.end.match(behind)):
        return "by the end of "
    if language.by.search(before):
        return "by "
    if span.first != span.last:
        return ""
    return "on " if span.precision == "day" else "in "
