"""A Word file of others is opened without trusting it."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.office.members import DAMAGED
from planctl.office.package import Relationship, open_package
from planctl.office.refusal import RefusedFileError
from tests.publish import own_document as own

TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
GOOD = own.parts(own.p("A"))


def refusal(data: bytes) -> str:
    with pytest.raises(RefusedFileError) as raised:
        open_package(data)
    return str(raised.value)


def changed(name: str, old: str, new: str) -> bytes:
    assert old in GOOD[name]
    return own.packed({**GOOD, name: GOOD[name].replace(old, new)})


def test_the_parts_are_found_by_their_relationships() -> None:
    package = open_package(own.packed(GOOD))
    assert (package.document, package.kind) == (DOCUMENT, "docx")
    assert package.related("styles") == "word/styles.xml"
    assert package.related("comments") is None
    assert {name: content.decode() for name, content in package.members.items()} == GOOD


def test_the_document_may_have_another_name() -> None:
    parts = {name.replace("document.xml", "document2.xml"): text for name, text in GOOD.items()}
    for name in (TYPES, "_rels/.rels"):
        parts[name] = parts[name].replace("document.xml", "document2.xml")
    package = open_package(own.packed(parts))
    assert package.document == "word/document2.xml"
    assert package.related("numbering") == "word/numbering.xml"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("wordprocessingml.document.main", "wordprocessingml.template.main", "dotx"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            "docm",
        ),
    ],
)
def test_the_kind_is_that_of_the_content(old: str, new: str, kind: str) -> None:
    assert open_package(changed(TYPES, old, new)).kind == kind


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
OPEN_DOCUMENT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "This is no Word file."),
        (b"%PDF-1.7", "This is no Word file."),
        (b"{\\rtf1 }", "This is an RTF file: open it in Word and save it as .docx."),
        (
            OLE,
            "This is a Word file of the old kind (.doc): open it in Word and save it as .docx.",
        ),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "This file is protected with a password: open it in Word, take the password off (File,"
            " Info, Protect Document, Encrypt with Password), and save it.",
        ),
        (b"PK\x03\x04", DAMAGED),
        (own.packed(GOOD)[:-40], DAMAGED),
        (own.packed({"a.txt": "a"}), "This is no Word file."),
        (
            own.packed(OPEN_DOCUMENT),
            "This is an OpenDocument file: save it as a Word file (.docx).",
        ),
        (
            changed(TYPES, "wordprocessingml.document", "spreadsheetml.sheet"),
            "This is no Word file, but a file of another program.",
        ),
        (changed("_rels/.rels", "/word/document", "/word/other"), "This is no Word file."),
        (
            changed("_rels/.rels", 'Target="', 'TargetMode="External" Target="'),
            "This is no Word file.",
        ),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, message: str) -> None:
    assert refusal(data) == message


def test_an_open_document_sheet_is_to_be_an_excel_file() -> None:
    sheet = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    with pytest.raises(RefusedFileError) as refused:
        open_package(own.packed(sheet), excel=True)
    assert str(refused.value) == ("This is an OpenDocument file: save it as an Excel file (.xlsx).")


WORKBOOK = changed(
    TYPES,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
)


def test_a_workbook_is_opened_where_one_is_wanted() -> None:
    assert open_package(WORKBOOK, excel=True).kind == "xlsx"
    assert open_package(own.packed(GOOD), excel=True).kind == "docx"
    for data in (b"%PDF-1.7", own.packed({"a.txt": "a"})):
        with pytest.raises(RefusedFileError, match=r"^This is no Word or Excel file\.$"):
            open_package(data, excel=True)


def test_an_old_workbook_is_told_from_an_old_document() -> None:
    assert refusal(OLE + "Workbook".encode("utf-16-le")) == (
        "This is an Excel file of the old kind (.xls): open it in Excel and save it as .xlsx."
    )


def test_too_many_links_are_refused() -> None:
    links = "_rels/.rels"
    data = own.packed({**GOOD, links: f"<x>{'<y/>' * 100_000}</x>"})
    assert refusal(data) == f"{links} in this file is larger than that of any document."


def test_pictures_are_left_out_where_they_are_not_wanted() -> None:
    package = open_package(own.packed(GOOD), pictures=False)
    assert set(GOOD) - set(package.members) == {"[trash]/0000.dat"}


def test_relationships_say_where_they_lead() -> None:
    links = open_package(own.packed(GOOD)).relationships(DOCUMENT)
    assert links["rId2"] == Relationship("styles", "styles.xml", "word/styles.xml", external=False)
    outside = own.packed(
        {
            **GOOD,
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{own.PACKAGE}/relationships">'
            f'<Relationship Id="a" Type="{own.R}/hyperlink" Target="https://itu.int"'
            f' TargetMode="External"/><Relationship Id="b" Type="{own.R}/styles" Target="no.xml"/>'
            "</Relationships>",
        }
    )
    assert open_package(outside).relationships(DOCUMENT) == {
        "a": Relationship("hyperlink", "https://itu.int", "", external=True),
        "b": Relationship("styles", "no.xml", "", external=False),
    }
    assert open_package(outside).relationships("word/none.xml") == {}


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refusal(b"PK" + bytes(64 << 20)) == (
        "This file is larger than 64 MiB: take its pictures out, or copy what is wanted into a new"
        " file."
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [("../up.xml", "'../up.xml'"), ("/word/x.xml", "'/word/x.xml'"), ("a\\b", r"'a\\b'")],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str, shown: str) -> None:
    data = own.packed({**GOOD, name.replace("\\", "?"): "x"}).replace(b"a?b", b"a\\b")
    assert refusal(data) == f"This file is damaged: “{shown}” is no name of a part."


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [DOCUMENT, "Word/Document.xml"])
def test_a_part_that_is_there_twice_is_refused(name: str) -> None:
    held = BytesIO(own.packed(GOOD))
    with ZipFile(held, "a") as archive:
        archive.writestr(name, "<x/>")
    assert refusal(held.getvalue()) == "This file is damaged: it holds the same part twice."


def test_too_many_parts_are_refused() -> None:
    data = own.packed({**GOOD, **{f"x/{number}": "" for number in range(5000)}})
    assert refusal(data) == "This file has more than 5000 parts."


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(own.packed(GOOD))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert refusal(bytes(data)) == "This file is encrypted: save it without a password."


def test_a_part_that_grows_beyond_measure_is_refused() -> None:
    bomb = own.packed({**GOOD, "x.bin": bytes(5 << 20)})
    assert refusal(bomb) == (
        "x.bin in this file is compressed beyond what Word and Excel do: it may be meant to do"
        " harm."
    )
    assert open_package(own.packed({**GOOD, "x.bin": bytes(3 << 20)})).members["x.bin"]


def test_a_directory_that_claims_too_much_is_refused() -> None:
    data = bytearray(own.packed({**GOOD, "x.bin": "x"}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 20 : entry + 28] = struct.pack("<II", 199 << 20, 201 << 20)
    assert refusal(bytes(data)) == (
        "What is in this file is larger than 200 MiB: take its pictures out, or copy what is wanted"
        " into a new file."
    )


def test_a_directory_that_claims_too_little_is_refused() -> None:
    data = bytearray(own.packed({**GOOD, "x.bin": "x" * 1000}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    assert refusal(bytes(data)) == DAMAGED


def test_compression_that_word_cannot_read_is_refused() -> None:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_BZIP2) as archive:
        for name, text in GOOD.items():
            archive.writestr(name, text)
    assert refusal(held.getvalue()) == DAMAGED


def test_folders_are_no_parts() -> None:
    held = BytesIO(own.packed(GOOD))
    with ZipFile(held, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/", "")
    assert list(open_package(held.getvalue()).members) == list(GOOD)


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-8-sig", "iso-8859-1"])
@pytest.mark.parametrize("declaration", [LAUGHS, "<!DOCTYPE x>", '<!DOCTYPE x SYSTEM "file:///">'])
@pytest.mark.parametrize("name", ["customXml/item1.xml", DOCUMENT, "_rels/.rels", "x.SVG"])
def test_a_document_type_is_refused(name: str, declaration: str, encoding: str) -> None:
    said = {"utf-16-le": "utf-16", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = f'<?xml version="1.0" encoding="{said}"?><!-- c -->{declaration}<x>&b;</x>'
    content = (b"\xff\xfe" if encoding == "utf-16-le" else b"") + text.encode(encoding)
    parts: Mapping[str, str | bytes] = {**GOOD, name: content}
    assert refusal(own.packed(parts)) == (
        f"{name} in this file declares its own document type, which neither Word nor Excel does:"
        " it may be meant to do harm."
    )


@pytest.mark.parametrize("content", [b"", b"text", b'<?xml version="1.0" encoding="x-no"?><x/>'])
def test_a_part_that_is_no_xml_is_refused(content: bytes) -> None:
    parts: Mapping[str, str | bytes] = {**GOOD, "customXml/item1.xml": content}
    assert refusal(own.packed(parts)) == (
        "This file is damaged: customXml/item1.xml in it cannot be read."
    )


def test_relationships_that_are_broken_are_refused() -> None:
    data = own.packed({**GOOD, "_rels/.rels": "<Relationships>"})
    assert refusal(data) == ("This file is damaged: _rels/.rels, line 1 is not well-formed XML.")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_is_refused_or_harmless(data: st.DataObject) -> None:
    content = bytearray(own.packed(GOOD))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(RefusedFileError):
        open_package(bytes(content))
