"""A file is read by what is in it, whatever it is called."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from zipfile import ZIP_STORED

import pytest

from planctl.errors import PlanctlError
from planctl.ingest.document import Document, Grid, Line
from planctl.ingest.files import read
from planctl.office.refusal import RefusedFileError
from planctl.publish import docx
from planctl.publish.table import Run
from tests.ingest.word.made import cells, lines, p, parts, r, tbl, tc, tr
from tests.ingest.word.made import docx as word_file
from tests.publish import own_document as own
from tests.publish.samples import shipped_annexes

A = (Line((Run("a"),), place=1),)


text = partial(Document, unit="line")


def at(tmp_path: Path, data: bytes, name: str = "given") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def refusal(path: Path) -> str:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(RefusedFileError) as raised:
        read(path)
    assert isinstance(raised.value, PlanctlError)
    assert before is None or path.read_bytes() == before
    message = str(raised.value)
    assert message.startswith(str(path))
    return message.removeprefix(str(path))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (word_file(p("a")), Document(A, written="2020-10-05")),
        (b"a", text(A)),
        (b"a\r\n\r\nb \x0cc\rd\n", text(
            (*A, Line((), place=2), Line((Run("b c"),), place=3), Line((Run("d"),), place=4))
        )),
        (b"", text(())),
        ("\ufeffa".encode(), text(A)),
        ("a".encode("utf-16"), text(A, remarks=("It is not in UTF-8; it is read as UTF-16.",))),
        ("a\nb".encode("utf-16-le"), text(
            (*A, Line((Run("b"),), place=2)), remarks=("It is not in UTF-8; it is read as UTF-16.",)
        )),
        (b"caf\xe9", text(
            (Line((Run("café"),), place=1),),
            remarks=("It is not in UTF-8; it is read as Windows-1252.",),
        )),
        (b" \n<!-- saved -->\n<!DOCTYPE HTML>\n<p>a", Document(A)),
        (b'<?xml version="1.0"?><html xmlns="x"><body>a</body></html>', Document(A)),
        (b"<TABLE><tr><td>a</table>", None),
        (b"\xef\xbb\xbf<html>a", Document(A)),
        (b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>a", Document(A)),
        (
            b"From: a@itu.int\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\nContent-Type: "
            b"multipart/alternative; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nno"
            b"\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
            b"quoted-printable\r\n\r\n<p>=61</p>\r\n--B--\r\n",
            Document(A),
        ),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
            b"Content-Type: text/html\n\n<p>a\n--B\nContent-Type: image/png\n\nx\n--B--\n",
            Document(A),
        ),
        (b"Content-Type: text/plain\n\na\n", text(A)),
    ],
)  # fmt: skip
def test_what_is_in_a_file_decides(data: bytes, expected: Document | None, tmp_path: Path) -> None:
    found = read(at(tmp_path, data, "report.pdf"))
    if expected is None:
        assert cells(found) == [["a"]]
    else:
        assert found == expected


def test_a_file_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    path = at(tmp_path, b"", "report.docx")
    with pytest.raises(RefusedFileError) as refused:
        read(path)
    assert str(refused.value) == f"{path}: There is nothing in it: ask for the file again."


def test_text_that_is_called_a_word_file_is_told(tmp_path: Path) -> None:
    found = read(at(tmp_path, b"a", "report.docx"))
    remark = "It is called .docx, but is plain text, and was read as that."
    assert found == text(A, remarks=(remark,))


def test_a_mail_says_when_it_was_sent_and_what_came_with_it(tmp_path: Path) -> None:
    mail, forwarded = EmailMessage(), EmailMessage()
    forwarded["Subject"] = "Progress"
    forwarded.set_content("c")
    mail["Date"] = "Fri, 12 Feb 2021 23:30:00 -0500"
    mail.set_content("a")
    mail.add_attachment("b", filename="list.txt")
    mail.add_attachment(forwarded)
    found = read(at(tmp_path, mail.as_bytes()))
    assert (found.blocks, found.written) == (A, "2021-02-12")
    assert found.remarks == (
        "What came with this mail was not read: list.txt, the mail “Progress”. Save it, and read"
        " it by itself.",
    )


MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


@pytest.mark.parametrize("main", [MAIN, TEMPLATE])
def test_documents_with_macros_and_templates_are_read_like_others(
    main: str, tmp_path: Path
) -> None:
    assert read(at(tmp_path, own.packed(parts(p("a"), main=main)))).blocks == A


def strict(contents: Mapping[str, str]) -> dict[str, str]:
    names = {
        own.W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        own.R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    made = dict(contents)
    for old, new in names.items():
        made = {name: text.replace(old, new) for name, text in made.items()}
    return made


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_strict_documents_are_read_like_others(encoding: str, tmp_path: Path) -> None:
    link = tc(p(f'<w:hyperlink r:id="x">{r("c")}</w:hyperlink>'))
    body = p("a") + tbl(tr("b", link))
    contents: dict[str, str | bytes] = dict(strict(parts(body, {"x": "https://itu.int"})))
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    contents["word/document.xml"] = (head + str(contents["word/document.xml"])).encode(encoding)
    found = read(at(tmp_path, own.packed(contents)))
    assert lines(found) == ["a"]
    assert cells(found) == [["b", "c"]]
    grid = found.blocks[1]
    assert isinstance(grid, Grid)
    assert grid.rows[0][1].lines[0].runs == (Run("c", "https://itu.int"),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7", "This is a PDF file: open it in Word, which converts it, and save it as"
         " .docx."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x01\x02", "This is none of the files that planctl reads:"
         " open it in the program that wrote it, and save it as .docx."),
        (b"PK\x03\x04", "This file is damaged: open it in the program that wrote it, and save it"
         " again."),
        (own.packed({"a.txt": "a"}), "This is no Word or Excel file."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "This file is protected with a password: open it in Word, take the password off (File,"
            " Info, Protect Document, Encrypt with Password), and save it.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
            "This is an Excel file of the old kind (.xls): open it in Excel and save it as .xlsx.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"),
            "This is a message of Outlook (.msg): open it in Outlook and save it as HTML.",
        ),
        (
            own.packed({**parts(""), "word/document.xml": "<w:document"}),
            "This file is damaged: word/document.xml in it cannot be read.",
        ),
        (
            word_file("<w:p>" * 300 + "</w:p>" * 300),
            "word/document.xml in this file is nested deeper than Word and Excel do.",
        ),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n" + b"--B\n\n" * 300,
            "This mail cannot be read: save it as HTML.",
        ),
        (
            b"MIME-Version: 1.0\nContent-Type: text/html; " + b"a*0*=b" * 10_000 + b"\n\nx",
            "This mail cannot be read: save it as HTML.",
        ),
        (
            b"MIME-Version: 1.0\nContent-Type: image/png\n\nx",
            "This mail has no text: save its attachment, and read that.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    assert refusal(at(tmp_path, data)) == f": {message}"


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate((64 << 20) + 1)
    assert refusal(path) == (
        ": This file is larger than 64 MiB: take its pictures out, or copy what is wanted into a"
        " new file."
    )


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.docx") == " cannot be read: No such file or directory."
    assert refusal(tmp_path).startswith(" cannot be read: ")


OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"


OLD = {
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "rtf": b"{\\rtf1 a}",
    "odt": own.packed({"mimetype": OPEN_DOCUMENT, "content.xml": "<x/>"}, ZIP_STORED),
}


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (
            "doc",
            "This is a Word file of the old kind (.doc): open it in Word and save it as .docx.",
        ),
        ("rtf", "This is an RTF file: open it in Word and save it as .docx."),
        ("odt", "This is an OpenDocument file: save it as a Word file (.docx)."),
    ],
)
def test_without_libreoffice_old_files_are_to_be_saved_anew(
    kind: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("planctl.ingest.conversion._PLACES", ())
    assert refusal(at(tmp_path, OLD[kind])) == f": {message}"


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_converts_old_files(tmp_path: Path) -> None:
    body = rb"{\rtf1 Before\par\trowd\cellx2000\cellx4000\intbl a\cell\intbl b\cell\row\pard After}"
    found = read(at(tmp_path, body))
    assert lines(found)[0] == "Before"
    assert cells(found) == [["a", "b"]]
    assert found.remarks == (
        "It was converted by LibreOffice, as it is no .docx file: look closely at the result.",
    )


def test_the_shipped_plans_come_back_from_word_as_they_were(tmp_path: Path) -> None:
    annexes = shipped_annexes()
    found = read(at(tmp_path, docx.write(annexes, title="Plans", created="2020-10")))
    grids = [block for block in found.blocks if isinstance(block, Grid)]
    assert [
        ["^" if square.continues else square.text for square in row]
        for grid in grids
        for row in grid.rows[2:]
    ] == [
        [
            "^" if cell.continues else "\n".join(one.text.strip() for one in cell.paragraphs)
            for cell in row
        ]
        for annex in annexes
        for row in annex.rows
    ]
    assert found.written == "2020-10-01"
