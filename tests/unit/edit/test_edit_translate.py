"""Schemes in the other key language: the same data, ids turned into names, references that follow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from xuequ.edit.translate import translate
from xuequ.language.canonical import canonical
from xuequ.language.forms import Lang
from xuequ.source.document import Document
from xuequ.source.yaml import read_yaml

HEAD = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"


def read(text: str) -> Document:
    found = read_yaml(text.encode(), "a.yaml")
    assert found.document is not None
    assert not found.findings
    return found.document


def turned(text: str, keys: Lang = "zh", names: bool = True) -> str:
    """What becomes of the part of a file after its head."""
    lines = translate(read(HEAD + text), keys, names).splitlines()
    return "\n".join(lines[4:]).strip()


def canonical_value(document: Document) -> Any:
    result = canonical(document)
    assert not result.findings
    return result.document.value


def files(project: Path) -> list[Path]:
    return [*sorted((project / "examples").glob("*.yaml")), *sorted((project / "policies").glob("*.yaml"))]


def test_keys_and_fixed_values_change_and_text_does_not() -> None:
    assert turned("duties: {a: {name: may, force: may, lead: 甲, open: true}}", names=False) == (
        "职责:\n  a: {名称: may, 牵头: 甲, 语气: 可以, 等: 是}"
    )


def test_the_chinese_name_becomes_the_key_and_references_follow() -> None:
    text = """\
organs: {bureau: {name: 教育局, each: county}}
clusters:
  district: {name: 学区, members: {lead_school: {name: 龙头校, leads: true}}}
duties:
  report: {name: 报告工作, lead: lead_school/principal, inform: bureau, needs: plan}
  plan: {name: 制定规划, each: district, lead: [district, lead_school]}
"""
    assert turned(text) == (
        "机构:\n"
        "  教育局: {每: 县区}\n"
        "\n"
        "学区类型:\n"
        "  学区: {成员: {龙头校: {为首: 是}}}\n"
        "\n"
        "职责:\n"
        "  报告工作: {牵头: 龙头校/校长, 报送: 教育局, 前提: 制定规划}\n"
        "  制定规划: {每: 学区, 牵头: [学区, 龙头校]}"
    )


def test_elements_with_nothing_but_a_name_become_a_list() -> None:
    assert turned("goals: {a: 均衡, b: {name: 公平}}") == "目标: [均衡, 公平]"


def test_siblings_that_would_be_called_the_same_keep_their_ids() -> None:
    assert turned("goals: {a: 均衡, b: {name: 均衡}}") == "目标:\n  a: 均衡\n  b: 均衡"


@pytest.mark.parametrize("name", ["小学/初中", "unspecified", "$名"])
def test_a_name_that_cannot_be_a_key_leaves_the_id(name: str) -> None:
    assert "  a:" in turned(f"goals: {{a: {{name: {name}, count: 1}}}}")


def test_nothing_takes_the_name_of_a_built_in_actor() -> None:
    assert turned("groups: {pupils: {name: 学生, of: student}}").startswith("群体:\n  pupils:")


def test_a_reference_that_would_mean_two_things_gets_longer() -> None:
    text = """\
duties: {c: {name: 丙, needs: plan}}
measures:
  one: {name: 甲, duties: {plan: {name: 制定规划, lead: 乙}}}
  two: {name: 乙, duties: {other: {name: 制定规划, lead: 丁}}}
"""
    assert "丙: {前提: 甲/制定规划}" in turned(text)


def test_a_duty_is_not_mistaken_for_an_output_of_its_name() -> None:
    text = """\
measures:
  one: {name: 甲, duties: {risk: {name: 风险评估, lead: 乙, output: 风险评估}, form: {name: 组建, needs: risk}}}
"""
    assert "组建: {前提: 甲/风险评估}" in turned(text)


def test_a_reference_that_cannot_follow_keeps_its_id() -> None:
    text = """\
duties: {c: {name: 丙, lead: member}}
clusters:
  one: {name: 甲, members: {member: 成员校}}
  two: {name: 乙, members: {member: 成员园}}
"""
    found = turned(text)
    assert "丙: {牵头: member}" in found
    assert "成员: {member: 成员校}" in found


def test_paths_into_what_is_adopted_change_only_where_they_are_ours() -> None:
    text = """\
measures:
  seven: {name: 七统一, each: county, adopts: {ten-unities: {only: [finance]}}}
