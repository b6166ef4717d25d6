"""The catalogue: every code with its level and its Chinese and English texts.

One module a family. A text is a `str.format` template over the finding's `args`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

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

    @property
    def family(self) -> str:
        """The three letters in front."""
        return self.code[:3]


@cache
def entries() -> Mapping[str, Entry]:
    """Every entry by code, in the order of families."""
    found: dict[str, Entry] = {}
    for family in FAMILIES:
        for entry in import_module(f"{__name__}.{family}").ENTRIES:
            found[entry.code] = entry
    return found


@cache
def entry(code: str) -> Entry:
    """The entry of one code; only its family is imported."""
    held: tuple[Entry, ...] = import_module(f"{__name__}.{code[:3].lower()}").ENTRIES
    return next(e for e in held if e.code == code)


def finding(code: str, place: Place, /, *related: Related, **args: object) -> Finding:
    """A finding of `code` at `place` with its catalogue level."""
    return Finding(code=code, level=entry(code).level, args=args, primary=place, related=related)
