"""Findings about how somebody wants the check to be: allowances in place, the baseline, the workspace."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="SET101",
        slug="unreadable-allowance",
        level=Level.WARNING,
        zh=Text(
            message="看不懂这条给 `xuequ` 的注释",
            help="应写成 `# xuequ: 允许 RES201 -- 缘由`，可加期限：`# xuequ: 允许 RES201 至 2026-09-01 -- 缘由`",
            label="不起作用",
        ),
        en=Text(
            message="a comment to `xuequ` that cannot be read",
            help="write `# xuequ: allow RES201 -- reason`, with an end if it has one: `# xuequ: allow RES201 until 2026-09-01 -- reason`",
            label="has no effect",
        ),
    ),
    Entry(
        code="SET102",
        slug="allowance-without-reason",
        level=Level.WARNING,
        zh=Text(
            message="放行 `{codes}` 没有说明缘由，因此不起作用",
            help="在后面写 `--` 和缘由，如 `# xuequ: 允许 {codes} -- 待上级批复`",
            label="缺少缘由",
        ),
        en=Text(
            message="`{codes}` is allowed here without a reason, so it is not",
            help="write `--` and the reason behind it, such as `# xuequ: allow {codes} -- until the bureau decides`",
            label="no reason",
        ),
    ),
    Entry(
        code="SET103",
        slug="expired-allowance",
        level=Level.WARNING,
        zh=Text(
            message="放行 `{codes}` 的期限 {until} 已过",
            help="解决问题后删去注释，或写明新的期限和缘由",
            label="已经过期",
        ),
        en=Text(
            message="`{codes}` was allowed here until {until}, which is past",
            help="settle it and delete the comment, or give a new end and a reason for it",
            label="expired",
        ),
    ),
    Entry(
        code="SET104",
        slug="unused-allowance",
        level=Level.WARNING,
        zh=Text(
            message="这里没有需要放行的 `{codes}`",
            help="问题已经解决就删去注释；注释要写在问题所在的那一行或上一行",
            label="没有放行任何问题",
        ),
        en=Text(
            message="there is no `{codes}` here to be allowed",
            help="delete the comment if the matter is settled; it has to stand in the line of the finding or above it",
            label="allows nothing",
        ),
    ),
    Entry(
        code="SET105",
        slug="unknown-code",
        level=Level.WARNING,
        zh=Text(
            message="没有 `{code}` 这个检查代码",
            help="是不是 `{nearest}`？`xuequ rule` 列出各条规则",
            label="没有这个代码",
        ),
        en=Text(
            message="there is no code `{code}`",
            help="did you mean `{nearest}`?; `xuequ rule` lists the rules",
            label="no such code",
        ),
    ),
    Entry(
        code="SET106",
        slug="cannot-be-allowed",
        level=Level.WARNING,
        zh=Text(
            message="`{code}` 不能放行：有这种错误的文件没有检查完",
            help="改正错误，然后删去注释",
            label="不起作用",
        ),
        en=Text(
            message="`{code}` cannot be allowed: a file with such an error was not checked to the end",
            help="mend the error and delete the comment",
            label="has no effect",
        ),
    ),
    Entry(
        code="SET201",
        slug="path-leaves-workspace",
        level=Level.ERROR,
        zh=Text(
            message="`{path}` 在工作区之外，没有读取",
            help="只能使用工作区文件夹之内的文件，链接指向的地方也算；请把文件移进来",
            label="超出了工作区",
        ),
        en=Text(
            message="`{path}` leads out of the workspace and was not read",
            help="only files inside the workspace's folder can be used, also where a link leads; move the file there",
            label="outside",
        ),
    ),
    Entry(
        code="SET202",
        slug="path-not-there",
        level=Level.ERROR,
        zh=Text(
            message="没有 `{path}`，或者它不是文件",
            help="路径从工作区文件所在文件夹算起；检查它是否写对、链接是否循环",
            label="没有找到",
        ),
        en=Text(
            message="`{path}` is not there, or no file",
            help="paths start at the workspace file's folder; check its spelling, and links that lead in a circle",
            label="not found",
        ),
    ),
    Entry(
        code="SET203",
        slug="unknown-option",
        level=Level.ERROR,
        zh=Text(
            message="规则 {code} 没有设置项 `{name}`",
            help="它的设置项有 `{known}`；`xuequ rule {code}` 有说明",
            label="没有这个设置项",
        ),
        en=Text(
            message="the rule {code} has no setting `{name}`",
            help="it has `{known}`; `xuequ rule {code}` explains",
            label="no such setting",
        ),
    ),
    Entry(
        code="SET204",
        slug="wrong-option",
        level=Level.ERROR,
        zh=Text(
            message="规则 {code} 的设置项 `{name}` 不能这样写",
            help="写法与缺省值 `{usual}` 相同",
            label="写法不对",
        ),
        en=Text(
            message="the setting `{name}` of the rule {code} cannot be this",
            help="it takes what its default `{usual}` is",
            label="wrong form",
        ),
    ),
    Entry(
        code="SET205",
        slug="empty-workspace",
        level=Level.WARNING,
        zh=Text(
            message="工作区没有列出方案，没有可检查的内容",
            help="在 `方案`（schemes）下列出文件，每个可带名册",
        ),
        en=Text(
            message="the workspace lists no schemes, so there is nothing to check",
            help="list the files under `schemes`, each with its roster if it has one",
        ),
    ),
    Entry(
        code="SET206",
        slug="not-a-workspace",
        level=Level.ERROR,
        zh=Text(
            message="`{file}` 不是工作区文件，其中的设置没有采用",
            help="在开头写 `类别: 工作区`（kind: workspace），或者给文件换名",
        ),
        en=Text(
            message="`{file}` is no workspace file, so nothing in it was used",
            help="write `kind: workspace` at its top, or rename the file",
        ),
    ),
    Entry(
        code="SET301",
        slug="baseline-entry-gone",
        level=Level.NOTE,
        zh=Text(
            message="基线中的 {code} 已不再出现：{what}",
            help="用 `--write-baseline` 重写基线，使它不能再悄悄回来",
            label="已经解决",
        ),
        en=Text(
            message="{code} of the baseline is found no more: {what}",
            help="write the baseline anew with `--write-baseline`, so that it cannot come back unnoticed",
            label="settled",
        ),
    ),
    Entry(
        code="SET302",
        slug="unreadable-baseline",
        level=Level.ERROR,
        zh=Text(
            message="`{file}` 不是可用的基线文件",
            help="用 `xuequ check … --write-baseline {file}` 重写",
        ),
        en=Text(
            message="`{file}` is no baseline that can be used",
            help="write it anew with `xuequ check … --write-baseline {file}`",
        ),
    ),
)