duties: {finance: {name: 管理财务, needs: seven/finance}}
override: {seven/finance: {lead: 甲}}
drop: seven/staff
"""
    assert turned(text) == (
        "举措:\n"
        "  七统一:\n"
        "    每: 县区\n"
        "    采用: {ten-unities: {只取: [finance]}}\n"
        "\n"
        "职责:\n"
        "  管理财务: {前提: 七统一/finance}\n"
        "\n"
        "改动:\n"
        "  七统一/finance: {牵头: 甲}\n"
        "删去: 七统一/staff"
    )


def test_bindings_parameters_clauses_and_rhythms_follow() -> None:
    text = """\
sources: {plan: {name: 方案}, law: {name: 义务教育法}}
organs: {bureau: {name: 教育局, clause: law/五}}
phases: {pilot: {name: 试点阶段, when: 9月}}
adopts: {some-policy: {bind: {body: bureau}, parameters: {paper: law, often: 每月}}}
duties: {a: {name: 甲, when: "阶段:pilot"}, b: {name: 乙, when: {after: a, within: 10 days}}}
"""
    found = turned(text)
    assert "教育局: {条款: 义务教育法/五}" in found
    assert "some-policy: {对应: {body: 教育局}, 参数: {paper: 义务教育法, often: 每月}}" in found
    assert "甲: {时间: 阶段:试点阶段}" in found or '甲: {时间: "阶段:试点阶段"}' in found
    assert "乙: {时间: {之后: 甲, 期限: 10 days}}" in found


def test_schools_of_a_unit_stand_under_the_new_key_of_their_role() -> None:
    text = "clusters: {d: {name: 学区, members: {lead: 龙头校}, units: {one: {name: 一区, lead: 一小, theme: 书法}}}}"
    assert "一区: {龙头校: 一小, theme: 书法}" in turned(text)


def test_comments_and_blank_lines_stay_with_their_keys() -> None:
    text = """\
# 目标
goals: {a: 均衡}

# 职责，
# 两条
duties:
  b: {name: 乙, lead: 甲}  # 待核
  # 后一条
  c: {name: 丙, lead: 甲}
# 完
"""
    assert turned(text) == (
        "# 目标\n目标: [均衡]\n\n# 职责，\n# 两条\n职责:\n  乙: {牵头: 甲}  # 待核\n  # 后一条\n  丙: {牵头: 甲}\n# 完"
    )


def test_long_elements_stand_in_blocks() -> None:
    items = ", ".join(f"第{n}项具体工作内容" for n in range(14))
    found = turned(f"duties: {{a: {{name: 甲, lead: 乙, items: [{items}]}}}}")
    assert found.splitlines()[1:3] == ["  甲:", "    牵头: 乙"]


@pytest.mark.parametrize(
    "text",
    [
        "a, b",
        "甲: 乙",
        "#甲",
        "true",
        "12",
        "010",
        "",
        "甲 #乙",
        "{甲}",
        "-",
        "甲:",
        "'甲'",
        "a\nb",
        "null",
        "~",
    ],
)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    escaped = text.replace("\n", "\\n")
    document = read(HEAD + f'duties:\n  a: {{note: "{escaped}", lead: 甲}}\n  b:\n    note: "{escaped}"\n')
    found = read(translate(document, "en")).value
    assert found == document.value


@pytest.mark.parametrize("names", [True, False])
def test_everything_that_ships_is_valid_in_chinese(project: Path, names: bool) -> None:
    for path in files(project):
        document = read(path.read_text(encoding="utf-8"))
        canonical_value(read(translate(document, names=names)))


def test_there_and_back_is_the_same_data(project: Path) -> None:
    for path in files(project):
        document = read(path.read_text(encoding="utf-8"))
        chinese = read(translate(document, names=False))
        assert canonical_value(chinese) == canonical_value(document), path.name
        assert canonical_value(read(translate(chinese, "en"))) == canonical_value(document), path.name


def test_chinese_examples_hold_no_key_in_english(project: Path) -> None:
    ours = {"采用", "只取", "不取", "对应", "参数"}

    def keys(value: Any, inside: str = "") -> list[str]:
        if not isinstance(value, dict) or inside in ours:
            return []
        return [*value, *(k for key, inner in value.items() for k in keys(inner, key))]

    for path in sorted((project / "examples").glob("*.yaml")):
        found = read(translate(read(path.read_text(encoding="utf-8")))).value
        assert isinstance(found, dict)
        found.pop("改动", None)
        assert not [key for key in keys(found) if key.isascii()], path.name


def test_what_is_no_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="neither a scheme nor a policy"):
        translate(read("a: 1\n"))
