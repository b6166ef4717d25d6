"""Elements as sentences that can be read aloud."""

from __future__ import annotations

import re

import pytest

import schemes
from xuequ.markup.templating import templates
from xuequ.resolution.plan import EdgeKind
from xuequ.views import appraisals, calendar, checklists, duties, ledger, notice, plan
from xuequ.views.context import context
from xuequ.views.notice import NO_HEAD
from xuequ.views.prose import said, with_

HEAD = "organs: {bureau: 教育局, office: 督导室}\n"


def view(text: str, roster: str | None = None) -> plan.PlanView:
    return plan.view(context(schemes.plan(text, roster=roster)))


def duty(fields: str, more: str = HEAD) -> str:
    """What a plan says of one duty."""
    (passage,) = view(
        f"{more}measures: {{m: {{name: 工作, duties: {{d: {{name: 做事, {fields}}}}}}}}}\n"
    ).measures
    return passage.statements[0].text


def test_short_clauses_run_on_and_those_with_marks_of_their_own_stand_alone() -> None:
    assert said("面向教师", "形成制度") == "面向教师，形成制度。"
    assert said("面向教师", "内容包括甲；乙", "形成制度") == "面向教师。内容包括甲；乙。形成制度。"
    assert said("面向教师", "", note="要实。") == "面向教师。要实。"
    assert said() == ""


def test_a_sentence_does_not_go_on_for_ever() -> None:
    assert said("甲" * 50, "乙" * 20) == f"{'甲' * 50}。{'乙' * 20}。"


def test_what_is_open_is_named_by_what_it_is() -> None:
    assert with_("〔待定〕", "由", "负责", what="负责人") == "负责人〔待定〕"
    assert with_("局长", "由", "负责", what="负责人") == "由局长负责"


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ("lead: bureau", "（牵头：教育局）"),
        ("lead: bureau, inform: office, when: 每月", "（牵头：教育局；报送：督导室；频次：每月）"),
        ("lead: bureau, for: teacher", "面向教师。（牵头：教育局）"),
        ("lead: bureau, output: 总结办法（试行）", "形成《总结办法（试行）》。（牵头：教育局）"),
        ("lead: bureau, output: [甲办法, 乙办法, 平台]", "形成《甲办法》《乙办法》、平台。（牵头：教育局）"),
        ("lead: bureau, how: 结合实际", "结合实际。（牵头：教育局）"),
        ("lead: bureau, how: [走访, 宣传]", "通过走访、宣传推进。（牵头：教育局）"),
        ("lead: bureau, if: 学校较少", "在学校较少的情况下进行。（牵头：教育局）"),
        ("lead: bureau, if: 弄虚作假的", "弄虚作假的。（牵头：教育局）"),
        ("each: county, lead: county, where: {county: [甲县]}", "限甲县。（牵头：县区）"),
        ("lead: bureau, if: 招生工作期间", "在招生工作期间进行。（牵头：教育局）"),
        ("lead: bureau, if: 开学当日", "在开学当日进行。（牵头：教育局）"),
        ("lead: bureau, if: 招生工作已经结束", "在招生工作已经结束的情况下进行。（牵头：教育局）"),
        ("lead: bureau, amount: 不少于20万元", "数额不少于20万元。（牵头：教育局）"),
        ("lead: bureau, amount: 占学生总数的5%以内", "数额占学生总数的5%以内。（牵头：教育局）"),
        ("lead: bureau, amount: 下降1个百分点", "数额下降1个百分点。（牵头：教育局）"),
        ("lead: bureau, amount: unspecified", "数额〔待定〕。（牵头：教育局）"),
        ("lead: bureau, amount: {count: 2.., per: subject}", "数额为每学科不少于2。（牵头：教育局）"),
        ("each: school, lead: self, for_each: subject", "分学科进行。（牵头：各学校）"),
        ("each: school, lead: self", "（牵头：各学校）"),
        (
            "each: school, where: {stage: 初中, area: 农村}, lead: bureau",
            "按农村初中学校分别进行。（牵头：教育局）",
        ),
        ('each: school, where: {班级: ">6"}, lead: bureau', "按班级超过6的学校分别进行。（牵头：教育局）"),
        (
            'each: school, where: {班级: "<=6"}, lead: bureau',
            "按班级不超过6的学校分别进行。（牵头：教育局）",
        ),
        (
            "where: {stage: [小学, 初中]}, for: school, lead: bureau",
            "对象限学段为小学、初中的学校，面向学校。（牵头：教育局）",
        ),
        ("lead: bureau, for: [principal, teacher], open: true", "面向校长、教师等。（牵头：教育局）"),
        ("lead: bureau, support: [office, principal], open: true", "（牵头：教育局；配合：督导室、校长等）"),
        ("lead: bureau, if: 发现违规办学等情形", "在发现违规办学等情形时进行。（牵头：教育局）"),
        ("lead: bureau, how: 检查人员由抽签产生", "检查人员由抽签产生。（牵头：教育局）"),
        ("lead: bureau, items: [甲, 乙], open: true", "内容包括甲、乙等。（牵头：教育局）"),
        (
            'lead: bureau, items: [整改, "不改的，约谈", 通报]',
            "内容包括整改；不改的，约谈；通报。（牵头：教育局）",
        ),
        ("lead: bureau, when: 每学期末", "（牵头：教育局；完成时限：每学期末）"),
        ("lead: bureau, when: 定期", "（牵头：教育局；时间要求：定期）"),
        (
            "lead: bureau, output: [会议纪要, 各项计划, 有关办法]",
            "形成会议纪要、各项计划、有关办法。（牵头：教育局）",
        ),
    ],
)
def test_a_duty_is_a_sentence_with_its_parties_behind_it(fields: str, text: str) -> None:
    assert duty(fields) == text


