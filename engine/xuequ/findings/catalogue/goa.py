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
            help="补齐所列，或改正数目；列举未尽的写 `等: 是`（open: true）",
            label="列出 {listed} 项",
        ),
        en=Text(
            message="`{name}` says {count} and lists {listed}",
            help="complete the list or mend the number; a list that goes on is `open: true`",
            label="{listed} listed",
        ),
    ),
    Entry(
        code="GOA102",
        slug="goal-without-work",
        level=Level.NOTE,
        zh=Text(
            message="没有举措、职责或考核写明服务于这些目标：`{names}`",
            help="在相应的举措上用 `服务目标`（serves）写明；没有举措落实的，补上举措或删去目标",
            label="{of} 项中的 {count} 项",
        ),
        en=Text(
            message="no measure, duty or appraisal says that it serves `{names}`",
            help="say so with `serves` at the measure that does; where there is none, add one or drop the goal",
            label="{count} of {of}",
        ),
    ),
    Entry(
        code="GOA103",
        slug="name-without-content",
        level=Level.WARNING,
        zh=Text(
            message="只有名称，没有内容：`{names}`",
            help="写明做什么、由谁做、何时做；在别的举措里展开的，移到这里；暂不展开的从 `{programme}` 中去掉",
            label="只有名称",
        ),
        en=Text(
            message="nothing but the name: `{names}`",
            help="say what is to be done, by whom and when; move here what another measure says of it, or leave it out of `{programme}`",
            label="a name only",
        ),
    ),
    Entry(
        code="GOA104",
        slug="open-list-with-a-number",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 说有 {count} 项，“等”字之前只列出 {listed} 项",
            help="数目既已确定，把各项列全",
            label="列出 {listed} 项",
        ),
        en=Text(
            message="`{name}` says {count}, and its list breaks off after {listed}",
            help="where the number is settled, name them all",
            label="{listed} listed",
        ),
    ),
    Entry(
        code="GOA105",
        slug="goes-on-from-nothing",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 写了“等”，却没有可以接着列举的内容，各文件都印不出这个“等”",
            help="写出前面已列的各项（内容、对象、组成、模式等）；没有列举的，删去 `等`（open）",
            label="接在什么后面",
        ),
        en=Text(
            message="`{name}` goes on, and has no list that could: no document can print it",
            help="give what comes before (items, for, members, forms …), or take `open` away",
            label="goes on from what",
        ),
    ),
)
