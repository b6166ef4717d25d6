"""Findings about expectations."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="EXP101",
        slug="not-as-expected",
        level=Level.ERROR,
        zh=Text(
            message="`{subject}` 的 `{field_zh}` 应为 {expected}，实为 {actual}",
            help="不符的单位：{units}；先弄清是方案错了，还是预期错了，再改其中之一",
            label="预期写在这里",
        ),
        en=Text(
            message="`{field_en}` of `{subject}` should be {expected} and is {actual}",
            help="this is so in {units}; find out whether the scheme or the expectation is wrong, and mend that one",
            label="expected here",
        ),
    ),
    Entry(
        code="EXP102",
        slug="finding-not-reported",
        level=Level.ERROR,
        zh=Text(
            message="应报告 {wanted} {expected} 个，实有 {actual} 个",
            help="只看 `{at}` 处；问题若已改好，就删去这条预期",
            label="预期写在这里",
        ),
        en=Text(
            message="{wanted} should be reported {expected} times and is reported {actual} times",
            help="looking at `{at}` only; where the scheme was mended, drop this expectation",
            label="expected here",
        ),
    ),
    Entry(
        code="EXP103",
        slug="finding-reported",
        level=Level.ERROR,
        zh=Text(
            message="不应报告 {absent}，却有 {actual} 个：{codes}",
            help="用 `xuequ check` 查看详情",
            label="预期写在这里",
        ),
        en=Text(
            message="{absent} should not be reported, and {codes} is: {actual} in all",
            help="`xuequ check` shows them in full",
            label="expected here",
        ),
    ),
    Entry(
        code="EXP104",
        slug="expectation-about-nothing",
        level=Level.ERROR,
        zh=Text(
            message="这条预期应当关于一件事，写了：`{subjects_zh}`",
            help="从 事项、主体、学区类型、问题、无问题 中写一个，或只写 单位",
            label="关于什么",
        ),
        en=Text(
            message="an expectation is about one thing; this one names `{subjects_en}`",
            help="write one of `work`, `actor`, `cluster`, `finding` and `absent`, or `unit` alone",
            label="about what",
        ),
    ),
    Entry(
        code="EXP105",
        slug="expectation-that-does-not-fit",
        level=Level.ERROR,
        zh=Text(
            message="预期关于{subject}时，不能写 `{field_zh}`",
            help="可以写：`{known_zh}`",
            label="不适用",
        ),
        en=Text(
            message="an expectation about {subject} cannot say `{field_en}`",
            help="it can say `{known_en}`",
            label="does not fit",
        ),
    ),
    Entry(
        code="EXP106",
        slug="expectation-without-ground",
        level=Level.ERROR,
        zh=Text(
            message="`{field_zh}` 无从核对：{problem}",
            help="在 `给定`（given）下补上",
            label="无从核对",
        ),
        en=Text(
            message="`{field_en}` cannot be compared: {problem}",
            help="add it under `given`",
            label="cannot be compared",
        ),
    ),
    Entry(
        code="EXP107",
        slug="unreadable-expectation",
        level=Level.ERROR,
        zh=Text(
            message="读不懂 `{field_zh}` 的值 `{text}`",
            help="可以写 `{nearest}`",
            label="读不懂",
        ),
        en=Text(
            message="`{text}` is no value for `{field_en}`",
            help="it can be written `{nearest}`",
            label="cannot be read",
        ),
    ),
    Entry(
        code="EXP108",
        slug="nothing-expected",
        level=Level.ERROR,
        zh=Text(
            message="只写了关于谁，没有写预期什么",
            help="再写一项，如：`{known_zh}`",
            label="预期什么",
        ),
        en=Text(
            message="this says what it is about and not what is expected",
            help="add one of `{known_en}`",
            label="expecting what",
        ),
    ),
    Entry(
        code="EXP109",
        slug="given-file-not-there",
        level=Level.ERROR,
        zh=Text(
            message="没有 `{name}` 这个文件，或者它在工作区之外",
            help="路径从本文件所在文件夹算起，不能超出工作区",
            label="读不到",
        ),
        en=Text(
            message="`{name}` is not there, or lies outside the workspace",
            help="the path starts at this file's folder and may not leave the workspace",
            label="cannot be read",
        ),
    ),
    Entry(
        code="EXP110",
        slug="scheme-with-errors",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 有错误，它的预期无从核对",
            help="先改正上面列出的错误；预期这些错误本身的，照常核对",
            label="方案有错误",
        ),
        en=Text(
            message="`{name}` has errors, so what is expected of it cannot be compared",
            help="mend the errors that are listed; expectations of those errors themselves are compared all the same",
            label="a scheme with errors",
        ),
    ),
)