def test_what_the_name_says_is_not_said_again() -> None:
    text = "measures: {m: {name: 工作, duties: {d: {name: 制定“学区”考核办法, lead: bureau, output: 学区考核办法}}}}\n"
    (passage,) = view(HEAD + text).measures
    assert passage.statements[0].text == "（牵头：教育局）"


@pytest.mark.parametrize(
    ("name", "fields", "text"),
    [
        ("召开联席会议", "for: school/principal", "由学校校长参加。"),
        ("表彰先进", "for: teacher", "对象为教师。"),
        ("建设智慧教育平台", "output: 县智慧教育平台", ""),
        ("建立十个示范基地", "amount: 10", ""),
        ("评选百个班级", "amount: 100", ""),
        ("评选班级", "amount: 100", "数额为100。"),
    ],
)
def test_what_is_said_goes_with_what_is_done(name: str, fields: str, text: str) -> None:
    scheme = f"{HEAD}measures: {{m: {{name: 工作, duties: {{d: {{name: {name}, {fields}}}}}}}}}\n"
    assert view(scheme).measures[0].statements[0].text == text


def test_what_comes_after_something_says_so() -> None:
    text = "measures: {m: {name: 工作, duties: {a: {name: 论证}, b: {name: 组建, needs: a}}}}\n"
    assert view(HEAD + text).measures[0].statements[1].text == "在论证后进行。"


def test_a_principle_is_followed_and_a_goal_is_answered() -> None:
    aims = "principles: {p: 一区一策}\ngoals: {a: “捆绑式”发展, b: 优质均衡}\n"
    said_ = duty("lead: bureau, serves: [p, a, b]", HEAD + aims)
    assert said_ == "对应“‘捆绑式’发展”“优质均衡”目标，遵循“一区一策”原则。（牵头：教育局）"


def test_a_scheme_of_one_goal_does_not_say_of_every_duty_that_it_serves_it() -> None:
    one = "goals: {even: {name: 优质均衡}}\n"
    assert duty("lead: bureau, serves: even", HEAD + one) == "（牵头：教育局）"
    two = "goals: {even: {name: 优质均衡}, shared: {name: 资源共享}}\n"
    assert duty("lead: bureau, serves: even", HEAD + two) == "对应“优质均衡”目标。（牵头：教育局）"


