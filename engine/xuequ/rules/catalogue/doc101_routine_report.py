"""Reports that somebody below has to hand in month after month."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Part
from xuequ.model.frequency import pace
from xuequ.model.time.saying import say_when
from xuequ.rules.rule_context import RuleContext

CODE = "DOC101"
#: What paper is called; a meeting or visit of which somebody is told is no report.
PAPER = ("报送", "上报", "汇报", "报告", "报表", "台账", "总结", "小结", "简报", "材料", "填报")
SETTINGS = {"reports_a_year": 4}


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty that informs somebody more often than the setting allows."""
    most = facts.number(CODE, "reports_a_year")
    for duty in facts.duties:
        receivers = duty.parts.get(Part.INFORM, ())
        times = pace(duty.when).times
        if receivers and times is not None and times > most and _paper(duty):
            zh, en = ([say_when(when, lang) for when in duty.when] for lang in ("zh", "en"))
            text = Said("、".join(zh), ", ".join(en))
            to = facts.written(duty, receivers)
            yield finding(CODE, facts.field(duty, "when"), name=duty.name, text=text, to=to, most=most)


def _paper(duty: Duty) -> bool:
    return any(
        word in text for word in PAPER for text in (duty.name, *(output.text for output in duty.output))
    )
