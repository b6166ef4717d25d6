"""What all views of one plan stand on: names, duties in words, appraisals, doubts. Made once a build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from xuequ.calendar.frames import Holding
from xuequ.model.elements import Appraisal, Element, Group, Measure, Norm, Part, Path, Phase, Schedule, Scheme
from xuequ.model.time.values import When
from xuequ.resolution.plan import Plan, Review, Task
from xuequ.resolution.references import appraisals, duties, measures, phases
from xuequ.views.names import Names
from xuequ.views.prose import with_
from xuequ.views.times import whens_text
from xuequ.views.wording import NOTHING, PARTS, clauses, listed, marked, marks
from xuequ.views.work import Line, line, lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A plan with its texts worked out."""

    plan: Plan
    scheme: Scheme
    names: Names
    lines: Mapping[Path, Line]
    review_lines: Mapping[Path, Line]
    """Appraisals in words."""
    appraisals: tuple[Appraisal, ...]
    tasks: Mapping[Path, tuple[Task, ...]]
    reviews: Mapping[Path, tuple[Review, ...]]
    doubts: tuple[tuple[str, ...], ...]
    """Rows of the annex: number, what is in doubt, why, clause."""
    ours: tuple[str, ...]
    collectives: Mapping[Path, Group]
    """The groups that stand for their members in some work."""

    @property
    def asked(self) -> Mapping[Path, Line]:
        """The duties that are to be done: what is allowed or forbidden is no work to be worked off."""
        return {path: line for path, line in self.lines.items() if line.norm is Norm.DUTY}

    @property
    def assessments(self) -> tuple[Appraisal, ...]:
        """The appraisals that are made: what is forbidden is none."""
        return tuple(each for each in self.appraisals if each.norm is not Norm.MUST_NOT)

    @property
    def forbidden(self) -> tuple[tuple[str, ...], ...]:
        """What is forbidden, as rows of number, what, who must not, exceptions, clause."""
        rows = [
            (line, line.must_not or line.each) for line in self.lines.values() if line.norm is Norm.MUST_NOT
        ]
        for each in self.appraisals:
            if each.norm is Norm.MUST_NOT:
                who = listed(self.names.actors(each, each.assess))
                rows.append((self.review_lines[each.path], who))
        return tuple(
            (
                str(number),
                "，".join(filter(None, (line.name, with_(line.objects, "对象为"), *line.limited_to))),
                who or NOTHING,
                with_(line.excepted, "", "除外") or NOTHING,
                line.clause or NOTHING,
            )
            for number, (line, who) in enumerate(rows, 1)
        )

    def schedule_rows(self, schedule: Schedule) -> tuple[tuple[str, ...], ...]:
        """A schedule as rows of month, work, who, remark; what a row names stands before what it has of its own."""
        holding = Holding(self.plan)
        return tuple(self._schedule_row(row, holding) for row in schedule.rows)

    def _schedule_row(self, row: Phase, holding: Holding) -> tuple[str, ...]:
        own = [self.lines[duty.path] for duty in row.duties]
        named, told = self.names.targets(row.does), tuple(line.name for line in own)
        work = (*named, *told)
        head = self.names.part(row, Part.LEAD) or self.names.part(row, Part.RESPONSIBLE)
        # A row that says itself who does all of it needs not repeat who leads each duty it names.
        others = () if head else tuple(self._answering(row, holding))
        owners = dict.fromkeys(owner for owner in (head, *(line.owner for line in own), *others) if owner)
        facts = line(row, self.names, (), self.scheme).facts
        shown = _IN_ROW if head == self.names.part(row, Part.RESPONSIBLE) else _IN_ROW - {"责任"}
        # Who may or must not do it stands in the same column as who leads.
        again = {(PARTS[part], head) for part in row.norm.stands_for.values()}
        notes = (
            (marked(row) if row.name != row.key else marks(row)) if row.when else "",
            *(str(fact) for fact in facts if fact.label not in shown and fact not in again),
            row.note,
            *(line.note for line in own),
        )
        body = "\n".join(f"{n}. {name}" for n, name in enumerate(work, 1)) if len(work) > 1 else listed(work)
        return (
            whens_text(row.when) or marked(row),
            body or NOTHING,
            "\n".join(owners) or NOTHING,
            "；".join(dict.fromkeys(note for note in notes if note)),
        )

    def _answering(self, row: Phase, holding: Holding) -> Iterator[str]:
        """Who answers for what a row names: of appraisals, those who assess."""
        yield from (self.lines[path].owner for path in holding.duties(row.does))
        wanted = holding.appraisals(row.does)
        for appraisal in self.appraisals:
            if appraisal.path in wanted:
                yield self.names.field(appraisal, appraisal.assess, "assess")


