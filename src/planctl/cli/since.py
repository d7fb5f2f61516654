"""``--changes-since``: exports that show what changed since an earlier state of the plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, NamedTuple

import click

from planctl.cli import completion
from planctl.cli.formats import FORMATS, Format, printed
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.cli.spoken import Choice
    from planctl.plan.model import Plan
    from planctl.publish.annex import Layout
    from planctl.publish.since import States
    from planctl.publish.table import Annex, Tracking
    from planctl.review.compare.changes import PlanChange
    from planctl.store.repository import Repository

FORMS = ("track", "highlight", "list")


class Since(NamedTuple):
    """What the options say: the earlier state, how changes are shown, by whom and on which day."""

    revision: str
    form: str | None
    author: str | None
    day: str | None

    def shown_in(self, chosen: Format) -> Since:
        """The same, in a way in which the format can show changes; UsageFault where it cannot."""
        form = self.form or chosen.changes[0]
        if form not in chosen.changes:
            ways = " or ".join(f"--changes {way}" for way in chosen.changes)
            raise UsageFault(
                f"--changes {form} is not for {chosen.name}s: take {ways}, or write .docx or .html"
            )
        if (self.author or self.day) and form != "track":
            raise UsageFault(
                f"--author and --date are those of revisions: leave them out with --changes {form}"
            )
        return self._replace(form=form)

    def tracking(self, as_of: str) -> Tracking | None:
        """Who made the revisions, on the day given or else in the month ``as_of``; None without."""
        from planctl.publish.table import Tracking

        if self.form != "track":
            return None
        return Tracking(self.author or "planctl", self.day or as_of)

    def states(self, repository: Repository, choice: Choice) -> dict[str, States]:
        """The plans chosen with what they were, and with those that are gone unless they are named.

        Raises UsageFault where the repository never was in the earlier state, and UnreadablePlan.
        """
        from planctl.publish.since import together

        was = [file.plan for file in repository.at(self.revision).plan_files()]
        found = together(was, list(choice.plans.values()))
        return {
            key: pair
            for key, pair in found.items()
            if key not in choice.left_out and (pair[1] or not choice.named)
        }

    def annexes(
        self,
        states: Mapping[str, States],
        draw: Callable[[Plan, int], Annex],
        chosen: Format,
        layout: Layout,
    ) -> list[Annex]:
        """The annexes of the plans: as ``draw`` makes them, or lists of changes.

        Of the layout lists have the language, and of the items those shown in either state.
        """
        if self.form == "list":
            from planctl.reports.changes import annex
            from planctl.review.compare.changes import PlanChange
            from planctl.review.compare.plans import compare

            was, now = ([pair[side] for pair in states.values()] for side in (0, 1))
            changes = compare([plan for plan in was if plan], [plan for plan in now if plan])
            found = {one.plan.key: one for one in changes}
            changed = (found.get(key) or PlanChange(*pair) for key, pair in states.items())
            lists = (annex(_shown(one, layout), self.revision, layout.language) for one in changed)
            return [printed(one, chosen) for one in lists]
        from planctl.publish.since import marked_annexes

        joined = self.form == "highlight" or chosen is not FORMATS["docx"]
        return list(marked_annexes(states, draw, joined=joined).values())

    def told(self, annexes: Sequence[Annex], exported: str) -> str:
        """What was written, where that is ``exported`` with the changes."""
        if self.form == "list":
            rows = [row for annex in annexes for row in annex.rows]
            changes = sum(any(cell.paragraphs for cell in row[1:]) for row in rows)
            return (
                f"{changes or 'no'} {'change' if changes == 1 else 'changes'} since {self.revision}"
            )
        if any(annex.mark or annex.marks for annex in annexes):
            return f"{exported}, with the changes since {self.revision}"
        return f"{exported}; nothing has changed since {self.revision}"


def _shown(change: PlanChange, layout: Layout) -> PlanChange:
    """The change of a plan with the items that the layout shows."""
    if layout.shown is None:
        return change
    items = (one for one in change.items if any(map(layout.shown, one.activities)))
    return change._replace(items=tuple(items))


def since_options(command: Callable[..., object]) -> Callable[..., object]:
    """Add ``--changes-since`` and what goes with it; the command gets ``since``, or None."""

    @wraps(command)
    def collected(
        *args: object,
        changes_since: str | None,
        changes: str | None,
        author: str | None,
        date: str | None,
        **rest: object,
    ) -> object:
        return command(*args, since=_since(changes_since, changes, author, date), **rest)

    options = (
        click.option(
            "--changes-since",
            metavar="MEETING",
            shell_complete=completion.meetings,
            help="Mark what changed since a closed meeting, or since any git revision.",
        ),
        click.option(
            "--changes",
            type=click.Choice(FORMS),
            help="How: as revisions (track), in colour (highlight), or as a list of them; left out,"
            " as what is exported allows.",
        ),
        click.option("--author", metavar="NAME", help="Who made the revisions; else planctl."),
        click.option(
            "--date",
            metavar="DAY",
            help="When they were made (2021-01-11); else the month of the plans' status.",
        ),
    )
    made: Callable[..., object] = collected
    for option in reversed(options):
        made = option(made)
    return made


def _since(
    revision: str | None, form: str | None, author: str | None, date: str | None
) -> Since | None:
    if revision is None:
        if form or author or date:
            raise UsageFault(
                "--changes, --author and --date go with --changes-since: name the meeting there"
            )
        return None
    if date is not None and not _is_day(date):
        raise UsageFault(f"--date: “{date}” is no day; write it as in 2021-01-11")
    return Since(revision, form, author, date)


def _is_day(text: str) -> bool:
    from planctl.plan import dates

    try:
        span = dates.parse(text)
    except ValueError:
        return False
    return span.precision == "day" and span.first == span.last
