"""Who has a share in what: every actor's parts in duties and appraisals, by name, in the order of the scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xuequ.model.elements import Duty, Norm, Part, Ref, Work
from xuequ.resolution.references import duties
from xuequ.views.context import Context
from xuequ.views.wording import ASSESS_MARK, MARKS, TAKEN, clauses, marked
from xuequ.views.work import Line, when_text


class Share(NamedTuple):
    """One actor's part in one piece of work."""

    actor: str
    mark: str
    part: str
    work: str
    measure: str
    when: str
    output: str
    clause: str
    amount: str = ""
    norm: Norm = Norm.DUTY


def shares(context: Context) -> Iterator[Share]:
    """All shares, work by work."""
    for duty in duties(context.scheme):
        yield from _of_duty(duty, context.lines[duty.path], context)
    for appraisal in context.appraisals:
        rest = (
            marked(appraisal),
            "考核",
            when_text(appraisal),
            "",
            clauses(appraisal.clause, context.scheme),
        )
        for name in _named(appraisal, appraisal.assess, context):
            yield Share(name, ASSESS_MARK, "考核", *rest)
        for name in _named(appraisal, appraisal.for_, context):
            yield Share(name, "", "接受考核", *rest)


def _of_duty(duty: Duty, line: Line, context: Context) -> Iterator[Share]:
    rest = (line.name, line.measure, line.when, line.output, line.clause, line.amount, line.norm)
    taken: set[str] = set()
    for written, refs in duty.parts.items():
        part = duty.norm.stands_for.get(written, written)
        for name in _named(duty, refs, context):
            taken.add(name)
            yield Share(name, MARKS[part], TAKEN[part], *rest)
    for name in _named(duty, duty.for_, context):
        if name not in taken:
            yield Share(name, "", "对象", *rest)


def _named(work: Work, refs: Iterable[Ref], context: Context) -> Iterator[str]:
    """Names of actors; 本单位 is each of those the work is told to, one by one."""
    for ref in refs:
        name = context.names.actor(work, ref)
        if ref.text in ("self", "本单位") and work.each:
            yield from context.names.actors(work, work.each)
        else:
            yield name


def declared(context: Context) -> tuple[str, ...]:
    """The names of all declared actors in the order of the documents: bodies, posts, clusters, roles, groups."""
    scheme = context.scheme
    found: list[str] = [organ.name for organ in scheme.organs]
    for cluster in scheme.clusters:
        found += [cluster.name, *(member.name for member in cluster.members)]
    found += [post.name for post in scheme.posts]
    found += [group.name for group in scheme.groups]
    return tuple(dict.fromkeys(found))


def by_actor(context: Context) -> dict[str, tuple[Share, ...]]:
    """Shares by actor, declared actors first; an actor that has none stands there with an empty row."""
    found: dict[str, list[Share]] = {name: [] for name in declared(context)}
    for share in shares(context):
        found.setdefault(share.actor, []).append(share)
    return {name: tuple(dict.fromkeys(many)) for name, many in found.items()}


ORDER = {name: number for number, name in enumerate((*TAKEN.values(), "考核", "对象", "接受考核"))}

__all__ = ["ORDER", "Part", "Share", "by_actor", "declared", "shares"]
