"""One file, read: what can be told of its bytes."""

from __future__ import annotations

import pytest

from planctl.store.planfile import has_word


@pytest.mark.parametrize(
    ("word", "there"),
    [
        *[("", True), ("kyoto", True), ("KYOTO", True), ("oto", True), ("Osaka", False)],
        *[("190", True), ("19", False), ("90", False), ("2017", True), ("201", False), ("7", True)],
    ],
)
def test_a_word_is_found_anywhere_and_a_number_as_a_whole(word: str, there: bool) -> None:
    assert has_word("SG5-LS190 – Kyōto, Kyoto (2017), LS 007".encode(), word) is there
