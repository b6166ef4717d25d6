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
)
