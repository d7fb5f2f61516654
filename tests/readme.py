"""The examples of README.md: run in a scratch repository, compared, and (as a program) renewed.

In a block marked ``console``, a line ``$ command`` is followed by what it prints. Commands run one
after the other in one plan repository made from the shipped plans, without a shell; those whose
commands are no programs of this list set up an environment and are run by ``.ci/run``. Between
blocks stand, as comments that a reader does not see:

- ``slip FILE: OLD -> NEW``: somebody's slip in the editor;
- ``file NAME``: the block below is what that file says;
- ``the plans anew``: another copy of the plans, until ``the plans as before``;
- a day, such as ``2021-01-18``: that of the commits and tags from there on.

``python -m tests.readme`` writes what the commands print now into README.md.
"""

from __future__ import annotations

import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests import hooking

README = hooking.ROOT / "README.md"
_PART = re.compile(
    r"^```console\n(?P<block>.*?)^```$|^<!-- slip (?P<file>\S+): (?P<old>.+?) -> (?P<new>.+?) -->$"
    r"|^<!-- file (?P<name>\S+) -->\n```\w*\n(?P<content>.*?)^```$"
    r"|^<!-- the plans (?P<which>anew|as before) -->$|^<!-- (?P<day>\d{4}-\d\d-\d\d) -->$",
    re.MULTILINE | re.DOTALL,
)
_PROGRAMS = ("planctl ", "git ", "pre-commit ")


def played(text: str, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each command of the README with the output shown under it, and what it prints now."""
    surroundings = hooking.environment(folder / "pre-commit")
    plans = first = folder / "plans of SG5"
    hooking.plan_repository(plans, folder / "hooks", surroundings)
    for at, part in enumerate(_PART.finditer(text)):
        if part["which"]:
            plans = first if part["which"] == "as before" else folder / f"the plans' copy {at}"
            if plans is not first:
                hooking.copy_plans(plans)
                hooking.commit_all(plans, surroundings)
            continue
        if part["day"]:
            for role in ("AUTHOR", "COMMITTER"):
                surroundings[f"GIT_{role}_DATE"] = f"{part['day']}T09:00:00+00:00"
            continue
        if part["name"]:
            (plans / part["name"]).write_text(part["content"], "utf-8", newline="")
            continue
        if part["file"]:
            path = plans / part["file"]
            before = path.read_text("utf-8")
            path.write_text(before.replace(part["old"], part["new"], 1), "utf-8", newline="")
            continue
        for command, shown in _examples(part["block"]):
            words = shlex.split(command.replace("\\\n", ""))
            yield command, shown, hooking.run(words, plans, surroundings).stdout


def _examples(block: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command = f"{command}\n{more}"
        if command.startswith(_PROGRAMS):
            yield command, output


def renew() -> None:
    """Write into README.md what its commands print now."""
    text = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        at = 0
        for command, shown, printed in list(played(text, Path(folder))):
            at = text.index(f"$ {command}\n{shown}", at) + len(f"$ {command}\n")
            text = text[:at] + printed + text[at + len(shown) :]
            at += len(printed)
    README.write_text(text, "utf-8", newline="")


if __name__ == "__main__":
    renew()
