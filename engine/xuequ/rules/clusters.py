"""Clusters as the roster and the scheme show them: units, their schools, and where each can be mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Place
from xuequ.model.amount.quantity import Quantity, say
from xuequ.model.elements import ClusterForm, ClusterType, ClusterUnit, Group, Member, Path, Ref
from xuequ.model.roster_columns import english
from xuequ.resolution.conditions import unlike
from xuequ.resolution.plan import Unit
from xuequ.rules.rule_context import RuleContext

if TYPE_CHECKING:
    from xuequ.model.roster import School


def called(facts: RuleContext, ref: Ref) -> ClusterType | None:
    """The cluster type a name means."""
    return next((c for c in facts.scheme.clusters if ref.text in c.labels), None)


def shown(facts: RuleContext, cluster: ClusterType) -> tuple[Unit, ...]:
    """The units of a type that the roster shows; none for a type that has its schools from another."""
    if facts.plan.roster is None or cluster.mirrors is not None:
        return ()
    return tuple(u for u in facts.plan.units.values() if u.type == cluster.key and not u.typical)


def asked_for(bounds: Quantity, unit: str) -> Said:
    """How many there should be, in words; Chinese counts them in their unit."""
    chinese = say(replace(bounds, unit=unit), "zh")
    if chinese.endswith("以上"):  # 2所以上 begins to read like 所以
        chinese = f"至少{chinese.removesuffix('以上')}"
    return Said(chinese, say(replace(bounds, unit=""), "en"))


def schools(facts: RuleContext, unit: Unit) -> tuple[School, ...]:
    """The rows of a unit's schools, in the order of their codes."""
    return tuple(facts.rows[code] for code in sorted(unit.schools) if code in facts.rows)


def listed(cluster: ClusterType, unit: Unit) -> ClusterUnit | None:
    """The unit as the scheme lists it."""
    return next((u for u in cluster.units if f"{cluster.key}:{u.key}" == unit.id), None)


def place(facts: RuleContext, cluster: ClusterType, unit: Unit) -> Place:
    """The unit in the scheme, else the first of its schools in the roster."""
    declared = listed(cluster, unit)
    rows = schools(facts, unit)
    if declared is None and rows:
        return row_place(facts, rows[0])
    return facts.key(declared or cluster)


def row_place(facts: RuleContext, school: School, *columns: str) -> Place:
    """A school's row, or the first of these columns that the roster has."""
    roster = facts.plan.roster
    assert roster is not None, "a school comes from a roster"
    column = next((c for c in columns if c in roster.columns), None)
    return Place(file=roster.file, path=school.at if column is None else (*school.at, column))


def role_of(facts: RuleContext, cluster: ClusterType, unit: Unit) -> Mapping[str, tuple[School, ...]]:
    """The schools of a unit by the key of their role."""
    rows = schools(facts, unit)
    found: dict[str, tuple[School, ...]] = {}
    for member in cluster.members:
        held = set(_holders(facts, cluster, unit, member.key))
        found[member.key] = tuple(s for s in rows if f"school:{s.code}" in held)
    return found


def _holders(facts: RuleContext, cluster: ClusterType, unit: Unit, role: str) -> Iterator[str]:
    at = next(m.at for m in cluster.members if m.key == role)
    said = listed(cluster, unit)
    named = set(said.schools.get(role, ())) if said is not None else set()
    for edge in facts.into.get(unit.id, ()):
        if edge.at == at or (said is not None and edge.at == said.at and facts.name(edge.source) in named):
            yield edge.source


def form_of(facts: RuleContext, cluster: ClusterType, unit: Unit) -> ClusterForm | None:
    """The form of a unit, as the scheme's list or the roster's column `TYPE.form` names it."""
    return next((form for form in cluster.forms if form.key == unit.form), None)


def asked(facts: RuleContext, cluster: ClusterType, unit: Unit) -> tuple[ClusterForm, ...]:
    """Whose constraints a unit must keep: its type's and its form's; an open form asks nothing."""
    form = form_of(facts, cluster, unit)
    return (cluster,) if form is None or form.open else (cluster, form)


def said_in_roster(cluster: ClusterType, school: School, column: str) -> str:
    """What the roster's column `TYPE.column` says of a school's cluster."""
    names = (f"{name}.{column}" for name in (cluster.key, cluster.name, *cluster.aliases))
    return next((school.other[name] for name in names if name in school.other), "")


def unfit(facts: RuleContext, member: Member, school: School) -> str:
    """The first column by which a role does not take a school, by its `where` or the groups it is drawn from.

    A blank contradicts nothing, and nobody is outside a group that nothing narrows.
    """
    if column := unlike(school, member.where):
        return column
    groups = [_group(facts, member.path, ref) for ref in member.of]
    inside = [facts.plan.within.get(group.path) if group else None for group in groups]
    if not groups or any(schools is None or f"school:{school.code}" in schools for schools in inside):
        return ""
    asked = [where for group in groups if group for where in _asked(facts, group)]
    if any(not school.values(english(column)) for where in asked for column in where):
        return ""
    return next(filter(None, (unlike(school, where) for where in asked)), "name")


def _group(facts: RuleContext, path: Path, ref: Ref) -> Group | None:
    binding = facts.plan.bindings.get((path, ref.at))
    found = facts.declared.get(binding.actor) if binding else None
    return found if isinstance(found, Group) else None


def _asked(
    facts: RuleContext, group: Group, seen: frozenset[Path] = frozenset()
) -> Iterator[Mapping[str, object]]:
    """What a group and those it is drawn from ask of schools."""
    yield group.where
    for inner in (_group(facts, group.path, ref) for ref in group.of):
        if inner is not None and inner.path not in seen:
            yield from _asked(facts, inner, seen | {group.path})
