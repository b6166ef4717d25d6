"""What an element says beside the fields that a view words itself: any other that bears meaning, by its kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from xuequ.language.fields import Bears, Field, Sort, kind_named
from xuequ.model.amount.quantity import Quantity
from xuequ.model.amount.saying import written
from xuequ.model.elements import ATTRIBUTES, Element, Part, Scheme, Work
from xuequ.views.amounts import amounts_text
from xuequ.views.names import Names
from xuequ.views.times import whens_text
from xuequ.views.wording import OPEN, Fact, clauses, conditions, fixed, listed

#: How an office says a field; `{}` is its value. Any other is said as 字段：值.
_SAID: Mapping[str, str] = MappingProxyType(
    {
        "removed_by": "由{}免职",
        "barred": "{}应当回避",
        "qualification": "任职条件为{}",
        "terms": "连续任职{}届",
        "quorum": "须有{}成员出席",
        "majority": "经{}成员同意",
        "gate": "须先经{}",
        "lasts": "时长{}",
        "breach": "追究违反{}的责任",
        "sets_up": "设立{}",
        "dissolves": "撤销{}",
        "suspends": "暂停“{}”",
        "exempts": "免于“{}”",
        "for_each": "分{}",
    }
)


def others(
    element: Element, kind: str, told: Collection[str], names: Names, scheme: Scheme
) -> Iterator[Fact]:
    """The fields of an element of a kind that are not among the `told`, each with its Chinese name."""
    for field in kind_named(kind).fields.values():
        if field.key in told or field.bears is not Bears.MEANING or field.holds:
            continue
        text = OPEN if field.key in element.unspecified else _text(element, field, names, scheme)
        if text:
            yield Fact(field.zh, text)


def worded(fact: Fact, kind: str) -> str:
    """A fact in a sentence: 由县人民政府免职."""
    key = next((key for key, field in kind_named(kind).fields.items() if field.zh == fact.label), "")
    if fact.value == OPEN:
        return f"{fact.label}{OPEN}"
    if fact.value.endswith("连任"):
        return fact.value
    value = fact.value.replace("；", "、") if key == "breach" else fact.value
    return _SAID[key].format(value) if key in _SAID else str(fact)


def _text(element: Element, field: Field, names: Names, scheme: Scheme) -> str:
    """The value of a field in words; empty where there is none."""
    value = getattr(element, ATTRIBUTES.get(field.key, field.key), None)
    if not value:
        return ""
    if isinstance(value, Quantity):
        return _quantity(field.key, value)
    if field.key == "gate" and isinstance(element, Work):
        return _gates(element, value, names)
    if field.sort is Sort.CONDITION:
        return conditions(value)
    many = value if isinstance(value, tuple) else (value,)
    if field.sort is Sort.CLAUSE:
        return clauses(many, scheme)
    if field.sort is Sort.ACTOR:
        return listed(names.actors(element, many))
    if field.sort is Sort.TARGET:
        return listed(names.targets(many))
    if field.sort is Sort.FLAG:
        return "是"
    if field.sort is Sort.AMOUNT:
        return amounts_text(many, names.named)
    if field.sort is Sort.TIME:
        return whens_text(many)
    return "、".join(field.words.get(str(each), fixed(str(each))) for each in many)


def _gates(work: Work, parts: tuple[str, ...], names: Names) -> str:
    """Who must have agreed or been told first: 县教育局审定，县财政局备案."""
    whom = ((part, listed(names.actors(work, work.parts.get(Part(part), ())))) for part in parts)
    return "，".join(f"{who}{'备案' if part == Part.INFORM else fixed(part)}" for part, who in whom)


def _quantity(key: str, value: Quantity) -> str:
    """As the drafter put it where that is Chinese, else put into Chinese."""
    if key == "terms" and value.low == 1:
        return "可以连任" if value.high is None else "不得连任"
    return written(value).removesuffix("届") if key == "terms" else written(value)
