"""Files in canonical order and style: what moves, what stays, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from xuequ.edit import format as format_module
from xuequ.edit.format import formatted
from xuequ.edit.layout import WIDTH, laid_out
from xuequ.edit.rewriter import OWN, ranks
from xuequ.findings.width import width
from xuequ.language.forms import Lang
from xuequ.language.shapes import Shape, element_shape
from xuequ.source.yaml import read_yaml

HEAD = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"


def done(text: str, keys: Lang | None = None) -> str:
    """The whole file, formatted; formatting it once more changes nothing."""
    found = formatted(text.encode(), "a.yaml", keys)
    assert found.text is not None, found.findings
    again = formatted(found.text.encode(), "a.yaml")
    assert again.text == found.text
    return found.text


def body(text: str) -> str:
    """What becomes of the part of a file after its head."""
    return done(HEAD + text).removeprefix(HEAD).strip("\n")


def codes(data: bytes) -> list[str]:
    found = formatted(data, "a.yaml")
    assert found.text is None
    return [each.code for each in found.findings]


# What moves ----------------------------------------------------------------------------------------


def test_rows_stand_on_a_line_where_they_are_short() -> None:
    first = "- does: a\n        lead: 甲\n        for: 乙\n        when: 8月"
    second = "- {when: 9月, duties: {a: {lead: 甲}, b: {lead: 乙}}}"
    text = f"schedules:\n  年历:\n    rows:\n      {first}\n      {second}\n"
    assert body(text).splitlines()[2:] == [
        "    rows:",
        "      - {when: 8月, lead: 甲, for: 乙, does: a}",
        "      - when: 9月",
        "        duties:",
        "          a: {lead: 甲}",
        "          b: {lead: 乙}",
    ]


def test_fields_stand_in_one_order_and_elements_in_theirs() -> None:
    assert body("duties: {b: {when: 每月, lead: 甲, clause: 一, name: 乙}, a: {lead: 甲}}") == (
        "duties:\n  b: {name: 乙, clause: 一, lead: 甲, when: 每月}\n  a: {lead: 甲}"
    )


def test_sections_stand_in_one_order_with_a_blank_line_between() -> None:
    assert body("duties: {a: {lead: 甲}}\ngoals: [公平]\norgans: {甲: {kind: office}}\n") == (
        "organs:\n  甲: {kind: office}\ngoals: [公平]\nduties:\n  a: {lead: 甲}"
    )
    assert body("goals: {a: {count: 1}}\norgans: {甲: {kind: office}}\n") == (
        "organs:\n  甲: {kind: office}\n\ngoals:\n  a: {count: 1}"
    )


def test_what_is_declared_says_last_where_it_stands_in_the_source() -> None:
    assert body("groups: {教师: {clause: 一, of: teacher}}").endswith("教师: {of: teacher, clause: 一}")


def test_roles_of_a_unit_stay_in_the_drafters_order_before_the_clause() -> None:
    text = "clusters: {学区: {members: [甲校, 乙校], units: {一区: {clause: 一, 乙校: 二小, 甲校: 一小}}}}"
    assert "一区: {乙校: 二小, 甲校: 一小, clause: 一}" in body(text)


def test_long_elements_stand_in_blocks_and_short_ones_on_a_line() -> None:
    long = "，".join(["很长的名称"] * 6)
    found = body(
        f"duties:\n  a:\n    lead: 甲\n  b: {{lead: 甲, name: {long}, when: 每月, output: {long}}}\n"
    )
    assert found.splitlines()[1:4] == ["  a: {lead: 甲}", "  b:", f"    name: {long}"]


def test_no_line_of_fields_is_too_wide(project: Path) -> None:
    for path in [*(project / "examples").glob("*.yaml"), *(project / "policies").glob("*.yaml")]:
        for line in done(path.read_text(encoding="utf-8")).splitlines():
            assert width(line) <= WIDTH or "{" not in line or line.startswith("#")


def test_an_element_that_is_only_its_name_is_written_as_its_name() -> None:
    assert body("goals: {a: {name: 公平}, b: }") == "goals:\n  a: 公平\n  b:"


@pytest.mark.parametrize("written", ["{name: 办公室}", "办公室", "{name: 办公室, kind: office}"])
def test_a_name_that_the_key_says_already_is_left_out(written: str) -> None:
    kept = " {kind: office}" if "kind" in written else ""
    assert body(f"organs:\n  办公室: {written}\n  教育局: {{kind: bureau}}\n") == (
        f"organs:\n  办公室:{kept}\n  教育局: {{kind: bureau}}"
    )


def test_an_adoption_keeps_its_name_since_its_policy_has_another() -> None:
    assert body("adopts: {ten-unities: {name: ten-unities}}") == ("adopts:\n  ten-unities: ten-unities")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('"甲"', "甲"),
        ("'甲，乙'", "甲，乙"),
        ('"甲, 乙"', "甲, 乙"),
        ('"true"', '"true"'),
        ('"12"', '"12"'),
        ('"甲: 乙"', '"甲: 乙"'),
        ('"甲 #乙"', '"甲 #乙"'),
        ('"-甲"', "-甲"),
        ('"- 甲"', '"- 甲"'),
        ('"甲：乙（丙）"', "甲：乙（丙）"),
        ('"阶段:试点"', "阶段:试点"),
    ],
)
def test_quotes_stay_only_where_they_are_needed(written: str, kept: str) -> None:
    assert (
        body(f"goals:\n  a:\n    count: 1\n    note: {written}\n    clause: [一, {'一，' * 60}]\n")
        .split("note: ")[1]
        .startswith(f"{kept}\n")
    )


def test_a_text_with_lines_of_its_own_keeps_them() -> None:
    text = 'duties:\n  a:\n    lead: 甲\n    note: "第一行\\n第二行"\n'
    assert body(text).endswith("    note: |-\n      第一行\n      第二行")


def test_a_long_folded_text_is_folded_between_chinese_without_spaces() -> None:
    text = "，".join(f"第{n}句话说明工作的内容与要求" for n in range(12))
    half = text.index("，", len(text) // 2) + 1
    written = f"duties:\n  a:\n    lead: 甲\n    note: >-\n      {text[:half]}\n      {text[half:]}\n"
    lines = body(written).splitlines()
    start = lines.index("    note: >-")
    assert "".join(line.strip() for line in lines[start + 1 :]) == text
    assert all(width(line) <= WIDTH and not line.strip().startswith("，") for line in lines)
    assert len(lines) > start + 2


def test_a_long_text_on_one_line_stays_on_it() -> None:
    text = "很长的说明" * 40
    assert f"    note: {text}" in body(f"duties:\n  a:\n    lead: 甲\n    note: {text}\n")


def test_a_number_is_written_as_digits() -> None:
    text = "appraisals: {a: {criteria: {b: {points: 0.00001}, c: {points: 12.50}}, assess: 甲}}"
    assert "b: {points: 0.00001}" in body(text)
    assert "c: {points: 12.50}" in body(text)


# Comments ------------------------------------------------------------------------------------------


def test_comments_go_with_what_they_are_about() -> None:
    text = """\
