"""Findings about goals."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="GOA101",
        slug="count-of-items",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 说有 {count} 项，列出 {listed} 项",
            help="补齐所列，或改正数目；列举未尽的写 `open: true`（等: 是）",
            label="列出 {listed} 项",
        ),
        en=Text(
            message="`{name}` says {count} and lists {listed}",
            help="complete the list or mend the number; a list that goes on is `open: true`",
            label="{listed} listed",
        ),
    ),
)
