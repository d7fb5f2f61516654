"""The program: runs a command and turns whatever happens into a message and an exit status.

0: fine; 1: something was found, or nothing was done; 2: the command was used wrongly; 3: a fault
in planctl itself, with a report to paste.
"""

from __future__ import annotations

import gc

gc.disable()  # a command is short: collecting costs more than it frees, even while it imports

import atexit
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from planctl.errors import PlanctlError, UnreadablePlan


def main(arguments: Sequence[str] | None = None) -> None:
    """Run planctl with ``arguments`` (the command line's own where None) and exit."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(arguments)
        if sys.stdout:  # there is none where it was closed: planctl … >&-
            sys.stdout.flush()
    except BrokenPipeError:  # the reader (head, a pager) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    if arguments is None:
        _leave(status)
    sys.exit(status)


def _leave(status: int) -> NoReturn:
    """End the process at once, when all is written and what it began is ended.

    The system takes its memory back in no time; Python would take each object apart before that,
    which can last as long as its own start.
    """
    atexit._run_exitfuncs()
    if sys.stderr:
        sys.stderr.flush()
    os._exit(status)


def _run(arguments: Sequence[str] | None) -> int:
    from planctl.cli.program import planctl

    stdout = sys.stdout
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    color = False if plain else None
    try:
        result = planctl.main(
            args=arguments, prog_name="planctl", standalone_mode=False, color=color
        )
        return result if isinstance(result, int) else 0
    except SystemExit:
        if sys.stdout is stdout:
            raise
        return 0  # click met a closed pipe, and put a quiet stream in its place
    except BrokenPipeError:
        raise
    except (Exception, KeyboardInterrupt) as error:
        return _tell(error)


def _tell(error: BaseException) -> int:
    """Say what ended the command, and return the exit status for it."""
    match error:
        case click.exceptions.Exit():
            return error.exit_code
        case click.ClickException():
            error.show()
            return error.exit_code
        case click.Abort() | KeyboardInterrupt():
            click.echo("Stopped.", err=True)
            return 1
        case UnreadablePlan():
            click.echo(error, err=True)
            click.echo(f"planctl: {_advice(error)}; nothing was done.", err=True)
            return error.exit_code
        case PlanctlError():
            click.echo(f"planctl: {error}", err=True)
            return error.exit_code
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            click.echo(f"planctl: {where}{error.strerror or error}", err=True)
            return 1
        case _:
            _report_bug()
            return 3


def _advice(error: UnreadablePlan) -> str:
    """What to do about a plan that cannot be read: nothing, where it only stood so once."""
    if any(os.path.exists(finding.file) for finding in error.findings):  # noqa: PTH110 - no pathlib at the start
        return "mend this first"
    return "it stood so then, which cannot be mended: leave the plan out, or take another meeting"


def _report_bug() -> None:
    import platform
    import traceback

    from planctl import __version__

    click.echo(
        "planctl: this is a fault in planctl, not in what you did. No file was left half written.\n"
        "Please send the lines below to those who keep planctl.\n\n"
        f"planctl {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"{traceback.format_exc()}",
        err=True,
    )


if __name__ == "__main__":
    main()
