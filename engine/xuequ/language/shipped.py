"""The schemas that come with the package, each with the shared definitions inside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, TypeAlias, get_args

from xuequ.source.shipped import shipped

#: What a file can be. A roster is a table, the others are YAML.
Kind: TypeAlias = Literal["policy", "scheme", "expectations", "outline", "workspace", "profile", "roster"]
KINDS: tuple[Kind, ...] = get_args(Kind)
#: A JSON Schema as plain data.
Schema: TypeAlias = dict[str, Any]

SHARED = "common.schema.json"


@cache
def definitions() -> Mapping[str, Schema]:
    """What policies and schemes share, by name."""
    shared: Schema = json.loads((shipped("schemas") / SHARED).read_text(encoding="utf-8"))
    found: Mapping[str, Schema] = shared["$defs"]
    return found


@cache
def schema_of(kind: Kind) -> Schema:
    """The schema of one kind as one self-contained document; not to be changed by the caller."""
    text = (shipped("schemas") / f"{kind}.schema.json").read_text(encoding="utf-8")
    schema: Schema = json.loads(text.replace(f'"{SHARED}#', '"#'))
    if kind != "roster":
        schema["$defs"] = definitions()
    return schema


def merged(schema: Schema) -> Schema:
    """A subschema with what it refers to; its own words win."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    target = merged(definitions()[reference.rpartition("/")[2]])
    return {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
