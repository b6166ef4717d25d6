"""How a scheme looks as YAML: sections and long elements in blocks, short elements on one line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from xuequ.source.scalars import resolved

#: Code points on one line.
WIDTH = 110
_INDENT = "  "
#: What a plain scalar may not begin with, and what it may not hold.
_BEGINS = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s=~]|$")
_BREAKS = re.compile(r":(\s|$)|\s#|[\n\r\t]|\s$")
_FLOW_BREAKS = re.compile(r"[,\[\]{}:]")


class Entry(NamedTuple):
    """One key of a mapping with its value, and the comments and the blank line that go before it."""

    key: str
    value: Value
    comments: tuple[str, ...] = ()
    spaced: bool = False
    trailing: str = ""


class Fields(NamedTuple):
    """A mapping; a `section` holds elements and is never folded into one line with others."""

    entries: tuple[Entry, ...]
    section: bool = False


class Items(NamedTuple):
    """A list."""

    values: tuple[Value, ...]


Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = "Fields | Items | Scalar"


def laid_out(file: Fields, tail: tuple[str, ...] = ()) -> str:
    """The whole text of a file; `tail` are comments after everything else."""
    lines: list[str] = []
    for entry in file.entries:
        lines.extend(_entry(entry, 0, top=True))
    return "\n".join([*lines, *tail]) + "\n"


def on_one_line(value: Value) -> str:
    """A value as it stands after its key, in braces or brackets where it is a mapping or a list."""
    return _flow(value, inside=False)


def _entry(entry: Entry, depth: int, top: bool = False) -> Iterator[str]:
    indent = _INDENT * depth
    if entry.spaced:
        yield ""
    yield from (indent + comment for comment in entry.comments)
    key, after = f"{indent}{scalar(entry.key)}:", f"  {entry.trailing}" if entry.trailing else ""
    line = _line(entry.value, top)
    if line is not None and len(key) + 1 + len(line) <= WIDTH:
        yield f"{key} {line}".rstrip() + after
    elif isinstance(entry.value, Fields):
        yield key + after
        for inner in entry.value.entries:
            yield from _entry(inner, depth + 1)
    elif isinstance(entry.value, Items) and any(isinstance(each, Fields) for each in entry.value.values):
        yield key + after
        yield from _rows(entry.value, depth + 1)
    else:
        yield f"{key} {_flow(entry.value, inside=False)}" + after


def _rows(items: Items, depth: int) -> Iterator[str]:
    """A list of mappings, each after a dash."""
    for value in items.values:
        if not isinstance(value, Fields) or not value.entries:
            yield f"{_INDENT * depth}- {_flow(value, inside=False)}"
            continue
        lines = [line for entry in value.entries for line in _entry(entry, depth + 1)]
        first = next(n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
        at = len(_INDENT) * depth
        lines[first] = f"{_INDENT * depth}- {lines[first][at + len(_INDENT) :]}"
        yield from lines


def _line(value: Value, top: bool) -> str | None:
    """The value on one line, if it is one that may stand there."""
    if isinstance(value, Fields):
        if any(entry.comments or entry.trailing for entry in value.entries):
            return None
        if value.section and (top or len(value.entries) > 1 or not _is_shallow(value)):
            return None
        deep = top and any(isinstance(entry.value, Fields) for entry in value.entries)
        if deep or not all(_is_shallow(entry.value) for entry in value.entries):
            return None
    if isinstance(value, Items) and any(
        isinstance(each, Fields) and len(each.entries) > 3 for each in value.values
    ):
        return None
    return _flow(value, inside=False)


def _is_shallow(value: Value) -> bool:
    """Whether a value reads well inside braces."""
    if isinstance(value, Items):
        return all(not isinstance(each, Fields) for each in value.values)
    if not isinstance(value, Fields):
        return value is not None
    many = value.section and len(value.entries) > 1
    quiet = all(not entry.comments and not entry.trailing for entry in value.entries)
    return quiet and not many and all(_is_flat(entry.value) for entry in value.entries)


def _is_flat(value: Value) -> bool:
    if isinstance(value, Fields):
        return not value.section and all(
            not isinstance(entry.value, Fields | Items) and entry.value is not None for entry in value.entries
        )
    return value is not None


def _flow(value: Value, inside: bool) -> str:
    if isinstance(value, Fields):
        return "{" + ", ".join(f"{scalar(e.key, True)}: {_flow(e.value, True)}" for e in value.entries) + "}"
    if isinstance(value, Items):
        return "[" + ", ".join(_flow(each, True) for each in value.values) + "]"
    return scalar(value, inside)


def scalar(value: Scalar, inside: bool = False) -> str:
    """A scalar as it is written, quoted only where it would otherwise be read differently; `inside` braces."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    plain = not (
        _BEGINS.match(value)
        or _BREAKS.search(value)
        or (inside and _FLOW_BREAKS.search(value))
        or not isinstance(resolved(value), str)
        or value.startswith(("--- ", "..."))
    )
    return value if plain else json.dumps(value, ensure_ascii=False)
