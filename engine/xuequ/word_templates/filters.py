"""The filters a Word template can use: those of Jinja2 that make something of texts, lists and numbers, and ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import wraps
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, pass_environment
from jinja2.filters import FILTERS, make_attrgetter
from markupsafe import escape

from xuequ.markup.numerals import chinese
from xuequ.word_templates.limits import WIDEST, TooMuch, long_enough, measured, narrow

Filter = Callable[..., Any]
#: How a value is printed; raises where it is no text.
Print = Callable[[object], str]

#: Those that take a text, whatever it is.
OF_TEXTS = frozenset({"capitalize", "e", "escape", "lower", "string", "title", "trim", "truncate", "upper"})
_OF_LISTS = frozenset(
    {"batch", "first", "groupby", "last", "list", "map", "max", "min", "reject", "rejectattr", "reverse"}
    | {"select", "selectattr", "slice", "sort", "unique"}
)
_OF_ALL = frozenset({"abs", "count", "d", "default", "float", "int", "length", "round"})
_OURS = frozenset({"chinese", "format", "join", "replace", "sum"})
#: Every filter there is.
NAMES = tuple(sorted(OF_TEXTS | _OF_LISTS | _OF_ALL | _OURS))
#: Those that take one entry after the other, so that a text would come apart.
OF_SEVERAL = _OF_LISTS - {"reverse"} | {"join", "sum"}
#: The greatest number a filter may be given.
_MOST: Mapping[str, int] = MappingProxyType({"batch": WIDEST, "slice": WIDEST, "round": 15})


def filters(text: Print, spend: Callable[[int], None]) -> Mapping[str, Filter]:
    """The filters by name. `spend` counts the entries they go through."""
    ours: dict[str, Filter] = {
        "chinese": chinese,
        "format": _format(text),
        "join": _join(text),
        "replace": _replace(text),
        "sum": _sum,
    }
    return {name: _limited(name, ours.get(name) or FILTERS[name], text, spend) for name in NAMES}


def _limited(name: str, call: Filter, text: Print, spend: Callable[[int], None]) -> Filter:
    """A filter whose work is counted and whose results are there at once."""
    first = int(hasattr(call, "jinja_pass_arg"))

    @wraps(call)
    def limited(*args: Any, **named: Any) -> Any:
        value, *more = args[first:]
        spend(len(value) if name in OF_SEVERAL and isinstance(value, Sized) else 1)
        if name in OF_TEXTS:
            text(value)
        if any(
            type(each) is int and abs(each) > _MOST.get(name, abs(each)) for each in (*more, *named.values())
        ):
            raise TooMuch("much_number")
        made = call(*args, **named)
        return measured(tuple(made) if isinstance(made, Iterator) else made)

    return limited


def _join(text: Print) -> Filter:
    @pass_environment
    def join(environment: Environment, value: Any, d: Any = "", attribute: str | int | None = None) -> str:
        texts, between = [text(each) for each in _entries(environment, value, attribute)], text(d)
        long_enough(sum(map(len, texts)) + len(between) * len(texts))
        return (escape(between) if any(hasattr(each, "__html__") for each in texts) else between).join(texts)

    return join


def _replace(text: Print) -> Filter:
    def replace(value: Any, old: Any, new: Any, count: int = -1) -> str:
        whole, before, after = text(value), text(old), text(new)
        long_enough(len(whole) + whole.count(before) * len(after))
        return whole.replace(before, after, count)

    return replace


def _format(text: Print) -> Filter:
    def format_(value: Any, *args: Any) -> str:
        for each in args:
            text(each)
        return narrow(text(value)) % args

    return format_


@pass_environment
def _sum(environment: Environment, value: Any, attribute: str | int | None = None, start: Any = 0) -> Any:
    entries = list(_entries(environment, value, attribute))
    if any(isinstance(each, Sized) for each in (start, *entries)):
        raise TypeError
    return sum(entries, start)


def _entries(environment: Environment, value: Any, attribute: str | int | None) -> Iterable[Any]:
    return value if attribute is None else map(make_attrgetter(environment, attribute), value)
