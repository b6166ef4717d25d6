"""The catalogue: every code with its level and its Chinese and English texts, and the words that findings use.

A file a family, read when somebody asks for one of its codes. A text is a `str.format` template over the finding's
`args`. The files are data: `slug`, `level`, `zh` and `en` with `message`, `help` and `label`, and `fix`, which says
what was done about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding, Level, Place, Related

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


class Entry(NamedTuple):
    """One code of the catalogue; `slug` is its readable name, e.g. `duty-without-lead`."""

    code: str
    slug: str
    level: Level
    zh: Text
    en: Text
    fix: Said | None = None
    """What was done about it, in a few words; a template over its args and `to`, what stands there now."""

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


@cache
def _family(name: str) -> Mapping[str, Entry]:
    return {code: _entry(code, said) for code, said in data(name).items()}


def _entry(code: str, said: Mapping[str, Any]) -> Entry:
    fix = Said(**said["fix"]) if "fix" in said else None
    return Entry(code, said["slug"], Level(said["level"]), Text(**said["zh"]), Text(**said["en"]), fix)


def data(name: str) -> dict[str, Any]:
    """One file of the catalogue."""
    import json  # here, since `--help` needs no text of a finding

    found: dict[str, Any] = json.loads((Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8"))
    return found
