"""What every element has, read from a canonical tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.language.fields import kind_named
from xuequ.model.elements import Element, Force, Path
from xuequ.model.fields import UNSPECIFIED, Fields, text, texts

#: What a measure or phase hands on to what it contains, key by key, and nothing else.
INHERITED = tuple(field.key for field in kind_named("measure").fields.values() if field.inherited)

Values = Mapping[str, Any]
#: Field → its value and where that stands.
Inheritance = Mapping[str, tuple[Any, DocPath]]
NOT_INHERITED: Inheritance = MappingProxyType({})


class At(NamedTuple):
    """Where the element being read stands; `home` is what bodies are nested in."""

    path: Path
    at: DocPath
    home: Path = ()


class ElementReader:
    """Reads what every element has; the readers of one kind of element build on it."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields

    def element(
        self, key: str, said: Values, at: At, inherited: Inheritance = NOT_INHERITED
    ) -> dict[str, Any]:
        """The keyword arguments every element takes; a value handed on stands in for one not said."""
        clause, clause_at = effective("clause", said, at, inherited)
        force, _ = effective("force", said, at, inherited)
        return {
            "key": key,
            "path": at.path,
            "at": at.at,
            "name": text(said.get("name")) or key,
            "aliases": texts(said.get("aliases")),
            "clause": self.fields.clauses(clause, clause_at),
            "note": text(said.get("note")),
            "unclear": text(said.get("unclear")),
            "ours": said.get("ours") is True,
            "count": self.fields.quantity(said.get("count"), (*at.at, "count")),
            "items": tuple(Element(**self.element(k, v, i)) for k, v, i in section(said, "items", at)),
            "open": said.get("open") is True,
            "force": Force(force) if force in Force._value2member_map_ else Force.MUST,
            "unspecified": unspecified(said),
        }

    def plain(self, said: Values, name: str, at: At) -> tuple[Element, ...]:
        """A section of elements that have nothing of their own."""
        return tuple(Element(**self.element(*found)) for found in section(said, name, at))


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
    return {**inherited, **own} if own else inherited


def effective(field: str, said: Values, at: At, inherited: Inheritance) -> tuple[Any, DocPath]:
    """A field's value and where it stands, its own or the one handed on."""
    if field in said:
        return said[field], (*at.at, field)
    return inherited.get(field, (None, (*at.at, field)))


def unspecified(said: Values) -> frozenset[str]:
    """The fields that somebody looked for and the source does not tell."""
    return frozenset(field for field, value in said.items() if value == UNSPECIFIED)
