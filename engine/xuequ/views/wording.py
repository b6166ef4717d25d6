"""How office Chinese says what the scheme says: open values, force, fixed values, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from xuequ.language.fields import elements, kind_named, value_word, word
from xuequ.markup import NOTHING as NOTHING
from xuequ.model.amount import saying
from xuequ.model.amount.numerals import states
from xuequ.model.amount.quantity import Quantity, read_quantity, say
from xuequ.model.elements import WRITTEN_PARTS, Clause, Element, Force, Part, Scheme
from xuequ.model.forces import allowed, so_far, softened
from xuequ.model.open_lists import lists_of

OPEN = saying.OPEN
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


#: Parts as a list names them; what is allowed or forbidden is said with the words of its force.
PARTS: Mapping[Part, str] = MappingProxyType(
    {part: word(part) if part in WRITTEN_PARTS else value_word("duty", "force", part) for part in Part}
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

#: Fixed values that a document says otherwise than the language: it has whole phrases, and words of rosters.
_SAID_AS: Mapping[str, str] = MappingProxyType(
    {
        "kept": "保持各校法人地位",
        "merged": "合并为一个法人",
        "schools": "学校数",
        "towns": "乡镇数",
        "students": "学生数",
        "target": "目标值",
        "before": "本单位以往（纵看）",
        "outside": "未参加单位（横比）",
        "average": "平均水平",
        "peers": "同类单位",
        "preschool": "学前",
        "primary": "小学",
        "junior": "初中",
        "senior": "高中",
        "public": "公办",
        "private": "民办",
        "urban": "城市",
        "rural": "农村",
        "school": "学校",
        "theme": "主题",
        "main": "主要依据",
        "important": "重要依据",
        "reference": "参考",
        "True": "是",
        "False": "否",
    }
)


@cache
def _words() -> Mapping[str, str]:
    """The fixed values and the roster's columns that the language knows, with their Chinese."""
    own = [field for kind in elements() for field in kind_named(kind).fields.values()]
    inner = [field for each in own if each.holds for field in kind_named(each.holds).fields.values()]
    told = {value: said for field in reversed((*own, *inner)) for value, said in field.words.items()}
    return {"form": word("form"), **told, **_SAID_AS}


def fixed(value: str) -> str:
    """A fixed value of the language in Chinese; anything else as it is written."""
    return _words().get(value, value)


def marked(element: Element) -> str:
    """The name with everything that must be seen about it; what is forbidden begins with that."""
    name = allowed(so_far(element), element.force) if element.force is Force.MUST_NOT else softened(element)
    return name + marks(element)


def marks(element: Element) -> str:
    """What must be seen about an element beside its name: whether it is in doubt, or the scheme's own."""
    return (DOUBT if element.unclear else "") + (OURS if element.ours else "")


def listed(texts: Iterable[str], more: bool = False) -> str:
    """Texts in a row, titles side by side: 《甲》《乙》、丙; `more` says that the list goes on."""
    return "、".join(texts).replace("》、《", "》《") + ("等" if more else "")


def contents(element: Element) -> str:
    """The items of an element in one line, each with what it contains itself."""
    if "items" in element.unspecified:
        return OPEN
    return _contents(element)


def _contents(element: Element) -> str:
    parts = [_item(item) for item in element.items]
    long = any(len(part) > 14 or "、" in part or "，" in part for part in parts)
    return ("；" if long else "、").join(parts) + ("等" if element.open and parts else "")


def _item(item: Element) -> str:
    """An item with what it contains and what is noted of it; a number that it has otherwise than by its items."""
    inner = (_contents(item), number_of(item), item.note.rstrip("。"))
    return marked(item) + (f"（{told}）" if (told := "；".join(filter(None, inner))) else "")


def number_of(element: Element, measure: str = "项") -> str:
    """共3项, where neither its name nor the length of its list says so."""
    count = element.count
    if count is None:
        return f"数量{OPEN}" if "count" in element.unspecified else ""
    told = say(count, counted=measure)
    number = int(count.low) if count.exact and count.low is not None else 0
    listed_here = {len(element.items), *(len(held) for _, held in lists_of(element))}
    known = number and (number in listed_here or states(element.name, number))
    return "" if known else f"共{told}" if told[:1].isdigit() else told


def value(text: str, element: Element, field: str) -> str:
    """A value, or that it is open where the source leaves it so."""
    return text or (OPEN if field in element.unspecified else "")


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
    own = scheme.own_source
    names = {source.key: source.name for source in scheme.sources}
    return "；".join(
        c.number if not c.source or c.source == own else f"{cited(names.get(c.source, c.source))}{c.number}"
        for c in many
    )


def conditions(where: Mapping[str, object]) -> str:
    """Which units or schools are meant: 学段为初中、九年一贯制，地域为农村."""
    told = ((fixed(column), values_of(wanted)) for column, wanted in where.items())
    return "，".join(
        f"{column}{'' if BOUNDED.match(many[0]) else '为'}{'、'.join(many)}" for column, many in told
    )


#: What the language writes for a bound and no document prints.
_COMPARED = re.compile(r"\.\.|[<>＜＞≤≥⩽⩾≦≧]")
#: What begins with a bound needs no 为 before it: 学生数不少于300.
BOUNDED = re.compile("不|超过|至少|至多|大于|小于|高于|低于|多于|少于")


def values_of(wanted: object) -> list[str]:
    """The values a condition allows, in Chinese."""
    return [_valued(str(one)) for one in (wanted if isinstance(wanted, list | tuple) else [wanted])]


def _valued(text: str) -> str:
    """A fixed value in Chinese, a range in words, anything else as it is written."""
    read = read_quantity(text) if _COMPARED.search(text) else None
    return say(read) if isinstance(read, Quantity) else fixed(text)
