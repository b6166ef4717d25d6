"""What is forbidden or allowed in the documents: said as such, and in no list that is worked off."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from schemes import plan
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import Span
from xuequ.model.elements import Duty, Force, Part, Ref
from xuequ.model.forces import with_force
from xuequ.views import appraisals, calendar, checklists, duties, ledger, matrix, supervision, tasks
from xuequ.views import plan as plans
from xuequ.views.agenda import agenda
from xuequ.views.context import Context, context
from xuequ.views.wording import conditions

SCHEME = """\
organs: {教育局: , 督导室: {kind: supervision}}
clusters: {联盟: {members: {核心校: {leads: true}, 伙伴校: }}}
duties: {通报: {lead: 教育局, when: 每学期}}
measures:
  规范:
    each: 联盟
    duties:
      排名: {name: 公布学生成绩排名, lead: 核心校, oversee: 督导室, except: 伙伴校, when: 每年6月, force: must_not}
      分班: {name: 严禁分快慢班, lead: self, force: must_not}
      走教: {name: 互派教师走教, lead: 核心校, for: 伙伴校, when: 每年9月, force: may}
      教研: {lead: 核心校, when: 每年10月, force: encouraged}
"""
ROSTER = "code,name,stage,联盟,联盟.role\n1,甲校,小学,一盟,核心校\n2,乙校,小学,一盟,伙伴校\n"
YEAR = SchoolCalendar(period=Span(date(2025, 9, 1), date(2026, 8, 31)))
FORBIDDEN = re.compile("排名|快慢班")
NOT_ASKED = re.compile("排名|快慢班|走教")


@pytest.fixture
def made() -> Context:
    return context(plan(SCHEME, roster=ROSTER))


def statements(made: Context) -> dict[str, str]:
    return {each.name: each.text for passage in plans.view(made).measures for each in passage.statements}


def test_a_plan_says_who_must_not_and_who_may(made: Context) -> None:
    said = statements(made)
    assert said["核心校不得公布学生成绩排名"] == "伙伴校除外。（督导：督导室；时间：每年6月）"
    assert said["联盟严禁分快慢班"] == ""
    assert said["核心校可以互派教师走教"] == "面向伙伴校。（时间：每年9月）"
    assert said["教研（鼓励）"] == "（牵头：核心校；完成时限：每年10月）"


def test_what_nobody_has_to_do_is_in_no_list_to_be_worked_off(made: Context) -> None:
    dated = agenda(made, YEAR)
    lists = (
        tasks.view(made).rows,
        supervision.view(made).rows,
        ledger.view(made, dated).rows,
        ledger.view(made, ()).rows,
        calendar.view(made, YEAR).rows,
        calendar.view(made, None).undated,
        [row for view in checklists.views(made) for chapter in view.chapters for row in chapter.rows],
    )
    for rows in lists:
        text = "\n".join(" ".join(row) for row in rows)
        assert "教研" in text
        assert not NOT_ASKED.search(text)
    assert not any(NOT_ASKED.search(event.summary) for event in calendar.view(made, YEAR).events)


def test_what_is_forbidden_is_a_list_of_its_own_in_duty_list_and_supervision_checklist(made: Context) -> None:
    wanted = (
        ("1", "不得公布学生成绩排名，时间：每年6月", "核心校", "伙伴校除外", "—"),
        ("2", "严禁分快慢班", "联盟", "—", "—"),
    )
    assert duties.view(made).forbidden == wanted
    assert supervision.view(made).forbidden == wanted
    rows = [" ".join(row) for actor in duties.view(made).actors for row in actor.rows]
    assert not any(FORBIDDEN.search(row) for row in rows)


def test_what_is_allowed_stands_in_the_duty_list_as_such(made: Context) -> None:
    (core,) = (actor for actor in duties.view(made).actors if actor.name == "核心校")
    assert [row[1:3] for row in core.rows] == [("牵头", "教研（鼓励）"), ("可以", "互派教师走教（可以）")]


def test_the_matrix_marks_who_must_not_and_who_may(made: Context) -> None:
    view = matrix.view(made)
    core = view.columns.index("核心校")
    assert {row[2]: row[core] for row in view.rows if row[core]} == {
        "不得公布学生成绩排名": "禁",
        "互派教师走教（可以）": "可",
        "教研（鼓励）": "牵",
    }
    assert "可—可以，禁—不得" in view.legend


def test_the_supervision_checklist_has_the_duties_that_stand_in_no_measure(made: Context) -> None:
    assert supervision.view(made).rows[0][:2] == ("其他工作", "通报")


def test_a_measure_that_forbids_keeps_its_name() -> None:
    made = context(
        plan(
            "clusters: {联盟: {members: {核心校: }}}\n"
            "measures: {负面清单: {each: 联盟, lead: self, force: must_not, duties: {摊派: }}}\n"
        )
    )
    (passage,) = plans.view(made).measures
    assert (passage.name, passage.text) == ("负面清单", "适用于各联盟。")
    assert list(statements(made)) == ["联盟不得摊派"]


def test_a_collective_name_gives_its_members_the_duty_and_says_as_what() -> None:
    made = context(
        plan(
            "organs: {水利局: , 督导室: }\n"
            "groups: {受检单位: {of: [水利局, school]}}\n"
            "duties: {整改: {lead: 受检单位, when: 每学期}, 泄密: {name: 泄露题目, lead: 受检单位, force: must_not}}\n"
            "appraisals: {评议: {assess: 督导室, for: 受检单位}}\n",
            roster="code,name,stage\n1,甲校,小学\n",
        )
    )
    view = duties.view(made)
    rows = {actor.name: [row[1:3] for row in actor.rows] for actor in view.actors}
    assert rows["受检单位"] == [("牵头", "整改"), ("接受考核", "评议")]
    assert (
        rows["水利局"]
        == rows["学校"]
        == [
            ("牵头", "整改\n作为受检单位"),
            ("接受考核", "评议\n作为受检单位"),
        ]
    )
    grid = matrix.view(made)
    banned = next(row for row in grid.rows if row[2] == "不得泄露题目")
    assert {
        name: banned[grid.columns.index(name)] for name in ("受检单位", "水利局", "学校")
    } == dict.fromkeys(("受检单位", "水利局", "学校"), "禁")
    (school,) = (c for view in checklists.views(made) for c in view.chapters if c.school)
    assert [row[1:4] for row in school.rows] == [("整改", "甲校", "牵头"), ("评议", "甲校", "接受考核")]


def test_work_that_nobody_leads_stands_in_the_list_of_each_place_that_has_it() -> None:
    made = context(
        plan(
            "clusters: {联盟: {members: {核心校: {leads: true}, 伙伴校: }}}\n"
            "duties: {恳谈: {each: 联盟, lead: unspecified}, 走访: {each: 联盟}}\n",
            roster=ROSTER,
        )
    )
    (view,) = checklists.views(made)
    assert [row[1:4] for row in view.chapters[0].rows] == [
        ("恳谈", "〔待定〕", "牵头"),
        ("走访", "〔待定〕", "牵头"),
    ]


def test_a_plan_names_the_form_of_each_cluster_and_how_many_schools_each_has() -> None:
    made = context(
        plan(
            "clusters:\n"
            "  联盟:\n"
            "    members: {核心校: {leads: true}, 伙伴校: {count: 1..}}\n"
            "    forms: [紧密型, 松散型]\n"
            "    units: {西盟: {form: 松散型}, 南盟: }\n",
            roster="code,name,stage,联盟,联盟.角色,联盟.模式\n1,甲校,小学,东盟,核心校,紧密型\n2,乙校,小学,西盟,,\n",
        )
    )
    (district,) = plans.view(made).districts
    assert [unit[:3] for unit in district.units] == [
        ("西盟", "松散型", "伙伴校：乙校"),
        ("南盟", "—", "〔待定〕"),
        ("东盟", "紧密型", "核心校：甲校"),
    ]
    assert [member.text for member in district.members][1] == "每个联盟不少于1所。"


def test_work_at_two_levels_is_told_to_both() -> None:
    made = context(
        plan(
            "xuequ: 1\nkind: scheme\nname: 某市办法\nlocality: {name: 某市, level: city}\n"
            "organs: {督导室: {each: [city, county], under: 评审会}, 评审会: {kind: committee}}\n"
            "duties: {建库: {each: [city, county], lead: 督导室}, 公示: {each: [city, county], lead: self}}\n"
        )
    )
    first, second = next(passage.statements for passage in plans.view(made).measures)
    assert first.text == "由市、各县区分别实施。（牵头：督导室）"
    assert second.text == "（牵头：市、各县区）"
    assert plans.view(made).organs[0].text == "市、各县区分别设立，隶属评审会。"


def test_a_condition_is_said_of_those_it_is_about() -> None:
    made = context(
        plan(
            "organs: {教育局: }\n"
            "clusters: {联盟: {members: {核心校: {leads: true}, 伙伴校: }, forms: [紧密型, 松散型]}}\n"
            "measures:\n"
            "  互助:\n"
            "    each: 联盟\n"
            "    where: {form: 紧密型}\n"
            "    duties:\n"
            "      送课: {lead: 核心校, support: 伙伴校, where: {area: 农村}}\n"
            "      巡讲: {lead: 教育局, for: 伙伴校, where: {寄宿: 有}}\n"
            "duties: {调研: {lead: 教育局, for: 联盟, where: {form: 松散型}}}\n"
        )
    )
    passage, _ = plans.view(made).measures
    assert passage.text == "由各紧密型联盟分别落实。"
    assert [statement.text for statement in passage.statements] == [
        "限紧密型联盟，核心校、伙伴校限农村学校。（牵头：核心校；配合：伙伴校）",
        "限紧密型联盟，对象限寄宿为有的学校，面向伙伴校。（牵头：教育局）",
    ]
    assert statements(made)["调研"] == "对象限松散型联盟，面向联盟。（牵头：教育局）"
    assert tasks.view(made).rows[0][2] == "调研：对象：联盟；范围：对象限松散型联盟"
    assert supervision.view(made).rows[1][2].splitlines()[2:] == [
        "3. 限紧密型联盟",
        "4. 核心校、伙伴校限农村学校",
    ]


def test_what_a_schedule_names_is_said_to_be_forbidden() -> None:
    made = context(
        plan(
            "organs: {教育局: }\nduties: {补课: {lead: 教育局, force: must_not}}\n"
            "schedules: {安排: {rows: [{when: 7月, does: 补课}]}}\n"
        )
    )
    assert made.schedule_rows(made.scheme.schedules[0])[0][1] == "不得补课"


RANKED = """\
organs: {教育局: , 督导室: {kind: supervision}}
appraisals:
  排名: {name: 按升学率排名, assess: 教育局, for: school, force: must_not, when: 每年, clause: 九}
  抽查: {assess: 督导室, for: school, force: may, when: 每年}
  年评: {assess: 督导室, for: school, when: 每年, criteria: {甲: {points: 5}}}
