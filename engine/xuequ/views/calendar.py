"""The month-by-month plan (工作行事历): with a period, dates; without one, the months the source names.

Work that comes round every week or oftener stands in a table of its own, once, and not in every month.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from xuequ.calendar.calendar import SchoolCalendar, joined
from xuequ.calendar.span import Span, month_span, school_year_of
from xuequ.calendar.widths import used_in, widths_table
from xuequ.calendar.windows import Window
from xuequ.model.time.values import Place, Stretch, When
from xuequ.views.agenda import Dated, Entry, agenda, entries
from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.ledger import IN_HOLIDAYS, noted
from xuequ.views.times import daytime_text
from xuequ.views.wording import NOTHING, OPEN
from xuequ.views.work import work_key
from xuequ.writers.ics import Event

COLUMNS = ("月份", "工作内容", "责任单位", "备注")
#: What stands for the month of work that comes round every week or oftener.
CONSTANT = "常规"
#: What stands for the month of work that has none in the period.
NO_MONTH = "未排入月份"
#: A duty with more days than this in a month has one entry of the calendar file for each of its runs.
_OFTEN = 5
#: So many windows of a month are written out where they have hours.
_FEW = 3
#: Of a window of fewer days than this both ends are printed, of a longer one only when it is over.
_SHORT = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """What the template `calendar.md.j2` has; `events` are the entries of the calendar file."""

    title: str
    period: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    constant: tuple[tuple[str, ...], ...]
    undated_title: str
    undated: tuple[tuple[str, ...], ...]
    widths: tuple[tuple[str, str], ...]
    events: tuple[Event, ...]


def view(context: Context, calendar: SchoolCalendar | None) -> CalendarView:
    """The calendar of a scheme; without a period it has months and rhythms, no days."""
    title = after(context.scheme, "工作行事历")
    return _dated(title, context, calendar) if calendar else _undated(title, context)


def _dated(title: str, context: Context, calendar: SchoolCalendar) -> CalendarView:
    items = agenda(context, calendar)
    later = [
        item
        for item in items
        if not _within(item, calendar) or _runs_on(item) or item.beside or _months_off(item)
    ]
    constant = [item for item in items if item.entry.constant and _within(item, calendar)]
    monthly = [item for item in items if not item.entry.constant]
    assumed = "学期起止日期为推定，以教育行政部门公布的校历为准。" if calendar.assumes() else ""
    unpublished = "未公布放假安排的日期为暂定。" if calendar.provisional(calendar.period.last) else ""
    placed = [day for item in items for day, _ in _within(item, calendar)]
    # A table that begins in August begins before the school year that is planned.
    begins = min(
        (day.replace(day=1) for day in placed if day < calendar.period.first), default=calendar.period.first
    )
    return CalendarView(
        title=title,
        period=f"期间：{_day(begins)}至{_day(calendar.period.last)}。{assumed}{unpublished}",
        columns=COLUMNS,
        rows=tuple(_rows(monthly, calendar)),
        constant=tuple(_constant((item.entry, _of_holidays(item)) for item in constant)),
        undated_title="未排入月份的工作",
        undated=tuple(_numbered((i.entry.work, _when(i, calendar), i.entry.owner or NOTHING) for i in later)),
        widths=widths_table(calendar.widths, used_in(when for item in items for when in item.entry.whens)),
        events=tuple(event for item in items for event in _events(item, calendar)),
    )


def _of_holidays(item: Dated) -> str:
    """What holidays do to work that goes on all the time."""
    return "假期不计" if item.skipped else "含假期" if any(window.off for window in item.windows) else ""


def _undated(title: str, context: Context) -> CalendarView:
    """Rows of the schedules, then work that names a month; the other by its rhythm."""
    rows = [row for schedule in context.scheme.schedules for row in context.schedule_rows(schedule)]
    listed = {
        duty.path for schedule in context.scheme.schedules for row in schedule.rows for duty in row.duties
    }
    keys = {work_key("duty", path) for path in listed}
    timed = [
        entry for entry in entries(context) if (entry.whens or entry.when == OPEN) and entry.key not in keys
    ]
    months = [(entry, _month(entry.whens)) for entry in timed if not entry.constant]
    rows += [
        (f"{month}月", entry.work, entry.owner or NOTHING, entry.when) for entry, month in months if month
    ]
    rhythms = [(entry.work, entry.when, entry.owner or NOTHING) for entry, month in months if not month]
    return CalendarView(
        title=title,
        period="方案未写明施行期间，以下只列月份，不列日期。",
        columns=COLUMNS,
        rows=tuple(rows),
        constant=tuple(_constant((entry, "") for entry in timed if entry.constant)),
        undated_title="按周期或不定期开展的工作",
        undated=tuple(_numbered(rhythms)),
        widths=(),
        events=(),
    )


def _constant(many: Iterable[tuple[Entry, str]]) -> Iterator[tuple[str, ...]]:
    """A row for each, with what is to be said beside its note."""
    return _numbered(
        (entry.work, entry.when, entry.owner or NOTHING, "；".join(filter(None, (more, entry.note))))
        for entry, more in many
    )


def _numbered(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    return ((str(number), *row) for number, row in enumerate(rows, 1))


def _month(whens: Sequence[When]) -> int | None:
    """The month a date names, where it is no rhythm."""
    for when in whens:
        stretch = when.by or when.at
        if when.every is None and stretch is not None and stretch.last.month is not None:
            return stretch.last.month
    return None


def _placed(window: Window, calendar: SchoolCalendar) -> date | None:
    """The day by which it stands in the table: when it is due, or when it starts; None where it has no such day."""
    if window.starts:
        return window.first if window.first > calendar.period.first and not window.open else None
    return None if window.open else window.last


def _within(item: Dated, calendar: SchoolCalendar) -> list[tuple[date, Window]]:
    """The windows that are due, or that start, before the period is over, each with that day."""
    days = ((_placed(window, calendar), window) for window in item.windows)
    return sorted(((day, window) for day, window in days if day is not None), key=lambda each: each[0])


def _rows(items: Sequence[Dated], calendar: SchoolCalendar) -> Iterator[tuple[str, ...]]:
    """One row for each piece of work and month, by month, in it by day."""
    found = []
    for order, item in enumerate(items):
        for month, dated in _by_month(_within(item, calendar)):
            found.append((month, dated[0][0], order, item.entry, [window for _, window in dated]))
    for month, _, _, entry, windows in sorted(found, key=lambda each: each[:3]):
        yield f"{month[0]}年{month[1]}月", entry.work, entry.owner or NOTHING, _remark(entry, windows)


def _by_month(
    dated: Sequence[tuple[date, Window]],
) -> list[tuple[tuple[int, int], list[tuple[date, Window]]]]:
    months: dict[tuple[int, int], list[tuple[date, Window]]] = {}
    for day, window in dated:
        months.setdefault((day.year, day.month), []).append((day, window))
    return list(months.items())


def _remark(entry: Entry, windows: Sequence[Window]) -> str:
    days = _days_of_month([window for window in windows if not (window.starts or window.about)])
    notes = (
        "" if all(_whole_month(when) for when in entry.whens) else entry.when,
        days if days not in entry.when else "",
        *dict.fromkeys(note for window in windows for note in noted(window) if note != IN_HOLIDAYS),
        _in_holidays(windows),
        "当日为休息日" if any(window.rests and not window.in_break for window in windows) else "",
        "暂定" if any(window.provisional for window in windows) else "",
        entry.note,
    )
    return "；".join(note for note in notes if note)


def _in_holidays(windows: Sequence[Window]) -> str:
    """How many of the windows of a month lie in holidays of the schools that it is done for."""
    off = sum(window.off for window in windows)
    return f"其中{off}次{IN_HOLIDAYS}" if 0 < off < len(windows) else IN_HOLIDAYS if off else ""


def _days_of_month(windows: Sequence[Window]) -> str:
    """The days of the windows in one month; an hour stays with its day, many are counted."""
    if len(windows) > 1 and not (len(windows) <= _FEW and any(window.daytime for window in windows)):
        return f"本月{len(windows)}次"
    return "、".join(f"{_days(window)}{daytime_text(window.daytime)}" for window in windows)


def _whole_month(when: When) -> bool:
    """Whether it is one month and nothing else, which the first column says, or a line of another month does."""
    if when.every is not None or when.at is None or when.about:
        return False
    month = Place(month=when.at.first.month)
    return when.at == Stretch(month, month)


def _days(window: Window) -> str:
    """The days of a window in the month it is due in; a whole month needs none."""
    first, last = window.first, window.last
    if first == last:
        return f"{last.month}月{last.day}日"
    if (first.year, first.month) != (last.year, last.month):
        short = (last - first).days < _SHORT
        return (
            f"{first.month}月{first.day}日至{last.month}月{last.day}日"
            if short
            else f"{last.month}月{last.day}日前"
        )
    if first.day == 1 and last == month_span(last.year, last.month).last:
        return ""
    return f"{first.month}月{first.day}日至{last.day}日"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _runs_on(item: Dated) -> list[Window]:
    """The windows that are due when the period is over."""
    return [window for window in item.windows if window.open and not window.starts]


def _when(item: Dated, calendar: SchoolCalendar) -> str:
    """Its time, why it has no day, and which of its times are due before or after the period."""
    runs_on = [
        *(window.span for window in _runs_on(item)),
        *(s for s in item.beside if s.last > calendar.period.last),
    ]
    before = [span for span in item.beside if span.last < calendar.period.first]
    later = "本期内不到期" if runs_on else ""
    if latest := [window.last for window in item.windows if window.latest]:
        later = f"起始年份没有写明，最迟{_day(latest[-1])}"
    elif runs_on and len(runs_on) < len(item.windows) + len(item.beside):
        later = f"{_spans(runs_on)}的，{later}"
    earlier = f"{_spans(before)}的，在本期之前" if before else ""
    off = f"{'、'.join(f'{year}年{month}月' for year, month in _months_off(item))}在假期，不计"
    said = (item.entry.when, item.why_not, earlier, later, off if _months_off(item) else "")
    return "；".join(dict.fromkeys(text for text in said if text))


def _months_off(item: Dated) -> tuple[tuple[int, int], ...]:
    """The months in which holidays leave none of its times; of what comes every week nobody asks."""
    if item.entry.constant:
        return ()
    due = {(window.last.year, window.last.month) for window in item.windows}
    return tuple(
        dict.fromkeys(
            month for span in item.skipped if (month := (span.last.year, span.last.month)) not in due
        )
    )


def _spans(many: Iterable[Span]) -> str:
    """Days from the first to the last of each; one alone is a day."""
    said = (_day(s.first) if s.first == s.last else f"{_day(s.first)}至{_day(s.last)}" for s in many)
    return "、".join(dict.fromkeys(said))


def _events(item: Dated, calendar: SchoolCalendar) -> Iterator[Event]:
    """An entry on each day that work is due or starts; of what comes often in a month, one over days in a row."""
    found = [
        event for _, dated in _by_month(_within(item, calendar)) for event in _of_month(item.entry, dated)
    ]
    years = [school_year_of(event.day) for event in found]
    for number, (event, year) in enumerate(zip(found, years, strict=True)):
        turn = years[:number].count(year) + 1
        yield event._replace(turn=f"{year}" if turn == 1 else f"{year}#{turn}")


def _of_month(entry: Entry, dated: Sequence[tuple[date, Window]]) -> Iterator[Event]:
    if len(dated) > _OFTEN and all(window.first == day for day, window in dated):
        # 每教学日: one for each week, over its days; 每周一、三、五: one for each day.
        hours = {daytime_text(window.daytime) for _, window in dated}
        hour = f"（{hours.pop()}）" if len(hours) == 1 and "" not in hours else ""
        for run in joined(day for day, _ in dated):
            last = run.last if run.last > run.first else None
            yield Event(entry.key, run.first, f"{entry.name}{hour}", entry.about, entry.measure, last=last)
        return
    for day, window in dated:
        hour = daytime_text(window.daytime)
        firm = "开始" if window.starts else "左右" if window.about else ""
        notes = [text for text in (firm, window.kind, hour) if text]
        notes += [IN_HOLIDAYS] if window.off or window.in_break else []
        notes += ["暂定"] if window.provisional else []
        name = f"{entry.name}（{'，'.join(notes)}）" if notes else entry.name
        begun = "" if window.starts or window.first == day else f"起止：{_day(window.first)}至{_day(day)}"
        about = "\n".join(text for text in (begun, entry.about) if text)
        yield Event(entry.key, day, name, about, entry.measure)
