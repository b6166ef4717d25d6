"""How strongly something is asked for, said with its name: 不得收费, 教研（鼓励）."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from xuequ.language.fields import value_word
from xuequ.model.amount.saying import say_amount
from xuequ.model.elements import Element, Force, Work

#: What a name says itself of what is forbidden or allowed.
_SAID: Mapping[Force, re.Pattern[str]] = MappingProxyType(
    {
        Force.MUST_NOT: re.compile(
            "不得|不准|不许|禁止|严禁|^(?:不能|不可|不应|不宜|不再|不要|不予|不允许|切?勿|无权|防止|杜绝)"
        ),
        Force.MAY: re.compile("可以|^可|有权"),
    }
)
#: An amount of which what is forbidden may have no more, or no less.
_BEYOND = re.compile("超过|多于|高于|大于|少于|低于|小于|不足|.*以[上下]$")
#: A name that begins so forbids, unless it is the name of something to be done about it.
_FORBIDS = re.compile(
    "(?:禁止|严禁|不得|不准|不许|切勿)(?!.*(?:制度|规定|标[识志牌]|宣传|教育|清单|检查|治理|整治|行动|工作)$)"
)


def force_word(force: Force) -> str:
    """What a force is called."""
    return value_word("duty", "force", force)


def with_force(element: Element, lang: str = "zh") -> str:
    """The name with the word that says how strongly it is asked for, where that is not simply so."""
    if element.force is Force.MUST:
        return element.name
    name = so_far(element, lang)
    if lang == "en":
        return f"{name} ({element.force.replace('_', ' ')})"
    return allowed(name, element.force, _named(element)) if element.force in _SAID else softened(element)


def so_far(element: Element, lang: str = "zh") -> str:
    """The name; of what is forbidden beyond a bound, with that: 组织考试超过1次."""
    beyond = forbidden_beyond(element, lang)
    between = "" if lang == "zh" else " "
    return f"{element.name}{between}{beyond}" if beyond and beyond not in element.name else element.name


def forbidden_beyond(element: Element, lang: str = "zh") -> str:
    """The bound beyond which alone something is forbidden; empty where all of it is, or the amount is another."""
    if element.force is not Force.MUST_NOT or not isinstance(element, Work) or len(element.amount) != 1:
        return ""
    (amount,) = element.amount
    bound = not (amount.of or amount.per or amount.split) and _BEYOND.match(say_amount(amount, str))
    return say_amount(amount, str, lang) if bound else ""


def forbids(name: str) -> bool:
    """Whether a name says by itself that something is forbidden."""
    return _FORBIDS.match(name) is not None


def _named(element: Element) -> str:
    """Who does it, where its name begins with that."""
    parts = element.parts.values() if isinstance(element, Work) else ()
    names = (ref.text.rpartition("/")[2] for refs in parts for ref in refs)
    return next((name for name in names if element.name.startswith(name)), "")


def softened(element: Element) -> str:
    """The name with the word in brackets behind it, unless the name says it."""
    word = "" if element.force is Force.MUST else force_word(element.force)
    return f"{element.name}（{word}）" if word and word not in element.name else element.name


def allowed(name: str, force: Force, who: str = "") -> str:
    """What is forbidden or allowed, and to whom: 优质校不得收费; what the name says itself is not said again."""
    what = name.removeprefix(who)
    verb = "" if _SAID[force].search(what) else force_word(force)
    return f"{who}{verb.removesuffix(what[:1])}{what}"
