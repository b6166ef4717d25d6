"""The work of a scheme in the order in which it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.model.elements import Appraisal, Duty, Element, Measure, Phase, Scheme


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


def clause_of(element: Element) -> str:
    """The clauses that support an element, as edges carry them."""
    return "、".join(str(clause) for clause in element.clause)
