"""Names of documents in the six languages are one name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.identifiers import find_all, parse

NAMES = [
    *(
        (text, "circular", "TSB Circular 203")
        for text in (
            *("Circulaire TSB 203", "Circulaire TSB N° 203", "Circular TSB 203"),
            *("Циркуляр БСЭ 203", "Циркуляр 203 БСЭ", "电信标准化局第203号通函"),
            *("الرسالة المعممة 203", "TSB Circular 203"),
        )
    ),
    *(
        (text, "circular", "TSB Collective letter 2/5")
        for text in (
            *("Lettre collective TSB 2/5", "Carta colectiva TSB 2/5", "Коллективное письмо 2/5"),
            *("电信标准化局第2/5号集体函", "الرسالة الجماعية 2/5"),
        )
    ),
    *(
        (text, "amendment", "K.52 Amd.1")
        for text in (
            *("Amendement 1 à la Recommandation UIT-T K.52", "K.52建议书修正1"),
            *("Enmienda 1 a la Recomendación UIT-T K.52", "Поправка 1 к Рекомендации МСЭ-Т K.52"),
            "التعديل 1 على التوصية ITU-T K.52",
        )
    ),
    *(
        (text, "supplement", "K.Suppl.14")
        for text in (
            "Supplément 14 aux Recommandations UIT-T de la série K",
            "Supplément 14 à la série K des Recommandations UIT-T",
            "Suplemento 14 a las Recomendaciones UIT-T de la serie K",
            "Добавление 14 к Рекомендациям МСЭ-Т серии K",
            "ITU-T K系列建议书增补14",
        )
    ),
    ("UIT-T K.91", "recommendation", "K.91"),
    ("МСЭ-Т К.91", "recommendation", "K.91"),  # the letter of the alphabet that it looks like
    ("UIT-R BS.1698", "partner-standard", "ITU-R BS.1698"),
]


@pytest.mark.parametrize(("text", "kind", "key"), NAMES)
def test_a_name_in_any_language(text: str, kind: str, key: str) -> None:
    found = parse(text)
    assert found is not None
    assert (found.kind, found.key, found.spelling) == (kind, key, text)
    assert [one.key for _, _, one in find_all(f"({text}), L.1")] == [key, "L.1"]


@pytest.mark.parametrize(
    "text",
    ["la UIT-T", "l'UIT", "Circulaire", "第203号", "系列", "Supplément 14", "建议书", "МСЭ-Т"],
)
def test_words_that_begin_no_name(text: str) -> None:
    assert parse(text) is None
    assert find_all(f"{text} est") == []


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*(text for text, _, _ in NAMES), "UIT-T", "МСЭ-Т К.", " ", "Amd.", "a", "/"]
        ),
        max_size=6,
    ).map("".join)
)
def test_each_stands_where_it_is_said_to(text: str) -> None:
    last = 0
    for start, end, name in find_all(text):
        assert last <= start < end
        assert text[start:end] == name.spelling
        last = end
