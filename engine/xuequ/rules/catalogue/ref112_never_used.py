"""Something declared that nothing in the scheme has to do with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.model.amount.amounts import Amount
from xuequ.model.elements import Duty
from xuequ.rules.rule_context import RuleContext, work_of

CODE = "REF112"
#: Fields that describe and do not refer.
WORDS = frozenset({"name", "aliases", "note", "unclear", "clause", "how", "kind", "xuequ"})
_PARAMETER = re.compile(r"\$(\w+)")


def check(facts: RuleContext) -> Iterator[Finding]:
    """Groups, conventions, and the roles and parameters of adopted policies; bodies are RES203's."""
    used = frozenset(_steps(facts.plan.composed.tree)) | frozenset(_in_amounts(facts))
    for group in facts.scheme.groups:
        if not used & group.labels:
            yield finding(CODE, facts.key(group), name=group.name)
    joint = facts.scheme.conventions.get("joint")
    if joint and not any(map(_joint, facts.duties)):
        at = ("conventions", "joint")
        yield finding(CODE, facts.place(at, "key"), name=facts.key_written(at))
    for file, document in facts.plan.composed.documents.items():
        value = document.value
        if isinstance(value, dict) and value.get("kind") == "policy":
            yield from _policy(file, value)


def _in_amounts(facts: RuleContext) -> Iterator[str]:
    """Whom amounts in words speak of: 骨干教师不低于交流教师的20%."""
    amounts = (work.amount for work in work_of(facts))
    for amount in chain.from_iterable((*amounts, *(goal.amount for goal in facts.scheme.goals))):
        base = amount.of
        while isinstance(base, Amount):
            base = base.of
        yield from (*base.split("/"), amount.what, *(per.unit for per in amount.per))


def _joint(duty: Duty) -> bool:
    """Whether several are named, or one leads whom the drafter wrote among those responsible."""
    named = [(part, ref) for part, refs in duty.parts.items() for ref in refs]
    return any(
        part.value not in ref.at or (isinstance(ref.at[-1], int) and ref.at[-1]) for part, ref in named
    )


def _policy(file: str, tree: Mapping[str, object]) -> Iterator[Finding]:
    inside = {k: v for k, v in tree.items() if k not in ("roles", "parameters")}
    steps = frozenset(_steps(inside)) | frozenset(_steps(_mapping(tree, "roles")))
    asked = {name for text in steps for name in _PARAMETER.findall(text)}
    for key, role in _mapping(tree, "roles").items():
        name = role.get("name", key) if isinstance(role, dict) else key
        if not steps & {key, name}:
            yield finding(CODE, Place(file=file, path=("roles", key), on="key"), name=str(name))
    for key, parameter in _mapping(tree, "parameters").items():
        if key not in asked:
            name = parameter.get("name", key) if isinstance(parameter, dict) else key
            yield finding(CODE, Place(file=file, path=("parameters", key), on="key"), name=str(name))


def _mapping(tree: Mapping[str, object], key: str) -> Mapping[str, object]:
    found = tree.get(key)
    return found if isinstance(found, dict) else {}


def _steps(value: object, field: str = "") -> Iterator[str]:
    """Every step of every name that some field refers to."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in WORDS:
                yield from _steps(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _steps(inner, field)
    elif isinstance(value, str):
        yield from value.split("/")
