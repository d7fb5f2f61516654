"""What was found: a place, a rule, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

ERROR = "error"
WARNING = "warning"


class Finding(NamedTuple):
    """One finding of ``planctl validate``.

    ``file`` is the path as shown to the user; ``line`` and ``column`` count from 1, in characters;
    ``rule`` is the rule's name; ``address`` is the item it speaks of ("wtsa-73/5.2"), or "".
    """

    file: str
    line: int
    column: int
    severity: str
    rule: str
    message: str
    address: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.severity}[{self.rule}]: {self.message}"
