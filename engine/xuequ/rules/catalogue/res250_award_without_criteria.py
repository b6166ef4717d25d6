"""An award of which nothing says by what it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal, Duty, Norm, Path
from xuequ.rules.rule_context import RuleContext

CODE = "RES250"
#: To award, and not to found a fund or a system of awards, to recommend for one, or to announce one.
AWARD = re.compile(
    "表彰|表扬|嘉奖|授予|评优|评先|评选|评比|奖励(?!机制|制度|办法|政策|项目|资金|基金|经费|方案|标准|体系|性|金|措施|名额)"
)
OTHERWISE = re.compile(
    "优先|倾斜|挂钩|纳入|取消|资格|否决|申报|推荐|选送|参加|参评|筹备|公示|宣传|制定|制订|修订|建立|健全|完善|探索|设立|汇总|审核|复核"
)
#: What an appraisal's result is for where it decides on awards.
ABOUT = re.compile("评优|评先|表彰|奖励|嘉奖|评选|授予|奖")
#: The name says by what: 根据考核结果奖励…, 对考核优秀的…; or a document does: 评选办法.
BY_WHAT = re.compile("根据|依据|按照|依照|考核|考评|评估|测评|得分|名次|等次|获奖|连续|以上")
RULES = re.compile("(?:表彰|评选|奖励|评优|评比|评先).*(?:办法|方案|细则|标准|条例|制度|规则)")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for the awards of a measure, at the first of them."""
    found: dict[Path, list[Duty]] = {}
    ruled = any(
        RULES.search(text)
        for duty in facts.duties
        for text in (duty.name, *(ref.text for ref in duty.output))
    )
    for duty in () if ruled else facts.duties:
        if _awards(duty) and not (_is_based(duty) or _is_decided(facts, duty)):
            found.setdefault(duty.measure, []).append(duty)
    for duties in found.values():
        yield shared(CODE, facts.key(duties[0]), facts.sharers(duties, "duty"))


def _awards(duty: Duty) -> bool:
    return bool(duty.norm is Norm.DUTY and AWARD.search(duty.name) and not OTHERWISE.search(duty.name))


def _is_based(duty: Duty) -> bool:
    """Whether the duty itself says by what."""
    said = (duty.basis, duty.how, duty.needs, duty.if_, duty.where, duty.items, duty.note)
    return any(said) or BY_WHAT.search(duty.name) is not None


def _is_decided(facts: RuleContext, duty: Duty) -> bool:
    """Whether an appraisal of its measure has results for awards, or one anywhere gives this very award."""
    return any(
        (one.measure == duty.measure and ABOUT.search(_use(one))) or duty.name in _use(one)
        for one in facts.appraisals
    )


def _use(appraisal: Appraisal) -> str:
    result = appraisal.result
    return "" if result is None else "、".join((*result.counts_for, result.award))
