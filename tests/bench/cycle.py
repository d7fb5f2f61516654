"""A repository with a past: the benchmark's plans, and meetings before each of which some changed.

At each meeting the plans of a fifth change, another fifth each time: in six of the 30 activities a
deliverable is added, a status set, or a sentence written. The repository is packed, as a clone is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planctl.store.yaml import emit
from tests.bench import corpus

MEETINGS = 20
KEYS = [f"TSAG-{2015 + number // 2}-{('03', '09')[number % 2]}" for number in range(MEETINGS)]
SHARE = 5  # one plan in so many changes before a meeting

_CHANGED = 6  # activities of a plan


def write_cycle(folder: Path, plans: int) -> None:
    """Make ``folder`` a plan repository with ``plans`` plans, and close its meetings.

    Raises CalledProcessError where git cannot make it.
    """
    corpus.write_repository(folder, plans)
    calendar = "".join(f"  - key: {key}\n    start: {key[5:]}-10\n" for key in KEYS)
    (folder / "planctl.yaml").write_text(f"meetings:\n{calendar}", encoding="utf-8", newline="\n")
    data = [corpus.plan_data(number) for number in range(plans)]
    for at, key in enumerate(KEYS):
        for number in range(at % SHARE, plans, SHARE):
            _progress(data[number], at)
            file = folder / "plans" / f"{corpus.plan_key(number)}.yaml"
            text = emit.document(data[number], corpus.HEADER)
            file.write_text(text, encoding="utf-8", newline="\n")
        corpus.git(folder, "add", "-A")
        corpus.git(folder, "commit", "-q", "-m", f"Before {key}")
        corpus.git(folder, "tag", "-a", key, "-m", f"{key}\n\nClosed with planctl.\n")
    corpus.git(folder, "gc", "-q")


def _progress(plan: dict[str, Any], at: int) -> None:
    """What is reported for a plan before meeting ``at``."""
    activities = [one for each in plan["directives"] for one in each["activities"]]
    for step in range(_CHANGED):
        activity = activities[(at * 7 + step * 5) % len(activities)]
        if step % 3 == 0:
            activity["report"][0].setdefault("deliverables", []).append(f"SG5-LS{900 + at}")
        elif step % 3 == 1:
            activity["status"] = "completed" if activity["status"] == "ongoing" else "ongoing"
        else:
            activity["report"].append({"text": f"Progress was made before meeting {at}."})
