"""One scheme and perhaps a roster, from their files to a plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Place
from xuequ.findings.record import record
from xuequ.resolution.plan import Plan
from xuequ.workspace.loading import Shelf, content
from xuequ.workspace.opening import EXPECTATIONS, OUTLINE, PROFILE, WORKSPACE, Opened, open_file
from xuequ.workspace.passes import one_pass

if TYPE_CHECKING:
    from xuequ.model.roster import Roster
    from xuequ.source.locate import Source
    from xuequ.source.tables import Table


@record
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


@one_pass
def plan_file(file: str, roster: str | None = None, shelf: Shelf | None = None) -> Planned:
    """The plan of the scheme in `file`. Raises Failure where a file is not there or holds no scheme."""
    opened = open_file(shelf or Shelf(), file)
    need_scheme(opened, file)
    return plan_opened(opened, roster)


def need_scheme(opened: Opened, file: str) -> None:
    """Raise Failure where a file holds something else than a scheme."""
    if opened.kind == "policy":
        raise Failure(finding("INT106", Place(file=file), file=file))
    if opened.kind == EXPECTATIONS:
        raise Failure(finding("INT110", Place(file=file), file=file))
    if opened.kind == WORKSPACE:
        raise Failure(finding("INT131", Place(file=file), file=file))
    if opened.kind == OUTLINE:
        raise Failure(finding("SRC209", Place(file=file), file=file))
    if opened.kind == PROFILE:
        raise Failure(finding("DOC206", Place(file=file), file=file))


@one_pass
def plan_opened(opened: Opened, roster: str | ReadRoster | None) -> Planned:
    """The plan of a scheme that was opened; `roster` is a file or what was read of one."""
    findings = list(opened.findings)
    sources: dict[str, Source] = dict(opened.documents)
    rows = read_roster_file(roster) if isinstance(roster, str) else roster
    if rows is not None:
        findings += rows.findings
        sources |= {rows.table.file: rows.table} if rows.table is not None else {}
    plan = None
    if (
        opened.scheme is not None
        and opened.composed is not None
        and (rows is None or rows.roster is not None)
    ):
        from xuequ.resolution.resolving import resolve

        plan = resolve(opened.scheme, opened.composed, rows.roster if rows else None)
        findings += plan.findings
    return Planned(opened=opened, plan=plan, findings=tuple(findings), sources=sources)


class ReadRoster(NamedTuple):
    """What became of a roster file: its table and its schools, where they could be read."""

    table: Table | None
    roster: Roster | None
    findings: tuple[Finding, ...]


def read_roster_file(file: str) -> ReadRoster:
    """Read a CSV or XLSX file as a roster. Raises Failure where it is not there."""
    return read_roster_bytes(content(file), file)


def read_roster_bytes(data: bytes, file: str) -> ReadRoster:
    """Read the content of a CSV or XLSX file as a roster."""
    from xuequ.model.roster import read_roster
    from xuequ.model.roster_columns import is_known
    from xuequ.source.tables import read_table

    table, findings = read_table(data, file, is_known)
    if table is None:
        return ReadRoster(None, None, findings)
    roster, more = read_roster(table)
    return ReadRoster(table, roster, (*findings, *more))
