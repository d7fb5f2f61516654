"""Files that are damaged, or made to do harm: each is read or refused, with a message, in time.

With those of ``tests/cli/test_import.py`` and ``tests/forms/test_fuzz.py`` they are a thousand.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.ingest.document import Document, View
from planctl.ingest.files import read
from planctl.office.refusal import RefusedFileError
from planctl.publish import html, xlsx
from tests.ingest.word.everything import EVERYTHING
from tests.ingest.word.made import docx, p, parts
from tests.publish import own_document as own
from tests.publish.samples import shipped, shipped_annexes

WORKBOOK = xlsx.write(shipped()[:1], title="Plans", created="2020-10")
PAGE = html.write(shipped_annexes()[:1], title="Plans").encode()[:60_000]
TOKEN = re.compile(r"<[^<>]*>|[^<>]+")
ODD = (
    *("", "-1", "0", "2000000000", "99999999999999999999", "x", "٣", "1e9", "A1:XFD1048576"),
    *("../../x", "file:///etc/passwd", "javascript:x", "\uffff", "rId1", "true", "restart"),
)
MANY = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def outcome(data: bytes, tmp_path: Path, view: View = "final") -> Document | None:
    """What is read of a file; None where it was refused, with a message that names the file."""
    path = tmp_path / "given.docx"
    path.write_bytes(data)
    try:
        found = read(path, view)
    except RefusedFileError as error:
        assert str(error).startswith(str(path))  # noqa: PT017
        assert str(error).endswith(".")  # noqa: PT017
        return None
    finally:
        assert path.read_bytes() == data
    return found


def shaken(text: str, data: st.DataObject) -> str:
    """Markup with some of it taken out, doubled, moved, nested in itself or given odd values."""
    tokens = TOKEN.findall(text)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, max(0, len(tokens) - 1)))
        end = start + data.draw(st.integers(1, 12))
        piece = tokens[start:end]
        match data.draw(st.integers(0, 4)):
            case 0:
                tokens[start:end] = []
            case 1:
                tokens[start:start] = piece * data.draw(st.integers(1, 300))
            case 2:
                to = data.draw(st.integers(0, len(tokens)))
                tokens[to:to] = piece
            case 3:
                tokens[start:end] = reversed(piece)
            case _:
                odd = data.draw(st.sampled_from(ODD))
                tokens[start:end] = [re.sub(r'"[^"]*"', f'"{odd}"', token) for token in piece]
    return "".join(tokens)


@MANY
@given(data=st.data())
@pytest.mark.parametrize("given_file", [EVERYTHING, WORKBOOK], ids=["word", "excel"])
def test_parts_that_are_shaken(given_file: bytes, data: Any, tmp_path: Path) -> None:
    contents = own.unpacked(given_file)
    name = data.draw(st.sampled_from(sorted(contents)))
    contents[name] = shaken(contents[name], data)
    view: View = data.draw(st.sampled_from(("final", "original")))
    outcome(own.packed(dict(contents)), tmp_path, view)


@MANY
@given(data=st.data())
@pytest.mark.parametrize("given_file", [EVERYTHING, WORKBOOK], ids=["word", "excel"])
def test_bytes_that_are_changed(given_file: bytes, data: Any, tmp_path: Path) -> None:
    content = bytearray(given_file)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    outcome(bytes(content), tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("given_file", [EVERYTHING, WORKBOOK], ids=["word", "excel"])
def test_parts_that_are_not_there_or_twice(given_file: bytes, tmp_path: Path) -> None:
    contents = own.unpacked(given_file)
    for name in contents:
        left = {other: text for other, text in contents.items() if other != name}
        outcome(own.packed(dict(left)), tmp_path)
        outcome(own.packed({**contents, name: ""}), tmp_path)
        doubled = BytesIO(own.packed({**contents, f"{name}?": "<x/>"}))
        data = doubled.getvalue().replace(f"{name}?".encode(), name.upper().encode() + b" ")
        outcome(data, tmp_path)


@MANY
@given(data=st.data())
def test_pages_that_are_shaken(data: Any, tmp_path: Path) -> None:
    text = shaken(PAGE.decode(errors="replace"), data)
    outcome(b"<html>" + text.encode(errors="replace"), tmp_path)


@settings(max_examples=100, deadline=None, suppress_health_check=MANY.suppress_health_check)
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@pytest.mark.parametrize("beginning", [b"", b"<html>", b"PK", b"MIME-Version: 1.0\n", b"<?xml "])
def test_anything_at_all(beginning: bytes, content: bytes, tmp_path: Path) -> None:
    outcome(beginning + content, tmp_path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    held = {**parts(p("a")), "word/media/x.xml": " " * (60 << 20)}
    assert outcome(own.packed(held), tmp_path) is None


LAUGHS = "".join(
    f'<!ENTITY l{at + 1} "{f"&l{at};" * 10}">' for at in range(1, 9)
)  # ten times ten times … of the first


@pytest.mark.parametrize(
    "declaration",
    [
        f'<!DOCTYPE w:document [<!ENTITY l1 "lol">{LAUGHS}]>',
        '<!DOCTYPE w:document [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document SYSTEM "https://example.org/x.dtd">',
    ],
    ids=["laughs", "outside", "type"],
)
def test_entities_are_refused(declaration: str, tmp_path: Path) -> None:
    held = parts(p("&l9;"))
    held["word/document.xml"] = declaration + held["word/document.xml"]
    path = tmp_path / "given.docx"
    path.write_bytes(own.packed(dict(held)))
    with pytest.raises(RefusedFileError, match="declares its own document type"):
        read(path)


def test_an_entity_that_nobody_declared_is_refused(tmp_path: Path) -> None:
    assert outcome(docx(p("<w:r><w:t>&l9;</w:t></w:r>")), tmp_path) is None


def test_entities_of_a_page_are_not_followed(tmp_path: Path) -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>a&x;b</body>'
    found = outcome(page, tmp_path)
    assert found is not None
    assert "root" not in str(found)
