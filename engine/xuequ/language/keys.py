"""Tables of keys: every element, its fields in both languages, what they take and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xuequ.language.forms import Lang, expected
from xuequ.language.shapes import alternatives, chinese_key, chinese_words
from xuequ.language.shipped import Kind, Schema, definitions, merged, schema_of

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


#: Mappings whose fields are said elsewhere: under their own name, in the roster's columns, by every element.
_ELSEWHERE = (*ORDER, "row", "condition", "overridden")
_OR = {"zh": "或", "en": " or "}
_OR_LIST = {"zh": "，可列多个", "en": ", or a list"}
#: What a value marked `x-ref` names, in words.
_SORTS: Mapping[str, Mapping[Lang, str]] = {
    "actor": {"zh": "主体", "en": "an actor"},
    "goal": {"zh": "目标", "en": "a goal"},
    "principle": {"zh": "原则", "en": "principle"},
    "item": {"zh": "内容项", "en": "item"},
    "duty": {"zh": "职责", "en": "a duty"},
    "measure": {"zh": "举措", "en": "measure"},
    "output": {"zh": "成果", "en": "an output"},
    "source": {"zh": "来源文件", "en": "a source"},
    "appraisal": {"zh": "考核", "en": "an appraisal"},
    "phase": {"zh": "阶段", "en": "a phase"},
    "form": {"zh": "模式", "en": "a form"},
    "member": {"zh": "成员角色", "en": "a role of members"},
    "cluster": {"zh": "学区类型", "en": "a cluster type"},
    "policy": {"zh": "政策模块", "en": "a policy"},
    "path": {"zh": "模块中的要素", "en": "an element of the policy"},
    "any": {"zh": "要素", "en": "an element"},
}


class KeyRow(NamedTuple):
    """One field of one element.

    `values` are its fixed values, (English, Chinese); `closed` says that nothing else may stand there. `inner`
    are the fields of a mapping that has no name of its own.
    """

    element: str
    key: str
    chinese: str
    form_en: str
    form_zh: str
    description_en: str
    description_zh: str
    values: tuple[tuple[str, str], ...]
    closed: bool
    required: bool
    inner: tuple[KeyRow, ...] = ()


def key_table(kind: Kind) -> tuple[KeyRow, ...]:
    """Every field of every element of one kind of file: the file itself first, then its elements in order."""
    whole = schema_of(kind)
    if kind == "roster":
        return tuple(rows(whole["items"], "roster"))
    return (*rows(whole, kind), *(row for name in ORDER for row in rows(definitions()[name], name)))


def rows(schema: Schema, element: str) -> Iterator[KeyRow]:
    """The fields of one subschema."""
    required = schema.get("required", ())
    for key, field in schema.get("properties", {}).items():
        yield _row(element, key, merged(field), field, key in required)


def fixed_values(schema: Schema) -> tuple[tuple[str, str], ...]:
    """The fixed values of a field, English and Chinese, the file's own order kept."""
    found: dict[str, str] = {}
    for part in _parts(schema):
        for word, value in chinese_words(part):
            found.setdefault(_plain(value), word)
    return tuple(found.items())


def _row(element: str, key: str, whole: Schema, field: Schema, required: bool) -> KeyRow:
    inner = next((part for part in alternatives(field) if "properties" in part), None)
    shown = inner is not None and not any(inner is definitions()[name] for name in _ELSEWHERE)
    return KeyRow(
        element=element,
        key=key,
        chinese=chinese_key(whole),
        form_en=form(whole, "en"),
        form_zh=form(whole, "zh"),
        description_en=whole.get("description", ""),
        description_zh=whole.get("x-description-zh", ""),
        values=fixed_values(field),
        closed=any("enum" in part for part in _parts(field)),
        required=required,
        inner=tuple(rows(inner, f"{element}.{key}")) if shown and inner is not None else (),
    )


def form(schema: Schema, lang: Lang) -> str:
    """What a field takes, in words: what a reference names, else the form of its value."""
    said = schema.get("x-ref", ())
    sorts = (said,) if isinstance(said, str) else tuple(said)
    kinds = schema.get("type", ())
    if not sorts or "object" in kinds or any(sort not in _SORTS for sort in sorts):
        return expected(schema, lang)
    names = _OR[lang].join(_SORTS[sort][lang] for sort in sorts)
    return names + (_OR_LIST[lang] if "array" in kinds else "")


def _parts(schema: Schema) -> Iterator[Schema]:
    """A field's subschemas for a value that stands alone or in a list."""
    for part in alternatives(schema):
        yield part
        yield from alternatives(part.get("items", {}))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


__all__ = ["ORDER", "KeyRow", "fixed_values", "form", "key_table", "rows"]
