"""The canonical form: one shape, whatever the drafter wrote, and every value still where it was written."""

from __future__ import annotations

from typing import Any

import pytest

from xuequ.findings.finding import DocPath, Place
from xuequ.language.canonical import Canonical, canonical
from xuequ.source.document import Document
from xuequ.source.locate import locate
from xuequ.source.yaml import read_yaml

HEAD = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"
HEAD_ZH = "格式: 1\n类别: 方案\n名称: 某县方案\n地方: {名称: 某县, 级别: 县}\n"
TOP = {"xuequ": 1, "kind": "scheme", "name": "某县方案", "locality": {"name": "某县", "level": "county"}}


def read(text: str) -> Document:
    found = read_yaml(text.encode(), "a.yaml")
    assert found.document is not None
    assert not found.findings
    return found.document


def made(text: str, head: str = HEAD) -> Canonical:
    result = canonical(read(head + text))
    assert not result.findings
    return result


def value(text: str, head: str = HEAD) -> dict[str, Any]:
    found = made(text, head).document.value
    assert isinstance(found, dict)
    return found


def written(result: Canonical, path: DocPath, on: Any = "value") -> str:
    """The text that a canonical path leads to."""
    span = locate(result.document, Place(file="a.yaml", path=path, on=on))
    line = result.document.text.splitlines()[span.start.line - 1]
    return line[span.start.column - 1 : span.end.column - 1]


def test_an_element_written_as_text_is_its_name() -> None:
    assert value("goals: {balance: 均衡}")["goals"] == {"balance": {"name": "均衡"}}


def test_an_element_written_as_nothing_is_only_its_key() -> None:
    assert value("goals:\n  均衡:\n")["goals"] == {"均衡": {}}


def test_a_list_of_names_is_a_section_of_elements() -> None:
    assert value("goals: {a: {items: [甲, 乙]}}")["goals"] == {"a": {"items": {"甲": {}, "乙": {}}}}


def test_the_members_of_an_organ_are_references_and_those_of_a_cluster_elements() -> None:
    found = value("organs: {a: {members: [甲, 乙]}}\nclusters: {b: {members: [甲, 乙]}}")
    assert found["organs"]["a"]["members"] == ["甲", "乙"]
    assert found["clusters"]["b"]["members"] == {"甲": {}, "乙": {}}


def test_rows_of_a_schedule_stay_a_list_and_their_duties_become_elements() -> None:
    found = value("schedules: {a: {rows: [{when: 9月, duties: [启动]}]}}")
    assert found["schedules"]["a"]["rows"] == [{"when": "9月", "duties": {"启动": {}}}]


def test_an_adoption_in_a_list_is_an_element_too() -> None:
    assert value("adopts: [ten-unities]")["adopts"] == {"ten-unities": {}}


def test_a_number_where_text_stands_is_text() -> None:
    assert value("schedules: {a: {school_year: 2025, clause: [1, 二]}}")["schedules"]["a"] == {
        "school_year": "2025",
        "clause": ["1", "二"],
    }


def test_a_quantity_stays_a_number() -> None:
    assert value("goals: {a: {count: 7}}")["goals"]["a"]["count"] == 7


def test_chinese_keys_become_english_ones_by_element() -> None:
    text = """\
机构: {教育局: {组成: [甲]}}
学区类型:
  大学区:
    成员: {龙头校: {为首: 是}}
    名单: {一区: {龙头校: 一小}}
    相同: [学段]
    对应关系: {列: 升入, 自: 小学, 至: 初中, 唯一: 是}
"""
    assert value(text, HEAD_ZH) == {
        **TOP,
        "organs": {"教育局": {"members": ["甲"]}},
        "clusters": {
            "大学区": {
                "members": {"龙头校": {"leads": True}},
                "units": {"一区": {"龙头校": "一小"}},
                "same": ["stage"],
                "link": {"column": "feeds", "from": "小学", "to": "初中", "one": True},
            }
        },
    }


def test_chinese_words_become_fixed_values_only_where_they_are_fixed() -> None:
    text = """\
职责:
  甲:
    {名称: 原则上, 语气: 原则上, 涉及: [财务, 课程], 轮流: 牵头,
     时间: {周期: 周, 日类: 教学日}, 数额: {比例: 15%, 取整: 进一}}
考核事项:
  乙:
    捆绑: 学区
    指标: {丙: {比较: 横比, 计分: [{名次: 从高到低, 分值: [3, 2]}, {否则: {情形: 达成, 分值: 1}}]}}
"""
    found = value(text, HEAD_ZH)
    assert found["duties"]["甲"] == {
        "name": "原则上",
        "force": "in_principle",
        "touches": ["finance", "curriculum"],
        "in_turn": "lead",
        "when": {"every": "week", "days": "school_day"},
        "amount": {"share": "15%", "round": "up"},
    }
    assert found["appraisals"]["乙"]["bundled"] == "cluster"
    assert found["appraisals"]["乙"]["criteria"]["丙"] == {
        "against": "outside",
        "score": [{"rank": "high", "points": [3, 2]}, {"else": {"if": "met", "points": 1}}],
    }


