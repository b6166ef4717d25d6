"""How wide the columns of a table are: from what stands in them, the same for Word, Excel and the web."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from xuequ.documents.blocks import Inline, words

#: Rows looked at; a longer table is of one kind throughout.
_SAMPLE = 200


def cells(text: str) -> int:
    """How many half-width cells the longest line of a text takes: two for a Chinese character."""
    return max((sum(1 if ord(c) < 0x2000 else 2 for c in line) for line in text.split("\n")), default=0)


def weights(head: Sequence[Inline], rows: Sequence[Sequence[Inline]]) -> list[float]:
    """What each column would like, in half-width cells: between its longest entry and its usual one."""
    sample = rows[:_SAMPLE]
    wanted: list[float] = []
    for number, title in enumerate(head):
        lengths = [len(words(row[number])) * 2 for row in sample] or [0]
        longest, usual = max(lengths), sum(lengths) / len(lengths)
        wanted.append(max(sqrt(longest * usual), min(longest, 8), min(cells(words(title)), 8), 4))
    return wanted


def shares(head: Sequence[Inline], rows: Sequence[Sequence[Inline]], total: int, least: int) -> list[int]:
    """`total` divided among the columns; none gets less than `least`, and all of it is given out."""
    wanted = weights(head, rows)
    spare = max(total - least * len(wanted), 0)
    over = [w - min(wanted) + 1 for w in wanted] if len(wanted) > 1 else [1.0]
    scale = spare / sum(over)
    given = [least + int(o * scale) for o in over]
    given[-1] += total - sum(given)
    return given
