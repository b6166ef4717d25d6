"""How a reader wants the rules: the level of each code, and what a rule lets be set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from types import MappingProxyType

from xuequ.findings.finding import Finding, Level
from xuequ.findings.record import record

#: What a rule lets be set: a number, a word, a switch, or a list of words.
Option = int | float | str | bool | tuple[str, ...] | tuple[int, ...]
Options = Mapping[str, Mapping[str, Option]]


@record
class Settings:
    """Levels and options by code. A level of None turns the code off; three letters stand for a family."""

    levels: Mapping[str, Level | None] = field(default_factory=lambda: MappingProxyType({}))
    options: Options = field(default_factory=lambda: MappingProxyType({}))

    def level(self, code: str, usual: Level) -> Level | None:
        """The level of a code: its own, else that of its family, else the usual one; None if it is off."""
        return self.levels.get(code, self.levels.get(code[:3], usual))

    def off(self, code: str) -> bool:
        """Whether nobody wants to hear of this code."""
        return self.level(code, Level.NOTE) is None

    def graded(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings at the levels asked for, without those turned off."""
        levels = ((found, self.level(found.code, found.level)) for found in findings)
        return tuple(
            found if level is found.level else replace(found, level=level) for found, level in levels if level
        )


DEFAULT = Settings()
