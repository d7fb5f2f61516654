"""``planctl export`` of many plans: two processes write what one writes."""

from __future__ import annotations

import os
import pickle
import re
from collections.abc import Callable
from multiprocessing import Process
from pathlib import Path
from zipfile import ZipFile

import pytest

from planctl.publish.docx import as_read
from tests.cli.conftest import Git, Run

# Python warns of a fork beside the threads of the program that runs the tests.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

PAGES = ("https://www.itu.int/one", "https://www.itu.int/two", "https://www.itu.int/three")


class DyingProcess(Process):
    """It ends before it has done anything."""

    def run(self) -> None:
        os._exit(1)


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes for two plans or more, whatever the machine has."""
    monkeypatch.setattr(as_read, "WORTHWHILE", True)
    monkeypatch.setattr(as_read, "MANY", 2)


@pytest.fixture
def linked(repo: Path) -> Path:
    """The repository, with links that plans share and links that they do not."""
    for key, pages in (("72", PAGES[:1]), ("73", PAGES[1:]), ("79", PAGES)):
        file = repo / "plans" / f"wtsa-{key}.yaml"
        text = file.read_text(encoding="utf-8")
        block = "".join(f"          - text: See {page}\n" for page in pages)
        text = text.replace("\n        report:\n", f"\n        report:\n{block}", 1)
        file.write_text(text, encoding="utf-8", newline="\n")
    return repo


def exported(run: Run, folder: Path, *arguments: str) -> tuple[bytes, str]:
    result = run("export", *arguments, "-o", "out.docx")
    assert result.code == 0, result.err
    return (folder / "out.docx").read_bytes(), result.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("79", "72"),
        ("--cover", "--portrait", "--first", "4"),
        ("--lang", "ar", "--repeat-ids"),
        ("--open",),
        ("--at", "HEAD"),
        ("--lang", "zh"),
    ],
)
def test_two_processes_write_what_one_writes(
    run: Run, linked: Path, git: Git, request: pytest.FixtureRequest, arguments: tuple[str, ...]
) -> None:
    (linked / "planctl.yaml").write_text(
        "cover: {contacts: [{name: A B, email: a.b@example.org}]}\n", encoding="utf-8"
    )
    git("add", "--all")
    git("commit", "--quiet", "--message=links")
    alone = exported(run, linked, *arguments)
    request.getfixturevalue("two")
    assert exported(run, linked, *arguments) == alone


@pytest.mark.usefixtures("two")
def test_a_page_that_both_halves_cite_is_one_relationship(run: Run, linked: Path) -> None:
    exported(run, linked, "72", "73", "79")
    with ZipFile(linked / "out.docx") as archive:
        document = archive.read("word/document.xml").decode()
        relationships = archive.read("word/_rels/document.xml.rels").decode()
    targets = dict(re.findall(r'Id="(\w+)" Type="[^"]*/hyperlink" Target="([^"]*)"', relationships))
    found = re.findall(r'<w:hyperlink r:id="(\w+)".*?preserve">(https[^<]*)<', document)
    assert [text for _, text in found if text in PAGES] == [PAGES[0], *PAGES[1:], *PAGES]
    assert all(targets[link] == text for link, text in found if text in PAGES)
    assert len(set(targets.values())) == len(targets)


@pytest.mark.usefixtures("two")
def test_what_a_process_that_dies_should_have_drawn_is_drawn(
    run: Run, linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = exported(run, linked)
    monkeypatch.setattr("planctl.second_process._FORKS", False)
    monkeypatch.setattr("multiprocessing.Process", DyingProcess)
    assert exported(run, linked) == both


@pytest.mark.parametrize("key", ["72", "79"])
@pytest.mark.usefixtures("two")
def test_a_plan_in_either_half_that_cannot_be_read_ends_the_export(
    run: Run, repo: Path, key: str
) -> None:
    with (repo / "plans" / f"wtsa-{key}.yaml").open("a", encoding="utf-8") as file:
        file.write("directives: []\n")
    result = run("export")
    assert result.code == 1
    assert f"plans/wtsa-{key}.yaml" in result.err
    assert not (repo / "annexes.docx").exists()


@pytest.mark.usefixtures("two")
def test_where_nothing_is_forked_all_can_be_sent_to_the_other_process(
    run: Run, linked: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("tag", "now")
    options = ("--at", "now", "--open", "--responsible", "SG5")
    forked = exported(run, linked, *options)
    monkeypatch.setattr(as_read, "begin", sent)
    assert exported(run, linked, *options) == forked


def sent(work: Callable[..., object], *arguments: object) -> Callable[[], object]:
    """As ``begin``, with all that goes to and fro in the form in which it is sent."""
    there, given = pickle.loads(pickle.dumps((work, arguments)))  # noqa: S301
    return lambda: pickle.loads(pickle.dumps(there(*given)))  # noqa: S301


def test_few_plans_are_drawn_in_one_process() -> None:
    assert as_read.MANY >= 8
