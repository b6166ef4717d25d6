"""A number that is appointed or set up, where the post or body says another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from xuequ.compose.names import built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Related
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.elements import ClusterType, Duty, Element, Group, Norm, Organ, Post, Ref
from xuequ.rules.clusters import shown
from xuequ.rules.rule_context import RuleContext

CODE = "AMT120"
APPOINTS = re.compile(
    "选任|选聘|聘任|聘请|受聘|任命|任用|选拔|推选|推举|遴选|评选|配备|配齐|委派|委任|选派|指派|竞聘|确定|产生|设立|设置"
)
#: What is only a part of the whole, or comes on top of it.
PARTLY = re.compile(
    "首批|第.批|首个|第一|先行|先期|试点|新增|增设|增补|补充|补选|补聘|再|分批|逐步|逐年|每年|部分|其中"
)
_HEADS = frozenset({"", "person", "teacher", "school", "名", "个", "位", "所", "人", "家"})
_NUMBER = r"(?P<number>[\d一二两三四五六七八九十]+[名位个])(?:专职|兼职)?"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty and what it appoints or sets up."""
    for duty in facts.duties:
        if duty.norm is not Norm.DUTY or PARTLY.search(duty.name) or any(when.every for when in duty.when):
            continue
        for element in _appointed(facts, duty):
            for asked, at in _asked(duty, element):
                said, total = _said(facts, duty, element)
                if said is not None and _disagree(said, asked) and (total is None or _disagree(total, asked)):
                    related = Related(place=facts.place((*element.at, "count")), label="said")
                    yield finding(
                        CODE,
                        facts.place(at),
                        related,
                        duty=duty.name,
                        asked=asked.text,
                        name=element.name,
                        said=said.text,
                    )


def _appointed(facts: RuleContext, duty: Duty) -> Iterator[Post | Organ | Group | ClusterType]:
    """What the duty appoints or sets up, where that is one thing with a number."""
    refs: tuple[Ref, ...] = duty.sets_up
    if not refs and APPOINTS.search(duty.name):
        refs = duty.for_
    found = [facts.plan.bindings.get((duty.path, ref.at)) for ref in refs]
    elements = [facts.declared.get(one.actor) for one in found if one is not None]
    if len(refs) != 1 or len(elements) != 1:
        return
    element = elements[0]
    kinds = Post | Organ | Group | ClusterType if duty.sets_up else Post
    if isinstance(element, kinds) and element.count is not None:
        yield element


def _asked(duty: Duty, element: Element) -> Iterator[tuple[Quantity, DocPath]]:
    """The number of them that the duty asks for, by its amount or else in its name, with its place."""
    for amount in duty.amount:
        of = amount.of if isinstance(amount.of, str) else "?"
        own = not of or of.split("/")[-1] in element.labels
        if amount.count is not None and amount.count.unit in _HEADS and own and not amount.trend:
            yield amount.count, (*duty.at, "amount")
    if not duty.amount:
        for label in sorted(element.labels):
            named = re.search(_NUMBER + re.escape(label), duty.name)
            read = read_quantity(named["number"]) if named else None
            if isinstance(read, Quantity):
                yield read, duty.at


def _said(
    facts: RuleContext, duty: Duty, element: Post | Organ | Group | ClusterType
) -> tuple[Quantity | None, Quantity | None]:
    """How many there are where the duty stands, and how many in all clusters; None where nobody can tell."""
    per = {one.unit for amount in duty.amount for one in amount.per}
    places = {_place(facts, ref.text) for ref in duty.each} | {_place(facts, unit) for unit in per}
    own = {_place(facts, ref.text) for ref in element.each}
    if isinstance(element, ClusterType):
        own -= {facts.scheme.locality.level}
        places -= {facts.scheme.locality.level}
    elif element.home and not own:
        own = {element.home[0]} & {cluster.key for cluster in facts.scheme.clusters}
    if own == places:
        return element.count, None
    kind = next((c for c in facts.scheme.clusters if own == {c.key} and not places), None)
    number = _number(facts, kind) if kind is not None else None
    if number is None or element.count is None:
        return None, None
    low, high = (
        bound * number if bound is not None else None for bound in (element.count.low, element.count.high)
    )
    return element.count, replace(element.count, low=low, high=high)


def _number(facts: RuleContext, kind: ClusterType) -> int | None:
    """How many clusters there are of a kind."""
    there = len(shown(facts, kind))
    if not there and kind.count is not None and kind.count.exact and kind.count.low is not None:
        return int(kind.count.low)
    return there or None


def _place(facts: RuleContext, name: str) -> str:
    level = built_in(name) or name
    return next((cluster.key for cluster in facts.scheme.clusters if level in cluster.labels), level)


def _disagree(said: Quantity, asked: Quantity) -> bool:
    """Whether no number is both."""
    if said.several or asked.several or said.about or asked.about or said.tenor or asked.tenor or asked.share:
        return False
    low = max(bound for bound in (said.low, asked.low, 0) if bound is not None)
    return any(bound is not None and bound < low for bound in (said.high, asked.high))
