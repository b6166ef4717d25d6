"""A roster column that is almost one of the scheme's, so that nothing under it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.findings.nearest import nearest
from xuequ.model.elements import ClusterType
from xuequ.resolution.world import FORM_COLUMNS
from xuequ.rules.rule_context import RuleContext

if TYPE_CHECKING:
    from xuequ.model.roster import Roster

CODE = "ROS117"
_ROLE = {"角色": ".角色", "role": ".role"}


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a heading that speaks of roles, or is nearest to a type without a column."""
    roster = facts.plan.roster
    if roster is None or not facts.scheme.clusters:
        return
    from xuequ.model.roster_columns import KNOWN

    types = {label for cluster in facts.scheme.clusters for label in cluster.labels}
    missing = [c.name for c in facts.scheme.clusters if _without_column(roster, c)]
    for heading in (h for h in roster.columns if h not in KNOWN and h not in roster.counted):
        meant = _meant(heading, types, missing) or _field_of(heading, facts.scheme.clusters)
        if meant:
            place = Place(file=roster.file, path=(roster.header_row, heading))
            yield finding(CODE, place, name=heading, nearest=meant)


def _without_column(roster: Roster, cluster: ClusterType) -> bool:
    """Whether nothing says which schools are in the type's units."""
    shown = any(label in roster.columns for label in cluster.labels)
    return not shown and cluster.mirrors is None and not cluster.units


def _field_of(heading: str, types: Sequence[ClusterType]) -> tuple[str, ...]:
    """What may stand behind the name of a type, where something else does: its form, what it states, a role."""
    head, dot, tail = heading.partition(".")
    for cluster in types if dot else ():
        if head in cluster.labels:
            states = {state for form in (cluster, *cluster.forms) for state in form.states}
            ends = (*_ROLE, *(FORM_COLUMNS if cluster.forms else ()), *states)
            return () if tail in ends else tuple(f"{head}.{end}" for end in nearest(tail, ends) or (ends[0],))
    return ()


def _meant(heading: str, types: set[str], missing: list[str]) -> tuple[str, ...]:
    """The headings a heading was likely meant to be."""
    ending = next((word for word in _ROLE if heading.lower().endswith(word)), "")
    if not ending:
        return () if heading in types or "." in heading else nearest(heading, missing)
    head = heading[: -len(ending)]
    if head.endswith(".") and head[:-1] in types:
        return ()
    named = head.rstrip("._-— ")
    near = (named,) if named in types else nearest(named, types)
    return tuple(f"{each}{_ROLE[ending]}" for each in near)
