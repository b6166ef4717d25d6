"""Everything there is to say about one file, scheme or policy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding
from xuequ.findings.record import record
from xuequ.workspace.loading import Shelf
from xuequ.workspace.opening import open_file
from xuequ.workspace.planning import plan_opened

if TYPE_CHECKING:
    from xuequ.resolve.plan import Plan
    from xuequ.source.locate import Source


@record
class Checked:
    """What was found in a file and in what it takes over, and the texts to show it in."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]


def check_file(shelf: Shelf, file: str, roster: str | None = None) -> Checked:
    """Check one file. A policy is tried out alone: without a roster, and without the rules, which ask for a whole.

    A file that is not there is a finding as well.
    """
    try:
        opened = open_file(shelf, file)
        policy = opened.kind == "policy"
        planned = plan_opened(opened, None if policy else roster)
    except Failure as failure:
        return Checked(findings=(failure.finding,), sources={})
    findings = planned.findings
    if planned.plan is not None and not policy:
        from xuequ.check import run

        findings += (*_of_dates(planned.plan), *run(planned.plan))
    return Checked(findings=findings, sources=planned.sources)


def _of_dates(plan: Plan) -> tuple[Finding, ...]:
    """What cannot be read of the period planned; most schemes name none, and then nothing is imported for it."""
    issue = plan.scheme.issue
    if not (plan.scheme.calendar or issue.effective or issue.expires):
        return ()
    from xuequ.workspace.planned_year import planned_year

    return planned_year(plan).findings
