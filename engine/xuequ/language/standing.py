"""Which element of a file a path stands in."""

from __future__ import annotations

from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.language.fields import Sort, kind_named
from xuequ.source.document import value_at

_FILES = ("scheme", "policy")


class Standing(NamedTuple):
    """An element: its path in the file, and its kind; empty for the file itself."""

    path: DocPath
    kind: str


def element_at(at: DocPath) -> Standing:
    """The innermost element around what stands at a canonical path of a scheme or policy."""
    found, kind, held = Standing((), ""), "", ""
    for number, step in enumerate(at, 1):
        if held:
            found, kind, held = Standing(at[:number], held), held, ""
            continue
        inside = [kind_named(kind)] if kind else [kind_named(file) for file in _FILES]
        field = next((known for each in inside if (known := each.fields.get(str(step)))), None)
        if field is None or field.sort not in (Sort.ELEMENTS, Sort.ROWS):
            break
        held = field.holds
    return found


def element_path(at: DocPath) -> DocPath:
    """The path of that element."""
    return element_at(at).path


def name_at(tree: object, at: DocPath) -> str:
    """What the element at a path is called: its name, else its key."""
    value = value_at(tree, at)
    name = value.get("name") if isinstance(value, dict) else None
    return name if isinstance(name, str) else str(at[-1]) if at else ""
