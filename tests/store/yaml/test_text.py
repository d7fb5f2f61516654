"""Bytes to text and back."""

from __future__ import annotations

import pytest

from planctl.errors import SyntaxFault
from planctl.store.yaml.text import decode, newline_of, place


@pytest.mark.parametrize(
    "raw",
    [b"", b"a: 1\n", b"\xef\xbb\xbfa: 1\r\n", "键: 已完成\nb: 😀\r\n".encode(), b"a: 1\r\nb: 2\n"],
)
def test_bytes_survive(raw: bytes) -> None:
    text = decode(raw)
    assert text.encode(text.text) == raw
    assert text.encode() == raw


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    text = decode(b"\xef\xbb\xbfa: 1\n")
    assert (text.text, text.bom) == ("a: 1\n", True)
    assert text.with_text("b: 2\n").encode() == b"\xef\xbb\xbfb: 2\n"


@pytest.mark.parametrize(
    ("text", "newline"),
    [("", "\n"), ("a", "\n"), ("a\nb\r\n", "\n"), ("a\r\nb\n", "\r\n"), ("\na", "\n")],
)
def test_the_first_line_break_decides(text: str, newline: str) -> None:
    assert newline_of(text) == newline
    assert decode(text.encode()).newline == newline


def test_places_count_characters_from_1() -> None:
    assert place("ab\n😀c", 0) == (1, 1)
    assert place("ab\n😀c", 4) == (2, 2)
    assert place("ab\r\nc", 4) == (2, 1)


@pytest.mark.parametrize(
    ("raw", "place", "words"),
    [
        ("a: 1".encode("utf-16"), (1, 1), "UTF-16"),
        ("a: 1".encode("utf-16-le"), (1, 1), "UTF-16"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa: 1", (1, 1), "two byte-order marks"),
        (
            "ok: é\nb: ".encode() + b"\xe9t\xe9\n",
            (2, 4),
            "0xE9 is not UTF-8 (it may stand for “é”)",
        ),
        (b"\xef\xbb\xbfa: \xff", (1, 4), "save it as UTF-8"),
        (b"a: 1\rb: 2\n", (1, 5), "carriage return"),
        ("a: é\nb: x\x85y".encode(), (2, 5), "U+0085"),
        ("a: x\u2028y".encode(), (1, 5), "U+2028"),
        ("a: x\u2029y".encode(), (1, 5), "U+2029"),
    ],
)
def test_what_cannot_be_read_is_said(raw: bytes, place: tuple[int, int], words: str) -> None:
    with pytest.raises(SyntaxFault) as caught:
        decode(raw)
    assert (caught.value.line, caught.value.column) == place
    assert words in caught.value.message
