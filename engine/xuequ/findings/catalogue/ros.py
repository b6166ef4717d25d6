"""Findings about roster and clusters."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.catalogue.ros_clusters import ENTRIES as CLUSTERS
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="ROS001",
        slug="roster-without-a-column",
        level=Level.ERROR,
        zh=Text(
            message="名册缺少“{zh}”列（{column}）",
            help="加上这一列；现有的列：`{columns}`",
            label="表头中没有",
        ),
        en=Text(
            message="the roster has no column `{column}`",
            help="add it; its columns are `{columns}`",
            label="not among the headings",
        ),
    ),
    Entry(
        code="ROS002",
        slug="roster-without-stages",
        level=Level.WARNING,
        zh=Text(
            message="名册没有“学段”列（stage），与学段有关的要求无法核对",
            help="加上“学段”列，写小学、初中等",
            label="表头中没有",
        ),
        en=Text(
            message="the roster has no column `stage`, so nothing about stages can be checked",
            help="add a column `stage` with 小学, 初中 and so on",
            label="not among the headings",
        ),
    ),
    Entry(
        code="ROS003",
        slug="school-code-twice",
        level=Level.ERROR,
        zh=Text(message="学校代码 `{school}` 出现了两次", help="每所学校用一个代码", label="与前面重复"),
        en=Text(
            message="the school code `{school}` stands twice",
            help="give every school a code of its own",
            label="already given",
        ),
    ),
    Entry(
        code="ROS004",
        slug="school-name-twice",
        level=Level.WARNING,
        zh=Text(
            message="有两所学校都叫 `{name}`",
            help="名称加上乡镇或校区，以便区分；若是同一所，删去一行",
            label="与前面同名",
        ),
        en=Text(
            message="two schools are called `{name}`",
            help="add the town or campus to tell them apart; if they are one school, drop a row",
            label="already given",
        ),
    ),
    Entry(
        code="ROS005",
        slug="unreadable-head-count",
        level=Level.ERROR,
        zh=Text(
            message="“{column}”列是人数，`{text}` 不是整数",
            help="写成阿拉伯数字，不知道就留空",
            label="应为人数",
        ),
        en=Text(
            message="the column `{column}` counts heads, and `{text}` is no whole number",
            help="write it in digits; leave it blank where it is not known",
            label="expected a number",
        ),
    ),
    Entry(
        code="ROS006",
        slug="names-that-differ-by-a-space",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 与 `{other}` 只差空格或全角半角",
            help="若是同一个，写法统一",
            label="与前面几乎相同",
        ),
        en=Text(
            message="`{name}` and `{other}` differ only by spaces or full-width signs",
            help="write both alike if they are the same",
            label="almost as before",
        ),
    ),
    Entry(
        code="ROS007",
        slug="no-such-school",
        level=Level.ERROR,
        zh=Text(
            message="“{column}”列的 `{text}` 不是名册中的学校",
            help="写名册中的代码或名称；是不是 `{nearest}`",
            label="名册中没有",
        ),
        en=Text(
            message="`{text}` in the column `{column}` is no school of the roster",
            help="write a code or a name of the roster; did you mean `{nearest}`",
            label="not in the roster",
        ),
    ),
    Entry(
        code="ROS008",
        slug="school-without-code-or-name",
        level=Level.ERROR,
        zh=Text(message="这一行没有{zh}", help="补上{zh}，或删去这一行", label="缺{zh}"),
        en=Text(
            message="this row has no {column}",
            help="fill it in, or drop the row",
            label="no {column}",
        ),
    ),
    Entry(
        code="ROS009",
        slug="one-column-under-two-names",
        level=Level.ERROR,
        zh=Text(message="`{first}` 和 `{second}` 是同一列", help="只留一列", label="同一列的另一个名称"),
        en=Text(
            message="`{first}` and `{second}` are the same column",
            help="keep one of them",
            label="another name for the same column",
        ),
    ),
    Entry(
        code="ROS010",
        slug="campus-of-itself",
        level=Level.ERROR,
        zh=Text(message="`{name}` 的本部是它自己", help="本部留空，或写另一所学校", label="不能是自己"),
        en=Text(
            message="`{name}` is said to be a campus of itself",
            help="leave `campus_of` blank or name another school",
            label="cannot be itself",
        ),
    ),
    Entry(
        code="ROS011",
        slug="row-of-totals",
        level=Level.WARNING,
        zh=Text(
            message="这一行是合计（`{text}`），没有读作学校",
            help="名册只写学校，合计由程序计算；删去这一行",
            label="不是学校",
        ),
        en=Text(
            message="this row adds up others (`{text}`) and was not read as a school",
            help="a roster holds schools only, and sums are reckoned; delete the row",
            label="no school",
        ),
    ),
    Entry(
        code="ROS012",
        slug="row-beside-the-schools",
        level=Level.NOTE,
        zh=Text(
            message="第 {row} 行是说明或者又一次表头，没有读作学校",
            help="若是一所学校，写明代码和名称",
            label="不是学校",
        ),
        en=Text(
            message="row {row} is a remark or the headings once more and was not read as a school",
            help="if it is a school, give its code and name",
            label="no school",
        ),
    ),
    Entry(
        code="ROS013",
        slug="turned-into-a-date-or-number",
        level=Level.ERROR,
        zh=Text(
            message="“{column}”列的 `{text}` 是表格软件改成的日期或科学记数，不是原来写的内容",
            help="把这一列设为文本格式，重新填写这一格",
            label="已被改动",
        ),
        en=Text(
            message="`{text}` in the column `{column}` is a date or a number with an exponent that a spreadsheet made of what was typed",
            help="format the column as text and type the cell anew",
            label="not what was typed",
        ),
    ),
    Entry(
        code="ROS014",
        slug="codes-stored-as-numbers",
        level=Level.NOTE,
        zh=Text(
            message="“{column}”列存的是数字，开头的 0 存不下来",
            help="代码有以 0 开头的，把这一列设为文本格式重新填写",
            label="不是文本",
        ),
        en=Text(
            message="the column `{column}` holds numbers, which keep no zeros in front",
            help="if codes begin with 0, format the column as text and type them anew",
            label="not text",
        ),
    ),
    Entry(
        code="ROS015",
        slug="head-count-of-several-rows",
        level=Level.ERROR,
        zh=Text(
            message="“{column}”列的 `{text}` 在合并单元格里，不知道是哪一所学校的人数",
            help="取消合并，每所学校写各自的人数，不知道就留空",
            label="合并的单元格",
        ),
        en=Text(
            message="`{text}` in the column `{column}` stands in merged cells, so it is not clear how many heads each school has",
            help="unmerge them and give each school its own number, or leave it blank",
            label="merged cells",
        ),
    ),
    Entry(
        code="ROS101",
        slug="count-of-units",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 说有 {count} 个，列出 {listed} 个",
            help="在 `名单`（units）或名册中补齐，或改正数目；名单未尽的写 `等: 是`（open: true）",
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
            message="{names} 在“{kind}”中{how}`{units}`",
            help="在名册中写明每所学校属于哪一个；{remedy}",
            label="{how}",
        ),
        en=Text(
            message="{names}: {how} of `{kind}` {units}",
            help="let the roster name one for each school; {remedy}",
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
    *CLUSTERS,
)
