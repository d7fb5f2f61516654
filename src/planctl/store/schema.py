"""What a file may say: the JSON Schemas in ``schema/``, and whether data agrees with them.

jsonschema-rs decides (it is a hundred times faster), jsonschema explains what it refused
(:mod:`planctl.store.misfits`). The first few documents need neither where they agree for sure
(:mod:`planctl.store.agreement`).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

    from planctl.store.agreement import Check

PLAN = "plan.schema.json"
SETTINGS = "planctl.schema.json"
REQUESTS = "requests.schema.json"

_PACKAGE = Path(__file__).resolve().parent.parent
_FEW = 64
"""Documents: about as many are looked at here in the time that jsonschema-rs takes to come."""
_asked = count()


def file(name: str) -> Path:
    """The schema file: inside the installed package, or at the top of a source checkout."""
    installed = _PACKAGE / "schema" / name
    return installed if installed.exists() else _PACKAGE.parents[1] / "schema" / name


@lru_cache
def document(name: str) -> dict[str, Any]:
    """The schema as data."""
    import json

    schema: dict[str, Any] = json.loads(file(name).read_text(encoding="utf-8"))
    return schema


@lru_cache
def _agreement(name: str) -> Check:
    from planctl.store.agreement import agreement

    return agreement(document(name))


@lru_cache
def _judge(name: str) -> Draft202012Validator:
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(document(name))


def expect(plans: int) -> None:
    """Have what judges many plans quickly at hand, where so many are to be judged."""
    if plans > _FEW:
        _judge(PLAN)


def fits(name: str, data: object) -> bool:
    """Whether ``data`` agrees with the schema ``name``."""
    is_early = next(_asked) < _FEW and not _judge.cache_info().currsize
    if is_early and _agreement(name)(data):
        return True
    try:
        return _judge(name).is_valid(data)
    except ValueError:  # what JSON cannot hold, such as .nan
        return False
