"""Rules for appraising that no appraisal uses, and records that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty, Norm, Part, Ref
from xuequ.model.scoring import every
from xuequ.rules.rule_context import RuleContext, work_of

CODE = "GOA111"
RULES = re.compile("(?:考核|考评|评价|评估|评比|评优|评选).*(?:办法|细则|标准|指标|指标体系|量表|机制)$")
RECORDS = re.compile("..(?:台账|记录|记事本|报告|报表|统计表|监测数据|监测结果|调查问卷)$")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for all of a scheme."""
    idle = [(output, duty) for duty in facts.duties for output in duty.output if _is_for_use(duty, output)]
    if not idle:
        return
    used = " ".join(_used(facts))
    idle = [
        (output, duty)
        for output, duty in idle
        if not any(name in used for name in (output.text, duty.key, duty.name))
        and not _is_named(facts, output, duty)
    ]
    if idle:
        (first, _), *others = idle
        related = (Related(place=facts.place(output.at), label="open_too") for output, _ in others)
        yield finding(CODE, facts.place(first.at), *related, names=[output.text for output, _ in idle])


def _is_for_use(duty: Duty, output: Ref) -> bool:
    """Whether it is drawn up so that an appraisal or somebody else can use it, and no party of its duty does."""
    if duty.norm is not Norm.DUTY:
        return False
    if RULES.search(output.text):
        return True
    seen = duty.for_ or any(duty.parts.get(part) for part in (Part.INFORM, Part.APPROVE, Part.OVERSEE))
    return bool(RECORDS.search(output.text)) and not seen


def _used(facts: RuleContext) -> Iterator[str]:
    """Whatever work rests on, waits for or asks for."""
    for work in work_of(facts):
        yield from (ref.text for ref in (*work.basis, *work.needs))
        yield from (when.event for when in work.when if when.event)
    for appraisal in facts.appraisals:
        yield from (ref.text for ref in appraisal.rubric)
        yield from (text for each in every(appraisal.criteria) for text in each.evidence)


def _is_named(facts: RuleContext, output: Ref, own: Duty) -> bool:
    """Whether other work speaks of it in its name, its way or its items."""
    return any(
        output.text in text
        for work in work_of(facts)
        if work.path != own.path
        for text in (work.name, work.note, *work.how, *(item.name for item in work.items))
    )
