"""Evidence in French, Spanish, Russian, Chinese and Arabic: dates, names, events, plans, bodies."""

from __future__ import annotations

import pytest

from planctl.ingest.evidence import reading

from .pages import document, found

EVENTS = [
    (
        "L'atelier sur « L'économie circulaire » aura lieu le 14 juin 2021 à Genève (Suisse).",
        *("workshop", "Atelier sur “L'économie circulaire”", "2021-06-14", "Genève (Suisse)"),
    ),
    (
        "Un webinaire de l'UIT sur les déchets s'est tenu en ligne du 3 au 5 avril 2017.",
        *("webinar", "Webinaire de l'UIT sur les déchets", "2017-04-03/2017-04-05", "Virtual"),
    ),
    (
        "Atelier sur le climat, Dakar (Sénégal), 3-5 juin 2021",
        *("workshop", "Atelier sur le climat", "2021-06-03/2021-06-05", "Dakar (Sénégal)"),
    ),
    (
        'El taller sobre "Economía circular" se celebrará en Ginebra el 14 de junio de 2021.',
        *("workshop", "Taller sobre “Economía circular”", "2021-06-14", "Ginebra"),
    ),
    (
        "Reunión de la CE 5: Ginebra, del 3 al 10 de diciembre de 2021",
        *("meeting", "Reunión de la CE 5", "2021-12-03/2021-12-10", "Ginebra"),
    ),
    (
        "Комиссия провела вебинар на тему «Отходы» 3 марта 2021 года в онлайн-режиме.",
        *("webinar", "Вебинар на тему “Отходы”", "2021-03-03", "Virtual"),
    ),
    (
        "Форум по климату, Москва, Россия, 3–5 июня 2021 г.",
        *("forum", "Форум по климату", "2021-06-03/2021-06-05", "Москва, Россия"),
    ),
    (
        "“循环经济”讲习班将于2021年6月14日在日内瓦举行。",
        *("workshop", "“循环经济”讲习班", "2021-06-14", "日内瓦"),
    ),
    (
        "ITU-T第5研究组会议将于2021年11月30日至12月10日在日内瓦召开。",
        *("meeting", "ITU-T第5研究组会议", "2021-11-30/2021-12-10", "日内瓦"),
    ),
    (
        'ستعقد ورشة العمل بشأن "الاقتصاد الدائري" في 14 يونيو 2021 في جنيف.',
        *("workshop", "ورشة العمل بشأن “الاقتصاد الدائري”", "2021-06-14", "جنيف"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "title", "date", "place"), EVENTS)
def test_events(text: str, kind: str, title: str, date: str, place: str) -> None:
    (one,) = found(text, "event")
    assert dict(one.fields) == {"kind": kind, "title": title, "date": date, "place": place}


@pytest.mark.parametrize(
    "text",
    [
        "Le rapport sur les ateliers couvre les années 2019 et 2020.",
        "Les réunions seront utiles.",
        "会议讨论了2021年的工作。",
        "Отчет о семинаре будет готов.",
    ],
)
def test_no_events(text: str) -> None:
    assert found(text, "event") == []


@pytest.mark.parametrize(
    ("text", "planned", "due"),
    [
        ("K.1 devrait être approuvée d'ici la fin 2021.", "approved by the end of 2021", "2021"),
        ("K.1 sera publiée en juin 2021 sur le site.", "published in June 2021", "2021-06"),
        ("Se espera que K.1 sea aprobada en junio de 2021.", "approved in June 2021", "2021-06"),
        ("K.1 будет утверждена в декабре 2021 года.", "approved in December 2021", "2021-12"),
        ("K.1 будет опубликована до конца 2021 года.", "published by the end of 2021", "2021"),
        ("K.1建议书计划于2021年12月批准。", "approved in December 2021", "2021-12"),
        ("预计K.1将于2021年底批准。", "approved by the end of 2021", "2021"),
        ("من المقرر الموافقة على K.1 في ديسمبر 2021.", "approved in December 2021", "2021-12"),
    ],
)
def test_plans_are_told_in_english(text: str, planned: str, due: str) -> None:
    (one,) = found(text, "document")
    assert (one.planned, one.due) == (f"planned to be {planned}", due)


def test_a_list_in_french_has_one_fate() -> None:
    text = "Les Recommandations UIT-T L.1 et L.2 seront consenties en décembre 2021."
    assert [one.planned for one in found(text, "document")] == [
        "planned to be consented in December 2021"
    ] * 2


@pytest.mark.parametrize(
    "line",
    [
        *("Genève, le 12 mai 2021", "Ginebra, 12 de mayo de 2021", "Женева, 12 мая 2021 года"),
        *("2021年5月12日，日内瓦", "جنيف، 12 مايو 2021", "Date: 12 mai 2021", "Date: 2021-05-12"),
        *("Date: Wed, 12 May 2021 10:11:00 +0200 (CEST)", "Sent: Wednesday, May 12, 2021 9:05 AM"),
        *("Envoyé : mercredi 12 mai 2021 10:11", "发送时间: 2021年5月12日 10:11"),
    ],
)
def test_when_it_was_written(line: str) -> None:
    assert reading.read(document(f"{line}\n1 2019 2019")).written.date == "2021-05-12"


@pytest.mark.parametrize(
    "text",
    [
        *("La Commission d'études 5 de l'UIT-T", "La Comisión de Estudio 5 del UIT-T"),
        *("5-я Исследовательская комиссия МСЭ-Т", "ITU-T第5研究组会议", "لجنة الدراسات 5"),
    ],
)
def test_study_groups(text: str) -> None:
    assert [one.named for one in found(text, "body")] == ["ITU-T SG5"]
