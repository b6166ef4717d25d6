"""Findings: what a check says about a drafter's file. They are values, never exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, NamedTuple

from xuequ.findings.record import record

#: Keys and list indices from the top of one file, in the canonical (English, shorthand-free) form.
DocPath = tuple[str | int, ...]

NOTHING: Mapping[str, object] = MappingProxyType({})


class Level(StrEnum):
    """How bad a finding is; every code has a default that settings may change."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Position(NamedTuple):
    """A point in a text: line and column from 1, the column in code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of text; `end` is the position just after its last character."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a file: a path into its data, or a span where there is no data to point into."""

    file: str
    path: DocPath = ()
    on: Literal["key", "value"] = "value"
    span: Span | None = None
    line: str = ""
    """The text of the line where `span` begins, if the file gave no document to look it up in."""


@record
class Related:
    """A second place that a finding is about, with a label from the catalogue."""

    place: Place
    label: str


@record
class Sharer:
    """One of several elements that share a finding: what it is called, its key, and where the finding shows in it.

    Whoever mends, allows or knows one of them leaves the others to the finding.
    """

    name: str
    place: Place
    at: Place
    label: str = ""
    """What the place `at` is called where it stands beside the finding's own; from the catalogue."""


@record
class Replacement:
    """A stretch of a file's text and what to write instead of it."""

    span: Span
    text: str


@record
class Fix:
    """What would put a finding right without deciding anything for the drafter.

    Replacements do not overlap; none means that the file only has to be saved anew, as UTF-8.
    """

    replacements: tuple[Replacement, ...] = ()


@record
class Finding:
    """One problem: a catalogue code, the facts its message needs, and where it stands.

    Where several elements share it, `members` has them; what they are called and how many they are, the facts `names`
    and `count`, come from there.
    """

    code: str
    level: Level
    args: Mapping[str, object] = field(default_factory=lambda: NOTHING)
    primary: Place
    related: tuple[Related, ...] = ()
    members: tuple[Sharer, ...] = ()
    fix: Fix | None = None
