"""What of a share falls to each school and cluster, as its checklist says it."""

from __future__ import annotations

import pytest

import schemes
from xuequ.views import checklists
from xuequ.views.context import context
from xuequ.views.jobs import Document, jobs

#: 15 % of 23, 17, 9, 41 and 6 teachers: 15 for the county, 8 and 7 for its districts, 17 where every school keeps it.
ROSTER = """\
code,name,stage,学区,学区.role,教师,教学班
S1,一小,小学,东学区,龙头校,23,6
S2,二小,小学,东学区,成员校,17,6
S3,三小,小学,东学区,成员校,9,3
S4,四小,小学,西学区,龙头校,41,12
S5,五小,小学,西学区,成员校,6,2
"""
SCHEME = """\
organs: {bureau: 教育局}
clusters:
  district: {name: 学区, members: {head: {name: 龙头校, leads: true}, member: {name: 成员校}}}
measures:
  exchange:
    name: 交流
    duties:
      move: {name: 教师交流, lead: bureau, support: [district, district/school], amount: AMOUNT}
"""


def amounts(amount: str, scheme: str = SCHEME) -> dict[str, str]:
    """What each place's list says of the amount."""
    plan = schemes.plan(scheme.replace("AMOUNT", amount), roster=ROSTER)
    chapters = [chapter for view in checklists.views(context(plan)) for chapter in view.chapters]
    return {chapter.name: chapter.rows[0][1].partition("\n数额：")[2] for chapter in chapters}


@pytest.mark.parametrize(
    ("hold", "numbers"),
    [
        ("county", {"东学区": 8, "一小": 4, "二小": 3, "三小": 1, "西学区": 7, "四小": 6, "五小": 1}),
        ("县区", {"东学区": 8, "一小": 4, "二小": 3, "三小": 1, "西学区": 7, "四小": 6, "五小": 1}),
        ("学校", {"东学区": 9, "一小": 4, "二小": 3, "三小": 2, "西学区": 8, "四小": 7, "五小": 1}),
        ("学区", {"东学区": 8, "一小": 4, "二小": 3, "三小": 1, "西学区": 8, "四小": 7, "五小": 1}),
    ],
)
def test_each_school_and_cluster_has_its_number(hold: str, numbers: dict[str, int]) -> None:
    said = amounts(f"{{share: 不低于15%, of: teacher, hold: {hold}}}")
    assert {name: text.rpartition("（")[2] for name, text in said.items()} == {
        name: _told(name, number, hold) for name, number in numbers.items()
    }


def _told(name: str, number: int, hold: str, county: int = 15, east: int = 8, west: int = 8) -> str:
    """A place that must have the number owes it; one in such a place hears the sum, and a proposal of its own."""
    if hold == "学校" or (hold == "学区" and name.endswith("学区")):
        return f"本单位不少于{number}人）"
    districts = ("西学区", west) if name[0] in "西四五" else ("东学区", east)
    where, total = districts if hold == "学区" else ("某县", county)
    return f"{where}合计不少于{total}人，本单位分解参考数{number}人）"


def test_where_nothing_says_on_which_level_a_share_holds_no_number_is_invented() -> None:
    assert set(amounts("{share: 15%, of: teacher}").values()) == {"教师的15%"}


def test_a_duty_told_to_every_school_holds_in_every_school() -> None:
    scheme = SCHEME.replace("lead: bureau, support: [district, district/school]", "each: school, lead: self")
    said = amounts("{share: 15%, of: teacher}", scheme)
    assert said["一小"] == "教师的15%（本单位3人）"
    assert said["五小"] == "教师的15%（本单位1人）"


def test_an_upper_bound_is_said_as_one() -> None:
    said = amounts("{share: ..50%, of: 教学班, hold: 学校}")["三小"]
    assert said == "不超过教学班的50%，以学校为口径（本单位不超过1个）"


def test_of_several_amounts_each_is_named() -> None:
    two = "[{share: 15%, of: teacher, hold: 学校}, {share: 50%, of: 教学班, hold: 学校}]"
    assert amounts(two)["一小"] == (
        "教师的15%，以学校为口径；教学班的50%，以学校为口径（教师：本单位3人；教学班：本单位3个）"
    )


def test_a_part_of_a_part_is_taken_of_what_the_first_comes_to() -> None:
    said = amounts("{share: 50%, of: {share: 15%, of: teacher, hold: 学校}, hold: 学校}")
    assert said["四小"].endswith("（本单位3人）")


