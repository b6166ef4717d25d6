"""How a reader wants the rules: which codes, at which level, and what a rule lets be set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from types import MappingProxyType

from xuequ.findings.finding import Finding, Level
from xuequ.findings.record import record

#: What a rule lets be set: a number, a word, a switch, or a list of words.
Option = int | float | str | bool | tuple[str, ...]
Options = Mapping[str, Mapping[str, Option]]

#: Findings about the tool itself are always told, as they are.
INTERNAL = "INT"


@record
class Settings:
    """Levels and options by code. A level of None turns the code off; three letters stand for a family.

    `select` and `ignore` are what codes begin with: only those, and not those. Without `select`, all.
    """

    levels: Mapping[str, Level | None] = field(default_factory=lambda: MappingProxyType({}))
    options: Options = field(default_factory=lambda: MappingProxyType({}))
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def level(self, code: str, usual: Level) -> Level | None:
        """The level of a code: its own, else that of its family, else the usual one; None if it is off."""
        if code.startswith(INTERNAL):
            return usual
        if (self.select and not code.startswith(self.select)) or code.startswith(self.ignore):
            return None
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