# 职责
duties:
  # 关于乙
  b: {when: 每月, lead: 甲}  # 待核
  c:
    # 谁牵头
    when: 每月  # 时间
    lead: 甲
# 完
"""
    assert (
        body(text)
        == """\
# 职责
duties:
  # 关于乙
  b: {lead: 甲, when: 每月}  # 待核
  c:
    lead: 甲
    # 谁牵头
    when: 每月  # 时间
# 完"""
    )


def test_a_comment_further_in_than_what_follows_stays_in_its_block() -> None:
    text = "goals:\n  a: {count: 1}\n  # b: {count: 2}\n\nduties:\n  c: {lead: 甲}\n  # 完\n"
    assert body(text) == text.rstrip()


def test_a_comment_inside_of_braces_goes_with_what_comes_next() -> None:
    flow = HEAD.replace("\n", ", ").rstrip(", ").replace("xuequ", "{xuequ", 1)
    goals = "goals: {a: {name: 甲, note: 无,   # 注\n  clause: 一}}"
    text = f"{flow}, {goals}, organs: {{b: }},\n   # 次\n  duties: {{c: 丙}}}}\n  # 末\n"
    assert done(text).count("#") == 3


def test_the_head_of_a_file_stays_at_the_top() -> None:
    text = (
        "# 某县方案\n# 说明\n\n# 名称\nname: 甲\nkind: scheme\nxuequ: 1\nlocality: {name: 甲, level: town}\n"
    )
    assert done(text) == (
        "# 某县方案\n# 说明\n\nxuequ: 1\nkind: scheme\n\n# 名称\nname: 甲\nlocality: {name: 甲, level: town}\n"
    )


def test_a_head_without_a_blank_line_stays_at_the_top_as_well() -> None:
    head = "# yaml-language-server: $schema=a.json\n"
    text = f"{head}kind: scheme\nxuequ: 1\nname: 甲\nlocality: {{name: 甲, level: town}}\n"
    assert done(text).startswith(f"{head}xuequ: 1\n")


def test_blank_lines_among_comments_stay() -> None:
    text = "goals: [公平]\n\n# ---- 职责 ----\n\n# 甲\nduties:\n  a: {lead: 甲}\n\n# 一\n\n# 二\n"
    assert body(text) == text.rstrip()


def test_a_blank_line_before_the_first_of_a_block_changes_nothing() -> None:
    assert body("organs:\n\n  甲: {name: 甲}\n  乙:\n\n    name: 乙\n") == "organs: [甲, 乙]"
    assert body("organs:\n  甲:\n\n    name: 某局\n") == "organs:\n  甲: 某局"
    assert body("organs:\n  甲:\n\n  乙:\n") == "organs:\n  甲:\n\n  乙:"


