"""Findings summed up and put in groups, those that cost most first."""

from __future__ import annotations

import pytest

from xuequ.findings.catalogue import Entry, entries, finding, groups, shared
from xuequ.findings.finding import Place, Position, Sharer, Span
from xuequ.findings.overview import SCREEN, View, by_cost, overview, summary
from xuequ.findings.shown import Shown, Spot
from xuequ.findings.statistics import as_json, text

PLAIN = View()
ALL = View(every=True)


def at(line: int, file: str = "a.yaml") -> Spot:
    return Spot(file=file, span=Span(Position(line, 1), Position(line, 2)), line="职责: 甲")


def lead(line: int, *names: str) -> Shown:
    places = [Place(file="a.yaml", path=("duties", name)) for name in names]
    members = [Sharer(name=name, place=p, at=p, label="duty") for name, p in zip(names, places, strict=True)]
    return Shown(finding=shared("RES201", places[0], members), at=at(line))


def contradiction(line: int) -> Shown:
    return Shown(finding=finding("RES209", Place(file="a.yaml"), name=f"岗位{line}"), at=at(line))


def post(line: int, file: str = "a.yaml") -> Shown:
    return Shown(finding=finding("RES211", Place(file=file), name=f"岗位{line}"), at=at(line, file))


def wrong(line: int) -> Shown:
    return Shown(
        finding=finding("TIM107", Place(file="a.yaml"), name="甲", before="乙"),
        at=at(line),
    )


def many() -> list[Shown]:
    return [*(post(n) for n in range(1, 6)), lead(7, "甲", "乙"), *(contradiction(n) for n in range(20, 32))]


def test_the_summary_counts_what_shares_a_finding_one_by_one() -> None:
    shown = [post(1), lead(2, "甲", "乙"), lead(3, "丙"), contradiction(4), contradiction(5)]
    assert summary(shown, "zh") == "2 处矛盾 · 1 个机构岗位 · 3 项无人牵头"
    assert summary(shown, "en") == "2 contradictions · 1 body or post · 3 duties without a lead"


def test_what_costs_most_comes_first_and_otherwise_the_order_stays() -> None:
    told = by_cost([post(9), post(3), lead(2, "甲"), contradiction(8), contradiction(5)])
    assert [one.at.span.start.line for one in told if one.at.span] == [8, 5, 9, 3, 2]


def test_an_error_comes_before_everything_whatever_its_code() -> None:
    told = by_cost([contradiction(1), wrong(2)])
    assert [one.finding.code for one in told] == ["TIM107", "RES209"]


def test_one_finding_needs_no_summary() -> None:
    assert overview([post(1)], "zh", PLAIN).startswith("提示[RES211]: ")
    assert overview([], "zh", PLAIN) == ""


def test_what_fits_on_a_screen_is_shown_whole() -> None:
    told = overview([post(1), contradiction(2)], "zh", PLAIN)
    assert told.startswith("1 处矛盾 · 1 个机构岗位\n\n警告[RES209]: ")
    assert "建议: " in told


def test_beyond_a_screen_groups_show_examples_and_how_many_more() -> None:
    told = overview(many(), "zh", PLAIN)
    assert told.count("\n") <= SCREEN
    title, *rows = told.split("\n\n")[2].splitlines()
    assert title == "机构与岗位（5）"
    assert [row.split(":")[1] for row in rows[:3]] == ["1", "2", "3"]
    assert rows[3] == "  另有 2 个：RES211 × 2"
    assert "and 2 more: RES211 × 2" in overview(many(), "en", PLAIN)


def test_contradictions_are_told_one_by_one_as_far_as_a_screen_bears() -> None:
    assert overview(many(), "zh", PLAIN).count("警告[RES209]") == 12
    told = overview([*many(), *(contradiction(n) for n in range(40, 60))], "zh", PLAIN)
    assert told.count("警告[RES209]") == 30
    assert "另有 2 个：RES209 × 2" in told


def test_examples_are_of_as_many_codes_as_there_are() -> None:
    idle = [
        Shown(finding=finding("RES213", Place(file="a.yaml"), name="会", kinds=["学区"]), at=at(n))
        for n in (50, 51)
    ]
    told = overview([*many(), *idle], "zh", PLAIN)
    assert "警告[RES213]" in told
    assert "提示[RES211]" in told


def test_all_shows_each_with_its_line_under_its_title() -> None:
    told = overview(many(), "zh", ALL)
    assert "矛盾与利益冲突（12）\n\n警告[RES209]: " in told
    assert told.count("提示[RES211]") == 5
    assert "另有" not in told


def test_findings_are_put_together_by_what_somebody_asks_for() -> None:
    view = View(title=lambda one: one.at.file)
    told = overview([post(1, "b.yaml"), post(1), contradiction(2)], "zh", view)
    assert [line for line in told.splitlines() if line.endswith("）")] == ["a.yaml（2）", "b.yaml（1）"]


@pytest.mark.parametrize("one", entries().values(), ids=lambda each: each.code)
def test_every_code_belongs_to_a_group_and_to_what_takes_it_in(one: Entry) -> None:
    assert one.group in groups()
    for within in one.within.values():
        host = entries()[within.code]
        assert host.group in groups()
        assert not within.word or "{missing}" in host.zh.message


def test_statistics_say_how_many_of_each_code() -> None:
    shown = [post(1), post(2), contradiction(3)]
    assert text(shown, "en", str.lower) == "    1  warning[RES209]: res209\n    2  note[RES211]:    res211\n"
    assert '"count": 2' in as_json(shown, str.lower)
