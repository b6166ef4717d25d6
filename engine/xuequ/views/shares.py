"""Who has a share in what: every actor's parts in duties and appraisals, by path, in the order of the scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xuequ.model.elements import Duty, Norm, Path, Ref, Work
from xuequ.resolution.plan import PUBLIC
from xuequ.resolution.references import duties
from xuequ.views.context import Context
from xuequ.views.names import Who
from xuequ.views.wording import ASSESS_MARK, MARKS, TAKEN, clauses
from xuequ.views.work import Line, when_text, work_key


class Share(NamedTuple):
    """One actor's part in one piece of work; `key` tells which, whatever it is called."""

    actor: Who
    mark: str
    part: str
    key: str
    work: str
    measure: str
    when: str
    output: str
    clause: str
    limits: tuple[str, ...] = ()
    norm: Norm = Norm.DUTY


def shares(context: Context) -> Iterator[Share]:
    """All shares, work by work."""
    for duty in duties(context.scheme):
        yield from _of_duty(duty, context.lines[duty.path], context)
    for appraisal in context.appraisals:
        line = context.review_lines[appraisal.path]
        rest = (
            work_key("appraisal", appraisal.path),
            line.name,
            "考核",
            when_text(appraisal),
            "",
            clauses(appraisal.clause, context.scheme),
        )
        part, norm = appraisal.norm.stands_for.get("assess"), appraisal.norm
        mark, taken = (MARKS[part], TAKEN[part]) if part else (ASSESS_MARK, "考核")
        for who, group in _named(appraisal, appraisal.assess, context):
            yield Share(who, mark, taken, *rest, (*line.limits, *group), norm)
        for who, group in _named(appraisal, appraisal.for_, context):
            yield Share(who, "", "接受考核", *rest, (*line.limits, *group), norm)


def _of_duty(duty: Duty, line: Line, context: Context) -> Iterator[Share]:
    key = work_key("duty", duty.path)
    rest = (key, line.name, line.measure, line.when, line.output, line.clause)
    taken: set[Path] = set()
    for written, refs in duty.parts.items():
        part = duty.norm.stands_for.get(written, written)
        for who, group in _named(duty, refs, context):
            if who.path == (PUBLIC,):
                continue
            taken.add(who.path)
            limits = (*line.limits, *line.passed_on(TAKEN[part]), *group)
            yield Share(who, MARKS[part], TAKEN[part], *rest, limits, line.norm)
    for who, group in _named(duty, duty.for_, context):
        if who.path not in taken:
            limits = (*line.limits, *line.passed_on("对象"), *group)
            yield Share(who, "", "对象", *rest, limits, line.norm)


def _named(work: Work, refs: Iterable[Ref], context: Context) -> Iterator[tuple[Who, tuple[str, ...]]]:
    """Actors, and as what they are meant: 本单位 is each of those the work is told to, a group also its members."""
    for ref in refs:
        for who in context.names.who(work, ref):
            if who.path == ("self",) and work.each:
                yield from ((own, ()) for each in work.each for own in context.names.who(work, each))
            else:
                yield who, ()
                yield from ((member, (f"作为{who.name}",)) for member in _members(who.path, context))


def _members(path: Path, context: Context) -> Iterator[Who]:
    """The bodies that a collective name stands for."""
    group = context.collectives.get(path)
    if group is None or group.where:
        return
    for ref in group.of:
        for who in context.names.who(group, ref):
            yield who
            yield from _members(who.path, context)


def declared(context: Context) -> tuple[Who, ...]:
    """All declared actors in the order of the documents: bodies, posts, clusters, roles, groups."""
    scheme = context.scheme
    found: list[Path] = [organ.path for organ in scheme.organs]
    for cluster in scheme.clusters:
        found += [cluster.path, *((cluster.key, member.key) for member in cluster.members)]
    found += [each.path for each in (*scheme.posts, *scheme.groups)]
    return tuple(Who(path, context.names.at(path)) for path in found)


def by_actor(context: Context) -> dict[Who, tuple[Share, ...]]:
    """Shares by actor, declared actors first; an actor that has none stands there with an empty row."""
    found: dict[Who, dict[Share, None]] = {who: {} for who in declared(context)}
    for share in shares(context):
        found.setdefault(share.actor, {})[share] = None
    return {who: tuple(many) for who, many in found.items()}


ORDER = {name: number for number, name in enumerate((*TAKEN.values(), "考核", "对象", "接受考核"))}

__all__ = ["ORDER", "Share", "by_actor", "declared", "shares"]
