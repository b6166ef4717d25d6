"""The responsibility matrix (责任矩阵): duties down, units across, one character a part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.shares import Share, by_actor
from xuequ.views.wording import MARKS, TAKEN, marked

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
    shares = by_actor(context)
    marks = {name: _marks(many) for name, many in shares.items()}
    units = [name for name in marks if marks[name]]
    works = [(line.measure, line.name) for line in context.lines.values()]
    works += [("考核", marked(appraisal)) for appraisal in context.appraisals]
    works = list(dict.fromkeys(works))
    numbered = [(str(number), work) for number, work in enumerate(works, 1)]
    groups = [units[start : start + _ACROSS] for start in range(0, len(units), _ACROSS)]
    return MatrixView(
        title=after(context.scheme, "责任矩阵"),
        legend="，".join(f"{mark}—{TAKEN[part]}" for part, mark in MARKS.items()) + "，考—考核",
        tables=tuple(_table(group, numbered, marks, first=not number) for number, group in enumerate(groups)),
        columns=("序号", "工作", "职责", *units),
        rows=tuple(
            (number, work[0], work[1], *(marks[unit].get(work, "") for unit in units))
            for number, work in numbered
        ),
    )


Marks = Mapping[tuple[str, str], str]


def _marks(shares: tuple[Share, ...]) -> Marks:
    found: dict[tuple[str, str], str] = {}
    for share in shares:
        if share.mark:
            work = (share.measure, share.work)
            found[work] = found.get(work, "") + share.mark
    return found


def _table(
    units: list[str],
    works: list[tuple[str, tuple[str, str]]],
    marks: Mapping[str, Marks],
    *,
    first: bool,
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """One table of some units; work that nobody takes stands in the first, with an empty row that shows it."""
    rows = [(number, work, [marks[unit].get(work, "") for unit in units]) for number, work in works]
    taken = {work for held in marks.values() for work in held}
    shown = (row for row in rows if any(row[2]) or (first and row[1] not in taken))
    return ("序号", "职责", *units), tuple((number, work[1], *cells) for number, work, cells in shown)
