"""An edge that a constraint says must never be there, and is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding, Related
from xuequ.language.shipped import definitions
from xuequ.model.elements import Constraint, Ref
from xuequ.resolution.actors import Actors
from xuequ.resolution.binding import Binder, Bound
from xuequ.resolution.places import PlaceTypes
from xuequ.resolution.plan import TAKING_PART, Edge, EdgeKind, NodeKind
from xuequ.rules.rule_context import RuleContext

CODE = "CON101"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each place that breaks a constraint."""
    binder: Binder | None = None
    for constraint in facts.scheme.constraints:
        never = constraint.never
        if never is None or never.edge not in EdgeKind._value2member_map_:
            continue
        if binder is None:
            places = PlaceTypes(facts.scheme)
            binder = Binder(places, Actors(facts.scheme, places))
        who, whom = (_nodes(facts, binder, refs) for refs in (never.who, never.whom))
        yield from _broken(facts, constraint, EdgeKind(never.edge), who, whom)


def _broken(
    facts: RuleContext, constraint: Constraint, kind: EdgeKind, who: frozenset[str], whom: frozenset[str]
) -> Iterator[Finding]:
    seen: set[object] = set()
    for source in sorted(who):
        for edge in facts.out.get(source, ()):
            hit = _hit(facts, kind, edge, whom - {source})
            if hit is not None and edge.at not in seen:
                seen.add(edge.at)
                related = Related(place=facts.key(constraint), label="constraint")
                yield finding(
                    CODE,
                    facts.place(edge.at),
                    related,
                    who=facts.name(source),
                    whom=facts.name(hit),
                    relation=Said(definitions()["edge_word"]["x-zh"][kind], kind),
                    name=constraint.name,
                )


def _hit(facts: RuleContext, kind: EdgeKind, edge: Edge, whom: frozenset[str]) -> str | None:
    """Whom an edge of the kind reaches: directly, through those it administers, or as the object of its work."""
    if edge.kind is not kind and (kind, edge.kind) != (EdgeKind.LEAD, EdgeKind.MAY):
        return None
    if kind in TAKING_PART:
        reached: Iterable[str] = facts.follow(edge.target, EdgeKind.FOR)
    elif kind is EdgeKind.ADMINISTERS:
        reached = facts.reached([edge.target], kind)
    else:
        reached = (edge.target,)
    return next((node for node in sorted(reached) if node in whom), None)


def _nodes(facts: RuleContext, binder: Binder, refs: tuple[Ref, ...]) -> frozenset[str]:
    found: set[str] = set()
    for ref in refs:
        bound = binder.bind(ref.text, binder.places.locality)
        if isinstance(bound, Bound):
            found |= _meant(facts, bound)
    return frozenset(found)


def _meant(facts: RuleContext, bound: Bound) -> set[str]:
    """The nodes of a declaration; the schools of a role or cluster; all schools."""
    actor = bound.actor
    nodes = {node.id for node in facts.nodes_at.get(actor.path, ())}
    if actor.kind is NodeKind.ROLE and actor.element is not None:
        nodes |= {e.source for e in facts.plan.edges if e.at == actor.element.at}
    if actor.path == ("school",) and bound.through is None:
        nodes |= {n.id for n in facts.plan.nodes.values() if n.kind in (NodeKind.SCHOOL, NodeKind.ROLE)}
    elif actor.path == ("school",) and bound.through is not None:
        units = _meant(facts, bound.through)
        edges = (e for unit in units for e in facts.into.get(unit, ()) if e.kind is EdgeKind.MEMBER_OF)
        schools = {e.source for e in edges}
        nodes = {n for n in schools if facts.plan.nodes[n].kind in (NodeKind.SCHOOL, NodeKind.ROLE)}
        nodes |= {f"{unit}/school" for unit in units if f"{unit}/school" in facts.plan.nodes}
    return nodes
