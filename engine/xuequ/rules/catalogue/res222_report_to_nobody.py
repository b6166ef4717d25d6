"""A report that nobody receives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Force, Part
from xuequ.rules.rule_context import RuleContext

CODE = "RES222"
#: The words for sending a report; not where they only stand in other words: 网上报名, 预备案例, 沟通报修.
REPORT = re.compile(
    r"(?<![海预学举])报告(?![会厅团员栏]|文学|单)|(?<![网线早晚以])上报(?![名到考刊纸栏修警])|汇报(?![会课]|演出|展演)"
    r"|(?<![普交沟])通报(?![警名修考]|批评|表扬|表彰)|(?<![申填电])报送(?!站)|(?<![汇通])报备(?!课)|(?<![预准])备案(?!例)"
)
#: To collect, hear, write or teach a report is not to send one.
OTHERWISE = re.compile(
    "督促|协助|辅导|汇编|汇总|听取|审阅|收集|整理|审核|接收|受理|查阅|催报|撰写|起草|编写|编制|形成|学习|宣讲|填写|健全|完善|建立|规范|制定|制订"
    "|(?:调研|研究|评估|分析|检测|体检|事迹|实验|学术|科普|法治|励志)报告"
)
#: What a report only tells the kind of, where the part of the name ends in it: 信息报送督查, 汇报座谈会.
OF_REPORTS = re.compile(
    "(?:督查|检查|督导|巡查|抽查|指导|制度|机制|办法|规定|规范|流程|程序|要求|标准|格式|模板|样式|平台|系统|渠道|网络|体系|台账"
    "|档案|维护|建设|培训|演练|比赛|评比|会|会议|座谈|活动|管理|质量|工作组|人员|队伍|联络员)$"
)
#: The receiver in the words of the name: 向教育局报告, 报县政府备案.
RECEIVER = re.compile(
    "[向对给].{1,14}?(?:报告|上报|汇报|通报|报送|报备|备案)|报[^告送备名到道考].{1,14}?(?:备案|审|批准)"
)
_PARTS = re.compile("[，、；。]|并(?!案)|及时")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty that is called reporting and names no receiver."""
    for duty in facts.duties:
        if duty.parts.get(Part.INFORM) or duty.for_ or duty.force is Force.MUST_NOT:
            continue
        if REPORT.search(duty.name) and not RECEIVER.search(duty.name) and _sends(duty.name):
            yield finding(CODE, facts.field(duty, "inform"), name=duty.name)


def _sends(name: str) -> bool:
    """Whether some part of the name is to send a report."""
    return any(
        REPORT.search(part) and not OTHERWISE.search(part) and not OF_REPORTS.search(part)
        for part in _PARTS.split(name)
    )
