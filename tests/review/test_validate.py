"""Many plans are read in two processes where the system gives a second one, else in one."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from multiprocessing import Process
from pathlib import Path
from typing import Any

import pytest

from planctl.finding import Finding
from planctl.review import validate as module
from planctl.review.validate import check, validate
from planctl.store.repository import Repository
from planctl.store.yaml import emit
from tests.bench import corpus

# Python warns of a fork beside the threads of the program that runs the tests.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

BROKEN = "directives: [\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The plans of a repository in which some rules find something only by comparing plans."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    (tmp_path / "planctl.yaml").write_text("rules: {undated-event: we know}\n", "utf-8")
    for number in range(5):
        data = corpus.plan_data(number)
        [*_, last] = data["directives"]
        last["activities"][-1]["report"] = [
            {"deliverables": [event(number), f"SG5-LS{900 - number}"]},
            {"year": 2017 + number, "deliverables": [f"SG5-LS{800 - number}"]},
            {"see": ["wtsa-77/1"]},
        ]
        path = tmp_path / "plans" / f"{corpus.plan_key(number)}.yaml"
        path.write_text(emit.document(data), "utf-8")
    (tmp_path / "plans" / "wtsa-3.yaml").write_text(BROKEN, "utf-8")
    return Repository(tmp_path).files()


def event(number: int) -> dict[str, str]:
    title = "Forum on Frontier Technologies to Tackle Climate Change"
    return {"kind": "forum", "title": f"{'Global ' * (number % 2)}{title}", "date": "2019-10-01"}


def in_one_process(files: list[Path]) -> list[Finding]:
    return validate(Repository(files[0].parents[1]), files, two_from=1000)


def in_two_processes(files: list[Path]) -> list[Finding]:
    return validate(Repository(files[0].parents[1]), files, two_from=2)


def test_two_processes_find_what_one_finds(files: list[Path]) -> None:
    found = in_one_process(files)
    rules = {finding.rule for finding in found}
    assert {"event-differs", "liaison-year", "cross-reference-elsewhere", "syntax"} <= rules
    assert "undated-event" not in rules
    assert found == sorted(found)
    assert in_two_processes(files) == found


class NoProcess(Process):
    """As on a system that gives no second process."""

    error: type[Exception] = OSError

    def __init__(self, **_given: Any) -> None:
        raise self.error


class DyingProcess(Process):
    """It ends before it has done anything."""

    def run(self) -> None:
        os._exit(1)


@pytest.fixture
def not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on systems where no process is forked by hand."""
    monkeypatch.setattr("planctl.second_process._FORKS", False)


@pytest.mark.usefixtures("not_forked")
def test_a_process_that_is_started_finds_the_same(files: list[Path]) -> None:
    assert in_two_processes(files) == in_one_process(files)


@pytest.mark.usefixtures("not_forked")
@pytest.mark.parametrize("error", [OSError, ImportError, NotImplementedError])
def test_without_a_second_process_one_does_all(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    monkeypatch.setattr(NoProcess, "error", error)
    monkeypatch.setattr("multiprocessing.Process", NoProcess)
    assert in_two_processes(files) == in_one_process(files)


@pytest.mark.usefixtures("not_forked")
def test_what_a_process_that_dies_should_have_done_is_done(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("multiprocessing.Process", DyingProcess)
    assert in_two_processes(files) == in_one_process(files)


needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")


def no_fork() -> int:
    raise BlockingIOError


@needs_fork
def test_where_no_process_can_be_forked_one_does_all(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fork", no_fork)
    assert in_two_processes(files) == in_one_process(files)


def told_in_part(data: bytes) -> bytes:
    return data[: len(data) // 2]


@needs_fork
@pytest.mark.parametrize("told", [told_in_part, lambda _: b"", lambda _: 1 / 0])
def test_what_a_forked_process_does_not_tell_is_done(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, told: Callable[[bytes], bytes]
) -> None:
    dumps = pickle.dumps
    monkeypatch.setattr(pickle, "dumps", lambda *given: told(dumps(*given)))
    assert in_two_processes(files) == in_one_process(files)


def test_few_plans_are_read_in_one_process() -> None:
    assert module._TWO_FROM >= 64


def test_what_two_plans_say_together_has_the_place_of_each(
    tmp_path: Path, files: list[Path]
) -> None:
    found = [one for one in in_one_process(files) if one.rule == "cross-reference-elsewhere"]
    assert [(one.file, one.address) for one in found] == [
        (f"plans/{key}.yaml", f"{key}/{last_id(number)}")
        for key, number in sorted((corpus.plan_key(number), number) for number in range(5))
    ]
    for one in found:
        [line] = (tmp_path / one.file).read_text("utf-8").splitlines()[one.line - 1 : one.line]
        assert "wtsa-77/1" in line


def last_id(number: int) -> str:
    return str(corpus.plan_data(number)["directives"][-1]["activities"][-1]["id"])


def test_a_file_beside_the_plans_is_looked_at_with_them(files: list[Path]) -> None:
    root = files[0].parents[1]
    (root / "draft").mkdir()
    draft = root / "draft" / "wtsa-1.yaml"
    draft.write_bytes(files[0].read_bytes())
    found = check(Repository(root), [draft])
    assert {one.file for one in found} == {"draft/wtsa-1.yaml"}
    assert "duplicate-plan" not in {one.rule for one in found}  # it is no plan of the repository
