"""A condition (`where`) decides where work stands, who does it and whom it is for, or is told to do nothing."""

from __future__ import annotations

import pytest

from schemes import plan
from xuequ.findings.wording import worded
from xuequ.model.elements import Part
from xuequ.resolution.plan import Plan

SCHEME = """\
organs: [教育局]
clusters:
  联盟:
    members: {核心校: {leads: true}, 伙伴校: }
    forms: [紧密型, 松散型]
"""
ROSTER = """\
code,name,stage,联盟,联盟.角色,联盟.所用模式,寄宿,教师
1,甲校,小学,东盟,核心校,紧密型,有,41
2,乙校,初中,东盟,伙伴校,紧密型,,12
3,丙校,小学,西盟,核心校,松散型,有,18
4,丁校,小学,西盟,伙伴校,松散型,,9
"""


def resolved(text: str, *, roster: str = ROSTER) -> Plan:
    return plan(SCHEME + text, roster=roster or None)


def names(found: Plan, nodes: tuple[str, ...]) -> list[str]:
    return [found.nodes[node].name for node in nodes]


def places(found: Plan) -> list[str]:
    return [found.units[task.unit].name for task in found.tasks]


def test_a_measure_hands_its_condition_on() -> None:
    found = resolved(
        "measures: {紧密: {each: 联盟, where: {form: 紧密型}, duties: {签协议: {lead: 核心校}}}}\n"
    )
    assert places(found) == ["东盟"]
    assert found.findings == ()


def test_conditions_of_measure_and_duty_both_hold() -> None:
    found = resolved(
        "measures:\n"
        "  寄宿: {each: school, where: {寄宿: 有}, duties: {值夜: {lead: self, where: {联盟: 西盟}}}}\n"
    )
    assert places(found) == ["丙校"]


def test_a_duty_says_another_value_of_a_column_than_its_measure() -> None:
    found = resolved(
        "measures: {联合: {each: 联盟, where: {form: 紧密型}, duties: {走访: {lead: 核心校, where: {form: 松散型}}}}}\n"
    )
    assert places(found) == ["西盟"]


@pytest.mark.parametrize(
    ("where", "wanted"),
    [
        ("{stage: 初中}", ["乙校"]),
        ("{学段: 初中}", ["乙校"]),
        ("{寄宿: 有}", ["甲校", "丙校"]),
        ("{教师: 30人以上}", ["甲校"]),
        ("{教师: '9'}", ["丁校"]),
        ("{name: [甲校, 丁校]}", ["甲校", "丁校"]),
        ("{联盟: 西盟, stage: 小学}", ["丙校", "丁校"]),
        ("{联盟.角色: 伙伴校}", ["乙校", "丁校"]),
        ("{联盟.所用模式: 松散型}", ["丙校", "丁校"]),
        ("{form: 松散型}", ["丙校", "丁校"]),
        ("{form: [松散型, 紧密型], stage: 初中}", ["乙校"]),
    ],
)
def test_any_column_of_the_roster_and_the_form_tell_which_schools(where: str, wanted: list[str]) -> None:
    assert places(resolved(f"duties: {{自查: {{each: school, lead: self, where: {where}}}}}\n")) == wanted


def test_what_a_condition_cannot_say_of_the_place_it_says_of_who_does_it() -> None:
    found = resolved(
        "duties: {结对: {each: 联盟, lead: 教育局, responsible: 伙伴校, where: {stage: 小学}}}\n"
    )
    (task,) = found.tasks
    assert places(found) == ["西盟"]
    assert names(found, task.parts[Part.RESPONSIBLE]) == ["丁校"]


def test_else_of_whom_it_is_for() -> None:
    found = resolved("duties: {送教: {lead: 教育局, for: school, where: {寄宿: 有}}}\n")
    assert names(found, found.tasks[0].objects) == ["甲校", "丙校"]


def test_a_form_narrows_the_clusters_that_work_is_for() -> None:
    found = resolved("duties: {督查: {lead: 教育局, for: 联盟, where: {form: 紧密型}}}\n")
    assert names(found, found.tasks[0].objects) == ["东盟"]


def test_what_is_said_of_schools_must_be_so_of_all_schools_of_a_cluster() -> None:
    assert places(resolved("duties: {评比: {each: 联盟, lead: self, where: {stage: 小学}}}\n")) == ["西盟"]


def test_an_appraisal_a_phase_and_a_row_are_narrowed_as_duties_are() -> None:
    found = resolved(
        "appraisals: {考评: {assess: 教育局, for: school, where: {寄宿: 有}}}\n"
        "phases: {启动: {lead: school, where: {寄宿: 有}, duties: {动员: {lead: school}}}}\n"
        "schedules: {安排: {rows: [{lead: school, where: {寄宿: 有}}]}}\n"
    )
    assert names(found, found.reviews[0].objects) == ["甲校", "丙校"]
    assert names(found, found.tasks[0].parts[Part.LEAD]) == ["甲校", "丙校"]
    phase = [e.source for e in found.edges if e.target in ("phase:启动", "phase:安排/1") and e.kind == "lead"]
    assert names(found, tuple(phase)) == ["甲校", "丙校", "甲校", "丙校"]