@pytest.mark.parametrize(
    "edge",
    [
        kind
        for kind in EdgeKind
        if kind not in ("produces", "sets_up", "needs", "serves", "into", "derived_from", "may", "must_not")
    ],
)
def test_what_must_not_be_is_said_in_chinese(edge: EdgeKind) -> None:
    text = f"constraints: {{c: {{name: 独立, never: {{who: office, edge: {edge.value}, whom: bureau}}}}}}\n"
    (constraint,) = view(HEAD + text).constraints
    assert constraint.text.startswith("督导室不得")
    assert "教育局" in constraint.text
    assert not re.search("[a-z_]", constraint.text)


def test_a_constraint_that_says_it_in_its_name_does_not_say_it_twice() -> None:
    text = "constraints: {c: {name: 督导室不得领导学校, never: {who: office, edge: leads, whom: school}}}\n"
    assert view(HEAD + text).constraints[0].text == ""


def test_bodies_of_which_nothing_is_said_are_no_part_of_the_plan() -> None:
    organs = view("organs: {a: 甲局, b: {name: 乙组, head: a}, c: 丙局}\n").organs
    assert [(organ.name, organ.text) for organ in organs] == [("乙组", "由甲局负责。")]


def test_whose_an_office_is_is_said_and_that_it_is_there_is_not() -> None:
    organs = view(
        "organs: {a: 市教育局, b: {name: 县教育局, under: a}, c: {name: 领导小组, under: b}}\n"
    ).organs
    assert [(organ.name, organ.text) for organ in organs] == [
        ("县教育局", "隶属市教育局。"),
        ("领导小组", "隶属县教育局。"),
    ]


def appraisal(fields: str) -> str:
    more = "clusters: {d: 学区}\norgans: {a: 教育局, c: {name: 乡镇中心校, each: town}}\n"
    (found,) = view(f"{more}appraisals: {{p: {{name: 年度考核, {fields}}}}}\n").appraisals
    return found.text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ("assess: a, for: d", "由教育局对学区进行考核。"),
        ("assess: a, for: d, each: d", "由教育局对各学区分别进行考核。"),
        ("assess: a, for: teacher, each: d", "由教育局对教师进行考核，在各学区分别进行。"),
        ("assess: c, for: school, each: town", "由乡镇中心校对学校进行考核，由各镇分别组织。"),
        ("assess: unspecified, for: [principal, teacher]", "对校长、教师进行考核，考核主体〔待定〕。"),
        (
            "assess: unspecified, for: [principal, teacher], open: true",
            "对校长、教师等进行考核，考核主体〔待定〕。",
        ),
        ("assess: a", "由教育局考核。"),
    ],
)
def test_an_appraisal_says_who_assesses_whom_and_where(fields: str, text: str) -> None:
    assert appraisal(fields) == text


def test_a_measure_of_nothing_but_appraisals_has_no_heading() -> None:
    made = view(
        "organs: {a: 教育局}\nmeasures:\n  x: {name: 一, duties: {d: {name: 做事, lead: a}}}\n"
        "  y: {name: 二, appraisals: {p: {name: 考核, assess: a}}}\n  z: {name: 三}\n"
    )
    assert [(each.number, each.name) for each in made.measures] == [("（一）", "一"), ("（二）", "三")]
    assert [each.name for each in made.appraisals] == ["考核"]


def test_only_the_source_that_is_issued_is_the_text_itself() -> None:
    made = view(
        "sources: {a: 本办法, b: {name: 旧办法, as: unspecified}, c: 外地做法, d: {name: 上级意见, as: basis}}\n"
        "issue: {source: a}\n"
    )
    assert [row[-1] for row in made.sources] == ["本文", "〔待定〕", "—", "依据"]


def test_what_goes_on_says_so_in_bodies_too() -> None:
    made = view("organs: {c: {name: 理事会, members: [principal, teacher], open: true}}\n")
    assert [organ.text for organ in made.organs] == ["由校长、教师等组成。"]


def test_two_of_one_name_are_told_by_what_they_stand_in() -> None:
    made = view(
        "organs: {x: {name: 理事会, posts: {h: {name: 主任, term: 2 years}}},"
        " y: {name: 监事会, posts: {h: {name: 主任, term: 3 years}}}}\n"
        "duties: {d: {name: 召集, lead: x/h, support: y/h}}\n"
    )
    assert made.measures[0].statements[0].text == "（牵头：理事会主任；配合：监事会主任）"


