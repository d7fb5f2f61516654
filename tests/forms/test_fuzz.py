"""Damaged forms: each is taken in, or refused with a message; never a file half written."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from planctl.forms import reading
from planctl.forms.sent import FormFault
from planctl.store import schema
from planctl.store.yaml.reader import read
from tests.cli.conftest import Run, _plain_surroundings, repo, run  # noqa: F401
from tests.forms.filling import fill

ANSWERS = {
    "wtsa-72/4": {
        "new_status": "Completed",
        "progress": "It is done.",
        "deliverables": "SG5-LS190, LS on exposure, 2020",
        "due": "2021-10-25",
    },
}
TAG = re.compile(rb"<[^>]{1,200}>")
TEXT = re.compile(rb"(?<=>)[^<]{1,60}(?=<)")
ODD = (
    b"",
    b"=1+1",
    b"2147483648",
    b"-1",
    b"&#x1F600;",
    b"A1:XFD1048576",
    "工作".encode(),
    b"x" * 40000,
)


def flipped(part: bytes, chance: random.Random) -> bytes:
    made = bytearray(part)
    for _ in range(chance.randint(1, 4)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def without_a_tag(part: bytes, chance: random.Random) -> bytes:
    found = [*TAG.finditer(part)]
    one = chance.choice(found) if found else None
    return part[: one.start()] + part[one.end() :] if one else part


def with_another_text(part: bytes, chance: random.Random) -> bytes:
    found = [*TEXT.finditer(part)]
    one = chance.choice(found) if found else None
    return part[: one.start()] + chance.choice(ODD) + part[one.end() :] if one else part


def with_another_value(part: bytes, chance: random.Random) -> bytes:
    found = [*re.finditer(rb'="([^"]*)"', part)]
    one = chance.choice(found) if found else None
    return part[: one.start(1)] + chance.choice(ODD[:6]) + part[one.end(1) :] if one else part


def cut(part: bytes, chance: random.Random) -> bytes:
    return part[: chance.randrange(len(part))]


def empty(_part: bytes, _chance: random.Random) -> bytes:
    return b""


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flipped,
    without_a_tag,
    with_another_text,
    with_another_text,
    with_another_value,
    cut,
    empty,
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    telling = [name for name in parts if "sheet" in name or "haredStrings" in name]
    telling += [name for name in parts if "document" in name or "customXml" in name]
    chosen = chance.choice([*parts, *telling * 2])
    if chance.random() < 0.1:
        del parts[chosen]
    else:
        parts[chosen] = chance.choice(MUTATIONS)(parts[chosen], chance)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    if chance.random() < 0.05:
        return flipped(made.getvalue(), chance)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_damaged_forms(run: Run, repo: Path, kind: str) -> None:  # noqa: F811
    asked = ("request", "-m", "TSAG-2021-01", "-r", "ITU-R SG6", "-o", "out", "--format", kind)
    assert run(*asked).code == 0
    path = fill(next((repo / "out").iterdir()), ANSWERS)
    whole = path.read_bytes()
    before = {one: one.read_bytes() for one in (*repo.glob("plans/*"), *repo.glob("requests/*"))}
    taken = 0
    for seed in range(140):
        path.write_bytes(mutated(whole, random.Random(seed)))  # noqa: S311
        if seed % 5 and not is_read(path):
            continue
        result = run("collect", "--yes", str(path))
        assert result.code in (0, 1), (seed, result.err)
        now = {one: one.read_bytes() for one in before}
        if result.code:
            assert result.err.strip().endswith("mended.")
            assert now == before, seed
        for one, content in now.items():
            if content != before[one]:
                name = schema.PLAN if one.parent.name == "plans" else schema.REQUESTS
                assert schema.fits(name, read(content.decode())), seed
                one.write_bytes(before[one])
        taken += result.code == 0
    assert 10 < taken < 130


def is_read(path: Path) -> bool:
    """Whether a form is read at all; what is not is refused with a message."""
    try:
        reading.read(path)
    except FormFault as refused:
        if not str(refused).startswith(f"{path}: "):
            raise
        return False
    return True
