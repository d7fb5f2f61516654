"""A plan as the neutral table: the eight columns of an action plan, row by row.

The form is that of the action plans sent to TSAG in October 2020: a directive's ID, text and
reference stand once, beside all of its activities.
"""

from __future__ import annotations

from planctl.patterns import late
from planctl.plan import dates, responsibility
from planctl.plan.deliverable import Deliverable, line
from planctl.plan.model import STATUS_WORDS, Activity, Block, Directive, Plan
from planctl.plan.numerals import roman
from planctl.plan.opening import opening
from planctl.plan.prose import Prose, paragraphs, text_of
from planctl.publish.table import Annex, Cell, Column, Paragraph, ParagraphKind, Run

_LINK = late(r"(?:https?://|ftp://|mailto:)[^\s<>\"“”]+")


def annex(plan: Plan, number: int, language: str = "en") -> Annex:
    """The plan as annex ``number`` of a document, its prose in ``language`` where it has it."""
    resolution = plan.resolution
    title = text_of(resolution.title, language)
    name = f"{resolution.assembly} Resolution {resolution.number}"
    edition = text_of(resolution.edition, language)
    return Annex(
        number=f"ANNEX {roman(number)}",
        heading=(f"Action plan for implementation of {name} ({edition}):", title),
        title=f"Action plan for {name}: {title}",
        columns=_columns(plan),
        rows=tuple(row for item in plan.directives for row in _rows(item, language)),
    )


def _columns(plan: Plan) -> tuple[Column, ...]:
    return (
        Column("level1", ("Level 1",), 822, group="ID"),
        Column("level2", ("Level 2",), 822, group="ID"),
        Column("directives", ("Directives",), 2098),
        Column("references", ("References", f"(Res. {plan.resolution.number})"), 1361),
        Column("activities", ("Activities",), 2580),
        Column("responsibilities", ("Responsibilities", "(as identified in the Resolution)"), 1701),
        Column("time_plan", ("Time plan",), 1077),
        Column("status", ("Status", f"({dates.heading(plan.as_of)})"), 4111),
    )


def _rows(directive: Directive, language: str) -> list[tuple[Cell, ...]]:
    level_1 = "" if directive.unnumbered else directive.id
    if not directive.activities:
        head = (level_1, directive.level_2, directive.text, directive.references)
        return [(*(_cell(text, language) for text in head), *([Cell()] * 4))]
    rows: list[tuple[Cell, ...]] = []
    reference: Prose | None = None
    for position, activity in enumerate(directive.activities):
        again = position > 0
        own = activity.references if activity.references is not None else directive.references
        rows.append(
            (
                Cell(continues=True) if again else _cell(level_1, language),
                _cell(_level_2(directive, activity), language),
                Cell(continues=True) if again else _cell(directive.text, language),
                Cell(continues=True) if own == reference else _cell(own, language),
                _cell(activity.text, language),
                _cell("\n".join(responsibility.lines(activity.responsible)), language),
                _cell(activity.time_plan, language),
                Cell(status(activity, language)),
            )
        )
        reference = own
    return rows


def _level_2(directive: Directive, activity: Activity) -> str:
    if directive.unnumbered:
        return ""
    return directive.level_2 if activity.id == directive.id else activity.id


def _cell(prose: Prose, language: str) -> Cell:
    text = text_of(prose, language)
    return Cell(tuple(_paragraph(part) for part in text.split("\n"))) if text else Cell()


def status(activity: Activity, language: str = "en") -> tuple[Paragraph, ...]:
    """The Status column: the report, or the status word where an activity has no report.

    An ongoing activity without a report prints nothing: "Ongoing" already is its time plan.
    """
    if not activity.report and activity.status != "ongoing":
        return (_paragraph(STATUS_WORDS[activity.status]),)
    return tuple(part for block in activity.report for part in _block(block, language))


def _block(block: Block, language: str) -> list[Paragraph]:
    kind: ParagraphKind = "text" if block.year is None else "year"
    first = opening(block)
    said = [] if first is None else paragraphs(first, language)
    parts = [_paragraph(part, kind) for part in said]
    for deliverable in block.deliverables:
        parts.extend(_item(deliverable, "bullet", language))
        for item in deliverable.items:
            parts.extend(_item(item, "dash", language))
    return parts


def _item(deliverable: Deliverable, kind: ParagraphKind, language: str) -> list[Paragraph]:
    first, *rest = line(deliverable, language).split("\n")
    return [_paragraph(first, kind, deliverable.url), *(_paragraph(part) for part in rest)]


def _paragraph(text: str, kind: ParagraphKind = "text", url: str | None = None) -> Paragraph:
    """A paragraph whose web addresses are links; ``url`` makes the whole of it one."""
    if url and not _LINK.search(text):
        return Paragraph((Run(text, url),), kind)
    runs: list[Run] = []
    done = 0
    for match in _LINK.finditer(text):
        address = _trimmed(match.group())
        if match.start() > done:
            runs.append(Run(text[done : match.start()]))
        runs.append(Run(address, address))
        done = match.start() + len(address)
    if done < len(text):
        runs.append(Run(text[done:]))
    return Paragraph(tuple(runs), kind)


def _trimmed(address: str) -> str:
    """A web address without the punctuation of the sentence that it ends."""
    while address[-1] in ".,;:" or (address[-1] == ")" and "(" not in address):
        address = address[:-1]
    return address
