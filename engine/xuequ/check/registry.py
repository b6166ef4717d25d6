"""Which rules there are, and how they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple, cast

from xuequ.check.facts import Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.resolve.plan import Plan

#: Every rule by its module in `check.rules`, in the order of codes.
RULES = (
    "goa101_count_of_items",
    "res201_duty_without_lead",
    "res202_joint_lead",
    "res203_idle_body",
    "res204_judge_in_own_case",
    "res205_incomplete_appraisal",
    "res206_two_assessors",
    "res207_report_ends_short",
    "ros101_count_of_units",
    "ros102_school_and_cluster",
    "ros103_cluster_lead",
)

Check = Callable[[Facts], Iterator[Finding]]


class Rule(NamedTuple):
    """One rule: the code it reports and the pure generator that reports it."""

    code: str
    check: Check


def rules() -> tuple[Rule, ...]:
    """Every rule, imported when somebody wants to run them."""
    modules = (import_module(f"xuequ.check.rules.{name}") for name in RULES)
    return tuple(Rule(cast(str, m.CODE), cast(Check, m.check)) for m in modules)


def run(plan: Plan, chosen: tuple[Rule, ...] | None = None) -> tuple[Finding, ...]:
    """What every rule finds in a plan, after what composition and resolution found.

    A rule that raises becomes an INT finding of its own; the others still run.
    """
    facts = Facts(plan)
    found: list[Finding] = []
    for rule in rules() if chosen is None else chosen:
        try:
            found.extend(rule.check(facts))
        except Exception as error:
            place = Place(file=plan.composed.file)
            what = f"{type(error).__name__}: {error}"
            found.append(finding("INT001", place, name=rule.code, error=what))
    return tuple(found)
