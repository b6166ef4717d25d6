"""One piece of work that seems to be written twice, with two leads or two rhythms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from xuequ.compose.names import built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import WORDS, Said, Word
from xuequ.findings.finding import Finding, Level, Related
from xuequ.model.elements import Duty, Norm, Path, Ref
from xuequ.model.frequency import pace
from xuequ.model.time.values import as_written
from xuequ.rules.rule_context import RuleContext

CODE = "RES230"
_PARTS = re.compile("[，,：:]")
_SIGNS = re.compile(r"[“”‘’\"'《》〈〉\s]|[(（][^)）]*[)）]")
#: Words for doing, which tell no work from another, and words that say nothing of what is done.
_DOING = re.compile(
    "组织|开展|做好|建立|健全|完善|推进|推动|实行|实施|召开|举办|举行|定期|及时|加强|落实|进行|抓好|强化|深化|探索|负责|统筹|认真|积极"
    "|切实|开辟|参加|开好|按期|按时|常态化|工作|活动|制度|机制|有关|相关|管理|平台|成绩|业绩|突出的?|优秀|先进|对|的|和|与|及|等|、|,|；"
)
#: Words for one thing.
_SAME = (
    ("轮岗交流", "交流"), ("交流轮岗", "交流"), ("轮岗", "交流"), ("例会", "会"), ("会议", "会"), ("评价", "评估"),
    ("考评", "考核"),
    ("表彰奖励", "表彰"), ("奖励", "表彰"), ("巡查", "督查"), ("督促检查", "督查"), ("老师", "教师"),
)  # fmt: skip
#: Of when, for which stage, of which part: what tells two of one kind apart.
_WHICH = re.compile(
    r"第[一二三四五六七八九十百\d]+|\d+|[上下](?=半年|学年|学期|册)|[春秋]季|[一二三四五六七八九]年级|学前|幼儿园|小学|初中|高中"
    r"|市级|县级|区级|校级|镇级|中期|年度|期末|月度|季度|内部|外部|线上|线下"
)
#: Less than this is left of nearly anything, and says which work it is only with whom it is for or who leads it.
_SHORT, _LEAST = 4, 2
_SOMEWHERE = ("学区校", "片区校", "集团校", "学区", "学校", "片区", "区域", "集团", "校际间", "校际")


class _Named(NamedTuple):
    """A duty, what its name says whatever the order, and the actors and marks it names."""

    duty: Duty
    core: str
    actors: frozenset[Path]
    which: frozenset[str]


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each duty that seems to be an earlier one, where the two do not agree."""
    names = _Names(facts)
    earlier: dict[str, list[_Named]] = {}
    for duty in facts.duties:
        own = names.read(duty) if duty.norm is Norm.DUTY else None
        if own is None or len(own.core) < _LEAST:
            continue
        told = (_told(facts, own, other) for other in earlier.get(own.core, ()))
        yield from islice(filter(None, told), 1)
        earlier.setdefault(own.core, []).append(own)


class _Names:
    """Reads names of duties, with the bodies, posts and clusters that stand in them."""

    def __init__(self, facts: RuleContext) -> None:
        elements = facts.declared.values()
        self._paths = {label: each.path for each in elements for label in (each.name, *each.aliases)}
        known = sorted((n for n in self._paths if len(n) > 1 and not n.isascii()), key=lambda n: (-len(n), n))
        self._actors = re.compile("|".join(map(re.escape, (*known, *_SOMEWHERE))))

    def read(self, duty: Duty) -> _Named:
        text = _SIGNS.sub("", duty.name)
        first = _PARTS.split(text)[0]
        found = self._actors.findall(first)
        rest = self._actors.sub("", first)
        for word, other in _SAME:
            rest = rest.replace(word, other)
        return _Named(
            duty=duty,
            core="".join(sorted(_DOING.sub("", rest))),
            actors=frozenset(self._paths[name] for name in found if name in self._paths),
            which=frozenset(_WHICH.findall(text)),
        )


def _told(facts: RuleContext, own: _Named, other: _Named) -> Finding | None:
    """The finding of two that are like one and do not agree; None where they differ as two pieces of work do."""
    if not _may_be_one(facts, own, other):
        return None
    pair = (own.duty, other.duty)
    leads = [facts.written(duty, duty.carriers) for duty in pair]
    paces = [pace(duty.when).times if any(when.every for when in duty.when) else None for duty in pair]
    apart = sorted(leads[0]) != sorted(leads[1])
    rhythm = None not in paces and paces[0] != paces[1]
    if not apart and not rhythm:
        return None
    zh, en = [], []
    if apart:
        who = [_said(names) for names in leads]
        zh.append(f"牵头的分别是 {who[0].zh} 和 {who[1].zh}")
        en.append(f"led by {who[0].en} and by {who[1].en}")
    if rhythm:
        times = ["、".join(as_written(duty.when)) for duty in pair]
        zh.append(f"时间分别是 {times[0]} 和 {times[1]}")
        en.append(f"due {times[0]} and {times[1]}")
    place = facts.key(own.duty)
    found = finding(
        CODE,
        place,
        Related(place=facts.key(other.duty), label="other"),
        name=own.duty.name,
        other=other.duty.name,
        apart=Said("；".join(zh), "; ".join(en)),
    )
    return found if rhythm and not apart else replace(found, level=Level.NOTE)


def _said(names: list[str]) -> Said:
    """Those who lead, in both languages."""
    words = [WORDS[name] if isinstance(name, Word) else Said(name, name) for name in names]
    return Said(
        "、".join(w.zh for w in words) or "〔未写明〕", ", ".join(w.en for w in words) or "nobody named"
    )


def _may_be_one(facts: RuleContext, own: _Named, other: _Named) -> bool:
    """Whether nothing says that they are two: another place, object, actor, mark, output or thing to be set up."""
    one, two = own.duty, other.duty
    if own.which != other.which or (own.actors and other.actors and not own.actors & other.actors):
        return False
    each = [{built_in(ref.text) or ref.text for ref in duty.each} for duty in (one, two)]
    if each[0] != each[1] and (all(each) or (one.carriers and two.carriers)):
        return False
    origins = facts.plan.composed.origins
    if origins.of(one.at) == origins.of(two.at):
        return False
    if one.for_each != two.for_each or one.where != two.where or one.if_ != two.if_:
        return False
    same = _tails(one.carriers) & _tails(two.carriers) | _tails(one.for_) & _tails(two.for_)
    if len(own.core) < _SHORT and not same:
        return False
    held = ((one.for_, two.for_), (one.output, two.output), (one.sets_up, two.sets_up))
    return not any(mine and theirs and not _tails(mine) & _tails(theirs) for mine, theirs in held)


def _tails(refs: tuple[Ref, ...]) -> set[str]:
    return {ref.text.split("/")[-1] for ref in refs}
