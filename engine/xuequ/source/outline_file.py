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

from xuequ.source.document import Document
from xuequ.source.numbering import clause_key
from xuequ.source.outline import Clause, Outline

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


def outline_in(document: Document) -> Outline:
    """The outline a canonical document of that kind holds; how a number is written does not tell clauses apart."""
    value = document.value if isinstance(document.value, dict) else {}
    listed = value.get("clauses")
    clauses: dict[str, Clause] = {}
    for key, title in listed.items() if isinstance(listed, dict) else ():
        number = clause_key(str(key))
        clauses.setdefault(number, Clause(number, "" if title is None else str(title), 0))
    return Outline(document.file, str(value.get("name") or ""), tuple(clauses.values()))
