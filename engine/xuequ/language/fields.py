"""What the language has: each kind of element, its fields, and what everybody needs to know of each field.

The schemas say it once; this module reads it once, kind by kind when somebody asks, and nobody else reads the JSON for
these facts. `kind_named("duty").fields["inform"]` is a `Field`; mappings such as `measured` or the `size` of a
cluster are kinds, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from xuequ.language.forms import Lang
from xuequ.language.shapes import alternatives, chinese_key, chinese_words
from xuequ.language.shipped import Schema, definitions, merged, schema_of


class Sort(StrEnum):
    """What kind of value a field takes."""

    ACTOR = "actor"
    """Names of those who act: bodies, posts, groups, clusters, roles."""
    TARGET = "target"
    """Names of other declared things: those in `Field.refs`."""
    CLAUSE = "clause"
    OUTPUT = "output"
    """Names of things to be produced; they are declared by being named."""
    COLUMN = "column"
    CONDITION = "condition"
    DIMENSION = "dimension"
    TIME = "time"
    DATE = "date"
    QUANTITY = "quantity"
    AMOUNT = "amount"
    FLAG = "flag"
    CHOICE = "choice"
    TEXT = "text"
    KEYED = "keyed"
    """A mapping under keys that name something: `Field.key_refs`."""
    FIELDS = "fields"
    """A mapping whose own fields are those of `kind_named(Field.holds)`."""
    ELEMENTS = "elements"
    """Elements of the kind `Field.holds`, each under its key."""
    ROWS = "rows"
    """Elements of the kind `Field.holds` in a list, without keys."""


class Bears(StrEnum):
    """What a field has to do with the meaning of its element."""

    MEANING = "meaning"
    PRINT = "print"
    """It prints and changes nothing of what is asked of anybody."""
    NOTHING = "nothing"


class Field(NamedTuple):
    """One field of an element or mapping; its place in the order of `fmt` is its place in `ElementKind.fields`."""

    key: str
    zh: str
    en: str
    sort: Sort
    refs: tuple[str, ...]
    """What a name in it may name; `any` and `path` are any element, `dimension` is a word and no element."""
    key_refs: tuple[str, ...]
    """What the keys of its mapping name."""
    under_keys: Field | None
    """What stands under the drafter's own keys, where there may be any."""
    inherited: bool
    bears: Bears
    holds: str
    """The kind of its elements or of its mapping; empty where it has none."""
    words: Mapping[str, str]
    """Fixed values and their Chinese; others may stand there unless it is `closed`."""
    closed: bool
    schema: Schema

    @property
    def names_actors(self) -> bool:
        """Whether somebody who acts may be named in it, and so a role of a policy."""
        return not _ACTING.isdisjoint(self.refs)


class ElementKind(NamedTuple):
    """A kind of element or mapping, or a whole file (`scheme`, `policy`)."""

    key: str
    zh: str
    en: str
    fields: Mapping[str, Field]
    required: frozenset[str]
    others: Field | None
    """The field that stands for keys of the drafter's own, where there may be any."""
    others_before: str
    """The field before which `fmt` writes those; empty for last."""
    sections: Mapping[str, str]
    """The fields that hold elements, each with the kind of its elements."""


#: What names those who act; `any` may.
_ACTING = frozenset({"actor", "cluster", "member", "any"})
_SECTIONS = frozenset({Sort.ELEMENTS, Sort.ROWS})
#: A row of a schedule is listed and has no key, but is an element.
_ROW = "row"


@cache
def kind_named(name: str) -> ElementKind:
    """A kind of element (`duty`), a mapping (`measured`, `size`) or a file (`scheme`, `policy`)."""
    schema = _schema(name)
    required = frozenset(schema.get("required", ()))
    title = schema.get("title", "")
    fields = {key: _field(key, field) for key, field in schema.get("properties", {}).items()}
    return ElementKind(
        key=name,
        zh=schema.get("x-title-zh") or chinese_key(schema) or title,
        en=title,
        fields=fields,
        required=required,
        others=_others(schema),
        others_before=schema.get("x-others-before", ""),
        sections={key: field.holds for key, field in fields.items() if field.sort in _SECTIONS},
    )


@cache
def elements() -> tuple[str, ...]:
    """The kinds of everything that can be declared in a scheme or policy, the outer before the inner."""
    found: dict[str, None] = {}
    waiting = ["scheme", "policy"]
    while waiting:
        for held in kind_named(waiting.pop(0)).sections.values():
            if held not in found:
                found[held] = None
                waiting.append(held)
    return tuple(found)


def field(of: str, key: str) -> Field:
    """One field of a kind; KeyError where the kind has none of that key."""
    return kind_named(of).fields[key]


