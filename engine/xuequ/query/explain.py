"""Why a duty is as it is: from each value back to the files that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from xuequ.compose import Origin, Step
from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.findings.finding import DocPath, Place
from xuequ.model.amount.saying import say_amount
from xuequ.model.elements import WRITTEN_PARTS, Appraisal, Duty, Path, Ref, Work
from xuequ.resolution.plan import Plan, Review, Task
from xuequ.resolution.references import appraisals, called, duties, measures, phases


class Why(StrEnum):
    """What a step of a chain tells."""

    SAID = "said"
    INHERITED = "inherited"
    ROLE = "role"
    BOUND = "bound"
    ADOPTED = "adopted"
    EXTENDED = "extended"
    PARAMETER = "parameter"
    OVERRIDE = "override"
    REPLACED = "replaced"


class Reason(NamedTuple):
    """One step: what it tells, in whose words, and where."""

    why: Why
    text: str
    place: Place


class Line(NamedTuple):
    """One field of a duty: its value as written, the actors it means, and the chain behind it."""

    field: str
    text: str
    names: tuple[str, ...]
    reasons: tuple[Reason, ...]


class Explanation(NamedTuple):
    """One duty or appraisal: the chain that brought it, then its fields."""

    path: Path
    name: str
    reasons: tuple[Reason, ...]
    lines: tuple[Line, ...]


def work_named(plan: Plan, text: str) -> tuple[Duty | Appraisal, ...]:
    """The duties and appraisals that a reference may mean: the tail of a path in keys, names or aliases."""
    titles = {m.path: called(m) for m in measures(plan.scheme)}
    titles |= {p.path: called(p) for p in phases(plan.scheme)}
    titles |= {s.path: called(s) for s in plan.scheme.schedules}
    steps = text.split("/")

    def fits(work: Work) -> bool:
        outer = [titles.get(work.path[:n], frozenset({work.path[n - 1]})) for n in range(1, len(work.path))]
        labels = [*outer, called(work)][-len(steps) :]
        return len(labels) == len(steps) and all(s in own for s, own in zip(steps, labels, strict=True))

    every: tuple[Duty | Appraisal, ...] = (*duties(plan.scheme), *appraisals(plan.scheme))
    return tuple(work for work in every if fits(work))


def explain(plan: Plan, work: Duty | Appraisal, actor: str = "") -> Explanation:
    """Where a duty and each of its fields come from; with `actor`, only the fields that name that actor."""
    lines = tuple(line for line in _lines(plan, work) if not actor or _names(line, actor))
    return Explanation(work.path, work.name, tuple(_chain(plan, work.at)), lines)


def _names(line: Line, actor: str) -> bool:
    return actor == line.text or any(actor in (name, name.split("/")[-1]) for name in line.names)


def _lines(plan: Plan, work: Duty | Appraisal) -> Iterator[Line]:
    meant = _meant(plan, work)
    for field, refs in _fields(work):
        part = str(work.norm.stands_for.get(field, field))
        if not refs and field in work.unspecified:
            yield Line(part, "unspecified", (), tuple(_field_chain(plan, work, field, None)))
        for ref in refs:
            names = meant.get((part, ref.at), ())
            yield Line(part, ref.text, names, tuple(_field_chain(plan, work, field, ref)))


def _fields(work: Duty | Appraisal) -> Iterator[tuple[str, tuple[Ref, ...]]]:
    yield "each", work.each
    if isinstance(work, Appraisal):
        yield "assess", work.assess
    for part in WRITTEN_PARTS:
        yield part.value, work.parts.get(part, ())
    yield "for", work.for_
    if isinstance(work, Appraisal):
        yield "rubric", work.rubric
    else:
        yield "output", work.output
        yield "sets_up", work.sets_up
    yield "when", tuple(Ref(text=w.text, at=_at(work, "when")) for w in work.when)
    yield (
        "amount",
        tuple(Ref(text=a.text or say_amount(a, _known_as), at=_at(work, "amount")) for a in work.amount),
    )


def _known_as(name: str) -> str:
    """What a base or level is called: the Chinese name of one that is built in, else its own."""
    tail = name.rpartition("/")[2]
    return BUILT_IN_ZH.get(built_in(tail), tail)


def _at(work: Work, field: str) -> DocPath:
    return work.origin.get(field, (*work.at, field))


def _meant(plan: Plan, work: Work) -> Mapping[tuple[str, DocPath], tuple[str, ...]]:
    """For each name in a field, the names of all nodes it was taken to mean, over all places."""
    rows: tuple[Task | Review, ...] = (
        *(t for t in plan.tasks if t.duty.path == work.path),
        *(r for r in plan.reviews if r.appraisal.path == work.path),
    )
    ids = {row.id for row in rows}
    found: dict[tuple[str, DocPath], dict[str, None]] = {}
    for edge in plan.edges:
        actor = edge.source if edge.target in ids else edge.target if edge.source in ids else ""
        if actor:
            found.setdefault((edge.kind.value, edge.at), {})[plan.nodes[actor].name] = None
    return {key: tuple(names) for key, names in found.items()}


def _field_chain(plan: Plan, work: Work, field: str, ref: Ref | None) -> Iterator[Reason]:
    at = ref.at if ref is not None else _at(work, field)
    if field in work.origin:
        owner = next((m for m in measures(plan.scheme) if m.at == work.origin[field][:-1]), None)
        if owner is not None:
            yield Reason(Why.INHERITED, owner.name, plan.composed.origins.place(owner.at, "key"))
    yield from _chain(plan, at, ref.text if ref else "")


def _chain(plan: Plan, at: DocPath, text: str = "") -> Iterator[Reason]:
    """From where a value stands back through roles, adoptions, parameters and overrides."""
    origin = plan.composed.origins.of(at)
    place = Place(file=origin.file, path=origin.path, on="value" if text else "key")
    written = _written(plan, origin)
    yield Reason(Why.SAID, written or text, place)
    yield from _role(plan, written, text)
    if origin.step is Step.PARAMETER and origin.by is not None:
        yield Reason(Why.PARAMETER, written, origin.by)
    if origin.step is Step.OVERRIDE and origin.by is not None:
        yield Reason(Why.OVERRIDE, "", place)
        yield Reason(Why.REPLACED, "", origin.by)
    if origin.step in (Step.ADOPTED, Step.EXTENDED) and origin.by is not None:
        why = Why.ADOPTED if origin.step is Step.ADOPTED else Why.EXTENDED
        yield Reason(why, _adoption(plan, origin), origin.by)


def _role(plan: Plan, written: str, text: str) -> Iterator[Reason]:
    """The role a policy names and what the adopter bound it to, where the text was renamed on the way."""
    if not text or written == text:
        return
    for role in plan.composed.roles:
        if role.text.split("/")[0] == text.split("/")[0]:
            yield Reason(Why.ROLE, role.role, role.demanded)
            yield Reason(Why.BOUND, role.text, role.place)
            return


def _written(plan: Plan, origin: Origin) -> str:
    """What stands in the file at an origin, if it is a text."""
    document = plan.composed.documents.get(origin.file)
    value: object = document.value if document is not None else None
    for step in origin.path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return ""
    return value if isinstance(value, str) else ""


def _adoption(plan: Plan, origin: Origin) -> str:
    return next((a.name for a in plan.composed.adopted if a.place == origin.by), "")