#: What a row of a schedule has columns for.
_IN_ROW = frozenset({"牵头", "责任", "时间"})


def context(plan: Plan) -> Context:
    """What every view of a plan asks for, worked out once."""
    names = Names(plan)
    scheme = plan.scheme
    tasks: dict[Path, list[Task]] = {}
    for task in plan.tasks:
        tasks.setdefault(task.duty.path, []).append(task)
    held: dict[Path, list[Review]] = {}
    for review in plan.reviews:
        held.setdefault(review.appraisal.path, []).append(review)
    elements = tuple(_elements(scheme))
    via = {edge.via for edge in plan.edges}
    unclear = [e for e in elements if e.unclear]
    whole = plan.composed.tree.get("unclear")
    doubts = [(scheme.name, str(whole), NOTHING)] if whole else []
    doubts += [(each.name, each.unclear, clauses(each.clause, scheme) or NOTHING) for each in unclear]
    return Context(
        plan=plan,
        scheme=scheme,
        names=names,
        lines=_timed(lines(scheme, names), plan),
        review_lines={each.path: line(each, names, (), scheme) for each in appraisals(scheme)},
        appraisals=tuple(appraisals(scheme)),
        tasks={path: tuple(many) for path, many in tasks.items()},
        reviews={path: tuple(many) for path, many in held.items()},
        doubts=tuple((str(number), *row) for number, row in enumerate(doubts, 1)),
        collectives={group.path: group for group in scheme.groups if "/".join(group.path) in via},
        ours=tuple(e.name for e in elements if e.ours),
    )


def _timed(lines: Mapping[Path, Line], plan: Plan) -> Mapping[Path, Line]:
    """Duties that say no time themselves have that of the phases and the lines of schedules that name them."""
    times: dict[Path, list[When]] = {}
    holding = Holding(plan)
    for phase in phases(plan.scheme):
        for path in holding.duties(phase.does) if phase.when else ():
            times.setdefault(path, []).extend(phase.when)
    return {
        path: line if line.when or path not in times else replace(line, when=whens_text(times[path]))
        for path, line in lines.items()
    }


def _elements(scheme: Scheme) -> Iterator[Element]:
    """Every element of the scheme, outer before inner, for what concerns them all."""
    yield from _deep(
        (
            *scheme.sources,
            *scheme.principles,
            *scheme.goals,
            *scheme.constraints,
            *scheme.organs,
            *scheme.posts,
        )
    )
    yield from _deep(scheme.groups)
    for cluster in scheme.clusters:
        yield from _deep((cluster, *cluster.members, *cluster.forms, *cluster.units))
    all_measures: tuple[Measure, ...] = tuple(measures(scheme))
    yield from _deep((*all_measures, *duties(scheme)))
    for appraisal in appraisals(scheme):
        yield from _deep((appraisal, *appraisal.criteria))
    yield from _deep((*scheme.phases, *scheme.schedules, *scheme.mandates))


def _deep(elements: tuple[Element, ...]) -> Iterator[Element]:
    for element in elements:
        yield element
        yield from _deep(element.items)
