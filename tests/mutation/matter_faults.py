"""Faults of goals, time, amounts, constraints, sources and issue: GOA, TIM, AMT, CON, SRC, DOC."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from mutation.duty_faults import UNJUDGED, cluster_file, entered, filled, organ, review, scheme, work
from mutation.faults import Kind, Planter, tried
from mutation.handles import duty, of, sound
from mutation.naming_faults import at_elements
from mutation.planting import CannotOccurError, Sheet
from mutation.running import Example
from xuequ.findings.finding import DocPath

LED = "name: 组织植入的工作, lead: <a>"
PERIOD = "2025-09-01"


SECTIONS = ("goals", "principles", "measures", "duties", "groups")


def counts(example: Example) -> Iterator[tuple[Sheet, DocPath, list[str]]]:
    """Elements with a number and just as many items."""
    for sheet in example.sheets:
        for path, element in (found for section in SECTIONS for found in sheet.elements(section)):
            items = element.get("items")
            if isinstance(items, list) and element.get("count") == len(items) and "open" not in element:
                yield sheet, path, items


def counted(example: Example) -> Iterator[Sheet]:
    """A stated number of items made one more than those listed."""
    return tried(partial(s.said, (*p, "count"), str(len(items) + 1)) for s, p, items in counts(example))


def emptied(example: Example) -> Iterator[Sheet]:
    """The first item of a counted list taken away."""

    def change(sheet: Sheet, path: DocPath, items: list[str]) -> Sheet:
        return sheet.said((*path, "items"), f"[{', '.join(items[1:])}]").on((*path, "count"))

    return tried(partial(change, *found) for found in counts(example))


def unclear(sheet: Sheet, path: DocPath) -> Sheet:
    """A remark that the source is unclear, where there is none."""
    element = sheet.value(path)
    if not isinstance(element, dict) or "unclear" in element:
        raise CannotOccurError("unclear as it is")
    return sheet.put(path, "unclear: 原文此处不清")


def dated(text: str, *steps: str, at: str = "") -> Planter:
    """Entries for a scheme that says from when to when it is in force."""

    def plant(example: Example) -> Sheet:
        changed = example.scheme.with_field(("issue",), "effective", PERIOD)
        changed = changed.with_field(("issue",), "expires", "2026-08-31")
        changed = entered(example, *steps, work(f"{LED}, when: {text}"), sheet=changed)
        return changed.at(at) if at else changed

    return lambda example: tried([lambda: plant(example)])


def amounts(example: Example) -> Iterator[Sheet]:
    changes = [
        partial(s.said, (*p, "amount"), "unspecified")
        for s in example.sheets
        for p, e in s.elements("duties")
        if e.get("amount", "unspecified") != "unspecified"
    ]
    return tried(changes)


def issued(fields: str, needle: str) -> Planter:
    """Fields of the issue, said anew."""

    def plant(example: Example) -> Sheet:
        changed = example.scheme
        for field in fields.split(", "):
            name, _, value = field.partition(": ")
            changed = changed.with_field(("issue",), name, value)
        return changed.on(("issue", needle))

    return lambda example: tried([lambda: plant(example)])


def many(number: int) -> tuple[str, ...]:
    """So many duties of one body in one month; the finding stands at the first."""
    rest = tuple(
        work(f"name: 第{n}项植入工作, lead: <a>, when: 3月", f"planted{n}") for n in range(1, number)
    )
    return (*rest, "line|planted1: ")


def source(fields: str) -> str:
    return f"sources|planted_source: {{name: 关于植入工作的通知, {fields}}}"


def merged(example: Example) -> Sheet:

    sheet, at = cluster_file(example)
    text = filled(
        example,
        "planted_rule: {name: 尊重法人学校办学自主权, clause: <clause>, protects: autonomy, for: <cluster>}",
    )
    if sheet.file == example.scheme.file:
        return sheet.entry(("constraints",), text).with_field(at, "legal", "merged").on((*at, "legal"))
    both = sheet.with_field(at, "legal", "merged").on((*at, "legal"))

    return replace(both, also=(example.scheme.entry(("constraints",), text),))


def elsewhere(example: Example) -> Sheet:
    level = {
        "ziyun": "平坝县教育局",
        "haibowan": "临河区教育局",
        "anyang": "安阳市教育局",
        "chengdu": "绵阳市教育局",
        "luoxi": "丰泽区教育局",
    }
    text = f"stray: {{name: {level[example.name]}, clause: {of(example).clause}}}"
    return entered(example, work("name: 组织植入的工作, lead: stray, when: 每学期末"), f"organs|{text}")


ROW = "{when: <when>, lead: <top>, clause: <clause>, duties: {<key>: 办理植入事项}}"


def rows(*times: str, complete: str = "", does: str = "") -> str:
    """A schedule of a school year, a row each."""
    held = ", ".join(
        ROW.replace("<when>", t).replace("<key>", f"row{n}").replace("办理植入事项", f"办理第{n}项植入事项")
        for n, t in enumerate(times)
    )
    return f"schedules|planted_table: {{name: 植入行事历, {complete}rows: [{held}]}}"


PAST = {"TIM105": "what was done in 2020 and 2023 lies before the period, too"}
APART = {"TIM109": "beside a phase with dates each one without is told by itself"}
REGATHERED = {
    "TIM101": "with more work that has a time, the holes are told measure by measure",
    "TIM102": "with more work that has a date, the loose ones are told one by one",
    "TIM103": "with one more without a period, they are told together",
}
UNDATED = dict.fromkeys(
    ("AMT106", "RES201"), "without the day of issue nobody can tell what was over by then"
)
ROWS = {"TIM111": "what the rows have, no measure has"}

GOA = (
    Kind("GOA101", "a number of items that is one too many", counted, most=3),
    Kind("GOA101", "an item left out of a counted list", emptied, {"REF103": "what served the item names nothing now"}, most=2),
    Kind("GOA102", "a goal that nothing serves", scheme("goals|planted_goal: {name: 植入的目标, clause: <clause>}"), joined=True),
    Kind("GOA103", "a measure that is only a name", scheme("measures|planted_measure: {name: 植入的举措, clause: <clause>}")),
    Kind("GOA104", "an open list short of its number", scheme("principles|planted_principle: {name: 植入三原则, count: 3, items: [甲, 乙], open: true, clause: <clause>}")),
    Kind("GOA110", "evidence that nobody draws up", scheme(review("植入的考核, assess: <a>, for: <b>, when: 每学年, <result>, criteria: {甲: {evidence: 植入监测报告}}"))),
    Kind("GOA111", "rules for an appraisal that nobody holds", scheme(work(f"{LED}, when: 每学期末, output: 植入工作评价指标")), {"RES216": "that nobody assesses is told where rules for it are drawn up"}, joined=True),
    Kind("GOA112", "a number nobody explains", scheme(work("name: 落实“4321”植入要求, lead: <a>, when: 每学期末"))),
    Kind("GOA115", "a number that nothing measures", scheme("goals|planted_goal: {name: 植入覆盖率达到97.3%, clause: <clause>}"), {"GOA102": "nothing serves it either"}, joined=True),
    Kind("GOA113", "forms that are only names", scheme(
        "clusters|loose: {name: 植入片组, each: county, overlap: true, clause: <clause>, members: {loose_school: {name: 片组学校}}, forms: {甲型: , 乙型: }}"),
        {"RES216": "the new kind of cluster is not assessed either", "ROS112": "nothing is named of the new kind of cluster"}),
    Kind("GOA105", "an open list of nothing", scheme("principles|planted_principle: {name: 植入原则, open: true, clause: <clause>}")),
)  # fmt: skip

TIM = (
    Kind("TIM001", "a time nobody can read", scheme(work(f"{LED}, when: 等风来时"))),
    Kind("TIM001", "a time of a duty that nobody can read", at_elements("duties", lambda s, p: s.with_field(p, "when", "改天")), most=2),
    Kind("TIM002", "a day the calendar does not have", scheme(work(f"{LED}, when: 2月30日"))),
    Kind("TIM003", "times that exclude each other", scheme(work(f"{LED}, when: {{every: month, times: 3, by: 15, at: 3}}"))),
    Kind("TIM004", "a calendar that cannot be read", lambda e: tried([lambda: e.scheme.entry((), "calendar: {school_year: 春天}")])),
    Kind("TIM005", "an end before the beginning", issued("effective: 2026-09-01, expires: 2025-09-01", "expires")),
    Kind("TIM006", "a date in another form", issued("date: 2025.8.20", "date"), UNDATED),
    Kind("TIM006", "a source's date nobody can read", at_elements("sources", lambda s, p: s.with_field(p, "date", "去年秋天")), most=2),
    Kind("TIM007", "a range that runs backwards", scheme(work(f"{LED}, when: 2025-09..2025-08"))),
    Kind("TIM101", "a duty without a time", scheme(work(LED)), joined=True),
    Kind("TIM102", "a duty done 定期", scheme(work(f"{LED}, when: 定期")), joined=True),
    Kind("TIM103", "an appraisal without a period", scheme(review("植入的考核, assess: <a>, for: <b>, criteria: [甲], <result>")), REGATHERED, joined=True),
    Kind("TIM104", "a date in a holiday", dated("2025-10-02"), PAST),
    Kind("TIM105", "a date after the end", dated("2027-03-05"), PAST),
    Kind("TIM106", "a time counted from something undated", scheme(
        work("name: 完成前置工作, lead: <a>, when: 及时", "before"), work(f"{LED}, when: 完成前置工作后10日内")),
        {"TIM102": "its precondition is only 及时"}, joined=False),
    Kind("TIM107", "due before its precondition", dated(
        "2025-10-10, needs: 完成前置工作", work("name: 完成前置工作, lead: <a>, when: 2025-12-10", "before")), PAST),
    Kind("TIM130", "work that lasts longer than the scheme", dated("2026-03-05, lasts: 3年"), PAST),
    Kind("TIM108", "phases the wrong way round", scheme(
        "phases|planted_first: {name: 甲阶段, when: 2026年3月1日至2026年3月31日, clause: <clause>}",
        "phases|planted_second: {name: 乙阶段, when: 2025年9月1日至2025年9月30日, clause: <clause>}"), APART),
    Kind("TIM109", "a phase without dates", scheme(
        "phases|planted_first: {name: 甲阶段, when: 2026年3月1日至2026年3月31日, clause: <clause>}",
        "phases|planted_second: {name: 乙阶段, clause: <clause>}"), APART, joined=True),
    Kind("TIM110", "a schedule that breaks off", scheme(rows("9月", "10月", complete="complete: false, ")), ROWS),
    Kind("TIM110", "a schedule with a month left out", scheme(
        work(f"{LED}, when: 11月"), rows("9月", "10月", "12月"), "line|when: 12月"), ROWS),
    Kind("TIM111", "work that only the schedule has", scheme(rows("9月", "10月")), {"TIM111": "what comes round every month is in none of its rows"}),
    Kind("TIM112", "another lead in the row", scheme(
        work("name: 组织植入的工作, lead: other_office, when: 9月"), organ("other_office", "name: 植入办公室, kind: office"),
        "schedules|planted_table: {name: 植入行事历, rows: [{when: 9月, lead: <top>, clause: <clause>, does: 组织植入的工作}]}")),
    Kind("TIM113", "a month with nine duties of one body", scheme(*many(10)), REGATHERED),
    Kind("TIM135", "sixteen occasions a month of one post", scheme(
        "posts|planted_post: {name: 植入专员, appointed_by: <a>, clause: <clause>}",
        *(work(f"name: 组织植入的工作{n}, lead: planted_post, when: 每周", f"weekly{n}") for n in "甲乙丙丁")), UNJUDGED | REGATHERED, joined=True),
    Kind("TIM114", "a district by school years, its schools by calendar years", scheme(
        review("甲考核, assess: <a>, for: <cluster>, when: 每学年, criteria: [甲], <result>", "first_review"),
        review("乙考核, assess: <a>, for: <cluster>/<member>, when: 每年, criteria: [甲], <result>")), {
        "RES206": "they were assessed before", "RES204": "the assessor is over what it set up", "TIM114": "the other appraisal of these keeps another clock, too", "RES216": "now that one kind of cluster is assessed, the others stand out",
        "RES255": "its assessor is one of each place"}),
    Kind("TIM115", "a calendar year among semesters", scheme(
        "duties|planted: {name: 组织植入的工作, <each>lead: <lead>, when: 每学期末}",
        "duties|again: {name: 组织另一项工作, <each>lead: <lead>, when: 每年}")),
    Kind("TIM116", "in force before it is issued", issued("date: 2025-08-20, effective: 2025-02-01", "effective"), {**UNDATED, **PAST}),
    Kind("TIM117", "work that waits for what waits for it", scheme(
        work("name: 完成前置工作, lead: <a>, when: 每学期末, needs: 组织植入的工作", "before"), work(f"{LED}, when: 每学期末, needs: 完成前置工作"), "line|before: ")),
    Kind("TIM118", "a row in another month than its duty", scheme(
        work(f"{LED}, when: 9月底前"),
        "schedules|planted_table: {name: 植入行事历, school_year: 2025, rows: [{when: 3月, clause: <clause>, does: 组织植入的工作}]}")),
    Kind("TIM009", "a schedule of another year than its title", scheme(
        work(f"{LED}, when: 9月"),
        "schedules|planted_table: {name: 2019-2020学年植入行事历, school_year: 2025, rows: [{when: 9月, clause: <clause>, does: 组织植入的工作}]}"),
        {"SRC106": "that year is long past when it is issued"}),
    Kind("TIM119", "a time counted from a name with a slip", scheme(
        work("name: 完成植入的摸底工作, lead: <a>, when: 每学期末", "before"), work(f"{LED}, when: 完成植入的摸地工作后10日内"))),
    Kind("TIM120", "a time counted from what is outside", scheme(work(f"{LED}, when: 植入省级专项验收通知下发后10日内")), joined=True),
    Kind("TIM121", "a term that is meant loosely", scheme(
        work(f"{LED.replace('<a>', 'planted_post')}, when: 每学期末"),
        "posts|planted_post: {name: 植入专员, appointed_by: <a>, term: 一般三年, clause: <clause>}"), UNJUDGED),
)  # fmt: skip

AMOUNT = f"{LED}, when: 每学期末, amount: "
AMT = (
    Kind("AMT001", "an amount nobody can read", scheme(work(AMOUNT + "许多许多"))),
    Kind("AMT002", "a range that ends before it begins", scheme(work(AMOUNT + "9..3"))),
    Kind("AMT005", "a number per nobody knows how many", scheme(work(AMOUNT + "{count: 1, per: 若干所学校}"))),
    Kind("AMT007", "a condition without bounds", lambda e: tried([lambda: duty(e, sound(e, "for: school, where: {教师: 约20}"))])),
    Kind("AMT006", "a rise to less", scheme(work(AMOUNT + "由95%提高到85%"))),
    Kind("AMT004", "a number and a share at once", scheme(work(AMOUNT + "{count: 3, share: 15%, of: teacher}"))),
    Kind("AMT101", "a share that is held nowhere", scheme("measures|planted_measure: {name: 植入的举措, clause: <clause>, duties: {begin: {name: 组织植入的工作, lead: <top>, when: 每学期末, amount: {share: 15%, of: teacher}}}}")),
    Kind("AMT102", "a share of nothing", scheme(work(AMOUNT + "{share: 15%, hold: county}"))),
    Kind("REF103", "a share of a group nobody declares", scheme(work(AMOUNT + "{share: 15%, of: 植入骨干, hold: county}"))),
    Kind("AMT110", "a share of more than all", scheme(work(AMOUNT + "{share: 150%, of: teacher, hold: county}"))),
    Kind("AMT111", "a share held at no level", scheme(work(AMOUNT + "{share: 15%, of: teacher, hold: <a>}"))),
    Kind("AMT103", "parts that exceed the total", scheme(work(AMOUNT + "{count: 4, of: teacher, split: [{units: [植入甲镇], count: 3}, {units: [植入乙镇], count: 3}]}"))),
    Kind("AMT104", "points that do not add up", scheme(review("植入的考核, assess: <a>, for: <b>, when: 每学年, <result>, criteria: {甲: {points: 40}, 乙: {points: 50}}"))),
    Kind("AMT121", "a number for each cluster or in all", scheme(
        "measures|planted_measure: {name: 植入创建, each: <cluster>, lead: <lead>, clause: <clause>, duties: {rooms: {name: 创建植入班级, when: 每学期末, amount: 300}}}")),
    Kind("AMT120", "two posts and three appointments", scheme(
        "posts|planted_post: {name: 植入专员, <each>count: 2, appointed_by: <a>, clause: <clause>}",
        work("name: 组织植入的工作, <each>lead: planted_post, when: 每学期末", "again"),
        work("name: 选聘植入专员, <each>lead: <a>, for: planted_post, when: 9月, amount: 3")), UNJUDGED),
    Kind("AMT112", "scoring over the full mark", scheme(review("植入的考核, assess: <a>, for: <b>, when: 每学年, <result>, criteria: {甲: {points: 40, score: {if: met, points: 60}}, 乙: {points: 60}}"))),
    Kind("AMT105", "a quota for one of two groups", scheme(
        "groups|planted_leaders: {name: 植入干部, clause: <clause>}",
        work(f"{LED}, for: [teacher, planted_leaders], when: 每学期末, amount: {{share: 15%, of: teacher, hold: county}}"))),
    Kind("AMT106", "a number nobody answers for", scheme(
        "measures|planted_measure: {name: 植入的举措, clause: <clause>, duties: {begin: {name: 组织植入的工作, when: 每学期末, amount: 12}}}"),
        {"RES201": "nobody leads it"}),
    Kind("AMT107", "an amount left open", scheme(work(AMOUNT + "unspecified"))),
    Kind("AMT107", "the amount of a duty taken away", amounts, {"AMT107": "without a quota beside it, this open amount is told by itself", "REF112": "nobody else speaks of who the amount was of"}),
    Kind("AMT125", "money from nobody knows where", scheme(work("name: 购置植入的设备, lead: <a>, when: 每学年, amount: 5万元")), joined=True),
    Kind("AMT108", "more than there are", scheme(work(AMOUNT + "{count: 999999, of: teacher}")), rows=True),
    Kind("AMT126", "a group of more than there are", scheme(
        work("name: 组织植入的工作, lead: <a>, for: planted_group, when: 每学期末"),
        "groups|planted_group: {name: 植入讲师团, of: teacher, count: 999999, clause: <clause>}"), rows=True),
    Kind("AMT109", "posts of which there are 若干", scheme(
        work("name: 组织植入的工作, lead: planted_post, when: 每学期末"),
        "posts|planted_post: {name: 植入专员, count: several, appointed_by: <a>, clause: <clause>}"), UNJUDGED),
)  # fmt: skip

CON = (
    Kind("CON101", "a lead that a constraint forbids", scheme(
        "constraints|planted_rule: {name: 不得自评, clause: <clause>, never: {who: <a>, edge: lead, whom: planted_group}}",
        "groups|planted_group: {name: 植入人员, clause: <clause>}",
        work(f"{LED}, for: planted_group, when: 每学期末"))),
    Kind("CON102", "a duty that touches what is protected", scheme(
        work(f"{LED}, when: 每学期末, touches: timetable"),
        "constraints|planted_rule: {name: 尊重课程表自主权, clause: <clause>, protects: timetable}"), {
        "CON102": "another constraint that protects autonomy covers it", "RES224": "another leads this matter there"}),
    Kind("CON103", "schools that merge and stay their own", lambda e: tried([lambda: merged(e)]), {"CON102": "the new constraint protects what duties there touch"}),
)  # fmt: skip

SRC = (
    Kind("SRC101", "an organ without a clause", scheme(work("name: 组织植入的工作, lead: bare, when: 每学期末"), "organs|bare: {name: 植入办公室, kind: office}")),
    Kind("SRC101", "an element whose clause was taken out", at_elements("goals", lambda s, p: s.without((*p, "clause"))), most=2),
    Kind("SRC102", "text that is unclear", at_elements("duties", unclear)),
    Kind("SRC103", "a source at second hand", scheme(source("issued_by: 某报, date: 2025-08-01, standing: report"))),
    Kind("SRC104", "a document number in square brackets", scheme(source("issued_by: 县人民政府办公室, date: 2025-08-01, number: '某政办[2025]12号'"))),
    Kind("SRC104", "a document number without a year", issued("number: 某教办12号", "number")),
    Kind("SRC105", "a source nobody has seen", scheme(source("issued_by: 县人民政府办公室, date: 2025-08-01, text: unspecified"))),
    Kind("SRC106", "a bureau of another place", lambda e: tried([lambda: elsewhere(e)])),
    Kind("SRC108", "a breach of a clause that nothing rests on", scheme(work("name: 处理植入事项, lead: <a>, for: school, when: 每学年, breach: 第九百九十条, clause: <clause>"))),
    Kind("SRC107", "a source without a date", scheme(source("issued_by: 县人民政府办公室, date: unspecified"))),
)  # fmt: skip

DOC = (
    Kind("DOC101", "a report every month", scheme(organ("above", "name: 上级主管局, kind: bureau"), work("name: 报送工作月报, lead: <a>, inform: above, when: 每月, output: 植入月报")), {"TIM111": "no row of the schedule has it"}),
    Kind("DOC102", "an issue left open", issued("effective: unspecified", "effective"), joined=True),
)  # fmt: skip
