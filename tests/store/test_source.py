"""Plans read as they stood at a revision: the same bytes, whatever the names and the place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planctl.errors import PlanctlError, UsageFault
from planctl.store.repository import Repository
from planctl.store.source import Disk, Frozen
from tests.histories import CALENDAR, History, git, plan_text

ONE = plan_text(1, {"1": "ongoing"})
OTHER = plan_text(1, {"1": "completed"})


def texts(repository: Repository) -> dict[str, bytes]:
    return {path.name: repository.source.read(path) for path in repository.files()}


def test_what_was_frozen_is_read_back_to_the_byte(tmp_path: Path) -> None:
    history = History(tmp_path)
    crlf = b"\xef\xbb\xbf" + plan_text(2, {"1": "ongoing"}).replace("\n", "\r\n").encode()
    long = plan_text(3, {str(n): "ongoing" for n in range(1, 300)}).encode()
    files = {"wtsa-1.yaml": ONE.encode(), "wtsa-2.yaml": crlf, "wtsa-3.yaml": long}
    history.commit({f"plans/{name}": content for name, content in files.items()})
    history.tag("TSAG-2020-02", day="2020-02-20")
    history.commit({"plans/wtsa-1.yaml": OTHER, "plans/wtsa-2.yaml": None})
    repository = Repository(tmp_path)
    assert texts(repository.at("TSAG-2020-02")) == files
    assert texts(repository)["wtsa-1.yaml"] == OTHER.encode()
    source = repository.at("TSAG-2020-02").source
    assert isinstance(source, Frozen)
    paths = [tmp_path / "plans" / name for name in ("wtsa-3.yaml", "wtsa-1.yaml")]
    assert [*source.read_all(paths)] == [long, ONE.encode()]


def test_names_with_spaces_and_any_letters(tmp_path: Path) -> None:
    root = tmp_path / "a répo 计划 [x]"
    settings = f"plans: les plans d'été/计划 “a”\n{CALENDAR}"
    if os.name == "nt":
        settings = settings.replace("“a”", "a")
    folder = settings.partition("\n")[0].removeprefix("plans: ")
    history = History(root, settings)
    history.git("config", "core.quotePath", "true")
    history.commit({f"{folder}/wtsa-1 – ñ.yaml": ONE, f"{folder}/wtsa-2.yaml": ONE})
    frozen = Repository(root).at("HEAD")
    assert texts(frozen) == {"wtsa-1 – ñ.yaml": ONE.encode(), "wtsa-2.yaml": ONE.encode()}


@pytest.mark.parametrize("plans", ["plans", "./plans", "x/../plans", "../plans", "."])
def test_a_folder_of_plans_given_in_any_way(tmp_path: Path, plans: str) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    history = History(tmp_path / "root", f"plans: {plans}\n")
    (history.root / "x").mkdir()
    name = "root" if plans == "." else ("plans" if plans == "../plans" else "root/plans")
    (tmp_path / name).mkdir(exist_ok=True)
    (tmp_path / name / "wtsa-1.yaml").write_text(ONE, encoding="utf-8", newline="")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=Plans")
    frozen = Repository(history.root).at("HEAD")
    assert texts(frozen)["wtsa-1.yaml"] == ONE.encode()


def test_below_the_top_of_the_git_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    history = History(tmp_path / "SG5" / "plans repository")
    history.commit({"plans/wtsa-1.yaml": ONE})
    repository = Repository(history.root)
    assert texts(repository.at("HEAD")) == {"wtsa-1.yaml": ONE.encode()}
    assert repository.at("HEAD").settings == repository.settings


def test_line_breaks_that_git_changed(tmp_path: Path) -> None:
    history = History(tmp_path, CALENDAR.replace("\n", "\r\n"))
    history.git("config", "core.autocrlf", "true")
    history.commit({"plans/wtsa-1.yaml": ONE.replace("\n", "\r\n")})
    repository = Repository(tmp_path)
    frozen = repository.at("HEAD")
    assert texts(frozen) == {"wtsa-1.yaml": ONE.encode()}
    assert [file.data for file in frozen.plan_files()] == [
        file.data for file in repository.plan_files()
    ]


def test_settings_are_those_of_the_time(tmp_path: Path) -> None:
    history = History(tmp_path, "plans: old\n")
    history.commit({"old/wtsa-1.yaml": ONE})
    history.commit(
        {"old/wtsa-1.yaml": None, "new/wtsa-9.yaml": ONE, "planctl.yaml": "plans: new\n"}
    )
    repository = Repository(tmp_path)
    assert [*texts(repository)] == ["wtsa-9.yaml"]
    assert [*texts(repository.at("HEAD~1"))] == ["wtsa-1.yaml"]


def test_before_there_were_settings(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.write({"planctl.yaml": None})
    history.commit({"notes.txt": "Nothing yet"})
    history.commit({"planctl.yaml": CALENDAR, "plans/wtsa-1.yaml": ONE})
    frozen = Repository(tmp_path).at("HEAD~1")
    assert frozen.settings.meetings == ()
    with pytest.raises(UsageFault) as caught:
        frozen.files()
    assert str(caught.value) == "there was no folder plans at HEAD~1"
    with pytest.raises(UsageFault) as caught:
        frozen.read(tmp_path / "plans" / "wtsa-1.yaml")
    assert str(caught.value) == "there was no file wtsa-1.yaml at HEAD~1"


@pytest.mark.skipif(os.name == "nt", reason="not everybody may make links on Windows")
def test_links_lead_to_what_was_not_kept_with_them(tmp_path: Path) -> None:
    history = History(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "plans").symlink_to("elsewhere")
    history.commit({"elsewhere/wtsa-1.yaml": ONE})
    with pytest.raises(PlanctlError) as caught:
        Repository(tmp_path).at("HEAD").files()
    assert str(caught.value) == (
        "plans was a link at HEAD, so what it held then is not kept with it and cannot be read back"
    )
    (tmp_path / "plans").unlink()
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "wtsa-1.yaml").symlink_to("../elsewhere/wtsa-1.yaml")
    history.commit()
    frozen = Repository(tmp_path).at("HEAD")
    [path] = frozen.files()
    assert frozen.source.has(path)
    with pytest.raises(PlanctlError) as caught:
        frozen.read(path)
    assert str(caught.value) == (
        "wtsa-1.yaml was a link at HEAD, so what it held then is not kept with it and cannot be"
        " read back"
    )


def test_a_folder_of_plans_that_was_something_else(tmp_path: Path) -> None:
    history = History(tmp_path / "repo")
    history.commit({"plans": "A file with a \0 in it"})
    inner = History(tmp_path / "inner")
    inner.commit({"wtsa-1.yaml": ONE})
    history.commit({"plans": None})
    history.git("submodule", "add", "--quiet", inner.root.as_uri(), "plans")
    history.commit()
    for revision, what in (("HEAD~2", "a file"), ("HEAD", "a submodule")):
        with pytest.raises(PlanctlError) as caught:
            Repository(history.root).at(revision).files()
        assert str(caught.value) == (
            f"plans was {what} at {revision}, so what it held then is not kept with it and cannot"
            " be read back"
        )


def test_a_folder_named_like_a_plan(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit({"plans/wtsa-1.yaml/notes.txt": "No plan"})
    frozen = Repository(tmp_path).at("HEAD")
    with pytest.raises(PlanctlError) as caught:
        frozen.read(frozen.files()[0])
    assert str(caught.value) == (
        "wtsa-1.yaml was a folder at HEAD, so what it held then is not kept with it and cannot be"
        " read back"
    )


def test_a_clone_without_all_objects(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit({"plans/wtsa-1.yaml": ONE})
    blob = history.git("rev-parse", "HEAD:plans/wtsa-1.yaml")
    (tmp_path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(PlanctlError) as caught:
        texts(Repository(tmp_path).at("HEAD"))
    assert str(caught.value) == (
        "git does not have all that the history is made of: fetch it whole"
    )


def test_nothing_is_fetched(tmp_path: Path) -> None:
    history = History(tmp_path / "repo")
    history.commit({"plans/wtsa-1.yaml": ONE})
    history.commit({"plans/wtsa-1.yaml": OTHER})
    history.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    address = history.root.as_uri()
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", address, str(clone))
    assert texts(Repository(clone).at("HEAD")) == {"wtsa-1.yaml": OTHER.encode()}
    before = sorted(path for path in (clone / ".git" / "objects").rglob("*"))
    # A git older than 2.44 does not know that nothing is to be fetched, so its way is cut off.
    git(clone, "config", "remote.origin.url", "elsewhere:nothing")
    git(clone, "config", "protocol.allow", "never")
    with pytest.raises(PlanctlError, match=r"made with --filter, .* --no-filter` fetches it whole"):
        texts(Repository(clone).at("HEAD~1"))
    assert sorted(path for path in (clone / ".git" / "objects").rglob("*")) == before


def test_the_folder_as_it_is(tmp_path: Path) -> None:
    assert Disk().listing(tmp_path / "plans") is None
    assert not Disk().has(tmp_path / "plans")
    (tmp_path / "a.yaml").write_bytes(b"x")
    assert Disk().listing(tmp_path) == [tmp_path / "a.yaml"]
    assert Disk().read(tmp_path / "a.yaml") == b"x"


def test_repositories_of_the_other_hash(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    history = History(tmp_path)
    history.commit({"plans/wtsa-1.yaml": ONE})
    history.tag("TSAG-2020-02", day="2020-02-20")
    assert texts(Repository(tmp_path).at("TSAG-2020-02")) == {"wtsa-1.yaml": ONE.encode()}
