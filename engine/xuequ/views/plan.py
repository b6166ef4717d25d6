"""The implementation plan (实施方案): everything the scheme decides, in the order an office writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, NamedTuple

from xuequ.compose import Step
from xuequ.compose.names import LEVELS
from xuequ.language.fields import value_word
from xuequ.model.elements import Constraint, Element, Goal, Measure, Scheme, Source
from xuequ.model.open_lists import open_list
from xuequ.views import bodies, districts, prose, reviews
from xuequ.views.amounts import amounts_text
from xuequ.views.bodies import Statement
from xuequ.views.context import Context
from xuequ.views.document_kinds import goes_out_alone, kind_of, opening, titled, topic
from xuequ.views.issue import NO_HEAD, Head, IssuedView, issued, signed
from xuequ.views.passages import Passage, loose, opened, passages, phases
from xuequ.views.prose import said, with_
from xuequ.views.times import chinese_date, whens_text
from xuequ.views.wording import (
    DOUBT,
    NOTHING,
    OPEN,
    OURS,
    cited,
    contents,
    fixed,
    listed,
    marked,
    number_of,
    value,
)


class Timetable(NamedTuple):
    """A schedule: what it is called, what is said of it, its rows of month, work, who and remark."""

    name: str
    text: str
    months: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView(IssuedView):
    """What the template `plan.md.j2` has. Of a kind that goes out by itself it has the red head and the last lines."""

    issued_by: str
    """Who signs, a line each."""
    principles_title: str
    principles: tuple[Statement, ...]
    constraints: tuple[Statement, ...]
    goals: tuple[Statement, ...]
    organs: tuple[Statement, ...]
    posts: tuple[Statement, ...]
    groups: tuple[Statement, ...]
    districts: tuple[districts.District, ...]
    measures: tuple[Passage, ...]
    safeguards: tuple[Passage, ...]
    appraisals: tuple[Statement, ...]
    phases: tuple[Passage, ...]
    schedules: tuple[Timetable, ...]
    mandates: tuple[Statement, ...]
    sources: tuple[tuple[str, ...], ...]
    about: str
    """What the drafter notes of the whole."""
    doubts: tuple[tuple[str, ...], ...]
    ours: tuple[str, ...]
    enclosed: bool = False
    """Whether it stands after a notice, which then has the signature and the number."""


_CHAPTER = "保障措施"
#: Chapters of a source that say how the work is made sure of rather than what it is.
_SAFEGUARDS = (
    "保障",
    "组织领导",
    "工作要求",
    "政策支持",
    "长效机制",
    "督导检查",
    "工作责任",
    "制度建设",
    "办学条件",
    "理论研究",
)


def _safeguards(measures: Sequence[Measure]) -> list[Measure]:
    """Those that are called like the chapter, and the last ones if that is what they are.

    One among others (强化条件保障 before 教师交流) keeps its place in the text.
    """
    last = len(measures) - len(
        [*takewhile(lambda one: any(word in one.name for word in _SAFEGUARDS), reversed(measures))]
    )
    called = (_CHAPTER, *_SAFEGUARDS)
    return [one for number, one in enumerate(measures) if number >= last or one.name in called]


def view(context: Context, head: Head = NO_HEAD, attachments: Sequence[str] = ()) -> PlanView:
    """The plan of one scheme; `head` and `attachments` are for a kind that goes out by itself."""
    scheme = context.scheme
    name = title(context)
    safeguards = _safeguards(scheme.measures)
    sources, doubts = tuple(_sources(context)), tuple(context.doubts)
    about = str(context.plan.composed.tree.get("note", ""))
    attached = (*attachments, *(["来源文件"] if sources or about else ()), *(["待核事项"] if doubts else ()))
    frame = issued(context, head, name, attached) if goes_out_alone(name) else _unissued(context)
    return PlanView(
        **frame,
        title=name,
        issued_by="\n".join(frame["issuers"]),
        opening=_opening(context, name),
        principles_title=_principles_title(scheme),
        principles=tuple(_aim(p) for p in scheme.principles),
        constraints=tuple(_constraint(c, context) for c in scheme.constraints),
        goals=tuple(_aim(goal, _reached(goal, context)) for goal in scheme.goals),
        organs=bodies.organs(context),
        posts=bodies.posts(context),
        groups=bodies.groups(context),
        districts=districts.districts(context),
        measures=passages([m for m in scheme.measures if m not in safeguards], context, top=loose(context)),
        safeguards=passages(opened(safeguards), context),
        appraisals=tuple(reviews.statement(a, context) for a in context.appraisals),
        phases=tuple(phases(context)),
        schedules=tuple(_schedules(context)),
        mandates=tuple(_mandates(context)),
        sources=sources,
        about=about,
        begins=begins(context, name),
        doubts=doubts,
        ours=context.ours,
    )


def title(context: Context) -> str:
    """What the document calls itself, 实施方案 where the scheme's name does not say."""
    return titled(context.scheme.name)


def _unissued(context: Context) -> dict[str, Any]:
    """The frame of a text that goes out under a notice: who it is by, to whom, when."""
    issue = context.scheme.issue
    return {
        **signed(context),
        "number": issue.number or (OPEN if "number" in issue.unspecified else ""),
        "to": context.names.addressed(issue.to),
    }


def _opening(context: Context, name: str) -> str:
    basis, details = listed(_cited(context, "basis")), listed(_cited(context, "details", "continues"))
    return opening(name, topic(context.scheme), basis, details, _ours(context.scheme))


def _cited(context: Context, *roles: str) -> list[str]:
    """The sources that stand in these roles, each with its number."""
    return [cited(s.name) + _number(s.number) for s in own_sources(context) if s.role in roles]


