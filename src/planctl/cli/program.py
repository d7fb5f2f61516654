"""The program's commands and what they share: their order, the option ``-C``, and suggestions.

Each of ``COMMANDS`` is a module beside this one, imported when its command is asked for.
"""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import click

from planctl import __version__
from planctl.cli.desk import Desk
from planctl.cli.group import Group

COMMANDS = {
    "init": "Make a plan repository, or begin a plan in one.",
    "import": "Make plans of the tables in a document, or bring plans up to date.",
    "draft": "Draft a plan from the text of a resolution, or carry one over to it.",
    "show": "Show a plan, a directive or an activity.",
    "list": "List activities, one a line.",
    "find": "Find a document, an event or a word in the plans.",
    "status": "Show where the plans stand.",
    "deliverables": "List all deliverables of the plans, each once.",
    "add": "Add a directive, or an activity under one.",
    "set": "Set a field of an activity, a directive or a plan.",
    "edit": "Edit an activity or a directive in your editor.",
    "remove": "Remove an activity or a directive.",
    "link": "Add a deliverable to the report of an activity.",
    "unlink": "Remove a deliverable from the report of an activity.",
    "renumber": "Give the items of a plan new IDs.",
    "harvest": "Find evidence in documents, and say where it belongs.",
    "meeting": "Keep the calendar, and freeze the plans at a meeting.",
    "stale": "List what is ongoing and has not moved.",
    "diff": "Show what changed since a meeting, or between two.",
    "log": "Tell the story of one item, meeting by meeting.",
    "request": "Make forms that ask the responsible bodies for progress.",
    "collect": "Take in what the bodies have filled in.",
    "export": "Export the plans as annexes of a Word document.",
    "validate": "Check the plans.",
    "coverage": "Show which clauses of the resolutions have a directive.",
    "catalogue": "Compare with a catalogue of publications on your disk.",
}
"""What each command is for, in the order of a secretary's day."""


class LazyGroup(Group):
    """A group that imports a command's module only when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands, in their order."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands in ``planctl --help``, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, with the option ``-C`` that all of them take, and theirs if it has any."""
        if cmd_name not in COMMANDS:
            return None
        # "import" is a word of Python, which cannot name a module.
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = import_module(f"planctl.cli.{name}")
        command: click.Command = module.command
        below = command.commands.values() if isinstance(command, click.Group) else ()
        for one in (command, *below):
            if not any(param.name == "root" for param in one.params):
                one.params.append(_root_option())
        return command


def _go_to(ctx: click.Context, _param: click.Parameter, root: str | None) -> None:
    if root is not None:
        from pathlib import Path

        ctx.ensure_object(Desk).start = Path(root)


def _root_option() -> click.Option:
    return click.Option(
        ["-C", "--root"],
        type=click.Path(exists=True, file_okay=False),
        expose_value=False,
        is_eager=True,
        callback=_go_to,
        help="Work in the plan repository at this folder instead of the current one.",
    )


@click.group(
    cls=LazyGroup,
    params=[_root_option()],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExamples:\n  planctl show 72/1.1\n  planctl export -o annexes.docx",
)
@click.version_option(__version__, message="planctl %(version)s")
@click.pass_context
def planctl(ctx: click.Context) -> None:
    """Keep the action plans of ITU resolutions: edit, check, and export them to Word."""
    ctx.ensure_object(Desk)
