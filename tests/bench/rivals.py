"""The tools that planctl is compared with, installed as their users install them.

They get a virtual environment of their own, made once in ``.planctl-bench`` of this checkout:
check-jsonschema holds files against the same schema; doorstop keeps requirements, an item a file,
in git, and checks them as planctl checks plans.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from planctl.plan.deliverable import Deliverable, line
from planctl.store.yaml import emit
from tests.bench import corpus

_CHECKOUT = Path(__file__).resolve().parents[2]
_ENVIRONMENT = _CHECKOUT / ".planctl-bench" / "rivals"
_ROOT = "PLANS"


def program(name: str) -> Path:
    """The rival's program. Raises OSError or CalledProcessError where it cannot be installed."""
    folder = _ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
    found = folder / (f"{name}.exe" if sys.platform == "win32" else name)
    if not found.exists():
        project = tomllib.loads((_CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
        wanted = project["project"]["optional-dependencies"]["bench"]
        venv.create(_ENVIRONMENT, with_pip=True)
        subprocess.run([folder / "pip", "install", "-q", *wanted], check=True, capture_output=True)
    return found


def write_doorstop(folder: Path, plans: int) -> None:
    """Make ``folder`` a doorstop repository in git: a document a plan, an item an activity.

    An item's text is what the activity's cells print. Items are ``derived``, for they need no
    parent; the document that doorstop wants above all others is empty.
    """
    _write_document(folder / "plans", _ROOT, None)
    for number in range(plans):
        key = corpus.plan_key(number)
        prefix = key.upper().replace("-", "_") + "_"
        document = folder / "plans" / key
        _write_document(document, prefix, _ROOT)
        data = corpus.plan_data(number)
        activities = (each for directive in data["directives"] for each in directive["activities"])
        for place, activity in enumerate(activities, 1):
            item = {
                "active": True,
                "derived": True,
                "header": activity["id"],
                "level": float(place),
                "links": [],
                "normative": True,
                "ref": "",
                "reviewed": None,
                "text": "\n".join(_printed(activity)) + "\n",
            }
            file = document / f"{prefix}{place:03}.yml"
            file.write_text(emit.document(item), encoding="utf-8", newline="\n")
    corpus.commit(folder)


def _write_document(folder: Path, prefix: str, parent: str | None) -> None:
    folder.mkdir(parents=True)
    settings: dict[str, Any] = {"digits": 3, "prefix": prefix, "sep": ""}
    if parent:
        settings["parent"] = parent
    text = emit.document({"settings": settings})
    (folder / ".doorstop.yml").write_text(text, encoding="utf-8", newline="\n")


def _printed(activity: dict[str, Any]) -> Iterable[str]:
    yield activity["text"]
    yield ", ".join(activity["responsible"])
    for block in activity["report"]:
        if "year" in block:
            yield str(block["year"])
        if "text" in block:
            yield block["text"]
        for deliverable in block.get("deliverables", ()):
            yield f"- {line(Deliverable.of(deliverable))}"
