"""A short template for each document, whole and ready to be copied into a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from xuequ.views.vocabulary import Sort, Variable


class Table(NamedTuple):
    """A table of a template: its rows, cell by cell."""

    rows: tuple[tuple[str, ...], ...]


#: What stands in a template one below the other: a paragraph, or a table.
Block: TypeAlias = str | Table

#: No more columns than a line of a terminal takes.
_MOST = 4


def example(found: Sequence[Variable]) -> tuple[Block, ...]:
    """The title, then what the document has: its rows in a table, or what it has several of."""
    tops = [each for each in found if len(each.path) == 1]
    rows = next((each for each in tops if each.sort is Sort.ROWS), None)
    records = next((each for each in tops if each.sort is Sort.RECORDS), None)
    texts = next((each for each in tops if each.sort is Sort.TEXTS), None)
    blocks: list[Block] = ["{{ title }}"]
    if records:
        blocks += _entries(records, found)
    if rows:
        blocks.append(_across(rows.name) if rows.varying else _down(rows, rows.name, tops))
    elif texts and not records:
        blocks += [f"{{%p for one in {texts.name} %}}", "{{ loop.index }}. {{ one }}", "{%p endfor %}"]
    return tuple(blocks)


def _entries(records: Variable, found: Sequence[Variable]) -> Iterator[Block]:
    """Each entry with its name, and its rows or the entries in it."""
    inner = [each for each in found if each.path[:-1] == records.path]
    yield f"{{%p for one in {records.name} %}}"
    yield "{{ loop.index | chinese }}、{{ one.name }}"
    if any(each.path[-1] == "text" for each in inner):
        yield from ("{%p if one.text %}", "{{ one.text }}", "{%p endif %}")
    rows = next((each for each in inner if each.sort is Sort.ROWS and each.path[-1] == "rows"), None)
    if rows:
        yield _down(rows, f"one.{rows.path[-1]}", found)
    yield "{%p endfor %}"


def _down(rows: Variable, name: str, found: Sequence[Variable]) -> Table:
    """A row of headings, and one that is repeated."""
    count = min(len(rows.columns), _MOST)
    heads = any(each.path == ("columns",) for each in found) and rows.path[-1] == "rows"
    titles = tuple(f"{{{{ columns[{at}] }}}}" if heads else rows.columns[at] for at in range(count))
    blank = ("",) * (count - 1)
    return Table(
        (
            titles,
            (f"{{%tr for row in {name} %}}", *blank),
            tuple(f"{{{{ row[{at}] }}}}" for at in range(count)),
            ("{%tr endfor %}", *blank),
        )
    )


def _across(name: str) -> Table:
    """The same where the number of columns differs from scheme to scheme."""
    return Table(
        (
            ("{%tc for one in columns %}", "{{ one }}", "{%tc endfor %}"),
            (f"{{%tr for row in {name} %}}", "", ""),
            ("{%tc for one in row %}", "{{ one }}", "{%tc endfor %}"),
            ("{%tr endfor %}", "", ""),
        )
    )