def test_the_opening_says_what_the_document_is_and_whose() -> None:
    text = schemes.HEAD.replace("某县学区制管理实施方案", "某县学区制管理办法（试行）")
    opening = view(f"{text}sources: {{a: {{name: 意见, as: basis}}, b: {{name: 决定, as: basis}}}}\n").opening
    assert opening == "为规范学区制管理工作，根据《意见》《决定》，结合我县实际，制定本办法。"


def test_a_source_of_an_adopted_policy_is_not_one_of_the_scheme() -> None:
    shelf = schemes.Shelf({"p": "sources: {news: 某地报道}\nmeasures: {m: {name: 一, clause: news/1}}\n"})
    made = plan.view(context(schemes.plan("adopts: [p]\nsources: {own: 本县意见}\n", shelf)))
    assert [row[1] for row in made.sources] == ["《本县意见》"]


def test_with_a_roster_the_clusters_stand_with_their_schools() -> None:
    text = (
        "clusters: {d: {name: 学区, members: {h: {name: 龙头校, leads: true}, m: {name: 成员校}},"
        " units: {东学区: , 西学区: {note: 新设}}}}\n"
    )
    roster = (
        "code,name,stage,学区,学区.role\nS1,一小,小学,东学区,龙头校\nS2,二小,小学,东学区,成员校\n"
        "S3,三小,小学,西学区,龙头校\nS4,四小,小学,北学区,成员校\n"
    )
    (district,) = view(text, roster).districts
    assert district.units == (
        ("东学区", "—", "龙头校：一小\n成员校：二小", "—"),
        ("西学区", "—", "龙头校：三小", "新设"),
        ("北学区", "—", "成员校：四小", "—"),
    )


def test_the_form_of_each_cluster_is_told_whether_the_scheme_or_the_roster_says_it() -> None:
    text = (
        "clusters: {g: {name: 集团, members: {h: {name: 龙头校, leads: true}, m: 成员校},"
        " forms: {held: 托管, paired: 结对}, units: {南集团: {form: paired, note: 试点}}}}\n"
        "duties: {d: {name: 巡查, each: g, lead: h}}\n"
    )
    roster = "code,name,stage,集团,集团.角色,集团.所用模式\nS1,一小,小学,北集团,龙头校,托管\n"
    made = context(schemes.plan(text, roster=roster))
    (district,) = plan.view(made).districts
    assert [(row[0], row[1], row[3]) for row in district.units] == [
        ("南集团", "结对", "试点"),
        ("北集团", "托管", "—"),
    ]
    assert {each.name: each.form for each in checklists.views(made)} == {"南集团": "结对", "北集团": "托管"}


ISSUE = (
    "organs: {bureau: {name: 县教育局, aliases: [某县教育局]}, hr: {name: 县人社局}}\n"
    "clusters: {g: {name: 教育集团, members: {m: 成员校}}}\n"
    "sources: {old: {name: 旧办法, as: repeals}}\n"
    "issue: {issued_by: [bureau, hr], to: [g, school, bureau], date: 2025-08-20, effective: 2025-09-01,"
    " expires: 2028-08-31}\n"
)


def test_a_joint_notice_names_all_its_issuers_and_whom_it_goes_to() -> None:
    made = notice.view(context(schemes.plan(ISSUE)), NO_HEAD, "某县学区制管理实施方案", ())
    assert made.title == "某县教育局 某县人社局关于印发《某县学区制管理实施方案》的通知"
    assert made.to == "各教育集团、各学校、县教育局"
    assert made.opening == "现将《某县学区制管理实施方案》印发给你们，请结合实际认真组织实施。"
    assert made.begins == "本方案自2025年9月1日起施行，有效期至2028年8月31日，《旧办法》同时废止。"


