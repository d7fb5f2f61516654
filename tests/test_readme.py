"""README.md is true: each of its examples prints what it shows."""

from __future__ import annotations

import re
from pathlib import Path

from planctl.cli.program import COMMANDS
from tests.readme import README, played


def test_every_example_prints_what_the_readme_shows(tmp_path: Path) -> None:
    examples = list(played(README.read_text("utf-8"), tmp_path))
    assert len(examples) >= 10
    for command, shown, printed in examples:
        assert f"$ {command}\n{printed}" == f"$ {command}\n{shown}"


def test_every_command_is_named() -> None:
    text = README.read_text("utf-8")
    assert [name for name in COMMANDS if not re.search(rf"planctl {name}\b", text)] == []
