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
        code="TIM005",
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
