"""Findings one a line, `file:line:column: level[CODE] message`, for editors and for `grep`.

The word for the level is English in either language, since programs look for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from xuequ.findings.report import Report, position
from xuequ.findings.shown import Shown
from xuequ.findings.wording import Language, worded


def report(told: Report, language: Language) -> str:
    """Every finding in a line of its own; nothing at all where there are none."""
    return "".join(f"{line}\n" for line in lines(told.shown, language))


def lines(shown: Iterable[Shown], language: Language) -> Iterable[str]:
    """The lines without their ends."""
    for one in shown:
        where = position(one.at)
        said = worded(one.finding, language).message
        head = f"{where}: " if where else ""
        yield f"{head}{one.finding.level.value}[{one.finding.code}] {said}"
