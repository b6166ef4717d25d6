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
        zh=Text(
            message="日历上没有 `{text}`",
            help="核对月份和日期；这个月到 `{nearest}` 为止",
            label="没有这一天",
        ),
        en=Text(
            message="the calendar has no `{text}`",
            help="check the month and the day; that month ends on `{nearest}`",
            label="no such day",
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
    Entry(
        code="TIM006",
        slug="unreadable-date",
        level=Level.ERROR,
        zh=Text(message="看不懂日期 `{text}`", help="写成 `{nearest}`", label="应为一个日期"),
        en=Text(
            message="`{text}` cannot be read as a date", help="write `{nearest}`", label="expected a date"
        ),
    ),
    Entry(
        code="TIM007",
        slug="range-runs-backwards",
        level=Level.ERROR,
        zh=Text(
            message="起止时间写反了：`{text}`",
            help="先写起，后写止；是不是 `{nearest}`？",
            label="止在起之前",
        ),
        en=Text(
            message="`{text}` runs backwards",
            help="write the beginning before the end; did you mean `{nearest}`?",
            label="ends before it begins",
        ),
    ),
    Entry(
        code="TIM008",
        slug="not-in-force-in-the-year-asked-for",
        level=Level.ERROR,
        zh=Text(
            message="指定的年度 {text} 不在施行期间（{nearest}）内",
            help="换成施行期间内的学年或年度；不指定则按整个施行期间排",
            label="施行期间到不了这一年",
        ),
        en=Text(
            message="the text is not in force ({nearest}) in {text}, the year asked for",
            help="ask for a year in which it is; without one the whole period is planned",
            label="does not reach that year",
        ),
    ),
    Entry(
        code="TIM009",
        slug="table-of-another-year",
        level=Level.WARNING,
        zh=Text(
            message="行事历 `{name}` 的年度 {year} {how}：{other}",
            help="核对 `年度`（year）或 `学年`（school_year）、标题和各行的月份；不在本期内的行不排入，也不会挪到本期",
            label="年度对不上",
        ),
        en=Text(
            message="the year {year} of the schedule `{name}` {how}: {other}",
            help="check `year` or `school_year`, the title and the months; lines of another time are left out, never moved",
            label="of another year",
        ),
    ),
    Entry(
        code="TIM101",
        slug="no-time",
        level=Level.WARNING,
        zh=Text(
            message="没有写时间：`{names}`（{total} 项职责中的 {count} 项）",
            help="在举措上统一写，或逐项写明 `时间`（when）：周期如“每学期末”，期限如“9月底前”",
            label="没有周期，也没有期限",
        ),
        en=Text(
            message="no time is given for `{names}` ({count} of {total} duties)",
            help="give `when` at the measure or duty: a rhythm such as 每学期末, or a date such as 9月底前",
            label="neither a rhythm nor a date",
        ),
    ),
    Entry(
        code="TIM102",
        slug="only-loose",
        level=Level.WARNING,
        zh=Text(
            message="时间只写了 {words}，排不出日期：`{names}`",
            help="写明周期或期限，如“每学期两次”“印发后30日内”；本来就不定期的，照原文写即可",
            label="没有周期，也没有日期",
        ),
        en=Text(
            message="only {words} is said of when, which yields no date: `{names}`",
            help="give a rhythm or a date, such as 每学期两次 or 印发后30日内; leave it where no time is meant",
            label="neither a rhythm nor a date",
        ),
    ),
    Entry(
        code="TIM103",
        slug="appraisal-without-period",
        level=Level.WARNING,
        zh=Text(
            message="没有写明多久考核一次：`{names}`",
            help="写明 `时间`（when），如“每学年”",
            label="没有周期",
        ),
        en=Text(
            message="it is not said how often these appraisals are made: `{names}`",
            help="give `when`, such as 每学年",
            label="no period",
        ),
    ),
    Entry(
        code="TIM104",
        slug="date-on-a-rest-day",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的日期 {dates} 是休息日",
            help="固定日期不顺延；需要改动的请改日期",
            label="这一天休息",
        ),
        en=Text(
            message="{dates} of `{name}` is a day of rest",
            help="a fixed date is never moved; change it if it should be another",
            label="nobody works that day",
        ),
    ),
    Entry(
        code="TIM105",
        slug="date-outside-the-period",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的时间 {text} 不在施行期限 {first} 至 {last} 之内",
            help="核对日期与施行、失效日期",
            label="在期限之外",
        ),
        en=Text(
            message="{text}, when `{name}` is due, does not lie between {first} and {last}",
            help="check it against the days the text takes effect and expires",
            label="outside the period",
        ),
    ),
    Entry(
        code="TIM106",
        slug="waits-for-an-undated-event",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的时间从 `{event}` 算起，而 `{event}` 没有日期",
            help="给 `{event}` 写明时间",
            label="取决于它",
        ),
        en=Text(
            message="the time of `{name}` counts from `{event}`, which has no date",
            help="give `{event}` a time",
            label="depends on it",
        ),
    ),
    Entry(
        code="TIM107",
        slug="due-before-its-precondition",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 要在前提 `{before}` 完成之前做完",
            help="把时间改到前提之后，或提前完成前提",
            label="早于前提",
        ),
        en=Text(
            message="`{name}` is due before its precondition `{before}`",
            help="move it behind its precondition, or bring the precondition forward",
            label="earlier than what it needs",
        ),
    ),
    Entry(
        code="TIM108",
        slug="phases-out-of-order",
        level=Level.WARNING,
        zh=Text(
            message="阶段 `{name}` {how}上一阶段 `{before}`",
            help="调整起止时间，或按先后调换次序",
            label="次序不对",
        ),
        en=Text(
            message="the phase `{name}` {how} `{before}`, which stands in front of it",
            help="mend the dates, or put the phases in their order",
            label="does not follow",
        ),
    ),
    Entry(
        code="TIM109",
        slug="phase-without-dates",
        level=Level.WARNING,
        zh=Text(
            message="没有写明起止时间的阶段：`{names}`",
            help="写明每个阶段的起止时间，如“2025年9月至2026年1月”；有 {waiting} 项职责的时间取决于这些阶段",
            label="没有起止时间",
        ),
        en=Text(
            message="phases without dates: `{names}`",
            help="say from when to when each lasts, such as 2025年9月至2026年1月; the time of {waiting} duties depends on them",
            label="no dates",
        ),
    ),
    Entry(
        code="TIM110",
        slug="schedule-breaks-off",
        level=Level.WARNING,
        zh=Text(
            message="行事历 `{name}` {how}",
            help="印发前补齐；最后一行是 {last}；缺 {missing}",
        ),
        en=Text(
            message="the schedule `{name}` {how}",
            help="complete it before it is issued; its last row is {last}; it lacks {missing}",
        ),
    ),
    Entry(
        code="TIM111",
        slug="measures-and-schedule-apart",
        level=Level.NOTE,
        zh=Text(
            message="{how}：`{names}`",
            help="在举措中补上这项职责，或在行事历中用 `包括`（does）引用它",
            label="两处不一致",
        ),
        en=Text(
            message="{how}: `{names}`",
            help="add the duty to a measure, or name it in the schedule with `does`",
            label="the two do not agree",
        ),
    ),
    Entry(
        code="TIM112",
        slug="another-lead-in-the-row",
        level=Level.ERROR,
        zh=Text(
            message="行事历中 `{name}` 由 {row} 负责，举措中由 {lead} 牵头",
            help="两处写成同一个单位",
            label="与举措不同",
        ),
        en=Text(
            message="the schedule gives `{name}` to {row}, the measure to {lead}",
            help="name the same body in both",
            label="another lead than in the measure",
        ),
    ),
    Entry(
        code="TIM113",
        slug="month-overloaded",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 在 {month} 月牵头 {count} 项，超过 {most} 项",
            help="错开时间，或分给别的单位",
            label="这个月太集中",
        ),
        en=Text(
            message="`{name}` leads {count} duties in month {month}, more than {most}",
            help="spread them, or give some to others",
            label="too much in one month",
        ),
    ),
    Entry(
        code="TIM114",
        slug="clocks-apart",
        level=Level.WARNING,
        zh=Text(
            message="`{first}` 按{one}，`{second}` 按{other}，两者的对象相关而周期对不上",
            help="统一按学年或自然年；确需不同的，写明取哪一年的结果",
            label="周期不一",
        ),
        en=Text(
            message="`{first}` keeps {one}, `{second}` keeps {other}, and what they assess belongs together",
            help="keep one clock for both, or say which year's result is taken",
            label="another clock",
        ),
    ),
    Entry(
        code="TIM115",
        slug="calendar-time-in-school",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 按自然年（{text}），同一处的 `{other}` 按学期或学年",
            help="学校的事按学期、学年排；“年初”在学年中间，“第三季度”跨着暑假",
            label="与学期对不上",
        ),
        en=Text(
            message="`{name}` goes by the calendar year ({text}), `{other}` beside it by semesters",
            help="let what schools do follow semesters; 年初 lies in mid school year, and the third quarter holds the summer break",
            label="does not line up with semesters",
        ),
    ),
    Entry(
        code="TIM116",
        slug="in-force-before-issued",
        level=Level.NOTE,
        zh=Text(
            message="{how} {day} 早于成文日期 {date}",
            help="核对两个日期；确需溯及以前的，写明理由并就地放行",
            label="早于成文日期",
        ),
        en=Text(
            message="{how}, {day}, is before the day of issue, {date}",
            help="check the two dates; where it has to reach back, give the reason and allow this in place",
            label="before the day of issue",
        ),
    ),
    Entry(
        code="TIM117",
        slug="preconditions-in-a-circle",
        level=Level.ERROR,
        zh=Text(
            message="前提绕成一圈：{circle}",
            help="去掉其中一处前提，只留必须先有的",
            label="等的是它自己",
        ),
        en=Text(
            message="preconditions run in a circle: {circle}",
            help="take one of them out, and leave what must truly be there first",
            label="waits for itself in the end",
        ),
    ),
    Entry(
        code="TIM118",
        slug="another-time-in-the-row",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 安排在 {row}，职责自己写的是 {own}",
            help="两处写成同一时间；行事历已写月份的，职责里可以不写",
            label="与职责的时间对不上",
        ),
        en=Text(
            message="`{name}` is put at {row}, but says {own} itself",
            help="give the same time in both; the duty need not repeat the month of its row",
            label="another time than the duty's own",
        ),
    ),
    Entry(
        code="TIM119",
        slug="event-of-nothing",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 的时间从 `{event}` 算起，方案中没有这项职责或成果",
            help="是不是 `{nearest}`？",
            label="没有找到",
        ),
        en=Text(
            message="the time of `{name}` counts from `{event}`, and the scheme has no such duty or output",
            help="did you mean `{nearest}`?",
            label="not found",
        ),
    ),
    Entry(
        code="TIM120",
        slug="event-outside",
        level=Level.NOTE,
        zh=Text(
            message="期限从方案以外的事件算起：`{events}`",
            help="是方案里的职责或成果的，写成它的名称；确在方案以外的，不推定日期",
            label="方案里没有",
        ),
        en=Text(
            message="deadlines count from events outside the scheme: `{events}`",
            help="if one is a duty or an output of the scheme, write its name; else no date is worked out for it",
            label="not in the scheme",
        ),
    ),
    Entry(
        code="TIM121",
        slug="term-meant-loosely",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 的任期写成 `{text}`：`{tenor}` 是语气，这个年限不算硬性规定",
            help="要作数的，任期只写年限；确是一般要求，照原文保留即可",
            label="带语气",
        ),
        en=Text(
            message="the term of `{name}` is `{text}`: `{tenor}` says how firmly, so the number binds nobody",
            help="write the number alone if it is to hold; leave it if it is what the source says",
            label="meant loosely",
        ),
    ),
)
