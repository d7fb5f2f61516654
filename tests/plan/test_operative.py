"""The words that open a block, in six languages."""

from __future__ import annotations

import pytest

from planctl.plan.operative import kind_of, language_of, opening


@pytest.mark.parametrize(
    ("text", "language", "kind", "verb", "addressee"),
    [
        ("considering", "en", "preamble", "considering", ""),
        ("Further recognizing", "en", "preamble", "Further recognizing", ""),
        ("resolves", "en", "resolves", "resolves", ""),
        ("resolves further:", "en", "resolves", "resolves further", ""),
        ("resolves to instruct the Director of TSB", "en", "instructs", "resolves to instruct",
         "the Director of TSB"),
        ("resolves to invite ITU-T", "en", "resolves", "resolves to invite", "ITU-T"),
        ("décide d'inviter l'UIT-T", "fr", "resolves", "décide d'inviter", "l'UIT-T"),
        ("instructs TSAG", "en", "instructs", "instructs", "TSAG"),
        ("invites Member States,", "en", "invites", "invites", "Member States"),
        ("做出决议", "zh", "resolves", "做出决议", ""),
        ("进一步考虑到", "zh", "preamble", "进一步考虑到", ""),
        ("做出决议，责成秘书长", "zh", "instructs", "做出决议，责成", "秘书长"),
        ("请成员国", "zh", "invites", "请", "成员国"),
        ("décide de charger le Directeur", "fr", "instructs", "décide de charger", "le Directeur"),
        ("charge en outre le Conseil", "fr", "instructs", "charge en outre", "le Conseil"),
        ("resuelve además", "es", "resolves", "resuelve además", ""),
        ("решает поручить Директору", "ru", "instructs", "решает поручить", "Директору"),
        ("вновь подтверждая", "ru", "preamble", "вновь подтверждая", ""),
        ("تكلّف مدير المكتب", "ar", "instructs", "تكلّف", "مدير المكتب"),
        ("fully aware", "en", "preamble", "fully aware", ""),
        ("prenant en considération", "fr", "preamble", "prenant en considération", ""),
        ("haciendo hincapié", "es", "preamble", "haciendo hincapié", ""),
        ("с удовлетворением отмечая", "ru", "preamble", "с удовлетворением отмечая", ""),
        ("满意地注意到", "zh", "preamble", "满意地注意到", ""),
        ("وقد نظرت", "ar", "preamble", "وقد نظرت", ""),
        ("решает предложить Государствам-Членам", "ru", "resolves", "решает предложить",
         "Государствам-Членам"),
        ("يقرر أن يكلف المجلس", "ar", "instructs", "يقرر أن يكلف", "المجلس"),
        ("تقرر أن تكلف مدير المكتب", "ar", "instructs", "تقرر أن تكلف", "مدير المكتب"),
        ("resuelve además encargar al Director", "es", "instructs", "resuelve además encargar",
         "al Director"),
        ("做出决议，请成员国", "zh", "resolves", "做出决议，请", "成员国"),
        ("إذ تدرك", "ar", "preamble", "إذ تدرك", ""),
    ],
)  # fmt: skip
def test_openings(text: str, language: str, kind: str, verb: str, addressee: str) -> None:
    found = opening(text, language)
    assert found is not None
    assert (found.kind, found.verb, found.addressee) == (kind, verb, addressee)
    assert text[: found.end] == verb


@pytest.mark.parametrize(
    "text", ["responsible", "instructsomebody", "", "to resolve", "1 resolves"]
)
def test_what_opens_nothing(text: str) -> None:
    assert opening(text, "en") is None


def test_kinds_and_languages() -> None:
    assert [kind_of(block) for block in ("Instructs TSAG", "请成员国", "charge", "???")] == [
        "instructs",
        "invites",
        "instructs",
        "resolves",
    ]
    assert language_of("considerando\nresuelve\n") == "es"
    assert language_of("reconnaissant\ndécide\n") == "fr"
    assert language_of("nothing at all") == "en"


def test_whether_somebody_is_asked() -> None:
    texts = ("resolves to invite ITU-T", "resolves to instruct TSAG", "invites TSAG", "resolves")
    found = [opening(text, "en") for text in texts]
    assert [one.asks for one in found if one] == [True, True, True, False]
