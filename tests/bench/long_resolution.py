"""A resolution of 100 pages: some 500 words a page, in four blocks of five hundred clauses."""

from __future__ import annotations

from random import Random

from tests.bench import phrases

PAGES = 100
_CLAUSES = 20  # a page, of some twenty-five words each
_BODIES = ("the Director of TSB", "ITU-T Study Group 5", "TSAG", "the study groups of ITU-T")


def paragraphs() -> list[str]:
    """The paragraphs, the same ones each time."""
    random = Random(2)  # noqa: S311

    def pick(among: tuple[str, ...]) -> str:
        return among[int(random.random() * len(among))]

    lines = [
        "RESOLUTION 999 (Rev. New Delhi, 2024)",
        "Everything that is to be done",
        "The World Telecommunication Standardization Assembly (New Delhi, 2024),",
        "considering",
        "that there is much to be done,",
    ]
    for body in _BODIES:
        lines.append(f"instructs {body}")
        lines += [
            f"{number} to study {pick(phrases.TOPICS)} for {pick(phrases.AUDIENCES)}, to report on"
            f" {pick(phrases.TOPICS)} to the next meeting, and to take account of what the"
            f" membership contributes on {pick(phrases.TOPICS)};"
            for number in range(1, PAGES * _CLAUSES // len(_BODIES) + 1)
        ]
    return lines
