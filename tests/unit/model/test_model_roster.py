"""Rosters: what a table of schools says, and what is wrong in it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from xuequ.findings.finding import Finding
from xuequ.findings.wording import worded
from xuequ.model.roster import Roster, read_roster
from xuequ.source.tables import read_table

GOOD = """\
代码,名称,学段,乡镇,大学区,大学区.role,教研片区,教师,学生,升入,本部
S3,第三小学,小学,甲镇,第二学区,,,41,"1,232",S9,
S1,第一小学,小学,甲镇,第一学区,学区长学校,南片,23,500人,第九中学,
S2,第二小学,小学,乙镇,第一学区,成员学校,南片、北片,,300,S9;S8,S1
S8,第八中学,初中,甲镇,,,,17,200,,
S9,第九中学,初中,甲镇,,,,９,210,,
"""


def read(text: str) -> tuple[Roster | None, tuple[Finding, ...]]:
    table = read_table(text.encode(), "a.csv").table
    assert table is not None
    return read_roster(table)


def good(text: str) -> Roster:
    roster, findings = read(text)
    assert roster is not None
    assert findings == ()
    return roster


def only(text: str) -> Finding:
    _, findings = read(text)
    (found,) = findings
    assert worded(found, "zh").message
    assert worded(found, "en").message
    return found


def test_chinese_and_english_headings_mean_the_same() -> None:
    english = GOOD.replace("代码,名称,学段,乡镇", "code,name,stage,town").replace(
        "升入,本部", "feeds,campus_of"
    )
    assert good(english) == good(GOOD)


def test_schools_come_in_the_order_of_their_codes_whatever_the_rows() -> None:
    head, *rows = GOOD.splitlines()
    shuffled = random.Random(7).sample(rows, len(rows))
    codes = [school.code for school in good("\n".join([head, *shuffled])).schools]
    assert codes == ["S1", "S2", "S3", "S8", "S9"]


def test_a_column_of_numbers_is_a_head_count_and_blank_cells_are_not_there() -> None:
    roster = good(GOOD)
    first, second, third, *_, last = roster.schools
    assert roster.counted == ("教师", "学生")
    assert dict(first.counts) == {"教师": 23, "学生": 500}
    assert dict(second.counts) == {"学生": 300}
    assert third.counts["学生"] == 1232
    assert last.counts["教师"] == 9


def test_cluster_columns_name_units_and_dotted_ones_their_roles() -> None:
    first, second, *_ = good(GOOD).schools
    assert dict(first.clusters) == {"大学区": ("第一学区",), "教研片区": ("南片",)}
    assert dict(first.roles) == {"大学区": ("学区长学校",)}
    assert second.clusters["教研片区"] == ("南片", "北片")


def test_units_that_are_numbers_are_no_head_counts_where_their_type_has_roles() -> None:
    roster = good("code,name,stage,片区,片区.role\n1,甲,小学,1,龙头校\n2,乙,小学,2,龙头校\n")
    assert roster.counted == ()
    assert roster.schools[0].clusters["片区"] == ("1",)


def test_schools_fed_and_main_campuses_become_codes() -> None:
    first, second, *_ = good(GOOD).schools
    assert first.feeds == ("S9",)
    assert second.feeds == ("S9", "S8")
    assert second.campus_of == "S1"


def test_what_a_unit_states_stands_under_its_whole_heading() -> None:
    roster = good("code,name,stage,主题学区,主题学区.theme\n1,甲,小学,一,阅读\n")
    assert roster.schools[0].other == {"主题学区.theme": "阅读"}
    assert roster.schools[0].value("主题学区.theme") == "阅读"


def test_any_column_of_a_school_can_be_asked_for() -> None:
    first = good(GOOD).schools[0]
    assert [first.value(name) for name in ("stage", "教师", "大学区", "nothing")] == [
        "小学",
        "23",
        "第一学区",
        "",
    ]


@pytest.mark.parametrize(("heading", "column"), [("代码", "code"), ("名称", "name")])
def test_without_codes_or_names_there_is_no_roster(heading: str, column: str) -> None:
    roster, findings = read(GOOD.replace(heading, "某列", 1))
    assert roster is None
    (found,) = findings
    assert (found.code, found.args["column"]) == ("ROS001", column)
    assert worded(found, "zh").message == f"名册缺少“{heading}”列（{column}）"


def test_without_stages_there_is_a_warning_and_a_roster() -> None:
    assert only("code,name\n1,甲\n").code == "ROS002"


def test_a_code_twice_is_reported_at_both_rows() -> None:
    found = only("code,name,stage\n1,甲,小学\n2,乙,小学\n1,丙,小学\n")
    assert found.code == "ROS003"
    assert found.primary.path == (4, "code")
    assert found.related[0].place.path == (2, "code")
    assert worded(found, "en").message == "the school code `1` stands twice"


def test_a_name_twice_is_reported_at_both_rows() -> None:
    found = only("code,name,stage\n1,甲,小学\n2,甲,小学\n")
    assert (found.code, found.primary.path) == ("ROS004", (3, "name"))
    assert found.related[0].place.path == (2, "name")


@pytest.mark.parametrize("cell", ["约20", "12.5", "-3", "不详"])
def test_a_head_count_that_is_no_number_is_reported_at_its_cell(cell: str) -> None:
    found = only(f"code,name,stage,教师\n1,甲,小学,10\n2,乙,小学,11\n3,丙,小学,{cell}\n")
    assert (found.code, found.primary.path) == ("ROS005", (4, "教师"))
    assert found.args["text"] == cell


@pytest.mark.parametrize(
    "other", ["第一 小学", "第一小学 （东）".replace("（东）", "").strip() + "　", "第一　小学"]
)
def test_names_that_only_a_space_tells_apart_are_reported(other: str) -> None:
    _, findings = read(f"code,name,stage\n1,第一小学,小学\n2,{other},小学\n")
    assert [found.code for found in findings] in (["ROS006"], ["ROS004"])


def test_units_that_only_full_width_signs_tell_apart_are_reported_once() -> None:
    found = only("code,name,stage,学区\n1,甲,小学,学区(东)\n2,乙,小学,学区（东）\n3,丙,小学,学区（东）\n")
    assert (found.code, found.primary.path) == ("ROS006", (3, "学区"))


def test_a_school_that_is_not_there_is_reported_with_the_nearest_names() -> None:
    found = only("code,name,stage,升入\n1,第一小学,小学,第九中\n2,第九中学,初中,\n")
    assert (found.code, found.primary.path) == ("ROS007", (2, "升入"))
    assert found.args["nearest"] == ("第九中学",)


def test_a_campus_of_itself_is_reported() -> None:
    assert only("code,name,stage,本部\n1,甲,小学,甲\n").code == "ROS010"


def test_a_row_without_a_name_is_reported_and_left_out() -> None:
    roster, findings = read("code,name,stage\n1,甲,小学\n2,,小学\n")
    assert roster is not None
    assert [school.code for school in roster.schools] == ["1"]
    assert [(f.code, f.primary.path) for f in findings] == [("ROS008", (3, "name"))]


def test_one_column_under_two_names_is_reported_and_the_first_holds() -> None:
    roster, findings = read("code,代码,name,stage\n1,9,甲,小学\n")
    assert roster is not None
    assert roster.schools[0].code == "1"
    assert [(f.code, f.primary.path) for f in findings] == [("ROS009", (1, "代码"))]


HEAD = "代码,名称,学段,大学区,教师\n"


@pytest.mark.parametrize(
    "row",
    [
        "合计,,,,250",
        "合 计,3所,,,250",
        ",总计,,,250",
        "9,城东小计,小学,,250",
        "9,3所,小学,小计：,250",
        ",,总数,,250",
        "共3所,,,,250",
        "合计：3所学校、250名教师,,,,",
        ",全县共有学校12所,,,250",
        "9,Total,,,250",
        ",平均,,,83",
        "全区,6所,,,900",
        "初中,三所,,,900",
        "汇总,,,,900",
    ],
)
def test_a_row_that_adds_up_others_is_told_and_is_no_school(row: str) -> None:
    roster, (found,) = read(f"{HEAD}1,甲校,小学,东片,100\n{row}\n")
    assert roster is not None
    assert (found.code, found.primary.path[0]) == ("ROS011", 3)
    assert [school.name for school in roster.schools] == ["甲校"]


@pytest.mark.parametrize(
    "name", ["合计村小学", "总计巷小学", "共和小学", "全区实验小学", "第三所小学", "注溪小学"]
)
def test_a_school_whose_name_begins_like_a_sum_is_one(name: str) -> None:
    assert good(f"{HEAD}1,{name},小学,东片,100\n").schools[0].name == name


@pytest.mark.parametrize(
    "row",
    [
        "注：教师为专任教师,,,,",
        "填表人：张三,,审核人：李四,,",
        "代码,名称,学段,大学区,教师",
        "※ 不含幼儿园,,,,",
        "说明,班额为秋季数,,,",
        ",备注：,不含教学点,,",
        "填表人,李四,,2025年9月,",
    ],
)
def test_a_remark_and_the_headings_once_more_are_no_schools(row: str) -> None:
    roster, (found,) = read(f"{HEAD}1,甲校,小学,东片,100\n{row}\n2,乙校,小学,东片,50\n")
    assert roster is not None
    assert found.code == "ROS012"
    assert len(roster.schools) == 2


@pytest.mark.parametrize("cell", ["1月2日", "2025-01-02", "Jan-25", "3-Apr", "2025/1/2", "3.621E+11"])
def test_a_code_of_which_a_spreadsheet_made_something_else_is_an_error(cell: str) -> None:
    found = only(f"{HEAD}1,甲校,小学,东片,100\n{cell},乙校,小学,东片,50\n")
    assert (found.code, found.args["column"]) == ("ROS013", "代码")


def test_a_unit_of_which_a_spreadsheet_made_a_day_is_an_error_and_a_column_of_days_is_none() -> None:
    rows = "1,甲校,小学,1-1片,2001-09-01\n2,乙校,小学,1-2片,2002-09-01\n3,丙校,小学,1月3日,2003-09-01\n"
    found = only(f"代码,名称,学段,大学区,建校\n{rows}")
    assert (found.code, found.args["text"]) == ("ROS013", "1月3日")


def test_numbers_in_merged_cells_are_nobodys_and_codes_stored_as_numbers_are_told() -> None:
    table = read_table(f"{HEAD}1,甲校,小学,东片,100\n2,乙校,小学,东片,100\n".encode(), "a.csv").table
    assert table is not None
    marked = replace(
        table, merged=frozenset({(3, "教师"), (3, "大学区")}), numbers=frozenset({"代码", "教师"})
    )
    roster, findings = read_roster(marked)
    assert roster is not None
    assert [each.code for each in findings] == ["ROS014", "ROS015"]
    assert [dict(school.counts) for school in roster.schools] == [{"教师": 100}, {}]


@pytest.mark.parametrize("cell", ["12班", "1 232", "１，２３２", "17位"])
def test_a_head_count_may_have_its_measure_word_and_its_thousands_parted(cell: str) -> None:
    school = good(f'{HEAD}1,甲校,小学,东片,"{cell}"\n').schools[0]
    assert school.counts["教师"] == int("".join(c for c in cell if c.isdecimal()))
