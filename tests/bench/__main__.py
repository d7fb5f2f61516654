"""The benchmark: ``python -m tests.bench`` prints how long planctl takes beside other programs.

Every figure is a ratio of two programs that ran in turn on this machine: the median of the pairs,
and the lowest and the highest. The floor is an empty Python program. Corpus M has 100 plans of
30 activities with 8 deliverables each, about 75 kB a plan; L has 1,000. "No cache" means that what
planctl keeps in the git directory is removed before each run. A cycle is a corpus with 20 meetings
that were closed; before each of them a fifth of the plans changed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from tests.bench import corpus, cycle, long_resolution, long_table, mail, papers, rivals
from tests.bench.measure import Ratio, Run, compare, forget, peak_memory, rehearse

_HEADINGS = ("what", "ratio (lowest–highest)", "goal", "met")
_WIDTHS = (62, 24, 10, 3)
_CHECKOUT = Path(__file__).resolve().parents[2]
_AFTERWARDS = "2024-12-01"  # a day after the last meeting of a cycle


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the result: what was measured, the figure, and the goal where there is one."""

    what: str
    figure: str
    goal: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the plans lie, and how many pairs of runs a short and a long comparison takes."""

    folder: Path
    short: int
    long: int

    @property
    def floor(self) -> Run:
        """An empty program, in the Python that runs planctl."""
        return Run([sys.executable, "-c", "pass"], self.folder)

    def planctl(self, where: str, *arguments: str, fresh: bool = False) -> Run:
        """planctl in the repository ``where``; ``fresh`` is without its cache."""
        folder = self.folder / where
        return Run([*_planctl(), *arguments], folder, partial(forget, folder) if fresh else None)

    def edit(self, where: str, *arguments: str) -> Run:
        """An edit of the first plan, of which the file is put back before each run."""
        file = self.folder / where / "plans" / f"{corpus.plan_key(0)}.yaml"
        put_back = partial(file.write_bytes, file.read_bytes())
        return Run([*_planctl(), *arguments], self.folder / where, put_back)


@click.command()
@click.option("--large", is_flag=True, help="With corpus L: 1,000 plans. Takes minutes more.")
@click.option("--quick", is_flag=True, help="Fewer runs of each.")
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep the plans in this folder, and use those that are there.",
)
def main(large: bool, quick: bool, keep: Path | None) -> None:
    """Measure planctl beside an empty Python, check-jsonschema and doorstop."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        bench = Bench((keep or Path(temporary)).resolve(), 5 if quick else 21, 1 if quick else 3)
        _show(Row(*_HEADINGS[:3]), _HEADINGS[3])
        for rows in (
            _start_up,
            _one_plan,
            _many_plans,
            _edits,
            _meetings,
            _exports,
            _imports,
            _documents,
            *([_large] if large else []),
        ):
            for row in rows(bench):
                _show(row, {True: "yes", False: "no", None: ""}[row.met])


def _start_up(bench: Bench) -> Iterator[Row]:
    one = _repository(bench, "one", 1)
    for option in ("--help", "--version"):
        ratio = compare(bench.planctl(one, option), bench.floor, bench.short)
        yield _row(f"planctl {option} / floor", ratio, 5)


def _one_plan(bench: Bench) -> Iterator[Row]:
    one = _repository(bench, "one", 1)
    validate = bench.planctl(one, "validate", fresh=True)
    ratio = compare(validate, bench.floor, bench.short)
    yield _row("validate one plan, no cache / floor", ratio, 9)
    yield from _beside_check_jsonschema(bench, validate, "one plan", 1 / 4, bench.short)


def _many_plans(bench: Bench) -> Iterator[Row]:
    m = _repository(bench, "M", corpus.M)
    validate = bench.planctl(m, "validate", fresh=True)
    yield from _beside_check_jsonschema(bench, validate, "M", 1 / 25, bench.long)
    yield from _beside_doorstop(bench, validate)
    again = bench.planctl(m, "validate")
    yield _row("validate M, nothing changed / floor", compare(again, bench.floor, bench.short), 5)


