"""The implementation plan (实施方案): everything the scheme decides, in the order an office writes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xuequ.documents.numerals import numbered
from xuequ.documents.views import bodies, districts, reviews
from xuequ.documents.views.bodies import Statement, each, note
from xuequ.documents.views.ground import Ground
from xuequ.documents.views.times import whens_text
from xuequ.documents.views.wording import (
    DOUBT,
    NOTHING,
    OPEN,
    PARTS,
    Fact,
    base,
    cited,
    contents,
    facts,
    fixed,
    listed,
    marked,
    sentence,
    value,
)
from xuequ.documents.views.work import Line, when_text
from xuequ.model.elements import Constraint, Element, Measure, Part, Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading of the measures chapter with what stands under it; `level` 2 is （一）."""

    level: int
    number: str
    name: str
    text: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """What the template `plan.md.j2` has."""

    title: str
    issued_by: str
    number: str
    date: str
    to: str
    opening: str
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
    phases: tuple[Statement, ...]
    schedules: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    """Title and rows (month, work, who, remark) of each schedule."""
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


def view(ground: Ground) -> PlanView:
    """The plan of one scheme."""
    scheme = ground.scheme
    safeguards = [m for m in scheme.measures if any(word in m.name for word in _SAFEGUARDS)]
    return PlanView(
        title=_title(scheme),
        issued_by=value(
            listed(ground.names.named(ref.text) for ref in scheme.issue.issued_by),
            scheme_element(scheme),
            "issued_by",
        ),
        number=scheme.issue.number or (OPEN if "number" in scheme.issue.unspecified else ""),
        date=chinese_date(scheme.issue.date) or OPEN,
        to=listed(ground.names.named(ref.text) for ref in scheme.issue.to),
        opening=_opening(scheme),
        principles=tuple(_aim(p) for p in scheme.principles),
        constraints=tuple(_constraint(c, ground) for c in scheme.constraints),
        goals=tuple(_aim(g) for g in scheme.goals),
        organs=bodies.organs(ground),
        posts=bodies.posts(ground),
        groups=bodies.groups(ground),
        districts=districts.districts(ground),
        measures=_passages([m for m in scheme.measures if m not in safeguards], ground, top=_loose(ground)),
        safeguards=_passages(safeguards, ground),
        appraisals=tuple(reviews.statement(a, ground) for a in ground.appraisals),
        phases=tuple(_phases(ground)),
        schedules=tuple(_schedules(ground)),
        mandates=tuple(_mandates(ground)),
        sources=tuple(_sources(scheme)),
        doubts=tuple(ground.doubts),
        ours=ground.ours,
    )


def _title(scheme: Scheme) -> str:
    return scheme.name if scheme.name.endswith(("方案", "意见", "办法", "计划")) else f"{scheme.name}实施方案"


