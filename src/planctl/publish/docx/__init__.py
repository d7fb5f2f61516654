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

from planctl.publish.docx import drawing, package, parts, styles
from planctl.publish.docx.check import DOCUMENT, repeated, sketch_faults
from planctl.publish.docx.links import Links
from planctl.publish.docx.revisions import Marking
from planctl.publish.docx.tables import Tables, draw, placed
from planctl.publish.table import Annex, Tracking

if TYPE_CHECKING:
    from planctl.publish.liaison import Liaison

__all__ = ["Tracking", "write"]


def write(
    annexes: Sequence[Annex],
    *,
    title: str,
    created: str,
    document_number: str = "",
    portrait: bool = False,
    tracking: Tracking | None = None,
    cover: Liaison | None = None,
    drawn: Sequence[Tables] = (),
) -> bytes:
    """Draw the annexes as a Word document in landscape A4, each beginning on a new page.

    With ``portrait`` the pages stand upright, and the tables are narrower. ``cover`` is a front
    page, upright in any case.

    ``title`` goes into the document's properties, ``document_number`` under the page number.
    ``created`` is an ISO 8601 date from the plans ("2020-10-01", "2020-10" or "2020"), never the
    clock's; the language for the spelling checker is that of the first annex. With ``tracking``,
    what is marked in the annexes is drawn as revisions, which Word accepts and rejects; without, in
    colour, underlined or struck through. ``drawn`` are the tables of the annexes, where they were
    drawn before; then the annexes need no rows. The same input gives the same bytes.

    Raises ValueError for text that XML cannot carry (UnwritableTextError), for a date that
    is none, for rows that do not fit their columns, and for joined cells in a table with revisions;
    AssertionError for a bug in planctl.
    """
    links = Links(first=package.FIRST_LINK_ID)
    marking = Marking(tracking)
    language = annexes[0].language if annexes else "en-GB"
    front = _front_page(cover, links) if cover else ""
    tables = drawn or [draw(annexes, marking, portrait=portrait)]
    body = placed(annexes, tables, links, marking)
    found = repeated(b"".join(body.blocks).decode()) if tracking else []
    end = drawing.closing() + _section(portrait, any(annex.right_to_left for annex in annexes))
    made = {
        "[Content_Types].xml": package.CONTENT_TYPES,
        "_rels/.rels": package.ROOT_RELATIONSHIPS,
        DOCUMENT: parts.word_part(
            "document", f"<w:body>{front}{body.sketch.decode()}{end}</w:body>"
        ),
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
    opened, closed = parts.word_part("document", "<w:body>|</w:body>").encode().split(b"|")
    document = b"".join([opened, front.encode(), *body.blocks, end.encode(), closed])
    return _checked(made, document, found)


def _front_page(cover: Liaison, links: Links) -> str:
    from planctl.publish.docx.front_page import front_page

    return "".join(front_page(cover, links))


def _checked(made: Mapping[str, str], document: bytes, found: Sequence[str]) -> bytes:
    """Put the parts together, with the ``document``, while they are checked with its sketch.

    Compressing lets other threads work. ``found`` are faults that are known already.
    """
    from threading import Thread

    packed: list[bytes] = []
    packing = Thread(target=lambda: packed.append(package.pack({**made, DOCUMENT: document})))
    packing.start()
    faults = [*found, *sketch_faults(made)]
    packing.join()
    if faults:
        raise AssertionError("The Word file that planctl made has faults: " + " ".join(faults))
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
