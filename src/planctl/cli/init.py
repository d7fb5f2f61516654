"""``planctl init``: a new plan repository, or a new plan in one."""

from __future__ import annotations

from pathlib import Path

import click

from planctl.cli.desk import Desk, pass_desk
from planctl.cli.output import say

_SETTINGS = """\
# Settings of this plan repository, and the calendar of meetings.
# yaml-language-server: $schema=schema/planctl.schema.json
meetings: []
#  - key: TSAG-2021-01
#    name: TSAG, sixth meeting
#    start: 2021-01-11
#    end: 2021-01-18
#    place: Virtual
"""


@click.command(
    "init",
    epilog="\b\nExamples:\n"
    "  planctl init\n"
    '  planctl init wtsa-95 --edition "Hammamet, 2016" --lead "ITU-T SG5" \\\n'
    '      --title "ITU-T initiatives to raise awareness on best practices" --as-of 2020-10',
)
@click.argument("plan", required=False, metavar="[PLAN]")
@click.option("--edition", help="The resolution's edition: “Rev. Hammamet, 2016”.")
@click.option("--title", help="The resolution's title.")
@click.option("--lead", help="Who keeps the plan: “ITU-T SG5”.")
@click.option("--as-of", help="The month the plan speaks of: 2020-10.")
@pass_desk
def command(
    desk: Desk,
    plan: str | None,
    edition: str | None,
    title: str | None,
    lead: str | None,
    as_of: str | None,
) -> int:
    """Make a plan repository in this folder; with PLAN, begin a plan in the repository.

    A repository is planctl.yaml, a folder for plans, and the schemas that editors read. What is
    already there stays as it is.
    """
    given = {"edition": edition, "title": title, "lead": lead, "as_of": as_of}
    if plan is None:
        stray = [f"--{name.replace('_', '-')}" for name, value in given.items() if value]
        if stray:
            raise click.UsageError(f"{', '.join(stray)}: name the plan too, as in “wtsa-95”.")
        _make_repository(desk.start)
    else:
        _begin_plan(desk, plan, given)
    return 0


def _make_repository(root: Path) -> None:
    from planctl.store import schema
    from planctl.store.replacing import replace_file

    wanted = {
        Path("planctl.yaml"): _SETTINGS.encode(),
        Path("schema", schema.PLAN): schema.file(schema.PLAN).read_bytes(),
        Path("schema", schema.SETTINGS): schema.file(schema.SETTINGS).read_bytes(),
    }
    (root / "plans").mkdir(exist_ok=True)
    for name, content in wanted.items():
        path = root / name
        if path.exists():
            say(f"{name.as_posix()} is already there; it stays as it is.")
            continue
        path.parent.mkdir(exist_ok=True)
        replace_file(path, content)
        say(f"Wrote {name.as_posix()}.")
    from planctl.store.repository import Repository

    if Repository(root.resolve()).private_folder() is None:
        say("This folder is not in git yet; `git init` makes it so.")
    say('Next: `planctl init wtsa-95 --title "…"` begins a plan; `planctl add` fills it.')


def _begin_plan(desk: Desk, name: str, given: dict[str, str | None]) -> None:
    import re

    from planctl.errors import UsageFault
    from planctl.plan.address import plan_key
    from planctl.store.new_plan import write_new

    repository = desk.repository
    parts = re.fullmatch(r"([A-Za-z]+)-(\d{1,4})", name)
    if not parts:
        raise UsageFault(f"“{name}” does not name a plan; write assembly and number: wtsa-95")
    missing = [f"--{field.replace('_', '-')}" for field, value in given.items() if not value]
    if missing:
        raise UsageFault(f"to begin {name}, give {', '.join(missing)} too")
    assembly, number = parts[1].upper(), int(parts[2])
    data: dict[str, object] = {
        "resolution": {
            "assembly": assembly,
            "number": number,
            "edition": given["edition"],
            "title": given["title"],
        },
        "lead": given["lead"],
        "as_of": given["as_of"],
        "directives": [],
    }
    key = plan_key(assembly, number)
    shown = write_new(repository, key, data)
    say(f'Wrote {shown}. Next: `planctl add {key} "…"` adds its first directive.')
