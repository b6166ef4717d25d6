"""What a room answers, in files: a scheme, and beneath each question what comes of it.

    A report goes the shortest way.

    -- scheme --
    organs: …
    -- roster --
    code,name,…
    -- path 甲校 局 report --
    甲校 → 局 reports_to 三

Everything before the first section is prose. `scheme`, `old`, `upper`, `roster`, `policies/NAME` and the like are
given; every other section is a question, whose first word names the function that answers it. `pytest --update` writes
what is answered now; read the difference before you keep it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

from schemes import Shelf, composed, roster_of
from xuequ.calendar.windows import Window
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding, Place
from xuequ.language.fields import Field
from xuequ.model.amount.quantity import ONCE, Quantity
from xuequ.model.building import build
from xuequ.model.elements import Element
from xuequ.query.inventory import Thing
from xuequ.resolution import Plan, resolve

_SECTION = re.compile(r"^-- (.+) --$", re.M)
GIVEN = ("times", "scheme", "roster", "old", "old-roster", "upper", "policies/", "schemes/", "outline/")

#: The answer to a question: the plan, the words after the first, and everything that is given.
Answer = Callable[[Plan, list[str], Mapping[str, str]], object]


def asked(file: Path) -> tuple[str, dict[str, str]]:
    """The prose of a file, and its sections in order."""
    prose, *parts = _SECTION.split(file.read_text("utf-8"))
    return prose, dict(zip(parts[::2], (part.lstrip("\n") for part in parts[1::2]), strict=True))


def answered(file: Path, answers: Mapping[str, Answer]) -> str:
    """The whole file as it should be: what is given, and each question with its answer."""
    prose, sections = asked(file)
    given = {name: text for name, text in sections.items() if name.startswith(GIVEN)}
    whole = plan_of(given)
    out = [prose]
    for name, text in sections.items():
        if name not in given:
            first, *rest = name.split(" ")
            text = "".join(f"{line}\n" for line in told(answers[first](whole, rest, given)))
        out.append(f"-- {name} --\n{text}")
    return "".join(out)


def plan_of(given: Mapping[str, str], scheme: str = "scheme", roster: str = "roster") -> Plan:
    """The plan of a given scheme, also where something is found in it."""
    policies = {k.removeprefix("policies/"): v for k, v in given.items() if k.startswith("policies/")}
    schemes = {k.removeprefix("schemes/"): v for k, v in given.items() if k.startswith("schemes/")}
    whole = composed(given[scheme], Shelf(policies, schemes))
    rows = given.get(roster)
    return resolve(build(whole).scheme, whole, roster_of(rows) if rows else None)


def told(value: object, depth: int = 0) -> Iterator[str]:
    """A value in lines: what is plain on one line, what holds others with each of them further in."""
    indent = "  " * depth
    if isinstance(value, Mapping):
        value = [(key, inner) for key, inner in value.items()]
    lines = isinstance(value, list | tuple) and all(isinstance(each, str) for each in value) and not depth
    if _is_flat(value) and not lines:
        yield f"{indent}{said(value)}".rstrip()
    elif isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        for each in value:
            yield from told(each, depth)
    else:
        parts = list(_parts(value))
        yield f"{indent}{' '.join(f'{k}={said(v)}' for k, v in parts if _is_flat(v))}".rstrip()
        for name, inner in parts:
            if not _is_flat(inner):
                yield f"{indent}  {name}:"
                yield from told(inner, depth + 2)


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    names = value._fields if hasattr(value, "_fields") else [each.name for each in fields(value) if each.repr]
    for name in names:
        inner = getattr(value, name)
        if isinstance(inner, Plan) or (not isinstance(inner, bool | int) and not inner) or inner is False:
            continue
        yield name, inner


def _is_flat(value: object) -> bool:
    """Whether a value is told in one line."""
    if isinstance(
        value, Field | Place | Thing | Element | Finding | Enum | str | date | Fraction | int | float | None
    ):
        return True
    if hasattr(value, "_fields") or is_dataclass(value):
        return all(_is_flat(inner) for _, inner in _parts(value))
    if isinstance(value, list | tuple | frozenset | set):
        return all(
            isinstance(
                each, Field | Window | Thing | Element | Enum | str | date | Fraction | int | float | None
            )
            for each in value
        )
    return False


def said(value: object) -> str:
    """A plain value as text."""
    if isinstance(value, Thing):
        return f"{value.kind}:<{'/'.join(value.path)}>"
    if isinstance(value, Finding):
        others = "".join(f" {each.label}={said(each.place)}" for each in value.related)
        milder = (
            "" if value.level is finding(value.code, value.primary, **value.args).level else f" {value.level}"
        )
        return f"{value.code}{milder} {said(value.primary)} {_facts(value)}".rstrip() + others
    if isinstance(value, Field):
        return value.key
    if isinstance(value, Place):
        return f"{value.file}:{'/'.join(map(str, value.path))}{'' if value.on == 'value' else f' {value.on}'}"
    if isinstance(value, Said):
        return value.zh if value.zh == value.en else f"{value.zh}|{value.en}"
    if isinstance(value, Window):
        more = [(k, v) for k, v in _parts(value) if k not in ("first", "last") and v != ONCE]
        return f"{value.first}..{value.last}{''.join(f' {k}={said(v)}' for k, v in more)}"
    if isinstance(value, Quantity):
        return value.text
    if isinstance(value, Element):
        return f"<{'/'.join(value.path)}>"
    if isinstance(value, Enum):
        return str(value.value)
    if hasattr(value, "_fields") or is_dataclass(value):
        return f"({' '.join(f'{name}={said(inner)}' for name, inner in _parts(value))})"
    if isinstance(value, frozenset | set):
        return "{" + ", ".join(sorted(map(said, value))) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(said, value)) + "]"
    return str(value)


def _facts(found: Finding) -> str:
    return " ".join(f"{name}={said(fact)}" for name, fact in sorted(found.args.items()))
