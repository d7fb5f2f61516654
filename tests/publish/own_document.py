"""Documents of a secretary's own, for tests: made by code, with what real ones hold."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOT = (
    f'xmlns:r=\'{R}\' xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"  mc:Ignorable="w14"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

SECTION = (
    '<w:sectPr w:rsidR="00A1"><w:headerReference w:type="even" r:id="rId10"/>'
    '<w:headerReference w:type="default" r:id="rId11"/>'
    '<w:headerReference r:id="rId12" w:type="first"/>'
    '<w:pgSz w:w="11907" w:h="16840" w:code="9"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="425"'
    ' w:footer="709" w:gutter="0"/><w:pgNumType w:start="3"/><w:cols w:space="720"/>'
    '<w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>'
)
PLAIN_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134"'
    ' w:bottom="1134" w:left="1134" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
)

# IDs as another template has them: translated, numbered, and one of planctl's given to another.
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Tabletext"><w:name w:val="Something else"/></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Tabletext0">'
    '<w:name w:val="Table_text"/><w:basedOn w:val="Standard"/></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Annex_No&amp;Title">'
    '<w:name w:val="Annex_NoTitle"/></w:style>'
    '<w:style w:type="table" w:styleId="Tabellenraster"><w:name w:val="Table Grid"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="4"><w:nsid w:val="4A7B31C5"/><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num><w:numIdMacAtCleanup w:val="1"/>'
)

TRACKED = (
    '<w:p w14:paraId="0A1B2C3D"><w:pPr><w:rPr><w:ins w:id="91" w:author="A" '
    'w:date="2020-01-01T00:00:00Z"/></w:rPr></w:pPr><w:ins w:id="92" w:author="A">'
    "<w:r><w:t>New</w:t></w:r></w:ins><w:del w:id='93' w:author='A'><w:r>"
    "<w:delText>Old</w:delText></w:r></w:del></w:p>"
)
TABLE = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>{}</w:tc></w:tr>'
    "</w:tbl>"
)
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
NOTE = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>With a note</w:t></w:r></w:p>'


def p(text: str = "", properties: str = "") -> str:
    """A paragraph."""
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}</w:p>"


def document(body: str, *, root: str = _ROOT) -> str:
    """A main part that holds ``body``."""
    return f"{XML}<w:document {root}><w:body>{body}</w:body></w:document>"


def parts(
    body: str,
    *,
    styles: str | None = STYLES,
    numbering: str | None = NUMBERING,
    kind: str = "document",
    extra: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The parts of a document: with headers, footnotes, custom XML and something unknown."""
    held = {
        "styles": f"{XML}<w:styles {_ROOT}>{styles}</w:styles >" if styles is not None else "",
        "numbering": f"{XML}<w:numbering {_ROOT}>{numbering}</w:numbering>" if numbering else "",
        "footnotes": f"{XML}<w:footnotes {_ROOT}/>",
        "settings": f"{XML}<w:settings {_ROOT}><w:trackRevisions/></w:settings>",
        "header1": f"{XML}<w:hdr {_ROOT}>{p('Even')}</w:hdr>",
        "header2": f"{XML}<w:hdr {_ROOT}>{p('Default')}</w:hdr>",
        "header3": f"{XML}<w:hdr {_ROOT}>{p('First')}</w:hdr>",
    }
    held = {name: text for name, text in held.items() if text}
    numbers = {"header1": 10, "header2": 11, "header3": 12, "styles": 2, "numbering": 40}
    links = "".join(
        f'<Relationship Target="{name}.xml" Id="rId{numbers.get(name, 20 + len(name))}"'
        f' Type="{R}/{name.rstrip("123")}"/>'
        for name in held
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{name.rstrip("123")}+xml"/>'
        for name in held
    )
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default'
        ' Extension="xml" ContentType="application/xml"/><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.{kind}.main+xml"/>{types}'
        "</Types>",
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship'
        f' Id="rId1" Type="{R}/officeDocument" Target="/word/document.xml"/></Relationships>',
        "[trash]/0000.dat": "<not xml & never was",
        "customXml/item1.xml": "<?xml version='1.0'?><b:Sources xmlns:b='urn:b'/>",
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{links}</Relationships>",
        **{f"word/{name}.xml": text for name, text in held.items()},
        **(extra or {}),
    }


def packed(contents: Mapping[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    """The parts as a file."""
    held = BytesIO()
    with ZipFile(held, "w", method) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return held.getvalue()


def unpacked(data: bytes) -> dict[str, str]:
    """The parts of a file."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}
