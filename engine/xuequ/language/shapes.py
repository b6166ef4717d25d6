"""Shapes: what the schemas say about keys, fixed values and shorthands, made ready to be walked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from xuequ.language.shipped import Kind, Schema, definitions, merged, schema_of

#: May stand for any value.
UNSPECIFIED = "unspecified"
UNSPECIFIED_ZH = "待定"
_BOOLEANS = {"true": True, "false": False}


class Shape:
    """What may stand at one place of a file; built once and never changed after.

    `fields` knows each field by its English and its Chinese key and leads to the English one; `others` is the
    shape of values under keys that the schema leaves to the drafter. `elements` is set where the value is a
    section of named elements, `items` where the elements of a list differ from a value that stands alone.
    `words` turns fixed Chinese values into what the schema calls them. `text` is true where a number is text
    that looks like one.
    """

    __slots__ = ("elements", "fields", "items", "others", "schema", "text", "words")

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.fields: dict[str, tuple[str, Shape]] = {}
        self.others: Shape | None = None
        self.elements: Shape | None = None
        self.items: Shape | None = None
        self.words: dict[str, object] = {UNSPECIFIED_ZH: UNSPECIFIED}
        self.text = False

    @property
    def chinese(self) -> Mapping[str, str]:
        """English key → Chinese key, in the order of the schema."""
        return {
            key: chinese_key(child.schema) for key, (english, child) in self.fields.items() if key == english
        }


@cache
def shape_of(kind: Kind) -> Shape:
    """The shape of a whole file of one kind."""
    return _shape(schema_of(kind))


@cache
def element_shape(kind: str) -> Shape:
    """The shape of one kind of element, such as `duty`."""
    return _shape(definitions()[kind])


def chinese_key(schema: Schema) -> str:
    """The Chinese key of a field; the first where it has several."""
    said = schema.get("x-zh")
    return said if isinstance(said, str) else said[0] if isinstance(said, list) else ""


def chinese_keys(schema: Schema) -> tuple[str, ...]:
    """Every Chinese key of a field."""
    said = schema.get("x-zh")
    return (said,) if isinstance(said, str) else tuple(said) if isinstance(said, list) else ()


def chinese_words(schema: Schema) -> Iterator[tuple[str, object]]:
    """The fixed values of a subschema: Chinese word and value, the word that is written first coming first."""
    said = schema.get("x-zh")
    if isinstance(said, dict) and not schema.get("x-keep"):
        for value, word in said.items():
            for each in [word] if isinstance(word, str) else word:
                yield each, _BOOLEANS.get(value, value)


def alternatives(schema: Schema) -> Iterator[Schema]:
    """A subschema, what it refers to, and what holds under a condition on the value's own type."""
    yield schema
    if "$ref" in schema:
        yield from alternatives(definitions()[schema["$ref"].rpartition("/")[2]])
    for key in ("then", "else"):
        if key in schema:
            yield from alternatives(schema[key])


#: By identity of the subschema: the schemas are read once and kept.
_KNOWN: dict[int, Shape] = {}


def _shape(schema: Schema) -> Shape:
    """The shape of a subschema; one that only refers to a definition shares the definition's shape."""
    if "$ref" in schema and len(schema) == 1:
        return _shape(definitions()[schema["$ref"].rpartition("/")[2]])
    if id(schema) not in _KNOWN:
        # Known before it is filled: elements contain elements of their own kind.
        _KNOWN[id(schema)] = Shape(merged(schema))
        _filled(_KNOWN[id(schema)], schema)
    return _KNOWN[id(schema)]


def _filled(shape: Shape, schema: Schema) -> None:
    for part in alternatives(schema):
        for word, value in chinese_words(part):
            shape.words.setdefault(word, value)
        shape.text = shape.text or part.get("x-text") is True
        for key, child in part.get("properties", {}).items():
            _add_field(shape, key, _shape(child))
        others = part.get("additionalProperties")
        if isinstance(others, dict) and shape.others is None:
            shape.others = _shape(others)
        if "items" in part and shape.items is None:
            shape.items = _shape(part["items"])
    if "x-element-map" in shape.schema:
        shape.elements = shape.others
    elif shape.items is not None:
        shape.items.text = shape.items.text or shape.text


def _add_field(shape: Shape, key: str, child: Shape) -> None:
    shape.fields.setdefault(key, (key, child))
    for chinese in chinese_keys(child.schema):
        shape.fields.setdefault(chinese, (key, child))
