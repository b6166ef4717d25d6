"""A report that never reaches a bureau.

What it finds: a duty of others than a bureau, government or supervision office whose receivers in `inform` are none
and have no post in one, and pass nothing on to one. What is made known (公布, 告知), asked for or complained of (申请,
申诉), what is used in work that such a body approves, and what goes to a congress, a party committee or a body from
outside is no such report. Why it matters: what stays among those who wrote it changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Norm, Organ, Part, Path
from xuequ.resolution.plan import PUBLIC, EdgeKind, NodeKind
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import named_duties, needed

CODE = "RES207"
#: Kinds of organs that can act on a report.
ANSWERING = frozenset({"bureau", "government", "supervision"})
#: What is told to somebody and reports nothing to those above.
OTHERWISE = re.compile(
    "公布|公开|公示|公告|发布|张榜|刊登|宣布|通知|告知|提示|答复|回复|回访|送达|宣传|反馈|通报|移送|移交|转交|下达|部署"
    "|申请|请假|申诉|申辩|申领|投诉|举报|信访|复议|复核|异议|诉求|求助|提请|提交.{0,6}审议|听取.{0,6}意见|征求|协商|述职"
)
#: What bodies that decide by themselves, and people, have names that end in.
ELSEWHERE = re.compile(
    "(?:大会|职代会|教代会|人大|常委会|党委|党组|党支部|党总支|政协|纪委|法院|检察院|监委"
    "|家长|学生|教师|师生|群众|居民|当事人|申请人|申诉人|投诉人|举报人)$"
)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty."""
    answering = _answering(facts)
    heard = _heard(facts, answering)
    passed = _passed_on(facts, answering)
    stuck: dict[Path, tuple[Duty, dict[str, None]]] = {}
    for task in facts.plan.tasks:
        receivers = task.parts.get(Part.INFORM, ())
        # What such a body passes on or down has been where something can be done about it.
        if not receivers or not answering.isdisjoint(task.carriers) or task.duty.path in passed:
            continue
        if OTHERWISE.search(task.duty.name) or task.duty.norm is not Norm.DUTY:
            continue
        if heard.isdisjoint(receivers) and not any(_is_elsewhere(facts, who) for who in receivers):
            _, names = stuck.setdefault(task.duty.path, (task.duty, {}))
            names.update((facts.name(each), None) for each in receivers)
    for duty, names in stuck.values():
        yield finding(CODE, facts.field(duty, "inform"), name=duty.name, receivers=list(names))


def _passed_on(facts: RuleContext, answering: frozenset[str]) -> frozenset[Path]:
    """The duties whose reports are used in work that one who answers approves: it waits for them, or rests on them."""
    found: set[Path] = set()
    for duty in facts.duties:
        tasks = facts.tasks.get(duty.path, ())
        if any(not answering.isdisjoint(task.parts.get(Part.APPROVE, ())) for task in tasks):
            events = [when.event for when in duty.when if when.event]
            found |= {each.path for event in events for each in named_duties(facts, event)}
            found |= {each.path for ref in (*duty.needs, *duty.basis) for each in needed(facts, ref.text)}
    return frozenset(found)


def _is_elsewhere(facts: RuleContext, receiver: str) -> bool:
    """Whether it is the public, people, a body from outside, or one that decides by itself."""
    node = facts.plan.nodes[receiver]
    body = facts.declared.get(node.path)
    outside = isinstance(body, Organ) and body.kind == "outside"
    return receiver == PUBLIC or outside or ELSEWHERE.search(node.name) is not None


def _heard(facts: RuleContext, answering: frozenset[str]) -> frozenset[str]:
    """Everybody whose reports reach one who answers, those included; found once, from there back."""
    seen, edge = set(answering), list(answering)
    while edge:
        before = (e.source for n in edge for e in facts.into.get(n, ()) if e.kind is EdgeKind.REPORTS_TO)
        edge = [node for node in dict.fromkeys(before) if node not in seen]
        seen.update(edge)
    return frozenset(seen)


def _answering(facts: RuleContext) -> frozenset[str]:
    """The bodies that can act on a report, with what belongs to them, and whoever heads one or has a post in it.

    An office of such a body, one that has its seat there, and a group that one of its people heads, are it, too.
    """
    organs = {
        path for path, body in facts.declared.items() if isinstance(body, Organ) and body.kind in ANSWERING
    }
    bodies = {node.id for path in organs for node in facts.nodes_at.get(path, ())}
    found = bodies | {
        e.source for body in bodies for e in facts.into.get(body, ()) if e.kind is EdgeKind.LEADS
    }
    edge = list(found)
    while edge:
        reached = {n for each in edge for n in _belonging(facts, each)} - found
        found |= reached
        edge = list(reached)
    return frozenset(found)


def _belonging(facts: RuleContext, node: str) -> Iterator[str]:
    """The offices and posts of a body, what has its seat there, and what one who has a post heads."""
    for kind in (EdgeKind.ADMINISTERS, EdgeKind.HOSTS, EdgeKind.LEADS):
        for each in facts.follow(node, kind):
            if facts.plan.nodes[each].kind in (NodeKind.ORGAN, NodeKind.POST):
                yield each