def test_each_signature_of_a_joint_plan_has_a_line() -> None:
    made = view(ISSUE)
    values = {"annexes": (), **{name: getattr(made, name) for name in made.__dataclass_fields__}}
    text = templates({}).render("plan.md.j2", values)
    assert "\n某县教育局\n\n某县人社局\n\n2025年8月20日\n" in text
    assert "\n\n本方案自2025年9月1日起施行" in text


def test_a_number_that_lost_its_year_is_not_printed() -> None:
    text = (
        "sources:\n"
        "  a: {name: 意见, as: basis, number: 闽教基【】12号}\n"
        "  b: {name: 决定, as: basis, number: 国发〔2016〕40号}\n"
    )
    assert view(text).opening.startswith(
        "为贯彻落实《意见》（文号〔待核〕）、《决定》（国发〔2016〕40号）精神，"
    )


def test_a_chapter_of_one_measure_has_what_is_in_it() -> None:
    text = (
        "measures: {s: {name: 保障措施, measures: {a: {name: 加强领导, duties: {d: {name: 做事}}},"
        " b: {name: 经费保障, duties: {e: {name: 拨款}}}}}}\n"
    )
    assert [(each.level, each.number, each.name) for each in view(text).safeguards] == [
        (2, "（一）", "加强领导"),
        (2, "（二）", "经费保障"),
    ]


@pytest.mark.parametrize(
    ("said", "headline"),
    [
        ("amount: 超过2次", "学校不得布置测验超过2次"),
        ("amount: 3次以上", "学校不得布置测验3次以上"),
        ("if: 未经家委会同意", "未经家委会同意，学校不得布置测验"),
    ],
)
def test_what_is_forbidden_beyond_a_bound_or_until_something_is_done_says_so_itself(
    said: str, headline: str
) -> None:
    text = f"duties: {{布置测验: {{lead: school, force: must_not, {said}}}}}\n"
    (passage,) = view(text).measures
    (statement,) = passage.statements
    assert (statement.name, statement.text) == (headline, "")


def test_schools_that_columns_tell_are_addressed_severally() -> None:
    text = "groups: {寄宿学校: {of: school, where: {寄宿: 有}}, 名师: {of: teacher, where: {职称: 高级}}}\n"
    text += "issue: {to: [寄宿学校, 名师]}\n"
    made = notice.view(context(schemes.plan(text)), NO_HEAD, "某办法", ())
    assert made.to == "各寄宿学校、名师"


def test_safeguards_are_a_chapter_where_they_come_last_and_else_keep_their_place() -> None:
    text = (
        "measures: {a: {name: 强化经费保障, duties: {d: {name: 拨款}}}, b: {name: 教师交流, duties: {e: {name: 轮岗}}},"
        " c: {name: 加强组织领导, duties: {f: {name: 开会}}}}\n"
    )
    assert [each.name for each in view(text).measures] == ["强化经费保障", "教师交流"]
    assert [each.name for each in view(text).safeguards] == ["加强组织领导"]


def test_a_phase_has_its_time_behind_its_name_and_its_duties_under_it() -> None:
    text = (
        "measures: {m: {name: 交流, duties: {d: {name: 轮岗}}}}\n"
        "phases: {p: {name: 启动阶段, when: 2025年9月, does: m, duties: {e: {name: 动员}}}}\n"
    )
    (phase,) = view(text).phases
    assert (phase.number, phase.name, phase.text) == ("（一）", "启动阶段（2025年9月）", "主要任务为交流。")
    assert [(each.number, each.name) for each in phase.statements] == [("1.", "动员")]


def test_what_a_measure_says_of_itself_is_said_before_its_duties() -> None:
    fields = "if: 学位不足, how: 分批推进, needs: first, basis: law, except: office, amount: 3"
    made = view(
        f"{HEAD}sources: {{law: {{name: 上级意见}}}}\n"
        "duties: {first: {name: 摸底, lead: bureau}}\n"
        f"measures: {{m: {{name: 扩容, {fields}, duties: {{d: {{name: 建校, lead: bureau}}}}}}}}\n"
    )
    assert made.measures[0].text == (
        "在学位不足的情况下进行，在摸底后进行，依据《上级意见》实施，通过分批推进推进，数额为3，督导室除外。"
    )


