"""Turning values and marks together: what is said twice, what does not fit and is left as it stands."""

from __future__ import annotations

from typing import Any

import pytest

from xuequ.language.normal import Normal, normal
from xuequ.language.shapes import shape_of
from xuequ.source import marks
from xuequ.source.text import lines
from xuequ.source.yaml import read_yaml


def turned(text: str) -> Normal:
    document = read_yaml(text.encode(), "a.yaml").document
    assert document is not None
    return normal(document.value, document.marks, shape_of("scheme"))


def value(text: str) -> dict[str, Any]:
    found = turned(text).value
    assert isinstance(found, dict)
    return found


def written(text: str, mark: marks.Mark) -> str:
    (line, column), end = marks.span(mark, text)
    return f"{line}:{column} {lines(text)[line - 1][column - 1 : end.column - 1]}"


@pytest.mark.parametrize(
    "given", ["[甲, {name: 乙}]", "[{name: 乙}, 甲]", "[甲, 3]", "[甲, null]", "[[甲], 乙]"]
)
def test_a_list_that_holds_more_than_names_is_left_as_it_stands(given: str) -> None:
    plain = read_yaml(f"x: {given}\n".encode(), "a.yaml").document
    assert plain is not None
    assert isinstance(plain.value, dict)
    found = turned(f"goals: {given}\n")
    assert found.value == {"goals": plain.value["x"]}
    assert found.twice == ()


def test_a_list_of_names_and_an_empty_one_are_sections() -> None:
    assert value("goals: [甲, 乙]\n") == {"goals": {"甲": {}, "乙": {}}}
    assert value("goals: []\n") == {"goals": {}}


def test_a_name_listed_twice_is_told_with_both_places_and_there_once() -> None:
    text = "goals: [甲, 乙, 丙, 乙]\n"
    found = turned(text)
    assert found.value == {"goals": {"甲": {}, "乙": {}, "丙": {}}}
    (twice,) = found.twice
    assert (twice.at, twice.first, twice.second) == (("goals",), "乙", "乙")
    assert written(text, twice.first_mark) == "1:12 乙"
    assert written(text, twice.second_mark) == "1:18 乙"


def test_a_field_under_both_its_keys_keeps_the_first_and_tells_both() -> None:
    text = "duties:\n  a: {牵头: 甲, when: 每月, lead: 乙, 时间: 每周}\n"
    found = turned(text)
    assert found.value == {"duties": {"a": {"lead": "甲", "when": "每月"}}}
    first, second = found.twice
    assert (first.at, first.first, first.second) == (("duties", "a"), "牵头", "lead")
    assert (second.first, second.second) == ("when", "时间")
    assert written(text, first.first_mark) == "2:7 牵头"
    assert written(text, first.second_mark) == "2:24 lead"


def test_elements_keep_the_place_of_what_they_were_written_as() -> None:
    text = "goals:\n  a: 均衡\n  b:\n  c: {name: 公平}\n"
    found = turned(text)
    goals = marks.value_of(found.mark, "goals")
    assert found.value == {"goals": {"a": {"name": "均衡"}, "b": {}, "c": {"name": "公平"}}}
    assert written(text, marks.value_of(marks.value_of(goals, "a"), "name")) == "2:6 均衡"
    assert written(text, marks.value_of(marks.value_of(goals, "c"), "name")) == "4:13 公平"
    assert marks.entries(marks.value_of(goals, "b")) == {}


def test_an_element_that_is_a_number_or_a_list_is_left_to_validation() -> None:
    assert value("goals: {a: 3, b: [甲], c: true}\n") == {"goals": {"a": 3, "b": ["甲"], "c": True}}
    assert value("goals: 3\n") == {"goals": 3}
    assert value("duties: {a: {lead: [甲, [乙], {丙: 丁}]}}\n")["duties"]["a"]["lead"] == [
        "甲",
        ["乙"],
        {"丙": "丁"},
    ]


def test_what_no_field_is_called_keeps_its_key_and_its_value() -> None:
    assert value("名称们: {时间: [每月]}\nx: 原则上\n") == {"名称们": {"时间": ["每月"]}, "x": "原则上"}


def test_text_that_looks_like_a_number_is_text_and_a_truth_is_not() -> None:
    duty = value("duties: {a: {clause: [1, 二, true], name: 5, force: 原则上}}\n")["duties"]["a"]
    assert duty == {"clause": ["1", "二", True], "name": "5", "force": "in_principle"}


def test_fixed_words_in_lists_are_turned_each() -> None:
    assert value("duties: {a: {touches: [财务, 甲, 课程]}}\n")["duties"]["a"]["touches"] == [
        "finance",
        "甲",
        "curriculum",
    ]
