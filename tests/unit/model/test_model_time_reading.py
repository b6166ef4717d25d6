"""The short strings of a `when` and their mappings mean the same."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuequ.model.time.reading import FORMS, FORMS_IN_ENGLISH, read_when
from xuequ.model.time.saying import say_when
from xuequ.model.time.short import event_names, triggers
from xuequ.model.time.values import LOOSE, Length, Unit, When, as_written
from xuequ.model.unreadable import Unreadable


def whens(value: object) -> tuple[When, ...]:
    found = read_when(value)
    assert isinstance(found, tuple), found
    return found


@pytest.mark.parametrize(
    ("short", "mapping"),
    [
        ("每周五下午", {"every": "week", "at": "fri afternoon"}),
        ("每周六", {"every": "week", "at": "sat"}),
        ("每周二四六", [{"every": "week", "at": day} for day in ("tue", "thu", "sat")]),
        ("每周日", {"every": "week", "at": "sunday"}),
        ("每礼拜五", {"every": "week", "at": "fri"}),
        ("每周一至周五", {"every": "week", "at": "mon..fri"}),
        ("每天早上", {"every": "day", "at": "early_morning"}),
        ("每天8:00", {"every": "day", "at": "08:00"}),
        ("每月", {"every": "month"}),
        ("每个月", {"every": "month"}),
        ("每月一次", {"every": "month", "times": 1}),
        ("每月20日", {"every": "month", "at": 20}),
        ("每月28日前", {"every": "month", "by": 28}),
        ("每月底", {"every": "month", "at": "end"}),
        ("每两周", {"every": "2 weeks"}),
        ("每周五次", {"every": "week", "times": 5}),
        ("每季度", {"every": "quarter"}),
        ("每学期", {"every": "semester"}),
        ("每学期初", {"every": "semester", "at": "start"}),
        ("每学期开学", {"every": "semester", "at": "start"}),
        ("每学期末", {"every": "semester", "at": "end"}),
        ("每学期第三周", {"every": "semester", "at": "week 3"}),
        ("每学期五次以上", {"every": "semester", "times": "5.."}),
        ("每学期至少两次", {"every": "semester", "times": "2.."}),
        ("每学期1至2次", {"every": "semester", "times": "1..2"}),
        ("每学年", {"every": "school_year"}),
        ("每学年末", {"every": "school_year", "at": "end"}),
        ("每两学年", {"every": "2 school_years"}),
        ("每三至五年", {"every": "3..5 years"}),
        ("每年9月", {"every": "year", "at": "9月"}),
        ("每年6月30日前", {"every": "year", "by": "6月30日"}),
        ("9月", {"at": "9月"}),
        ("四月", {"at": "4月"}),
        ("9月至12月", {"at": "9月..12月"}),
        ("3—5月", {"at": "3月..5月"}),
        ("9月1日—15日", {"at": "9月1日..9月15日"}),
        ("6月上、中旬", {"at": "6月上中旬"}),
        ("7月底8月初", {"at": "7月底..8月初"}),
        ("8月中旬前", {"by": "8月中旬"}),
        ("5月22日12:00", {"at": "5月22日12:00"}),
        ("2025年9月", {"at": "2025-09"}),
        ("2025年9月1日", {"at": "2025-09-01"}),
        ("2025—2027年", {"at": "2025..2027"}),
        ("一季度", {"at": "第一季度"}),
        ("年初", {"at": "年初"}),
        ("寒假期间", {"during": "寒假"}),
        ("2025年9月起", {"since": "2025-09"}),
        ("9月起30日内", {"since": "9月", "within": "30 days"}),
        ("2025年9月起2026年3月", {"since": "2025-09", "at": "2026-03"}),
        ("2025年9月起常态化", {"since": "2025-09", "loose": "常态化"}),
        ("自2025年9月起每月", {"since": "2025-09", "every": "month"}),
        ("印发后10个工作日内", {"after": "issued", "within": "10 working_days"}),
        ("自印发之日起三十日内", {"after": "issued", "within": "30 days"}),
        ("施行后一年内", {"after": "effective", "within": "1 year"}),
        ("成立领导小组后两周内", {"after": "成立领导小组", "within": "2 weeks"}),
        ("考核前3日内", {"before": "考核", "within": "3 days"}),
        ("阶段:实施", {"during": "实施"}),
        ("按季度", {"every": "quarter"}),
        ("逐月", {"every": "month"}),
        ("逐年", {"every": "year"}),
        ("以学期为单位", {"every": "semester"}),
        ("以季度为节点", {"every": "quarter"}),
        ("一月一次", {"every": "month", "times": 1}),
        ("一季一通报", {"every": "quarter", "times": 1}),
        ("每月至少召开一次", {"every": "month", "times": "1.."}),
        ("每五年360学时", {"every": "5 years", "times": "360学时"}),
        ("每学年不少于72学时", {"every": "school_year", "times": "不少于72学时"}),
        ("每学期开学后两周内", {"every": "semester", "since": "start", "within": "2 weeks"}),
        ("每学期结束前一周内", {"every": "semester", "by": "end", "within": "1 week"}),
        ("每季度结束后15日内", {"every": "quarter", "since": "end", "within": "15 days"}),
        ("每学期期中考试后一周内", {"every": "semester", "after": "期中考试", "within": "1 week"}),
        ("到2025年底", {"by": "2025年底"}),
        ("至2027年", {"by": "2027"}),
        ("不迟于9月底", {"by": "9月底"}),
        ("最迟10月15日前", {"by": "10月15日"}),
        ("不早于9月1日", {"since": "9月1日"}),
        ("年内", {"by": "年底"}),
        ("本学期内", {"at": "本学期"}),
        ("在2025年9月", {"at": "2025-09"}),
        ("教师节前", {"before": "教师节"}),
        ("每年5月、11月各一次", {"every": "year", "at": ["5月", "11月"], "times": 1}),
        ("2026年11月30日前完成", {"by": "2026年11月30日"}),
        ("收到反馈单的5日内", {"after": "收到反馈单", "within": "5 days"}),
        ("每月最后一个星期五", {"every": "month", "at": "最后一个周五"}),
        ("每月第二个工作日前", {"every": "month", "by": "第二个工作日"}),
        ("每学年第二学期第四周", {"every": "school_year", "at": "第二学期第4周"}),
        ("起步期间每月10日前", {"every": "month", "by": 10, "during": "起步"}),
        ("起步阶段期间每月10日前", {"every": "month", "by": 10, "during": "起步阶段"}),
        ("起步阶段期间每周五", {"every": "week", "at": "fri", "during": "起步阶段"}),
        ("起步阶段内每周五", {"every": "week", "at": "fri", "during": "起步阶段"}),
        ("起步阶段期间", {"during": "起步阶段"}),
        ("起步阶段每两周", {"every": "2 weeks", "during": "起步阶段"}),
        ("9月至11月期间每周五", {"every": "week", "at": "fri", "during": "9月至11月"}),
        ("抽查后2个月内每月", {"every": "month", "after": "抽查", "within": "2 months"}),
        ("十四五期间", {"during": "2021年..2025年"}),
        ("“十五五”末", {"at": "2030年底"}),
        ("2025年秋季学期开学前", {"by": "2025年秋季学期初"}),
        ("2025—2026学年下学期", {"at": "2025学年第二学期"}),
        ("开学第一周", {"at": "第1周"}),
        ("5月22日8:00至12:00", {"at": "5月22日8:00..5月22日12:00"}),
        ("自2021年1月1日起", {"since": "2021-01-01"}),
        ("开学后两周内", {"since": "开学", "within": "2 weeks"}),
        ("开学前15日", {"by": "开学", "at_least": "15 days"}),
        ("学期结束前十日内", {"by": "学期末", "within": "10 days"}),
        ("三年内", {"after": "issued", "within": "3 years"}),
        ("三至五年内", {"after": "issued", "within": "5 years"}),
        ("本办法公布后半年内", {"after": "issued", "within": "6 months"}),
        ("实地督导后30日内", {"after": "实地督导", "within": "30 days"}),
        ("自实地督导结束之日起三十日内", {"after": "实地督导结束", "within": "30 days"}),
        ("自实地督导结束之日起，三十日内", {"after": "实地督导结束", "within": "30 days"}),
        ("在实地督导后三十日以内", {"after": "实地督导", "within": "30 days"}),
        ("于反馈之日起一个月内", {"after": "反馈", "within": "1 month"}),
        ("收到督导意见之日起五日内", {"after": "收到督导意见", "within": "5 days"}),
        ("自查后5日内", {"after": "自查", "within": "5日"}),
        ("自查前", {"before": "自查"}),
        ("在自评结束后5日内", {"after": "自评结束", "within": "5日"}),
        ("自印发后5日内", {"after": "issued", "within": "5日"}),
        ("自收到督导意见之次日起5个工作日内", {"after": "收到督导意见", "within": "5 working_days"}),
        ("每次随访后3日内", {"after": "随访", "within": "3 days"}),
        ("事故报告后2小时内", {"after": "事故报告", "within": "2 hours"}),
        ("随访当日", {"after": "随访", "within": "当日"}),
        ("随访次日内", {"after": "随访", "within": "次日"}),
        ("随访结束后", {"after": "随访结束"}),
        ("随访后及时", {"after": "随访", "loose": "及时"}),
        ("随访前", {"before": "随访"}),
        ("随访前3个工作日", {"before": "随访", "at_least": "3 working_days"}),
        ("聘期届满三十日前", {"before": "聘期届满", "at_least": "30 days"}),
        ("聘期届满前30日内", {"before": "聘期届满", "within": "30 days"}),
        ("不早于随访前10日", {"before": "随访", "within": "10 days"}),
        ("不迟于随访前10日", {"before": "随访", "at_least": "10 days"}),
        ("不早于公示后7日", {"after": "公示", "at_least": "7 days"}),
        ("最迟随访后7日内", {"after": "随访", "within": "7 days"}),
        ("印发30日后", {"after": "issued", "at_least": "30 days"}),
        ("公示满7日后", {"after": "公示", "at_least": "7 days"}),
        ("挂职满半年后", {"after": "挂职", "at_least": "6 months"}),
        (
            "自随访结束之日起，专题随访五日内、全面随访十日内",
            {"after": "随访结束", "within": {"专题随访": "5日", "全面随访": "10日"}},
        ),
        ("定期", {"loose": "定期"}),
    ],
)
def test_a_short_string_is_parsed_into_the_mapping(short: str, mapping: Mapping[str, object]) -> None:
    assert read_when(short) == read_when(mapping)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3月、9月", ["3月", "9月"]),
        ("3、9月", ["3月", "9月"]),
        ("每年3月、9月", ["每年3月", "每年9月"]),
        ("每周一、三、五", ["每周一", "每周三", "每周五"]),
        ("每学期初、末", ["每学期初", "每学期末"]),
        ("每月、每学期末", ["每月", "每学期末"]),
        ("定期或不定期", ["定期", "不定期"]),
        ("6月10日、20日", ["6月10日", "6月20日"]),
    ],
)
def test_several_in_one_string_are_their_union(text: str, parts: list[str]) -> None:
    assert whens(text) == whens(parts)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_that_is_offered_can_be_read(form: str) -> None:
    assert whens(form)


@pytest.mark.parametrize("value", ["每学期末一万亿", "每月5000次", {"every": "week", "times": 10**12}])
def test_nobody_does_a_thing_thousands_of_times(value: object) -> None:
    assert isinstance(read_when(value), Unreadable)


@pytest.mark.parametrize(
    "text",
    [
        "", "随缘", "yearly", "每隔两周", "每半月", "每三五天", "周五", "下午", "3年", "28", "每月9月", "后三日内",
        "每季度20日", "每天周五", "每学期2025年", "阶段:", "十日内", "每小时", "督导后三十日",
    ],
)  # fmt: skip
def test_what_no_form_fits_is_unreadable_and_never_loose(text: str) -> None:
    found = read_when(text)
    assert isinstance(found, Unreadable)
    assert (found.code, found.text) == ("TIM001", text)
    assert found.nearest


def test_the_nearest_forms_share_most_with_what_was_written() -> None:
    found = read_when("每隔两周")
    assert isinstance(found, Unreadable)
    assert found.nearest[0] == "每两周"


@pytest.mark.parametrize("text", ["13月", "2月30日", "9月31日", "2026-02-29", "五季度", "9月1日25:00"])
def test_a_date_the_calendar_does_not_have_is_its_own_finding(text: str) -> None:
    found = read_when(text)
    assert isinstance(found, Unreadable)
    assert found.code == "TIM002"


@pytest.mark.parametrize(
    ("mapping", "code", "path"),
    [
        ({"at": "9月", "by": "10月"}, "TIM003", ("by",)),
        ({"after": "x", "before": "y"}, "TIM003", ("before",)),
        ({"every": "fortnight"}, "TIM001", ("every",)),
        ({"at": "start"}, "TIM001", ("at",)),
        ({"every": "month", "times": "许多次"}, "AMT001", ("times",)),
        ({"every": "month", "times": "3名"}, "AMT001", ("times",)),
        ({"within": "10 days"}, "TIM001", ()),
        ({"after": "issued", "within": "soon"}, "TIM001", ("within",)),
        ({"every": "week", "days": "friday"}, "TIM001", ("days",)),
        ({"evry": "week"}, "TIM001", ("evry",)),
        ({}, "TIM001", ()),
    ],
)
def test_a_mapping_that_cannot_be_read_says_where(
    mapping: Mapping[str, object], code: str, path: tuple[str, ...]
) -> None:
    found = read_when(mapping)
    assert isinstance(found, Unreadable)
    assert (found.code, found.path) == (code, path)


def test_a_problem_in_a_list_is_found_at_its_entry() -> None:
    found = read_when(["每月", {"every": "month", "at": "随便"}])
    assert isinstance(found, Unreadable)
    assert found.path == (1, "at")


def test_an_unspecified_field_is_named_and_empty() -> None:
    (found,) = whens({"every": "semester", "at": "unspecified"})
    assert found.unspecified == {"at"}
    assert found.at is None


def test_a_second_month_before_the_first_is_in_the_year_after() -> None:
    (found,) = whens("2025年9月至次年1月")
    assert found.at is not None
    assert (found.at.first.year, found.at.last.year) == (2025, 2026)
    assert whens("2025年9月至1月") == (found,)


def test_full_width_signs_and_spaces_change_nothing() -> None:
    assert whens("５月２２日 １２：００") == whens("5月22日12:00")


@pytest.mark.parametrize("value", [None, 3, True])
def test_other_values_are_no_times(value: object) -> None:
    assert isinstance(read_when(value), Unreadable)


UNITS = st.sampled_from(["天", "周", "月", "季度", "学期", "学年", "年", "半年", "旬"])
NUMBERS = st.sampled_from(["", "两", "3", "十二", "2至3", "三至五"])
PLACES = {
    "周": ["", "五", "六下午", "日", "一至周五", "初", "末"],
    "月": ["", "20日", "28日前", "底", "上旬", "1日至5日", "第二周"],
    "学期": ["", "初", "末", "末前", "第三周", "第三周周五", "中"],
    "学年": ["", "末", "9月", "6月30日前", "初"],
    "年": ["", "9月", "6月30日前", "12月底前", "一季度", "上半年", "寒假", "底"],
    "天": ["", "早上", "8:00 "],
}
TIMES = st.sampled_from(["", "2次", "两次以上", "至少三次", "1至2次"])


@given(NUMBERS, UNITS, st.data(), TIMES)
def test_a_rhythm_said_in_chinese_reads_as_the_same(
    number: str, unit: str, data: st.DataObject, times: str
) -> None:
    place = data.draw(st.sampled_from(PLACES.get(unit, [""])))
    counted = "个" if number and unit in ("月", "季度", "半年") else ""
    found = whens(f"每{number}{counted}{unit}{place}{times}")
    assert whens("、".join(map(say_when, found))) == found


MONTHS = st.integers(1, 12)
PORTIONS = st.sampled_from(["", "初", "中", "底", "上旬", "中旬", "下旬", "上中旬", "中下旬", "15日"])
YEARS = st.sampled_from(["", "2025年"])


@given(YEARS, MONTHS, PORTIONS, MONTHS, PORTIONS, st.sampled_from(["", "前", "期间", "起"]))
def test_a_stretch_of_months_in_short_equals_its_mapping(
    year: str, first: int, portion: str, last: int, ending: str, suffix: str
) -> None:
    field = {"": "at", "前": "by", "期间": "during", "起": "since"}[suffix]
    start, end = f"{year}{first}月{portion}", f"{last}月{ending}"
    found = whens(f"{start}至{end}{suffix}")
    # What is due before the last ten days is due earlier than what is due by them.
    assert (found == whens({field: f"{start}..{end}"})) is ((suffix, ending) != ("前", "下旬"))
    assert whens("、".join(map(say_when, found))) == found


@given(st.text(max_size=12) | st.text("每两三天周月学期年初末前至第一0128日次个后内、", max_size=12))
def test_any_text_is_a_time_or_unreadable(text: str) -> None:
    assert isinstance(read_when(text), tuple | Unreadable)


def test_english_words_are_shown_forms_in_english() -> None:
    said = read_when("early September")
    assert isinstance(said, Unreadable)
    assert all(each.isascii() for each in said.nearest)


@pytest.mark.parametrize("form", [form for form in FORMS_IN_ENGLISH if not form.startswith("{")])
def test_every_english_form_that_is_shown_can_be_read(form: str) -> None:
    assert not isinstance(read_when(form), Unreadable)


@pytest.mark.parametrize(
    ("value", "path", "nearest"),
    [
        ("2025-09..2025-08", (), "2025年8月至2025年9月"),
        ("2026年3月至2025年9月", (), "2025年9月至2026年3月"),
        ("9月20日至9月10日", (), "9月10日至9月20日"),
        ("2025-09-01..2025-08-31前", (), "2025年8月31日至2025年9月1日前"),
        ({"during": "2025-09..2025-08"}, ("during",), "2025年8月至2025年9月期间"),
        (["每月", "2025-09..2025-08"], (1,), "2025年8月至2025年9月"),
    ],
)
def test_a_range_that_runs_backwards_is_told_with_the_right_one(
    value: object, path: tuple[str | int, ...], nearest: str
) -> None:
    found = read_when(value)
    assert isinstance(found, Unreadable)
    assert (found.code, found.path, found.nearest) == ("TIM007", path, (nearest,))


@pytest.mark.parametrize(
    "text", ["9月至8月", "2025年9月至8月", "每月20日至10日", "2025-09..2025-09", "2025-09-20..2025-09"]
)
def test_a_range_may_run_into_the_next_year_or_month(text: str) -> None:
    assert isinstance(read_when(text), tuple)


@pytest.mark.parametrize("word", LOOSE)
def test_a_word_that_gives_no_date_is_read_as_it_stands(word: str) -> None:
    assert whens(word) == (When(loose=word),)


@pytest.mark.parametrize(
    ("text", "tenor"),
    [
        ("原则上每学期一次", "原则上"),
        ("每学期一般一次", "一般"),
        ("力争2025年底前", "力争"),
        ("9月中旬左右", "左右"),
    ],
)
def test_how_firmly_a_time_is_meant_is_kept(text: str, tenor: str) -> None:
    (found,) = whens(text)
    assert found.tenor == tenor
    assert found != whens(text.replace(tenor, ""))[0]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("十日内", "印发后十日内"),
        ("年底逐项对账", "年底"),
        ("周五下午", "每周五下午"),
        ("公示后十日", "公示后十日内"),
        ("每半月", "每月两次"),
        ("总结阶段", "阶段:总结"),
        ("天晴", "每学期"),
    ],
)
def test_advice_says_what_is_meant(text: str, nearest: str) -> None:
    found = read_when(text)
    assert isinstance(found, Unreadable)
    assert found.nearest[0] == nearest


def test_several_events_are_each_one_by_itself() -> None:
    said = {"after": ["随访", "整改"], "within": "10日"}
    assert [when.after for when in whens(said)] == ["随访", "整改"]
    assert [when.after for when in whens("随访后10日内、整改后5日内")] == ["随访", "整改"]


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ("收到随访意见", "随访意见"),
        ("全面随访结束", "全面随访"),
        ("随访意见书送达", "随访意见书"),
        ("完成整改", "整改"),
        ("公示期满", "公示"),
        ("整改期限届满", "整改"),
    ],
)
def test_an_event_is_about_work_or_an_output(event: str, name: str) -> None:
    assert event_names(event)[0] == event
    assert name in event_names(event)


def test_an_event_of_several_is_about_each_of_them() -> None:
    known = {"随访": 1, "整改": 2, "研修和交流": 3}
    assert triggers("随访或整改结束", known.get) == (1, 2)
    assert triggers("研修和交流结束", known.get) == (3,)
    assert triggers("随访或验收结束", known.get) == ()


@pytest.mark.parametrize("part", ["3月、", "督导后3日内、", "每", "后", "1、", "前3日", "至"])
def test_reading_takes_time_in_line_with_the_length(part: str) -> None:
    read_when(part * 3000)


def test_a_name_that_begins_with_since_is_looked_for_with_it_first() -> None:
    assert event_names("自查结束") == ("自查结束", "自查", "查", "查结束")
    assert event_names("自收到意见")[:2] == ("自收到意见", "收到意见")


def test_a_day_of_this_month_or_the_next_is_a_day_and_no_distance() -> None:
    (when,) = whens("下月5日前")
    assert when.by is not None
    assert (when.by.last.day, when.by.last.of, when.at_least) == (5, Unit.MONTH, None)
    assert isinstance(read_when("2025年下旬"), Unreadable)


def test_several_times_of_one_string_are_written_once() -> None:
    whens = read_when(["寒暑假", "每年4月、10月", "每月"])
    assert isinstance(whens, tuple)
    assert as_written(whens) == ("寒暑假", "每年4月、10月", "每月")


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("2027年前", ("2027年底前", "2026年底前")),
        ("2027学年前", ("2027学年底前", "2026学年底前")),
        ("明年前", ("明年底前",)),
        ("当月", ("每月", "本月")),
        ("当年6月底前", ("每年6月底前", "本年6月底前")),
        ("不少于3个工作日", ("时长: 不少于3个工作日",)),
        ("为期两周", ("时长: 两周",)),
        ("不超过40分钟", ("时长: 不超过40分钟",)),
        ("at least 3", None),
    ],
)
def test_what_can_be_read_two_ways_is_not_read_and_a_length_belongs_elsewhere(
    text: str, nearest: tuple[str, ...] | None
) -> None:
    read = read_when(text)
    assert isinstance(read, Unreadable)
    assert nearest is None or read.nearest == nearest


def test_up_to_a_year_is_up_to_its_end() -> None:
    assert read_when("到2027年") == read_when("2027年底前") == read_when({"by": 2027})
    assert isinstance(read_when({"before": "2027年"}), Unreadable)


def test_the_fewer_of_two_numbers_of_days_is_kept() -> None:
    assert read_when("抽查后3至8日内") == read_when({"after": "抽查", "within": "3..8 days"})
    assert read_when("抽查后3至8日内") != read_when("抽查后8日内")
    assert isinstance(read_when("抽查后8至3日内"), Unreadable)


def test_a_limit_that_is_part_of_what_it_limits_is_to_its_end() -> None:
    assert read_when("不迟于9月下旬") == read_when({"by": "9月下旬"}) == read_when("9月底前")
    assert read_when("不迟于教师节") == read_when({"by": "9月10日"})
    assert read_when("9月下旬前") != read_when("9月底前")


@pytest.mark.parametrize(
    "text",
    ["挂职满3个月后10日内", "挂职满三个月后，十日内", "自挂职满3个月之日起10日内", "挂职满3个月起10日内"],
)
def test_a_limit_may_begin_when_a_length_of_time_since_an_event_is_full(text: str) -> None:
    (when,) = whens(text)
    assert (when.after, when.at_least, when.within) == ("挂职", _length(3, Unit.MONTH), _length(10, Unit.DAY))
    assert when.from_the_day
    assert say_when(when) == "挂职满3个月后10日内"
    assert say_when(when, "en") == "within 10 days from 3 months after 挂职"


def test_a_length_of_time_behind_what_is_over_itself_is_left_in_the_name_of_the_event() -> None:
    (when,) = whens("公示期满5日后3日内")
    assert (when.after, when.at_least) == ("公示期满5日", None)


def _length(number: int, unit: Unit) -> Length:
    return Length(number=number, unit=unit)
