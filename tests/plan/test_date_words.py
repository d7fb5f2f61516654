"""Dates in the languages of the Union."""

from __future__ import annotations

import pytest

from planctl.plan import dates
from planctl.plan.date_words import MONTHS, bracketed, find, render
from planctl.plan.deliverable import Deliverable, line
from planctl.plan.prose import LANGUAGES

WRITTEN = {
    "en": ["2020", "October 2020", "15 October 2020"],
    "fr": ["2020", "octobre 2020", "15 octobre 2020"],
    "es": ["2020", "octubre de 2020", "15 de octubre de 2020"],
    "ru": ["2020 г.", "октябрь 2020 г.", "15 октября 2020 г."],
    "zh": ["2020年", "2020年10月", "2020年10月15日"],
    "ar": ["2020", "أكتوبر 2020", "15 أكتوبر 2020"],
}
SPANS = {
    "2017/2019": ["from 2017 to 2019", "2017–2019", "2017–2019 гг.", "2017年至2019年"],
    "2018-04/2018-06": [
        *("from April to June 2018", "avril–juin 2018", "апрель–июнь 2018 г.", "2018年4月至6月"),
    ],
    "2018-12/2019-02": [
        *("from December 2018 to February 2019", "décembre 2018 – février 2019"),
        *("декабрь 2018 г. – февраль 2019 г.", "2018年12月至2019年2月"),
    ],
    "2018-04-09/2018-04-12": [
        *(
            "from 9 to 12 April 2018",
            "9–12 avril 2018",
            "9–12 апреля 2018 г.",
            "2018年4月9日至12日",
        ),
    ],
    "2018-04-30/2018-05-02": [
        *("from 30 April to 2 May 2018", "30 avril – 2 mai 2018", "30 апреля – 2 мая 2018 г."),
        "2018年4月30日至5月2日",
    ],
    "2018-12-30/2019-01-02": [
        *("from 30 December 2018 to 2 January 2019", "30 décembre 2018 – 2 janvier 2019"),
        *("30 декабря 2018 г. – 2 января 2019 г.", "2018年12月30日至2019年1月2日"),
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_a_month_and_a_day(language: str) -> None:
    written = [render(dates.parse(text), language) for text in ("2020", "2020-10", "2020-10-15")]
    assert written == WRITTEN[language]
    assert len(set(MONTHS[language])) == 12


@pytest.mark.parametrize("span", SPANS)
def test_a_span_is_written_by_what_both_ends_share(span: str) -> None:
    parsed = dates.parse(span)
    assert [render(parsed, language) for language in ("en", "fr", "ru", "zh")] == SPANS[span]
    for language in ("es", "ar"):
        assert "{" not in render(parsed, language)
        assert str(parsed.year) in render(parsed, language)


def test_the_first_of_a_month_in_french() -> None:
    assert render(dates.parse("2019-10-01"), "fr") == "1er octobre 2019"


def test_brackets_are_those_of_the_language() -> None:
    span = dates.parse("2020-10")
    assert bracketed(span, "ru") == " (октябрь 2020 г.)"
    assert bracketed(span, "zh") == "（2020年10月）"


def test_a_deliverable_in_another_language() -> None:
    forum = {"en": "Forum on Circular Economy", "fr": "Forum sur l'économie circulaire"}
    event = Deliverable(kind="forum", title=forum, date="2019-10-01", place="Valencia, Spain")
    assert line(event) == "Forum on Circular Economy on 1 October 2019, Valencia, Spain"
    assert line(event, "fr") == (
        "Forum sur l'économie circulaire (1er octobre 2019), Valencia, Spain"
    )
    paper = Deliverable(title="Guidance", date="2020-10-15")
    assert [line(paper, code) for code in ("en", "ru", "zh")] == [
        *("Guidance (15 October 2020)", "Guidance (15 октября 2020 г.)"),
        "Guidance（2020年10月15日）",
    ]
    assert line(Deliverable(ref="K.52", date="2020-10"), "ru") == "K.52 (10/2020)"
    assert line(Deliverable(text="as published on 1 May 2019", date="2019-05-01"), "zh") == (
        "as published on 1 May 2019"
    )


@pytest.mark.parametrize("language", sorted(MONTHS))
@pytest.mark.parametrize(
    "stored",
    [
        *("2020-10", "2020-10-15", "2020-05-01", "2018-04-09/2018-04-12", "2018-01-30/2018-02-02"),
        "2018-12-30/2019-01-02",
    ],
)
def test_what_is_rendered_is_found(stored: str, language: str) -> None:
    span = dates.parse(stored)
    assert [one for _, _, one in find(f"({render(span, language)})")] == [span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 mai 2019 et 3 mai 2020", ["2019-05-02", "2020-05-03"]),
        ("с 3 по 5 апреля 2017", ["2017-04-03/2017-04-05"]),
        ("в декабре 2021 года, к июню 2022", ["2021-12", "2022-06"]),
        ("2021年4月3-5日; 2021年", ["2021-04-03/2021-04-05", "2021"]),
        ("31 avril 2020, 2021年13月1日", []),
        ("May 15, 2019 et 1er JUIN 2019", ["2019-05-15", "2019-06-01"]),
    ],
)
def test_dates_in_prose(text: str, expected: list[str]) -> None:
    assert [str(span) for _, _, span in find(text)] == expected
