"""The catalogue: every code with its level and its Chinese and English texts, and the words that findings use.

A file a family, read when somebody asks for one of its codes. A text is a `str.format` template over the finding's
`args`. The files are data: `slug`, `level`, `zh` and `en` with `message`, `help` and `label`; `fix`, which says
what was done about it; `group`, what it costs, where that is not what most of its family cost (`groups.json`); and
`within`, which finding about the same element says it as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding, Level, Place, Related, Sharer
from xuequ.findings.members import beside, facts_of

FAMILIES = (
    "yml",
    "sch",
    "ref",
    "com",
    "ros",
    "res",
    "goa",
    "tim",
    "amt",
    "con",
    "src",
    "doc",
    "exp",
    "set",
    "int",
)


class Text(NamedTuple):
    """What a finding says in one language: `message` is one line, `help` what to do, `label` goes under the caret."""

    message: str
    help: str = ""
    label: str = ""


class Within(NamedTuple):
    """The code of the finding that takes another one in, and the word it then says among what is missing, if any."""

    code: str
    word: str = ""


class Entry(NamedTuple):
    """One code of the catalogue; `slug` is its readable name, e.g. `duty-without-lead`."""

    code: str
    slug: str
    level: Level
    zh: Text
    en: Text
    group: str = "hint"
    """What it costs: a key of `groups()`."""
    fix: Said | None = None
    """What was done about it, in a few words; a template over its args and `to`, what stands there now."""
    within: Mapping[str, Within] = MappingProxyType({})
    """By kind of element: the finding about the same element that says this one as well, where there is one."""

    @property
    def family(self) -> str:
        """The three letters in front."""
        return self.code[:3]


@cache
def entries() -> Mapping[str, Entry]:
    """Every entry by code, in the order of families."""
    return {code: entry for family in FAMILIES for code, entry in _family(family).items()}


def entry(code: str) -> Entry:
    """The entry of one code; only its family is read. KeyError where there is none."""
    return _family(code[:3].lower())[code]


def finding(code: str, place: Place, /, *related: Related, **args: object) -> Finding:
    """A finding of `code` at `place` with its catalogue level."""
    return Finding(code=code, level=entry(code).level, args=args, primary=place, related=related)


def shared(
    code: str, place: Place, members: Sequence[Sharer], /, *related: Related, **args: object
) -> Finding:
    """A finding of `code` at `place` that these elements share.

    Their names and number are facts of it (`names`, `count`), and their places stand beside its own.
    """
    places = (*beside(place, members), *related)
    return replace(finding(code, place, *places, **{**facts_of(members), **args}), members=tuple(members))


@cache
def _family(name: str) -> Mapping[str, Entry]:
    return {code: _entry(code, said) for code, said in data(name).items()}


def _entry(code: str, said: Mapping[str, Any]) -> Entry:
    fix = Said(**said["fix"]) if "fix" in said else None
    group = said.get("group") or _usual_groups()[code[:3].lower()]
    within = {kind: Within(*each) for kind, each in said.get("within", {}).items()}
    texts = Text(**said["zh"]), Text(**said["en"])
    return Entry(code, said["slug"], Level(said["level"]), *texts, group, fix, within)


class Counted(NamedTuple):
    """How many there are, in words."""

    several: Said
    one: Said

    def said(self, number: int, language: str) -> str:
        """So many."""
        words = self.one if number == 1 else self.several
        return (words.zh if language == "zh" else words.en).format(n=number)


class Group(NamedTuple):
    """What some findings have in common: what they cost."""

    title: Said
    counted: Counted
    codes: Mapping[str, Counted]
    """Codes that are counted by themselves."""


@cache
def groups() -> Mapping[str, Group]:
    """The groups, those that cost most first."""
    return {key: _group(said) for key, said in data("groups").items()}


@cache
def _usual_groups() -> Mapping[str, str]:
    """The group of most of a family, by family."""
    return {family: key for key, said in data("groups").items() for family in said["families"]}


def _group(said: Mapping[str, Any]) -> Group:
    codes = {code: _counted(*each) for code, each in said.get("codes", {}).items()}
    return Group(Said(*said["title"]), _counted(said["counted"], said["of_one"]), codes)


def _counted(several: list[str], one: list[str]) -> Counted:
    return Counted(Said(*several), Said(*one))


def data(name: str) -> dict[str, Any]:
    """One file of the catalogue."""
    import json  # here, since `--help` needs no text of a finding

    found: dict[str, Any] = json.loads((Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8"))
    return found
