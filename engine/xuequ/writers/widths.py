"""How wide the columns of a table are: from what stands in them, the same for Word and for Excel."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import sqrt

from xuequ.markup.blocks import Block, Inline, Table, words

#: Rows looked at; a longer table is of one kind throughout.
_SAMPLE = 400
#: Of each of many tables.
_OF_EACH = 10
#: With more columns than this, headings turn.
_ROOMY = 6
#: A heading of up to five characters wants one line, a longer one may turn after every second character.
_HEADING, _TURN = 10, 4
#: What a column of long text gets at least, in half-width cells; and in a table of many such columns.
_LEAST, _TIGHT = 14, 8
#: Where Chinese goes over into Latin letters or digits, or the reverse.
_CHANGES = re.compile("(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[一-鿿])")
#: What a column gets in which people write.
_WRITTEN = 8
#: How many times its usual need the longest entry of an even column is at most.
_EVEN = 1.4


def cells(text: str) -> int:
    """How many half-width cells the longest line of a text takes: two for a Chinese character."""
    # GB 18030 has two bytes for whatever is two cells wide, and counts in C.
    if "\n" not in text:
        return len(text.encode("gb18030", "replace"))
    return max(len(line.encode("gb18030", "replace")) for line in text.split("\n"))


def _breadth(text: str) -> int:
    """The cells a text takes with the gap of a quarter character that programs put between digits and characters."""
    return cells(text) + (len(_CHANGES.findall(text)) + 1) // 2


Rows = Sequence[Sequence[Inline]]


def samples(blocks: Iterable[Block]) -> Mapping[Sequence[Inline], Rows]:
    """For each head rows of all tables that have it: parts of one list have columns of one width."""
    found: dict[Sequence[Inline], list[Table]] = {}
    for block in blocks:
        if isinstance(block, Table):
            found.setdefault(block.head, []).append(block)
    return {
        head: [row for table in tables for row in table.rows[: max(_SAMPLE // len(tables), _OF_EACH)]]
        for head, tables in found.items()
    }


def wishes(head: Sequence[Inline], rows: Rows) -> list[tuple[int, float]]:
    """For each column, in half-width cells: what holds everything on one line, and its usual need."""
    columns = list(zip(*rows[:_SAMPLE], strict=True)) or [()] * len(head)
    return [_wish(title, set(column), len(head)) for title, column in zip(head, columns, strict=True)]


def _wish(title: Inline, entries: Collection[Inline], columns: int) -> tuple[int, float]:
    whole = cells(words(title))
    heading = whole if whole <= _HEADING and columns <= _ROOMY else min(whole, _TURN)
    lengths = [_breadth(words(entry)) for entry in entries]
    if lengths and not any(lengths):
        written = min(max(whole, _WRITTEN), _LEAST)
        return written, written
    longest = max([heading, *lengths])
    usual = sum(lengths) / len(lengths) if lengths else heading
    return longest, max(sqrt(longest * usual), heading)


def shares(head: Sequence[Inline], rows: Rows, total: int, cell: int, gap: int) -> list[int]:
    """`total` divided among the columns, all of it; `cell` is the width of a half-width cell, `gap` of the margins.

    Columns that are content with their fair part get what they need; the others share what is left by need.
    """
    needs = wishes(head, rows)
    wanted = [(longest * cell + gap, usual) for longest, usual in needs]
    given = [0] * len(wanted)
    # A column with one entry that is much longer than the others does not get the width of that one.
    uneven = {n for n, (longest, usual) in enumerate(needs) if longest > max(_LEAST, _EVEN * usual)}
    left, rest = total, sorted(range(len(wanted)), key=lambda n: (n in uneven, wanted[n][0]))
    while rest and rest[0] not in uneven and wanted[rest[0]][0] * len(rest) <= left:
        number = rest.pop(0)
        given[number] = wanted[number][0]
        left -= given[number]
    if rest:
        fits = sum(min(wanted[n][0], _LEAST * cell + gap) for n in rest) <= left
        least = (_LEAST if fits else _TIGHT) * cell + gap
        _share_out(given, rest, left, [(min(w, least), usual * cell + gap) for w, usual in wanted])
        for number in rest:
            given[number] = min(given[number], wanted[number][0])
    used = sum(given)
    for number, width in enumerate(given):
        given[number] = width + (total - used) * width // used
    if given:
        given[-1] += total - sum(given)
    return given


def _share_out(given: list[int], rest: list[int], left: int, wanted: list[tuple[int, float]]) -> None:
    """What is left: first what each needs at least, then by what it usually has beyond that."""
    least = {n: wanted[n][0] for n in rest}
    if sum(least.values()) > left:
        least = dict.fromkeys(rest, left // len(rest))
    spare = left - sum(least.values())
    beyond = {n: max(wanted[n][1] - least[n], 1) for n in rest}
    for number in rest:
        given[number] = least[number] + int(spare * beyond[number] / sum(beyond.values()))