def test_a_phase_and_a_row_of_a_schedule_say_all_that_is_said_of_them() -> None:
    made = view(
        f"{HEAD}measures: {{m: {{name: 一, duties: {{d: {{name: 建校, lead: bureau}}}}}}}}\n"
        "phases: {p: {name: 启动阶段, lead: bureau, support: office, for: school, does: d, note: 先试点}}\n"
        "schedules: {s: {name: 安排, note: 以通知为准, rows: [{when: 9月, does: d, support: office, if: 校舍到位}]}}\n"
    )
    (phase,), (table,) = made.phases, made.schedules
    assert phase.text == "主要任务为建校，面向学校。先试点。（牵头：教育局；配合：督导室）"
    assert table.text == "以通知为准。"
    assert table.months[0][-1] == "配合：督导室；情形：校舍到位"


def test_items_have_their_notes_and_numbers_that_nothing_else_says() -> None:
    made = view(
        "goals:\n  a: {name: 四提升, count: 4, items: [甲, 乙], note: 三年内达到}\n"
        "  b: {name: 各项机制, count: 6, items: {丙: {note: 优先, items: [丁]}}}\n"
    )
    assert [(each.text, each.listed) for each in made.goals] == [
        ("甲、乙。三年内达到。", True),
        ("丙（丁；优先）。共6项。", False),
    ]


def test_what_is_known_of_a_source_stands_below_its_title() -> None:
    made = view("sources: {a: {name: 外地做法, standing: excerpt, note: 未见原文}}\n")
    assert made.sources[0][1] == "《外地做法》\n（摘录；未见原文）"


def test_what_narrows_work_stands_with_it_in_every_list() -> None:
    text = (
        f"{HEAD}duties: {{d: {{name: 巡查, lead: bureau, when: 9月, where: {{area: 农村}}, for: school,"
        " except: principal, if: 汛期, quorum: 三分之二以上}}\n"
    )
    made = context(schemes.plan(text))
    said = "对象限农村学校；情形：汛期；除外：校长；法定人数：三分之二以上"
    (row,) = ledger.view(made, ()).rows
    assert row[1] == f"巡查（{said}）"
    ((_, work, _, _),) = calendar.view(made, None).rows
    assert work == f"巡查（{said}）"
    lists = [actor for actor in duties.view(made).actors if actor.name == "教育局"]
    assert lists[0].rows[0][2].split("\n") == ["巡查", *said.split("；")]


def test_an_appraisal_sheet_has_whatever_else_the_appraisal_says() -> None:
    made = context(
        schemes.plan(f"{HEAD}appraisals: {{p: {{name: 评议, assess: office, if: 满一年, amount: 3}}}}\n")
    )
    (sheet,) = appraisals.view(made).sheets
    assert {("情形", "满一年"), ("数额", "3")} <= set(sheet.facts)


def test_what_is_noted_of_the_whole_stands_with_the_sources_and_its_doubts_first() -> None:
    made = view("note: 据网站摘要整理\nunclear: 原文缺页\ngoals: {a: {name: 均衡, unclear: 字迹不清}}\n")
    assert made.about == "据网站摘要整理"
    assert [row[:3] for row in made.doubts] == [
        ("1", "某县学区制管理实施方案", "原文缺页"),
        ("2", "均衡", "字迹不清"),
    ]


def test_a_row_of_a_schedule_names_who_answers_with_its_lead() -> None:
    made = view(
        f"{HEAD}schedules: {{s: {{name: 安排, rows: [{{name: 秋季行动, when: 9月, lead: bureau, responsible: office,"
        " duties: [检查]}]}}\n"
    )
    assert made.schedules[0].months[0][2:] == ("教育局", "秋季行动；责任：督导室")


def test_a_role_of_a_cluster_says_what_it_contains_and_that_its_sources_go_on() -> None:
    made = view(
        "clusters: {g: {name: 集团, members: {m: {name: 成员校, of: school, open: true}, n: {items: [分校]}}}}\n"
    )
    (district,) = made.districts
    assert [member.text for member in district.members] == ["从学校等中产生。", "包括分校。"]
