"""What one check has to say, ready for any of the formats that other programs read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType
from typing import Literal, NamedTuple

from xuequ.findings.finding import Level
from xuequ.findings.record import record
from xuequ.findings.shown import Shown, Spot
from xuequ.findings.wording import Language, worded

_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"
#: The family of findings about the tool itself.
INTERNAL = "INT"


class Format(StrEnum):
    """How findings are written; each but the first is for a program."""

    TEXT = "text"
    JSON = "json"
    CONCISE = "concise"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


class Hidden(NamedTuple):
    """A finding that is not told, and why: somebody allowed it in place, or it stands in the baseline."""

    shown: Shown
    why: Literal["allowed", "baseline"]
    reason: str = ""


class RuleText(NamedTuple):
    """What a rule's page says, in the reader's language."""

    title: str
    what: str
    help: str


@record
class Report:
    """The findings of a check in order.

    `files` are those that were checked, whether or not anything was found in them. Findings below `fail_level` are
    told but do not fail the check; None lets everything pass. `rules` holds the page of a code that has one.
    """

    shown: tuple[Shown, ...]
    hidden: tuple[Hidden, ...] = ()
    files: tuple[str, ...] = ()
    fail_level: Level | None = Level.ERROR
    baselined: bool = False
    rules: Mapping[str, RuleText] = field(default_factory=lambda: MappingProxyType({}))

    def fails(self, one: Shown) -> bool:
        """Whether this finding alone makes the check fail."""
        return failing(one.finding.level, self.fail_level)


#: From the worst down; a fail level counts everything before it too.
ORDER = (Level.ERROR, Level.WARNING, Level.NOTE)


def failing(level: Level, fail_level: Level | None) -> bool:
    """Whether a finding of `level` makes a check fail."""
    return fail_level is not None and ORDER.index(level) <= ORDER.index(fail_level)


def internal(one: Shown) -> bool:
    """Whether a finding is about the tool and not about a file of the drafter's."""
    return one.finding.code.startswith(INTERNAL)


def render(report: Report, format_: Format, language: Language) -> str:
    """The report in any format but text, which depends on the terminal."""
    module = import_module(f"xuequ.findings.{format_.value}")
    renders: Callable[[Report, Language], str] = module.report
    return renders(report, language)


def position(spot: Spot) -> str:
    """A place as `file:line:column`, as far as it is known, in one line whatever the file is called."""
    file = re.sub(_CONTROL, "\ufffd", spot.file)
    if spot.span is None:
        return file
    return f"{file}:{spot.span.start.line}:{spot.span.start.column}"


def sentence(one: Shown, language: Language) -> str:
    """The message of a finding and, behind it, what to do."""
    said = worded(one.finding, language)
    if not said.help:
        return said.message
    return f"{said.message}。{said.help}" if language == "zh" else f"{said.message}; {said.help}"


def worst_first(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    """The same findings by level, within a level in their order."""
    return tuple(sorted(shown, key=lambda one: ORDER.index(one.finding.level)))
