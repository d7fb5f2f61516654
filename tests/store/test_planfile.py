"""One file, read: what can be told of its bytes."""

from __future__ import annotations

import pytest

from planctl.store.planfile import has_words


@pytest.mark.parametrize(
    ("word", "there"),
    [
        *[("", True), ("kyoto", True), ("KYOTO", True), ("oto", True), ("Osaka", False)],
        *[("190", True), ("19", False), ("90", False), ("2017", True), ("201", False), ("7", True)],
    ],
)
def test_a_word_is_found_anywhere_and_a_number_as_a_whole(word: str, there: bool) -> None:
    assert has_words("SG5-LS190 – Kyōto, Kyoto (2017), LS 007".encode(), word) is there


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("SG5-LS184", True),
        ("ls/r – 0184", True),
        ("LS\n              184", True),
        ('"LS\\_184, LS\\u00a0184"', True),
        ("LS\N{NO-BREAK SPACE}184", True),
        ("LS12 on 184 items", False),
        ("LS1840", False),
        ("K.184", False),
        ("184 LS", False),
    ],
)
def test_letters_and_their_number_are_found_in_every_spelling(text: str, there: bool) -> None:
    assert has_words(text.encode(), "LS 184") is there
