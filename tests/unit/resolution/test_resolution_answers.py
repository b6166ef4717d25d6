"""What a scheme resolves to (places, actors, relations, work, findings), in the files of `answers/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from answers import Answer, answered, said
from xuequ.resolution import Plan
from xuequ.resolution.bases import base_name, columns, group_of
from xuequ.resolution.references import duties

FILES = sorted((Path(__file__).parent / "answers").glob("*.txt"))


def _units(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    for key, unit in plan.units.items():
        more = "" if unit.typical else f" of {', '.join(sorted(unit.schools)) or 'nobody'}"
        more += f" as {unit.form}" if unit.form else ""
        assert key == unit.id
        yield f"{unit.id} {unit.type} {unit.name}{more}"


def _nodes(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    for key, node in plan.nodes.items():
        assert key == node.id
        yield f"{node.id} {node.kind} {node.name} <{'/'.join(node.path)}>{f' in {node.unit}' if node.unit else ''}"


def _edges(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    """All relations, or those of some kinds."""
    for edge in plan.edges:
        if not words or edge.kind in words:
            rest = " ".join(said(each) for each in edge[5:] if each)
            line = f"{edge.source} {edge.kind} {edge.target} @{'/'.join(map(str, edge.at))}"
            yield f"{line}{f' {edge.clause}' if edge.clause else ''}{f' {rest}' if rest else ''}"


def _work(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    for task in plan.tasks:
        parts = [f"{part} {said(nodes)}" for part, nodes in task.parts.items()]
        yield f"{task.id} in {task.unit}: {'; '.join([*parts, f'for {said(task.objects)}'])}"
    for review in plan.reviews:
        yield f"{review.id} in {review.unit}: assess {said(review.assessors)}; for {said(review.objects)}"


def _bindings(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    for (path, at), bound in plan.bindings.items():
        place, actor = "/".join(map(str, at)), "> or <".join("/".join(each) for each in bound.actors)
        yield f"<{'/'.join(path)}> {place}: {bound.text} = <{actor}> step {bound.step:d}{' many' if bound.many else ''}"


def _findings(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    return (said(each) for each in (*plan.composed.findings, *plan.findings))


def _declared(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    for word in words:
        found = plan.declarations.named(word)
        yield f"{word}: {', '.join(each.kind + ' ' + '/'.join(each.path) for each in found)}"


def _at(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    path, *kinds = words
    found = plan.declarations.at(tuple(path.split("/")), *kinds)
    yield f"{found.kind} {found.name}" if found else "nothing"


def _bases(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    """What the amounts of duties are a part of."""
    for duty in duties(plan.scheme):
        for amount in duty.amount:
            group = group_of(plan.scheme, amount)
            yield f"{duty.key}: {base_name(amount)} <{group.key if group else ''}> {said(columns(plan.scheme, amount))}"


def _within(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    """The schools to which columns narrow groups, and what conditions of work are about."""
    for path, schools in plan.within.items():
        yield f"<{'/'.join(path)}> {said(schools)}"
    for (path, column), about in plan.conditions.items():
        yield f"<{'/'.join(path)}> {column} of {said(about)}"
    for path, gone in plan.excepted.items():
        yield f"<{'/'.join(path)}> but {said(gone)}"


def _in_lines(answer: Answer) -> Answer:
    return lambda *asked: list(answer(*asked))  # type: ignore[call-overload]  # each gives lines


ANSWERS: Mapping[str, Answer] = {
    "units": _in_lines(_units),
    "nodes": _in_lines(_nodes),
    "edges": _in_lines(_edges),
    "work": _in_lines(_work),
    "bindings": _in_lines(_bindings),
    "findings": _in_lines(_findings),
    "declared": _in_lines(_declared),
    "at": _in_lines(_at),
    "bases": _in_lines(_bases),
    "within": _in_lines(_within),
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_scheme_resolves_to_what_its_file_says(file: Path, updating: bool) -> None:
    found = answered(file, ANSWERS)
    if updating:
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")
