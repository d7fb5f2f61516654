"""The package around the parts: content types, relationships and the ZIP file (ISO/IEC 29500-2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planctl.publish.docx.links import Links
from planctl.publish.docx.text import escape

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_DOCUMENT_PARTS = (
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("theme", "theme/theme1.xml"),
    ("header", "header1.xml"),
)

HEADER_ID = "rId6"
"""The relationship from the document to its page header."""

FIRST_LINK_ID = len(_DOCUMENT_PARTS) + 1
"""The number of the first relationship that is a link."""

_TYPES = {
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "/word/header1.xml": f"{_WORD}.header+xml",
    "/word/numbering.xml": f"{_WORD}.numbering+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
}

CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items()
    )
    + "</Types>"
)

ROOT_RELATIONSHIPS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)


def document_relationships(links: Links, more: Iterable[str] = ()) -> str:
    """Return the relationships of the document: its parts, then its links, and ``more``."""
    inner = [
        relationship(f"rId{number}", kind, target)
        for number, (kind, target) in enumerate(_DOCUMENT_PARTS, 1)
    ]
    return relationships([*inner, *link_relationships(links), *more])


def relationships(entries: Iterable[str]) -> str:
    """Return a part of relationships."""
    inner = "".join(entries)
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def relationship(link: str, kind: str, target: str) -> str:
    """Return the relationship to another part: its ID, kind ("styles") and name."""
    return f'<Relationship Id="{link}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def link_relationships(links: Links) -> list[str]:
    """Return the relationships to the targets of links."""
    return [
        f'<Relationship Id="{link}" Type="{_OFFICE}/hyperlink" Target="{escape(target)}"'
        ' TargetMode="External"/>'
        for target, link in links.ids.items()
    ]


def override(part: str, kind: str) -> str:
    """Return the content type of a Word part ("/word/styles.xml") of a kind ("styles")."""
    return f'<Override PartName="{part}" ContentType="{_WORD}.{kind}+xml"/>'


_LONG = 4_000_000  # characters: of a longer part, the last tenths of its size cost too much time
_USUAL, _QUICK = 6, 3  # levels of zlib


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """Put the parts into a ZIP file in the order given, with fixed times and a fixed system."""
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, content in parts.items():
            member = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            level = _QUICK if len(content) > _LONG else _USUAL
            archive.writestr(member, content, compresslevel=level)
    return held.getvalue()
