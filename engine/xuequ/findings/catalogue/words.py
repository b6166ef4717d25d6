"""Words of the language itself that a finding names: said in the reader's language, not as the key stands.

A fact that is worked out and said in each language is a `Said` itself. A finding's other facts are the drafter's
words and stay as they are.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from xuequ.findings.catalogue.words_compared import COMPARED
from xuequ.findings.catalogue.words_word_templates import WORD_TEMPLATES


class Word(str):
    """A fact that is a word of the language; its text is a key of `WORDS`."""

    __slots__ = ()


class Said(NamedTuple):
    """A word in both languages."""

    zh: str
    en: str


WORDS = MappingProxyType(
    {
        # parts, and what a body does in one
        "lead": Said("牵头", "lead"),
        "responsible": Said("负责", "be responsible"),
        "support": Said("配合", "support"),
        "oversee": Said("督导", "oversee"),
        "approve": Said("审定", "approve"),
        "inform": Said("接受报送", "be informed"),
        "assess": Said("考核", "assess"),
        # actors that are there without being declared
        "actor_province": Said("省", "province"),
        "actor_city": Said("市", "city"),
        "actor_county": Said("县区", "county"),
        "actor_town": Said("镇", "town"),
        "actor_school": Said("学校", "school"),
        "actor_locality": Said("本地", "locality"),
        "actor_principal": Said("校长", "principal"),
        "actor_teacher": Said("教师", "teacher"),
        "actor_student": Said("学生", "student"),
        "actor_self": Said("本单位", "self"),
        "actor_parties": Said("已列各方", "parties"),
        "actor_public": Said("社会", "public"),
        # kinds of things that can be named
        "organ": Said("机构", "organ"),
        "post": Said("岗位", "post"),
        "schools": Said("一类学校", "a kind of school"),
        "people": Said("一类人员", "a kind of people"),
        "unit": Said("学区或地方", "a cluster or level"),
        "goal": Said("目标", "goal"),
        "principle": Said("原则", "principle"),
        "constraint": Said("约束", "constraint"),
        "measure": Said("举措", "measure"),
        "phase": Said("阶段", "phase"),
        "duty": Said("职责", "duty"),
        "appraisal": Said("考核事项", "appraisal"),
        "output": Said("成果", "output"),
        "actor": Said("主体", "actor"),
        "work": Said("职责或考核", "duty or appraisal"),
        "cluster": Said("学区类型", "cluster type"),
        "level": Said("级别（省、市、县区、镇）", "level (province, city, county, town)"),
        "element": Said("要素", "element"),
        "column": Said("名册列", "column of the roster"),
        "named_cluster": Said("学区", "cluster"),
        "source": Said("来源文件", "source"),
        # what an appraisal lacks
        "no_assessor": Said("由谁考核", "assessor"),
        "no_object": Said("考核谁", "object"),
        "no_rubric": Said("依据什么考核", "rubric or criteria"),
        # what a body lacks
        "no_head": Said("由谁负责", "who heads it"),
        "no_members": Said("由谁组成", "who belongs to it"),
        "no_seat": Said("设在哪里", "where it sits"),
        # matters
        "affiliation": Said("行政隶属", "affiliation"),
        "autonomy": Said("办学自主权", "autonomy"),
        "finance": Said("财务", "finance"),
        "personnel": Said("人事", "personnel"),
        "curriculum": Said("课程", "the curriculum"),
        "timetable": Said("作息", "the timetable"),
        "facilities": Said("设施", "facilities"),
        "admission": Said("招生", "admission"),
        # how somebody judges their own work
        "self": Said("考核的对象里有它自己", "is among those it assesses"),
        "own": Said("考核的是自己设立并管理的对象", "assesses what it sets up and runs itself"),
        "rubric": Said("被考核，而考核办法由它自己制定", "is assessed by rules it writes itself"),
        "oversees_own": Said("督导的是自己牵头的事", "oversees what it leads itself"),
        "approves_own": Said("审定的是自己牵头的事", "approves what it leads itself"),
        # how times, phases and schedules are wrong
        "issued": Said("印发", "the issue"),
        "effective": Said("施行", "the day it takes effect"),
        "out_of_order": Said("开始得早于", "begins before"),
        "overlapping": Said("大段重叠于", "runs far into"),
        "breaks_off": Said("没有编完", "breaks off"),
        "no_year": Said("没有写明是哪一年", "does not say of which year it is"),
        "gap": Said("漏了有事的月份", "leaves out months in which something is due"),
        "only_in_schedule": Said("只在行事历中出现，举措里没有", "only in the schedule, not in the measures"),
        "again_in_schedule": Said(
            "行事历的“职责”中又写了一遍，与举措中的不算同一项",
            "written again as duties of the schedule, so they are not those of the measures",
        ),
        "not_in_schedule": Said(
            "举措里写了月份，行事历中没有", "in the measures with a month, not in the schedule"
        ),
        "school": Said("学年", "the school year"),
        "calendar": Said("自然年", "the calendar year"),
        # keys of times and amounts, and forms to write instead
        "year_of_title": Said("与标题写的不符", "is not that of the title"),
        "year_of_order": Said(
            "是学年，各行却从春到秋排", "is a school year, but its lines run from spring to autumn"
        ),
        "year_of_period": Said("有几行不在所排的期间内", "has lines outside the period planned"),
        "key_at": Said("时点", "at"),
        "key_by": Said("截止", "by"),
        "key_after": Said("之后", "after"),
        "key_within": Said("期限", "within"),
        "key_at_least": Said("至少", "at_least"),
        "key_before": Said("之前", "before"),
        "key_during": Said("期间", "during"),
        "key_count": Said("数量", "count"),
        "key_share": Said("比例", "share"),
        "key_value": Said("值", "value"),
        "form_every": Said("{周期: 学期, 次数: 2}", "{every: semester, times: 2}"),
        "form_by": Said("{截止: 6月30日}", "{by: 6月30日}"),
        "form_within": Said("{之后: 印发, 期限: 30日}", "{after: issued, within: 30 days}"),
        "form_share": Said("{比例: 15%, 基数: 教师}", "{share: 15%, of: teacher}"),
        "form_per": Said("{数量: 1..2, 按: 次}", "{count: 1..2, per: time}"),
        "form_units": Said("{单位: [甲, 乙], 数量: 3}", "{units: [甲, 乙], count: 3}"),
        "form_many_units": Said("{单位: 4, 数量: 2..3}", "{units: 4, count: 2..3}"),
        "form_per_schools": Said("5所学校", "5 schools"),
        # what else can be done with an amount that cannot be read
        "amount_force": Said(
            "力争、原则上、鼓励、可以写在 `语气`（force）里，数额里只写多少",
            "say how strongly it is meant with `force`, and only how much in the amount",
        ),
        "amount_time": Said(
            "何时达到写在 `时间`（when）里，数额里只写多少",
            "say by when with `when`, and only how much in the amount",
        ),
        "amount_no_number": Said(
            "没有数目的要求，如“不低于平均水平”，写在 `备注`（note）里；数目未定的写 `待定`",
            "a demand without a number belongs in `note`; where the number is still open write `unspecified`",
        ),
        "amount_several": Said(
            "几项数额写成列表，各占一项，或用逗号隔开，每项都写全",
            "write several amounts as a list, one entry each",
        ),
        "amount_words": Said(
            "写成 `{数量: …, 按: …}` 或 `{比例: …, 基数: …}`，其余的话写在 `备注`（note）里",
            "write `{count: …, per: …}` or `{share: …, of: …}` and the rest in `note`",
        ),
        # what is left open of amounts, goals and the issue
        "no_base": Said("没有写是谁的几成", "does not say of whom it is a share"),
        "no_column": Said("在名册中没有对应的人数", "has no head count in the roster"),
        "goal_item": Said("目标中的小项", "part of a goal"),
        "issue_issued_by": Said("发文机关", "the issuer"),
        "issue_date": Said("成文日期", "the date"),
        "issue_number": Said("文号", "the document number"),
        "issue_to": Said("主送机关", "the receivers"),
        "issue_cc": Said("抄送机关", "who gets a copy"),
        "issue_copy_number": Said("份号", "the copy number"),
        "issue_secrecy": Said("密级", "the secrecy"),
        "issue_urgency": Said("紧急程度", "the urgency"),
        "issue_effective": Said("施行日期", "the day it takes effect"),
        "issue_expires": Said("失效日期", "the day it expires"),
        # how schools and clusters stand
        "two": Said("同时在两个里面", "in two at once"),
        "none": Said("哪一个都不在", "in none"),
        "may_overlap": Said(
            "确可兼属的，在学区类型上写 `可交叉: 是`（overlap: true）",
            "where two are meant, the type says `overlap: true`",
        ),
        "may_be_out": Said(
            "确不必都在的，在学区类型上写 `全覆盖: 否`（every_school: false）",
            "where not every school need be in one, the type says `every_school: false`",
        ),
        # what an expectation is about, and what it lacks
        "about_work": Said("职责或考核", "a duty or appraisal"),
        "about_actor": Said("主体", "an actor"),
        "about_cluster": Said("学区类型", "a cluster type"),
        "about_unit": Said("单位", "one cluster or school"),
        "about_finding": Said("问题", "a finding"),
        "about_absent": Said("没有的问题", "an absent finding"),
        "nobody": Said("无人", "nobody"),
        "nothing": Said("没有", "nothing"),
        "unspecified": Said("待定", "unspecified"),
        "needs_roster": Said("没有名册", "there is no roster"),
        "needs_period": Said("没有写明期间，也没有给出学年", "no period is planned and no school year given"),
        "needs_column": Said("名册中没有这个人数", "the roster has no such head count"),
        # why two clusters cannot merge
        "no_roster": Said("没有给出名册", "no roster is given"),
        "one_cluster": Said("它们是同一个", "they are one and the same"),
        "two_types": Said("它们不是同一类型", "they are of two types"),
        # what a source is to a scheme
        "repeals": Said("废止", "repealed"),
        "suspends": Said("暂停执行", "suspended"),
        "n_schools": Said("所学校", "schools"),
        "n_towns": Said("个乡镇", "towns"),
        "n_students": Said("名学生", "students"),
        "column_stage": Said("学段", "stage"),
        "column_kind": Said("类型", "kind"),
        "column_ownership": Said("性质", "ownership"),
        "column_area": Said("地域", "area"),
        "column_town": Said("乡镇", "town"),
        "column_county": Said("县区", "county"),
        "column_feeds": Said("升入", "feeds"),
        "column_campus_of": Said("本部", "campus_of"),
        "feeds_none": Said("没有对应到", "names no"),
        "feeds_two": Said("对应到不止一所", "names more than one"),
        "apart": Said("不得与它同校", "may not share schools with it"),
        "outside": Said("只能是外单位的学校", "takes schools from elsewhere only"),
        "school_not_in_roster": Said(
            "在方案中点了名，名册里没有", "named in the scheme and not in the roster"
        ),
        "unit_not_in_roster": Said(
            "在方案的名单里，名册中没有一所学校", "listed in the scheme, with no school in the roster"
        ),
        "unit_not_listed": Said("名册中有，方案的名单里没有", "in the roster and not in the scheme's list"),
        # what stands behind a source
        "standing_report": Said("是转述的报道", "a report about it"),
        "standing_excerpt": Said("只是节录", "an excerpt"),
        "number_without_year": Said("缺年份", "no year"),
        "number_brackets": Said("年份不在六角括号〔〕内", "the year is not in 〔〕"),
        "number_without_serial": Said("缺顺序号", "no serial number"),
        "number_leading_zero": Said("顺序号不编虚位", "a serial number with a leading zero"),
        "number_without_agency": Said("缺机关代字", "no agency in front"),
        "place": Said("另一个地方", "another place"),
        "year_named": Said("另一个年份", "another year"),
        # why a file cannot be read or written
        "no_such_file": Said("没有这个文件或文件夹", "there is no such file or folder"),
        "no_permission": Said("没有权限", "no permission"),
        "is_a_folder": Said("这是一个文件夹", "it is a folder"),
        "not_a_folder": Said("路径中有一段不是文件夹", "a part of the path is not a folder"),
        "no_space": Said("磁盘空间不足", "the disk is full"),
        "read_only": Said("所在磁盘只读", "the disk is read-only"),
    }
    | {key: Said(*pair) for key, pair in (COMPARED | WORD_TEMPLATES).items()}
)
