"""The responsibility matrix (责任矩阵): duties down, units across, one character a part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.names import Who
from xuequ.views.shares import Share, by_actor
from xuequ.views.wording import MARKS, TAKEN
from xuequ.views.work import work_key

#: How many units one table on paper takes; a wider matrix goes on in the next table.
_ACROSS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """What the template `matrix.md.j2` has. `whole` is the one table that Excel shows."""

    title: str
    legend: str
    tables: tuple[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def view(context: Context) -> MatrixView:
    """The matrix of a scheme."""
    marks = {who: held for who, many in by_actor(context).items() if (held := _marks(many))}
    works = [
        *(
            Work(work_key("duty", path), line.measure, "，".join((line.name, *line.among_whom)))
            for path, line in context.lines.items()
        ),
        *(
            Work(work_key("appraisal", path), "考核", "，".join((line.name, *line.among_whom)))
            for path, line in context.review_lines.items()
        ),
    ]
    numbered = [(str(number), work) for number, work in enumerate(works, 1)]
    units = list(marks)
    groups = [units[start : start + _ACROSS] for start in range(0, len(units), _ACROSS)]
    return MatrixView(
        title=after(context.scheme, "责任矩阵"),
        legend="，".join(f"{mark}—{TAKEN[part]}" for part, mark in MARKS.items()) + "，考—考核",
        tables=tuple(_table(group, numbered, marks, first=not number) for number, group in enumerate(groups)),
        columns=("序号", "工作", "职责", *(who.name for who in units)),
        rows=tuple(
            (number, work.measure, work.name, *(marks[unit].get(work.key, "") for unit in units))
            for number, work in numbered
        ),
    )


class Work(NamedTuple):
    """A row of the matrix: which duty or appraisal, what it stands in, what it is called."""

    key: str
    measure: str
    name: str


#: Characters by the key of the work.
Marks = Mapping[str, str]


def _marks(shares: tuple[Share, ...]) -> Marks:
    found: dict[str, str] = {}
    for share in shares:
        if share.mark not in found.get(share.key, ""):
            found[share.key] = found.get(share.key, "") + share.mark
    return found


def _table(
    units: list[Who], works: list[tuple[str, Work]], marks: Mapping[Who, Marks], *, first: bool
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """One table of some units; work that nobody takes stands in the first, with an empty row that shows it."""
    rows = [(number, work, [marks[unit].get(work.key, "") for unit in units]) for number, work in works]
    taken = {key for held in marks.values() for key in held}
    shown = (row for row in rows if any(row[2]) or (first and row[1].key not in taken))
    columns = ("序号", "职责", *(unit.name for unit in units))
    return columns, tuple((number, work.name, *cells) for number, work, cells in shown)