def test_a_condition_about_nobody_is_told() -> None:
    found = resolved("duties: {汇总: {lead: 教育局, where: {寄宿: 有}}}\n")
    assert [(f.code, f.primary.path[-2:]) for f in found.findings] == [("RES226", ("where", "寄宿"))]


@pytest.mark.parametrize(("column", "said"), [("地域", "地域"), ("area", "地域"), ("寄宿", "寄宿")])
def test_a_column_is_called_in_the_readers_language(column: str, said: str) -> None:
    (found,) = resolved(
        f"duties: {{汇总: {{lead: 教育局, where: {{{column}: 某值}}}}}}\n", roster=""
    ).findings
    assert f"`{said}`" in worded(found, "zh").message


def test_a_measures_condition_takes_no_county_away_and_is_told() -> None:
    found = resolved(
        "measures:\n"
        "  互助:\n"
        "    where: {form: 紧密型}\n"
        "    duties: {审批: {each: county, lead: 教育局}, 走教: {each: 联盟, lead: 核心校}}\n"
    )
    assert places(found)[1:] == ["东盟"]
    assert len(found.tasks) == 2
    assert [f.code for f in found.findings] == ["RES226"]


def test_a_school_in_no_cluster_has_no_form() -> None:
    roster = ROSTER + "5,戊校,小学,,,,有,20\n"
    found = resolved("duties: {自查: {each: school, lead: self, where: {form: 紧密型}}}\n", roster=roster)
    assert places(found) == ["甲校", "乙校"]


def test_without_a_roster_nobody_is_ruled_out() -> None:
    found = resolved("duties: {自查: {each: school, lead: self, where: {寄宿: 有}}}\n", roster="")
    assert places(found) == ["学校"]
    assert found.findings == ()


def test_exceptions_are_taken_from_the_places_else_from_the_objects() -> None:
    found = resolved(
        "duties:\n"
        "  自查: {each: school, lead: self, except: 核心校}\n"
        "  巡查: {lead: 教育局, for: school, except: 核心校}\n"
    )
    assert places(found)[:-1] == ["乙校", "丁校"]
    assert names(found, found.tasks[-1].objects) == ["乙校", "丁校"]


def test_of_work_at_several_types_that_names_them_all_each_does_its_own() -> None:
    found = plan(
        "clusters: {片区: {overlap: true}, 联盟: {overlap: true}}\n"
        "duties: {统筹: {each: [片区, 联盟], lead: [片区, 联盟], when: 每年}}\n"
    )
    assert [(task.unit, task.parts[Part.LEAD]) for task in found.tasks] == [
        ("片区", ("片区",)),
        ("联盟", ("联盟",)),
    ]
    assert found.findings == ()


FREED = (
    "groups: {寄宿校: {of: school, where: {寄宿: 有}}}\n"
    "duties:\n"
    "  接送: {responsible: school, inform: 教育局}\n"
    "  晨检: {lead: 教育局, for: school}\n"
    "  值周: {each: school, lead: principal}\n"
    "  减负: {lead: 教育局, for: 寄宿校, exempts: [接送, 晨检, 值周]"
)


def test_whom_other_work_frees_has_nothing_to_do_with_what_he_is_freed_from() -> None:
    found = {task.duty.key: task for task in resolved(FREED + "}\n").tasks if task.duty.key != "值周"}
    plan_ = resolved(FREED + "}\n")
    assert names(plan_, found["接送"].parts[Part.RESPONSIBLE]) == ["乙校", "丁校"]
    assert names(plan_, found["接送"].parts[Part.INFORM]) == ["教育局"]
    assert names(plan_, found["晨检"].objects) == ["乙校", "丁校"]
    assert [plan_.units[t.unit].name for t in plan_.tasks if t.duty.key == "值周"] == ["乙校", "丁校"]


@pytest.mark.parametrize("depends", [", force: may", ", if: 经批准", ", approve: 教育局, gate: approve"])
def test_what_may_free_somebody_in_some_case_frees_nobody_yet(depends: str) -> None:
    found = resolved(FREED + depends + "}\n")
    tasks = {task.duty.key: task for task in found.tasks}
    assert names(found, tasks["接送"].parts[Part.RESPONSIBLE]) == ["甲校", "乙校", "丙校", "丁校"]


def test_who_is_freed_from_a_measure_is_freed_from_all_of_it() -> None:
    found = resolved(
        "measures: {迎检: {duties: {自评: {each: 联盟, lead: 伙伴校}, 汇总: {each: 联盟, lead: 核心校}}}}\n"
        "duties: {免检: {lead: 教育局, for: 联盟/伙伴校, where: {stage: 小学}, exempts: 迎检}}\n"
    )
    told = [(task.duty.key, *names(found, task.carriers)) for task in found.tasks]
    assert sorted(told) == sorted([("自评", "乙校"), ("汇总", "甲校"), ("汇总", "丙校"), ("免检", "教育局")])


