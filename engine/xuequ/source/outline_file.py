"""Outline files: written as YAML with one clause a line, and read back.

xuequ: 1
kind: outline
name: 关于……的意见
clauses:
  导语:
  一: 总体要求
  二(一)1: 设置
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.source.document import Document
from xuequ.source.numbering import same_width
from xuequ.source.outline import Clause, Outline

KEYS = ("xuequ", "kind", "name", "clauses")
_PLAIN = re.compile(r"[^\W\d_][\w()（）·“”《》、①-⑳…]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}
_RESERVED = ("true", "false", "null", "unspecified")


def as_yaml(outline: Outline) -> str:
    """The text of an outline file; reading it back gives the same numbers and titles."""
    return "\n".join(_lines(outline)) + "\n"


def _lines(outline: Outline) -> Iterator[str]:
    yield "xuequ: 1"
    yield "kind: outline"
    if outline.title:
        yield f"name: {_scalar(outline.title)}"
    yield "clauses:"
    for clause in outline.clauses:
        yield f"  {_scalar(clause.number)}:{f' {_scalar(clause.title)}' if clause.title else ''}"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def read_outline(document: Document) -> tuple[Outline | None, tuple[Finding, ...]]:
    """The outline a YAML document holds, None where it is no outline."""
    value = document.value
    if not isinstance(value, dict) or not isinstance(value.get("clauses"), dict):
        return None, (finding("SRC201", Place(file=document.file), file=document.file),)
    found: list[Finding] = [
        finding("SRC202", Place(file=document.file, path=(key,), on="key"), key=key)
        for key in value
        if key not in KEYS
    ]
    clauses: dict[str, Clause] = {}
    for key, title in value["clauses"].items():
        number = same_width(str(key))
        if title is not None and not isinstance(title, str | int | float):
            found.append(finding("SRC202", Place(file=document.file, path=("clauses", key)), key=str(key)))
            continue
        clauses.setdefault(number, Clause(number, "" if title is None else str(title), 0))
    name = value.get("name")
    title = name if isinstance(name, str) else ""
    return Outline(document.file, title, tuple(clauses.values())), tuple(found)
