"""The benchmark's plans: 30 activities of 8 deliverables each, about 75 kB of realistic text.

Liaison statements stand under years; Recommendations and their kin, events and meeting documents
under lead-in sentences. What is cited comes from registers that all plans share: a statement, a
Recommendation or an event has one title wherever it is cited. Plans are clean but for a few slips
in each, as in a repository that is looked after. Plan n is the same on every machine: it is drawn
from ``random()`` alone, whose sequence Python promises to keep.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from planctl.store import schema
from planctl.store.yaml import emit
from tests.bench import phrases

M = 100
L = 1000
ACTIVITIES = 30
DELIVERABLES = 8

_T = TypeVar("_T")
HEADER = "yaml-language-server: $schema=../schema/plan.schema.json"
_ASSEMBLIES = ("WTSA", "PP", "WTDC", "RA")
_GROUPS = (("SG2", "E"), ("SG5", "K"), ("SG5", "L"), ("SG11", "Q"), ("SG12", "P"), ("SG13", "Y"))
_DIRECTIVES = 20
_SLIPPING = "6.2"  # the activity of each plan that has warnings
_CLAUSES = 4  # of each block of the resolution
_FIRST_EVENT = date(2017, 2, 1)
_EVENTS = len(phrases.TOPICS) * len(phrases.AUDIENCES)
_YEARS = (2018, 2019, 2020)
_STATEMENTS_A_YEAR = 80


def write_repository(folder: Path, plans: int) -> list[Path]:
    """Make ``folder`` a plan repository with the first ``plans`` plans; return their files.

    It is in git, with one commit. Raises CalledProcessError where git cannot make it.
    """
    (folder / "plans").mkdir(parents=True)
    (folder / "schema").mkdir()
    for name in (schema.PLAN, schema.SETTINGS):
        shutil.copyfile(schema.file(name), folder / "schema" / name)
    (folder / "planctl.yaml").write_text("meetings: []\n", encoding="utf-8", newline="\n")
    for number in range(plans):
        file = folder / "plans" / f"{plan_key(number)}.yaml"
        text = emit.document(plan_data(number), HEADER)
        file.write_text(text, encoding="utf-8", newline="\n")
    commit(folder)
    return [folder / "plans" / f"{plan_key(number)}.yaml" for number in range(plans)]


def commit(folder: Path) -> None:
    """Make ``folder`` a git repository and commit everything in it."""
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "The benchmark")):
        git(folder, *arguments)


def git(folder: Path, *arguments: str) -> None:
    """Run git in ``folder``, the same on every machine; CalledProcessError where it fails."""
    surroundings = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
    settings = ["-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org"]
    settings += [
        "-c",
        "commit.gpgsign=false",
        "-c",
        "tag.gpgsign=false",
        "-c",
        "core.autocrlf=false",
    ]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, env=surroundings)


def plan_key(number: int) -> str:
    """The key of plan ``number``, from 0: ``wtsa-1``, ``pp-1``, ``wtdc-1``, ``ra-1``, ``wtsa-2``.

    So the plans of M are among those of L.
    """
    return f"{_ASSEMBLIES[number % 4].lower()}-{number // 4 + 1}"


def plan_data(number: int) -> dict[str, Any]:
    """Plan ``number`` as data: 20 directives, of which every other one has two activities."""
    return _Writer(number).plan()


class _Writer:
    """Writes one plan, and cites each entry of the registers once."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.random = Random(f"planctl benchmark, plan {number}").random  # noqa: S311
        self.group, self.series = self.pick(_GROUPS)
        self.papers = map(self.paper, self.shuffled(1200))
        self.events = self.shuffled(_EVENTS)
        self.folders = self.shuffled(60)
        self.statements = {year: self.shuffled(_STATEMENTS_A_YEAR) for year in _YEARS}

    def pick(self, choices: Sequence[_T]) -> _T:
        """One of ``choices``."""
        return choices[int(self.random() * len(choices))]

    def chance(self, percent: int) -> bool:
        """True in so many of a hundred cases."""
        return self.random() * 100 < percent

    def shuffled(self, size: int) -> Iterator[int]:
        """The numbers of a register's entries, each once, in an order of this plan's own."""
        return iter(sorted(range(size), key=lambda _: self.random()))

    def plan(self) -> dict[str, Any]:
        """The whole plan."""
        topic, context = self.pick(phrases.TOPICS), self.pick(phrases.CONTEXTS)
        return {
            "resolution": {
                "assembly": _ASSEMBLIES[self.number % 4],
                "number": self.number // 4 + 1,
                "edition": "Rev. Hammamet, 2016",
                "title": f"Standardization activities on {topic} {context}",
            },
            "lead": f"ITU-T {self.group}",
            "as_of": "2020-10",
            "directives": [self.directive(at) for at in range(_DIRECTIVES)],
        }

    def directive(self, at: int) -> dict[str, Any]:
        """The directive at a place of the plan, from 0."""
        id_ = str(at + 1)
        asked = f"{self.pick(phrases.ASKED)} {self.pick(phrases.TOPICS)}"
        activities = [id_] if at % 2 == 0 else [f"{id_}.1", f"{id_}.2"]
        return {
            "id": id_,
            "text": f"{asked} {self.pick(phrases.CONTEXTS)}",
            "references": f"{phrases.CITED_BLOCKS[at // _CLAUSES]} ({at % _CLAUSES + 1})",
            "activities": [self.activity(each) for each in activities],
        }

    def activity(self, id_: str) -> dict[str, Any]:
        """An activity with a report of one of four shapes."""
        done = self.chance(10)
        topics = f"{self.pick(phrases.TOPICS)} and {self.pick(phrases.TOPICS)}"
        responsible = [f"ITU-T {self.group} (Q{int(self.random() * 9) + 1}/{self.group[2:]})"]
        if self.chance(40):
            responsible.append(self.pick(("TSB", "ITU-D SG2 (Q7/2)", "All ITU study groups")))
        shapes = (self.liaisons, self.recommendations, self.meetings, self.documents)
        report = self.meetings() if id_ == _SLIPPING else self.pick(shapes)()
        if id_ == _SLIPPING:
            self.slip(report)
        progress = f"{self.pick(phrases.TOPICS)} {self.pick(phrases.CONTEXTS)}"
        report.append(
            {
                "text": f"Progress was reported to {self.pick(phrases.RECIPIENTS)} at the meeting"
                f" in {self.pick(phrases.PLACES[:-1])}, and the study group agreed to continue its"
                f" work on {progress}, taking into account the contributions received."
            }
        )
        return {
            "id": id_,
            "text": f"{self.pick(phrases.DOINGS)} {topics} {self.pick(phrases.CONTEXTS)}",
            "responsible": responsible,
            "time_plan": "2017-2020" if done else "Ongoing",
            "status": "completed" if done else "ongoing",
            "report": report,
        }

    def slip(self, report: list[dict[str, Any]]) -> None:
        """What a secretary has not come round to: an event without its day, a placeholder."""
        title = f"Introduction to {self.pick(phrases.TOPICS)} for newcomers"
        report[0]["deliverables"][-1] = {"kind": "webinar", "title": title}
        report += [{"text": "To be completed"}, {"see": ["8.1"]}]

    def liaisons(self) -> list[dict[str, Any]]:
        """Liaison statements of three years, each under its year."""
        report: list[dict[str, Any]] = [{"text": "The following liaison statements were sent:"}]
        for year, many in zip(_YEARS, (3, 3, 2), strict=True):
            numbers = sorted(islice(self.statements[year], many))
            cited = [_statement(self.group, year, number) for number in numbers]
            report.append({"year": year, "deliverables": cited})
        return report

    def recommendations(self) -> list[dict[str, Any]]:
        """What was approved, and what is being worked on."""
        topic = self.pick(phrases.TOPICS)
        return [
            {
                "text": f"ITU-T {self.group} has developed the following Recommendations and"
                f" Supplements on {topic}:",
                "deliverables": list(islice(self.papers, 6)),
            },
            {
                "text": "Ongoing work items being developed within the study group:",
                "deliverables": [self.work_item(), self.work_item()],
            },
        ]

    def meetings(self) -> list[dict[str, Any]]:
        """Events, the earliest first, and a sentence about them."""
        numbers = sorted(islice(self.events, DELIVERABLES), key=_event_day)
        return [
            {"text": "The following events were organized or contributed to:"}
            | {"deliverables": [_event(number) for number in numbers]},
            {
                "text": f"Some {int(self.random() * 90) + 10} participants attended each; proposals"
                f" on {self.pick(phrases.TOPICS)} were forwarded to the groups concerned."
            },
        ]

    def documents(self) -> list[dict[str, Any]]:
        """Meeting documents, partners' standards, reports and web pages."""
        number = 20 * next(self.folders) + self.number % 10
        topic, context = self.pick(phrases.TOPICS), self.pick(phrases.CONTEXTS)
        report = f"{self.pick(phrases.ASPECTS)} {topic} {context}"
        page = f"https://www.itu.int/en/ITU-T/studygroups/2017-2020/{number:02}/Pages/default.aspx"
        return [
            {
                "text": "Contributions were made to the following documents, available to members:",
                "deliverables": [
                    {"ref": f"TD{number + 1}-R1", "title": _title(f"TD {number}")},
                    f"TD{number + 2}",
                    {"ref": f"{self.group}-C{number + 1}", "title": _title(f"C {number}")},
                    {"ref": f"TSB Circular {number + 1}", "title": _title(f"Circular {number}")},
                    {"ref": f"ETSI ES 20{number:04}", "title": _title(f"ES {number}")},
                ],
            },
            {
                "text": "Other material:",
                "deliverables": [
                    {"kind": "technical-report", "title": report},
                    {"kind": "web-page", "title": f"Portal {number} on {topic}", "url": page},
                    next(self.papers),
                ],
            },
        ]

    def paper(self, number: int) -> str | dict[str, Any]:
        """An entry of the register of Recommendations and their kin."""
        name = f"{self.series}.{number + 50}"
        shape = number % 10
        if shape == 0:
            return name
        ref = {1: f"{self.series}.Suppl.{number}", 2: f"{name} Amd.1", 3: f"{name} (2018) Cor.1"}
        paper: dict[str, Any] = {"ref": ref.get(shape, name), "title": _title(name)}
        if shape in (4, 5):
            paper["ref"] = f"ITU-T {name}"
        if shape == 6:
            paper["date"] = f"{2019 + number % 2}-{number % 9 + 1:02}"
        if shape == 7:
            paper["note"] = "revised; consented at the last meeting of the study group"
        if shape == 8:
            paper["counterpart"] = f"ETSI ES 203 {number % 1000:03}"
        return paper

    def work_item(self) -> dict[str, Any]:
        """A work item, which becomes a Recommendation some day."""
        name = f"{self.series}.{self.pick(phrases.WORK_ITEMS)}_{int(self.random() * 9000) + 1000}"
        return {"ref": name, "title": _title(name)}


