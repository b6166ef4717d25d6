"""How points are given, in words."""

from __future__ import annotations

import json

import pytest

import schemes
from xuequ.markup.numerals import chinese
from xuequ.model.elements import ScoreLine
from xuequ.model.saying_scores import score_line, score_lines


def lines(score: object) -> tuple[ScoreLine, ...]:
    said = json.dumps({"年度考核": {"criteria": {"甲": {"score": score}}}}, ensure_ascii=False)
    (appraisal,) = schemes.plan(f"appraisals: {said}").scheme.appraisals
    return appraisal.criteria[0].score


@pytest.mark.parametrize(
    ("score", "text"),
    [
        ({"if": "15%..", "points": 25}, "不低于15%的计25分"),
        ({"if": "..10%", "points": 0}, "不超过10%的计0分"),
        ({"if": "3..6", "points": 10}, "3—6的计10分"),
        ({"if": "met", "points": 5}, "达成的计5分"),
        ({"if": "学校有特色", "points": 5}, "学校有特色的计5分"),
        ({"if": "≥Ⅲ级", "points": "7.50"}, "不低于Ⅲ级的计7.50分"),
        ({"if": "不足60%", "points": -5}, "不足60%的计-5分"),
        (
            {"rank": "high", "points": [10, 8, 6, 4], "over": "rest"},
            "其余对象按名次从高到低依次计10、8、6、4分",
        ),
        ({"rank": "low", "points": [10, 8]}, "全部对象按名次从低到高依次计10、8分"),
        (
            {"if": "不足90%", "rank": "high", "points": [6, 4, 2]},
            "不足90%的按名次从高到低依次计6、4、2分",
        ),
        ({"each": "fault", "from": 10, "points": -1, "floor": 0}, "从10分起，每有一处差错扣1分，最低0分"),
        ({"each": "fault", "from": 10, "points": -0.5}, "从10分起，每有一处差错扣0.5分"),
        ({"each": "fault", "points": 2}, "每有一处差错扣2分"),
        ({"each": "item", "points": 2, "cap": 10}, "每有一项计2分，最高10分"),
        ({"from": "80%", "points": 20}, "从80%起，计20分"),
        ({"if": "met", "points": 8, "floor": 2, "cap": 10}, "达成的计8分，最低2分，最高10分"),
        ({"over": "rest", "each": "item", "points": 1}, "其余对象每有一项计1分"),
        ({"else": 0}, "其余计0分"),
        ({"else": {"each": "item", "points": 1}}, "其余每有一项计1分"),
        ({"if": "met", "points": 5, "else": 0}, "达成的计5分；其余计0分"),
        ({"points": 5}, "计5分"),
        (5, "计5分"),
        ("高于县平均的得20分，低于的不得分", "高于县平均的得20分，低于的不得分"),
        ({"if": "met", "points": "unspecified"}, "达成的计〔待定〕分"),
    ],
)
def test_a_line_of_scoring_is_said_as_an_office_says_it(score: object, text: str) -> None:
    (line,) = lines(score)
    assert score_line(line) == text


def test_each_step_leaves_out_those_above_it() -> None:
    steps = [{"if": "15%..", "points": 25}, {"if": "10%..", "points": 15}, {"if": "..10%", "points": 0}]
    assert score_lines(lines(steps)) == ["15%及以上的计25分", "10%及以上、不足15%的计15分", "不足10%的计0分"]
    assert score_lines(lines(steps[2:])) == ["不超过10%的计0分"]


def test_what_a_step_leaves_is_ranked() -> None:
    steps = [{"if": "90%..", "points": 20}, {"if": "不足90%", "rank": "high", "points": [8, 6]}]
    assert score_lines(lines(steps)) == ["90%及以上的计20分", "不足90%的按名次从高到低依次计8、6分"]
    assert score_lines(lines(steps[::-1]))[0] == "不足90%的按名次从高到低依次计8、6分"


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "一百"),
     (101, "一百零一"), (110, "一百一十"), (305, "三百零五"), (1000, "一千"), (1001, "一千零一"),
     (2844, "二千八百四十四")],
)  # fmt: skip
def test_numbers_have_chinese_numerals(number: int, text: str) -> None:
    assert chinese(number) == text
