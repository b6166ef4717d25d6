"""Findings as GitHub's workflow commands, which it shows beside the lines of a pull request.

GitHub shows so many annotations a step and drops the rest without a word. The worst come first; what is left out
stands in the log, and the last line says how much that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.concise import lines
from xuequ.findings.finding import Level, Span
from xuequ.findings.report import Report, sentence, worst_first
from xuequ.findings.shown import Shown
from xuequ.findings.wording import Language

#: What GitHub shows of one step.
MOST = 10
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(told: Report, language: Language) -> str:
    """Workflow commands, then as plain lines what goes beyond them."""
    ranked = worst_first(told.shown)
    rows = [_command(one, language) for one in ranked[:MOST]]
    rest = ranked[MOST:]
    # A line that begins with `::` would be a command, and a file may be called like one.
    rows += [f"- {line}" for line in lines(rest, language)]
    if rest:
        rows.append(_left_out(len(rest), language))
    return "".join(f"{row}\n" for row in rows)


def _command(one: Shown, language: Language) -> str:
    told = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in _properties(one))
    message = sentence(one, language).translate(_MESSAGE)
    return f"::{_COMMANDS[one.finding.level]} {told}::{message}"


def _properties(one: Shown) -> Iterator[tuple[str, str]]:
    if one.at.file:
        yield "file", one.at.file.replace("\\", "/")
        if one.at.span is not None:
            yield from _numbers(one.at.span)
    yield "title", one.finding.code


def _numbers(span: Span) -> Iterator[tuple[str, str]]:
    """Lines, and columns where the place is in one line: GitHub takes them only then, and counts the last one in."""
    yield "line", str(span.start.line)
    yield "endLine", str(span.end.line)
    if span.start.line == span.end.line:
        yield "col", str(span.start.column)
        yield "endColumn", str(max(span.end.column - 1, span.start.column))


def _left_out(count: int, language: Language) -> str:
    if language == "zh":
        return f"GitHub 每个步骤只显示 {MOST} 条标注：另有 {count} 条没有标注，列在上面"
    are = "are" if count > 1 else "is"
    return f"GitHub shows {MOST} annotations a step: {count} more {are} listed above without one"
