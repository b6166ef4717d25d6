"""Findings about time."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="TIM001",
        slug="unreadable-time",
        level=Level.ERROR,
        zh=Text(message="看不懂时间 `{text}`", help="可以写成 `{nearest}`", label="不是已知的写法"),
        en=Text(
            message="`{text}` cannot be read as a time",
            help="write it like `{nearest}`",
            label="no known form fits",
        ),
    ),
    Entry(
        code="TIM002",
        slug="no-such-date",
        level=Level.ERROR,
        zh=Text(message="日历上没有 `{text}`", help="核对月份和日期", label="没有这一天"),
        en=Text(
            message="the calendar has no `{text}`", help="check the month and the day", label="no such day"
        ),
    ),
    Entry(
        code="TIM003",
        slug="times-that-exclude-each-other",
        level=Level.ERROR,
        zh=Text(message="{text} 不能同时使用", help="两个时间写成列表中的两项", label="与前一个相冲突"),
        en=Text(
            message="{text} cannot be used together",
            help="write two times as two entries of a list",
            label="conflicts with the one before",
        ),
    ),
    Entry(
        code="TIM004",
        slug="unreadable-calendar",
        level=Level.ERROR,
        zh=Text(message="校历中的 `{text}` 看不懂", help="可以写成 `{nearest}`", label="应为日期或起止日期"),
        en=Text(
            message="`{text}` in the calendar cannot be read",
            help="write it like `{nearest}`",
            label="expected a date or a first and last day",
        ),
    ),
    Entry(
        code="TIM101",
        slug="no-period",
        level=Level.NOTE,
        zh=Text(
            message="没有说明排到哪一年，只列月份，不列日期",
            help="在 `印发` 写明施行与失效日期，或写 `校历`，或用 --school-year 2025",
        ),
        en=Text(
            message="nothing says which year to plan, so months stand without dates",
            help="give `effective` and `expires` in `issue`, or a `calendar`, or use --school-year 2025",
        ),
    ),
    Entry(
        code="TIM102",
        slug="provisional-dates",
        level=Level.NOTE,
        zh=Text(
            message="{after} 之后的放假调休尚未公布，其后的日期为暂定",
            help="公布后更新，或在 `校历` 写明 休息日 与 调休",
        ),
        en=Text(
            message="no holiday list is published for after {after}; dates beyond it are provisional",
            help="update when it is, or give `rest` and `work` in `calendar`",
        ),
    ),
    Entry(
        code="TIM103",
        slug="only-loosely-timed",
        level=Level.WARNING,
        zh=Text(
            message="时间只写了“{text}”，排不出日期",
            help="写明周期或期限，例如 `{nearest}`",
            label="没有周期，也没有日期",
        ),
        en=Text(
            message="the only time given is `{text}`, which yields no date",
            help="give a rhythm or a date, for example `{nearest}`",
            label="neither a rhythm nor a date",
        ),
    ),
    Entry(
        code="TIM104",
        slug="date-on-a-rest-day",
        level=Level.WARNING,
        zh=Text(message="{date} 是休息日", help="固定日期不顺延；如需改动请改日期", label="这一天休息"),
        en=Text(
            message="{date} is a day of rest",
            help="a fixed date is never moved; change it if it should be another",
            label="nobody works that day",
        ),
    ),
    Entry(
        code="TIM105",
        slug="date-outside-the-period",
        level=Level.WARNING,
        zh=Text(message="{date} 不在 {first} 至 {last} 之内", help="核对日期与施行期限", label="在期限之外"),
        en=Text(
            message="{date} does not lie between {first} and {last}",
            help="check the date against the time the text is in force",
            label="outside the period",
        ),
    ),
    Entry(
        code="TIM106",
        slug="waits-for-an-undated-event",
        level=Level.NOTE,
        zh=Text(
            message="`{event}` 没有日期，这一时间只能有条件地列出",
            help="给 `{event}` 写明时间",
            label="取决于它",
        ),
        en=Text(
            message="`{event}` has no date, so this time is only conditional",
            help="give `{event}` a time",
            label="depends on it",
        ),
    ),
    Entry(
        code="TIM107",
        slug="expires-before-effective",
        level=Level.ERROR,
        zh=Text(message="失效日期早于施行日期：{text}", help="核对两个日期", label="早于施行日期"),
        en=Text(
            message="the text expires before it takes effect: {text}",
            help="check the two dates",
            label="earlier than `effective`",
        ),
    ),
)
