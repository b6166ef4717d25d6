"""Names within amounts: units of a split, what an amount is per, and what words of an amount speak of."""

from __future__ import annotations

import pytest

import schemes

ROSTER = "code,name,stage,county\n1,甲校,小学,东山区\n2,乙校,小学,西河区\n"
CITY = """\
xuequ: 1
kind: scheme
name: 某市方案
locality: {name: 某市, level: city}
organs: {教育局: }
groups: {骨干教师: {of: teacher}}
"""


def told(amount: str, roster: str | None = None) -> list[tuple[str, object]]:
    found = schemes.plan(
        f"{CITY}duties: {{建站: {{lead: 教育局, amount: {amount}}}}}", roster=roster
    ).findings
    return [(each.code, each.args["name"]) for each in found]


def split(*units: str) -> str:
    return f"{{count: 10, split: [{{units: [{', '.join(units)}], count: 5}}]}}"


def test_a_unit_of_a_split_is_one_of_the_roster() -> None:
    assert told(split("东山区", "西河区"), ROSTER) == []
    assert told(split("东山区", "西何区"), ROSTER) == [("REF103", "西何区")]


def test_a_unit_of_a_split_may_be_declared() -> None:
    assert told(split("教育局", "骨干教师"), ROSTER) == []


def test_without_a_roster_a_unit_of_a_split_is_called_like_a_place() -> None:
    assert told(split("东山区", "第一小学", "城关镇")) == []
    assert told(split("某个单位")) == [("REF103", "某个单位")]


@pytest.mark.parametrize(
    "per", ["5 schools", "每5所学校", "三至五所学校", "学科", "每个县区", "每百名学生", "骨干教师"]
)
def test_what_an_amount_is_per_is_read_or_declared(per: str) -> None:
    assert told(f"{{count: 1, per: {per}}}") == []


def test_what_an_amount_is_per_is_somebody() -> None:
    assert told("{count: 1, per: 骨干老师傅}") == [("REF101", "骨干老师傅")]


def test_words_of_an_amount_spell_a_known_name_right() -> None:
    assert told("不少于骨干教师的10%") == []
    assert told("不低于公用经费预算总额的5%") == []
    assert told("不少于骨干教教师的10%") == [("REF103", "骨干教教师")]
    assert told("不少于骨十教师的10%") == [("REF103", "骨十教师")]
    assert told("骨赶教师不低于教师总数的10%") == [("REF103", "骨赶教师")]
    assert told("每骨干教帅2万元") == [("REF103", "骨干教帅")]


def test_what_stands_against_a_declared_name_is_another_thing() -> None:
    levels = "groups: {骨干甲组: {of: teacher}}\n"
    text = levels + "duties: {评聘: {lead: 局, amount: 不少于骨干乙组的10%}}\n"
    assert schemes.plan("organs: [局]\n" + text).findings == ()


def test_an_output_that_an_amount_speaks_of_is_spelt_right() -> None:
    text = "organs: [局]\nduties: {奖补: {lead: 局, output: 奖补资金, amount: 不低于奖卜资金的60%}}\n"
    assert [each.args["name"] for each in schemes.plan(text).findings] == ["奖卜资金"]
