"""Findings on their way to the reader: as text or JSON, on standard output or beside it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from xuequ.cli.options import settings
from xuequ.cli.speech import Lang
from xuequ.findings.finding import Finding, Level

if TYPE_CHECKING:
    from xuequ.resolve.plan import Plan
    from xuequ.source.locate import Source
    from xuequ.workspace.planning import Planned

#: From the worst down; a fail level counts everything before it too.
ORDER = (Level.ERROR, Level.WARNING, Level.NOTE)


def tell(
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
    *,
    lang: Lang,
    style: Literal["text", "json"] = "text",
    to_stderr: bool = False,
    closing: bool = False,
) -> None:
    """Write findings with the lines they are about; `closing` adds a line that counts them.

    JSON always goes to standard output, where somebody parses it.
    """
    from xuequ.source.locate import show

    shown = show(findings, sources)
    if style == "json":
        from xuequ.findings.json import render as as_json

        write_json(as_json(shown, lang))
        return
    from xuequ.findings import text

    stream = sys.stderr if to_stderr else sys.stdout
    parts = [text.render(shown, lang, colour=_coloured(stream.isatty()))]
    if closing:
        parts.append(text.closing(shown, lang) + "\n")
    stream.write("\n".join(part for part in parts if part))
    stream.flush()


def failed(findings: Iterable[Finding], fail_level: Level = Level.ERROR) -> bool:
    """Whether any finding is as bad as `fail_level` or worse."""
    return any(ORDER.index(found.level) <= ORDER.index(fail_level) for found in findings)


def stop_at_errors(planned: Planned) -> Plan | None:
    """The plan, unless there are errors, which are told; then there is nothing to go on with."""
    errors = [found for found in planned.findings if found.level is Level.ERROR]
    if planned.plan is not None and not errors:
        return planned.plan
    style: Literal["text", "json"] = "json" if settings().json else "text"
    tell(errors, planned.sources, lang=settings().lang, style=style, to_stderr=True, closing=True)
    return None


def write_json(text: str) -> None:
    """JSON as UTF-8 where the stream is that; else with escapes, which mean the same in every encoding."""
    if (sys.stdout.encoding or "").lower().replace("_", "-") not in ("utf-8", "utf8"):
        import json

        text = json.dumps(json.loads(text), indent=2) + "\n"
    sys.stdout.write(text)
    sys.stdout.flush()


def _coloured(terminal: bool) -> bool:
    """Colour on a terminal that takes it, unless its owner said no (NO_COLOR, or a dumb terminal)."""
    import os

    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
