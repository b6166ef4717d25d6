"""A school in no cluster of a type, or in two.

What it finds: a school that two clusters of one type name while the type does not allow `overlap`; with a roster,
schools that a type which takes `every_school` leaves out, schools with a role in a type and no cluster of it, and
schools in no cluster at all, where at least half of the schools of their stage are in one and some role would take
them. Why it matters: a school with two masters serves neither, and one with none is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place, Related
from xuequ.model.elements import ClusterType, ClusterUnit
from xuequ.rules.clusters import unfit
from xuequ.rules.rule_context import RuleContext

if TYPE_CHECKING:
    from xuequ.model.roster import Roster, School

CODE = "ROS102"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a school in two; one finding for all that a type, or the whole scheme, leaves out."""
    types = [c for c in facts.scheme.clusters if c.mirrors is None]
    for cluster in types:
        if cluster.overlap is not True:
            yield from _listed_twice(facts, cluster)
    roster = facts.plan.roster
    if roster is None:
        return
    anywhere: set[str] = set()
    told: set[str] = set()
    for cluster in types:
        inside = _units_of(facts, cluster)
        anywhere |= set(inside)
        if cluster.overlap is not True:
            yield from _twice(facts, roster, cluster, inside)
        every = inside and cluster.every_school is True
        left = [
            s
            for s in roster.schools
            if _node(s) not in inside
            and (any(map(s.roles.get, cluster.labels)) or (every and _may_be_in(facts, s, [cluster])))
        ]
        told |= {s.code for s in left}
        yield from _nowhere(left, roster, cluster.name, facts.key(cluster))
    silent = [cluster for cluster in types if cluster.every_school is None]
    if silent and not any(cluster.every_school for cluster in types):
        left = [s for s in roster.schools if _node(s) not in anywhere and _may_be_in(facts, s, silent)]
        names = "、".join(cluster.name for cluster in silent)
        usual = {stage for stage in {s.stage for s in left} if _usual(stage, roster, anywhere)}
        unusual = [s for s in left if s.stage in usual and s.code not in told]
        yield from _nowhere(unusual, roster, names, None)


def _node(school: School) -> str:
    return f"school:{school.code}"


def _may_be_in(facts: RuleContext, school: School, types: Sequence[ClusterType]) -> bool:
    """Whether a school, and no campus of one, is such as some role of a type takes."""
    roles = [role for cluster in types for role in (cluster.members or (None,))]
    return not school.campus_of and any(role is None or not unfit(facts, role, school) for role in roles)


def _units_of(facts: RuleContext, cluster: ClusterType) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for unit in facts.plan.units.values():
        if unit.type == cluster.key and not unit.typical:
            for school in unit.schools:
                found.setdefault(school, []).append(unit.name)
    return found


def _listed_twice(facts: RuleContext, cluster: ClusterType) -> Iterator[Finding]:
    """Schools that the scheme's own list names in two units, at the second."""
    first: dict[str, ClusterUnit] = {}
    for unit in cluster.units:
        for role, schools in unit.schools.items():
            for school in schools:
                other = first.setdefault(school, unit)
                if other is not unit:
                    yield finding(
                        CODE,
                        facts.place((*unit.at, role)),
                        Related(place=facts.key(other), label="other"),
                        names=[school],
                        kind=cluster.name,
                        units=[other.name, unit.name],
                        how=Word("two"),
                        roster="",
                        listed=unit.name,
                        remedy=Word("may_overlap"),
                    )


def _twice(
    facts: RuleContext, roster: Roster, cluster: ClusterType, inside: dict[str, list[str]]
) -> Iterator[Finding]:
    listed = [{name for names in unit.schools.values() for name in names} for unit in cluster.units]
    for school in roster.schools:
        units = inside.get(_node(school), [])
        # What the scheme's list says twice is told there.
        if len(units) > 1 and sum(school.name in names for names in listed) < 2:
            related = Related(place=facts.key(cluster), label="type")
            place = Place(file=roster.file, path=school.at)
            yield finding(
                CODE,
                place,
                related,
                names=[school.name],
                kind=cluster.name,
                units=sorted(units),
                how=Word("two"),
                roster=school.name,
                listed="",
                remedy=Word("may_overlap"),
            )


def _nowhere(left: list[School], roster: Roster, kind: str, declared: Place | None) -> Iterator[Finding]:
    if left:
        first, *others = (Place(file=roster.file, path=s.at) for s in left)
        related = [Related(place=declared, label="type")] if declared is not None else []
        related += [Related(place=place, label="school") for place in others]
        yield finding(
            CODE,
            first,
            *related,
            names=[s.name for s in left],
            kind=kind,
            units=[],
            how=Word("none"),
            roster=left[0].name,
            listed="",
            remedy=Word("may_be_out"),
        )


def _usual(stage: str, roster: Roster, anywhere: set[str]) -> bool:
    """Whether most schools of the stage are in some cluster."""
    alike = [s for s in roster.schools if s.stage == stage and stage]
    return sum(_node(s) in anywhere for s in alike) * 2 >= len(alike) > 0