"""


def test_an_appraisal_that_is_forbidden_or_allowed_is_said_as_such_and_made_by_nobody() -> None:
    made = context(plan(RANKED))
    said = {each.name: each.text for each in plans.view(made).appraisals}
    assert said["教育局不得按升学率排名"] == "对象为学校，每年进行。"
    assert said["督导室可以抽查"] == "对象为学校，每年进行。"
    assert [sheet.name for sheet in appraisals.view(made).sheets] == ["抽查（可以）", "年评"]
    assert duties.view(made).forbidden == (
        ("1", "不得按升学率排名，对象为学校，时间：每年", "教育局", "—", "九"),
    )
    marks = {row[2]: row[3:] for row in matrix.view(made).rows}
    assert marks["不得按升学率排名"] == ("禁", "")
    assert marks["抽查（可以）"] == ("", "可")
    assert {dated.entry.name for dated in agenda(made, YEAR)} == {"年评"}
    listed = [row for view in checklists.views(made) for chapter in view.chapters for row in chapter.rows]
    assert {row[1] for row in listed if "评" in str(row) or "排名" in str(row)} == {"年评"}


def test_a_permission_whose_name_says_who_may_says_it_once() -> None:
    duty = Duty(key="d", path=("d",), at=("duties", "d"), name="成员校退出集团", force=Force.MAY)
    told = replace(duty, parts={Part.RESPONSIBLE: (Ref(text="集团/成员校", at=()),)})
    assert with_force(told) == "成员校可以退出集团"


def test_a_condition_on_a_number_is_said_in_words() -> None:
    assert conditions({"学生数": "..200"}) == "学生数不超过200"
    assert conditions({"学段": ["初中", "高中"]}) == "学段为初中、高中"


def test_a_ban_is_told_with_whom_it_is_narrowed_to_wherever_it_stands() -> None:
    made = context(
        plan(
            "duties: {借读: {name: 接收借读生, lead: school, where: {stage: 初中}, force: must_not, if: 招生期间}}\n"
            "appraisals: {会考: {assess: school, for: student, where: {stage: 小学}, force: must_not}}\n",
        )
    )
    told = [row[1:3] for row in duties.view(made).forbidden]
    assert told == [
        ("不得接收借读生，学校限初中学校，招生期间", "学校"),
        ("不得会考，对象为学生，学校限小学学校", "学校"),
    ]
    assert supervision.view(made).forbidden == duties.view(made).forbidden
    assert "不得接收借读生，学校限初中学校" in [row[2] for row in matrix.view(made).rows]


def test_a_ban_that_says_who_must_not_takes_neither_lead_nor_rhythm_from_its_measure() -> None:
    made = context(
        plan(
            "organs: {保卫科: }\n"
            "measures:\n"
            "  消防:\n"
            "    lead: 保卫科\n"
            "    when: 每月\n"
            "    duties:\n"
            "      堵塞: {name: 堵塞通道, responsible: school, force: must_not}\n"
            "      观摩: {name: 邀请家长观摩, responsible: school, force: may}\n"
            "      外借: {name: 外借器材, lead: unspecified, responsible: school, force: must_not}\n"
            "      瞒报: {name: 瞒报火情, force: must_not}\n"
            "      巡查: {responsible: school}\n"
        )
    )
    assert statements(made) == {
        "学校不得堵塞通道": "",
        "学校可以邀请家长观摩": "",
        "学校不得外借器材": "",
        "保卫科不得瞒报火情": "",
        "巡查": "（牵头：保卫科；责任：学校；频次：每月）",
    }


def test_a_ban_keeps_the_season_of_its_measure_and_a_rhythm_said_with_it() -> None:
    made = context(
        plan(
            "measures:\n"
            "  防溺水: {when: 暑假, duties: {下水: {name: 私自下水, lead: student, force: must_not}}}\n"
            "  负面清单: {force: must_not, when: 每学期, duties: {统考: {lead: school}}}\n"
        )
    )
    assert statements(made) == {"学生不得私自下水": "（时间：暑假）", "学校不得统考": "（时间：每学期）"}


def test_turns_are_taken_by_those_who_are_named_and_not_by_the_places_that_have_them() -> None:
    made = context(
        plan(
            "organs: {教研室: , 电教馆: }\n"
            "clusters: {联盟: {members: {核心校: {leads: true}, 伙伴校: }}}\n"
            "duties:\n"
            "  沙龙: {each: 联盟, lead: [核心校, 伙伴校], in_turn: lead}\n"
            "  送课: {each: 联盟, lead: 核心校, responsible: 伙伴校, in_turn: responsible, for_each: subject}\n"
            "  年会: {each: 联盟, lead: self, in_turn: lead}\n"
            "  值守: {lead: [教研室, 电教馆], in_turn: lead}\n"
        )
    )
    assert statements(made) == {
        "沙龙": "各联盟内由核心校、伙伴校轮流牵头。（牵头：核心校、伙伴校）",
        "送课": "各联盟内分学科，由伙伴校轮流承担。（牵头：核心校；责任：伙伴校）",
        "年会": "轮流进行。（牵头：各联盟）",
        "值守": "由教研室、电教馆轮流牵头。（牵头：教研室、电教馆）",
    }
    assert "由核心校、伙伴校轮流牵头" in tasks.view(made).rows[0][2]


def test_without_a_roster_the_list_of_all_schools_has_what_those_do_that_columns_tell() -> None:
    made = context(
        plan(
            "organs: {教育局: }\n"
            "groups:\n"
            "  寄宿制学校: {of: school, where: {寄宿: 有}}\n"
            "  寄宿制初中: {of: 寄宿制学校, where: {stage: 初中}}\n"
            "duties:\n"
            "  查寝: {responsible: 寄宿制学校}\n"
            "  晚修: {lead: 教育局, for: 寄宿制初中}\n"
            "appraisals: {宿管评比: {assess: 教育局, for: 寄宿制学校}}\n",
            roster=None,
        )
    )
    (listed,) = (view for view in checklists.views(made) if view.name == "各学校")
    (chapter,) = listed.chapters
    assert [row[1:4] for row in chapter.rows] == [
        ("查寝\n寄宿制学校限寄宿为有的学校", "寄宿制学校", "责任"),
        ("晚修\n寄宿制初中限寄宿为有的初中学校", "寄宿制初中", "对象"),
        ("宿管评比\n寄宿制学校限寄宿为有的学校", "寄宿制学校", "接受考核"),
    ]


@pytest.mark.parametrize(("force", "work"), [("must_not", "不得发放资料"), ("may", "发放资料（可以）")])
def test_a_row_of_a_schedule_that_forbids_or_allows_says_so_once(force: str, work: str) -> None:
    made = context(
        plan(
            "organs: {教育局: }\n"
            f"schedules: {{安排: {{rows: [{{when: 7月, lead: 教育局, force: {force}, "
            "duties: {d: {name: 发放资料}}}]}}\n"
        )
    )
    assert made.schedule_rows(made.scheme.schedules[0]) == (("7月", work, "教育局", ""),)