@pytest.mark.parametrize("key", ["牵头", "时间", "数额", "语气", "成果", "等", "备注"])
def test_unspecified_may_stand_for_any_value(key: str) -> None:
    found = value(f"职责: {{甲: {{{key}: 待定}}}}", HEAD_ZH)
    assert list(found["duties"]["甲"].values()) == ["unspecified"]


@pytest.mark.parametrize(
    "field", ["lead", "when", "amount", "force", "open", "items", "count", "where", "touches"]
)
def test_a_parameter_may_stand_for_any_value(field: str) -> None:
    text = f"xuequ: 1\nkind: policy\nname: 某模块\nduties: {{a: {{{field}: $p}}}}\n"
    assert not canonical(read(text)).findings


def test_both_languages_may_be_mixed() -> None:
    assert value("职责: {甲: {lead: 乙, 时间: 每月}}")["duties"] == {"甲": {"lead": "乙", "when": "每月"}}


def test_names_of_actors_stay_as_written() -> None:
    assert value("duties: {a: {lead: 学校, each: 县区}}")["duties"]["a"] == {"lead": "学校", "each": "县区"}


def test_override_knows_the_fields_of_every_element() -> None:
    text = "改动: {大学区: {成员: {龙头校: {为首: 否}}, 语气: 可以}, 领导小组: {组成: [甲]}}"
    assert value(text, HEAD_ZH)["override"] == {
        "大学区": {"members": {"龙头校": {"leads": False}}, "force": "may"},
        "领导小组": {"members": ["甲"]},
    }


def test_a_canonical_document_is_its_own_canonical_form() -> None:
    once = made("goals: [甲]\nduties: {a: {lead: 乙, clause: 1}}\n")
    assert canonical(once.document).document.value == once.document.value


def test_values_are_found_where_they_were_written() -> None:
    result = made("目标: [均衡, 公平]\n职责: {甲: 报告, 乙: {牵头: 学区长}}\n举措:\n  丙:\n", HEAD_ZH)
    assert written(result, ("goals", "公平"), "key") == "公平"
    assert written(result, ("duties", "甲", "name")) == "报告"
    assert written(result, ("duties", "乙", "lead"), "key") == "牵头"
    assert written(result, ("duties", "乙", "lead")) == "学区长"
    assert written(result, ("measures", "丙"), "key") == "丙"


def test_the_document_that_was_read_is_left_as_it_was() -> None:
    document = read(HEAD + "goals: [甲]\n")
    before = repr(document.value)
    canonical(document)
    assert repr(document.value) == before


def test_a_number_is_the_text_it_is_written_as() -> None:
    anchored = 'a: {name: 3.5, clause: &c [2.1, 2.10, 7, "1.20"]}, b: {clause: *c}'
    text = f"duties: {{{anchored}, d: {{clause: &e 1.10}}, f: {{clause: *e}}}}"
    duties = canonical(read(HEAD + text)).document.value["duties"]  # type: ignore[index]
    assert duties["a"] == {"name": "3.5", "clause": ["2.1", "2.10", "7", "1.20"]}
    assert duties["b"]["clause"] == duties["a"]["clause"]
    assert duties["d"] == duties["f"] == {"clause": "1.10"}


def test_a_number_that_ends_in_zero_is_told_where_it_stands() -> None:
    result = canonical(read(HEAD + "duties: {a: {clause: [2.1, 2.10]}}\n"))
    (found,) = result.findings
    assert (found.code, found.args["value"]) == ("SCH117", "2.10")
    assert written(result, found.primary.path) == "2.10"


@pytest.mark.parametrize(
    ("lone", "code"),
    [("牵头：某县", "YML119"), ("牵头:某县", "YML120"), ("lead：某县", "YML119"), ("名称：巡查", "YML119")],
)
def test_the_only_field_of_an_element_with_a_wrong_colon_is_no_name(lone: str, code: str) -> None:
    found = canonical(read(HEAD + f"职责:\n  d:\n    {lone}\n")).findings
    assert [each.code for each in found] == [code]


def test_a_name_with_a_colon_in_it_is_a_name() -> None:
    assert made("职责:\n  d: 开学第一课：安全\n  e: '牵头：某县'\n").document
