"""What can go wrong that a user can mend. Each message says where, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.finding import Finding


class PlanctlError(Exception):
    """The command cannot go on; the message is shown as it is, without a traceback.

    ``exit_code`` is 1 where something was found (an unreadable plan, a refused edit) and 2 where
    the command was used wrongly (an unknown address, a value that does not fit).
    """

    exit_code = 1


class UsageFault(PlanctlError):
    """The command was asked for something that does not exist or does not fit."""

    exit_code = 2


class Ambiguous(UsageFault):
    """What was asked for could be one of several things."""


class SyntaxFault(PlanctlError):
    """The text of a file cannot be read as a plan's plain YAML.

    ``line`` and ``column`` count from 1, in characters; ``message`` says what to write instead.
    """

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


class EditFault(PlanctlError):
    """An edit was not made: the result would not say what was meant, or the file had changed."""


class UnreadablePlan(PlanctlError):
    """A file cannot be read as a plan; ``findings`` says where and why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings
