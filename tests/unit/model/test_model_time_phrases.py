"""What offices and laws write for times, kind by kind: all of it is read, and said so that it reads as the same."""

from __future__ import annotations

import pytest

from xuequ.model.time.reading import read_when
from xuequ.model.time.saying import say_when

RHYTHMS = """
每半年 每半年一次 半年一次 每季度末 每季度末月20日前 每季度首月10日前 每季度第一个月 每月月底前 每月5日前
每月上旬 每月中旬 每月15日和30日 每月1日、15日 每周一上午 每两周一次 两周一次 每周不少于2次 每天 每日
每日上午 每个工作日 每学期开学第一周 每学期第1周 每学期第二周周三下午 每学期期中 每学期期末前 每学期放假前
每学期结束后两周内 每学期至少1次 每学期不少于3次 每学期1—2次 每学期至少听课20节 每学年初 每学年第一学期
每学年度 每学年末前 每学年开学后一个月内 每年度 每年年底 每年12月底前 每年年初 每年一季度 每年第一季度
每年上半年 每年3月至4月 每年4月、10月 每年9月10日 每年暑假 每年寒暑假 每年春秋两季 每年至少1次
每年1次以上 每年不少于两次 每两年一次 每2年 每三年 每三年一轮 每3年至少一次 三年一轮 每五年 每5年一周期
每五年一个周期 每五年累计不少于360学时 每学年不少于72学时 每年不少于10天 一年一考核 一年一次 一学期一次
一学期两次 一月一调度 一季度一通报 按月 按学年 按年度 逐学期 逐季度 以年为单位 以学年为周期 以月为单位
"""
DATES = """
2025年 2025年内 2025年底 2025年年底前 2025年12月31日前 2025年9月1日起
2025年秋季学期 2025年秋季学期起 自2025年秋季学期起 2025年秋季开学前 2025年春季学期结束前
2025年上半年 2025年下半年 2025年第一季度 2025年3月底前 2025年6月中旬 2025年9—12月
2025年9月至2026年6月 2025年9月—2026年1月 2025—2026学年 2025-2026学年第一学期
2025-2026学年第二学期末 2025学年 到2027年 到2027年底 至2027年底 2027年底前
力争到2027年 力争2027年底前 截至2025年底 截止2025年12月31日 今年 今年底 今年年底前
今年秋季学期 明年 明年年底前 本年度 本年度内 本学年 本学年内 下学年 年底前 年底 年内 年初 年中 月底 月底前
月末 季末 季度末 学期初 学期中 学期末 学期结束前 学期结束后 学年初 学年末 学年结束时 期初 期末 开学 开学前
开学前两周 开学前一周内 开学后 开学后两周内 开学后一个月内 开学初 开学第一周 寒假 寒假期间 寒假前 暑假 暑假前
暑假期间 暑期 寒暑假 春节前 国庆节前 教师节前 六一儿童节前 五一前 元旦前 高考前 9月 九月份 9月份 9月上旬
9月中旬前 9月下旬 9月底 9月底前 9月20日 9月20日前 9月1日至7日 9月1—7日 9月1日-10月15日
9月至次年6月 10月-12月 3、6、9、12月 3月、6月、9月和12月 一季度 第一季度 二季度末 上半年 下半年
上半年、下半年各一次 7月底8月初 6月上中旬 十四五期间 “十四五”期间 “十四五”末 2023—2025年
2023年至2025年 三年内 3年内 用三年时间 未来三年 五年内 一年内
"""
EVENTS = """
印发后 印发之日起 印发之日起30日内 自印发之日起三十日内 本办法印发之日起30日内 本方案印发后一个月内
方案印发后10个工作日内 自施行之日起 施行后三年内 自公布之日起30日后 督导结束后 督导结束后10日内
督导结束后10个工作日内 督导结束之日起10日内 自督导结束之日起10日内 自督导结束之日起十个工作日内
在督导结束后十日内 于督导结束后十日内 督导工作结束后十日内 督导完成后10日内 督导后10日内 督导后次日 督导当日
督导当天 督导后当场 督导前 督导前3日 督导前3日内 督导前3个工作日 督导3日前 收到督导意见后 收到督导意见之日起
收到督导意见之日起5日内 自收到督导意见之日起5日内 收到督导意见书后15个工作日内 接到通知后3日内
接到督导意见书之日起十五日内 督导意见书送达之日起15日内 督导意见送达后10日内 自督导意见书下达之日起30日内
自作出决定之日起7日内 作出处理决定后7日内 受理之日起20日内 申请受理后20个工作日内 公示期满后 公示期满后5日内
公示结束后3个工作日内 公示无异议后 任期届满前 任期届满前30日 任期届满前30日内 任期届满三十日前 任期届满后
聘期届满前一个月 期限届满后10日内 整改期限届满后10日内 整改期满后5日内 整改结束后及时 整改完成后立即
督导后尽快 督导结束后适时 不早于开学前10日 不得早于督导前5日 不迟于督导前5日 不晚于督导后10日
最迟于督导后10日内 最晚在督导后15日内 考核结果公布后 考核结果公布后7日内 考核结束后一周内 每次督导后10日内
每次督导结束后10日内 每次会议后 每次会议结束后3日内 每次会议前 每次活动前3天 每次考试后一周内
督导结束后,专项督导五日内,综合督导十日内 专项督导结束后五日内、综合督导结束后十日内
专项督导后5日内，综合督导后10日内 自督导结束之日起，专项督导5个工作日内、综合督导10个工作日内
督导或者整改结束后10日内 督导、整改结束后10日内 事故发生后 事故发生后1小时内 突发事件发生后2小时内
发现问题后24小时内 学生入学后 学生入学后一个月内 新学期开学前 学校放假前
"""
LOOSE = """
及时 随时 适时 定期 不定期 随机 按需 视情 立即 即时 当场 事先 事前 事后 提前 逐年 逐步 分步 分批 分期
长期 长期坚持 常态化 常态 持续 日常 平时 经常 近期 尽快 尽早 全年 全过程 全程 每次 规定时限内 在规定时限内 规定时间内
规定期限内 限期 限时 按时 按期 如期 同步 同时 必要时 需要时 根据需要 任期内 在任期间 在校期间 课后 课余
课间
"""
#: These count from the day of issue or name days that no calendar here has.
OF_NO_CALENDAR = frozenset(
    ["春节前", "高考前", "三年内", "3年内", "用三年时间", "未来三年", "五年内", "一年内"]
)
#: These count from a place of the calendar.
OF_THE_CALENDAR = frozenset(["不早于开学前10日", "新学期开学前", "学校放假前"])


@pytest.mark.parametrize("text", (RHYTHMS + DATES + EVENTS + LOOSE).split())
def test_a_time_of_an_office_is_read_and_said(text: str) -> None:
    found = read_when(text)
    assert isinstance(found, tuple), found
    assert read_when("、".join(map(say_when, found))) == found
    assert all(say_when(when, "en") for when in found)


@pytest.mark.parametrize("text", RHYTHMS.split())
def test_what_comes_round_has_a_rhythm_and_no_event(text: str) -> None:
    found = read_when(text)
    assert isinstance(found, tuple)
    assert all(when.every and not when.event for when in found)


@pytest.mark.parametrize("text", sorted(set(DATES.split()) - OF_NO_CALENDAR))
def test_a_date_is_a_place_of_the_calendar(text: str) -> None:
    found = read_when(text)
    assert isinstance(found, tuple)
    assert all(when.places and not when.event for when in found)


@pytest.mark.parametrize("text", sorted(set(EVENTS.split()) - OF_THE_CALENDAR))
def test_an_event_is_named_without_the_words_around_it(text: str) -> None:
    found = read_when(text)
    assert isinstance(found, tuple)
    assert all(when.event and not when.places for when in found)
    assert not any(when.event.startswith(("自", "在", "于", "每次")) for when in found)
    assert not any(when.event.endswith(("之日", "后", "前", "内")) for when in found)
