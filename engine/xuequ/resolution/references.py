"""What `serves`, `needs`, `rubric`, `basis` and `does` may mean: goals, duties, outputs, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xuequ.model.elements import Appraisal, Duty, Element, Measure, Path, Phase, Scheme


class Target:
    """One thing work can point at, with what each step of its path may be called."""

    __slots__ = ("kind", "labels", "node", "path")

    def __init__(self, kind: str, node: str, path: Path, labels: tuple[frozenset[str], ...]) -> None:
        self.kind = kind
        self.node = node
        self.path = path
        self.labels = labels


class References:
    """Everything that is not an actor, found by the tail of its path."""

    def __init__(self, scheme: Scheme) -> None:
        self._targets: dict[str, list[Target]] = {}
        for target in _targets(scheme):
            for label in target.labels[-1]:
                self._targets.setdefault(label, []).append(target)

    def named(self, text: str, kinds: Iterable[str]) -> tuple[Target, ...]:
        """Every target of these kinds whose path ends in `text`."""
        wanted, steps = frozenset(kinds), text.split("/")
        found = [t for t in self._targets.get(steps[-1], ()) if t.kind in wanted and _ends(t, steps)]
        exact = [t for t in found if len(t.path) == len(steps)]
        return tuple(exact if len(exact) == 1 else found)

    def labels(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """Everything that targets of these kinds may be called."""
        wanted = frozenset(kinds)
        return tuple(
            sorted(label for label, ts in self._targets.items() if any(t.kind in wanted for t in ts))
        )


def measures(scheme: Scheme) -> Iterator[Measure]:
    """Every measure, the outer before the inner."""

    def down(level: tuple[Measure, ...]) -> Iterator[Measure]:
        for measure in level:
            yield measure
            yield from down(measure.measures)

    return down(scheme.measures)


def phases(scheme: Scheme) -> Iterator[Phase]:
    """Every phase, then every schedule row."""
    yield from scheme.phases
    for schedule in scheme.schedules:
        yield from schedule.rows


def duties(scheme: Scheme) -> Iterator[Duty]:
    """Every duty in the order it is printed: top level, measures, phases, schedules."""
    yield from scheme.duties
    for measure in measures(scheme):
        yield from measure.duties
    for phase in phases(scheme):
        yield from phase.duties


def appraisals(scheme: Scheme) -> Iterator[Appraisal]:
    """Every appraisal: top level, then by measure."""
    yield from scheme.appraisals
    for measure in measures(scheme):
        yield from measure.appraisals


def called(element: Element) -> frozenset[str]:
    """Key, name and aliases."""
    return frozenset({element.key, element.name, *element.aliases})


def clause_of(element: Element) -> str:
    """The clauses that support an element, as edges carry them."""
    return "、".join(str(clause) for clause in element.clause)


def _targets(scheme: Scheme) -> Iterator[Target]:
    titles: dict[Path, frozenset[str]] = {m.path: called(m) for m in measures(scheme)}
    titles |= {s.path: called(s) for s in scheme.schedules} | {p.path: called(p) for p in scheme.phases}

    def labels(path: Path, own: frozenset[str]) -> tuple[frozenset[str], ...]:
        outer = (titles.get(path[:n], frozenset({path[n - 1]})) for n in range(1, len(path)))
        return (*outer, own)

    for kind, group in (
        ("goal", scheme.goals),
        ("principle", scheme.principles),
        ("constraint", scheme.constraints),
    ):
        for element in group:
            yield from _with_items(kind, element)
    for measure in measures(scheme):
        yield Target(
            "measure",
            "measure:" + "/".join(measure.path),
            measure.path,
            labels(measure.path, called(measure)),
        )
    for phase in scheme.phases:
        yield Target("phase", "phase:" + "/".join(phase.path), phase.path, labels(phase.path, called(phase)))
    for duty in duties(scheme):
        yield Target("duty", "duty:" + "/".join(duty.path), duty.path, labels(duty.path, called(duty)))
    for appraisal in appraisals(scheme):
        node = "appraisal:" + "/".join(appraisal.path)
        yield Target("appraisal", node, appraisal.path, labels(appraisal.path, called(appraisal)))
    for source in scheme.sources:
        own = called(source) | {source.key.split("/")[-1]}
        yield Target("source", f"source:{source.key}", (source.key,), (own,))
    for name in dict.fromkeys(o.text for d in duties(scheme) for o in d.output):
        yield Target("output", f"output:{name}", (name,), (frozenset({name}),))


def _with_items(kind: str, element: Element) -> Iterator[Target]:
    yield Target(kind, f"{kind}:" + "/".join(element.path), element.path, (called(element),))
    for item in element.items:
        yield Target(kind, f"{kind}:" + "/".join(item.path), item.path, (called(element), called(item)))


def _ends(target: Target, steps: list[str]) -> bool:
    tail = target.labels[-len(steps) :]
    return len(tail) == len(steps) and all(s in own for s, own in zip(steps, tail, strict=True))
