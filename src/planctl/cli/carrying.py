"""``planctl draft --into``: the text of a resolution put into a plan, and the rows carried over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from planctl.cli.output import print_json, say, width
from planctl.cli.question import agreed, can_ask
from planctl.errors import UsageFault
from planctl.plan.numerals import count

if TYPE_CHECKING:
    from planctl.change.carrying import Step
    from planctl.cli.desk import Desk
    from planctl.store.planfile import PlanFile

Given = Mapping[str, str | None]


class Manner(NamedTuple):
    """How a command goes about it: whether all is taken, nothing written, and what is printed."""

    yes: bool
    dry_run: bool
    form: str


def carry_over(
    desk: Desk, file: Path, into: str, given: Given, language: str | None, manner: Manner
) -> int:
    """Put the text in ``file`` into the plan ``into``; ``given`` are edition and title if named."""
    from planctl.cli.draft import tell_remarks
    from planctl.ingest.resolution import drafting, source

    plan = desk.repository.read(desk.repository.path_of(into))
    document, found = source.read_file(file, language)
    source.refuse_other(plan.data, plan.key, found)
    if found.number is None:
        say(f"{file.name} does not say which resolution it is; it is taken for that of {plan.key}.")
    tell_remarks(found, file, document.unit)
    new = drafting.clauses(found)
    old = list(plan.data.get("clauses", ())) or None
    if old is None and document.revised:
        old = drafting.clauses(source.read_file(file, language, "original")[1])
    edition = source.new_edition(plan.data, found, given["edition"])
    if old is None:
        return _add_text(desk, plan, new, edition, manner)
    title = given["title"] or source.new_title(plan.data, found)
    return _carry(desk, plan, old, new, {"edition": edition, "title": title}, manner)


def _add_text(
    desk: Desk,
    plan: PlanFile,
    new: Sequence[Mapping[str, Any]],
    edition: str,
    manner: Manner,
) -> int:
    """Put the text of the plan's own edition into it."""
    from planctl.change.edition import with_text
    from planctl.plan.clauses import blocks_in
    from planctl.plan.prose import text_of

    if edition:
        own = text_of(plan.data["resolution"]["edition"])
        raise UsageFault(
            f"the text is of “{edition}”, and {plan.key} is the plan of “{own}”, whose text it does"
            f" not hold. Give that text first, then this one; or a Word file with revision marks"
            f" between the two. If they are one edition: --edition “{own}”."
        )
    clauses = count(sum(len(block.clauses) for block in blocks_in(new)), "clause")
    write = not manner.dry_run and (
        manner.yes or agreed(f"Put {clauses} into {plan.key}?", "write")
    )
    if write:
        _write(desk, plan, with_text(plan.data, new))
        say(f"Put {clauses} into {plan.shown}. `planctl coverage {plan.key}` shows which of them"
            " have a directive.")  # fmt: skip
    else:
        say(f"Nothing was written; {clauses} would go into {plan.shown}.")
    if manner.form == "json":
        print_json("draft", plan=plan.key, clauses=list(new), written=write)
    return 0 if write or manner.dry_run else 1


def _carry(
    desk: Desk,
    plan: PlanFile,
    old: Sequence[Mapping[str, Any]],
    new: Sequence[Mapping[str, Any]],
    named: Mapping[str, str],
    manner: Manner,
) -> int:
    """Carry the plan over from the old text to the new one, step by step.

    ``named`` are the edition and the title of the new one, "" where they are the plan's.
    """
    from planctl.change import carrying
    from planctl.change.edition import carried
    from planctl.reports import carrying as reports
    from planctl.store.history import ids_known

    edition = named["edition"]
    steps = carrying.steps(plan.data, old, new)
    open_steps = [step for step in steps if step.kind != "unchanged"]
    if open_steps and not edition:
        raise UsageFault(
            "the text does not say which edition it is, or says the one that the plan has, and"
            f" differs from it ({reports.summary(steps)}); give --edition"
        )
    told = reports.summary(steps)
    taken: list[Step] | None = []
    is_held = not open_steps and not edition
    if is_held:
        say(f"{plan.key} holds this text already: {told}; nothing is to be done.")
    else:
        say(f"{plan.key}, to {edition}: {told}.")
        if named["title"]:
            say(f"Its title is now “{named['title']}”.")
        if not manner.yes and not manner.dry_run and not can_ask():
            raise UsageFault("nothing was written; give --yes to take all of it, --dry-run to look")
        taken = _decided(open_steps, plan.key, manner)
    write = taken is not None and not manner.dry_run and not is_held
    if write and taken is not None:
        unchanged = [step for step in steps if step.kind == "unchanged"]
        fields = {field: text for field, text in named.items() if text}
        used = ids_known(plan.path)
        left = [step for step in open_steps if step not in taken]
        _write(desk, plan, carried(plan.data, old, new, [*unchanged, *taken], fields, used, left))
        but = f", {len(left)} left as they were" if left else ""
        say(f"Carried {plan.shown} over{but}. `planctl coverage {plan.key}` shows how it stands.")
    elif not is_held:
        say("Nothing was written.")
    if manner.form == "json":
        all_ = [
            reports.as_json(step, plan.key, taken=step.kind == "unchanged" or step in (taken or ()))
            for step in steps
        ]
        print_json(
            "draft",
            plan=plan.key,
            **{field: text or None for field, text in named.items()},
            steps=all_,
            written=write,
        )
    return 0 if write or manner.dry_run or is_held else 1


def _decided(steps: Sequence[Step], key: str, manner: Manner) -> list[Step] | None:
    """The steps that are taken, each shown and decided; None where it was given up."""
    from planctl.reports import carrying as reports
    from planctl.reports.text import text

    taken = []
    ask = not manner.yes and not manner.dry_run
    for at, step in enumerate(steps, 1):
        if manner.form == "text":
            click.echo(text(reports.report(step, key), width()))
        answer = "y"
        if ask:
            question = f"{at} of {len(steps)}. Take it? (yes, no, all that follow, quit)"
            choice = click.Choice(["y", "n", "a", "q"])
            answer = click.prompt(question, type=choice, default="y", err=True)
        if answer == "q":
            return None
        ask = ask and answer != "a"
        if answer != "n":
            taken.append(step)
    return taken


def _write(desk: Desk, plan: PlanFile, data: Mapping[str, Any]) -> None:
    from planctl.store.yaml.rewriting import rewrite

    desk.repository.change(plan, lambda text: rewrite(text, data))
