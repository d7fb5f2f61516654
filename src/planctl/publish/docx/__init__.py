"""The Word writer: annexes in, a .docx file out.

The parts of the file: ``text`` escapes characters and makes runs, ``links`` decides what may be a
link, ``revisions`` draws the marks of what changed, ``grid`` a table and ``drawing`` an annex,
``styles`` and ``parts`` hold what is the same in every file, ``package`` puts the parts together,
and ``check`` looks for faults in the result.

Into somebody's own document, which ``planctl.office`` opens: ``blocks`` finds its paragraphs and
tables, ``places`` where the annexes go, ``insertion`` puts them there between ``sections``,
``adopted`` finds its styles and lists, ``splices`` changes text and nothing around it, and
``template`` makes the copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from planctl.publish.docx import drawing, grid, package, parts, styles
from planctl.publish.docx.check import drawn_faults
from planctl.publish.docx.links import Links
from planctl.publish.docx.revisions import Marking
from planctl.publish.table import Annex, Tracking

if TYPE_CHECKING:
    from planctl.publish.liaison import Liaison

__all__ = ["Tracking", "write"]

_PORTRAIT_WIDTH = 9638  # of the text between the margins of portrait A4, in twips


def write(
    annexes: Sequence[Annex],
    *,
    title: str,
    created: str,
    document_number: str = "",
    portrait: bool = False,
    tracking: Tracking | None = None,
    cover: Liaison | None = None,
) -> bytes:
    """Draw the annexes as a Word document in landscape A4, each beginning on a new page.

    With ``portrait`` the pages stand upright, and the tables are narrower. ``cover`` is a front
    page, upright in any case.

    ``title`` goes into the document's properties, ``document_number`` under the page number.
    ``created`` is an ISO 8601 date from the plans ("2020-10-01", "2020-10" or "2020"), never the
    clock's; the language for the spelling checker is that of the first annex. With ``tracking``,
    what is marked in the annexes is drawn as revisions, which Word accepts and rejects; without, in
    colour, underlined or struck through. The same input gives the same bytes.

    Raises ValueError for text that XML cannot carry (UnwritableTextError), for a date that
    is none, for rows that do not fit their columns, and for joined cells in a table with revisions;
    AssertionError for a bug in planctl.
    """
    links = Links(first=package.FIRST_LINK_ID)
    language = annexes[0].language if annexes else "en-GB"
    width = _PORTRAIT_WIDTH if portrait else grid.TEXT_WIDTH
    body: list[str] = []
    if cover:
        from planctl.publish.docx.front_page import front_page

        body += front_page(cover, links)
    body += [
        *drawing.annexes(annexes, links, Marking(tracking), width=width),
        drawing.closing(),
        _section(portrait, any(annex.right_to_left for annex in annexes)),
    ]
    made = {
        "[Content_Types].xml": package.CONTENT_TYPES,
        "_rels/.rels": package.ROOT_RELATIONSHIPS,
        "word/document.xml": parts.word_part("document", f"<w:body>{''.join(body)}</w:body>"),
        "word/_rels/document.xml.rels": package.document_relationships(links),
        "word/styles.xml": styles.style_sheet(language),
        "word/numbering.xml": styles.NUMBERING,
        "word/settings.xml": parts.settings(language),
        "word/fontTable.xml": parts.FONT_TABLE,
        "word/theme/theme1.xml": parts.THEME,
        "word/header1.xml": parts.page_header(document_number),
        "docProps/core.xml": parts.core_properties(title, created, language),
        "docProps/app.xml": parts.APP_PROPERTIES,
    }
    return _checked(made)


def _checked(made: Mapping[str, str]) -> bytes:
    """Put the parts together while they are checked; compressing lets other threads work."""
    from threading import Thread

    packed: list[bytes] = []
    packing = Thread(target=lambda: packed.append(package.pack(made)))
    packing.start()
    found = drawn_faults(made)
    packing.join()
    if found:
        raise AssertionError("The Word file that planctl made has faults: " + " ".join(found))
    return packed[0]


def _section(portrait: bool, right_to_left: bool) -> str:
    """The properties of the only section: A4, and the page header."""
    size = 'w:w="11906" w:h="16838"' if portrait else 'w:w="16838" w:h="11906" w:orient="landscape"'
    return (
        "<w:sectPr>"
        f'<w:headerReference w:type="default" r:id="{package.HEADER_ID}"/>'
        f"<w:pgSz {size}/>"
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"'
        ' w:header="425" w:footer="425" w:gutter="0"/>'
        f'<w:cols w:space="720"/>{"<w:bidi/>" if right_to_left else ""}'
        "</w:sectPr>"
    )
