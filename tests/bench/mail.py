"""A document of 100 pages to look for evidence in: some 500 words a page, with a Recommendation or
an event in every fifth sentence.
"""

from __future__ import annotations

from random import Random

from planctl.plan.dates import MONTHS
from tests.bench import phrases

PAGES = 100
_PARAGRAPHS = 6  # a page, of some eighty words each


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
