"""Which cells of a table are one: what stands in several rows one below another is said once, beside all of them."""

from __future__ import annotations

from collections.abc import Sequence

from xuequ.markup import NOTHING
from xuequ.markup.blocks import Inline, words

#: A cell goes over so many rows at most: one over several pages would stand empty on all but one of them.
_MOST = 12
#: What is no word that could hold for several rows.
_NOTHING = frozenset({"", NOTHING})


def spans(rows: Sequence[Sequence[Inline]]) -> list[list[int]]:
    """For every cell how many rows it goes over: 1 by itself, 0 where one above goes over it.

    Columns are joined from the left as long as there is something to join, each within what the one before it
    joins; numbers of rows (序号) are passed over. Rows that say the same throughout stay two rows: the last column is
    joined only where numbers tell them apart.
    """
    found = [[1] * len(row) for row in rows]
    groups = [range(len(rows))]
    columns, numbered = len(rows[0]) if rows else 0, False
    for column in range(columns):
        values = [words(row[column]) for row in rows]
        if values[0].isdigit():
            numbered = True
            continue
        if column == columns - 1 and not numbered:
            break
        groups = [part for group in groups for part in _parts(values, group)]
        if len(groups) == len(rows):
            break
        for group in groups:
            for number in group:
                found[number][column] = len(group) if number == group.start else 0
    return found


def _parts(values: Sequence[str], group: range) -> list[range]:
    """A stretch of rows cut where the value changes."""
    parts: list[range] = []
    for number in group:
        last = parts[-1] if parts else None
        same = last is not None and values[number] == values[last.start] and values[number] not in _NOTHING
        if last is not None and same and len(last) < _MOST:
            parts[-1] = range(last.start, number + 1)
        else:
            parts.append(range(number, number + 1))
    return parts
