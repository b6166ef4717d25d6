"""The same scheme written otherwise: fields in another order, and ids that can be renamed."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from typing import Any

import localities
from xuequ.compose.index import index, sections_of
from xuequ.compose.names import BUILT_IN


def shuffled(value: Any, kind: str, chance: random.Random) -> Any:
    """A copy with the fields of every element in another order; elements of a section stay in theirs."""
    if isinstance(value, list):
        return [shuffled(v, kind, chance) for v in value]
    if not isinstance(value, dict):
        return value
    inner = {} if kind == "value" else sections_of(kind)
    fields = list(value.items())
    chance.shuffle(fields)
    out: dict[str, Any] = {}
    for key, content in fields:
        if key == "override":
            out[key] = content  # what it changes is an element or a section, and only its path tells which
        elif key in inner and isinstance(content, dict):
            out[key] = {k: shuffled(v, inner[key], chance) for k, v in content.items()}
        else:
            out[key] = shuffled(content, inner.get(key, "value"), chance)
    return out


def ids(tree: Mapping[str, Any]) -> set[str]:
    """Every key of an element that is a word of its own and has a name to print."""
    elements = index(tree).found
    words = {f.path[-1] for f in elements if "name" in f.element and f.path[-1].isidentifier()}
    taken = set(localities.roster("ziyun").columns) | fields()
    return {w for w in words if w.isascii() and w not in taken}


def fields() -> set[str]:
    """Words that mean something to the language, or stand in prose."""
    words: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            words.update(value)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            words.update(v for v in value if isinstance(v, str))
            for inner in value:
                walk(inner)

    for path in (localities.ROOT / "schemas").glob("*.json"):
        walk(json.loads(path.read_text("utf-8")))
    return words | BUILT_IN | {"unspecified"}
