"""What must stay silent: a scheme that says everything, and counts of the published documents that are right."""

from __future__ import annotations

import pytest

import localities
import schemes
from xuequ.findings.finding import Level
from xuequ.rules import run

#: A small scheme with one of everything, that leaves nothing open.
WHOLE = """\
xuequ: 1
kind: scheme
name: 青山县学区化管理实施方案
locality: {name: 青山县, level: county}
issue:
  {source: plan, issued_by: bureau, date: 2025-08-20, number: 青教〔2025〕12号, to: 学区,
   effective: 2025-09-01, expires: 2026-08-31}
calendar: {school_year: 2025}
sources: {plan: {name: 青山县学区化管理实施方案, issued_by: 青山县教育局, date: 2025-08-20, standing: full}}
organs:
  bureau: {name: 青山县教育局, clause: 二1}
  supervision: {name: 青山县教育督导室, clause: 二1}
clusters:
  学区:
    each: county
    clause: 二2
    members:
      中心学校: {leads: true, clause: 二2}
      成员学校: {count: 1.., clause: 二2}
    posts:
      学区长: {held_by: 中心学校/principal, appointed_by: bureau, term: 3 years, clause: 二2}
groups: {一线教师: {of: teacher, column: 一线教师, clause: 三2}}
goals:
  质量: {clause: 一}
  均衡: {count: 2, items: [师资均衡, 条件均衡], clause: 一}
phases:
  准备: {when: 2025年9月—2025年10月, clause: 四}
  推行: {when: 2025年11月—2026年6月, clause: 四}
measures:
  议事:
    clause: 三1
    each: 学区
    lead: 学区长
    serves: 质量
    duties:
      召开校长会议: {for: 成员学校/principal, when: 每月}
      报告学区工作: {inform: bureau, when: 每学期末, output: 学区工作报告}
  交流:
    clause: 三2
    lead: bureau
    duties:
      一线教师交流: {for: 一线教师, when: 每年8月, serves: 师资均衡, amount: {share: 15%, of: 一线教师, hold: locality}}
      更新器材: {for: school, when: 每学年, serves: 条件均衡}
  考核:
    clause: 三3
    duties:
      制定考核办法: {lead: bureau, when: 9月底前, output: 学区考核办法}
      实地督导: {lead: supervision, for: 学区, inform: bureau, when: 每学期, needs: 学区考核办法}
    appraisals:
      学区年度考核:
        assess: bureau
        for: [学区, 学区长]
        when: 每学年
        rubric: 学区考核办法
        result: {counts_for: 评先选优}
        criteria:
          校际差距: {points: 60, evidence: 学区工作报告}
          学区活动: {points: 40, evidence: 学区工作报告}
schedules:
  全年:
    clause: 五
    school_year: 2025
    rows:
      - {when: 9月, does: 制定考核办法, clause: 五}
"""

#: Numbers of the documents that fit what they list.
RIGHT = (
    "十统一", "七统一", "四提升", "紫云教育六项提升计划", "学生综合素养提升“五项行动”", "“三个一”教育工程",
    "“一十百千万工程”", "五个方面“一体化”办学", "“三步走”策略", "四个基本均衡", "五同目标", "六个一体",
    "五个重点任务", "保障措施", "改革的要求",
)  # fmt: skip


def test_a_scheme_that_leaves_nothing_open_has_no_finding() -> None:
    plan = schemes.plan(WHOLE)
    assert [(f.code, f.primary.path, f.args) for f in (*plan.findings, *run(plan))] == []


@pytest.mark.parametrize("name", localities.NAMES)
def test_no_rule_calls_a_published_scheme_wrong(name: str) -> None:
    with_roster = localities.school_plan(name, localities.roster(name))
    for plan in (localities.role_plan(name), with_roster):
        assert [f.code for f in run(plan) if f.level is Level.ERROR or f.code.startswith("INT")] == []


@pytest.mark.parametrize("name", localities.NAMES)
def test_numbers_that_fit_are_not_reported(name: str) -> None:
    said = {f.args["name"] for f in run(localities.role_plan(name)) if f.code in ("GOA101", "GOA104")}
    assert not said & set(RIGHT)


def test_the_numbers_that_do_not_fit_are() -> None:
    said = {
        f.args["name"]
        for name in localities.NAMES
        for f in run(localities.role_plan(name))
        if f.code in ("GOA101", "GOA104")
    }
    assert said == {"六个统一", "教育“四共享”", "组建不同形式的学区，开展学区制建设"}


def test_that_a_condition_nobody_can_judge_leaves_nobody_is_not_told_besides() -> None:
    def told(where: str) -> set[str]:
        whole = schemes.plan(
            f"groups: {{村小: {{of: school, where: {where}}}}}\nduties: {{走教: {{lead: 村小, when: 每年}}}}",
            roster="代码,名称,学段\n1,甲校,小学\n",
        )
        return {each.code for each in (*whole.findings, *run(whole))} & {"REF122", "RES228"}

    assert told("{area: rural}") == {"REF122"}
    assert told("{stage: 高中}") == {"RES228"}


def test_a_date_of_another_year_in_force_is_not_outside_when_one_school_year_is_checked() -> None:
    text = (
        "issue: {effective: 2026-09-01, expires: 2029-08-31}\norgans: {教育局: }\n"
        "duties: {中期通报: {lead: 教育局, when: 2028年6月}, 收尾: {lead: 教育局, when: 2029年10月}}\n"
    )
    found = [each for each in run(schemes.plan(text), school_year=2026) if each.code == "TIM105"]
    assert [(each.args["name"], each.args["last"]) for each in found] == [("收尾", "2029-08-31")]


def test_a_report_that_ends_short_names_the_receivers_of_every_place() -> None:
    text = "organs: {局: }\nclusters: {协作组: {members: {组长校: {leads: true}, 组员校: }}}\n"
    text += "duties: {月报: {each: 协作组, lead: 组员校, inform: 组长校}}\n"
    rows = (
        "1,甲校,小学,东组,组长校\n2,乙校,小学,东组,组员校\n3,丙校,小学,西组,组长校\n4,丁校,小学,西组,组员校\n"
    )
    whole = schemes.plan(text, roster=f"code,name,stage,协作组,协作组.role\n{rows}")
    (found,) = (each for each in run(whole) if each.code == "RES207")
    assert found.args["receivers"] == ["甲校", "丙校"]