def _ours(scheme: Scheme) -> str:
    """我县, 我市; of a locality that is no county or city, its name."""
    name = scheme.locality.name
    return f"我{name[-1]}" if scheme.locality.level in LEVELS and name[-1:] in _PLACES else name


def _number(number: str) -> str:
    """A number behind a title; one that has lost its year is not printed, but that it is missing."""
    if not number:
        return ""
    return f"（{number}）" if _YEAR.search(number) else f"（文号{DOUBT}）"


#: The year of a document number: 〔2024〕, [2024], (2024) or by itself.
_YEAR = re.compile(r"(?:19|20)\d\d")
#: How names of counties and cities end.
_PLACES = tuple("省市县区州盟旗镇乡")


def _aim(element: Element, reached: str = "") -> Statement:
    items, number = contents(element), number_of(element)
    return Statement(
        marked(element),
        said(items, number, reached, note=element.note),
        listed=bool(items) and not (reached or number),
    )


def _reached(goal: Goal, context: Context) -> str:
    """What a goal comes to and by when: 2025年底前由85%提高到95%."""
    number = value(amounts_text(goal.amount, context.names.named), goal, "amount")
    time = value(whens_text(goal.when), goal, "when")
    if not number:
        return with_(time, "", "实现", what="时间")
    verb = "" if prose.says_itself(number) else "为" if number == "0" else "达到"
    return f"{time}{verb}{number}"


def _constraint(constraint: Constraint, context: Context) -> Statement:
    """What it says in words; the relation it rules out only where the name does not say so already."""
    never = constraint.never
    ruled_out = ""
    if never is not None and "不" not in constraint.name:
        who = listed(context.names.actors(constraint, never.who))
        ruled_out = prose.never(who, never.edge, listed(context.names.actors(constraint, never.whom)))
    text = said(
        with_(context.names.field(constraint, constraint.for_, "for"), "适用于"),
        with_(
            listed((fixed(each) for each in constraint.protects), open_list(constraint) == "protects"), "涉及"
        ),
        ruled_out,
        with_(contents(constraint), "包括", what="内容"),
        number_of(constraint),
        note=constraint.note,
    )
    return Statement(marked(constraint), text)


def _schedules(context: Context) -> Iterator[Timetable]:
    for schedule in context.scheme.schedules:
        rows = context.schedule_rows(schedule)
        open_end = () if schedule.complete else ((OPEN, f"后续月份原文缺失{DOUBT}", NOTHING, NOTHING),)
        year = schedule.year or schedule.school_year
        called = f"{year}{'年' if schedule.year else '学年'}" if year and year not in schedule.name else ""
        text = said(called, contents(schedule), number_of(schedule), note=schedule.note)
        yield Timetable(marked(schedule), text, (*rows, *open_end))


def _mandates(context: Context) -> Iterator[Statement]:
    for mandate in context.scheme.mandates:
        text = said(
            with_(listed(context.names.actors(mandate, mandate.each)), "适用于"),
            with_(
                listed(context.names.targets(mandate.requires), open_list(mandate) == "requires"), "须包括"
            ),
            with_(
                listed(
                    f"{context.names.named(k)}（{value_word('mandate', 'bound', b)}）"
                    for k, b in mandate.bound.items()
                ),
                "界限为",
            ),
            with_(contents(mandate), "内容包括", what="内容"),
            number_of(mandate),
            note=mandate.note,
        )
        yield Statement(marked(mandate), text)


def _principles_title(scheme: Scheme) -> str:
    """What the first chapter is called; a guiding thought is one of the principles."""
    guided = any("思想" in principle.name for principle in scheme.principles)
    return "指导思想和基本原则" if guided else "基本原则" if scheme.principles else "工作要求"


def begins(context: Context, name: str) -> str:
    """本方案自2025年9月1日起施行，有效期至2028年8月31日，《…》同时废止。"""
    issue = context.scheme.issue
    replaced = listed(cited(source.name) for source in own_sources(context) if source.role == "repeals")
    return said(
        with_(chinese_date(issue.effective), f"本{kind_of(name)}自", "起施行"),
        with_(chinese_date(issue.expires), "有效期至"),
        with_(replaced, "", "同时废止" if issue.effective else "自本文印发之日起废止"),
    )


def own_sources(context: Context) -> tuple[Source, ...]:
    """The sources the scheme names itself: those of a policy it adopts are that policy's affair."""
    origins = context.plan.composed.origins
    return tuple(s for s in context.scheme.sources if origins.of(s.at).step is not Step.ADOPTED)


def _sources(context: Context) -> Iterator[tuple[str, ...]]:
    own = context.scheme.issue.source
    for number, source in enumerate(own_sources(context), 1):
        yield (
            str(number),
            "\n".join((cited(source.name) + (DOUBT if source.unclear else ""), *_about(source))),
            value(source.issued_by, source, "issued_by") or NOTHING,
            value(source.number, source, "number") or NOTHING,
            value(chinese_date(source.date), source, "date") or NOTHING,
            value(fixed(source.role), source, "as")
            or ("本文" if own in (source.key, source.name) else NOTHING),
        )


def _about(source: Source) -> Iterator[str]:
    """What else is said of a source: whether it is all of it, what it contains, what is noted."""
    standing = value_word("source", "standing", source.standing) if source.standing != "full" else ""
    told = (
        standing,
        contents(source),
        number_of(source),
        source.note.rstrip("。"),
        OURS if source.ours else "",
    )
    if text := "；".join(filter(None, told)):
        yield f"（{text}）"