def _edits(bench: Bench) -> Iterator[Row]:
    plan = corpus.plan_key(0)
    edits = {
        "set": ("set", f"{plan}/1", "status", "suspended"),
        "add": ("add", plan, "Report to TSAG", "-R", "Invites Member States (5)", "-r", "TSAG"),
        "link": ("link", f"{plan}/1", "SG5-LS999 - LS/r on progress", "--date", "2020-09-01"),
    }
    for name, arguments in edits.items():
        for where, count in (("one", 1), ("M", corpus.M)):
            edit = bench.edit(_repository(bench, where, count), *arguments)
            among = f"{count} plan{'s' * (count > 1)}"
            ratio = compare(edit, bench.floor, bench.short)
            edit.put_in_order()
            yield _row(f"{name}, in a repository of {among} / floor", ratio, 10)


def _meetings(bench: Bench) -> Iterator[Row]:
    m = _cycle(bench, "M-cycle", corpus.M)
    for what, first, goal in (("neighbours", -2, 15), ("first with last", 0, 40)):
        diff = bench.planctl(m, "diff", cycle.KEYS[first], cycle.KEYS[-1])
        ratio = compare(diff, bench.floor, bench.short)
        yield _row(f"diff of two meetings of M, {what} / floor", ratio, goal)
    for what, fresh, goal in (("no cache", True, 60), ("nothing changed", False, 6)):
        stale = bench.planctl(m, "stale", "--exit-zero", "--as-of", _AFTERWARDS, fresh=fresh)
        ratio = compare(stale, bench.floor, bench.short)
        yield _row(f"stale over the {cycle.MEETINGS} meetings of M, {what} / floor", ratio, goal)


