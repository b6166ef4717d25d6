"""A school in no cluster of a type, or in two.

What it finds: with a roster, a school that two clusters of one type name while the type does not allow `overlap`;
and schools in none, where the type takes `every_school` or at least half of the schools of their stage.
Why it matters: a school with two masters serves neither, and one with none is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xuequ.check.facts import Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Related
from xuequ.model.elements import ClusterType
from xuequ.model.roster import Roster, School
from xuequ.resolve.plan import Unit

CODE = "ROS102"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a school in two; one finding a type for all schools in none."""
    roster = facts.plan.roster
    if roster is None:
        return
    for cluster in facts.scheme.clusters:
        units = [u for u in facts.plan.units.values() if u.type == cluster.key and not u.typical]
        if not units or cluster.mirrors is not None:
            continue
        inside = _units_of(units)
        if cluster.overlap is not True:
            yield from _twice(facts, roster, cluster, inside)
        yield from _nowhere(facts, roster, cluster, inside)


def _units_of(units: Sequence[Unit]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for unit in units:
        for school in unit.schools:
            found.setdefault(school, []).append(unit.name)
    return found


def _twice(
    facts: Facts, roster: Roster, cluster: ClusterType, inside: dict[str, list[str]]
) -> Iterator[Finding]:
    for school in roster.schools:
        units = inside.get(f"school:{school.code}", [])
        if len(units) > 1:
            related = Related(place=facts.key(cluster), label="type")
            place = Place(file=roster.file, path=school.at)
            yield finding(
                CODE, place, related, names=[school.name], kind=cluster.name, units=sorted(units), how="two"
            )


def _nowhere(
    facts: Facts, roster: Roster, cluster: ClusterType, inside: dict[str, list[str]]
) -> Iterator[Finding]:
    left = [s for s in roster.schools if f"school:{s.code}" not in inside and not s.campus_of]
    if cluster.every_school is not True:
        left = [s for s in left if _usual(s.stage, roster, inside)]
    if left:
        related = [Related(place=Place(file=roster.file, path=s.at), label="school") for s in left[1:]]
        type_place = Related(place=facts.key(cluster), label="type")
        names = [s.name for s in left]
        place = Place(file=roster.file, path=left[0].at)
        yield finding(CODE, place, type_place, *related, names=names, kind=cluster.name, units=[], how="none")


def _usual(stage: str, roster: Roster, inside: dict[str, list[str]]) -> bool:
    alike: list[School] = [s for s in roster.schools if s.stage == stage and stage]
    return sum(f"school:{s.code}" in inside for s in alike) * 2 >= len(alike) > 0
