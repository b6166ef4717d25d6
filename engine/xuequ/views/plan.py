"""The implementation plan (实施方案): everything the scheme decides, in the order an office writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xuequ.compose import Step
from xuequ.compose.names import LEVELS
from xuequ.model.elements import Constraint, Element, Scheme, Source
from xuequ.views import bodies, districts, prose, reviews
from xuequ.views.bodies import Statement
from xuequ.views.context import Context
from xuequ.views.passages import Passage, loose, opened, passages, phases
from xuequ.views.prose import said, with_
from xuequ.views.wording import (
    DOUBT,
    NOTHING,
    OPEN,
    base,
    cited,
    contents,
    fixed,
    kind_of,
    listed,
    marked,
    value,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """What the template `plan.md.j2` has."""

    title: str
    issued_by: str
    number: str
    date: str
    to: str
    opening: str
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
    schedules: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    """Title and rows (month, work, who, remark) of each schedule."""
    begins: str
    """From when on it is in force, and what ends with it; empty where nothing is said."""
    mandates: tuple[Statement, ...]
    sources: tuple[tuple[str, ...], ...]
    doubts: tuple[tuple[str, ...], ...]
    ours: tuple[str, ...]
    enclosed: bool = False
    """Whether it stands after a notice, which then has the signature and the number."""


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


def view(context: Context) -> PlanView:
    """The plan of one scheme."""
    scheme = context.scheme
    title = _title(scheme)
    safeguards = [m for m in scheme.measures if any(word in m.name for word in _SAFEGUARDS)]
    return PlanView(
        title=title,
        issued_by=value(
            "\n".join(context.names.official(ref) for ref in scheme.issue.issued_by),
            scheme_element(scheme),
            "issued_by",
        ),
        number=scheme.issue.number or (OPEN if "number" in scheme.issue.unspecified else ""),
        date=chinese_date(scheme.issue.date) or OPEN,
        to=context.names.addressed(scheme.issue.to),
        opening=_opening(context, title),
        principles_title=_principles_title(scheme),
        principles=tuple(_aim(p) for p in scheme.principles),
        constraints=tuple(_constraint(c, context) for c in scheme.constraints),
        goals=tuple(_aim(g) for g in scheme.goals),
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
        sources=tuple(_sources(context)),
        begins=begins(context, title),
        doubts=tuple(context.doubts),
        ours=context.ours,
    )


def _title(scheme: Scheme) -> str:
    return scheme.name if kind_of(scheme.name) else f"{scheme.name}实施方案"


def chinese_date(iso: str) -> str:
    """2014-05-30 as 2014年5月30日; a text that is no such date stays."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return iso
    year, month, day = (int(part) for part in parts)
    return f"{year}年{month}月{day}日"


def _opening(context: Context, title: str) -> str:
    basis, details = listed(_cited(context, "basis")), listed(_cited(context, "details", "continues"))
    work = base(context.scheme)
    parts = (
        with_(basis, "为贯彻落实", "精神"),
        with_(details, "按照", "要求"),
        f"{'' if basis else '为'}做好{work if work.endswith('工作') else f'{work}工作'}",
        f"结合{_ours(context.scheme)}实际",
        f"制定本{kind_of(title)}",
    )
    return "，".join(filter(None, parts)) + "。"


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


def _aim(element: Element) -> Statement:
    items = contents(element)
    return Statement(marked(element), said(items, note=element.note), listed=bool(items))


def _constraint(constraint: Constraint, context: Context) -> Statement:
    """What it says in words; the relation it rules out only where the name does not say so already."""
    never = constraint.never
    ruled_out = ""
    if never is not None and "不" not in constraint.name:
        who = listed(context.names.actors(constraint, never.who))
        ruled_out = prose.never(who, never.edge, listed(context.names.actors(constraint, never.whom)))
    text = said(
        with_(listed(context.names.actors(constraint, constraint.for_)), "适用于"),
        with_(listed(fixed(matter) for matter in constraint.protects), "涉及"),
        ruled_out,
        note=constraint.note,
    )
    return Statement(marked(constraint), text)


def _schedules(context: Context) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    for schedule in context.scheme.schedules:
        rows = context.schedule_rows(schedule)
        open_end = () if schedule.complete else ((OPEN, f"后续月份原文缺失{DOUBT}", NOTHING, NOTHING),)
        yield marked(schedule), (*rows, *open_end)


def _mandates(context: Context) -> Iterator[Statement]:
    for mandate in context.scheme.mandates:
        text = said(
            with_(listed(context.names.actors(mandate, mandate.each)), "适用于"),
            with_(listed(context.names.targets(mandate.requires)), "须包括"),
            with_(
                listed(f"{context.names.named(k)}（{fixed(b)}）" for k, b in mandate.bound.items()), "界限为"
            ),
            with_(contents(mandate), "内容包括", what="内容"),
            note=mandate.note,
        )
        yield Statement(marked(mandate), text)


def _principles_title(scheme: Scheme) -> str:
    """What the first chapter is called; a guiding thought is one of the principles."""
    guided = any("思想" in principle.name for principle in scheme.principles)
    return "指导思想和基本原则" if guided else "基本原则" if scheme.principles else "工作要求"


def begins(context: Context, title: str) -> str:
    """本方案自2025年9月1日起施行，有效期至2028年8月31日，《…》同时废止。"""
    issue = context.scheme.issue
    replaced = listed(cited(source.name) for source in own_sources(context) if source.role == "repeals")
    return said(
        with_(chinese_date(issue.effective), f"本{kind_of(title)}自", "起施行"),
        with_(chinese_date(issue.expires), "有效期至"),
        with_(replaced, "", "同时废止" if issue.effective else "自本文印发之日起废止"),
    )


def own_sources(context: Context) -> tuple[Source, ...]:
    """The sources the scheme names itself: those of a policy it adopts are that policy's affair."""
    origins = context.plan.composed.origins
    return tuple(s for s in context.scheme.sources if origins.of(s.at).step is not Step.ADOPTED)


def _sources(context: Context) -> Iterator[tuple[str, ...]]:
    known = {source.name: source for source in reversed(own_sources(context))}
    for number, source in enumerate(reversed(known.values()), 1):
        yield (
            str(number),
            cited(source.name) + (DOUBT if source.unclear else ""),
            value(source.issued_by, source, "issued_by") or NOTHING,
            value(source.number, source, "number") or NOTHING,
            value(chinese_date(source.date), source, "date") or NOTHING,
            fixed(source.role) if source.role else "本文",
        )


def scheme_element(scheme: Scheme) -> Element:
    """The issue of a scheme as an element, so that its open fields print like any other."""
    return Element(key="issue", path=(), at=("issue",), name="", unspecified=scheme.issue.unspecified)
