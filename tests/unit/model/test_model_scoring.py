"""What criteria and their lines of scoring come to."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

import schemes
from xuequ.model.elements import Criterion
from xuequ.model.scoring import at_odds, full_mark, most, read_points
from xuequ.model.unreadable import Unreadable


def criteria(said: object) -> tuple[Criterion, ...]:
    text = json.dumps({"年度考核": {"criteria": said}}, ensure_ascii=False)
    (appraisal,) = schemes.plan(f"appraisals: {text}").scheme.appraisals
    return appraisal.criteria


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ({"甲": {"points": 40}, "乙": {"points": 60}}, 100),
        ({"甲": {"points": 40}, "乙": {"criteria": {"丙": {"points": 20}, "丁": {"points": 30}}}}, 90),
        ({"甲": {"points": 0, "criteria": {"丙": {"points": 20}}}, "乙": {"points": 30}}, 30),
        ({"甲": {"points": 100}, "乙": {"veto": True}}, 100),
        ({"甲": {"points": 2.5}, "乙": {"points": "0.50"}}, 3),
        ({"甲": {"points": 40}, "乙": {}}, None),
        ({"甲": {"points": 40}, "乙": {"points": "10..20"}}, None),
        ({"甲": {"points": 40}, "乙": {"points": 60, "where": {"stage": "小学"}}}, None),
        ({"乙": {"veto": True}}, None),
    ],
)
def test_the_full_mark_is_the_points_of_the_criteria_as_they_stand(said: object, total: int | None) -> None:
    assert full_mark(criteria(said)) == total


def test_criteria_and_their_parts_are_held_together_at_every_depth() -> None:
    said = {
        "甲": {"points": 20, "criteria": {"乙": {"points": 20, "criteria": {"丙": {"points": 15}}}}},
        "丁": {"points": 20, "open": True, "criteria": {"戊": {"points": 15}}},
        "己": {"points": 10, "open": True, "criteria": {"庚": {"points": 15}}},
    }
    found = [(one.key, int(own), int(parts)) for one, own, parts in at_odds(criteria(said))]
    assert found == [("乙", 20, 15), ("己", 10, 15)]


@pytest.mark.parametrize(
    ("line", "top"),
    [
        ({"if": "90%..", "points": 20}, 20),
        ({"rank": "high", "points": [10, 8, 6]}, 10),
        ({"each": "fault", "from": 10, "points": -2}, 10),
        ({"each": "fault", "points": 2}, None),
        ({"each": "item", "points": 2, "cap": 8}, 8),
        ({"each": "item", "points": 2}, None),
        ({"if": "met", "points": 5, "else": 2}, 5),
        ({"else": {"if": "met", "points": 3}}, 3),
        ("制度健全的得5分", None),
        ({"if": "met"}, None),
    ],
)
def test_the_most_that_a_line_gives(line: object, top: int | None) -> None:
    (one,) = criteria({"甲": {"score": line}})
    assert most(one.score[0]) == top


def test_points_may_be_less_than_nothing() -> None:
    for said, number in ((-2, -2), ("-0.5", Fraction(-1, 2)), ("－2分", -2), ("3分", 3), (0, 0)):
        read = read_points(said)
        assert not isinstance(read, Unreadable)
        assert (read.low, read.high, read.unit) == (number, number, "")


def test_points_that_are_none_are_told() -> None:
    read = read_points("若许分")
    assert isinstance(read, Unreadable)
    assert read.text == "若许分"