def test_comments_in_lists_stay_with_their_items() -> None:
    text = (
        "goals:\n  a:\n    items:\n      # 第一\n      - 甲\n      - 乙  # 第二\n      # 第三\n      - 丙\n"
    )
    assert body(text) == text.rstrip()


@pytest.mark.parametrize("word", ["allow", "允许", "放行"])
def test_a_suppression_keeps_its_element_on_its_line(word: str) -> None:
    long = "很长的名称" * 12
    text = f"duties:\n  a: {{name: {long}, when: 每月, for: 甲}}  # xuequ: {word} RES201 -- 待定\n"
    assert f"  a: {{name: {long}, for: 甲, when: 每月}}  # xuequ: {word} RES201 -- 待定" in body(text)


def test_a_suppression_on_a_field_keeps_the_field_on_its_own_line() -> None:
    text = "duties:\n  a:\n    for: 甲\n    # xuequ: allow TIM101 -- 待定\n    when: 定期\n"
    assert body(text) == text.rstrip()


# Anchors -------------------------------------------------------------------------------------------


def test_anchors_and_what_repeats_them_stay() -> None:
    text = "duties:\n  a: {lead: 甲, for: &whom [乙, 丙]}\n  b: {lead: 甲, for: *whom}\n"
    assert body(text) == text.rstrip()


def test_a_repetition_that_would_come_before_its_anchor_is_written_out() -> None:
    text = "duties:\n  a: {support: &whom [乙, 丙], lead: *whom}\n"
    assert body(text) == "duties:\n  a: {lead: [乙, 丙], support: [乙, 丙]}"


def test_an_anchored_element_keeps_its_anchor() -> None:
    text = "duties:\n  a: &same {lead: 甲}\n  b: *same\n"
    assert body(text) == text.rstrip()


# Languages, line ends, refusals --------------------------------------------------------------------


def test_keys_change_language_and_names_do_not() -> None:
    text = HEAD + "duties: {plan: {name: 制定规划, lead: 甲, open: true}}"
    chinese = done(text, "zh")
    assert chinese.splitlines()[0] == "格式: 1"
    assert chinese.splitlines()[-1] == "  plan: {名称: 制定规划, 牵头: 甲, 等: 是}"
    assert done(chinese, "en") == done(text)


def test_without_a_language_keys_stay_as_they_are_written() -> None:
    assert body("职责: {甲: {牵头: 乙, note: 丙}}") == "职责:\n  甲: {牵头: 乙, note: 丙}"


def test_windows_line_ends_stay() -> None:
    found = formatted((HEAD + "goals:\n  a: {count: 1}\n").replace("\n", "\r\n").encode(), "a.yaml").text
    assert found is not None
    assert found.count("\r\n") == found.count("\n") == 6


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"duties:\n\ta: 1\n", "YML102"),
        ((HEAD + "nmae: 甲\n").encode(), "SCH101"),
        (HEAD.encode("gbk"), "YML106"),
        (b"", "YML109"),
        (b"a: 1\n", "SCH111"),
        ((HEAD + "name: 乙\n").encode(), "YML101"),
    ],
)
def test_a_file_with_errors_is_left_as_it_is(data: bytes, code: str) -> None:
    assert code in codes(data)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("甲", "乙"),
        lambda text: text.replace("  # 待核", ""),
        lambda text: text.replace(
            "  a: {lead: 甲}  # 待核\n  b: {lead: 丙}", "  b: {lead: 丙}\n  a: {lead: 甲}  # 待核"
        ),
        lambda text: text + "\t- [",
    ],
    ids=["value", "comment", "order", "syntax"],
)
def test_a_result_that_says_something_else_is_refused(
    spoil: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(format_module, "laid_out", lambda *parts: spoil(laid_out(*parts)))
    assert codes((HEAD + "duties:\n  a: {lead: 甲}  # 待核\n  b: {lead: 丙}\n").encode()) == ["INT107"]


def test_every_field_has_its_place() -> None:
    for kind in ("organ", "duty", "measure", "cluster", "unit", "criterion"):
        shape: Shape = element_shape(kind)
        order = ranks(shape)
        assert {*shape.chinese, OWN} <= set(order)
        assert next(iter(order)) == "name"


def test_what_ships_is_in_this_style(project: Path) -> None:
    for folder in ("examples", "examples/zh", "examples/expectations", "policies"):
        for path in sorted((project / folder).glob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            assert done(text) == text, f"run `xuequ fmt {folder}/{path.name}`"


def test_a_reader_finds_the_same_values(project: Path) -> None:
    text = (project / "examples" / "ziyun.yaml").read_text(encoding="utf-8")
    before, after = (read_yaml(each.encode(), "a").document for each in (text, done(text)))
    assert before is not None
    assert after is not None
    assert before.value == after.value
