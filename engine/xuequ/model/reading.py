"""Elements of a canonical tree as values of the model: each field is read as what the model declares it to be.

The class says the type of a field, and the type how it is read; so a field that the schema and the class both have
needs no code of its own. What holds other elements, and what has a form of its own, is read where it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from xuequ.findings.finding import DocPath
from xuequ.language.fields import Sort, kind_named
from xuequ.language.fields import field as field_of
from xuequ.model.elements import ATTRIBUTES, Appraisal, Element, Force, Part, Path, Work
from xuequ.model.fields import UNSPECIFIED, Fields, frozen, text, texts

#: What a measure or phase hands on to what it contains, key by key, and nothing else.
INHERITED = tuple(field.key for field in kind_named("measure").fields.values() if field.inherited)
_CONDITIONS = tuple(key for key in INHERITED if field_of("measure", key).sort is Sort.CONDITION)

Values = Mapping[str, Any]
#: Field → its value and where that stands.
Inheritance = Mapping[str, tuple[Any, DocPath]]
NOT_INHERITED: Inheritance = MappingProxyType({})

_Element = TypeVar("_Element", bound=Element)
_Read = Callable[[Fields, Any, DocPath], object]

#: How a value is read, by the type that the model declares.
_BY_TYPE: Mapping[str, _Read] = {
    "str": lambda own, value, at: text(value),
    "tuple[str, ...]": lambda own, value, at: texts(value),
    "bool": lambda own, value, at: value is True,
    "bool | None": lambda own, value, at: value if isinstance(value, bool) else None,
    "Mapping[str, object]": lambda own, value, at: frozen(value),
    "Force": lambda own, value, at: Force(value) if value in Force._value2member_map_ else Force.MUST,
    "Ref": Fields.ref,
    "Ref | None": Fields.ref,
    "tuple[Ref, ...]": Fields.refs,
    "tuple[Clause, ...]": Fields.clauses,
    "Quantity | None": Fields.quantity,
    "Per | None": Fields.per,
    "tuple[Amount, ...]": Fields.amounts,
    "tuple[When, ...]": Fields.whens,
    "Date": Fields.date,
    "Day": Fields.day,
}
#: Attributes that no field of the language says.
_DERIVED = frozenset({"key", "adopted", "row"})
_KEYS = {attribute: key for key, attribute in ATTRIBUTES.items()}


class At(NamedTuple):
    """Where the element being read stands; `home` is what bodies are nested in."""

    path: Path
    at: DocPath
    home: Path = ()


class ElementReader:
    """Reads what elements say of themselves; the readers of one kind of element build on it."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields

    def element(
        self,
        cls: type[_Element],
        key: str,
        said: Values,
        at: At,
        inherited: Inheritance = NOT_INHERITED,
        **own: object,
    ) -> _Element:
        """An element of a class; a value handed on stands in for one not said, and `own` is read already."""
        handed = {field: value for field, value in inherited.items() if field not in said}
        said = {**said, **{field: both for field, (both, _) in _joined(said, inherited)}}
        values = self.values(cls, said, at.at, handed)
        open_ = unspecified(said)
        if handed:
            open_ |= {field for field, (value, _) in handed.items() if value == UNSPECIFIED}
            values["origin"] = MappingProxyType({field: there for field, (_, there) in handed.items()})
        if issubclass(cls, Work):
            values["measure"] = at.path[:-1]
        if "items" in said:
            values["items"] = self.plain(said, "items", at)
        values["name"] = values.get("name") or key
        return cls(**{**values, "key": key, "path": at.path, "at": at.at, "unspecified": open_, **own})

    def values(
        self, cls: type, said: Values, at: DocPath, handed: Inheritance = NOT_INHERITED
    ) -> dict[str, Any]:
        """The attributes of a class that need no code of their own, from the fields of a mapping at `at`."""
        known = _readers(cls)
        values: dict[str, Any] = {}
        every = (
            *((field, value, (*at, field)) for field, value in said.items()),
            *((field, value, there) for field, (value, there) in handed.items()),
        )
        for field, value, there in every:
            if field in known and value is not None and value != UNSPECIFIED:
                attribute, read = known[field]
                values[attribute] = read(self.fields, value, there)
        if issubclass(cls, Work):
            parts = {part: values.pop(part.value) for part in Part if part.value in values}
            values["parts"] = MappingProxyType({part: who for part, who in parts.items() if who})
        return values

    def plain(self, said: Values, name: str, at: At) -> tuple[Element, ...]:
        """A section of elements that have nothing of their own."""
        return tuple(self.element(Element, *found) for found in section(said, name, at))


@cache
def _readers(cls: type) -> Mapping[str, tuple[str, _Read]]:
    """For each field of the language that a class reads by its type: the attribute, and how it is read."""
    parts = Part if issubclass(cls, Work) and not issubclass(cls, Appraisal) else ()
    return {
        **{part.value: (part.value, Fields.refs) for part in parts},
        **{
            _KEYS.get(each.name, each.name): (each.name, _BY_TYPE[str(each.type)])
            for each in fields(cls)
            if str(each.type) in _BY_TYPE and each.name not in _DERIVED
        },
    }


def section(said: Values, name: str, at: At) -> Iterator[tuple[str, Values, At]]:
    """The elements of a section: key, fields and place of each."""
    content = said.get(name)
    if isinstance(content, dict):
        for key, value in content.items():
            there = At((*at.path, key), (*at.at, name, key), at.home)
            yield key, value if isinstance(value, dict) else {}, there


def handed_on(said: Values, at: At, inherited: Inheritance) -> Inheritance:
    """What an element passes to what it contains: its own values over those it was handed."""
    own = {f: (said[f], (*at.at, f)) for f in INHERITED if f in said}
    return {**inherited, **own, **dict(_joined(said, inherited))} if own else inherited


def _joined(said: Values, inherited: Inheritance) -> Iterator[tuple[str, tuple[Any, DocPath]]]:
    """Conditions of an element and of what it stands in: both hold, and its own where both name a column."""
    for field in _CONDITIONS:
        outer, at = inherited.get(field, (None, ()))
        if isinstance(outer, dict) and isinstance(said.get(field), dict):
            yield field, ({**outer, **said[field]}, at)


def unspecified(said: Values) -> frozenset[str]:
    """The fields that somebody looked for and the source does not tell."""
    return frozenset(field for field, value in said.items() if value == UNSPECIFIED)
