"""Regular expressions that are compiled when they are first used.

Compiling is the larger part of what importing a module full of grammar costs, and a command uses
few of the expressions it could.
"""

from __future__ import annotations

import re
from typing import Any, cast


def late(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """As ``re.compile``, but at the first use of the result."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)  # found here the next time
        return found
