"""A piece of work in words: its parties, its time, what comes of it. Every document prints it from here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from xuequ.compose.names import built_in
from xuequ.model.elements import (
    WRITTEN_PARTS,
    Appraisal,
    Duty,
    Element,
    Force,
    Measure,
    Norm,
    Part,
    Path,
    Phase,
    Ref,
    Scheme,
    Work,
)
from xuequ.model.forces import allowed, forbidden_beyond, so_far
from xuequ.model.open_lists import open_list
from xuequ.views.amounts import amounts_text
from xuequ.views.names import PLACE_COLUMNS, Names, is_public
from xuequ.views.others import others
from xuequ.views.times import whens_text
from xuequ.views.wording import (
    OPEN,
    PARTS,
    TAKEN,
    Fact,
    cited,
    clauses,
    contents,
    facts,
    fixed,
    listed,
    marked,
    number_of,
    value,
)

#: The fields of a duty that `Line` words itself, and those that other tables have.
TOLD = frozenset(part.value for part in Part) | frozenset(
    [
        "name",
        "each",
        "for",
        "for_each",
        "in_turn",
        "where",
        "except",
        "if",
        "needs",
        "force",
        "when",
        "amount",
        "how",
        "basis",
        "output",
        "items",
        "open",
        "serves",
        "count",
        "does",
        "assess",
        "rubric",
        "criteria",
        "grades",
        "bundled",
        "yields_to",
        "touches",
    ]
)


#: What a duty brings about and who hears of it: it narrows nothing.
_NO_LIMITS = frozenset({"设立", "撤销"})
_KINDS: Mapping[type, str] = {Measure: "measure", Phase: "phase", Appraisal: "appraisal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A duty as plain strings; what the source says nothing about is empty."""

    path: Path
    name: str
    headline: str
    """The name as a plan has it: what is forbidden or allowed with whom it is so, 优质校不得收费."""
    norm: Norm
    measure: str
    titles: tuple[str, ...]
    """The measures it stands in, outermost first."""
    lead: str
    responsible: str
    support: str
    oversee: str
    approve: str
    inform: str
    published: str
    """向社会公布, where the public is told."""
    may: str
    must_not: str
    objects: str
    when: str
    amount: str
    output: str
    content: str
    number: str
    """How many it is of, where neither name nor content says so."""
    how: str
    basis: str
    needs: str
    serves: str
    served: str
    """The same as a clause."""
    pace: str
    """What its time is called: 频次 of what comes round, 完成时限 of a date, 时间要求 of words that give neither."""
    each: str
    """Of whom each does it: 各示范性集团."""
    from_above: bool
    """Whether it is done for each of them by a body that is of none."""
    only: str
    among: str
    """Which of them alone it concerns, as a clause; empty where nothing narrows it."""
    by: str
    condition: str
    excepted: str
    note: str
    doubt: str
    clause: str
    others: tuple[Fact, ...]
    """What it says beside these."""

    @property
    def owner(self) -> str:
        """Who answers for it: who leads, else who is responsible."""
        return self.lead or self.responsible

    @property
    def among_whom(self) -> tuple[str, ...]:
        """Which of those it is told to or for it concerns alone: 限农村学校."""
        return tuple(filter(None, (self.only, self.among)))

    @property
    def limited_to(self) -> tuple[str, ...]:
        """When, how far and to whom it holds, as what follows the name of a ban."""
        told = facts(("时间", self.when), ("数额", self.amount))
        return (*self.among_whom, *filter(None, (self.by, self.condition)), *map(str, told))

    @property
    def limits(self) -> tuple[str, ...]:
        """What narrows it, for whoever is told of it in a table."""
        return self.limited(self.amount)

    def limited(self, amount: str) -> tuple[str, ...]:
        """The same with an amount of somebody's own."""
        told = facts(("数额", amount), ("情形", self.condition), ("除外", self.excepted))
        others = (fact for fact in self.others if fact.label not in _NO_LIMITS)
        return (*self.among_whom, *filter(None, (self.by,)), *map(str, (*told, *others)))

    def passed_on(self, taken: str) -> tuple[str, ...]:
        """Who approves it and who is told, the public among them; not what somebody who does so has `taken` itself."""
        told = ((Part.APPROVE, self.approve), (Part.INFORM, self.inform))
        known = facts(*((PARTS[part], text) for part, text in told if TAKEN[part] not in taken.split("、")))
        return (*map(str, known), *filter(None, (self.published,)))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Everything but the name, in the order a plan prints it."""
        return facts(
            *((PARTS[part], getattr(self, part.value)) for part in Part),
            ("对象", self.objects),
            ("范围", "，".join(filter(None, (self.each or self.only, self.among, self.by)))),
            ("情形", self.condition),
            ("除外", self.excepted),
            ("时间", self.when),
            ("数额", self.amount),
            ("前提", self.needs),
            ("依据", self.basis),
            ("方式", self.how),
            ("内容", self.content),
            ("数量", self.number),
            ("成果", self.output),
            ("公开", self.published),
            ("服务目标", self.serves),
            *self.others,
        )


def held(work: Work, names: Names) -> dict[Part, str]:
    """Who takes which part in it, or may or must not do it."""
    found: dict[Part, list[str]] = {part: [] for part in Part}
    for written in WRITTEN_PARTS:
        part = work.norm.stands_for.get(written, written)
        found[part] += [text for text in names.part(work, written).split("、") if text not in found[part]]
    for part in set(work.norm.stands_for.values()):
        # Who leads may be open where the source says who must not.
        named = [text for text in found[part] if text not in ("", OPEN)]
        found[part] = named or found[part]
    return {part: "、".join(filter(None, texts)) for part, texts in found.items()}


def line(duty: Work, names: Names, titles: tuple[str, ...], scheme: Scheme) -> Line:
    """The duty in words."""
    parts = held(duty, names)
    whom = (parts[Part.MAY] or parts[Part.MUST_NOT]).replace(OPEN, "")
    headline = allowed(so_far(duty), duty.force, whom) if duty.norm is not Norm.DUTY else duty.name
    if is_unless(duty):
        headline = f"{duty.if_}，{headline}"
    return Line(
        path=duty.path,
        name=marked(duty),
        headline=marked(replace(duty, name=headline, force=Force.MUST))
        if duty.norm is not Norm.DUTY
        else marked(duty),
        norm=duty.norm,
        measure=titles[-1] if titles else "",
        titles=titles,
        **{part.value: text for part, text in parts.items()},
        published="向社会公布" if any(map(is_public, duty.parts.get(Part.INFORM, ()))) else "",
        objects=names.field(duty, duty.for_, "for"),
        when=when_text(duty),
        amount=""
        if forbidden_beyond(duty)
        else value(amounts_text(duty.amount, names.named), duty, "amount"),
        output=output_text(duty),
        content=contents(duty),
        number=number_of(duty),
        how=value(listed(duty.how, more=open_list(duty) == "how"), duty, "how"),
        basis=value(
            listed(map(document, names.targets(duty.basis)), more=open_list(duty) == "basis"), duty, "basis"
        ),
        needs=listed(names.targets(duty.needs)),
        serves=serves(duty, names, scheme),
        served=served(duty, names, scheme),
        pace=pace(duty),
        each=each(duty, names, scheme),
        from_above=names.is_from_above(duty),
        only=_only(duty, names),
        among=_among(duty, names),
        by=_by(duty, names),
        condition=duty.if_,
        excepted=listed(names.actors(duty, duty.excepted)),
        note=duty.note,
        doubt=duty.unclear,
        clause=clauses(duty.clause, scheme),
        others=tuple(others(duty, _KINDS.get(type(duty), "duty"), TOLD, names, scheme)),
    )


def is_unless(work: Work) -> bool:
    """Whether it is forbidden until something is done: 未经批准，不得…"""
    return work.norm is Norm.MUST_NOT and work.if_.startswith("未")


def serves(work: Work, names: Names, scheme: Scheme) -> str:
    """The goals it serves; of a scheme with one goal everything serves that one, which needs no saying."""
    single = len(scheme.goals) == 1 and not scheme.goals[0].items
    return "" if single else listed(names.targets(work.serves))


def served(work: Work, names: Names, scheme: Scheme) -> str:
    """The same as a clause: 对应“资源共享”“优质均衡”目标，遵循“一区一策”原则."""
    if not serves(work, names, scheme):
        return ""
    principles = {principle.name for principle in scheme.principles}
    aims = names.targets(work.serves)
    goals = "".join(quoted(name) for name in aims if name not in principles)
    guided = "".join(quoted(name) for name in aims if name in principles)
    parts = (f"对应{goals}目标" if goals else "", f"遵循{guided}原则" if guided else "")
    return "，".join(part for part in parts if part)


def quoted(name: str) -> str:
    """A name between quotation marks, those in it turned into single ones."""
    whole = name.startswith("“") and name.find("”") == len(name) - 1
    return name if whole else f"“{name.replace('“', '‘').replace('”', '’')}”"


def each(element: Element, names: Names, scheme: Scheme) -> str:
    """各县区 and so on: of what there is one each; empty where there is one in the locality alone."""
    refs: tuple[Ref, ...] = getattr(element, "each", ())
    where = names.asked_of_places(element) if isinstance(element, Work) else {}
    return "" if all(map(names.is_locality, refs)) else listed(names.severally(element, refs, where))


def _only(work: Work, names: Names) -> str:
    """限示范性集团: which of those it is told to, else of those it is for."""
    where = names.asked_of_places(work)
    named = names.actors(work, work.each) or names.actors(work, work.for_)
    return f"限{listed(names.narrowed(where, name) for name in named or ('',))}" if where else ""


def _among(work: Work, names: Names) -> str:
    """成员校限民办学校: which of those who do it, or whom it is for, where the condition is about them."""
    told: dict[tuple[str, ...], dict[str, object]] = {}
    for column, fields in names.asked_of_parties(work).items():
        told.setdefault(fields, {})[column] = work.where[column]
    return "，".join(_those(work, fields, where, names) for fields, where in told.items())


def _those(work: Work, fields: tuple[str, ...], where: Mapping[str, object], names: Names) -> str:
    """对象限示范性集团, 成员校限民办学校: forms are those of clusters, everything else is said of schools."""
    assess = work.assess if isinstance(work, Appraisal) else ()
    held = (*work.parts.items(), ("assess", assess), ("for", work.for_))
    refs = [ref for part, refs in held if part in fields for ref in refs]
    who = listed(names.actors(work, refs))
    kind = who if where.keys() <= {"form", *PLACE_COLUMNS} else "学校"
    return f"{'对象' if fields == ('for',) else who}限{names.narrowed(where, kind)}"


def _by(duty: Work, names: Names) -> str:
    """Along what it is split, and whether in turn: 分学科轮流, 由甲校、乙校轮流牵头."""
    turns = _turns(duty, names) if isinstance(duty, Duty) and duty.in_turn else ""
    along = "、".join(f"分{fixed(d)}" for d in duty.for_each)
    return along + (f"，{turns}" if along and turns.startswith("由") else turns)


def _turns(duty: Duty, names: Names) -> str:
    """Who takes turns at what, where those are others than the places that have it."""
    part = Part(duty.in_turn)
    who = names.part(duty, part).replace(OPEN, "") if duty.norm is Norm.DUTY else ""
    places = {listed(names.actors(duty, duty.each)), listed(names.severally(duty, duty.each, {}))}
    if not who or who in places or any(built_in(ref.text) == "self" for ref in duty.parts.get(part, ())):
        return "轮流"
    return f"由{who}轮流{'承担' if part is Part.RESPONSIBLE else PARTS[part]}"


def work_key(kind: str, path: Path) -> str:
    """How a duty, an appraisal or a criterion is told from everything else, whatever it is called: `duty:a/b`."""
    return f"{kind}:{'/'.join(path)}"


def when_text(work: Work) -> str:
    """Its rhythms and dates as the drafter put them."""
    return value(whens_text(work.when), work, "when")


def pace(work: Work) -> str:
    """What the time of a piece of work is called; what is not asked for has no deadline, nor has a start."""
    if work.norm is not Norm.DUTY:
        return "时间"
    if any((when.every or when.times) and not (when.at or when.by) for when in work.when):
        return "频次"
    if work.when and all(when.only_starts for when in work.when):
        return "起始时间"
    return "时间要求" if work.when and all(when.loose for when in work.when) else "完成时限"


def output_text(work: Work) -> str:
    """What is to be produced; documents between book marks."""
    if not isinstance(work, Duty):
        return ""
    more = open_list(work) == "output"
    return value(listed((document(ref.text) for ref in work.output), more), work, "output")


#: What a document is called that has a title of its own; 报告, 总结 and 纪要 are kinds and none.
_TITLED = (
    "方案",
    "办法",
    "制度",
    "细则",
    "计划",
    "规划",
    "意见",
    "规则",
    "章程",
    "汇编",
    "手册",
    "通知",
    "规定",
    "决定",
    "指南",
)
_KIND_ONLY = ("各项", "有关", "相关", "本")
#: What may stand behind a title.
_ISSUE = re.compile(r"[（(](试行|暂行|草案|修订)[)）]$")


def document(name: str) -> str:
    """A product's name: that of a document with a title stands between book marks, 《…办法（试行）》."""
    issue = _ISSUE.search(name)
    plain = name[: issue.start()] if issue else name
    whole = f"{plain}（{issue[1]}）" if issue else name
    return cited(whole) if plain.endswith(_TITLED) and not plain.startswith(_KIND_ONLY) else whole


def titled_duties(scheme: Scheme) -> Iterator[tuple[tuple[str, ...], Duty]]:
    """Every duty of the measures and at the top, with the titles it stands under."""
    yield from (((), duty) for duty in scheme.duties)

    def down(measures: Iterable[Measure], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Duty]]:
        for measure in measures:
            titles = (*above, measure.name)
            yield from ((titles, duty) for duty in measure.duties)
            yield from down(measure.measures, titles)

    yield from down(scheme.measures, ())


def scheduled_duties(scheme: Scheme) -> Iterator[tuple[tuple[str, ...], Duty]]:
    """Every duty that phases and schedule rows have of their own."""
    for phase in scheme.phases:
        yield from (((phase.name,), duty) for duty in phase.duties)
    for schedule in scheme.schedules:
        for row in schedule.rows:
            yield from (((schedule.name,), duty) for duty in row.duties)


def lines(scheme: Scheme, names: Names) -> Mapping[Path, Line]:
    """Every duty in words by its path, in the order of the scheme."""
    both = (*titled_duties(scheme), *scheduled_duties(scheme))
    return {duty.path: line(duty, names, titles, scheme) for titles, duty in both}
