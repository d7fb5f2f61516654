"""Run two programs in turn and say how many times as long one takes as the other.

A machine that does other things besides is slower for both: the ratio of two runs that follow each
other means something where a time alone does not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_POLL = 0.02  # seconds between two looks at the memory of running processes


@dataclass(frozen=True, slots=True)
class Run:
    """A program to run in ``folder``; ``before`` is called before each run, untimed."""

    command: Sequence[str | Path]
    folder: Path
    before: Callable[[], object] | None = None

    def put_in_order(self) -> None:
        """Make things as they were before the first run."""
        if self.before:
            self.before()


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long: one number for each pair of runs."""

    pairs: Sequence[float]

    @property
    def median(self) -> float:
        """The one in the middle, which a pair disturbed by other work does not move."""
        return median(self.pairs)

    def __str__(self) -> str:
        return f"{times(self.median)} ({times(min(self.pairs))}–{times(max(self.pairs))})"


@dataclass(frozen=True, slots=True)
class Memory:
    """Peaks in MB: of the largest process, and of all together (None where it cannot be seen)."""

    largest: float
    together: float | None


def times(ratio: float) -> str:
    """A ratio as people say it: ``3.2``, and ``1/40`` for a fortieth."""
    if ratio >= 0.5:
        return f"{ratio:.1f}"
    return f"1/{1 / ratio:.1f}" if ratio > 0.05 else f"1/{1 / ratio:.0f}"


def compare(run: Run, other: Run, pairs: int) -> Ratio:
    """The time of ``run`` over that of ``other``, in so many pairs; each runs once before.

    Raises RuntimeError, with what the program said, where one does not end as it should.
    """
    rehearse(run)
    rehearse(other)
    return Ratio([seconds(run) / seconds(other) for _ in range(pairs)])


def rehearse(run: Run) -> None:
    """Run once, untimed: it must end as it should, and its files are in memory afterwards."""
    run.put_in_order()
    done = subprocess.run(
        run.command, cwd=run.folder, env=surroundings(), capture_output=True, check=False
    )
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace")[-2000:]
        command = " ".join(map(str, run.command))
        raise RuntimeError(f"{command}\nended with status {done.returncode}:\n{said}")


def seconds(run: Run) -> float:
    """How long one run takes, from start to end; its output goes nowhere."""
    run.put_in_order()
    started = time.perf_counter()
    with _start(run) as process:
        process.wait()
    return time.perf_counter() - started


def peak_memory(run: Run) -> Memory | None:
    """The memory that one run needs at its peak; None on Windows.

    What a process shares with its parent counts once in the sum, and fully in the largest. A
    process counts from its start as what started it, so this program must stay small itself.
    """
    if sys.platform == "win32":
        return None
    run.put_in_order()
    with _start(run) as process:
        sums: list[float] = []
        watcher = threading.Thread(target=_watch, args=(process.pid, sums))
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        watcher.join()
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return Memory(usage.ru_maxrss * unit / 1e6, max(sums, default=None))


def surroundings() -> dict[str, str]:
    """The environment for a run: this one, less what git tells a hook and what alters Python.

    PYTHONDONTWRITEBYTECODE, for one, would have a changed module compiled at every start.
    """
    altering = ("GIT_", "PYTHON")
    return {name: text for name, text in os.environ.items() if not name.startswith(altering)}


def forget(folder: Path) -> None:
    """Remove what planctl keeps in the git directory of ``folder``."""
    shutil.rmtree(folder / ".git" / "planctl", ignore_errors=True)


def _start(run: Run) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        run.command,
        cwd=run.folder,
        env=surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _watch(process: int, sums: list[float]) -> None:
    """Note the memory of ``process`` and its descendants, in MB, until it ends."""
    while True:
        shares = [_share(each) for each in _family(process)]
        if not any(shares):
            return
        sums.append(sum(shares) / 1e6)
        time.sleep(_POLL)


def _family(process: int) -> list[int]:
    family = [process]
    for member in family:  # grows while it is walked
        for children in Path(f"/proc/{member}/task").glob("*/children"):
            try:
                family += map(int, children.read_text().split())
            except OSError:  # it has just ended
                continue
    return family


def _share(process: int) -> float:
    """The memory of a process in bytes, shared pages divided among those that share them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # ended, or not Linux
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
