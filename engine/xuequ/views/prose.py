"""What a scheme says of its elements as sentences of office Chinese, for the documents that are read and not filled in.

Every element is a few clauses and, in brackets behind them, who does it and by when: 面向成员学校校长，形成《会议
纪要》。（牵头：学区长学校；完成时限：每月）
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from xuequ.model.amount.numerals import states
from xuequ.model.elements import WRITTEN_PARTS, Norm
from xuequ.resolution.plan import EdgeKind
from xuequ.views.others import worded
from xuequ.views.wording import OPEN, PARTS
from xuequ.views.work import Line

#: A clause with marks of its own is a sentence by itself; clauses run on while a sentence is no longer than this.
_MARKS = re.compile(r"[。；，：]")
_LONG = 60
#: What a way of doing it may begin with and needs no 通过 before it.
_OWN_START = re.compile("以|按|在|将|把|从|与|由|结合|依据|根据|通过|采取|采用|发挥|充分|依托|利用")

#: What makes of a way a clause with a verb of its own.
_CLAUSE = re.compile("通过|采取|采用|相结合|产生|进行|确定|组织|实行|实施|应当|可以|不得|原则上")
#: What stands around words and does not make them others, and the place that may stand before a name.
_AROUND = re.compile(r"[“”《》]")
_PLACE = re.compile("^[省市县区镇乡]")
_MEETING = re.compile("^(组织)?召开")
_JUDGED = re.compile("督导|考核|评估|检查|监督|表彰|奖励")
_BOUND = re.compile(
    "[不由比较约各共增升降]|占(?![地用])|[上下][升降浮调涨]|[高低多少大小]于|超过|至少|至多|达到|提[高升]|控制|保持|维持|稳定|压[减缩]|扩大|缩[小减短]|减[少至到]|翻"
)
#: What a case ends with that says when it is, and needs no 的情况下 behind it.
_SAYS_WHEN = re.compile(r"(时|后|前|期间|过程中|情况下|时[期段]|[假学]期|[寒暑]假|阶段|[当之]日|当天)$")
_OF_ITSELF = re.compile(
    r"[^\d不每][^\d不]+?(?:[达不占由]|超过|控制|保持|至少|至多|提[高升]|增[长加]|降低|减少)"
)
#: What must not be, by the kind of relation; `{}` stands for the other side.
_NEVER: Mapping[str, str] = MappingProxyType(
    {
        EdgeKind.ADMINISTERS: "对{}形成隶属管理关系",
        EdgeKind.HOSTS: "设在{}",
        EdgeKind.LEADS: "领导{}",
        EdgeKind.MEMBER_OF: "成为{}的成员",
        EdgeKind.MIRRORS: "与{}范围一致",
        EdgeKind.HOLDS: "兼任{}",
        EdgeKind.APPOINTS: "任命{}",
        EdgeKind.REMOVES: "免去{}",
        EdgeKind.BARRED: "回避{}",
        EdgeKind.DISSOLVES: "撤销{}",
        EdgeKind.SUSPENDS: "暂停{}",
        EdgeKind.EXEMPTS: "免除{}",
        EdgeKind.LEAD: "牵头{}的工作",
        EdgeKind.RESPONSIBLE: "承担{}的工作",
        EdgeKind.SUPPORT: "配合{}的工作",
        EdgeKind.OVERSEE: "督导{}的工作",
        EdgeKind.APPROVE: "审定{}的工作",
        EdgeKind.INFORM: "接受{}的报送",
        EdgeKind.ASSESS: "担任{}的考核主体",
        EdgeKind.FOR: "以{}为对象",
        EdgeKind.ASSESSES: "考核{}",
        EdgeKind.REPORTS_TO: "向{}报告",
    }
)


def said(*clauses: str, note: str = "") -> str:
    """Clauses as sentences: short ones run on with a comma, what has marks of its own stands by itself, as a note."""
    sentences: list[str] = []
    alone = True
    for clause in (each.rstrip("。") for each in clauses if each):
        marked = bool(_MARKS.search(clause))
        if alone or marked or len(sentences[-1]) + len(clause) > _LONG:
            sentences.append(clause)
        else:
            sentences[-1] += f"，{clause}"
        alone = marked
    sentences += [note.rstrip("。")] if note else []
    return "".join(f"{sentence}。" for sentence in sentences)


def with_(text: str, before: str, after: str = "", what: str = "") -> str:
    """A clause around a value; a value that is open stands behind its name, `what`."""
    if not text:
        return ""
    return f"{what}{OPEN}" if text == OPEN and what else f"{before}{text}{after}"


def bracket(*pairs: tuple[str, str]) -> str:
    """Who does it and by when, behind the sentence: （牵头：学区长；完成时限：每月）."""
    inner = "；".join(f"{label}：{text}" for label, text in pairs if text)
    return f"（{inner}）" if inner else ""


def duty(line: Line, told: Collection[str] = ()) -> str:
    """A duty; what the measure above has `told` already (`each`, `serves`) is left out."""
    return said(*clauses(line, told), note=line.note) + parties(line)


def parties(line: Line) -> str:
    """Who does it and by when, in brackets."""
    parts = ((PARTS[part], getattr(line, part.value)) for part in WRITTEN_PARTS)
    open_to = OPEN if OPEN in (line.may, line.must_not) else ""
    return bracket(("主体", open_to), *parts, (line.pace, line.when))


#: What of a line is not said again where the measure above has said it of all that is in it.
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "each": "each",
        "serves": "served",
        "if": "condition",
        "needs": "needs",
        "basis": "basis",
        "for_each": "by",
        "except": "excepted",
    }
)


def clauses(line: Line, told: Collection[str] = ()) -> Iterator[str]:
    """What is said of work but for its parties, its time and its note."""
    said_above: dict[str, Any] = {_FIELDS[field]: "" for field in told if field in _FIELDS}
    line = replace(line, **said_above)
    yield _condition(line)
    yield _after(line.needs)
    yield "" if line.each else line.only
    yield line.among
    yield _by_whom("" if line.each == line.owner else line.each, line)
    yield _towards(line)
    yield with_(line.basis, "依据", "实施", what="依据")
    yield with_(line.how, "方式为") if line.norm is Norm.MUST_NOT else way(line.how)
    yield _amount(line)
    yield with_(line.content, "内容包括", what="内容")
    yield line.number
    yield with_(untold(line.output, line.name), "形成", what="成果")
    yield "" if line.published in line.name else line.published
    yield line.served
    yield with_(line.excepted, "", "除外")
    yield from (worded(fact, "duty") for fact in line.others if untold(fact.value, line.name))


def _after(needs: str) -> str:
    return with_(f"“{needs}”" if "，" in needs else needs, "在", "后进行") if needs else ""


def _towards(line: Line) -> str:
    """Whom it concerns: who takes part in a meeting, who is judged, whom anything else is for."""
    whom = untold(line.objects, line.name)
    if _MEETING.match(line.name):
        return with_(whom, "由", "参加", what="参加人员")
    return with_(whom, "对象为" if _JUDGED.search(line.name) else "面向", what="对象")


def _amount(line: Line) -> str:
    """数额为100, 数额不少于20万元; nothing where the name has the number already."""
    number = line.amount
    if number.isdigit() and int(number) and states(line.name, int(number)):
        return ""
    if _BOUND.match(number):
        return f"数额{number}"
    return number if _OF_ITSELF.match(number) else with_(number, "数额为", what="数额")


def says_itself(amount: str) -> bool:
    """Whether an amount in words needs no verb before it: 覆盖率达到100%, 由85%提高到95%."""
    return bool(_BOUND.match(amount) or _OF_ITSELF.match(amount)) or amount == OPEN


def untold(listed: str, name: str) -> str:
    """A list, unless the name of the work says all of it: 制定考核办法 needs no 形成《考核办法》."""
    plain = _AROUND.sub("", name)
    parts = _AROUND.sub("", listed.replace("》《", "、")).split("、")
    return "" if all(part in plain or _PLACE.sub("", part) in plain for part in parts) else listed


def _by_whom(each: str, line: Line) -> str:
    if line.norm is Norm.MUST_NOT:
        return with_("" if line.must_not and line.must_not in each else each, "适用于")
    if "由" in line.by:
        return f"{each}内{line.by}" if each else line.by
    if each and line.from_above:
        return f"按{each.removeprefix('各')}{line.by or '分别'}进行"
    return f"由{each}{line.by or '分别'}实施" if each else with_(line.by, "", "进行")


def _condition(line: Line) -> str:
    if line.condition and line.headline.startswith(f"{line.condition}，"):
        return ""
    text, end = line.condition.removeprefix("在"), "" if line.norm is Norm.MUST_NOT else "进行"
    if text.endswith("的"):
        return line.condition if end else f"限{line.condition}"
    if text.endswith(("情况", "情形", "问题", "需要")):
        return f"在{text}时{end}"
    return with_(text, "在", end if _SAYS_WHEN.search(text) else f"的情况下{end}")


def way(how: str) -> str:
    """How it is done."""
    if not how or how == OPEN:
        return with_(how, "", what="方式")
    return how if _OWN_START.match(how) or _CLAUSE.search(how) else f"通过{how}推进"


def never(who: str, edge: str, whom: str) -> str:
    """What must not be between two."""
    return f"{who}不得{_NEVER[edge].format(whom)}" if edge in _NEVER else ""
