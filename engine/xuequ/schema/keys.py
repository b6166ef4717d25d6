"""Tables of keys: every element, its fields in both languages, what they take and what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from xuequ.schema.forms import Lang, expected
from xuequ.schema.shapes import UNSPECIFIED, alternatives, chinese_key, chinese_words
from xuequ.schema.shipped import Kind, Schema, definitions, merged, schema_of

#: Elements and other mappings in the order a drafter meets them.
ORDER = (
    "locality",
    "issue",
    "calendar",
    "source",
    "conventions",
    "adoption",
    "role",
    "parameter",
    "item",
    "organ",
    "post",
    "group",
    "cluster",
    "member",
    "form",
    "unit",
    "goal",
    "principle",
    "constraint",
    "measure",
    "duty",
    "rhythm",
    "measured",
    "appraisal",
    "criterion",
    "score_line",
    "phase",
    "schedule",
    "mandate",
)


class Row(NamedTuple):
    """One field of one element. `values` are its fixed values: (English, Chinese)."""

    element: str
    key: str
    chinese: str
    form_en: str
    form_zh: str
    description_en: str
    description_zh: str
    values: tuple[tuple[str, str], ...]
    required: bool
    inner: tuple[Row, ...] = ()


def key_table(kind: Kind) -> tuple[Row, ...]:
    """Every field of every element of one kind of file: the file itself first, then its elements in order."""
    whole = schema_of(kind)
    if kind == "roster":
        return tuple(rows(whole["items"], "roster"))
    return (*rows(whole, kind), *(row for name in ORDER for row in rows(definitions()[name], name)))


def rows(schema: Schema, element: str) -> Iterator[Row]:
    """The fields of one subschema."""
    required = schema.get("required", ())
    for key, field in schema.get("properties", {}).items():
        yield _row(element, key, merged(field), field, key in required)


def fixed_values(schema: Schema) -> tuple[tuple[str, str], ...]:
    """The fixed values of a field, English and Chinese, the file's own order kept."""
    found: dict[str, str] = {}
    for part in (*alternatives(schema), *alternatives(schema.get("items", {}))):
        for word, value in chinese_words(part):
            found.setdefault(_plain(value), word)
    return tuple(found.items())


def _row(element: str, key: str, whole: Schema, field: Schema, required: bool) -> Row:
    inner = next((part for part in alternatives(field) if "properties" in part), None)
    owned = inner is not None and not any(inner is each for each in definitions().values())
    return Row(
        element=element,
        key=key,
        chinese=chinese_key(whole),
        form_en=form(whole, "en"),
        form_zh=form(whole, "zh"),
        description_en=whole.get("description", ""),
        description_zh=whole.get("x-description-zh", ""),
        values=fixed_values(field),
        required=required,
        inner=tuple(rows(inner, f"{element}.{key}")) if owned and inner is not None else (),
    )


def form(schema: Schema, lang: Lang) -> str:
    """What a field takes, in words; `unspecified` and parameters, which may always stand, are not said again."""
    return expected({key: value for key, value in schema.items() if key != "x-title-zh"}, lang)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


__all__ = ["ORDER", "UNSPECIFIED", "Row", "fixed_values", "form", "key_table", "rows"]
