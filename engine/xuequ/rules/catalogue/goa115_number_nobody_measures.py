"""A goal with a number that no criterion, amount or evidence measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding
from xuequ.model.elements import Criterion, Element, Goal
from xuequ.model.scoring import every
from xuequ.rules.rule_context import RuleContext

CODE = "GOA115"
#: A number to be reached; years, ordinals and the number of items are none.
NUMBER = re.compile(
    r"(?:[\d.]+\s*(?:%|％|‰|个百分点)|百分之[零一二三四五六七八九十百]+|[一二三四五六七八九]成"
    r"|(?:达到|降到|降至|提高到|提升到|增加到|控制在|不低于|不少于|不超过|低于|高于|超过)\s*[\d.]+(?![\d.]*年)"
    r"|(?<![\d.])[\d.]+(?:以上|以下|以内|名|所|人次?|门|间|场|套|台|个(?!统一|方面|维度|转变|坚持|环节|阶段|学段|年|月))"
    r")"
)
_FIGURE = re.compile(r"[\d.]+")
#: Words that goals and criteria share whatever they are about.
_EVERYWHERE = re.compile(
    "学校|教育|教师|学生|学区|集团|全县|全区|全市|达到|提高|提升|降到|年内|以上|以下|不低于|优质|均衡|发展|质量"
)
#: So many characters in common mean that both are about one thing.
ALIKE = 4


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for all such goals, at the first of them."""
    told = _measuring(facts)
    left = [one for goal in facts.scheme.goals for one in _numbered(goal) if not _is_measured(one, told)]
    if left:
        yield shared(CODE, facts.key(left[0]), facts.sharers(left, "duty"))


def _numbered(goal: Goal) -> Iterator[Element]:
    parts = [item for item in goal.items if NUMBER.search(item.name)]
    yield from parts
    if not parts and (goal.amount or NUMBER.search(goal.name)):
        yield goal


def _measuring(facts: RuleContext) -> list[str]:
    """What is measured: criteria with values and evidence, and the amounts and outputs of work."""
    found: list[str] = []
    for appraisal in facts.appraisals:
        found.append(appraisal.name)
        found += [_of_criterion(one) for one in every(appraisal.criteria)]
    for duty in facts.duties:
        found += [duty.name, *(ref.text for ref in duty.output)]
        found += [
            f"{duty.name} {amount.quantity.text}" for amount in duty.amount if amount.quantity is not None
        ]
    return found


def _of_criterion(criterion: Criterion) -> str:
    scored = (line.condition for line in criterion.score)
    return " ".join((criterion.name, criterion.value, criterion.note, *criterion.evidence, *scored))


def _is_measured(goal: Element, told: list[str]) -> bool:
    """Whether something measured has its number, or speaks of the same thing."""
    numbers = {number for match in NUMBER.findall(goal.name) for number in _FIGURE.findall(match)}
    if isinstance(goal, Goal):
        numbers |= {
            n for amount in goal.amount if amount.quantity for n in _FIGURE.findall(amount.quantity.text)
        }
    plain = "".join(NUMBER.sub("", goal.name).split())
    pieces = {plain[n : n + ALIKE] for n in range(len(plain) - ALIKE + 1)}
    telling = {piece for piece in pieces if len(_EVERYWHERE.sub("", piece)) >= ALIKE - 1}
    return any(
        numbers & set(_FIGURE.findall(text)) or any(piece in text for piece in telling) for text in told
    )
