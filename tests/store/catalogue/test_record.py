"""One file of Relaton's data, in its forms."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.errors import SyntaxFault
from planctl.plan.published import Edition
from planctl.store.catalogue import record

TODAY = """\
---
id: ITUTA122008Cor1062015
schema_version: v1.5.6
type: standard
title:
- language: en
  script: Latn
  content: 'Update: the title'
  type: main
docidentifier:
- content: ITU-T A.12 (2008) Cor. 1 (06/2015)
  type: ITU
  primary: true
date:
- type: published
  at: 2015-06
ext:
  doctype:
    content: recommendation-corrigendum
  flavor: itu
"""
ENRICHED = """\
id: ITUTL163112018
title:
  - content: "ITU-T L.163 (11/2018): Criteria for optical cable"
    language: en
  - content: Critères
    language: fr
docidentifier:
  content: L.163
  type: ITU-T
status:
  stage:
    content: Published
date:
  type: published
  at: "2018"
ext:
  recommendationstatus:
    approvalstage: {process: tap, content: superseded}
"""
EARLIER = """\
---
title:
  type: main
  content: Television
    standards
  language: en
docid:
  id: ITU-R BO.1073-1
  type: ITU
date:
- type: confirmed
  value: '1990'
docstatus: withdrawn
"""


@pytest.mark.parametrize(
    ("text", "key", "edition"),
    [
        (
            TODAY,
            "a.12cor.1",
            Edition("ITU-T A.12 (2008) Cor. 1 (06/2015)", "2015-06", "Update: the title"),
        ),
        (ENRICHED, "l.163", Edition("L.163", "2018", "Criteria for optical cable", "Superseded")),
        (
            EARLIER,
            "itu-rbo.1073-1",
            Edition("ITU-R BO.1073-1", "1990", "Television standards", "Withdrawn"),
        ),
        (TODAY.replace("at: 2015-06", "at: 2015-13"), "a.12cor.1", None),
    ],
)
def test_forms(text: str, key: str, edition: Edition | None) -> None:
    found = record.read(text)
    assert found
    assert found[0] == key
    assert found[1] == (edition or found[1]._replace(date=""))


@pytest.mark.parametrize(
    "text",
    [
        "- 1\n",
        "title: A\n",
        "docidentifier: ITU-T L.1\n",
        "title: A\ndocidentifier:\n- content: 'ITU-R 203-9/3:'\n",
        "title: {content: {content: x}}\ndocidentifier: ITU-T L.1\n",
    ],
)
def test_no_records(text: str) -> None:
    assert record.read(text) is None


@pytest.mark.parametrize(
    "text", ["", "---\n", "title: A\ndocidentifier: [\n", "title: &a A\ndocidentifier: *a\n"]
)
def test_what_cannot_be_read(text: str) -> None:
    with pytest.raises(SyntaxFault):
        record.read(text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abIT-LU. :'\"[]{}-\n 1#&*|>", max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    for one in (text, f"title: {text}\ndocidentifier: ITU-T L.1\n", TODAY + text):
        with suppress(SyntaxFault):
            found = record.read(one)
            assert found is None or found[1].title
