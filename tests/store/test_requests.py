"""The record of who was asked, and who has answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from planctl.errors import UnreadablePlan
from planctl.store import requests
from planctl.store.repository import Repository
from planctl.store.requests import Asked, Record

FORM = "0123456789abcdef"
SG5 = Asked("ITU-T SG5", FORM, 11)
WHO = Asked("WHO", FORM[::-1], 1)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    (tmp_path / "planctl.yaml").write_text("meetings: []\n", encoding="utf-8")
    (tmp_path / "plans").mkdir()
    return Repository(tmp_path)


def test_nobody_was_asked_yet(repository: Repository) -> None:
    assert requests.meetings(repository) == set()
    assert requests.read(repository, "TSAG-1") == Record("TSAG-1")


def test_what_is_written_is_read_and_comments_stay(repository: Repository) -> None:
    record = requests.with_sent(Record("TSAG-1"), "2021-01-05", [SG5, WHO])
    requests.write(repository, [record])
    assert requests.meetings(repository) == {"TSAG-1"}
    assert requests.read(repository, "TSAG-1") == record
    path = repository.root / "requests" / "TSAG-1.yaml"
    text = path.read_text("utf-8").replace("items: 1\n", "items: 1  # by mail\n")
    path.write_text(text, encoding="utf-8", newline="")
    requests.write(
        repository, [requests.with_answers(record, "ITU-T SG5", FORM, 11, ["wtsa-72/4"])]
    )
    assert path.read_text("utf-8") == text.replace(
        "items: 11\n", "items: 11\n    answered:\n      - wtsa-72/4\n"
    )


def test_answers_add_up_and_a_new_form_begins_anew() -> None:
    record = Record("TSAG-1", "", (SG5, WHO))
    for address in ("wtsa-72/4", "wtsa-72/5", "wtsa-72/4"):
        record = requests.with_answers(record, "ITU-T SG5", FORM, 11, [address])
    assert record.bodies[0].answered == ("wtsa-72/4", "wtsa-72/5")
    assert record.form_of("ITU-T SG5") == FORM
    assert record.form_of("TSAG") == ""
    again = requests.with_sent(record, "", [SG5])
    assert [one.answered for one in again.bodies] == [None, None]
    unasked = requests.with_answers(again, "TSAG", FORM, 3, ["wtsa-73/1"])
    assert unasked.bodies[-1] == Asked("TSAG", FORM, 3, ("wtsa-73/1",))


def test_a_record_that_somebody_has_spoilt(repository: Repository) -> None:
    folder = repository.root / "requests"
    folder.mkdir()
    (folder / "TSAG-1.yaml").write_text("meeting: TSAG-1\n", encoding="utf-8")
    with pytest.raises(UnreadablePlan, match="the field “bodies” is missing"):
        requests.read(repository, "TSAG-1")
