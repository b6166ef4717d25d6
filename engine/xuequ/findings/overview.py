"""Findings as a reader wants them first: how many of what, then group by group, those that cost most before the others.

What fits on a screen is shown whole. Beyond that a group shows a few examples, one a line, and how many more it has;
of contradictions as many as a screen bears. Errors are shown with their lines and advice in any case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from xuequ.findings.catalogue import Counted, entry, groups
from xuequ.findings.finding import Level
from xuequ.findings.record import record
from xuequ.findings.report import ORDER, position
from xuequ.findings.shown import Shown
from xuequ.findings.text import head, render
from xuequ.findings.wording import Language, worded

#: The lines of a screen.
SCREEN = 60
EXAMPLES = 3
#: Of what somebody has to decide, this many.
MOST_DECIDED = 30
#: Names that one line lists.
NAMES = 2
#: The group of every error, whatever its code: with it nothing is built.
ERROR = "error"
DECIDED = "contradiction"


@record
class View:
    """How findings are put together. `title` says under which title one stands, None what it costs.

    `every` shows each of them whole, with its line and advice.
    """

    title: Callable[[Shown], str] | None = None
    every: bool = False


class _Some(NamedTuple):
    """Findings under one title, and how many of them are shown as examples."""

    title: str
    shown: Sequence[Shown]
    most: int = EXAMPLES
    whole: bool = False

    def heading(self, language: Language) -> str:
        """The title with their number."""
        return (
            f"{self.title}（{len(self.shown)}）" if language == "zh" else f"{self.title} ({len(self.shown)})"
        )


def cost(one: Shown) -> str:
    """The key of the group that a finding belongs to."""
    return ERROR if one.finding.level is Level.ERROR else entry(one.finding.code).group


def by_cost(shown: Iterable[Shown]) -> list[Shown]:
    """The findings, those that cost most first, within a group the worst; else in their order."""
    ranks = {key: number for number, key in enumerate(groups())}
    return sorted(shown, key=lambda one: (ranks[cost(one)], ORDER.index(one.finding.level)))


def summary(shown: Iterable[Shown], language: Language) -> str:
    """One line that says how many of what: `12 处矛盾 · 9 个机构岗位`."""
    counted: Counter[Counted] = Counter()
    kinds = groups()
    for one in by_cost(shown):
        group = kinds[cost(one)]
        counted[group.codes.get(one.finding.code, group.counted)] += max(len(one.finding.members), 1)
    order = [each for group in kinds.values() for each in (*group.codes.values(), group.counted)]
    return " · ".join(each.said(counted[each], language) for each in order if each in counted)


def overview(shown: Iterable[Shown], language: Language, view: View, *, colour: bool = False) -> str:
    """The findings under a line that sums them up; empty where there are none."""
    told = by_cost(shown)
    # Of errors alone the last line says how many there are.
    summed = len(told) > 1 and any(cost(one) != ERROR for one in told)
    first = [f"{summary(told, language)}\n"] if summed else []
    # Each takes three lines at least: what cannot fit is not even drawn.
    may_fit = len(told) * 3 <= SCREEN
    whole = "\n".join((*first, render(told, language, colour=colour))) if may_fit else ""
    fits = may_fit and whole.count("\n") <= SCREEN
    if fits and view.title is None and not view.every:
        return whole if told else ""
    some = _titled(told, language, view)
    if fits or view.every:
        parts = [
            f"{each.heading(language)}\n\n{render(each.shown, language, colour=colour)}" for each in some
        ]
        return "\n".join((*first, *parts))
    parts = [_examples(each, language, colour) for each in some]
    return "\n".join((*first, *parts, f"{_MORE[language]}\n"))


def _titled(told: Sequence[Shown], language: Language, view: View) -> list[_Some]:
    """The findings under their titles, those that cost most first."""
    held: dict[str, list[Shown]] = {}
    for one in told:
        held.setdefault(view.title(one) if view.title else cost(one), []).append(one)
    if view.title is not None:
        return [_Some(title, some) for title, some in held.items()]
    titles = {key: group.title.zh if language == "zh" else group.title.en for key, group in groups().items()}
    found = []
    for key, some in held.items():
        most = MOST_DECIDED if key in (ERROR, DECIDED) else EXAMPLES
        found.append(_Some(titles[key], some, most, whole=key == ERROR))
    return found


def _examples(some: _Some, language: Language, colour: bool) -> str:
    """A title, examples of as many codes as there are, and how many more of which."""
    firsts = {one.finding.code: one for one in reversed(some.shown)}.values()
    ranked = sorted(some.shown, key=lambda one: not any(one is each for each in firsts))
    told = [one for one in some.shown if any(one is each for each in ranked[: some.most])]
    if some.whole:
        rows = [some.heading(language), "", *render(told, language, colour=colour).splitlines()]
    else:
        rows = [some.heading(language), *(f"  {_line(one, language, colour)}" for one in told)]
    left = Counter(one.finding.code for one in ranked[some.most :])
    if left:
        codes = ("、" if language == "zh" else ", ").join(f"{code} × {n}" for code, n in left.items())
        more = left.total()
        rows.append(f"  另有 {more} 个：{codes}" if language == "zh" else f"  and {more} more: {codes}")
    return "".join(f"{row}\n" for row in rows)


def _line(one: Shown, language: Language, colour: bool) -> str:
    """A finding in one line."""
    where = position(one.at)
    said = worded(one.finding, language, listed=NAMES).message
    return f"{where}{': ' if where else ''}{head(one.finding, language, colour=colour)} {said}"


_MORE = {
    "zh": "每组只举几例；加 --all 逐个列出，附原文和建议，`xuequ rule 代码` 说明一条规则",
    "en": "a few examples a group; --all shows each with its line and advice, `xuequ rule CODE` explains a rule",
}
