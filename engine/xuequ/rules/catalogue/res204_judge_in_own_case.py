"""A party that oversees, approves, inspects or assesses what it does itself.

What it finds: one actor that leads a duty and oversees or approves it, or inspects itself among others; an appraisal
whose assessor is among the assessed, has one of them as a member, or sets up and is over what it assesses; an
appraisal whose rubric is written by somebody it assesses. Two are one as well where the same person holds the posts;
where the same party only heads both, or those assessed only help with the rubric, it is a note.
Why it matters: nobody finds fault with their own work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import WORDS, Said
from xuequ.findings.finding import Finding, Level
from xuequ.model.elements import Duty, Norm, Part, Path, Work
from xuequ.resolution.plan import EdgeKind, NodeKind, Review, Task
from xuequ.rules.hands import Hands, Through, shared
from xuequ.rules.rule_context import RuleContext

CODE = "RES204"
INSPECTION = re.compile("督导|督查|督察|检查|视导|巡查|巡视|抽查|评估|考核|考评|验收|监督|监测|监控|审计")
#: To write the rules, or to be inspected, is not to inspect; one's own school or one another may be.
OTHERWISE = re.compile(
    "自查|自评|自我|互查|互评|互检|迎接|接受|配合|制定|拟定|办法|细则|标准|方案|指标|制度|体系|培训|学习"
)
#: Bodies whose members judge, and do not only lend them weight.
PANEL = re.compile("督|检查|评审|评估|考核|考评|验收|监督|审核")
_HELPING = (Part.RESPONSIBLE, Part.SUPPORT)
PEERS = re.compile("互评|自评|民主|述职|评议")


class Case(NamedTuple):
    """Somebody who judges in their own case: who, whom, how in words, and whether one hand needs a head to be one."""

    field: str
    who: str
    whom: str
    how: str
    note: bool = False


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each duty part or appraisal, and kind of interest."""
    hands = Hands(facts)
    seen: set[tuple[Path, str]] = set()
    cases: list[tuple[Work, Iterator[Case]]] = [
        *(
            (duty, _duty(hands, facts, task))
            for duty in facts.duties
            if _may_be_judged(duty)
            for task in facts.tasks.get(duty.path, ())
        ),
        *((review.appraisal, _appraisal(hands, facts, review)) for review in facts.plan.reviews),
    ]
    for work, found in cases:
        for case in found:
            kind = case.how.partition("_")[0]
            if (work.path, kind) not in seen:
                seen.add((work.path, kind))
                yield _told(facts, work, case)


def _told(facts: RuleContext, work: Work, case: Case) -> Finding:
    who, whom = facts.called(case.who), facts.called(case.whom)
    how = Said(*(text.format(whom=whom) for text in WORDS[case.how]))
    found = finding(CODE, facts.field(work, case.field), who=who, whom=whom, how=how, name=work.name)
    return replace(found, level=Level.NOTE) if case.note else found


def _may_be_judged(duty: Duty) -> bool:
    """Whether somebody oversees or approves it, or it is an inspection."""
    watched = Part.OVERSEE in duty.parts or Part.APPROVE in duty.parts
    return watched or _is_inspection(duty)


def _is_inspection(duty: Duty) -> bool:
    return INSPECTION.search(duty.name) is not None and not OTHERWISE.search(duty.name)


def _duty(hands: Hands, facts: RuleContext, task: Task) -> Iterator[Case]:
    leads = task.parts.get(Part.LEAD) or task.parts.get(Part.MAY, ())
    done = task.parts.get(Part.RESPONSIBLE, ())
    for part in (Part.OVERSEE, Part.APPROVE):
        for who in task.parts.get(part, ()):
            yield from _watched(hands, facts, part, who, (*leads, *done))
    if task.objects and task.duty.norm is Norm.DUTY and _is_inspection(task.duty):
        yield from _inspects(hands, facts, task)


def _watched(
    hands: Hands, facts: RuleContext, part: Part, who: str, leads: tuple[str, ...]
) -> Iterator[Case]:
    """Whoever oversees or approves work and does it, by itself, in one person, by its head or its members."""
    if who in leads:
        yield Case(part.value, who, who, f"{part.value}s_own")
        return
    for lead in leads:
        how = shared(hands.of(who), hands.of(lead, persons=True))
        if how:
            yield Case(part.value, who, lead, f"{part.value}s_same", how is Through.HEAD)
    members = hands.members(who)
    inside = [each for each in members if each in leads]
    if inside and (len(inside) == len(members) or PANEL.search(facts.name(who))):
        yield Case(part.value, who, inside[0], f"{part.value}s_member", note=True)


