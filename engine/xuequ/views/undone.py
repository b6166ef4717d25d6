"""The work list: what is still to be done on a scheme, by who can settle it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from xuequ.views.report import Chapter, Report

Language = Literal["zh", "en"]

_COLUMNS = {
    "zh": ("序号", "种类", "事项", "怎样解决", "出处", "办理情况"),
    "en": ("No.", "Kind", "What", "How", "Written at", "State"),
}


class Undone(NamedTuple):
    """One thing to settle: by whom, what kind of thing it is, what it says, what would mend it, and where it stands."""

    who: str
    kind: str
    what: str
    how: str
    where: str


def by_settler(undone: Iterable[Undone]) -> dict[str, list[Undone]]:
    """The list of each who can settle something, in the order in which they come up."""
    found: dict[str, list[Undone]] = {}
    for each in undone:
        found.setdefault(each.who, []).append(each)
    return found


def heading(who: str, number: int, lang: Language) -> str:
    """Who, and how many things."""
    return f"{who}（{number} 项）" if lang == "zh" else f"{who} ({number})"


def view(undone: Iterable[Undone], lang: Language = "zh") -> Report:
    """The report of a work list: a table for each who can settle something."""
    lists = by_settler(undone)
    chapters = tuple(
        Chapter(
            heading(who, len(rows), lang),
            (),
            _COLUMNS[lang],
            tuple(_row(n, row) for n, row in enumerate(rows, 1)),
        )
        for who, rows in lists.items()
    )
    count = sum(map(len, lists.values()))
    zh = f"共 {count} 项，由 {len(lists)} 方解决。" if count else "没有未办的事项。"
    en = f"{count} things to settle, by {len(lists)}." if count else "Nothing is left to settle."
    title = "待办清单" if lang == "zh" else "Work list"
    return Report(title=title, paragraphs=(zh if lang == "zh" else en,), chapters=chapters)


def _row(number: int, undone: Undone) -> tuple[str, ...]:
    return (str(number), undone.kind, _quoted(undone.what), _quoted(undone.how), undone.where, "")


def _quoted(text: str) -> str:
    """A text with quotation marks for the marks of a terminal."""
    return re.sub("`([^`]*)`", r"“\1”", text)
