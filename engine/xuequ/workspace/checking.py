"""Everything there is to say about one file, scheme or policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Level, Place
from xuequ.findings.record import record
from xuequ.findings.shown import Shown
from xuequ.model.time.years import names_period
from xuequ.rules.settings import DEFAULT, Settings
from xuequ.workspace.config import Listed
from xuequ.workspace.loading import Shelf
from xuequ.workspace.opening import WORKSPACE, open_file
from xuequ.workspace.planning import Planned, plan_opened

if TYPE_CHECKING:
    from xuequ.resolution.plan import Plan
    from xuequ.source.document import Document
    from xuequ.source.locate import Source


class Found(NamedTuple):
    """A finding to be written down: the file whose check found it, and whether with a roster."""

    shown: Shown
    checked: str
    roster: bool


@record
class Checked:
    """What was found in a file and in what it takes over, and the texts to show it in.

    `whole` where nothing kept the check from going on to its end; `ruled` where rules ran. Errors of a file that is
    not whole, and failures of the tool, stand whatever the settings say: `firm`.
    """

    file: str
    roster: str | None
    settings: Settings
    findings: tuple[Finding, ...]
    firm: tuple[Finding, ...]
    sources: Mapping[str, Source]
    plan: Plan | None = None
    whole: bool = False
    ruled: bool = False


def check_file(shelf: Shelf, listed: Listed, settings: Settings = DEFAULT) -> Checked:
    """Check one file. A policy is tried out alone: without a roster, and without the rules, which ask for a whole.

    A file that is not there is a finding as well. The school year narrows the time that is planned; a scheme that
    stands under another is held against it.
    """
    file, roster, school_year = listed.file, listed.roster, listed.school_year
    try:
        opened = open_file(shelf, file)
        if opened.kind == WORKSPACE:
            raise Failure(finding("INT131", Place(file=file), file=file))
        policy = opened.kind == "policy"
        planned = plan_opened(opened, None if policy else roster)
    except Failure as failure:
        return _checked(file, roster, settings, None, (failure.finding,))
    findings = planned.findings
    if planned.plan is not None and not policy:
        from xuequ.rules import run

        clauses, documents = _of_clauses(planned.plan, shelf)
        conforming, above = _of_superior(planned.plan, shelf, listed.under)
        findings += (
            *_of_dates(planned.plan, school_year),
            *run(planned.plan, settings=settings, school_year=school_year),
            *clauses,
            *conforming,
        )
        planned = replace(planned, sources={**documents, **above, **planned.sources})
    return _checked(file, roster, settings, planned, findings)


def _checked(
    file: str, roster: str | None, settings: Settings, planned: Planned | None, found: tuple[Finding, ...]
) -> Checked:
    whole = planned is not None and planned.plan is not None
    firm = [f for f in found if f.code.startswith("INT") or (not whole and f.level is Level.ERROR)]
    kept = {id(each) for each in firm}
    return Checked(
        file=file,
        roster=roster,
        settings=settings,
        findings=settings.graded(each for each in found if id(each) not in kept),
        firm=tuple(firm),
        sources=planned.sources if planned is not None else {},
        plan=planned.plan if planned is not None else None,
        whole=whole,
        ruled=whole and planned is not None and planned.opened.kind == "scheme",
    )


def _of_dates(plan: Plan, school_year: int | None) -> tuple[Finding, ...]:
    """What cannot be read of the period planned; most schemes name none, and then nothing is imported for it."""
    if not names_period(plan.scheme):
        return ()
    from xuequ.workspace.planned_year import planned_year

    return planned_year(plan, school_year).findings


def _of_superior(
    plan: Plan, shelf: Shelf, file: str | None
) -> tuple[tuple[Finding, ...], Mapping[str, Source]]:
    """What does not conform to the superior's scheme, or what is wrong with that, and its files."""
    if file is None:
        return (), {}
    from xuequ.query.conformance import conformance
    from xuequ.query.conforming import findings
    from xuequ.workspace.planning import plan_file

    try:
        upper = plan_file(file, None, shelf)
    except Failure as failure:
        return failure.findings, {}
    errors = tuple(each for each in upper.findings if each.level is Level.ERROR)
    if upper.plan is None or errors:
        return errors, upper.sources
    return findings(conformance(plan, upper.plan)), upper.sources


def _of_clauses(plan: Plan, shelf: Shelf) -> tuple[tuple[Finding, ...], Mapping[str, Document]]:
    """Clauses that a source's own outline does not have, and the outlines; most sources name none."""
    if not any(source.outline for source in plan.scheme.sources):
        return (), {}
    from xuequ.query.coverage import coverage
    from xuequ.workspace.outlines import outlines_of

    read = outlines_of(plan, shelf=shelf)
    return (*read.findings, *coverage(plan, read.by_source).findings), read.documents
