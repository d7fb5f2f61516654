from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.dates import Span, heading, months_between, parse, phrase, render
from planctl.plan.written_dates import find


def test_a_stored_date_is_a_year_a_month_or_a_day() -> None:
    assert parse("2017") == Span((2017,), (2017,))
    assert parse(2017) == Span((2017,), (2017,))
    assert parse("2017-11") == Span((2017, 11), (2017, 11))
    assert parse("2017-11-23") == Span((2017, 11, 23), (2017, 11, 23))
    assert parse("2020-04-14/2020-04-16") == Span((2020, 4, 14), (2020, 4, 16))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2019-02-30", "'2019-02-30': February 2019 has 28 days"),
        ("2020-02-30", "'2020-02-30': February 2020 has 29 days"),
        ("1900-02-29", "'1900-02-29': February 1900 has 28 days"),
        ("2020-04-00", "'2020-04-00': April 2020 has 30 days"),
        ("2019-13", "'2019-13': there is no month 13; months run from 01 to 12"),
        ("2019-00", "'2019-00': there is no month 00; months run from 01 to 12"),
        ("0000", "'0000': there is no year 0000"),
        (
            "2020-04-16/2020-04-14",
            "'2020-04-16/2020-04-14' ends before it begins: put the earlier date first",
        ),
        (
            "2019/2020-04",
            "'2019/2020-04' joins two dates of different kinds: write both as years, both as"
            " months (2020-04) or both as days (2020-04-14)",
        ),
    ],
)
def test_an_impossible_date_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2017-1",
        "17-11-23",
        "2017-11-23/",
        "2017/2018/2019",
        "٢٠١٧",
        "2017-11-23 ",
        "-1",
    ],
)
def test_other_forms_are_refused_with_an_example(text: str) -> None:
    message = (
        f"'{text}' is not a date: write 2017, 2017-11, 2017-11-23,"
        " or 2020-04-14/2020-04-16 for several days"
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "precision", "start", "end"),
    [
        ("2017", "year", "2017-01-01", "2017-12-31"),
        ("2016/2018", "year", "2016-01-01", "2018-12-31"),
        ("2020-02", "month", "2020-02-01", "2020-02-29"),
        ("2020-10/2021-04", "month", "2020-10-01", "2021-04-30"),
        ("2017-11-23", "day", "2017-11-23", "2017-11-23"),
        ("2020-04-14/2020-04-16", "day", "2020-04-14", "2020-04-16"),
    ],
)
def test_a_span_covers_days(text: str, precision: str, start: str, end: str) -> None:
    span = parse(text)
    assert (span.precision, span.start, span.end) == (precision, start, end)
    assert span.year == int(text[:4])
    assert str(span) == text


@pytest.mark.parametrize(
    ("text", "words", "in_sentence"),
    [
        ("2019-10-01", "1 October 2019", "on 1 October 2019"),
        ("2018-04-09/2018-04-12", "from 9 to 12 April 2018", "from 9 to 12 April 2018"),
        (
            "2019-09-27/2019-10-02",
            "from 27 September to 2 October 2019",
            "from 27 September to 2 October 2019",
        ),
        (
            "2019-12-30/2020-01-02",
            "from 30 December 2019 to 2 January 2020",
            "from 30 December 2019 to 2 January 2020",
        ),
        ("2020-10", "October 2020", "in October 2020"),
        ("2020-10/2020-12", "from October to December 2020", "from October to December 2020"),
        ("2017", "2017", "in 2017"),
        ("2017/2019", "from 2017 to 2019", "from 2017 to 2019"),
    ],
)
def test_a_span_is_written_as_itu_documents_do(text: str, words: str, in_sentence: str) -> None:
    assert render(parse(text)) == words
    assert phrase(parse(text)) == in_sentence


