"""``--as-of``: the day that a report is about, given as a day or as a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planctl.cli import completion
from planctl.errors import UsageFault

if TYPE_CHECKING:
    from planctl.store.repository import Repository

as_of_option = click.option(
    "--as-of",
    metavar="DAY|MEETING",
    shell_complete=completion.meetings,
    help="Judge as of this day (2021-01-11), or the first day of this meeting. Left out, it is"
    " today, or with --at the meeting named there.",
)


def day(repository: Repository, word: str | None) -> str:
    """The ISO day that ``word`` means; today where it is None.

    With ``--at`` a meeting, that meeting's first day instead of today. UsageFault where the word is
    neither a day nor a meeting of the calendar.
    """
    from planctl.plan import dates

    starts = {meeting.key: meeting.start for meeting in repository.settings.meetings}
    if word is None:
        return starts.get(repository.source.revision) or today()
    if word in starts:
        return starts[word]
    try:
        span = dates.parse(word)
        if span.precision == "day" and span.first == span.last:
            return span.start
    except ValueError:
        pass
    from planctl.plan.suggestion import suggestion

    meant = suggestion(word, starts) or ", as in 2021-01-11"
    raise UsageFault(f"--as-of: “{word}” is neither a meeting of planctl.yaml nor a day{meant}")


def today() -> str:
    """The day that it is here, as an ISO day."""
    import time

    return time.strftime("%Y-%m-%d")