def word(key: str, lang: Lang = "zh", of: str = "") -> str:
    """What a field is called; `of` is its kind, needed where kinds call one key differently (`members`)."""
    found = kind_named(of).fields[key] if of else _by_key()[key]
    return found.zh if lang == "zh" else found.en


def value_word(of: str, key: str, value: object, lang: Lang = "zh") -> str:
    """What a fixed value of a field is called; any other value is called as it stands."""
    plain = _plain(value)
    return kind_named(of).fields[key].words.get(plain, plain) if lang == "zh" else plain.replace("_", " ")


@cache
def built_in_actors() -> Mapping[str, str]:
    """Actors that exist without being declared, with their Chinese names."""
    said: Mapping[str, str] = definitions()["actors"]["x-zh"]
    return said


@cache
def column_words() -> frozenset[str]:
    """What the columns that every roster may have are called, in both languages."""
    said: Mapping[str, str] = definitions()["column_word"]["x-zh"]
    return frozenset({*said, *said.values()})


@cache
def _by_key() -> Mapping[str, Field]:
    """Every key, as the first kind that has it calls it."""
    found: dict[str, Field] = {}
    for name in _every():
        for key, each in kind_named(name).fields.items():
            found.setdefault(key, each)
    return found


def _every() -> Iterator[str]:
    """Files, then elements, then mappings."""
    names = ["scheme", "policy", *elements()]
    seen = set(names)
    for name in names:
        yield name
        for each in kind_named(name).fields.values():
            if each.holds and each.holds not in seen:
                seen.add(each.holds)
                names.append(each.holds)


def _schema(name: str) -> Schema:
    if name in ("scheme", "policy"):
        return schema_of(name)
    known = definitions()
    return known[name] if name in known else _mapping(known[f"{name}_field"]) or {}


@cache
def _shared(definition: str, key: str) -> Field:
    """A field that several kinds share."""
    return _read(key, definitions()[definition])


def _field(key: str, schema: Schema) -> Field:
    shared = schema["$ref"].rpartition("/")[2] if len(schema) == 1 and "$ref" in schema else ""
    return _shared(shared, key) if shared else _read(key, schema)


def _others(schema: Schema) -> Field | None:
    """What stands under keys that the schema leaves to the drafter."""
    others = schema.get("additionalProperties")
    return _field("", others) if isinstance(others, dict) else None


def _read(key: str, schema: Schema) -> Field:
    whole = merged(schema)
    parts = tuple(_parts(schema))
    words: dict[str, str] = {}
    for part in parts:
        for said, value in chinese_words(part):
            words.setdefault(_plain(value), said)
    closed = any("enum" in part for part in parts)
    held = _held(key, whole, schema)
    return Field(
        key=key,
        zh=chinese_key(whole),
        en=whole.get("title", ""),
        sort=_sort(whole, held, closed),
        refs=_texts(whole.get("x-ref", ())),
        key_refs=_texts(whole.get("x-key-ref", ())),
        under_keys=_others(whole) if "x-element-map" not in whole else None,
        inherited=whole.get("x-inherited", False),
        bears=Bears(whole.get("x-bears", Bears.MEANING)),
        holds=held,
        words=words,
        closed=closed,
        schema=whole,
    )


def _sort(schema: Schema, held: str, closed: bool) -> Sort:
    if "x-element-map" in schema:
        return Sort.ELEMENTS
    if held == _ROW:
        return Sort.ROWS
    if "x-kind" in schema:
        return Sort(schema["x-kind"])
    if "x-ref" in schema:
        return Sort.ACTOR if "actor" in schema["x-ref"] else Sort.TARGET
    if held:
        return Sort.FIELDS
    return Sort.CHOICE if closed else Sort.KEYED if "x-key-ref" in schema else Sort.TEXT


def _held(key: str, whole: Schema, schema: Schema) -> str:
    """The kind of the elements or of the mapping that a field holds."""
    if "x-element-map" in whole:
        return str(whole["x-element-map"])
    inner = _mapping(schema)
    if inner is None:
        return ""
    name = next((name for name, known in definitions().items() if known is inner), key)
    return name.removesuffix("_field")


def _mapping(schema: Schema) -> Schema | None:
    """The subschema with fields of its own, of a value that stands alone or in a list."""
    return next((part for part in _parts(schema) if "properties" in part), None)


def _parts(schema: Schema) -> Iterator[Schema]:
    """A field's subschemas for a value that stands alone or in a list."""
    for part in alternatives(schema):
        yield part
        yield from alternatives(part.get("items", {}))


def _texts(said: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
