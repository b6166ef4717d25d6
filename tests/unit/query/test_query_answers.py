"""Questions to a plan and what comes of them, in the files of `answers/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from answers import Answer, answered, plan_of, said
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import school_year_span
from xuequ.findings.finding import Place
from xuequ.query import matching
from xuequ.query.asked import actors_named, cluster_named, meant_by, unit_named, unknown, work_named
from xuequ.query.clauses import Clauses
from xuequ.query.conformance import conformance
from xuequ.query.conforming import findings
from xuequ.query.coverage import coverage
from xuequ.query.difference import difference
from xuequ.query.explain import elements_named, explain
from xuequ.query.impact import dissolve
from xuequ.query.inventory import Inventory
from xuequ.query.merging import merge
from xuequ.query.obligations import owed, standing
from xuequ.query.report_paths import Sense, way
from xuequ.query.statements import said as words_of
from xuequ.query.statements import statements
from xuequ.query.times import Times, read_month, times
from xuequ.query.who import who
from xuequ.resolution import Plan
from xuequ.source.outline import Clause, Outline

FILES = sorted((Path(__file__).parent / "answers").glob("*.txt"))
Given = Mapping[str, str]


def _times(plan: Plan, words: list[str]) -> Times:
    """Times of the school year that a question names, else of no period."""
    year = next((word for word in words if word.isdigit() and len(word) == 4), None)
    return times(plan, SchoolCalendar(period=school_year_span(int(year))) if year else None)


def _who(plan: Plan, words: list[str], given: Given) -> object:
    return [who(plan, work, _times(plan, words[1:])) for work in work_named(plan, words[0])]


def _explain(plan: Plan, words: list[str], given: Given) -> object:
    inventory = Inventory(plan)
    return [explain(inventory, thing, *words[1:2]) for thing in elements_named(inventory, words[0])]


def _say(plan: Plan, words: list[str], given: Given) -> object:
    """Each field of an element in words, as answers print it."""
    inventory = Inventory(plan)
    return [
        f"{said(one.label)}: {said(words_of(inventory, one))}"
        for thing in elements_named(inventory, words[0])
        for one in statements(inventory, thing)
    ]


def _duties(plan: Plan, words: list[str], given: Given) -> object:
    month = read_month(words[-1]) if len(words) > 1 and not words[-1].isalpha() else None
    part = next((word for word in words[1:] if word.isalpha() and word.isascii()), "")
    return owed(plan, actors_named(plan, words[0]), _times(plan, words[1:]), part, month)


def _standing(plan: Plan, words: list[str], given: Given) -> object:
    return standing(plan, actors_named(plan, words[0]))


def _path(plan: Plan, words: list[str], given: Given) -> object:
    return way(plan, actors_named(plan, words[0]), actors_named(plan, words[1]), Sense(words[2]))


def _impact(plan: Plan, words: list[str], given: Given) -> object:
    return dissolve(plan, [node for word in words for node in actors_named(plan, word)])


def _merge(plan: Plan, words: list[str], given: Given) -> object:
    first, second = (unit_named(plan, word) for word in words)
    assert plan.roster is not None
    assert first is not None
    assert second is not None
    return merge(plan, plan.roster, first, second)


def _diff(plan: Plan, words: list[str], given: Given) -> object:
    """What changed since the old version; with `back`, what would if the old one came back."""
    before = plan_of(given, "old", "old-roster" if "old-roster" in given else "roster")
    found = difference(*((plan, before) if "back" in words else (before, plan)))
    notices = [
        f"{each.actor}: {share.change.thing.name} +{said(share.gained)} -{said(share.lost)} ={said(share.kept)}"
        for each in found.notices
        for share in each.shares
    ]
    return found.changes, found.moves, *notices


def _conform(plan: Plan, words: list[str], given: Given) -> object:
    """How the scheme keeps to its superior; with `back`, how that would keep to it; `rows` without findings."""
    upper = plan_of(given, "upper" if "upper" in given else "old", "")
    found = conformance(*((upper, plan) if "back" in words else (plan, upper)))
    counted = f"asked={found.asked} compared={found.compared} strangers={list(found.strangers)}"
    return counted, found.rows, () if "rows" in words else findings(found)


def _coverage(plan: Plan, words: list[str], given: Given) -> object:
    outlines = {
        key.removeprefix("outline/"): Outline("o.yaml", "", tuple(Clause(one, "", 0) for one in text.split()))
        for key, text in given.items()
        if key.startswith("outline/")
    }
    found = coverage(plan, outlines)
    rows = [
        (source.name, [f"{row.clause.number} {row.taken} {said(row.by)}" for row in source.rows])
        for source in found.sources
    ]
    left = [f"open {row.clause.number}" for source in found.sources for row in source.open]
    return (
        rows,
        left,
        f"{found.percent} %",
        f"ungrounded {said(found.ungrounded)}",
        f"own {said(found.own)}",
        found.findings,
    )


def _clauses(ask: Callable[[Clauses, str], object]) -> Answer:
    """Something that is asked of each number in the outline that a question names."""

    def told(plan: Plan, words: list[str], given: Given) -> object:
        clauses = Clauses(given[f"outline/{words[0]}"].split())
        return [f"{number}: {said(ask(clauses, number))}" for number in words[1:]]

    return told


def _named(plan: Plan, words: list[str], given: Given) -> object:
    return [f"{word}: {', '.join(actors_named(plan, word))}" for word in words]


def _work(plan: Plan, words: list[str], given: Given) -> object:
    return [f"{word}: {said(work_named(plan, word))}" for word in words]


def _unit(plan: Plan, words: list[str], given: Given) -> object:
    return [f"{word}: {unit.id if (unit := unit_named(plan, word)) else 'nothing'}" for word in words]


def _cluster(plan: Plan, words: list[str], given: Given) -> object:
    return [f"{word}: {said(cluster_named(plan, word))}" for word in words]


def _meant(plan: Plan, words: list[str], given: Given) -> object:
    return [f"{word}: {said(meant_by(plan, word))}" for word in words]


def _unknown(plan: Plan, words: list[str], given: Given) -> object:
    return unknown(plan, words[0], words[1], Place(file="scheme.yaml"))


ANSWERS: Mapping[str, Answer] = {
    "who": _who,
    "explain": _explain,
    "say": _say,
    "duties": _duties,
    "standing": _standing,
    "path": _path,
    "impact": _impact,
    "merge": _merge,
    "diff": _diff,
    "conform": _conform,
    "coverage": _coverage,
    "homes": _clauses(Clauses.home),
    "under": _clauses(Clauses.under),
    "paragraphs": _clauses(Clauses.paragraphs),
    "named": _named,
    "work": _work,
    "unit": _unit,
    "cluster": _cluster,
    "meant": _meant,
    "unknown": _unknown,
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_question_is_answered_as_its_file_says(file: Path, updating: bool) -> None:
    found = answered(file, ANSWERS)
    if updating:
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")


@pytest.mark.parametrize(
    "file", [file for file in FILES if "-- diff" in file.read_text("utf-8")], ids=lambda f: f.stem
)
def test_what_is_alike_is_found_alike_among_many(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_MANY", 0)
    assert answered(file, ANSWERS) == file.read_text("utf-8")
