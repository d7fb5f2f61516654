"""A plan as the neutral table: the eight columns of an action plan, row by row.

The form is that of the action plans sent to TSAG in October 2020: a directive's ID, text and
reference stand once, beside all of its activities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from planctl.plan import dates, responsibility
from planctl.plan.deliverable import Deliverable, line
from planctl.plan.model import STATUSES, Activity, Block, Directive, Plan
from planctl.plan.numerals import roman
from planctl.plan.opening import opening
from planctl.plan.prose import LANGUAGES, Prose, paragraphs, text_of
from planctl.publish.languages import ENGLISH, WORDINGS, Wording
from planctl.publish.links import linked
from planctl.publish.table import Annex, Cell, Column, Paragraph, ParagraphKind, Run


class Layout(NamedTuple):
    """What an annex shows, and in which language.

    ``without`` are the keys of columns to leave out, ``extra`` those of :data:`EXTRA` to add before
    the Status column. With ``repeat_ids`` Level 1 stands in each row, not only in a directive's
    first. ``shown`` tells which activities are shown; a directive none of whose are is left out.
    """

    language: str = "en"
    without: frozenset[str] = frozenset()
    extra: tuple[str, ...] = ()
    repeat_ids: bool = False
    shown: Callable[[Activity], bool] | None = None

    def shows(self, activity: Activity) -> bool:
        """Whether the activity is shown."""
        return self.shown is None or self.shown(activity)

    def count(self, plan: Plan) -> int:
        """How many activities of a plan are shown."""
        return sum(1 for _, activity in plan.activities() if self.shows(activity))


EXTRA = {
    "due": 1077,
    "priority": 907,
    "recurrence": 1077,
    "decided_by": 1247,
    "reporting_to": 1247,
    "status_since": 1077,
    "blocker": 1361,
    "next_step": 1587,
}
"""The columns that can be added, fields of an activity, and their widths."""

_WEIGHTS = {
    "level1": 822,
    "level2": 822,
    "directives": 2098,
    "references": 1361,
    "activities": 2580,
    "responsibilities": 1701,
    "time_plan": 1077,
    "status": 4111,
}
_LONG = ("ar", "es", "fr", "ru")  # languages in which "Level 1" needs a wider column
_WIDER = 284
LEVELS = ("level1", "level2")
"""The keys of the columns under the heading "ID"."""
COLUMNS = tuple(_WEIGHTS)
"""The keys of the eight columns of a published plan."""


def annex(plan: Plan, number: int, layout: Layout = Layout()) -> Annex:  # noqa: B008
    """The plan as annex ``number`` of a document; its prose in the language where it has it."""
    wording = WORDINGS[layout.language]
    title = text_of(plan.resolution.title, layout.language)
    edition = text_of(plan.resolution.edition, layout.language)
    name = wording.resolution(plan.resolution.assembly, plan.resolution.number)
    columns = _columns(plan, layout, wording)
    rows = [
        tuple(row[column.key] for column in columns)
        for directive in plan.directives
        for row in _rows(chosen(directive, layout), layout)
    ]
    return Annex(
        number=wording.annex.format(number=roman(number)),
        heading=(wording.plan.format(name=name, edition=edition), title),
        title=wording.short.format(name=name, title=title),
        columns=columns,
        rows=tuple(rows),
        language=wording.tag,
        right_to_left=wording.right_to_left,
        key=plan.key,
    )


def is_spoken(plan: Plan, language: str) -> bool:
    """Whether a plan is in ``language`` or in English."""
    return plan.data.get("language", "en") in ("en", language)


def _columns(plan: Plan, layout: Layout, wording: Wording) -> tuple[Column, ...]:
    head = wording.columns
    keys = [key for key in COLUMNS if key not in layout.without]
    at = keys.index("status") if "status" in keys else len(keys)
    weights = {**_WEIGHTS, **EXTRA}
    below = {
        "references": wording.reference.format(number=plan.resolution.number),
        "responsibilities": wording.identified,
        "status": f"({_month(plan.as_of, wording)})",
    }
    return tuple(
        Column(
            key,
            tuple(filter(None, (head[key], below.get(key)))),
            weights[key] + (_WIDER if key in LEVELS and layout.language in _LONG else 0),
            group=head["id"] if key in LEVELS else "",
        )
        for key in (*keys[:at], *layout.extra, *keys[at:])
    )


def _month(as_of: str, wording: Wording) -> str:
    span = dates.parse(as_of)
    year, month = span.first[:2]
    return wording.date(year, month)


def chosen(directive: Directive, layout: Layout) -> Directive | None:
    """The directive with the activities that are shown; None where none of its own are."""
    if layout.shown is None:
        return directive
    activities = tuple(filter(layout.shown, directive.activities))
    return directive._replace(activities=activities) if activities else None


def _rows(directive: Directive | None, layout: Layout) -> Iterator[dict[str, Cell]]:
    """The rows of a directive, each cell by its column."""
    if directive is None:
        return
    language = layout.language
    level_1 = "" if directive.unnumbered else directive.id
    if not directive.activities:
        head = (level_1, directive.level_2, directive.text, directive.references)
        cells = dict(zip(COLUMNS, (_cell(text, language) for text in head), strict=False))
        yield {**dict.fromkeys((*COLUMNS, *EXTRA), Cell()), **cells}
    reference: Prose | None = None
    for position, activity in enumerate(directive.activities):
        again = Cell(continues=True) if position > 0 else None
        own = activity.references if activity.references is not None else directive.references
        responsible = "\n".join(responsibility.lines(activity.responsible))
        yield {
            "level1": (not layout.repeat_ids and again) or _cell(level_1, language),
            "level2": _cell(_level_2(directive, activity), language),
            "directives": again or _cell(directive.text, language),
            "references": Cell(continues=True) if own == reference else _cell(own, language),
            "activities": _cell(activity.text, language),
            "responsibilities": _cell(responsible, language),
            "time_plan": _cell(_time_plan(activity.time_plan, language), language),
            **{key: _cell(_field(activity.data.get(key)), language) for key in layout.extra},
            "status": Cell(status(activity, language)),
        }
        reference = own


def _time_plan(prose: Prose, language: str) -> Prose:
    """A time plan; one that is a status word, such as "Ongoing", in the language."""
    if isinstance(prose, str) and prose in ENGLISH.statuses:
        return WORDINGS[language].statuses[ENGLISH.statuses.index(prose)]
    return prose


def _field(value: Any) -> Prose:
    """A field for the secretariat, as a cell prints it."""
    if value is None:
        return ""
    if isinstance(value, Mapping) and not value.keys() <= set(LANGUAGES):  # who decided, and where
        return ", ".join(map(str, value.values()))
    return value if isinstance(value, str | Mapping) else str(value)


def _level_2(directive: Directive, activity: Activity) -> str:
    if directive.unnumbered:
        return ""
    return directive.level_2 if activity.id == directive.id else activity.id


def _cell(prose: Prose, language: str) -> Cell:
    return _cell_of(text_of(prose, language))


@lru_cache(maxsize=32768)
def _cell_of(text: str) -> Cell:
    return Cell(tuple(_paragraph(part) for part in text.split("\n"))) if text else Cell()


def status(activity: Activity, language: str = "en") -> tuple[Paragraph, ...]:
    """The Status column: the report, or the status word where an activity has no report.

    An ongoing activity without a report prints nothing: "Ongoing" already is its time plan.
    """
    if not activity.report and activity.status != "ongoing":
        word = WORDINGS[language].statuses[STATUSES.index(activity.status)]
        return (_paragraph(word),)
    return tuple(part for block in activity.report for part in _block(block, language))


def _block(block: Block, language: str) -> list[Paragraph]:
    kind: ParagraphKind = "text" if block.year is None else "year"
    first = opening(block)
    if block.see and block.text is None and block.year is None:
        first = WORDINGS[language].see_point(block.see)
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


@lru_cache(maxsize=32768)
def _paragraph(text: str, kind: ParagraphKind = "text", url: str | None = None) -> Paragraph:
    """A paragraph whose web addresses are links; ``url`` makes the whole of it one."""
    if ":" in text and (runs := linked(text)):
        return Paragraph(runs, kind)
    return Paragraph((Run(text, url or None),) if text else (), kind)