def chinese_date(iso: str) -> str:
    """2014-05-30 as 2014年5月30日; a text that is no such date stays."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return iso
    year, month, day = (int(part) for part in parts)
    return f"{year}年{month}月{day}日"


def _opening(scheme: Scheme) -> str:
    basis = [cited(s.name) + _number(s.number) for s in scheme.sources if s.role == "basis"]
    locality = scheme.locality.name
    if not basis:
        return f"为做好{base(scheme)}工作，结合{locality}实际，制定本方案。"
    return f"为贯彻落实{listed(basis)}精神，做好{base(scheme)}工作，结合{locality}实际，制定本方案。"


def _number(number: str) -> str:
    return f"（{number}）" if number else ""


def _aim(element: Element) -> Statement:
    return Statement(marked(element), _with_note(contents(element), element.note))


def _with_note(text: str, note: str) -> str:
    return "。".join(part.rstrip("。") for part in (text, note) if part) + ("。" if text or note else "")


def _constraint(constraint: Constraint, ground: Ground) -> Statement:
    known = facts(
        ("适用对象", listed(ground.names.actors(constraint, constraint.for_))),
        ("保护事项", listed(fixed(matter) for matter in constraint.protects)),
    )
    never = constraint.never
    if never is not None:
        who = listed(ground.names.actors(constraint, never.who))
        whom = listed(ground.names.actors(constraint, never.whom))
        known += facts(("禁止", f"{who}对{whom}形成“{fixed(never.edge)}”关系"))
    return Statement(marked(constraint), sentence(known) or _with_note("", constraint.note))


def _loose(ground: Ground) -> tuple[Line, ...]:
    return tuple(ground.lines[duty.path] for duty in ground.scheme.duties)


def _passages(measures: Sequence[Measure], ground: Ground, top: tuple[Line, ...] = ()) -> tuple[Passage, ...]:
    found = list(_walk(measures, ground, 2))
    if top:
        statements = tuple(_duty(one, frozenset(), 3, n) for n, one in enumerate(top, 1))
        number = numbered(2, len(measures) + 1, "")
        found.append(Passage(level=2, number=number, name="其他工作", text="", statements=statements))
    return tuple(found)


def _walk(measures: Sequence[Measure], ground: Ground, level: int, start: int = 1) -> Iterator[Passage]:
    """A measure, then what it contains; measures inside it are numbered on after its duties."""
    for number, measure in enumerate(measures, start):
        yield Passage(
            level=level,
            number=numbered(level, number, ""),
            name=marked(measure),
            text=_measure(measure, ground),
            statements=tuple(
                _duty(ground.lines[duty.path], frozenset(duty.origin), level + 1, n)
                for n, duty in enumerate(measure.duties, 1)
            ),
        )
        yield from _walk(measure.measures, ground, level + 1, len(measure.duties) + 1)


def _measure(measure: Measure, ground: Ground) -> str:
    """What the measure says of all that is in it; a measure with nothing in it is a hole that shows."""
    own = [field for field in ("serves", "each") if field not in measure.origin]
    known = facts(
        ("范围", each(measure, ground) if "each" in own else ""),
        ("服务目标", listed(ground.names.targets(measure.serves)) if "serves" in own else ""),
        ("内容", contents(measure)),
    )
    if not (measure.duties or measure.measures or measure.appraisals or measure.items):
        known += facts(*((PARTS[part], ground.names.part(measure, part)) for part in Part))
        known += facts(("时间", when_text(measure)), ("具体内容", OPEN))
    return sentence(known) + note(measure)


#: What duties inherit from their measure and the measure has said already.
_SAID = {"serves": "服务目标", "each": "范围"}


def _duty(line: Line, inherited: frozenset[str], level: int, number: int) -> Statement:
    said = {_SAID[field] for field in inherited if field in _SAID}
    known = (fact for fact in line.facts if fact.label not in said)
    remark = f"说明：{line.note.rstrip('。')}。" if line.note else ""
    return Statement(line.name, sentence(known) + remark, numbered(level, number, ""))


def _phases(ground: Ground) -> Iterator[Statement]:
    for phase in ground.scheme.phases:
        known: tuple[Fact, ...] = facts(
            ("时间", value(whens_text(phase.when), phase, "when")),
            ("工作", listed(ground.names.targets(phase.does))),
            ("内容", contents(phase)),
        )
        duties = "".join(
            f"{ground.lines[d.path].name}（{sentence(ground.lines[d.path].facts).rstrip('。')}）。"
            if ground.lines[d.path].facts
            else f"{ground.lines[d.path].name}。"
            for d in phase.duties
        )
        yield Statement(marked(phase), sentence(known) + duties + _with_note("", phase.note))


def _schedules(ground: Ground) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    for schedule in ground.scheme.schedules:
        rows = ground.schedule_rows(schedule)
        open_end = () if schedule.complete else ((OPEN, f"后续月份原文缺失{DOUBT}", NOTHING, NOTHING),)
        yield marked(schedule), (*rows, *open_end)


def _mandates(ground: Ground) -> Iterator[Statement]:
    for mandate in ground.scheme.mandates:
        known = facts(
            ("适用", listed(ground.names.actors(mandate, mandate.each))),
            ("须有", listed(ground.names.targets(mandate.requires))),
            ("界限", listed(f"{ground.names.named(k)}（{fixed(b)}）" for k, b in mandate.bound.items())),
            ("内容", contents(mandate)),
        )
        yield Statement(marked(mandate), sentence(known) + _with_note("", mandate.note))


def _sources(scheme: Scheme) -> Iterator[tuple[str, ...]]:
    known = {source.name: source for source in reversed(scheme.sources)}
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
