"""Findings as text for a terminal: the line, what is wrong in it underlined, and what to do.

Underlines count cells, two for a Chinese character, so that they stand exactly under what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xuequ.findings.finding import Finding, Level, Span
from xuequ.findings.shown import Shown, Spot
from xuequ.findings.width import INVISIBLE, width
from xuequ.findings.wording import Language, label_words, level_word, worded

#: Longer lines are shown around what is underlined, in code points.
LONGEST_LINE = 160
_BEFORE = 60
#: A finding that many places share shows its line in so many of them, and names so many more.
MOST_RELATED = 3
MOST_NAMED = 8
#: What would move the cursor, or turn the reading direction round.
_UNPRINTABLE = re.compile(f"[\t\n\r]|{INVISIBLE.pattern}")

_HELP = {"zh": "建议", "en": "help"}
_COLOURS = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.NOTE: "1;36"}
_QUIET = "34"


class _Style(NamedTuple):
    """How one finding is drawn: its colour, whether there is any, and how wide line numbers are."""

    colour: str
    coloured: bool
    gutter: int

    def paint(self, text: str, colour: str | None = None) -> str:
        """The text in a colour, the finding's own unless another is said."""
        return f"\x1b[{colour or self.colour}m{text}\x1b[0m" if self.coloured and text else text


def render(shown: Iterable[Shown], language: Language, *, colour: bool = False) -> str:
    """The findings one below the other, a blank line between them; empty if there are none."""
    return "\n".join(_finding(one, language, colour) for one in shown)


def head(finding: Finding, language: Language, *, colour: bool = False) -> str:
    """A finding's level and code."""
    style = _Style(_COLOURS[finding.level], colour, 1)
    return f"{style.paint(f'{level_word(finding.level, language)}[{finding.code}]')}:"


def closing(shown: Iterable[Shown], language: Language) -> str:
    """One line that counts the findings by level."""
    levels = [one.finding.level for one in shown]
    counted = [(level, levels.count(level)) for level in Level if level in levels]
    if not counted:
        return "没有发现问题" if language == "zh" else "no findings"
    if language == "zh":
        return "，".join(f"{level_word(level, 'zh')} {count} 个" for level, count in counted)
    return ", ".join(f"{count} {level}{'s' if count > 1 else ''}" for level, count in counted)


def _finding(shown: Shown, language: Language, coloured: bool) -> str:
    level = shown.finding.level
    said = worded(shown.finding, language)
    numbers = [len(str(spot.span.start.line)) for spot in (shown.at, *shown.related) if spot.span]
    style = _Style(_COLOURS[level], coloured, max(numbers, default=1))
    rows = [
        f"{head(shown.finding, language, colour=coloured)} {said.message}",
        *_spot(shown.at, said.label, "-->", style),
    ]
    for spot in shown.related[:MOST_RELATED]:
        rows += _spot(spot, label_words(spot.label, language), ":::", style)
    rows += _left_out(shown.related[MOST_RELATED:], language, style)
    if said.help:
        rows.append(" " * style.gutter + style.paint(" = ", _QUIET) + f"{_HELP[language]}: {said.help}")
    return "".join(f"{row}\n" for row in rows)


def _left_out(spots: tuple[Spot, ...], language: Language, style: _Style) -> Iterator[str]:
    """How many further places there are, and the lines of those whose line is known."""
    if spots:
        places = [f"{spot.file}:{spot.span.start.line}" if spot.span else spot.file for spot in spots]
        shown = ("、" if language == "zh" else ", ").join(places[:MOST_NAMED])
        more = len(places) > MOST_NAMED
        told = f"另有 {len(places)} 处：{shown}" if language == "zh" else f"and {len(places)} more: {shown}"
        yield f"{' ' * style.gutter}{style.paint(':::', _QUIET)} {told}{' …' if more else ''}"


def _spot(spot: Spot, label: str, arrow: str, style: _Style) -> Iterator[str]:
    """The place, and if its line is known the line with its underline."""
    margin = " " * style.gutter
    where = f"{spot.file}:{spot.span.start.line}:{spot.span.start.column}" if spot.span else spot.file
    if where:
        yield f"{margin}{style.paint(arrow, _QUIET)} {where}"
    if spot.span is None or not spot.line:
        return
    line, start, end = _cropped(spot.line, spot.span)
    bar = style.paint(f"{margin} |", _QUIET)
    sign = "^" if arrow == "-->" else "-"
    under = sign * max(width(line[start:end]), 1)
    numbered = style.paint(f"{spot.span.start.line:>{style.gutter}} |", _QUIET)
    yield bar
    yield f"{numbered} {line}".rstrip()
    yield f"{bar} {' ' * width(line[:start])}{style.paint(f'{under} {label}'.rstrip())}"


def _cropped(line: str, span: Span) -> tuple[str, int, int]:
    """The line in a length that fits, and where in it the underline begins and ends."""
    start = min(span.start.column - 1, len(line))
    end = span.end.column - 1 if span.end.line == span.start.line else len(line.rstrip())
    shown = _UNPRINTABLE.sub(lambda m: " " if m[0] == "\t" else "\ufffd", line)
    if len(shown) <= LONGEST_LINE:
        return shown.rstrip(), start, max(min(end, len(line)), start)
    first = max(start - _BEFORE, 0)
    last = first + LONGEST_LINE
    head, tail = "…" * (first > 0), "…" * (last < len(shown))
    moved = len(head) - first
    return head + shown[first:last] + tail, start + moved, max(min(end, last), start) + moved
