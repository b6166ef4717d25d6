"""Who is excepted from work or freed of it has nothing to do with it, nor has who belongs to them."""

from __future__ import annotations

import pytest

from schemes import plan
from xuequ.resolution.plan import Plan

SCHEME = """\
organs: [教育局]
clusters:
  片区:
    members: {中心校: {leads: true}, 村小: }
    posts: [片区长]
    units: [东片区, 西片区]
posts: {校监: {each: school}}
groups:
  巡讲员: {of: teacher, each: school}
  寄宿校: {of: school, where: {寄宿: 有}}
  走读校长: {of: principal, except: 寄宿校}
  寄宿校长: {of: principal, where: {寄宿: 有}}
  会商组: {of: [片区长, principal]}
  东边学校: {of: school, except: 西片区}
"""
ROSTER = """\
code,name,stage,片区,片区.角色,寄宿
1,甲校,小学,东片区,中心校,
2,乙校,小学,东片区,村小,有
3,丙校,小学,西片区,中心校,有
4,丁校,小学,西片区,村小,有
"""


def resolved(duties: str) -> Plan:
    return plan(f"{SCHEME}duties: {{{duties}}}\n", roster=ROSTER)


def doing(found: Plan, duty: str) -> list[str]:
    rows = (task for task in found.tasks if task.duty.key == duty)
    return [found.nodes[node].name for task in rows for nodes in task.parts.values() for node in nodes]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("lead: 村小/principal, except: 寄宿校", []),
        ("lead: 校监, except: 寄宿校", ["甲校校监"]),
        ("lead: 校监, except: 寄宿校, force: must_not", ["甲校校监"]),
        ("lead: 校监, except: 寄宿校, force: may", ["甲校校监"]),
        ("lead: 教育局, support: 巡讲员, except: 寄宿校", ["教育局", "甲校巡讲员"]),
        ("lead: 片区长, except: 寄宿校", ["东片区长"]),
        ("each: 片区, lead: 片区长, except: 寄宿校", ["东片区长"]),
        ("lead: school, except: 西片区", ["甲校", "乙校"]),
        ("lead: 村小/principal, except: 西片区", ["乙校校长"]),
        ("lead: [教育局, 校监], except: 西片区", ["教育局", "甲校校监", "乙校校监"]),
        ("each: 片区, lead: 片区长, except: 西片区", ["东片区长"]),
        ("lead: 走读校长", ["甲校校长"]),
        ("lead: 东边学校", ["甲校", "乙校"]),
    ],
)
def test_who_belongs_to_what_is_excepted_is_excepted_with_it(said: str, left: list[str]) -> None:
    assert doing(resolved(f"家访: {{{said}}}"), "家访") == left


def test_schools_excepted_by_another_name_neither_do_it_nor_have_it_done() -> None:
    found = resolved("支教: {lead: school, for: 村小, except: 东边学校}")
    (task,) = found.tasks
    assert doing(found, "支教") == ["丙校", "丁校"]
    assert [found.nodes[node].name for node in task.objects] == ["丁校"]


@pytest.mark.parametrize("lead", ["中心校", "中心校/principal"])
def test_who_does_it_is_no_object_where_excepted_by_the_name_by_which_it_does_it(lead: str) -> None:
    found = resolved(f"支教: {{each: 片区, lead: {lead}, for: school, except: 中心校}}")
    assert len(doing(found, "支教")) == 2
    assert [found.nodes[node].name for task in found.tasks for node in task.objects] == ["乙校", "丁校"]


def test_a_place_that_exceptions_leave_nobody_does_not_have_the_work_and_is_told() -> None:
    found = resolved("备课: {each: 片区, lead: 中心校, support: 村小, except: 寄宿校}")
    assert doing(found, "备课") == ["甲校"]
    assert [(each.code, each.args["places"]) for each in found.findings] == [("RES260", ["西片区"])]


def test_a_place_that_is_excepted_itself_is_not_told() -> None:
    found = resolved("备课: {each: 片区, lead: 中心校, except: 西片区}")
    assert doing(found, "备课") == ["甲校"]
    assert found.findings == ()


@pytest.mark.parametrize(
    ("owed", "freed", "left"),
    [
        ("lead: 片区长", "西片区", ["东片区长"]),
        ("lead: 村小/principal", "西片区", ["乙校校长"]),
        ("lead: 校监", "寄宿校", ["甲校校监"]),
        ("each: school, lead: principal", "寄宿校", ["甲校校长"]),
        ("each: 片区, lead: 片区长", "西片区", ["东片区长"]),
    ],
)
def test_who_belongs_to_what_is_freed_of_work_is_free_of_it(owed: str, freed: str, left: list[str]) -> None:
    found = resolved(f"述职: {{{owed}}}, 减负: {{lead: 教育局, for: {freed}, exempts: 述职}}")
    assert doing(found, "述职") == left


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ("lead: principal", ["甲校校长", "乙校校长", "丙校校长", "丁校校长"]),
        ("lead: principal, where: {寄宿: 有}", ["乙校校长", "丙校校长", "丁校校长"]),
        ("lead: principal, except: 西片区", ["甲校校长", "乙校校长"]),
        ("lead: principal, force: must_not, except: 寄宿校", ["甲校校长"]),
        ("lead: 寄宿校长", ["乙校校长", "丙校校长", "丁校校长"]),
        ("lead: 会商组, except: 寄宿校", ["东片区长", "甲校校长"]),
        (
            "each: 片区, lead: 片区长, support: principal, except: 西片区",
            ["东片区长", "甲校校长", "乙校校长"],
        ),
    ],
)
def test_principals_are_those_of_all_schools_of_the_place(said: str, whom: list[str]) -> None:
    assert doing(resolved(f"值守: {{{said}}}"), "值守") == whom
