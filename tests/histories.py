"""Plan repositories with a past: plans committed day by day, and meetings closed.

Everything that git notes has a day that is given, so that what is printed of it is always the same.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

CALENDAR = """\
meetings:
  - key: TSAG-2020-02
    start: 2020-02-10
    end: 2020-02-14
  - key: TSAG-2020-09
    start: 2020-09-21
    end: 2020-09-25
  - key: TSAG-2021-01
    start: 2021-01-11
    end: 2021-01-18
"""

_PLAN = """\
resolution: {{assembly: WTSA, number: {number}, edition: "Geneva, 2000", title: It}}
lead: SG5
as_of: 2020-10
directives:
"""
_ROW = """\
  - id: "{id}"
    text: Do {id}
    references: Resolves ({id})
    activities:
      - id: "{id}"
        text: Do {id}
        responsible: [SG5]
        time_plan: Until done
        status: {status}
        report:
          - text: Done in part
"""


def plan_text(number: int, statuses: Mapping[str, str]) -> str:
    """A plan for WTSA Resolution ``number``: rows by ID, each with its status."""
    rows = (_ROW.format(id=item, status=status) for item, status in statuses.items())
    return _PLAN.format(number=number) + "".join(rows)


def environment(day: str = "2020-01-01") -> dict[str, str]:
    """An environment in which git has no settings but those of a repository, and it is ``day``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    fresh = kept | {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ALLOW_PROTOCOL": "file",
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "100",
    }
    for role in ("AUTHOR", "COMMITTER"):
        fresh[f"GIT_{role}_NAME"] = "A Secretary"
        fresh[f"GIT_{role}_EMAIL"] = "secretary@example.org"
        fresh[f"GIT_{role}_DATE"] = f"{day}T12:00:00+00:00"
    return fresh


def git(folder: Path, *args: str, day: str = "2020-01-01") -> str:
    """Run git in ``folder``; what it prints."""
    done = subprocess.run(
        ["git", *args],
        cwd=folder,
        env=environment(day),
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


class History:
    """A plan repository in ``root``, which becomes a git repository or lies in one already."""

    def __init__(self, root: Path, settings: str = CALENDAR) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        if not any((folder / ".git").exists() for folder in (root, *root.parents)):
            git(root, "init", "--quiet", "--initial-branch=main")
        self.write({"planctl.yaml": settings})

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files by their names, as they are; None deletes one."""
        for name, content in files.items():
            path = self.root / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(
        self, files: Mapping[str, str | bytes | None] | None = None, *, day: str = "2020-01-01"
    ) -> str:
        """Write ``files`` and commit all there is; the commit."""
        self.write(files or {})
        self.git("add", "--all", day=day)
        self.git("commit", "--quiet", "--message=A change", day=day)
        return self.git("rev-parse", "HEAD")

    def close(self, key: str, *, day: str) -> None:
        """Close a meeting with ``planctl meeting close``."""
        command = [sys.executable, "-m", "planctl", "meeting", "close", key, "--yes"]
        subprocess.run(
            command, cwd=self.root, env=environment(day), check=True, capture_output=True
        )

    def tag(self, key: str, *, day: str, since: str = "") -> None:
        """Make the tag that closing a meeting makes, without running planctl: quicker."""
        line = f"Since: {since} {self.git('rev-parse', since + '^{commit}')}\n" if since else ""
        message = f"{key}: a meeting\n\nThe plans.\n\n{line}Closed with planctl.\n"
        self.git("tag", "--annotate", "--message", message, key, day=day)

    def git(self, *args: str, day: str = "2020-01-01") -> str:
        """Run git in the repository; what it prints."""
        return git(self.root, *args, day=day)
