"""Files of expectations tried out: found in folders, read, and compared with the schemes they are about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Level, Place
from xuequ.workspace.expectations.about_actors import of_actor, of_cluster, of_unit
from xuequ.workspace.expectations.about_findings import of_finding
from xuequ.workspace.expectations.about_work import of_work
from xuequ.workspace.expectations.reading import read_suite
from xuequ.workspace.expectations.values import About, Expectation, Suite
from xuequ.workspace.expectations.world import World
from xuequ.workspace.loading import Shelf
from xuequ.workspace.opening import EXPECTATIONS
from xuequ.workspace.planned_year import planned_year
from xuequ.workspace.planning import Planned, plan_file
from xuequ.workspace.root import inside, root_of

if TYPE_CHECKING:
    from xuequ.source.locate import Source

ENDINGS = (".yaml", ".yml")
_ABOUT_FINDINGS = (About.FINDING, About.ABSENT)


class Result(NamedTuple):
    """One expectation and what keeps it from holding, nothing where it holds."""

    expectation: Expectation
    findings: tuple[Finding, ...]

    @property
    def met(self) -> bool:
        """Whether it holds."""
        return not self.findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One file of expectations: each with its result, and what else was wrong on the way there."""

    file: str
    name: str
    results: tuple[Result, ...]
    problems: tuple[Finding, ...]
    sources: Mapping[str, Source]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything there is to tell."""
        return (*self.problems, *(found for result in self.results for found in result.findings))


def files_of(shelf: Shelf, paths: Iterable[str]) -> tuple[str, ...]:
    """The files of expectations that paths mean; of a folder, all in it. Raises Failure where there are none."""
    found: dict[str, None] = {}
    for path in sorted(set(paths)):
        held = [file for file in _below(path) if _holds(shelf, file)]
        if not held:
            raise Failure(finding("INT111", Place(file=path), file=path))
        found |= dict.fromkeys(held)
    return tuple(found)


def _below(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders.sort()
        yield from (Path(folder, file).as_posix() for file in sorted(files) if file.endswith(ENDINGS))


def _holds(shelf: Shelf, file: str) -> bool:
    return shelf.read(file).kind == EXPECTATIONS


def try_file(shelf: Shelf, file: str) -> Tried:
    """Every expectation of one file. Raises Failure where the file is not there."""
    read = shelf.read(file)
    sources: dict[str, Source] = {file: read.document} if read.document is not None else {}
    if read.document is None or not read.sound:
        return Tried(file=file, name="", results=(), problems=read.findings, sources=sources)
    suite, problems = read_suite(read.document)
    problems = (*read.findings, *problems, *_not_there(suite))
    planned = None if any(p.code == "EXP109" for p in problems) else _planned(shelf, suite)
    if planned is None:
        return Tried(file=file, name=suite.name, results=(), problems=problems, sources=sources)
    found, results = _compared(suite, planned)
    sources |= planned.sources
    return Tried(file=file, name=suite.name, results=results, problems=(*problems, *found), sources=sources)


def _not_there(suite: Suite) -> Iterator[Finding]:
    """What the file gives and nobody may read: not there, or outside the workspace."""
    root = root_of(Path(suite.file))
    for field, name in (("scheme", suite.scheme), ("roster", suite.roster)):
        path = Path(beside(suite.file, name))
        if name and not (path.is_file() and inside(path, root)):
            yield finding("EXP109", Place(file=suite.file, path=("given", field)), name=name)


def beside(file: str, relative: str) -> str:
    """A path as written in `file`, from where the user stands."""
    return Path(os.path.normpath(Path(file).parent / relative)).as_posix()


def _planned(shelf: Shelf, suite: Suite) -> Planned:
    roster = beside(suite.file, suite.roster) if suite.roster else None
    return plan_file(beside(suite.file, suite.scheme), roster, shelf)


def _compared(suite: Suite, planned: Planned) -> tuple[tuple[Finding, ...], tuple[Result, ...]]:
    """What keeps a scheme from being compared, and every expectation with its result."""
    from xuequ.query.times import times
    from xuequ.rules import run

    plan = planned.plan
    errors = tuple(found for found in planned.findings if found.level is Level.ERROR)
    findings = (*planned.findings, *(run(plan) if plan is not None else ()))
    failed = tuple(found for found in findings if found.code.startswith("INT"))
    world = None
    if plan is not None and not errors:
        year = planned_year(plan, suite.school_year)
        findings += year.findings
        world = World(plan=plan, times=times(plan, year.calendar), findings=findings)
    results = []
    for one in suite.expectations:
        if one.about in _ABOUT_FINDINGS:
            results.append(Result(one, tuple(of_finding(one, plan, findings))))
        elif world is not None:
            results.append(Result(one, tuple(_judged(one, world))))
    if len(results) < len(suite.expectations):
        place = Place(file=suite.file, path=("given", "scheme"))
        failed = (*failed, *errors, finding("EXP110", place, name=suite.scheme))
    return failed, tuple(results)


def _judged(one: Expectation, world: World) -> Iterator[Finding]:
    judge = {
        About.WORK: of_work,
        About.ACTOR: of_actor,
        About.CLUSTER: of_cluster,
        About.UNIT: of_unit,
    }[one.about]
    return judge(one, world)
