"""What `import xuequ` offers, as functions of paths and values."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from xuequ.compose import Composed
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Level
from xuequ.findings.record import record
from xuequ.model.elements import Scheme
from xuequ.resolution.plan import Plan
from xuequ.workspace.loading import Shelf
from xuequ.workspace.opening import open_file
from xuequ.workspace.passes import one_pass
from xuequ.workspace.planning import need_scheme

if TYPE_CHECKING:
    from xuequ.source.locate import Source

Path = str | os.PathLike[str]


@record
class Loaded:
    """A scheme with everything it adopts and extends.

    `scheme` is what it says, `composed` the same as one tree that knows where each value came from, `findings`
    what was found in its files, `sources` their texts by name.
    """

    scheme: Scheme
    composed: Composed
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]


@one_pass
def load(path: Path) -> Loaded:
    """The scheme in a file. Raises Failure where it is not there, is no scheme, or has errors that leave none."""
    file = os.fspath(path)
    opened = open_file(Shelf(), file)
    need_scheme(opened, file)
    if opened.scheme is None or opened.composed is None:
        raise Failure(*(found for found in opened.findings if found.level is Level.ERROR))
    return Loaded(
        scheme=opened.scheme,
        composed=opened.composed,
        findings=opened.findings,
        sources=dict(opened.documents),
    )


@one_pass
def resolve(loaded: Loaded, roster: Path | None) -> Plan:
    """The plan of a loaded scheme. Raises Failure where the roster is not there or cannot be read."""
    from xuequ.resolution.resolving import resolve as resolved
    from xuequ.workspace.planning import read_roster_file

    rows = None if roster is None else read_roster_file(os.fspath(roster))
    if rows is not None and rows.roster is None:
        raise Failure(*rows.findings)
    plan = resolved(loaded.scheme, loaded.composed, rows.roster if rows else None)
    return replace(plan, findings=(*loaded.findings, *(rows.findings if rows else ()), *plan.findings))


@one_pass
def check(plan: Plan) -> tuple[Finding, ...]:
    """What was found on the way to the plan, and what the rules find in it."""
    from xuequ.rules import run
    from xuequ.rules.folding import folded

    return folded((*plan.findings, *run(plan)), (), lambda code: False)


def check_file(path: Path, roster: Path | None, today: date | None) -> tuple[Finding, ...]:
    """What `xuequ check` tells of a file, or of all that a workspace file lists."""
    from xuequ.workspace.check_run import Asked, survey

    rows = None if roster is None else os.fspath(roster)
    asked = Asked(files=(os.fspath(path),), roster=rows, today=today or date.today())
    return tuple(one.finding for one in survey(Shelf(), asked).shown)


def show(plan: Plan, findings: Iterable[Finding], lang: Literal["zh", "en"]) -> str:
    """Findings as text, each with the line it is about."""
    from xuequ.findings import text
    from xuequ.source.locate import show as shown
    from xuequ.workspace.planning import read_roster_file

    sources: dict[str, Source] = dict(plan.composed.documents)
    listed = tuple(findings)
    if plan.roster is not None and any(found.primary.file == plan.roster.file for found in listed):
        table = read_roster_file(plan.roster.file).table
        sources |= {plan.roster.file: table} if table is not None else {}
    return text.render(shown(listed, sources), lang)
