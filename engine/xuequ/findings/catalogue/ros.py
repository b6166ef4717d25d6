"""Findings about roster and clusters."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="ROS101",
        slug="count-of-units",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 说有 {count} 个，列出 {listed} 个",
            help="在 `units`（名单）或名册中补齐，或改正数目；名单未尽的写 `open: true`（等: 是）",
            label="列出 {listed} 个",
        ),
        en=Text(
            message="`{name}` says {count} and {listed} are listed",
            help="complete `units` or the roster, or mend the number; a list that goes on is `open: true`",
            label="{listed} listed",
        ),
    ),
    Entry(
        code="ROS102",
        slug="school-and-cluster",
        level=Level.WARNING,
        zh=Text(
            message="{names} {how}（{kind}）{units}",
            help="在名册中写明每所学校属于哪一个；确可兼属的，在学区类型上写 `overlap: true`（可交叉: 是）",
            label="{how}",
        ),
        en=Text(
            message="{names}: {how} ({kind}) {units}",
            help="let the roster name one for each school; where two are meant, the type says `overlap: true`",
            label="{how}",
        ),
    ),
    Entry(
        code="ROS103",
        slug="cluster-lead",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 有 {count} 所{role}{leads}，应恰有一所",
            help="在名册的角色列或方案的名单中只写一所{role}",
            label="{count} 所{role}",
        ),
        en=Text(
            message="`{name}` has {count} schools as {role} {leads}, and needs exactly one",
            help="name one {role} in the roster's role column or in the scheme's list",
            label="{count} as {role}",
        ),
    ),
)
