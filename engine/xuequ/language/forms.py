"""How values look to a drafter: what a place takes, and what stands there instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from xuequ.language.shipped import Schema

Lang: TypeAlias = Literal["zh", "en"]

_KINDS: Mapping[str, Mapping[Lang, str]] = {
    "string": {"zh": "文字", "en": "text"},
    "integer": {"zh": "整数", "en": "a whole number"},
    "number": {"zh": "数", "en": "a number"},
    "boolean": {"zh": "是或否", "en": "true or false"},
    "array": {"zh": "列表", "en": "a list"},
    "object": {"zh": "各字段（键: 值）", "en": "fields (`key: value`)"},
    "null": {"zh": "空", "en": "nothing"},
}
_ELEMENT = {"zh": "要素（写名称，或写各字段）", "en": "an element (its name, or its fields)"}
_SECTION = {"zh": "若干要素（键: 内容，或名称的列表）", "en": "elements (`key: …`, or a list of names)"}
_OR = {"zh": "或", "en": " or "}


def expected(schema: Schema, lang: Lang) -> str:
    """What the subschema takes, in words."""
    kinds = schema.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else list(kinds)
    if "x-element-map" in schema or "propertyNames" in schema:
        return _SECTION[lang]
    if "object" in kinds and "null" in kinds:
        return _ELEMENT[lang]
    if "pattern" in schema and "string" in kinds and len(kinds) > 1:
        kinds.remove("string")
    if schema.get("x-text"):
        kinds = [kind for kind in kinds if kind not in ("integer", "number")]
    if "boolean" in kinds and "string" in kinds:
        kinds.remove("string")
    return _OR[lang].join(_KINDS[kind][lang] for kind in kinds)


def got(value: object, lang: Lang) -> str:
    """What kind of value stands there, in words."""
    return _KINDS[_kind(value)][lang]


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return "object" if isinstance(value, dict) else "array" if isinstance(value, list) else "string"
