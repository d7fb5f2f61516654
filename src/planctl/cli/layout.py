"""What an export shows: its language, its columns, and which of the activities."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from planctl.cli.selection import responsible_option
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.plan.model import Activity
    from planctl.publish.annex import Layout

_LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
_OPEN = ("not-started", "ongoing", "suspended")
_OPTIONS = (
    click.option(
        "--lang",
        type=click.Choice(_LANGUAGES),
        default="en",
        show_default=True,
        help="The language of headings and status words, and of what the plans have in it.",
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="COLUMN",
        help="Leave this column out: references, time_plan … (may be repeated).",
    ),
    click.option(
        "--with",
        "extra",
        multiple=True,
        metavar="FIELD",
        help="Add a column: due, priority, recurrence, decided_by, reporting_to, status_since,"
        " blocker or next_step (may be repeated).",
    ),
    click.option("--repeat-ids", is_flag=True, help="Print Level 1 in each row, not only once."),
    click.option(
        "--open", "only_open", is_flag=True, help="Only what is neither completed nor superseded."
    ),
    click.option(
        "--first",
        type=click.IntRange(1, 300),
        default=1,
        metavar="NUMBER",
        help="The number of the first annex: 4 begins with Annex IV.",
    ),
    click.option("--portrait", is_flag=True, help="Upright pages in Word, with narrower tables."),
    responsible_option,
)


class Look(NamedTuple):
    """What the options say: the annexes' layout, the number of the first, and the pages."""

    layout: Layout
    first: int
    portrait: bool


def layout_options(command: Callable[..., object]) -> Callable[..., object]:
    """Add the options that tell what annexes show; the command gets ``look``."""

    @wraps(command)
    def collected(*args: object, first: int, portrait: bool, **rest: Any) -> object:
        names = ("lang", "without", "extra", "repeat_ids", "only_open", "bodies")
        shown = _layout(**{name: rest.pop(name) for name in names})
        return command(*args, look=Look(shown, first, portrait), **rest)

    made: Callable[..., object] = collected
    for option in reversed(_OPTIONS):
        made = option(made)
    return made


def _layout(
    *,
    lang: str,
    without: tuple[str, ...],
    extra: tuple[str, ...],
    repeat_ids: bool,
    only_open: bool,
    bodies: tuple[str, ...],
) -> Layout:
    """The layout that the options ask for; UsageFault where one names no column."""
    from planctl.publish.annex import COLUMNS, EXTRA, Layout

    left_out = frozenset(_one_of(name, "--without", COLUMNS) for name in without)
    if left_out >= set(COLUMNS):
        raise UsageFault("--without: at least one column must be left")
    added = tuple(dict.fromkeys(_one_of(name, "--with", tuple(EXTRA)) for name in extra))
    # A function within this one could not be sent to another process.
    shown = partial(_is_shown, only_open, bodies) if only_open or bodies else None
    return Layout(lang, left_out, added, repeat_ids, shown)


def _one_of(name: str, option: str, names: tuple[str, ...]) -> str:
    """The one of ``names`` that ``name`` means, written with "_", "-" or a space."""
    found = name.strip().casefold().replace("-", "_").replace(" ", "_")
    if found not in names:
        raise UsageFault(f"{option}: “{name}” is none of: {', '.join(names)}")
    return found


def _is_shown(only_open: bool, bodies: tuple[str, ...], activity: Activity) -> bool:
    from planctl.plan.responsibility import matches

    if only_open and activity.status not in _OPEN:
        return False
    responsible = activity.responsible
    return not bodies or any(matches(body, entry) for body in bodies for entry in responsible)
