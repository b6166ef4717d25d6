"""A matter that a constraint protects for the schools, and duties that take it into other hands."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Constraint, Duty, Force, Path, Ref
from xuequ.rules.clusters import called
from xuequ.rules.rule_context import RuleContext

CODE = "CON102"
#: What a school's autonomy covers.
AUTONOMY = ("finance", "personnel", "curriculum", "timetable", "facilities", "admission")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a constraint, with the duties that touch what it protects."""
    kinds: dict[Path, set[str]] = {}
    for task in facts.plan.tasks:
        if task.duty.touches:
            kinds.setdefault(task.duty.path, set()).add(_kind(facts, task.unit))
    touching = [duty for duty in facts.duties if duty.touches and not _own(duty)]
    for constraint in facts.scheme.constraints:
        matters = _covered(constraint)
        duties = [
            duty
            for duty in touching
            if matters & set(duty.touches) and _within(facts, constraint, kinds.get(duty.path, set()))
        ]
        if duties:
            touched = dict.fromkeys(m for duty in duties for m in duty.touches if m in matters)
            yield finding(
                CODE,
                facts.key(constraint),
                *facts.others(duties, "duty_touching"),
                name=constraint.name,
                duties=[duty.name for duty in duties],
                matters=[Word(matter) for matter in touched],
            )


def _covered(constraint: Constraint) -> set[str]:
    matters = set(constraint.protects)
    return matters | set(AUTONOMY) if "autonomy" in matters else matters


def _own(duty: Duty) -> bool:
    """Whether schools do it themselves, or it is forbidden anyway."""
    refs = duty.carriers
    alone = bool(refs) and all(ref.text in ("self", "本单位") for ref in refs)
    return duty.force is Force.MUST_NOT or (alone and all(_school(ref) for ref in duty.each))


def _school(ref: Ref) -> bool:
    return ref.text in ("school", "学校")


def _kind(facts: RuleContext, unit: str) -> str:
    found = facts.plan.units.get(unit)
    return found.type if found is not None else ""


def _within(facts: RuleContext, constraint: Constraint, kinds: set[str]) -> bool:
    """Whether the duty stands where the protected schools are: in their cluster, or in what encloses it."""
    asked = [called(facts, Ref(text=ref.text.split("/")[0], at=ref.at)) for ref in constraint.for_]
    if not asked or None in asked:
        return True
    inside = {cluster.key for cluster in asked if cluster is not None}
    others = {cluster.key for cluster in facts.scheme.clusters} - inside
    return not kinds or bool(kinds - others)
