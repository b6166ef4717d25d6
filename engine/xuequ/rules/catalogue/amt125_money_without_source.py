"""Money of which nothing says where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Norm, Organ, Path, Work
from xuequ.rules.rule_context import RuleContext

CODE = "AMT125"
MONEY_UNITS = frozenset({"元", "万元", "亿元"})
#: Work that gives money; 经费使用情况 and 经费管理 do not.
GIVEN = re.compile(
    "(?:设立|安排|拨付|拨给|给予|发放|落实|投入|保障|加大|增加|提供|列支|筹措|配套|划拨|兑现).*(?:经费|资金|补助|补贴|奖金|津贴|基金|专款|奖励金|投入)"
    "|(?:经费|资金|补助|补贴|奖金|津贴|拨款|专款|奖励金)(?:保障|补助|支持|投入|拨付|安排|发放|落实)?$"
)
OTHERWISE = re.compile(
    "使用|管理(?!经费|费)|核算|核定|测算|监督|监管|审计|检查|公开|公示|统计|核查|收缴|挪用|截留|收取|代收|结算|申请|申报|绩效|预算编制"
)
#: Who or what pays.
SOURCE = re.compile(
    "财政|预算|列支|列入|自筹|捐|专项|支出|从.{1,20}中|附加|拨款|本级|承担|转移支付|统筹资金|公用经费|政府|彩票|国资|出资"
)
PAYING = re.compile("财政|政府|发改|发展和改革|国资|基金会|企业|民政|人社|人力资源")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for the payments of a measure, at the first of them."""
    found: dict[Path, list[Work]] = {}
    for work in (*facts.measures.values(), *facts.duties):
        if _pays(work) and not (_is_sourced(work) or _has_payer(facts, work)):
            found.setdefault(work.measure, []).append(work)
    for works in found.values():
        sharers = facts.sharers(works, "duty", "amount")
        yield shared(CODE, sharers[0].at, sharers)


def _pays(work: Work) -> bool:
    """Whether it gives money: by its amount or, a duty, by its name; the title of a measure gives nothing."""
    if work.norm is not Norm.DUTY or OTHERWISE.search(work.name) or "amount" in work.unspecified:
        return False  # an open amount is AMT107's, which asks for the source as well
    money = any(amount.quantity is not None and amount.quantity.unit in MONEY_UNITS for amount in work.amount)
    return money or (isinstance(work, Duty) and GIVEN.search(work.name) is not None)


def _is_sourced(work: Work) -> bool:
    texts = (work.name, work.note, *work.how, *(item.name for item in work.items))
    return bool(work.how or work.basis) or any(SOURCE.search(text) for text in texts)


def _has_payer(facts: RuleContext, work: Work) -> bool:
    """Whether a body that pays has a part in it."""
    for refs in work.parts.values():
        for ref in refs:
            binding = facts.plan.bindings.get((work.path, ref.at))
            body = facts.declared.get(binding.actor) if binding is not None else None
            if PAYING.search(ref.text if body is None else body.name):
                return True
            if isinstance(body, Organ) and body.kind == "government":
                return True
    return False
