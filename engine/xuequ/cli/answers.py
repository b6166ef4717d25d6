"""What the commands that answer questions share: their options, the plan they ask, and the form of the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from xuequ.cli.i18n import Lang, Say, speaker
from xuequ.cli.options import roster_option, year_options
from xuequ.cli.settings import settings
from xuequ.cli.tables import bom_option

if TYPE_CHECKING:
    from xuequ.calendar.calendar import SchoolCalendar
    from xuequ.calendar.windows import Window
    from xuequ.findings.finding import DocPath, Finding
    from xuequ.model.time.years import Year
    from xuequ.query.times import Month, Times
    from xuequ.query.who import Limit
    from xuequ.resolution.plan import Plan
    from xuequ.workspace.planning import Planned

FORMATS = ("table", "json", "csv")
VERSION = 1
#: So many windows are told one by one.
_FEW = 3
#: What the parts are called, in Chinese and in English.
PARTS: Mapping[str, tuple[str, str]] = {
    "assess": ("考核", "assess"),
    "lead": ("牵头", "lead"),
    "responsible": ("责任", "responsible"),
    "support": ("配合", "support"),
    "oversee": ("督导", "oversee"),
    "approve": ("审定", "approve"),
    "inform": ("报送", "inform"),
    "may": ("可以", "may"),
    "must_not": ("不得", "must not"),
    "for": ("对象", "for"),
}

#: What a relation is said to be, along its direction and against it.
RELATIONS: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "reports_to": (("报送", "reports to"), ("接受报送", "hears from")),
    "administers": (("管理", "is over"), ("隶属", "is under")),
    "assesses": (("考核", "assesses"), ("受其考核", "is assessed by")),
    "leads": (("领导", "leads"), ("以其为首", "is led by")),
    "appoints": (("任命", "appoints"), ("由其任命", "is appointed by")),
    "member_of": (("属于", "belongs to"), ("下有", "has in it")),
    "holds": (("担任", "holds"), ("由其担任", "is held by")),
    "hosts": (("内设", "hosts"), ("设在", "sits in")),
    "mirrors": (("同一范围", "has the schools of"), ("同一范围", "has the schools of")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A scheme to be asked, and how the answer is wanted."""

    name: str
    planned: Planned
    plan: Plan
    calendar: SchoolCalendar | None
    lang: Lang
    style: str

    @property
    def say(self) -> Say:
        """The chooser of texts in the reader's language."""
        return speaker(self.lang)

    def times(self) -> Times:
        """When its work falls."""
        from xuequ.query.times import times

        return times(self.plan, self.calendar)

    def where(self, at: DocPath) -> str:
        """A place in the composed tree as `file:line:column`."""
        return self.planned.locate(self.plan.composed.origins.place(at)) if at else ""

    def spot(self, at: DocPath) -> dict[str, Any] | None:
        """The same for JSON."""
        if not at:
            return None
        file, line, column = self.where(at).rsplit(":", 2)
        return {"file": file, "line": int(line), "column": int(column)}


def as_whom(name: str, group: str, say: Say) -> str:
    """An actor that is meant as one of a group."""
    return name + say(f"（作为{group}）", f" (as {group})") if group else name


def answer_options(say: Say) -> list[click.Parameter]:
    """`--roster`, `--school-year`, `--year`, `--format` and `--bom`."""
    text = say("答案的格式，缺省为 table", "how the answer is written; table by default")
    style = click.Option(["--format", "style"], type=click.Choice(FORMATS), default=FORMATS[0], help=text)
    return [roster_option(say), *year_options(say), style, bom_option(say)]


def ask(
    name: str,
    scheme: str,
    roster: str | None,
    school_year: Year | None,
    style: str,
    month: Month | None = None,
) -> Question | None:
    """The plan of a scheme to ask; None after its errors were told. A `month` with a year says which year it is."""
    from xuequ.findings.finding import Level
    from xuequ.workspace.planned_year import planned_year
    from xuequ.workspace.planning import plan_file

    planned = plan_file(scheme, roster)
    errors = [found for found in planned.findings if found.level is Level.ERROR]
    if planned.plan is None or errors:
        _tell(errors, planned, style)
        return None
    year = planned_year(planned.plan, school_year)
    if school_year is None and month is not None and not _plans(year.calendar, month):
        year = planned_year(planned.plan, month.school_year)
    if wrong := [found for found in year.findings if found.level is Level.ERROR]:
        _tell(wrong, planned, style)
        return None
    return Question(
        name=name,
        planned=planned,
        plan=planned.plan,
        calendar=year.calendar,
        lang=settings().lang,
        style=style,
    )


def _plans(calendar: SchoolCalendar | None, month: Month) -> bool:
    """Whether a period has days of a month; of a month of no year nobody asks for another."""
    if month.year is None:
        return True
    from xuequ.calendar.span import month_span

    return calendar is not None and calendar.period.cut(month_span(month.year, month.month)) is not None


def refuse(question: Question, *findings: Finding) -> int:
    """Tell why there is no answer."""
    _tell(findings, question.planned, question.style)
    return 1


def _tell(findings: Iterable[Finding], planned: Planned, style: str) -> None:
    from xuequ.cli.output import tell

    lang = settings().lang
    if style == "json":
        tell(findings, planned.sources, lang=lang, style="json")
    else:
        tell(findings, planned.sources, lang=lang, to_stderr=True)


def write_json(question: Question, **answer: object) -> None:
    """The answer as one JSON document that says what was asked."""
    import json

    from xuequ.cli.output import write_out

    whole = {"version": VERSION, "question": question.name, **answer}
    write_out(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def spans_of(windows: Sequence[Window]) -> list[str]:
    """Windows from first to last day."""
    from xuequ.query.times import span_text

    return [span_text(window) for window in windows]


def when_text(when: Sequence[str], windows: Sequence[Window], say: Say) -> str:
    """What the drafter wrote, and the days it comes to; many are counted."""
    spans = spans_of(windows)
    days = say("、", ", ").join(spans)
    if len(spans) > _FEW:
        days = say(f"{len(spans)} 次，", f"{len(spans)} times, ") + f"{spans[0]} … {spans[-1]}"
    if any(window.moved for window in windows):
        days += say("，逢休息日顺延", ", moved from a day of rest")
    if any(window.cut for window in windows):
        days += say("，假期不计", ", without holidays")
    if off := sum(window.off or window.in_break for window in windows):
        days += (
            say("，在假期", ", in holidays")
            if off == len(windows)
            else say(f"，其中 {off} 次在假期", f", {off} of them in holidays")
        )
    if any(window.turn_open for window in windows):
        days += say("，起始时间没有写明", ", from the first on: nothing says from when")
    if any(window.latest for window in windows):
        days += say("，最迟；起始年份没有写明", " at the latest; the first year is not written")
    said = say("、", ", ").join(when)
    return f"{said} ({days})" if said and days else said or days


def limits_text(limits: Sequence[Limit], say: Say) -> str:
    """What narrows a piece of work, in one cell: 条件：地域为乡村；除外：龙头校."""
    told = (f"{say(*limit.label)}{say('：', ': ')}{say(*limit.said)}" for limit in limits)
    return say("；", "; ").join(told)


def listed(names: Sequence[str], say: Say) -> str:
    """Names in a row; of many, the first and how many there are."""
    if len(names) > _FEW:
        return say(f"{names[0]} 等 {len(names)} 个", f"{names[0]} and {len(names) - 1} more")
    return say("、", ", ").join(names)
