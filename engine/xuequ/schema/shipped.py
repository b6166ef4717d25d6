"""The schemas that come with the package, each with the shared definitions inside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

#: What a file can be. A roster is a table, the others are YAML.
Kind: TypeAlias = Literal["policy", "scheme", "expectations", "outline", "workspace", "profile", "roster"]
KINDS: tuple[Kind, ...] = get_args(Kind)
#: A JSON Schema as plain data.
Schema: TypeAlias = dict[str, Any]

SHARED = "common.schema.json"


@cache
def folder() -> Path:
    """Where the schemas stand: in the installed package, or beside the source root of a checkout."""
    # importlib.resources would do the same and cost a fifth of the time a check may take.
    try:
        spec = find_spec("xuequ.schemas")
    except ModuleNotFoundError:
        spec = None
    if spec is not None and spec.origin is not None:
        return Path(spec.origin).parent
    return Path(__file__).parents[3] / "schemas"


@cache
def definitions() -> Mapping[str, Schema]:
    """What policies and schemes share, by name."""
    shared: Schema = json.loads((folder() / SHARED).read_text(encoding="utf-8"))
    found: Mapping[str, Schema] = shared["$defs"]
    return found


@cache
def schema_of(kind: Kind) -> Schema:
    """The schema of one kind as one self-contained document; not to be changed by the caller."""
    text = (folder() / f"{kind}.schema.json").read_text(encoding="utf-8")
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
