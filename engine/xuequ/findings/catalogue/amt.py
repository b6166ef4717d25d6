"""Findings about amounts."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="AMT001",
        slug="unreadable-quantity",
        level=Level.ERROR,
        zh=Text(message="看不懂数量 `{text}`", help="可以写成 `{nearest}`", label="应为数、范围或“若干”"),
        en=Text(
            message="`{text}` cannot be read as a quantity",
            help="write it like `{nearest}`",
            label="expected a number, a range or `several`",
        ),
    ),
    Entry(
        code="AMT002",
        slug="empty-range",
        level=Level.ERROR,
        zh=Text(message="范围 `{text}` 的下限大于上限", help="把较小的数写在前面", label="范围里没有数"),
        en=Text(
            message="the range `{text}` ends before it begins",
            help="write the smaller number first",
            label="no number lies in this range",
        ),
    ),
    Entry(
        code="AMT003",
        slug="unreadable-amount",
        level=Level.ERROR,
        zh=Text(
            message="看不懂数额中的 `{text}`",
            help="可以写成 `{nearest}`",
            label="数额用 数量、比例 或 值 之一，可带 基数、口径层级、按、分解",
        ),
        en=Text(
            message="`{text}` cannot be read in an amount",
            help="write it like `{nearest}`",
            label="an amount gives one of count, share, value, and may give of, hold, per, split",
        ),
    ),
    Entry(
        code="AMT004",
        slug="several-measures-in-one-amount",
        level=Level.ERROR,
        zh=Text(
            message="一项数额只能给出 数量、比例、值 之一，这里有 {text}",
            help="两项要求写成列表中的两项",
            label="与前一个相冲突",
        ),
        en=Text(
            message="an amount gives one of count, share and value, here {text}",
            help="write two demands as two entries of a list",
            label="conflicts with the one before",
        ),
    ),
    Entry(
        code="AMT101",
        slug="share-held-nowhere",
        level=Level.WARNING,
        zh=Text(
            message="比例 {share} 未说明在哪一级成立：{readings}",
            help="用 `口径层级` 写明 locality、学区类型或 school",
            label="各种口径的人数不同",
        ),
        en=Text(
            message="it is not said where the share {share} must hold: {readings}",
            help="name the level with `hold`: locality, a cluster type or school",
            label="each reading gives another number",
        ),
    ),
    Entry(
        code="AMT102",
        slug="share-without-base",
        level=Level.WARNING,
        zh=Text(
            message="比例 {share} 的基数 `{of}` 在名册中没有对应的列",
            help="在名册中加上这一列，或在群体的 `列` 中写明用哪一列",
            label="算不出具体数",
        ),
        en=Text(
            message="the roster has no column for `{of}`, of which {share} is asked",
            help="add the column, or name one in the group's `column`",
            label="no number can be worked out",
        ),
    ),
    Entry(
        code="AMT103",
        slug="split-does-not-fit",
        level=Level.ERROR,
        zh=Text(
            message="总数 {total} 不在各分项之和 {least} 至 {most} 之间",
            help="改动总数或分项，使之相合",
            label="分项加不到总数",
        ),
        en=Text(
            message="the total {total} does not lie between the sums of its parts, {least} and {most}",
            help="change the total or a part until they fit",
            label="the parts do not add up to the total",
        ),
    ),
    Entry(
        code="AMT104",
        slug="more-than-the-base",
        level=Level.WARNING,
        zh=Text(
            message="要求 {asked}，而基数只有 {base}，按 {base} 计",
            help="核对数额与名册",
            label="超过基数",
        ),
        en=Text(
            message="{asked} are asked for where there are only {base}; counted as {base}",
            help="check the amount against the roster",
            label="more than the base",
        ),
    ),
)
