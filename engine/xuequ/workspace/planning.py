"""One scheme and perhaps a roster, from their files to a plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Level, Place
from xuequ.resolve.plan import Plan
from xuequ.workspace.loading import Shelf, content
from xuequ.workspace.opening import Opened, open_file

if TYPE_CHECKING:
    from xuequ.model.roster import Roster
    from xuequ.source.locate import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What became of a scheme: its plan where it could be resolved, and all that was found on the way.

    `sources` are the files by name, in which findings are shown. Rules have not run.
    """

    opened: Opened
    plan: Plan | None
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]

    def locate(self, place: Place) -> str:
        """A place as `file:line:column`."""
        from xuequ.source.locate import locate

        source = self.sources.get(place.file)
        if source is None:
            return place.file
        start = locate(source, place).start
        return f"{place.file}:{start.line}:{start.column}"


def plan_file(file: str, roster: str | None = None, shelf: Shelf | None = None) -> Planned:
    """The plan of the scheme in `file`. Raises Failure where a file is not there or holds no scheme."""
    opened = open_file(shelf or Shelf(), file)
    if opened.kind == "policy":
        raise Failure(finding("INT106", Place(file=file), file=file))
    return plan_opened(opened, roster)


def plan_opened(opened: Opened, roster: str | None) -> Planned:
    """The plan of a scheme that was opened."""
    findings = list(opened.findings)
    sources: dict[str, Source] = dict(opened.documents)
    table: Roster | None = None
    if roster is not None:
        table, more = _roster(roster, sources)
        findings += more
    plan = None
    if opened.scheme is not None and opened.composed is not None and (roster is None or table is not None):
        from xuequ.resolve.resolving import resolve

        plan = resolve(opened.scheme, opened.composed, table)
        findings += plan.findings
    return Planned(opened=opened, plan=plan, findings=tuple(findings), sources=sources)
