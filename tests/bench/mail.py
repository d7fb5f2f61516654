"""A document of 100 pages to look for evidence in: some 500 words a page, with a Recommendation or
an event in every fifth sentence; as text, and as Word keeps it.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from planctl.plan.dates import MONTHS
from tests.bench import phrases

PAGES = 100
_PARAGRAPHS = 6  # a page, of some eighty words each
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraphs() -> list[str]:
    """The paragraphs, the same ones each time."""
    random = Random(1)  # noqa: S311

    def pick(among: tuple[str, ...]) -> str:
        return among[int(random.random() * len(among))]

    def sentence() -> str:
        topic, audience = pick(phrases.TOPICS), pick(phrases.AUDIENCES)
        number = 1000 + int(random.random() * 600)
        day, month = 1 + int(random.random() * 28), pick(MONTHS)
        forms = (
            f"Recommendation ITU-T L.{number} “Guidance on {topic}” is planned to be consented in"
            f" {month} 2025.",
            f"A workshop on {topic} was held on {day} {month} 2024 in Geneva, Switzerland.",
            *(
                f"The work on {topic} continues to respond to the needs of {audience}, and the"
                f" contributions received show how {pick(phrases.TOPICS)} bears on it.",
            )
            * 8,
        )
        return pick(forms)

    return [" ".join(sentence() for _ in range(3)) for _ in range(PAGES * _PARAGRAPHS)]


def write(folder: Path) -> tuple[Path, Path]:
    """The document in ``folder`` as text and as Word keeps it."""
    text = folder / "update.txt"
    word = folder / "update.docx"
    lines = paragraphs()
    text.write_text("\n".join(lines), encoding="utf-8", newline="")
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    with ZipFile(word, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        )
    return text, word
