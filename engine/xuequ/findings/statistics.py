"""How many findings there are of each code, as a table for a reader or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable

from xuequ.findings.overview import by_cost
from xuequ.findings.shown import Shown
from xuequ.findings.text import head
from xuequ.findings.width import width
from xuequ.findings.wording import Language

VERSION = 1


def text(shown: Iterable[Shown], language: Language, title: Callable[[str], str]) -> str:
    """A line a code, those that cost most first; empty where there are none."""
    told = by_cost(shown)
    counts = Counter(one.finding.code for one in told)
    heads = {one.finding.code: head(one.finding, language) for one in told}
    wide = max(map(width, heads.values()), default=0)
    return "".join(
        f"{number:>5}  {heads[code]}{' ' * (wide - width(heads[code]))} {title(code)}\n"
        for code, number in counts.items()
    )


def as_json(shown: Iterable[Shown], title: Callable[[str], str]) -> str:
    """`{"version": 1, "statistics": [{"code", "level", "count", "title"}]}`, in the same order."""
    told = by_cost(shown)
    counts = Counter(one.finding.code for one in told)
    levels = {one.finding.code: one.finding.level.value for one in told}
    rows = [
        {"code": code, "level": levels[code], "count": number, "title": title(code)}
        for code, number in counts.items()
    ]
    return json.dumps({"version": VERSION, "statistics": rows}, ensure_ascii=False, indent=2) + "\n"
