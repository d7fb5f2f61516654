"""The parts that surround the table: page header, settings, fonts, theme and properties."""

from __future__ import annotations

from planctl.publish.docx.text import escape, moment, runs

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SCHEMAS = "http://schemas.openxmlformats.org"
_WORD = f"{_SCHEMAS}/wordprocessingml/2006/main"
_DRAWING = f"{_SCHEMAS}/drawingml/2006/main"
_OFFICE = f"{_SCHEMAS}/officeDocument/2006"


def word_part(root: str, content: str) -> str:
    """Wrap ``content`` into a part with the root element ``w:root``."""
    return (
        f'{_XML}<w:{root} xmlns:r="{_OFFICE}/relationships" xmlns:w="{_WORD}">{content}</w:{root}>'
    )


def languages(language: str) -> str:
    """Return the three language attributes of Word: Latin, East Asian and right-to-left text."""
    attributes = {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}
    primary = language.partition("-")[0].lower()
    place = {"zh": "eastAsia", "ja": "eastAsia", "ko": "eastAsia", "ar": "bidi"}.get(primary, "val")
    attributes[place] = language
    return " ".join(f'w:{name}="{escape(value)}"' for name, value in attributes.items())


def page_header(document_number: str) -> str:
    """Return the header of each page: the page's number and below it the document's."""
    paragraph = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{}</w:p>'
    page = (
        f'{runs("- ")}<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs("1")}'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{runs(" -")}'
    )
    number = paragraph.format(runs(document_number)) if document_number else ""
    return word_part("hdr", paragraph.format(page) + number)


def settings(language: str) -> str:
    """Return the settings of a document in ``language``, as Word 2013 and later behaves."""
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return word_part(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{modern}</w:compat><w:themeFontLang {languages(language)}/>"
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"'
        ' w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4"'
        ' w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
        ' w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def core_properties(title: str, created: str, language: str) -> str:
    """Return title, language and date; ``created`` is YYYY, YYYY-MM or YYYY-MM-DD.

    Raises ValueError where ``created`` is no date or XML cannot carry the title.
    """
    dated = f'xsi:type="dcterms:W3CDTF">{moment(created)}'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_SCHEMAS}/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>planctl</dc:creator>"
        "<cp:lastModifiedBy>planctl</cp:lastModifiedBy>"
        f"<dcterms:created {dated}</dcterms:created>"
        f"<dcterms:modified {dated}</dcterms:modified>"
        f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    )


APP_PROPERTIES = (
    f'{_XML}<Properties xmlns="{_OFFICE}/extended-properties">'
    "<Application>planctl</Application></Properties>"
)

FONT_TABLE = word_part(
    "fonts",
    '<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/>'
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    '<w:font w:name="SimSun"><w:altName w:val="宋体"/><w:panose1 w:val="02010600030101010101"/>'
    '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>',
)

_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0000FF",
    "folHlink": "800080",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_FACES = (
    '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface="Times New Roman"/>'
)

THEME = (
    f'{_XML}<a:theme xmlns:a="{_DRAWING}" name="planctl"><a:themeElements>'
    '<a:clrScheme name="planctl">'
    + "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items()
    )
    + f'</a:clrScheme><a:fontScheme name="planctl"><a:majorFont>{_FACES}</a:majorFont>'
    f"<a:minorFont>{_FACES}</a:minorFont></a:fontScheme>"
    f'<a:fmtScheme name="planctl"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