def _exports(bench: Bench) -> Iterator[Row]:
    three = bench.planctl(_shipped(bench), "export", "-o", "annexes.docx")
    ratio = compare(three, bench.floor, bench.short)
    yield _row("export of the three plans that come with planctl / floor", ratio, 15)
    m = _repository(bench, "M", corpus.M)
    half = [corpus.plan_key(number) for number in range(corpus.M // 2)]
    whole = bench.planctl(m, "export", "-o", "../M.docx")
    ratio = compare(whole, bench.floor, bench.short)
    yield _row("export of M, 3,000 activities, as one document / floor", ratio, 60)
    part = bench.planctl(m, "export", *half, "-o", "../M.docx")
    yield _row("export of M / of half of M", compare(whole, part, bench.short), 2.2)
    yield from _memory("export of M", whole, 250)


def _imports(bench: Bench) -> Iterator[Row]:
    shipped = _shipped(bench)
    annexes = bench.folder / shipped / "in.docx"
    rehearse(bench.planctl(shipped, "export", "-o", annexes.name))
    none = _repository(bench, "none", 0)
    three = bench.planctl(none, "import", f"../{shipped}/{annexes.name}", "--dry-run")
    ratio = compare(three, bench.floor, bench.short)
    yield _row("import of the three plans that come with planctl / floor", ratio, 25)
    runs = {}
    for rows in (1500, 3000):
        long_table.write_document(bench.folder / none / f"{rows}.docx", rows)
        runs[rows] = bench.planctl(none, "import", f"{rows}.docx", "--dry-run")
    ratio = compare(runs[3000], runs[1500], bench.long)
    yield _row("import of a table of 3,000 rows / of 1,500", ratio, 2.2)
    yield from _memory("import of 3,000 rows", runs[3000], 300)


def _documents(bench: Bench) -> Iterator[Row]:
    one = _repository(bench, "one", 1)
    documents = {
        ("harvest",): papers.write(bench.folder, "update", mail.paragraphs()),
        ("draft", "--lead", "TSAG", "--dry-run"): papers.write(
            bench.folder, "new", long_resolution.paragraphs()
        ),
    }
    for command, paths in documents.items():
        for form, path in zip(("text", "Word"), paths, strict=True):
            ratio = compare(bench.planctl(one, *command, str(path)), bench.floor, bench.short)
            yield _row(f"{command[0]} of {mail.PAGES} pages of {form} / floor", ratio, 60)


def _large(bench: Bench) -> Iterator[Row]:
    m, l_ = _repository(bench, "M", corpus.M), _repository(bench, "L", corpus.L)
    validate = bench.planctl(l_, "validate", fresh=True)
    ratio = compare(validate, bench.planctl(m, "validate", fresh=True), bench.long)
    yield _row("validate L / validate M, no cache", ratio, 11)
    yield from _memory("validate L, no cache", validate, 150)
    again = bench.planctl(l_, "validate")
    yield _row("validate L, nothing changed / floor", compare(again, bench.floor, bench.short))
    neighbours = ("diff", *cycle.KEYS[-2:])
    m, l_ = _cycle(bench, "M-cycle", corpus.M), _cycle(bench, "L-cycle", corpus.L)
    ratio = compare(bench.planctl(l_, *neighbours), bench.planctl(m, *neighbours), bench.long)
    changed = [plans // cycle.SHARE for plans in (corpus.L, corpus.M)]
    what = f"diff of neighbours of L ({changed[0]} plans changed) / of M ({changed[1]})"
    yield _row(what, ratio, changed[0] / changed[1])


def _memory(what: str, run: Run, goal: int) -> Iterator[Row]:
    memory = peak_memory(run)
    if memory:
        for peak, of in ((memory.largest, "the largest process"), (memory.together, "all of them")):
            if peak is not None:
                what_of = f"memory of {what}: {of}"
                yield Row(what_of, f"{peak:.0f} MB", f"≤ {goal} MB", peak <= goal)


def _beside_check_jsonschema(
    bench: Bench, validate: Run, what: str, goal: float, pairs: int
) -> Iterator[Row]:
    what = f"validate {what}, no cache / check-jsonschema (schema only)"
    try:
        program = rivals.program("check-jsonschema")
    except (OSError, subprocess.CalledProcessError) as error:
        yield Row(what, f"skipped: {error}")
        return
    files = sorted((validate.folder / "plans").iterdir())
    command: list[str | Path] = [program, "--schemafile", "schema/plan.schema.json", *files]
    yield _row(what, compare(validate, Run(command, validate.folder), pairs), goal)


def _beside_doorstop(bench: Bench, validate: Run) -> Iterator[Row]:
    what = "validate M, no cache / doorstop on the same content"
    try:
        program = rivals.program("doorstop")
    except (OSError, subprocess.CalledProcessError) as error:
        yield Row(what, f"skipped: {error}")
        return
    folder = bench.folder / "doorstop"
    if not folder.exists():
        rivals.write_doorstop(folder, corpus.M)
    yield _row(what, compare(validate, Run([program], folder), bench.long), 1 / 50)


def _shipped(bench: Bench) -> str:
    """The repository that planctl itself is, without its past."""
    folder = bench.folder / "shipped"
    if not folder.exists():
        shutil.copytree(_CHECKOUT / "plans", folder / "plans")
        shutil.copyfile(_CHECKOUT / "planctl.yaml", folder / "planctl.yaml")
    return folder.name


def _repository(bench: Bench, where: str, plans: int) -> str:
    if not (bench.folder / where).exists():
        corpus.write_repository(bench.folder / where, plans)
    return where


def _cycle(bench: Bench, where: str, plans: int) -> str:
    if not (bench.folder / where).exists():
        cycle.write_cycle(bench.folder / where, plans)
    return where


def _planctl() -> list[str]:
    """The installed program, as a secretary starts it."""
    script = Path(sys.executable).with_name("planctl.exe" if sys.platform == "win32" else "planctl")
    return [str(script)] if script.exists() else [sys.executable, "-m", "planctl"]


def _row(what: str, ratio: Ratio, goal: float | None = None) -> Row:
    if goal is None:
        return Row(what, str(ratio))
    shown = f"{goal:g}" if goal >= 1 else f"1/{1 / goal:.0f}"
    return Row(what, str(ratio), f"≤ {shown}", ratio.median <= goal)


def _show(row: Row, met: str) -> None:
    cells = zip((row.what, row.figure, row.goal, met), _WIDTHS, strict=True)
    click.echo("  ".join(text.ljust(width) for text, width in cells).rstrip())


if __name__ == "__main__":
    main()
