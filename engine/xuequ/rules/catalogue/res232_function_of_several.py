"""One function that several bodies carry at one place, and no line drawn between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Norm, Path
from xuequ.resolution.plan import EdgeKind, NodeKind, Task
from xuequ.rules.hands import Hands
from xuequ.rules.rule_context import RuleContext

CODE = "RES232"
#: A school that does so for itself is none of several.
_BODIES = frozenset({NodeKind.ORGAN, NodeKind.POST, NodeKind.UNIT, NodeKind.ROLE})
#: Functions by the words for them; what a duty `touches` is RES224's.
FUNCTIONS = {
    "function_research": re.compile("教研|教学研究|教改|教学业务指导|研修"),
    "function_exchange": re.compile(
        "教师(?:资源)?.{0,6}(?:交流|轮岗|调配|调剂|流动)|(?:交流|轮岗|调配|互派).{0,4}教师|师资.{0,4}调配|教师互派"
    ),
    "function_finance": re.compile("财务|经费(?!支持|补助|投入|扶持|奖励)"),
    "function_training": re.compile(
        "(?:教师|师资|干部|校长).{0,6}(?:培训|研训)|(?:培训|研训).{0,4}(?:教师|干部|校长)"
    ),
    "function_admission": re.compile("招生|划片|入学.{0,4}(?:分配|安排|管理)"),
    "function_family": re.compile("家庭教育|家长学校|家校"),
    "function_safety": re.compile("安全.{0,4}(?:管理|检查|排查|监管|教育)|(?:管理|检查|排查|监管).{0,4}安全"),
    "function_quality": re.compile("质量.{0,4}(?:监测|监控|检测|抽测)"),
}
#: Drawing up rules, telling of it and supporting it are not carrying it.
_BESIDE = re.compile(
    "制定|制订|办法|方案|细则|通报|报告|报送|宣传|表彰|奖励|考核|评价|支持|保障|设立|成立|设置|组建|聘|确定|制度|机制$|会议|例会|会$|组长"
)
#: What claims a function as a whole, and no step or subject of it.
_WHOLE = re.compile("组织|开展|管理|统筹|负责|指导|统一|调配|调剂|安排|实施|推进|做好|承担|抓好|工作$")
_STEP = re.compile(
    "拨付|划拨|使用|审计|交回|核算|公布|公示|发布|反馈|汇总|整改|挂牌|登记|备案|审核|审批|报销|采购|结算"
    "|语文|数学|英语|物理|化学|生物|历史|地理|政治|道德|科学|音乐|体育|美术|信息技术|劳动"
)
_LINE = re.compile("分工|各自|分别|界限|划分|侧重|除外")


class _Owned(NamedTuple):
    """A duty and one of those who carry it."""

    duty: Duty
    who: str


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a function and kind of place, at the second of its duties."""
    hands = Hands(facts)
    for word, pattern in FUNCTIONS.items():
        places: dict[str, dict[Path, _Owned]] = {}
        for duty in facts.duties:
            if duty.norm is Norm.DUTY and pattern.search(duty.name) and not _is_beside(duty):
                for task in facts.tasks.get(duty.path, ())[:1]:
                    for who in task.carriers:
                        node = facts.plan.nodes[who]
                        if node.kind in _BODIES:
                            held = places.setdefault(_place(facts, task), {})
                            held.setdefault(node.path, _Owned(duty, who))
        for held in places.values():
            yield from _told(facts, word, _apart(facts, hands, tuple(held.values())))


def _told(facts: RuleContext, word: str, apart: list[_Owned]) -> Iterator[Finding]:
    duties = list({duty.path: duty for duty, _ in apart}.values())
    matters = set.intersection(*(set(duty.touches) for duty in duties)) if duties else set()
    if len(apart) < 2 or len(duties) < 2 or matters:
        return
    paths = [facts.plan.nodes[who].path for _, who in apart]
    leads = [facts.declared[path].name if path in facts.declared else "/".join(path) for path in paths]
    related = facts.others([duties[0], *duties[2:]], "duty")
    names = [duty.name for duty in duties]
    yield finding(CODE, facts.key(duties[1]), *related, matter=Word(word), leads=leads, names=names)


def _is_beside(duty: Duty) -> bool:
    """Whether it is about the function, a step or subject of it, or says who does which part."""
    apart = _BESIDE.search(duty.name) or _STEP.search(duty.name) or _LINE.search(f"{duty.name} {duty.note}")
    return bool(apart) or not _WHOLE.search(duty.name)


def _place(facts: RuleContext, task: Task) -> str:
    """The kind of place that has it; a mirrored zone is the place it mirrors."""
    unit = facts.plan.units.get(task.unit)
    kind = unit.type if unit is not None else ""
    mirrored = next((c.mirrors for c in facts.scheme.clusters if c.key == kind and c.mirrors), None)
    origin = next((c.key for c in facts.scheme.clusters if mirrored and mirrored.text in c.labels), None)
    return origin or kind


def _apart(facts: RuleContext, hands: Hands, held: tuple[_Owned, ...]) -> list[_Owned]:
    """Those that are neither under another of them nor headed by one."""
    nodes = {who for _, who in held}
    under = {t for who in nodes for t in facts.reached([who], EdgeKind.ADMINISTERS) if t != who}
    under |= {t for who in nodes for t in facts.follow(who, EdgeKind.APPOINTS)}
    return [
        each
        for each in held
        if each.who not in under and not (nodes & hands.of(each.who).keys() - {each.who})
    ]
