"""A party that oversees, approves or assesses what it does itself.

What it finds: one actor that leads a duty and oversees or approves it; an appraisal whose assessor is among
the assessed, or sets up and is over what it assesses; an appraisal whose rubric is written by somebody it
assesses. Why it matters: nobody finds fault with their own work.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Part
from xuequ.resolution.plan import EdgeKind, Review
from xuequ.rules.rule_context import RuleContext

CODE = "RES204"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each duty part or appraisal."""
    yield from _duties(facts)
    seen: set[tuple[object, str]] = set()
    for review in facts.plan.reviews:
        for how, who, whom in _own_case(facts, review):
            if (review.appraisal.path, how) not in seen:
                seen.add((review.appraisal.path, how))
                field = "rubric" if how == "rubric" else "assess"
                place = facts.field(review.appraisal, field)
                name = review.appraisal.name
                yield finding(
                    CODE, place, who=facts.name(who), whom=facts.name(whom), how=Word(how), name=name
                )


def _duties(facts: RuleContext) -> Iterator[Finding]:
    seen: set[tuple[object, Part]] = set()
    for task in facts.plan.tasks:
        leads = task.parts.get(Part.LEAD) or task.parts.get(Part.MAY, ())
        for part in (Part.OVERSEE, Part.APPROVE):
            both = [who for who in task.parts.get(part, ()) if who in leads]
            if both and (task.duty.path, part) not in seen:
                seen.add((task.duty.path, part))
                who = facts.name(both[0])
                place = facts.field(task.duty, part.value)
                yield finding(
                    CODE, place, who=who, whom=who, how=Word(f"{part.value}s_own"), name=task.duty.name
                )


def _own_case(facts: RuleContext, review: Review) -> Iterator[tuple[str, str, str]]:
    for assessor in review.assessors:
        for assessed in review.objects:
            if assessor == assessed:
                yield "self", assessor, assessed
            elif _made_and_runs(facts, assessor, assessed):
                yield "own", assessor, assessed
    for output in facts.follow(review.id.split("@")[0], EdgeKind.NEEDS):
        for author in _authors(facts, output):
            if author in review.objects and author not in review.assessors:
                yield "rubric", author, author


def _made_and_runs(facts: RuleContext, assessor: str, assessed: str) -> bool:
    """Whether the assessor both is over what it assesses and leads its setting up."""
    reached = facts.into.get(assessed, ())
    if not any(e.kind is EdgeKind.ADMINISTERS and e.source == assessor for e in reached):
        return False
    founding = (e.source for e in reached if e.kind is EdgeKind.SETS_UP)
    leads = (e for duty in founding for e in facts.into.get(duty, ()) if e.kind is EdgeKind.LEAD)
    return any(e.source == assessor for e in leads)


def _authors(facts: RuleContext, output: str) -> Iterator[str]:
    for made in facts.into.get(output, ()):
        if made.kind is EdgeKind.PRODUCES:
            for lead in facts.into.get(made.source, ()):
                if lead.kind is EdgeKind.LEAD:
                    yield lead.source
