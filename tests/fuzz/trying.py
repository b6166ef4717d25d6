"""One fuzzed workspace: how it comes from its number, and what every command makes of it."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import shutil
import signal
import traceback
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import yaml

from fuzz.corpus import Rows, Seed, Tree, seeds
from fuzz.operators import changed, changed_rows, spots
from schemes import Shelf
from xuequ.cli.running import run
from xuequ.compose import compose
from xuequ.findings.finding import Level
from xuequ.model.building import build
from xuequ.resolution import resolve
from xuequ.workspace import loading

#: Findings of the tool's own: a rule that failed, a command that did.
OWN_FAULTS = ("INT001", "INT101")
#: One case in so many is built in every format, and has its roster as a workbook.
RARELY = 12
_COMMENTS = ("", "  # 说明", "# xuequ: allow RES201 -- 待批复", "# xuequ: 允许", "        # 深", "#")
CHECK = ("check", "scheme.yaml", "--format", "json")
BUILT = ("md", "html", "docx", "xlsx", "ics")


@dataclass(frozen=True)
class Case:
    """The files of one case. `base` is the scheme before it was changed, `dressing` draws comments and line ends."""

    number: int
    tree: Tree
    base: Tree
    policy: Tree | None = None
    roster: Rows = field(default_factory=list)
    flow: bool | None = None
    dressing: int = 0
    as_workbook: bool = False
    every_format: bool = False


@dataclass(frozen=True)
class Fault:
    """What went wrong: which command, and where in the engine. `where` is the same for the same fault."""

    number: int
    command: str
    where: str
    trace: str


class _Hanging(Exception):
    """Raised in the middle of a command that takes too long."""


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def written(tree: Any, flow: bool | None = False) -> str:
    """A tree as YAML."""
    text: str = yaml.dump(
        tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=110
    )
    return text


def case(number: int) -> Case:
    """The case of a number: the same everywhere. Half are changed so that they still have the shape of a scheme."""
    chance = Random(number)
    policies = [each for each in seeds() if each.is_policy]
    schemes = [each for each in seeds() if not each.is_policy]
    small = [each for each in schemes if "/" not in each.name]
    seed: Seed = chance.choice(small if chance.random() < 0.85 else schemes)
    base = deepcopy(seed.tree)
    will_do = chance.choice((_anything, _has_shape, _has_plan, _has_plan))
    policy = None
    if chance.random() < 0.2:
        base["adopts"] = ["policy"]
        policy = changed(
            chance, chance.choice(policies).tree, will_do if will_do is _anything else _has_shape
        )
    tree = base if policy is not None and chance.random() < 0.6 else changed(chance, base, will_do)
    roster = seed.roster or (chance.choice(schemes).roster if chance.random() < 0.15 else [])
    roster = changed_rows(chance, roster) if chance.random() < 0.6 else roster
    return Case(
        number=number,
        tree=tree,
        base=base,
        policy=policy,
        roster=roster,
        flow=chance.choice((False, False, None, True)),
        dressing=chance.choice((0, 0, 0, 0, number + 1)),
        as_workbook=chance.randrange(RARELY) == 0,
        every_format=chance.randrange(RARELY) == 0,
    )


def _anything(tree: Tree) -> bool:
    return True


def _has_shape(tree: Tree) -> bool:
    """Whether a file can be gone on with."""
    return loading.read_bytes("scheme.yaml", written(tree).encode()).sound


def _has_plan(tree: Tree) -> bool:
    """Whether a scheme has no errors even when its names are looked up; what it takes over is not there."""
    read = loading.read_bytes("scheme.yaml", written(tree).encode())
    if not read.sound or read.document is None or "adopts" in tree or "extends" in tree:
        return read.sound
    try:
        whole = compose(read.document, Shelf())
        built = build(whole)
        found = (*whole.findings, *built.findings)
        plan = resolve(built.scheme, whole) if not any(each.level is Level.ERROR for each in found) else None
    except Exception:  # that is a case worth having
        return True
    return plan is not None and all(each.level is not Level.ERROR for each in plan.findings)


def write(case: Case, folder: Path) -> None:
    """Put the files of a case into a folder, in place of those of the one before."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "policies").mkdir(parents=True)
    (folder / "xuequ.yaml").write_text("")
    (folder / "scheme.yaml").write_bytes(_dressed(written(case.tree, case.flow), case.dressing))
    (folder / "base.yaml").write_text(written(case.base), "utf-8")
    if case.policy is not None:
        (folder / "policies" / "policy.yaml").write_text(written(case.policy), "utf-8")
    if case.roster and case.as_workbook:
        _write_workbook(case.roster, folder / "roster.xlsx")
    elif case.roster:
        with (folder / "roster.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(case.roster)


def _dressed(text: str, dressing: int) -> bytes:
    """A text with comments, blank lines, other line ends or another encoding, where there is a number to draw them."""
    if not dressing:
        return text.encode()
    chance = Random(dressing)
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        lines.insert(
            at,
            chance.choice(
                ("", "  # 说明", "# xuequ: allow RES201 -- 待批复", "# xuequ: 允许", "        # 深", "#")
            ),
        )
        lines[-1 - at] += chance.choice(("", "  # 同上", "   ", " # xuequ: 允许 TIM101 至 2020-01-01 -- 略"))
    end = chance.choice(("\n", "\n", "\r\n", "\r"))
    return end.join(lines).encode(chance.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16")))


def _write_workbook(rows: Rows, file: Path) -> None:
    import openpyxl
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([int(cell) if cell.isdecimal() else ILLEGAL_CHARACTERS_RE.sub("", cell) for cell in row])
    if len(rows) > 3:
        sheet.merge_cells(start_row=2, end_row=3, start_column=1, end_column=1)
        sheet.row_dimensions[4].hidden = True
    book.save(file)


def commands(case: Case, folder: Path) -> Iterator[tuple[str, ...]]:
    """Every command a case goes through, in the order they are run; `fix` and `fmt` rewrite copies of the scheme."""
    roster = next((each.name for each in folder.glob("roster.*")), None)
    rows = ("--roster", roster) if roster else ()
    yield *CHECK, *rows
    yield "fmt", "fmt.yaml"
    yield "fmt", "--check", "fmt.yaml"
    yield "fmt", "--keys", "zh", "fmt.yaml"
    yield "check", "--fix", "fix.yaml"
    yield "diff", "base.yaml", "scheme.yaml", *rows
    yield "diff", "scheme.yaml", "fmt.yaml", "--exit-code"
    one, other = ("base.yaml", "scheme.yaml")[:: 1 if case.number % 4 < 2 else -1]
    yield "conform", one, "--to", other
    if case.policy is not None:
        yield "check", "policies/policy.yaml"
    yield _question(case)
    formats = ",".join(BUILT) if case.every_format else "md"
    year = ("--school-year", "2025") if case.number % 2 else ()
    yield "build", "scheme.yaml", "-o", "out", "--to", formats, *rows, *year


def _question(case: Case) -> tuple[str, ...]:
    """One question to the scheme, about something it names."""
    chance = Random(case.number)
    named = [str(each.at) for each in spots(case.tree) if isinstance(each.holder, dict)]
    named += [str(each.value) for each in spots(case.tree) if isinstance(each.value, str)]
    one, other = (chance.choice(named or ["x"]).lstrip("-") or "x" for _ in range(2))
    return chance.choice(
        (
            ("explain", "scheme.yaml", one),
            ("who", "scheme.yaml", one, "--format", "json"),
            ("duties", "scheme.yaml", one, "--month", "10"),
            ("duties", "scheme.yaml", one, "--format", "csv"),
            ("path", "scheme.yaml", one, other),
            ("impact", "scheme.yaml", one),
            ("graph", "scheme.yaml", "--to", "mermaid"),
            ("graph", "scheme.yaml", "--to", "json"),
            ("coverage", "scheme.yaml"),
        )
    )


#: Every command reads the files anew; what becomes of the same bytes is the same.
loading.read_bytes = lru_cache(maxsize=64)(loading.read_bytes)


def fault_of(case: Case, folder: Path, limit: float = 0) -> Fault | None:
    """The first thing that goes wrong with a case; a command that takes longer than `limit` seconds is one, too."""
    write(case, folder)
    for name in ("fmt.yaml", "fix.yaml"):
        shutil.copy(folder / "scheme.yaml", folder / name)
    held = os.getcwd()
    os.chdir(folder)
    try:
        states: dict[tuple[str, ...], int] = {}
        for command in commands(case, folder):
            outcome = _outcome(command, limit)
            if isinstance(outcome, int):
                states[command] = outcome
            where = outcome if isinstance(outcome, tuple) else _broken_promise(command, outcome, states)
            if where is not None:
                return Fault(case.number, " ".join(command), *where)
    finally:
        os.chdir(held)
    return None


def _broken_promise(
    command: tuple[str, ...], status: int, states: dict[tuple[str, ...], int]
) -> tuple[str, str] | None:
    """What a command that ran must say of what ran before it."""
    if command == ("fmt", "--check", "fmt.yaml") and states["fmt", "fmt.yaml"] == 0 and status == 1:
        return "promise: formatting twice changes nothing more", ""
    sound = all(state == 0 for one, state in states.items() if one[: len(CHECK)] == CHECK)
    if command[-1] == "--exit-code" and sound and status == 1:
        return "promise: a formatted scheme means what it meant", ""
    return None


def _outcome(command: tuple[str, ...], limit: float) -> int | tuple[str, str]:
    """The exit status of a command, or where it failed."""
    told = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    try:
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told), _at_most(limit):
            status = run(["--debug", "--lang", "en", *command])
    except Exception as error:  # whatever it is, it is what we look for
        return _where(error), "".join(traceback.format_exception(error))
    told.seek(0)
    text = told.read()
    own = next((code for code in OWN_FAULTS if code in text), None)
    if own is not None:
        said = text[text.index(own) :][:300]
        return (
            f"{own} {said.splitlines()[-1] if own == 'INT101' else said.partition('Error')[0][-60:]}",
            text[-3000:],
        )
    return status


def _where(error: Exception) -> str:
    """The kind of an error and the innermost line of the engine that was running."""
    frames = [each for each in traceback.extract_tb(error.__traceback__) if "xuequ" in each.filename]
    last = frames[-1] if frames else None
    at = f"{Path(last.filename).name}:{last.name}" if last else "?"
    return f"{type(error).__name__} in {at}"


@contextlib.contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Stop what runs inside after so many seconds of work, however busy the machine; zero is never."""

    def stop(signal_number: int, frame: FrameType | None) -> None:
        raise _Hanging

    if not seconds:
        yield
        return
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
