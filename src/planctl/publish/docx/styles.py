"""The style sheet and the list of bullets: ITU's genuine style names, nothing more than is used.

Word matches styles by name when text is pasted into a template, and the template's wins. So a
table pasted into an ITU template becomes an ITU table. List items are Table_text with a list of
their own: the templates' ``enumlev1`` (12 pt, indented 14 mm) and ``List Bullet`` (another list)
would change size and indent on the way, a direct list keeps both.
"""

from __future__ import annotations

from planctl.publish.docx.parts import languages, word_part

_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
BORDERS = f"<w:tblBorders>{_SIDES}</w:tblBorders>"
"""A thin line around each cell of a table."""

STYLES = {
    "Normal": '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/>'
    '<w:qFormat/><w:pPr><w:spacing w:before="120"/></w:pPr>'
    '<w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>',
    "DefaultParagraphFont": '<w:style w:type="character" w:default="1"'
    ' w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    "TableNormal": '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    "NoList": '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    "AnnexNotitle": '<w:style w:type="paragraph" w:customStyle="1" w:styleId="AnnexNotitle">'
    '<w:name w:val="Annex_No &amp; title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    '<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/>'
    '<w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>',
    "Tablehead": '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Tablehead">'
    '<w:name w:val="Table_head"/><w:basedOn w:val="Normal"/><w:next w:val="Tabletext"/>'
    '<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="80" w:after="80"/>'
    '<w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
    "Tabletext": '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Tabletext">'
    '<w:name w:val="Table_text"/><w:basedOn w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'
    '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
    "Header": '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>'
    '<w:pPr><w:spacing w:before="0"/><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>',
    "Hyperlink": '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
    '<w:rPr><w:color w:val="0000FF"/><w:u w:val="single"/></w:rPr></w:style>',
    "TableGrid": '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr>'
    f"{BORDERS}</w:tblPr></w:style>",
}
"""The styles by their IDs, as they stand in the style sheet."""


def style_sheet(language: str) -> str:
    """Return the style sheet for a document in ``language`` (a BCP 47 tag)."""
    return word_part(
        "styles",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"'
        ' w:eastAsia="SimSun" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        f"<w:lang {languages(language)}/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        + "".join(STYLES.values()),
    )


def _level(level: int, sign: str) -> str:
    indent = 198 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="198"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
        ' w:cs="Times New Roman" w:hint="default"/></w:rPr></w:lvl>'
    )


def bullets(definition: int, number: int, mark: int) -> tuple[str, str]:
    """Return a definition of the bullets and the list ``number`` that uses it.

    ``mark`` tells Word which definitions are the same list; two in one file may not share it.
    """
    return (
        f'<w:abstractNum w:abstractNumId="{definition}"><w:nsid w:val="{mark:08X}"/>'
        '<w:multiLevelType w:val="hybridMultilevel"/><w:tmpl w:val="5C2E9D46"/>'
        f"{_level(0, '•')}{_level(1, '–')}</w:abstractNum>",
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>',
    )


MARK = 0x4A7B31C5
NUMBERING = word_part("numbering", "".join(bullets(0, 1, MARK)))
