"""What findings say of relations and numbers, in the words of their readers."""

from __future__ import annotations

import schemes
from xuequ.findings.wording import worded
from xuequ.rules import run

CLUSTER = """\
clusters:
  学区:
    size: {schools: 3..6}
    members: {龙头校: {leads: true}, 成员校: {count: 2..}}
"""
ROSTER = "code,name,学区,学区.角色\n1,甲校,一区,龙头校\n2,乙校,一区,成员校\n"


def said(text: str, code: str, roster: str | None = None) -> tuple[str, str]:
    (found,) = (f for f in run(schemes.plan(text, roster=roster)) if f.code == code)
    return worded(found, "zh").message, worded(found, "en").message


def test_a_broken_constraint_names_the_relation() -> None:
    text = (
        "organs: {教育局: , 领导小组: {under: 教育局}}\n"
        "clusters: {学区: {under: 领导小组, members: [龙头校, 成员校]}}\n"
        "constraints: {不改变隶属: {never: {who: 领导小组, edge: administers, whom: 学区}}}\n"
    )
    zh, en = said(text, "CON101")
    assert zh == "`领导小组` 与 `学区` 之间的“管理”关系违反约束 `不改变隶属`"
    assert en == "that `领导小组` stands to `学区` as `administers` breaks the constraint `不改变隶属`"


def test_a_cluster_of_the_roster_that_is_nearly_one_of_the_list_is_told_with_it() -> None:
    text = (
        "clusters:\n  学区:\n    members: {龙头校: {leads: true}, 成员校: }\n"
        "    units: {城西学区: {龙头校: 甲校}, 城东学区: {龙头校: 乙校}}\n"
    )
    roster = "code,name,学区\n1,甲校,城西区\n2,乙校,城东学区\n"
    (found,) = (f for f in run(schemes.plan(text, roster=roster)) if f.code == "ROS110")
    assert worded(found, "zh").help == "是不是 `城西学区`？核对方案的名单和名册，写法一致"


def test_sizes_and_numbers_of_schools_are_said_in_words() -> None:
    zh, en = said(CLUSTER, "ROS104", ROSTER)
    assert (zh, en) == (
        "`一区` 有 2 所学校，规定是 3—6所",
        "`一区` has 2 schools, where 3–6 are asked for",
    )
    zh, en = said(CLUSTER, "ROS109", ROSTER)
    assert zh == "`一区` 有 1 所`成员校`，规定是 至少2所"
    assert en == "`一区` has 1 schools as `成员校`, where at least 2 are asked for"