def test_a_school_has_a_file_of_its_own_and_its_cluster_the_sheet() -> None:
    plan = schemes.plan(SCHEME.replace("AMOUNT", "5"), roster=ROSTER)
    made = {job.stem: job for job in jobs(Document.CHECKLISTS, context(plan), None)}
    assert list(made) == [
        "任务清单/东学区",
        "任务清单/东学区/一小",
        "任务清单/东学区/二小",
        "任务清单/东学区/三小",
        "任务清单/西学区",
        "任务清单/西学区/四小",
        "任务清单/西学区/五小",
    ]
    assert [stem for stem, job in made.items() if job.sheets] == ["任务清单/东学区", "任务清单/西学区"]
    assert [row[0] for row in made["任务清单/东学区"].sheets[0].rows] == ["东学区", "一小", "二小", "三小"]


#: 15 of 96 teachers are in the two small schools, those with no more than 3 classes; one lies in each district.
SMALL = """\
groups:
  小规模校: {of: school, where: {教学班: ..3}}
  小校教师: {of: teacher, where: {教学班: ..3}, column: 教师}
"""


@pytest.mark.parametrize(
    ("hold", "numbers"),
    [
        ("county", {"东学区": 3, "一小": 0, "二小": 0, "三小": 3, "西学区": 2, "四小": 0, "五小": 2}),
        ("学区", {"东学区": 3, "一小": 0, "二小": 0, "三小": 3, "西学区": 2, "四小": 0, "五小": 2}),
    ],
)
def test_a_share_of_a_group_that_columns_tell_is_one_of_the_heads_in_its_schools(
    hold: str, numbers: dict[str, int]
) -> None:
    said = amounts(f"{{share: 30%.., of: 小校教师, hold: {hold}}}", SMALL + SCHEME)
    assert {name: text.rpartition("（")[2] for name, text in said.items()} == {
        name: _told(name, number, hold, county=5, east=3, west=2) for name, number in numbers.items()
    }


@pytest.mark.parametrize(
    "told",
    ["responsible: 小规模校", "responsible: school, where: {教学班: ..3}", "each: 小规模校, lead: self"],
)
def test_a_share_told_to_some_schools_is_one_of_their_heads(told: str) -> None:
    scheme = SMALL + SCHEME.replace("lead: bureau, support: [district, district/school]", told)
    said = amounts("{share: 30%.., of: teacher, hold: county}", scheme)
    assert {name: text.rpartition("（")[2] for name, text in said.items()} == {
        "三小": "某县合计不少于5人，本单位分解参考数3人）",
        "五小": "某县合计不少于5人，本单位分解参考数2人）",
    }


def test_the_excepted_schools_of_a_group_are_no_part_of_its_heads() -> None:
    groups = "groups: {其余教师: {of: teacher, except: 龙头校, column: 教师}}\n"
    said = amounts("{share: 50%, of: 其余教师, hold: county}", groups + SCHEME)
    assert (said["一小"][-4:], said["二小"][-4:]) == ("数0人）", "数9人）")


def numbers(scheme: str, roster: str = ROSTER) -> dict[str, str]:
    """The same, with what stands in brackets alone."""
    plan = schemes.plan(scheme, roster=roster)
    chapters = [chapter for view in checklists.views(context(plan)) for chapter in view.chapters]
    told = {chapter.name: chapter.rows[0][1].partition("\n数额：")[2] for chapter in chapters}
    return {name: text.partition("（")[2].partition("）")[0] for name, text in told.items() if text}


def test_of_a_blank_head_count_nothing_is_worked_out() -> None:
    blank = ROSTER.replace("二小,小学,东学区,成员校,17", "二小,小学,东学区,成员校,")
    scheme = SCHEME.replace("AMOUNT", "{share: 不低于15%, of: teacher, hold: HOLD}")
    own = numbers(scheme.replace("HOLD", "学校"), blank)
    assert (own["一小"], own["二小"], own["东学区"], own["西学区"]) == (
        "本单位不少于4人",
        "",
        "",
        "本单位不少于8人",
    )
    districts = numbers(scheme.replace("HOLD", "学区"), blank)
    assert (districts["一小"], districts["东学区"], districts["西学区"]) == ("", "", "本单位不少于8人")
    assert set(numbers(scheme.replace("HOLD", "county"), blank).values()) == {""}


DUTY = "lead: bureau, support: [district, district/school]"


def test_who_is_excepted_is_in_no_base() -> None:
    scheme = SCHEME.replace("AMOUNT", "{share: 15%, of: teacher, hold: 学区}")
    told = numbers(scheme.replace(DUTY, "each: district, lead: district, except: district/head"))
    assert told == {"东学区": "本单位4人", "西学区": "本单位1人"}


def test_where_people_are_excepted_no_number_is_invented() -> None:
    scheme = SCHEME.replace("AMOUNT", "{share: 15%, of: teacher, hold: 学校}") + "posts: {head: 校长}\n"
    told = numbers(scheme.replace(DUTY, "each: school, lead: self, except: head"))
    assert set(told.values()) == {""}


