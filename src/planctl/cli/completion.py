"""Shell completion of what is there now: plan keys, addresses, statuses, meetings.

A completion never complains: where the repository cannot be read it offers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from planctl.cli.desk import Desk
from planctl.errors import PlanctlError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from planctl.store.repository import Repository


def plans(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Plan keys, or numbers where one is begun, with the resolution's title as help."""
    return _offer(incomplete, _plans(ctx, incomplete))


def addresses(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """As :func:`plans`, and behind a slash the items of that plan."""
    plan, slash, _ = incomplete.partition("/")
    return _offer(incomplete, _items(ctx, plan) if slash else _plans(ctx, incomplete))


def meetings(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The keys of the calendar's meetings, with their first days as help."""
    return _offer(incomplete, _meetings(ctx))


def states(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Meetings, then plans."""
    return meetings(ctx, param, incomplete) + plans(ctx, param, incomplete)


def kinds(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The kinds of deliverables, with what several of one are called as help."""
    from planctl.plan.kinds import KIND_WORDS

    return _offer(incomplete, ((kind, words[1]) for kind, words in KIND_WORDS.items()))


def _offer(incomplete: str, choices: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    try:
        return [
            CompletionItem(value, help=text)
            for value, text in choices
            if value.startswith(incomplete)
        ]
    except (PlanctlError, OSError):
        return []


def _plans(ctx: click.Context, incomplete: str) -> Iterable[tuple[str, str]]:
    from planctl.plan import address
    from planctl.plan.prose import text_of

    repository = _repository(ctx)
    paths = repository.files()
    keys = [path.stem for path in paths]
    for path in paths:
        name = path.stem
        if incomplete[:1].isdigit():
            name = name.rpartition("-")[2]
            if address.match_plan(name, keys) != [path.stem]:
                continue  # of two resolutions with one number, neither is meant
        try:
            title = text_of(repository.read(path).plan.resolution.title)
        except PlanctlError:
            title = "(cannot be read)"
        yield name, title


def _items(ctx: click.Context, short: str) -> Iterable[tuple[str, str]]:
    from planctl.plan import address
    from planctl.plan.prose import text_of

    repository = _repository(ctx)
    plan = repository.read(repository.path_of(short)).plan
    texts = {activity.id: activity.text for _, activity in plan.activities()}
    texts |= {directive.id: directive.text for directive in plan.directives}
    for item in sorted(texts, key=address.sort_key):
        yield f"{short}/{item}", text_of(texts[item])


def _meetings(ctx: click.Context) -> Iterable[tuple[str, str]]:
    for meeting in _repository(ctx).settings.meetings:
        yield meeting.key, meeting.start


def _repository(ctx: click.Context) -> Repository:
    return ctx.ensure_object(Desk).repository
