"""The form of a cluster, from the scheme's list or the roster, decides which duties it has."""

from __future__ import annotations

from schemes import plan

SCHEME = """\
clusters:
  学区:
    members: {龙头校: {leads: true}, 成员校: }
    forms: {托管: {name: 委托管理}, 联盟: }
duties:
  派驻干部: {each: 学区, where: {form: 托管}, lead: 龙头校}
"""
ROSTER = """\
code,name,stage,学区,学区.role,学区.form
1,甲校,小学,城东学区,龙头校,委托管理
2,乙校,小学,城西学区,龙头校,联盟
3,丙校,小学,城南学区,龙头校,
"""


def test_a_duty_of_one_form_falls_to_the_units_the_roster_gives_that_form_and_to_those_of_unknown_form() -> (
    None
):
    units = [task.unit for task in plan(SCHEME, roster=ROSTER).tasks]
    assert units == ["学区:城东学区", "学区:城南学区"]