def test_a_share_of_those_of_a_group_is_of_their_people_alone() -> None:
    scheme = SCHEME.replace("AMOUNT", "{share: 不低于15%, of: teacher, hold: county}")
    scheme += "groups: {large: {name: 大校, of: school, where: {教学班: 6..}}}\n"
    told = numbers(scheme.replace(DUTY, "lead: large"))
    assert told["一小"] == "某县合计不少于13人，本单位分解参考数3人"
    assert "三小" not in told


def test_a_role_may_act_for_its_cluster_so_a_share_of_the_county_is_not_told() -> None:
    scheme = SCHEME.replace("AMOUNT", "{share: 15%, of: teacher, hold: county}")
    told = numbers(scheme.replace(DUTY, "each: district, lead: district/head"))
    assert told == {"一小": "", "四小": ""}


def test_a_share_that_holds_in_each_cluster_is_told_to_the_role_that_leads_there() -> None:
    scheme = SCHEME.replace("AMOUNT", "{share: 不低于15%, of: teacher, hold: 学区}")
    told = numbers(scheme.replace(DUTY, "each: district, lead: district/head"))
    assert told["一小"].startswith("东学区合计不少于8人")


@pytest.mark.parametrize(
    ("duty", "told"),
    [
        ("each: district, lead: district/head", "每2所学校至少1名（3所学校共不少于2名）"),
        ("each: district, lead: district", "每2所学校至少1名（3所学校共不少于2名）"),
        ("lead: district/head", "每2所学校至少1名"),
        ("lead: school", "每2所学校至少1名（5所学校共不少于3名）"),
        ("each: school, lead: self", "每2所学校至少1名"),
    ],
)
def test_one_for_every_few_schools_counts_those_of_the_place_that_has_the_work(duty: str, told: str) -> None:
    found = amounts("每2所学校至少1名", SCHEME.replace(DUTY, duty))
    assert next(found[place] for place in ("一小", "东学区") if place in found) == told


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("每2所学校至少1名", "每2所学校至少1名（5所学校共不少于3名）"),
        ("每3所学校不少于2人", "每3所学校不少于2人（5所学校共不少于4人）"),
        ("每2所学校不超过1名", "每2所学校不超过1名"),
        ("每校不少于1名", "每校不少于1名"),
    ],
)
def test_so_many_for_every_few_schools_come_to_a_number(amount: str, told: str) -> None:
    scheme = SCHEME.replace("support: [district, district/school]", "for: school")
    assert amounts(amount, scheme)["一小"] == told


def test_an_amount_that_is_left_open_is_told_as_open_to_every_school() -> None:
    assert set(amounts("unspecified").values()) == {"〔待定〕"}


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (
            "lead: 大校, for: 小校",
            {
                "一小": "（本单位不少于4人）",
                "四小": "（本单位不少于7人）",
                "二小": "",
                "三小": "",
                "五小": "",
            },
        ),
        (
            "each: district, responsible: 成员校, where: {教学班: ..3}, for: teacher",
            {
                "东学区": "（本单位不少于2人）",
                "三小": "（本单位不少于2人）",
                "西学区": "（本单位不少于1人）",
                "五小": "（本单位不少于1人）",
            },
        ),
        (
            "lead: bureau, for: 成员校",
            {"二小": "（本单位不少于3人）", "三小": "（本单位不少于2人）", "五小": "（本单位不少于1人）"},
        ),
    ],
)
def test_what_every_school_must_do_is_asked_of_those_alone_that_do_it(
    work: str, told: dict[str, str]
) -> None:
    scheme = SCHEME.split("measures")[0] + (
        "groups: {大校: {of: school, where: {教师: 20..}}, 小校: {of: school, where: {教师: ..19}}}\n"
        f"duties: {{跟岗: {{{work}, amount: {{share: 不低于15%, of: teacher, hold: school}}}}}}\n"
    )
    assert {
        name: text.removeprefix("不低于教师的15%，以学校为口径") for name, text in amounts("", scheme).items()
    } == told


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("农村学校: {of: school, where: {area: 农村}}", "走访"),
        ("小学: {of: school, where: {stage: 小学}}", "走访"),
        ("帮扶校: {of: school, where: {area: 农村}}", "走访\n帮扶校限农村学校"),
    ],
)
def test_a_group_that_is_called_what_its_columns_say_is_not_said_twice(group: str, told: str) -> None:
    name = group.partition(":")[0]
    plan = schemes.plan(f"groups: {{{group}}}\nduties: {{走访: {{lead: {name}}}}}\n")
    (view,) = checklists.views(context(plan))
    assert [row[1] for chapter in view.chapters for row in chapter.rows] == [told]