def _inspects(hands: Hands, facts: RuleContext, task: Task) -> Iterator[Case]:
    """Whoever inspects schools and has its own among them."""
    field = "lead" if task.duty.parts.get(Part.LEAD) else "responsible"
    for who in task.carriers:
        if who in task.objects and len(task.objects) > 1:
            yield Case(field, who, who, "inspects_own")
        own = hands.of(who, persons=True)
        for whom in task.objects:
            how = shared(own, {whom: Through.ITSELF})
            if how and facts.plan.nodes[whom].kind is not NodeKind.POST:
                yield Case(field, who, whom, "inspects_same", how is Through.HEAD)
        if whole := hands.own_school(who, task.objects):
            yield Case(field, who, whole, "inspects_among")


def _appraisal(hands: Hands, facts: RuleContext, review: Review) -> Iterator[Case]:
    for assessor in review.assessors:
        for assessed in review.objects:
            if assessor == assessed:
                yield Case("assess", assessor, assessed, "self")
            elif _made_and_runs(facts, assessor, assessed):
                yield Case("assess", assessor, assessed, "own")
        # A cluster judges as the body of all its schools, peers know that they judge one another.
        of_all = facts.plan.nodes[assessor].kind is NodeKind.UNIT
        if not of_all and not PEERS.search(review.appraisal.name):
            yield from _one_hand(hands, assessor, review.objects)
    for output in facts.follow(review.id.split("@")[0], EdgeKind.NEEDS):
        yield from _rubric(hands, facts, review, output)


def _one_hand(hands: Hands, assessor: str, objects: tuple[str, ...]) -> Iterator[Case]:
    """Whoever assesses itself in one person, by its head or by its members."""
    own, members = hands.of(assessor), set(hands.members(assessor))
    for assessed in objects:
        theirs = hands.of(assessed)
        how = shared(own, theirs)
        if how:
            yield Case("assess", assessor, assessed, "self_same", how is Through.HEAD)
        elif assessed in members:
            yield Case("assess", assessor, assessed, "self_member")
        elif any(how is Through.POST for how in (shared(hands.of(one), theirs) for one in members)):
            yield Case("assess", assessor, assessed, "self_member", note=True)
    if whole := hands.own_school(assessor, objects):
        yield Case("assess", assessor, whole, "self_among")


def _made_and_runs(facts: RuleContext, assessor: str, assessed: str) -> bool:
    """Whether the assessor both is over what it assesses and leads its setting up."""
    reached = facts.into.get(assessed, ())
    if not any(e.kind is EdgeKind.ADMINISTERS and e.source == assessor for e in reached):
        return False
    founding = (e.source for e in reached if e.kind is EdgeKind.SETS_UP)
    leads = (e for duty in founding for e in facts.into.get(duty, ()) if e.kind is EdgeKind.LEAD)
    return any(e.source == assessor for e in leads)


def _rubric(hands: Hands, facts: RuleContext, review: Review, output: str) -> Iterator[Case]:
    """Whoever writes the rubric or helps to, and is assessed by it; the assessor may write it."""
    made = [e.source for e in facts.into.get(output, ()) if e.kind is EdgeKind.PRODUCES]
    written = [task for duty in made for task in facts.tasks.get(facts.plan.nodes[duty].path, ())]
    authors = dict.fromkeys(who for task in written for who in task.carriers)
    helpers = dict.fromkeys(
        who for task in written for part in _HELPING for who in task.parts.get(part, ()) if who not in authors
    )
    for helps, people in ((False, authors), (True, helpers)):
        for author in people:
            if author in review.assessors:
                continue
            if author in review.objects:
                yield Case("rubric", author, author, "rubric_help" if helps else "rubric", helps)
            for assessed in () if helps else review.objects:
                how = shared(hands.of(author, persons=True), hands.of(assessed))
                if how:
                    yield Case("rubric", author, assessed, "rubric_same", how is Through.HEAD)
