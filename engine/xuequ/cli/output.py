"""Findings on their way to the reader: as text or for programs, on standard output or beside it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from xuequ.cli.i18n import Lang
from xuequ.cli.settings import settings
from xuequ.findings.finding import Finding, Level

if TYPE_CHECKING:
    from xuequ.findings.overview import View
    from xuequ.findings.report import Report
    from xuequ.findings.shown import Shown
    from xuequ.resolution.plan import Plan
    from xuequ.source.locate import Source
    from xuequ.workspace.planning import Planned

#: From the worst down; a fail level counts everything before it too.
ORDER = (Level.ERROR, Level.WARNING, Level.NOTE)


def tell(
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
    *,
    lang: Lang,
    style: str = "text",
    to_stderr: bool = False,
    closing: bool = False,
) -> None:
    """Write findings with the lines they are about; `closing` adds a line that counts them.

    What is for programs always goes to standard output, where somebody parses it.
    """
    from xuequ.source.locate import show

    shown = show(findings, sources)
    if style == "text":
        write_text(shown, lang, to_stderr=to_stderr, closing="" if closing else None)
        return
    from xuequ.findings.report import Report

    write_report(Report(shown=shown), style, lang)


def write_text(
    shown: Sequence[Shown],
    lang: Lang,
    *,
    to_stderr: bool = False,
    closing: str | None = None,
    view: View | None = None,
) -> None:
    """Write findings as text; `closing` goes behind the line that counts them, None leaves that line out.

    With a `view` they are summed up and put in groups, else told one by one in their order.
    """
    from xuequ.findings import text

    stream = sys.stderr if to_stderr else sys.stdout
    coloured = _coloured(stream.isatty())
    if view is None:
        parts = [text.render(shown, lang, colour=coloured)]
    else:
        from xuequ.findings.overview import overview

        parts = [overview(shown, lang, view, colour=coloured)]
    if closing is not None:
        parts.append(f"{text.closing(shown, lang)}{closing}\n")
    stream.write("\n".join(part for part in parts if part))
    stream.flush()


def write_report(report: Report, style: str, lang: Lang) -> None:
    """Write a report in one of the formats for programs."""
    from xuequ.findings.report import Format, render

    if style in ("github", "sarif"):
        from xuequ.cli.repository import from_root

        report = from_root(report)
    told = render(report, Format(style), lang)
    write_out(told)


def failed(findings: Iterable[Finding], fail_level: Level = Level.ERROR) -> bool:
    """Whether any finding is as bad as `fail_level` or worse."""
    return any(ORDER.index(found.level) <= ORDER.index(fail_level) for found in findings)


def stop_at_errors(planned: Planned) -> Plan | None:
    """The plan, unless there are errors, which are told; then there is nothing to go on with."""
    errors = [found for found in planned.findings if found.level is Level.ERROR]
    if planned.plan is not None and not errors:
        return planned.plan
    tell(errors, planned.sources, lang=settings().lang, style=settings().style, to_stderr=True, closing=True)
    return None


def write_out(text: str) -> None:
    """Write a text to standard output as it is."""
    sys.stdout.write(text)
    sys.stdout.flush()


def _coloured(terminal: bool) -> bool:
    """Colour on a terminal that takes it, unless its owner said no (NO_COLOR, or a dumb terminal)."""
    import os

    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
