"""A report that nobody receives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Part
from xuequ.rules.rule_context import RuleContext

CODE = "RES222"
REPORT = re.compile(
    r"报告(?!会|厅|文学|制度)|(?<![网线早晚])上报(?!名|到|考|刊)|汇报(?!演出|展演|课|会)|通报|报送|报备|备案"
)
#: To collect, hear or write a report is not to send one.
OTHERWISE = re.compile(r"汇总|听取|审阅|收集|整理|审核|(?:调研|研究|评估|分析)报告")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty that is called reporting and names no receiver."""
    for duty in facts.duties:
        sends = REPORT.search(duty.name) and not OTHERWISE.search(duty.name)
        if sends and not duty.parts.get(Part.INFORM) and not duty.for_:
            yield finding(CODE, facts.field(duty, "inform"), name=duty.name)
