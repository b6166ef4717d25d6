"""A quota for one of several groups that are named together."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty, Group, Post, Ref
from xuequ.resolution.bases import base_name, group_of
from xuequ.rules.rule_context import RuleContext

CODE = "AMT105"
PEOPLE = frozenset({"principal", "teacher", "student", "校长", "教师", "学生"})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each duty whose group has no quota while another's beside it has one."""
    for duty in facts.duties:
        covered = _covered(facts, duty)
        if not covered:
            continue
        shared = [
            ref for ref in duty.for_ if _people(facts, duty, ref) and not _is(facts, duty, ref, covered)
        ]
        if shared and any(_is(facts, duty, ref, covered) for ref in duty.for_):
            yield _told(facts, duty, duty, shared, covered)
        for other in without_quota(facts, duty):
            yield _told(facts, duty, other, list(other.for_), covered)


def without_quota(facts: RuleContext, duty: Duty) -> Iterator[Duty]:
    """The duties beside one with a quota that are for other people and leave their amount open."""
    for other in facts.duties:
        people = other.for_ and all(_people(facts, other, ref) for ref in other.for_)
        if (
            other.measure == duty.measure
            and other.path != duty.path
            and "amount" in other.unspecified
            and people
        ):
            yield other


def has_quota(facts: RuleContext, duty: Duty) -> bool:
    """Whether it asks for a share of a group of people."""
    return bool(_covered(facts, duty))


def _told(facts: RuleContext, duty: Duty, other: Duty, without: list[Ref], covered: str) -> Finding:
    related = () if other is duty else (Related(place=facts.field(duty, "amount"), label="quota"),)
    share = next(amount.share for amount in duty.amount if amount.share is not None)
    group = next((group.name for group in facts.scheme.groups if covered in group.labels), covered)
    names = facts.written(other, without)
    return finding(CODE, facts.field(other, "amount"), *related, group=group, share=share.text, names=names)


def _covered(facts: RuleContext, duty: Duty) -> str:
    """The group of people a share is of."""
    for amount in duty.amount:
        name = base_name(amount).split("/")[-1]
        if amount.share is not None and (group_of(facts.scheme, amount) is not None or name in PEOPLE):
            return name
    return ""


def _people(facts: RuleContext, duty: Duty, ref: Ref) -> bool:
    binding = facts.plan.bindings.get((duty.path, ref.at))
    actor = facts.declared.get(binding.actor) if binding is not None else None
    return isinstance(actor, Group | Post) or ref.text.split("/")[-1] in PEOPLE


def _is(facts: RuleContext, duty: Duty, ref: Ref, covered: str) -> bool:
    binding = facts.plan.bindings.get((duty.path, ref.at))
    actor = facts.declared.get(binding.actor) if binding is not None else None
    names = actor.labels if actor is not None else frozenset({ref.text.split("/")[-1]})
    return covered in names