@pytest.mark.parametrize(
    ("text", "found", "stored"),
    [
        ("Virtual, 15 October 2020.", "15 October 2020", "2020-10-15"),
        ("Broadcasting. 02 July 2020", "02 July 2020", "2020-07-02"),
        ("on 14 and 16 April 2020", "14 and 16 April 2020", "2020-04-14/2020-04-16"),
        ("14, 15 and 16 April 2020", "14, 15 and 16 April 2020", "2020-04-14/2020-04-16"),
        ("Week from 3 to 5 April 2017 in", "from 3 to 5 April 2017", "2017-04-03/2017-04-05"),
        ('economy"4 - 5 April 2017, M', "4 - 5 April 2017", "2017-04-04/2017-04-05"),
        ("27 to 30 August 2019", "27 to 30 August 2019", "2019-08-27/2019-08-30"),
        ("26 Feb–2 Mar 2018", "26 Feb–2 Mar 2018", "2018-02-26/2018-03-02"),
        (
            "30 December 2019 to 2 January 2020",
            "30 December 2019 to 2 January 2020",
            "2019-12-30/2020-01-02",
        ),
        ("on May 15, 2019  ", "May 15, 2019", "2019-05-15"),
        ("on May13, 2019 ", "May13, 2019", "2019-05-13"),
        ("March 30 to April 2, 2020", "March 30 to April 2, 2020", "2020-03-30/2020-04-02"),
        ("1st October 2019", "1st October 2019", "2019-10-01"),
        ("30 August 2019 (morning only)", "30 August 2019", "2019-08-30"),
        ("15 May 2019 (11h30-13h00), Geneva", "15 May 2019", "2019-05-15"),
        ("25 November 2025 from 1400 to 1530 CET", "25 November 2025", "2025-11-25"),
        ("targets (2020)", "(2020)", "2020"),
        ("K.52 (09/2019)", "(09/2019)", "2019-09"),
        ("in October 2020", "October 2020", "2020-10"),
        ("in\u00a0October\u00a02020", "October\u00a02020", "2020-10"),
        ("October to December 2020", "October to December 2020", "2020-10/2020-12"),
        ("approved 2017-11-23;", "2017-11-23", "2017-11-23"),
        ("2020-04-14/2020-04-16", "2020-04-14/2020-04-16", "2020-04-14/2020-04-16"),
    ],
)
def test_dates_are_found_in_prose(text: str, found: str, stored: str) -> None:
    assert [(text[start:end], str(span)) for start, end, span in find(text)] == [(found, stored)]


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2020",
        "31 April 2020",
        "12 to 9 April 2018",
        "2019-20",
        "2019-13-01",
        "(WTSA, 2016)",
        "4 - 5 April",
        "in 2017",
        "T22-TSAG-221212",
        "it may 2019 times",
        "5G 1April2020x",
    ],
)
def test_what_is_not_certain_is_not_taken(text: str) -> None:
    assert find(text) == []


def test_several_dates_do_not_overlap() -> None:
    text = "9 April 2018, from 9 to 12 April 2018, and May 2018, 1 May 2019 and 3 June 2020"
    assert [str(span) for _, _, span in find(text)] == [
        "2018-04-09",
        "2018-04-09/2018-04-12",
        "2018-05",
        "2019-05-01",
        "2020-06-03",
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2020-01-15", "2020-02-15", 1),
        ("2020-01-15", "2020-02-14", 0),
        ("2019-11-30", "2020-10-31", 11),
        ("2020-10-31", "2019-11-30", -11),
        ("2020-01-31", "2020-02-28", 0),
        ("2020-05-05", "2020-05-05", 0),
    ],
)
def test_whole_months_are_counted(earlier: str, later: str, months: int) -> None:
    assert months_between(earlier, later) == months


def test_months_are_counted_between_days_only() -> None:
    with pytest.raises(ValueError, match="'2020-10' is not a day: write year, month and day"):
        months_between("2020-10", "2020-11-01")


def test_the_head_of_the_status_column_names_a_month() -> None:
    assert heading("2020-10") == "October 2020"
    with pytest.raises(ValueError, match="'2020' is not a month: write the year and the month"):
        heading("2020")


days = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))


@settings(deadline=None, max_examples=100)
@given(days, days, st.sampled_from([4, 7, 10]))
def test_what_is_written_is_read_again(
    one: datetime.date, other: datetime.date, length: int
) -> None:
    first, last = sorted([one.isoformat()[:length], other.isoformat()[:length]])
    for text in {first, f"{first}/{last}"}:
        span = parse(text)
        assert parse(str(span)) == span
        assert span.start <= span.end
        if length > 4:
            assert [found for _, _, found in find(f"held {phrase(span)}.")] == [span]


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(["31 ", "May ", "2020", "from ", "-", "to ", "(", ")", "1st", ", ", "/09"])
        | st.text(max_size=3)
    ).map("".join)
)
def test_any_text_can_be_searched(text: str) -> None:
    last = 0
    for start, end, span in find(text):
        assert last <= start < end
        assert parse(str(span)) == span
        last = end


@pytest.mark.parametrize("piece", ["1 January ", "1, ", "1 and ", "May 1-", "(20", "2020-10/"])
def test_long_hostile_texts_are_searched_in_linear_time(piece: str) -> None:
    assert isinstance(find(piece * (30_000 // len(piece))), list)