def _statement(group: str, year: int, number: int) -> dict[str, Any]:
    """An entry of the register of liaison statements; numbers rise with the years."""
    ref = f"{group}-LS{(year - _YEARS[0]) * _STATEMENTS_A_YEAR + number + 51}"
    to = phrases.RECIPIENTS[number % len(phrases.RECIPIENTS)]
    about = ("LS/o", "LS/r", "LS/i")[number % 3]
    return {"ref": ref, "title": f"{about} on {_title(ref)}", "note": f"to {to}"}


def _event_day(number: int) -> date:
    """The day of an event: each has one of its own, and neighbours are far apart."""
    return _FIRST_EVENT + timedelta(days=number * 577 % _EVENTS)


def _event(number: int) -> dict[str, Any]:
    """An entry of the register of events; every third takes two days."""
    topic = phrases.TOPICS[number % len(phrases.TOPICS)]
    audience = phrases.AUDIENCES[number // len(phrases.TOPICS)]
    first = _event_day(number)
    return {
        "kind": phrases.EVENT_KINDS[number % len(phrases.EVENT_KINDS)],
        "title": f"{topic[0].upper()}{topic[1:]} for {audience}",
        "date": f"{first}/{first + timedelta(days=1)}" if number % 3 == 0 else str(first),
        "place": phrases.PLACES[number % len(phrases.PLACES)],
    }


def _title(name: str) -> str:
    """The title of a document: always the same for a name."""
    random = Random(name).random  # noqa: S311
    parts = (phrases.ASPECTS, phrases.TOPICS, phrases.CONTEXTS)
    return " ".join(choices[int(random() * len(choices))] for choices in parts)
