"""Two texts word by word."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.plan.words import compare_words, tokens


def shown(was: str, now: str) -> str:
    """The stretches with signs around what changed: "the [-old-]{+new+} word"."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[one.mark].format(one.text) for one in compare_words(was, now))


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("", "", ""),
        ("the same", "the same", "the same"),
        ("", "new", "{+new+}"),
        ("Ongoing", "Completed", "[-Ongoing-]{+Completed+}"),
        ("an old word", "a new word", "[-an old-]{+a new+} word"),
        ("x  y", "x y", "x[-  -]{+ +}y"),
        ("SG1 and SG6, and SG2", "SG1, and SG2", "SG1[- and SG6-], and SG2"),
        ("K.52, K.61", "K.52 and K.91, K.61", "K.52{+ and K.91+}, K.61"),
        ("state-of-the-art work", "state-of-art work",
         "[-state-of-the-art-]{+state-of-art+} work"),
        ("Report on the progress of the work", "Report annually on the state of the work",
         "Report {+annually +}on the [-progress-]{+state+} of the work"),
        ("the quick brown fox of the hills", "a slow red cow of the valley",
         "[-the quick brown fox of the hills-]{+a slow red cow of the valley+}"),
        ("met in 2018 and agreed to continue its work on e-waste.",
         "met in 2019 and decided to complete its work on plastics and e-waste.",
         "met in [-2018 and agreed to continue-]{+2019 and decided to complete+} its work on"
         " {+plastics and +}e-waste."),
        ("请成员国和部门成员", "请会员国和部门成员", "请[-成-]{+会+}员国和部门成员"),
        ("责成电信标准化局主任", "责成电信发展局主任", "责成电信[-标准化-]{+发展+}局主任"),
        ("2014年，釜山", "2022年，布加勒斯特", "[-2014年，釜山-]{+2022年，布加勒斯特+}"),
        ("les commissions d'études", "les commissions d'enquête",
         "les commissions [-d'études-]{+d'enquête+}"),
    ],
)  # fmt: skip
def test_by_example(was: str, now: str, expected: str) -> None:
    assert shown(was, now) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ITU-T K.52, 3.1;", ["ITU-T", " ", "K.52", ",", " ", "3.1", ";"]),
        ("成员国 a", ["成", "员", "国", " ", "a"]),
        ("e\u0301te\u0301 x", ["e\u0301te\u0301", " ", "x"]),
        ("กำ ก็", ["ก", "ำ", " ", "ก็"]),
        ("شؤونِ البيئة", ["شؤونِ", " ", "البيئة"]),
        ("\ud83d\ude00", ["\ud83d\ude00"]),
        ("👩\u200d🚀👍🏽", ["👩\u200d🚀", "👍🏽"]),
        ("\u0301a", ["\u0301", "a"]),
        ("हिन्दी", ["हिन्दी"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


WORDS = st.sampled_from(
    ["of", "the", "study", "K.52", "成", "国", "é", "e\u0301", " ", "  ", ",", "\n"]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=30).map("".join))


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_the_stretches_are_both_texts(was: str, now: str) -> None:
    found = compare_words(was, now)
    assert "".join(one.text for one in found if one.mark != "added") == was
    assert "".join(one.text for one in found if one.mark != "removed") == now
    assert all(one.text for one in found)
    marks = [one.mark for one in found]
    assert all(pair not in _NEVER for pair in pairwise(marks))


_NEVER = {("same", "same"), ("removed", "removed"), ("added", "added"), ("added", "removed")}


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_tokens_are_the_text_and_keep_marks_with_their_letters(text: str) -> None:
    found = tokens(text)
    assert "".join(found) == text
    assert not any(unicodedata.combining(one[0]) for one in found[1:])
    assert not any("\udc00" <= one[0] <= "\udfff" for one in found[1:])


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_text_and_itself(text: str) -> None:
    assert [one.mark for one in compare_words(text, text)] == (["same"] if text else [])


def test_long_texts() -> None:
    was = " ".join(f"w{at % 97} the of {at}" for at in range(3000))
    assert len(compare_words(was, was.replace(" 1500 ", " x "))) == 4
    assert compare_words(was, was[::-1])
