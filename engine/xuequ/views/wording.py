"""How office Chinese says what the scheme says: open values, force, fixed values, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from xuequ.markup import NOTHING as NOTHING
from xuequ.model.elements import Clause, Criterion, Element, Force, Part, Scheme

#: What somebody looked for and the source leaves open.
OPEN = "〔待定〕"
DOUBT = "〔待核〕"
OURS = "〔本方案补充〕"
#: What the work is called that stands in no measure.
OTHERS = "其他工作"
#: The columns of a list of what is forbidden.
FORBIDDEN = ("序号", "禁止事项", "适用主体", "除外情形", "依据条款")


class Fact(NamedTuple):
    """A label and what stands behind it: 牵头：学区长学校."""

    label: str
    value: str

    def __str__(self) -> str:
        return f"{self.label}：{self.value}"


PARTS: Mapping[Part, str] = MappingProxyType(
    {
        Part.LEAD: "牵头",
        Part.RESPONSIBLE: "责任",
        Part.SUPPORT: "配合",
        Part.OVERSEE: "督导",
        Part.APPROVE: "审定",
        Part.INFORM: "报送",
        Part.MAY: "可以",
        Part.MUST_NOT: "不得",
    }
)
#: The same from where the actor stands: a report is due to it.
TAKEN: Mapping[Part, str] = MappingProxyType({**PARTS, Part.INFORM: "接受报送"})
#: One character for each part, as a matrix prints it.
MARKS: Mapping[Part, str] = MappingProxyType(
    {
        Part.LEAD: "牵",
        Part.RESPONSIBLE: "责",
        Part.SUPPORT: "配",
        Part.OVERSEE: "督",
        Part.APPROVE: "审",
        Part.INFORM: "报",
        Part.MAY: "可",
        Part.MUST_NOT: "禁",
    }
)
ASSESS_MARK = "考"

_FORCE: Mapping[Force, str] = MappingProxyType(
    {
        Force.MUST: "",
        Force.IN_PRINCIPLE: "原则上",
        Force.ENCOURAGED: "鼓励",
        Force.STRIVE: "力争",
        Force.MAY: "可以",
        Force.MUST_NOT: "不得",
    }
)
_FIXED: Mapping[str, str] = MappingProxyType(
    {
        "fixed": "固定",
        "rotating": "轮值",
        "kept": "保持各校法人地位",
        "merged": "合并为一个法人",
        "stage": "学段",
        "kind": "类型",
        "ownership": "性质",
        "area": "地域",
        "town": "乡镇",
        "schools": "学校数",
        "towns": "乡镇数",
        "students": "学生数",
        "subject": "学科",
        "grade": "年级",
        "class": "班级",
        "theme": "主题",
        "feeds": "升入",
        "campus_of": "本部",
        "unit": "单位",
        "time": "次",
        "province": "省",
        "city": "市",
        "county": "县区",
        "school": "学校",
        "floor": "下限",
        "ceiling": "上限",
        "closed": "不得增减",
        "default": "默认",
        "basis": "依据",
        "attachment": "附件",
        "repeals": "废止",
        "amends": "修改",
        "continues": "延续",
        "details": "细化",
        "suspends": "暂停",
        "issued_with": "一并印发",
        "full": "全文",
        "excerpt": "节选",
        "report": "报道",
        "affiliation": "行政隶属",
        "autonomy": "办学自主权",
        "finance": "财务",
        "personnel": "人事",
        "curriculum": "课程",
        "timetable": "作息",
        "facilities": "设施",
        "admission": "招生",
        "target": "目标值",
        "before": "本单位以往（纵看）",
        "outside": "未参加单位（横比）",
        "average": "平均水平",
        "peers": "同类单位",
        "administers": "隶属管理",
        "yes": "整体捆绑",
        "cluster": "学区内捆绑",
        "primary": "小学",
        "junior": "初中",
        "preschool": "学前",
        "senior": "高中",
        "public": "公办",
        "private": "民办",
        "urban": "城市",
        "rural": "农村",
        "main": "主要依据",
        "important": "重要依据",
        "reference": "参考",
    }
)


def fixed(value: str) -> str:
    """A fixed value of the language in Chinese; anything else as it is written."""
    return _FIXED.get(value, value)


def force(element: Element) -> str:
    """How strongly the source says it, empty where it simply says so."""
    return _FORCE[element.force]


def marked(element: Element) -> str:
    """The name with everything that must be seen about it; what is forbidden begins with that."""
    return (
        (allowed(element.name, element.force) if element.force is Force.MUST_NOT else _softened(element))
        + (DOUBT if element.unclear else "")
        + (OURS if element.ours else "")
    )


def with_force(element: Element, lang: str = "zh") -> str:
    """The name with the word that says how strongly it is asked for, where that is not simply so."""
    if element.force is Force.MUST:
        return element.name
    if lang == "en":
        return f"{element.name} ({element.force.replace('_', ' ')})"
    return allowed(element.name, element.force) if element.force in _SAID else _softened(element)


def _softened(element: Element) -> str:
    strength = force(element)
    return f"{element.name}（{strength}）" if strength else element.name


#: What a name says itself of what is forbidden or allowed, by force.
_SAID: Mapping[Force, re.Pattern[str]] = MappingProxyType(
    {
        Force.MUST_NOT: re.compile("不得|不准|不许|不能|不可|不应|禁止|严禁|杜绝"),
        Force.MAY: re.compile("可以|^可|有权"),
    }
)


def allowed(name: str, force: Force, who: str = "") -> str:
    """What is forbidden or allowed, and to whom: 优质校不得收费; what the name says itself is not said again."""
    verb = "" if _SAID[force].search(name) else _FORCE[force]
    return f"{'' if who == OPEN or name.startswith(who) else who}{verb.removesuffix(name[:1])}{name}"


def listed(texts: Iterable[str], more: bool = False) -> str:
    """Texts in a row, titles side by side: 《甲》《乙》、丙; `more` says that the list goes on."""
    return "、".join(texts).replace("》、《", "》《") + ("等" if more else "")


def contents(element: Element) -> str:
    """The items of an element in one line, each with what it contains itself."""
    if "items" in element.unspecified:
        return OPEN
    return _contents(element)


def _contents(element: Element) -> str:
    parts = [f"{marked(i)}（{_contents(i)}）" if i.items else marked(i) for i in element.items]
    long = any(len(part) > 14 or "、" in part for part in parts)
    return ("；" if long else "、").join(parts) + ("等" if element.open and parts else "")


def value(text: str, element: Element, field: str) -> str:
    """A value, or that it is open where the source leaves it so."""
    return text or (OPEN if field in element.unspecified else "")


def with_amount(work: str, amount: str) -> str:
    """A piece of work in a table's cell, its amount on a line of its own."""
    return f"{work}\n数额：{amount}" if amount else work


def facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    """Those that say something."""
    return tuple(Fact(label, text) for label, text in pairs if text)


def sentence(known: Iterable[Fact]) -> str:
    """Facts in one line, with the full stop."""
    text = "；".join(str(fact) for fact in known)
    return f"{text}。" if text else ""


def cited(title: str) -> str:
    """A title between book marks, unless it has some."""
    return title if "《" in title else f"《{title}》"


def clauses(many: Iterable[Clause], scheme: Scheme) -> str:
    """Clauses as they are cited; the scheme's own source need not be named."""
    own = scheme.issue.source or (scheme.sources[0].key if scheme.sources else "")
    names = {source.key: source.name for source in scheme.sources}
    return "；".join(
        c.number if not c.source or c.source == own else f"{cited(names.get(c.source, c.source))}{c.number}"
        for c in many
    )


def leaves(
    criteria: Iterable[Criterion], above: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], Criterion]]:
    """The criteria that are scored, each with the names of what it stands under."""
    found: list[tuple[tuple[str, ...], Criterion]] = []
    for criterion in criteria:
        if criterion.criteria:
            found += leaves(criterion.criteria, (*above, marked(criterion)))
        else:
            found.append((above, criterion))
    return found


def conditions(where: Mapping[str, object]) -> str:
    """Which units or schools are meant: 学段为初中、九年一贯制，地域为农村."""
    told = (f"{fixed(column)}为{'、'.join(_each(wanted))}" for column, wanted in where.items())
    return "，".join(told)


def _each(wanted: object) -> list[str]:
    return [fixed(str(one)) for one in (wanted if isinstance(wanted, list) else [wanted])]
