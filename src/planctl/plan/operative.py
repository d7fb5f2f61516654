"""The words with which the blocks of a resolution open, in six languages.

::

    opening   = { adverb } verb { adverb } [ "to" second ] [addressee]
    verb      = "considering", "resolves", "instructs", "invites" and the like
    second    = "instruct", "invite" and the like: "resolves to instruct the Director of TSB"

Chinese puts an adverb before the verb, and nothing between words. Capitals and the vowel signs of
Arabic do not matter. The English words are those of published resolutions; the words of the other
languages are those that ITU's own translations use for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from planctl.patterns import late

Kind = Literal["preamble", "resolves", "instructs", "invites"]
"""What a block does; what it only invites others to do needs no answer in a plan.

To resolve to invite somebody ("resolves to invite ITU-T, in particular SG5") is to resolve.
"""


class Opening(NamedTuple):
    """How a block opens: its verb as written ("resolves to instruct"), and whom it addresses.

    ``end`` is where the verb ends in the text; ``addressee`` is all that follows, "" for nobody.
    ``asks`` says that somebody is asked, so that what follows begins with who; ``language`` is that
    of the verb.
    """

    kind: Kind
    verb: str
    addressee: str
    end: int
    asks: bool
    language: str


class _Words(NamedTuple):
    """Of one language: adverbs around a verb, what joins a second verb, and the verbs by kind.

    Words are separated by "|" and may be regular expressions.
    """

    adverbs: str
    joint: str
    preamble: str
    resolves: str
    instructs: str
    invites: str
    seconds: Mapping[Kind, str]


_LANGUAGES: Final[dict[str, _Words]] = {
    "en": _Words(
        adverbs="further|also|in addition|strongly|again|once again|likewise|hereby|therefore|fully"
        "|deeply|accordingly",
        joint=r",?\s+(?:further\s+|also\s+)?to\s+",
        preamble=r"considering|recogni[sz]ing|noting|aware|bearing in mind|recalling|mindful"
        r"|emphasi[sz]ing|stressing|underlining|highlighting|reaffirming|affirming|confirming"
        r"|acknowledging|endorsing|concerned|convinced|observing|welcoming|having considered"
        r"|having (?:noted|regard to|examined|reviewed|studied|received|heard|adopted|agreed)"
        r"|taking into (?:account|consideration)|taking note"
        r"|cognizant|conscious|appreciating|reali[sz]ing|believing|desiring|in view of"
        r"|reiterating|referring to|understanding|guided by|expressing|commending|supporting"
        r"|reminding|alarmed|being (?:aware|convinced|mindful)|in accordance with|underscoring",
        resolves="resolves|decides|agrees|declares|approves|adopts|confirms|endorses",
        instructs="instructs|directs|requests|authori[sz]es|charges|mandates|tasks",
        invites=r"invites|encourages|urges|recommends|calls (?:up)?on|appeals(?: to)?|welcomes"
        r"|proposes|suggests",
        seconds={
            "instructs": r"instruct|direct|request|authori[sz]e",
            "invites": r"invite|encourage|urge|recommend|call (?:up)?on|appeal to",
        },
    ),
    "fr": _Words(
        adverbs="en outre|également|aussi|instamment|vivement|de nouveau|par ailleurs",
        joint=r",?\s+(?:en outre\s+)?(?:de\s+|d['’])",
        preamble="considérant|reconnaissant|notant|rappelant|consciente?|sachant|soulignant"
        "|ayant à l['’]esprit|gardant à l['’]esprit|tenant compte|compte tenu|prenant en compte"
        "|réaffirmant|affirmant|préoccupée?|convaincue?|observant|se félicitant|prenant note"
        "|ayant (?:considéré|examiné|noté|pris note|étudié|reçu|entendu)|insistant|réitérant"
        "|accueillant|appréciant|vu|gardant présent à l['’]esprit|prenant en considération"
        "|exprimant|relevant|persuadée?|estimant|désireuse|faisant référence|se référant|eu égard"
        "|tenant dûment compte|confirmant|encouragée?|s['’]inspirant|se déclarant|appuyant",
        resolves="décide|déclare|approuve|adopte|convient|confirme",
        instructs="charge|prie|demande|autorise",
        invites="invite|encourage|exhorte|engage|recommande|appelle|lance un appel|propose",
        seconds={
            "instructs": "charger|prier|demander|autoriser",
            "invites": "inviter|encourager|exhorter|engager|recommander|appeler",
        },
    ),
    "es": _Words(
        adverbs="además|también|asimismo|encarecidamente|nuevamente",
        joint=r",?\s+(?:además\s+)?",
        preamble="considerando|reconociendo|observando|recordando|consciente|teniendo en cuenta"
        "|teniendo presente|advirtiendo|destacando|subrayando|reafirmando|afirmando|preocupada"
        "|convencida|notando|tomando nota|habiendo (?:considerado|examinado)|insistiendo"
        "|reiterando|acogiendo|apreciando|visto|teniendo en consideración|enterada|expresando"
        "|tomando en consideración|habida cuenta|haciendo hincapié|poniendo de relieve|persuadida"
        "|estimando|apoyando|deseosa|refiriéndose|habiendo (?:tomado nota|estudiado|recibido)"
        "|confirmando|señalando|alentada",
        resolves="resuelve|decide|declara|aprueba|adopta|acuerda|confirma",
        instructs=r"encarga|solicita|pide|ruega|autoriza|ordena",
        invites=r"invita|alienta|insta|exhorta|recomienda|hace un llamamiento|anima|propone",
        seconds={
            "instructs": "encargar|solicitar|pedir|autorizar",
            "invites": "invitar|alentar|instar|exhortar|recomendar|animar",
        },
    ),
    "ru": _Words(
        adverbs="далее|также|кроме того|настоятельно|вновь|в дальнейшем",
        joint=r",?\s+",
        preamble="учитывая|признавая|отмечая|напоминая|сознавая|осознавая|принимая во внимание"
        "|подч[её]ркивая|имея в виду|(?:вновь )?подтверждая|памятуя|будучи|выражая|приветствуя"
        "|рассмотрев|ссылаясь|полагая|понимая|обеспокоенная|убежд[её]нная|повторяя|принимая к"
        " сведению|с (?:удовлетворением|признательностью|озабоченностью) отмечая|высоко оценивая"
        "|руководствуясь|полностью сознавая|стремясь|считая|имея также в виду|заслушав|изучив"
        "|вновь заявляя|заявляя|поддерживая|убеждена|озабоченная|особо отмечая",
        resolves="решает|постановляет|заявляет|утверждает|принимает решение",
        instructs="поручает|просит|уполномочивает",
        invites="предлагает|призывает|побуждает|поощряет|рекомендует|настоятельно рекомендует",
        seconds={
            "instructs": "поручить|просить|уполномочить",
            "invites": "предложить|призвать|рекомендовать|настоятельно призвать|побудить",
        },
    ),
    "zh": _Words(
        adverbs="进一步|还|再次|特别|亦|也|同时|并|强烈|郑重|满意地|赞赏地|关切地|充分|深切",
        joint="[，,]?(?:进一步)?",
        preamble="考虑到|认识到|注意到|忆及|意识到|铭记|重申|强调|顾及|承认|赞赏|关注|关切|确认|鉴于"
        "|了解到|有鉴于|深信|坚信|欢迎|回顾|认为|赞同|念及|感谢|肯定|相信|审议了|审查了|希望|考虑",
        resolves="[做作]出决议|决议|决定|声明|批准|通过",
        instructs="责成|要求|授权|委托|指示",
        invites="请|邀请|敦促|鼓励|呼吁|建议|号召",
        seconds={"instructs": "责成|要求|授权|委托|指示", "invites": "请|邀请|敦促|鼓励|呼吁|建议"},
    ),
    "ar": _Words(
        adverbs="كذلك|ايضا|من جديد|بقوة",
        joint=r",?\s+(?:ان\s+)?",
        preamble=r"و?اذ\s+\w+|وقد\s+\w+|تذكيرا|مع مراعاة",
        resolves="و?(?:تقرر|يقرر|تعلن|توافق)",
        instructs="و?(?:تكلف|يكلف|تطلب|يطلب|تفوض)",
        invites="و?(?:تدعو|يدعو|تشجع|يشجع|تحث|يحث|توصي|تناشد|تهيب)",
        seconds={"instructs": "[تي]كلف|تكليف|[تي]طلب", "invites": "[تي]دعو|دعوة|[تي]شجع|[تي]حث"},
    ),
}
_ARABIC: Final = {
    **dict.fromkeys(range(0x064B, 0x0653)),
    0x0640: None,
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
}
_SIGNS: Final = late(r"[\u0600-\u06ff]")
_SPACES: Final = str.maketrans("\xa0\u202f\t", "   ")
_BEGINNING: Final = 200  # characters of a text, among which its verb is
_KINDS: Final[tuple[Kind, ...]] = ("preamble", "resolves", "instructs", "invites")


def opening(text: str, language: str) -> Opening | None:
    """How ``text`` opens a block in a language; None where it does not begin with such a verb."""
    beginning = text[:_BEGINNING]
    lead = len(beginning) - len(beginning.lstrip())
    if not beginning[lead : lead + 1].isalpha():
        return None
    folded, places = _folded(beginning[lead:])
    found = _pattern(language).match(folded)
    if found is None:
        return None
    first = next(kind for kind in _KINDS if found[kind])
    second = next((other for other in _KINDS if found.groupdict().get(f"second_{other}")), first)
    asks = second in ("instructs", "invites")
    kind = first if (first, second) == ("resolves", "invites") else second
    end = lead + places[found.end()]
    whom = text[end:].strip(" \t\xa0,:，：،")
    return Opening(kind, text[lead:end], whom, end, asks, language)


def language_of(text: str) -> str:
    """The language in which a resolution is written, from its script and the verbs in it."""
    for low, high, language in (("\u4e00", "\u9fff", "zh"), ("\u0600", "\u06ff", "ar")):
        if sum(low <= char <= high for char in text[:20_000]) * 4 > len(text[:20_000].strip()):
            return language
    if sum("\u0400" <= char <= "\u04ff" for char in text[:20_000]) * 4 > len(text[:20_000]):
        return "ru"
    lines = text.splitlines()
    votes = {
        language: sum(opening(line, language) is not None for line in lines)
        for language in ("en", "fr", "es")
    }
    return max(votes, key=lambda language: votes[language])


@lru_cache(maxsize=1024)
def opening_of(block: str) -> Opening | None:
    """How a block opens, in whatever language; None where it does not begin as one."""
    return next(filter(None, (opening(block, language) for language in _LANGUAGES)), None)


def kind_of(block: str) -> Kind:
    """What a block does that opens with these words, in whatever language; else "resolves"."""
    found = opening_of(block)
    return found.kind if found else "resolves"


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """A text folded, and where in it each letter of the folded one stands."""
    plain = text.translate(_SPACES).casefold()
    if len(plain) == len(text) and not _SIGNS.search(plain):
        return plain, range(len(text) + 1)
    folded, places = [], []
    for at, char in enumerate(text):
        letter = char.translate(_SPACES).casefold().translate(_ARABIC)
        if len(letter) == 1:
            folded.append(letter)
            places.append(at)
    return "".join(folded), [*places, len(text)]


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    words = _LANGUAGES[language]
    if language == "zh":
        space = end = ""
    else:
        space, end = r"\s+", r"(?!\w)"
    verbs = "|".join(f"(?P<{kind}>{getattr(words, kind)})" for kind in _KINDS)
    seconds = "|".join(f"(?P<second_{kind}>{verb})" for kind, verb in words.seconds.items())
    after = "" if language == "zh" else rf"(?:,?\s+(?:{words.adverbs}){end})*"
    return re.compile(
        rf"(?:(?:{words.adverbs}){space})*(?:{verbs}){end}{after}"
        rf"(?:{words.joint}(?:{seconds}){end})?"
    )
