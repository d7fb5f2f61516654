"""The index of a catalogue: what it finds, and when it is made anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.errors import PlanctlError
from planctl.plan.published import Edition
from planctl.store.catalogue import index
from planctl.store.catalogue.index import Index

from .shelf import fill


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_editions(tmp_path: Path) -> None:
    made = index.make(fill(tmp_path / "clone"))
    for one in (made, index.opened(tmp_path / "clone")):
        assert one
        assert (one.many, one.newest) == (6, "2024-11")
        assert one.editions("l.1470") == [
            Edition("ITU-T L.1470 (01/2020)", "2020-01", "Greenhouse gas emissions trajectories"),
            Edition("ITU-T L.1470 (11/2024)", "2024-11", "Emissions trajectories, revised"),
        ]
        assert one.editions("l.suppl.37")[0].title == "Guidance to operators"
        assert one.editions("l.147") == one.editions("l.1471") == one.editions("") == []
        assert one.knows_series("L")
        assert not one.knows_series("Y")


def test_the_folder_of_the_files_will_do(tmp_path: Path) -> None:
    assert index.make(fill(tmp_path) / "data").many == 6


def test_it_is_made_anew_when_the_folder_has_changed(tmp_path: Path) -> None:
    clone = fill(tmp_path / "clone")
    assert index.opened(clone) is None
    index.make(clone)
    assert index.opened(clone)
    fill(clone, (("ITU-T L.1 (05/2025)", "2025-05", "New"),))
    os.utime(clone / "data", ns=(1, 1))  # whatever the clock of the disk
    assert index.opened(clone) is None
    assert index.make(clone).newest == "2025-05"


def test_what_is_no_record_is_passed_over(tmp_path: Path) -> None:
    clone = fill(tmp_path / "clone")
    data = clone / "data"
    (data / "index-v2.yaml").write_text("- id: 1\n", "utf-8")
    (data / "broken.yaml").write_bytes(b"\xff\xfe")
    (data / "large.yaml").write_text("#" * 1_000_001, "utf-8")
    (data / "folder.yaml").mkdir()
    (clone / ".git").mkdir()
    (clone / ".git" / "x.yaml").write_text((data / "itu-t-k-52--01-2018-.yaml").read_text("utf-8"))
    (data / "torn.yaml").write_text("title: [\n", "utf-8")
    for made in (index.make(clone), index.opened(clone)):
        assert made
        assert made.many == 6
        names = [str((data / name).resolve()) for name in ("broken.yaml", "torn.yaml")]
        assert (made.unread, made.many_unread) == (names, 2)


def test_a_record_that_was_edited_in_place_is_read_again(tmp_path: Path) -> None:
    clone = fill(tmp_path / "clone")
    index.make(clone)
    for name in ("itu-t-k-52--01-2018-", "itu-t-l-1470--01-2020-"):
        file = clone / "data" / f"{name}.yaml"
        text = file.read_text("utf-8")
        with file.open("r+", encoding="utf-8", newline="") as stream:
            stream.write(text.replace("Guidance", "Advances").replace("L.1470", "L.1499"))
        os.utime(file, ns=(1, 1))
    made = index.opened(clone)
    assert made
    assert [one.title for one in made.editions("k.52")] == ["Advances on limits"]
    assert [one.date for one in made.editions("l.1470")] == ["2024-11"]
    file.write_text("title: [\n", "utf-8")  # what was known of it stays
    assert [one.date for one in made.editions("l.1470")] == ["2020-01", "2024-11"]


def test_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(PlanctlError, match="has no files of Relaton's ITU data"):
        index.make(tmp_path)
    with pytest.raises(PlanctlError, match="cannot be read"):
        index.make(tmp_path / "gone")


def test_an_index_that_something_else_has_written(tmp_path: Path) -> None:
    clone = fill(tmp_path / "clone")
    index.make(clone)
    (file,) = (tmp_path / "cache").rglob("catalogue.txt")
    whole = file.read_bytes()
    for content in (
        whole[:-1],
        whole[:-60],
        b"",
        b"[]\n",
        b'{"version": 0, "folders": {}, "many": 1, "newest": ""}\n',
    ):
        file.write_bytes(content)
        assert index.opened(clone) is None


KEYS = st.text(alphabet="akl.123é", min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(KEYS, st.sampled_from(["2019", "2020-01"])), max_size=12), KEYS)
def test_whatever_is_listed_is_found(listed: list[tuple[str, str]], other: str) -> None:
    lines = sorted({f"{key}\t{date}\tref {key}\t\ttitle\tgone\t0\n" for key, date in listed})
    lines = lines or ["zzz\t2019\tref\t\ttitle\tgone\t0\n"]
    head = f'{{"version": 2, "folders": {{}}, "many": {len(lines)}, "newest": "2020",'
    head += ' "unread": [], "many_unread": 0}\n'
    made = Index((head + "".join(lines)).encode())
    for key in {key for key, _ in listed} | {other}:
        dates = sorted({date for own, date in listed if own == key})
        assert [one.date for one in made.editions(key)] == dates
