"""Which tables of a document people fill in, with what they enter beside what the scheme says.

Rows are named by what does not change with names: `duty:path@actor`. Work that is done once has one line with the
first day it is due, as a later one is the same date of another year; what comes round a few times in the period
(每半年, 每学期) has a line for each, and what comes oftener one line with the last, as only then it is done with. The
ledger has a line for each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from xuequ.views.agenda import Dated
from xuequ.views.appraisals import AppraisalsView
from xuequ.views.calendar import CONSTANT, NO_MONTH, CalendarView
from xuequ.views.checklists import ChecklistView
from xuequ.views.context import Context
from xuequ.views.duties import DutiesView
from xuequ.views.ledger import LedgerView, times_due
from xuequ.views.matrix import MatrixView
from xuequ.views.reviews import leaves
from xuequ.views.supervision import SupervisionView
from xuequ.views.tasks import TasksView
from xuequ.views.work import work_key
from xuequ.writers.tables.sheets import BEGINS, DONE, EVIDENCE, STATES, Cell, Column, Kind, Sheet, plain

DUE = Column("截止日期", Kind.DATE)
ACTUAL = Column("实际完成时间", Kind.DATE)
STATE = Column("状态", choices=STATES)
EVIDENT = Column("佐证材料", choices=EVIDENCE, free=True)
CLOSED = Column("销号", choices=("已销号",))
#: Whether a task was or is in time; what is done and closed on the very day is in time.
IN_TIME = Column(
    "时限情况",
    formula=(
        f'=IF({{状态}}="{DONE}",IF(NOT(ISNUMBER({{实际完成时间}})),"请填完成时间",'
        'IF(AND(ISNUMBER({截止日期}),{实际完成时间}>{截止日期}),"逾期完成","按期完成")),'
        'IF(AND(ISNUMBER({截止日期}),{截止日期}<{today}),"逾期",""))'
    ),
)
COMPLETE = ("齐全", "不全", "没有")


def forbidden(view: DutiesView | SupervisionView, name: str) -> Iterator[Sheet]:
    """What is forbidden, where anything is."""
    if view.forbidden:
        columns = (_NUMBER, *plain(*view.forbidden_columns[1:]))
        yield Sheet(name, f"{view.title}（禁止事项）", columns, tuple(map(_counted, view.forbidden)))


def duties(view: DutiesView) -> Sheet:
    """The duty list, all actors in one table."""
    rows = ((actor.name, *row[1:]) for actor in view.actors for row in actor.rows)
    numbered: tuple[tuple[Cell, ...], ...] = tuple((number, *row) for number, row in enumerate(rows, 1))
    columns = (_NUMBER, *plain("责任主体", *view.columns[1:]))
    return Sheet("责任清单", view.title, columns, numbered)


def tasks(view: TasksView, context: Context, dated: Sequence[Dated]) -> Sheet:
    """The task breakdown, with how far each is."""
    days = _due(dated)
    timed = [
        (key, row, day)
        for path, row in zip(context.asked, view.rows, strict=True)
        for key, day in _each(work_key("duty", path), days.get(work_key("duty", path), ("",)))
    ]
    rows = tuple((number, *row[1:], day, BEGINS, "", "") for number, (_, row, day) in enumerate(timed, 1))
    columns = (_NUMBER, *plain(*view.columns[1:]), DUE, STATE, ACTUAL, Column("报送人"))
    keys = tuple(key for key, _, _ in timed)
    return Sheet("任务分解表", view.title, columns, rows, keys, state=STATE.name, due=DUE.name)


def checklist(view: ChecklistView, name: str, dated: Sequence[Dated]) -> Sheet:
    """The checklist of one cluster and its schools; `name` tells it from others of its name."""
    days = _due(dated)
    head, when = view.columns, view.columns.index("完成时限")
    rows: list[tuple[Cell, ...]] = []
    keys: list[str] = []
    for chapter in view.chapters:
        timed = [
            (name, row, day)
            for row, key in zip(chapter.rows, chapter.keys, strict=True)
            for name, day in _each(str(key), days.get(key.work, ("",)))
        ]
        keys += (name for name, _, _ in timed)
        for number, (_, row, day) in enumerate(timed, 1):
            rows.append((chapter.name, number, *row[1 : when + 1], day, row[when + 1], BEGINS, "", ""))
    columns = (
        *plain("单位"),
        _NUMBER,
        *plain(*head[1 : when + 1]),
        DUE,
        *plain(head[when + 1]),
        STATE,
        ACTUAL,
        EVIDENT,
    )
    title = f"{view.title}（{name}）"
    return Sheet(name, title, columns, tuple(rows), _told_apart(keys), state=STATE.name, due=DUE.name)


def ledger(view: LedgerView) -> Sheet:
    """The ledger: a line for each time a duty is due, closed one by one."""
    columns = (
        _NUMBER,
        *plain("工作内容", "责任单位", "完成时限"),
        DUE,
        ACTUAL,
        Column("报送人"),
        STATE,
        IN_TIME,
        CLOSED,
    )
    rows = tuple(
        (number, item.work, item.owner, item.time or item.when, item.due or "", "", "", BEGINS, "", "")
        for number, item in enumerate(view.items, 1)
    )
    keys = _told_apart(
        item.key + (f"#{item.due.isoformat()}" if item.turn and item.due else "") for item in view.items
    )
    return Sheet("工作台账", view.title, columns, rows, keys, state=STATE.name, due=DUE.name)


def calendar(view: CalendarView) -> Sheet:
    """The calendar, with how far each month's work is.

    What comes round all the time stands first, once, and what has no month in the period last.
    """
    constant = (
        (CONSTANT, work, owner, "；".join(note for note in (when, note) if note))
        for _, work, when, owner, note in view.constant
    )
    undated = ((NO_MONTH, work, owner, when) for _, work, when, owner in view.undated)
    rows = tuple((*row, BEGINS) for row in (*constant, *view.rows, *undated))
    return Sheet("工作行事历", view.title, (*plain(*view.columns), STATE), rows, state=STATE.name)


def supervision(view: SupervisionView, context: Context) -> Sheet:
    """The supervision checklist: points and scores are entered and added up."""
    points = Column("分值", Kind.NUMBER, total=True)
    own = Column("自评得分", Kind.NUMBER, total=True, at_most="分值")
    columns = (*plain(*view.columns[:3]), points, *plain(view.columns[4]), own)
    keys = tuple(work_key("duty", line.path) for line in context.asked.values())
    return Sheet("督导清单", view.title, columns, view.rows, keys)


def appraisals(view: AppraisalsView, context: Context) -> Iterator[Sheet]:
    """A sheet for each appraisal: scores are entered, no higher than the points, and added up."""
    points = Column("分值", Kind.NUMBER, total=True)
    scores = (Column(name, Kind.NUMBER, total=True, at_most="分值") for name in ("自评得分", "考核得分"))
    levels = view.levels
    columns = (*plain(*view.columns[:levels]), points, *plain("计分办法", "佐证材料"))
    columns = (*columns, Column("佐证情况", choices=COMPLETE), *scores)
    for sheet, appraisal in zip(view.sheets, context.assessments, strict=True):
        paths = [criterion.path for _, criterion in leaves(appraisal.criteria)]
        scored = sheet.rows[: len(paths)] if paths else sheet.rows
        rows = tuple(
            (*row[:levels], _number(row[levels]), *row[levels + 1 : levels + 3], "", "", "") for row in scored
        )
        keys = tuple(work_key("criterion", path) for path in paths or [appraisal.path])
        yield Sheet(sheet.name, f"{view.title}（{sheet.name}）", columns, rows, keys)


def matrix(view: MatrixView) -> Sheet:
    """The matrix, whole, with headings that turn."""
    rows = tuple(_counted(row) for row in view.rows)
    return Sheet("责任矩阵", view.title, (_NUMBER, *plain(*view.columns[1:])), rows, upright=True)


_NUMBER = Column("序号")


def _counted(row: Sequence[str]) -> tuple[Cell, ...]:
    return (int(row[0]), *row[1:])


def _number(text: str) -> Cell:
    """Points as a number where they are one, else as they are said."""
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number


#: What comes round so often in the period has a line for each time.
_FEW = 4


def _due(dated: Iterable[Dated]) -> Mapping[str, tuple[date, ...]]:
    """The days of each piece of work that have a line of their own."""
    found: dict[str, tuple[date, ...]] = {}
    for item in dated:
        if days := tuple(dict.fromkeys(due.date for due in times_due(item) if due.date is not None)):
            few = days if len(days) <= _FEW else days[-1:]
            found[item.entry.key] = few if item.entry.recurs else days[:1]
    return found


def _each(key: str, days: Sequence[date | str]) -> Iterator[tuple[str, Cell]]:
    """A line for each day, named by it where there are several."""
    yield from ((f"{key}#{day}" if len(days) > 1 else key, day) for day in days)


def _told_apart(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys with `#2` and so on where one actor stands in a duty in several ways."""
    seen: dict[str, int] = {}
    found = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        found.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return tuple(found)