def test_without_a_roster_a_condition_frees_no_school_that_stands_for_all() -> None:
    text = "duties: {月报: {lead: school}, 免报: {lead: 教育局, for: school, where: {stage: 小学}, exempts: 月报}}\n"
    assert [task.duty.key for task in resolved(text, roster="").tasks] == ["月报", "免报"]


@pytest.mark.parametrize("column", ["地域", "乡镇", "县区", "性质", "类型", "本部", "升入", "教研片"])
@pytest.mark.parametrize(
    "where",
    [
        "duties: {{走读: {{each: school, lead: self, where: {{{0}: 某值}}}}}}\n",
        "groups: {{走读校: {{of: school, where: {{{0}: 某值}}}}}}\nduties: {{走读: {{lead: 走读校}}}}\n",
    ],
)
def test_a_condition_on_a_column_that_the_roster_lacks_cannot_be_judged(where: str, column: str) -> None:
    kinds = "clusters: {教研片: {members: {片内校: }}}\n"
    found = plan(kinds + where.format(column), roster="代码,名称,学段\n1,甲校,小学\n").findings
    assert [(each.code, each.args["column"]) for each in found] == [("REF122", column)]
    assert plan(kinds + where.format(column)).findings == ()


@pytest.mark.parametrize("said", ["约20", "若干", "30左右", "一般20"])
@pytest.mark.parametrize("roster", [ROSTER, ""])
def test_a_condition_without_bounds_tells_nobody_who_is_meant(said: str, roster: str) -> None:
    found = resolved(
        f"duties: {{自查: {{each: school, lead: self, where: {{教师: [{said}]}}}}}}\n", roster=roster
    )
    assert [each.code for each in found.findings] == ["AMT007"]
    assert not roster or places(found) == []


@pytest.mark.parametrize(
    ("wanted", "schools"), [("'02'", ["乙校"]), ("'2'", ["丙校"]), ("'002'", ["丁校"]), ("1..3", ["丙校"])]
)
def test_codes_that_begin_with_a_nought_are_only_themselves(wanted: str, schools: list[str]) -> None:
    rows = "code,name,stage,校群\n1,甲校,小学,04\n2,乙校,小学,02\n3,丙校,小学,2\n4,丁校,小学,002\n5,戊校,小学,9\n"
    text = f"duties: {{自查: {{each: school, lead: self, where: {{校群: {wanted}}}}}}}\n"
    assert places(resolved(text, roster=rows)) == schools


def test_a_cluster_of_which_only_some_schools_meet_a_condition_is_left_out_and_told() -> None:
    found = resolved("duties: {评比: {each: 联盟, lead: self, where: {stage: 小学}}}\n").findings
    assert [(each.code, each.args["cluster"]) for each in found] == [("RES229", "东盟")]


@pytest.mark.parametrize(
    "text",
    [
        "groups: {示范: {of: [核心校, 联盟], where: {stage: 小学}}}\nduties: {展示: {lead: 示范}}\n",
        "duties: {展示: {lead: [核心校, 联盟], where: {stage: 小学}}}\n",
    ],
)
def test_a_cluster_is_among_schools_of_a_condition_where_all_of_its_schools_meet_it(text: str) -> None:
    found = resolved(text)
    assert names(found, found.tasks[0].parts[Part.LEAD]) == ["甲校", "丙校", "西盟"]
    assert [(each.code, each.args["cluster"]) for each in found.findings] == [("RES229", "东盟")]


def test_what_is_said_of_a_type_may_have_a_column_once_there_is_a_roster() -> None:
    said = "duties: {互访: {each: school, where: {联盟.结对方式: 线上}}}"
    assert not resolved(said, roster="").findings
    assert [found.code for found in resolved(said).findings] == ["REF103"]


def test_what_schools_of_a_cluster_have_in_common_needs_a_column_too() -> None:
    found = plan(
        "clusters: {教研片: {same: [stage, area], members: {片内校: }}}\n",
        roster="代码,名称,学段\n1,甲校,小学\n",
    ).findings
    assert [(each.code, each.args["column"]) for each in found] == [("REF122", "地域")]


@pytest.mark.parametrize(
    ("where", "codes"),
    [
        ("duties: {巡查: {each: county, lead: 局, where: {county: 某县}}}", []),
        ("duties: {巡查: {lead: 局, where: {county: 某县}}}", []),
        ("duties: {巡查: {each: school, lead: self, where: {county: 某县}}}", ["REF122"]),
        ("groups: {某县校: {of: school, where: {county: 某县}}}", ["REF122"]),
    ],
)
def test_a_condition_on_the_place_itself_needs_no_column(where: str, codes: list[str]) -> None:
    scheme = f"organs: {{局: }}\n{where}"
    found = plan(scheme, roster="代码,名称,学段\n1,甲校,小学\n").findings
    assert [each.code for each in found] == codes
