"""Schemas for an editor: one self-contained document, its keys, values and descriptions in one language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from xuequ.findings.catalogue import entry
from xuequ.language.canonical import MERGE
from xuequ.language.forms import Lang
from xuequ.language.shapes import UNSPECIFIED, UNSPECIFIED_ZH, chinese_key, chinese_words
from xuequ.language.shipped import Kind, Schema, merged, schema_of

#: Keywords with one subschema; a boolean may stand there too.
_ONE = ("additionalProperties", "items", "propertyNames", "if", "then", "else")
#: The definition of keys that need only not be a merge key.
_NO_MERGE = "no_merge_key"
_LETTERS = re.compile("[A-Za-z]")


def editor_schema(kind: Kind, keys: Lang = "en") -> Schema:
    """The schema of a kind as an editor wants it: self-contained, with descriptions in the language of its keys.

    With Chinese keys it knows only those, so that completion offers nothing else; an editor may then underline
    English keys, which `check` accepts.
    """
    whole = schema_of(kind)
    turned = _turned(whole, keys)
    used = dict.fromkeys(_reached(whole, whole.get("$defs", {})))
    if used:
        turned["$defs"] = {name: _turned(whole["$defs"][name], keys) for name in sorted(used)}
    turned.setdefault("$defs", {})[_NO_MERGE] = _no_merge("", keys)
    if "key" in turned["$defs"]:
        turned["$defs"]["key"] |= _no_merge(turned["$defs"]["key"]["pattern"], keys)
    return turned


def _no_merge(pattern: str, lang: Lang) -> Schema:
    """Names as of a pattern, but for YAML's merge key: an editor would merge where `check` refuses."""
    texts = entry("SCH116")
    said = texts.zh if lang == "zh" else texts.en
    return {"pattern": f"^(?!{MERGE}$){pattern.removeprefix('^')}", "patternErrorMessage": said.message}


def _turned(schema: Schema, lang: Lang) -> Schema:
    """A subschema in one language, without what only this room reads."""
    turned = {key: _inner(key, value, lang) for key, value in schema.items() if not _is_ours(key)}
    if turned.keys() & {"properties", "additionalProperties"}:
        turned.setdefault("propertyNames", {"$ref": f"#/$defs/{_NO_MERGE}"})
    return _chinese(turned, schema) if lang == "zh" else turned


def _is_ours(key: str) -> bool:
    return key.startswith("x-") or key == "$defs"


def _inner(key: str, value: Any, lang: Lang) -> Any:
    if key == "properties":
        return {_key(name, field, lang): _turned(field, lang) for name, field in value.items()}
    if key in _ONE and isinstance(value, dict):
        return _turned(value, lang)
    return value


def _key(name: str, field: Schema, lang: Lang) -> str:
    return (chinese_key(merged(field)) or name) if lang == "zh" else name


def _chinese(turned: Schema, schema: Schema) -> Schema:
    """What a subschema says beside its subschemas, in Chinese."""
    if "title" in turned:
        turned["title"] = schema.get("x-title-zh") or chinese_key(merged(schema)) or turned["title"]
    if "description" in turned:
        turned["description"] = schema.get("x-description-zh", turned["description"])
    if "examples" in turned:
        turned["examples"] = [each for each in turned["examples"] if _is_chinese(each)]
        if not turned["examples"]:
            del turned["examples"]
    if "required" in turned:
        fields = schema["properties"]
        turned["required"] = [_key(name, fields[name], "zh") for name in turned["required"]]
    if "pattern" in turned:
        turned["pattern"] = turned["pattern"].replace(UNSPECIFIED, UNSPECIFIED_ZH)
    return _with_words(turned, schema)


def _is_chinese(example: object) -> bool:
    return not _LETTERS.search(json.dumps(example, ensure_ascii=False))


def _with_words(turned: Schema, schema: Schema) -> Schema:
    """Fixed values in Chinese; true and false stay beside theirs. Where others may stand too, as examples."""
    words: dict[object, str] = {}
    for word, value in chinese_words(schema):
        words.setdefault(value, word)
    holder = turned.get("else", turned)
    if words and "enum" in holder:
        known = [words.get(value, value) for value in holder["enum"]]
        booleans = [value for value in holder["enum"] if isinstance(value, bool)]
        holder["enum"] = [UNSPECIFIED_ZH if value == UNSPECIFIED else value for value in known] + booleans
        if booleans:
            turned["type"] = ["boolean", "string"]
    elif words:
        turned["examples"] = list(words.values())
    return turned


def _reached(schema: object, definitions: Schema) -> Iterator[str]:
    """The definitions a schema needs, directly or through others."""
    waiting, seen = [schema], set[str]()
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        if isinstance(value, dict):
            name = str(value.get("$ref", "")).rpartition("/")[2]
            if name in definitions and name not in seen:
                seen.add(name)
                waiting.append(definitions[name])
                yield name
            waiting.extend(inner for key, inner in value.items() if key != "$defs")
