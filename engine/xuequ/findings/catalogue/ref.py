"""Findings about names."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="REF101",
        slug="unknown-actor",
        level=Level.ERROR,
        zh=Text(
            message="此处没有名为 `{name}` 的主体",
            help="有几个主体的写成列表：`[{listed}]`；是不是 `{nearest}`？主体要先在机构、岗位、群体或学区类型中声明",
            label="从这里起找过：{looked_in}",
        ),
        en=Text(
            message="no actor is called `{name}` where this stands",
            help="several actors are a list: `[{listed}]`; did you mean `{nearest}`?; actors are declared as organs, posts, groups or cluster types",
            label="looked in {looked_in}",
        ),
    ),
    Entry(
        code="REF102",
        slug="ambiguous-name",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 可以指 {paths}，分不清是哪一个",
            help="写出上一级名称即可区分，如 `{longer}`；路径相同，无法用上一级名称区分：请给 {renamed} 换一个名称，引用它的地方也跟着改",
            label="有多个同名对象",
        ),
        en=Text(
            message="`{name}` may mean {paths}",
            help="name what it belongs to as well, such as `{longer}`; their paths are the same: give {renamed} another name, here and where it is referred to",
            label="more than one by this name",
        ),
    ),
    Entry(
        code="REF103",
        slug="unknown-reference",
        level=Level.ERROR,
        zh=Text(
            message="没有名为 `{name}` 的{wanted}",
            help="是不是 `{nearest}`？此处只能写{wanted}的名称或键；请核对，或先在方案中写出",
            label="没有找到",
        ),
        en=Text(
            message="no {wanted} is called `{name}`",
            help="did you mean `{nearest}`?; only a {wanted} can stand here; check the spelling, or write it into the scheme first",
            label="not found",
        ),
    ),
    Entry(
        code="REF104",
        slug="role-unbound",
        level=Level.ERROR,
        zh=Text(
            message="采用 `{policy}` 时没有说明 `{name}` 由谁对应",
            help="在 `对应`（bind）下写一行 `{key}: 本方案中的名称`",
            label="缺少对应",
        ),
        en=Text(
            message="adopting `{policy}` does not say who `{name}` is here",
            help="add `{key}: NAME` under `bind`, with a name this scheme declares",
            label="role is not bound",
        ),
    ),
    Entry(
        code="REF105",
        slug="role-of-wrong-kind",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 不能对应角色 `{role}`，该角色须是{wanted}",
            help="请换成一个{wanted}",
            label="类别不符",
        ),
        en=Text(
            message="`{name}` cannot stand for role `{role}`, which takes {wanted}",
            help="bind it to {wanted}",
            label="wrong kind",
        ),
    ),
    Entry(
        code="REF106",
        slug="unknown-role",
        level=Level.ERROR,
        zh=Text(
            message="政策模块 `{policy}` 没有名为 `{name}` 的角色",
            help="用 `xuequ policy {policy}` 查看它要求对应哪些角色",
            label="没有这个角色",
        ),
        en=Text(
            message="policy `{policy}` has no role called `{name}`",
            help="`xuequ policy {policy}` shows the roles it asks for",
            label="no such role",
        ),
    ),
    Entry(
        code="REF107",
        slug="not-one-across",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 与此处的范围交叉，担任{part}的不止一个或不能确定",
            help="写明是哪一个，如 `范围/{name}`；或附名册，使其恰为一个",
            label="范围交叉",
        ),
        en=Text(
            message="`{name}` lies across from where this stands, so {part} may be none or several",
            help="say which one, such as `place/{name}`, or give a roster that shows exactly one",
            label="crosses this place",
        ),
    ),
    Entry(
        code="REF108",
        slug="place-as-body",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 是地方，不是机构，由哪个机构{part}没有说明",
            help="写出该地方负责的机构，如教育局、政府；原文如此则用 `待核`（unclear）注明",
            label="这是一个地方",
        ),
        en=Text(
            message="`{name}` is a place and not a body: which body there takes the part `{part}`",
            help="name the body that answers for it; where the source says no more, note that with `unclear`",
            label="a place",
        ),
    ),
    Entry(
        code="REF109",
        slug="policy-not-found",
        level=Level.ERROR,
        zh=Text(
            message="没有名为 `{name}` 的政策模块",
            help="是不是 `{nearest}`？先后在方案旁的 policies/、工作区的 policies/ 和自带模块中找过；`xuequ policy` 列出可采用的全部模块",
            label="没有找到",
        ),
        en=Text(
            message="no policy is called `{name}`",
            help="did you mean `{nearest}`?; looked in policies/ beside the scheme, in the workspace's and among those that ship; `xuequ policy` lists them",
            label="not found",
        ),
    ),
    Entry(
        code="REF110",
        slug="scheme-not-found",
        level=Level.ERROR,
        zh=Text(
            message="读不到所沿用的方案 `{name}`",
            help="路径从本文件所在文件夹算起，且不能超出工作区",
            label="没有这个文件",
        ),
        en=Text(
            message="cannot read the scheme `{name}` that this one extends",
            help="the path starts at this file's folder and may not leave the workspace",
            label="no such file",
        ),
    ),
    Entry(
        code="REF111",
        slug="circular-composition",
        level=Level.ERROR,
        zh=Text(
            message="沿用或采用成了循环：{files}",
            help="删去其中一处 `沿用`（extends）或 `采用`（adopts）",
            label="又回到了起点",
        ),
        en=Text(
            message="files extend or adopt each other in a circle: {files}",
            help="take one `extends` or `adopts` out of the circle",
            label="back where it began",
        ),
    ),
    Entry(
        code="REF112",
        slug="never-used",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 声明后没有在任何地方用到",
            help="删去，或写出谁与它有关",
            label="没有用到",
        ),
        en=Text(
            message="`{name}` is declared and never used",
            help="remove it, or say what it has to do with the scheme",
            label="never used",
        ),
    ),
    Entry(
        code="REF113",
        slug="built-in-name-taken",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 是内置主体，不能再声明",
            help="换一个名称；内置主体有：{built_in}",
            label="内置名称",
        ),
        en=Text(
            message="`{name}` is a built-in actor and cannot be declared again",
            help="choose another name; built in are {built_in}",
            label="built in",
        ),
    ),
    Entry(
        code="REF114",
        slug="unknown-source",
        level=Level.ERROR,
        zh=Text(
            message="条款指向的来源 `{name}` 没有在来源文件中列出",
            help="在 `来源文件`（sources）下加上它，或去掉斜杠前的部分",
            label="没有这个来源",
        ),
        en=Text(
            message="no source is called `{name}`",
            help="list it under `sources`, or drop what stands before the slash",
            label="no such source",
        ),
    ),
    Entry(
        code="REF116",
        slug="addressee-outside",
        level=Level.NOTE,
        zh=Text(
            message="发文、收文单位中，`{names}` 没有在方案中声明，照写照印，不作核对",
            help="本方案的机构请先声明，写错的名称才能查出",
            label="方案以外的单位",
        ),
        en=Text(
            message="of those it comes from and goes to, `{names}` are not declared: they print as written, unchecked",
            help="declare bodies of this scheme, so that a slip in a name is found",
            label="from outside the scheme",
        ),
    ),
    Entry(
        code="REF117",
        slug="one-path-for-two",
        level=Level.ERROR,
        zh=Text(
            message="有两处的路径都是 `{path}`（{kinds}），引用时分不开，只能当作一处",
            help="给其中一处换一个键（名称可以照旧），引用它的地方也跟着改",
            label="路径相同",
        ),
        en=Text(
            message="two things have the path `{path}` ({kinds}): no reference could tell them apart",
            help="give one of them another key (its name may stay), here and where it is referred to",
            label="the same path",
        ),
    ),
    Entry(
        code="REF120",
        slug="asked-for-nothing",
        level=Level.ERROR,
        zh=Text(
            message="方案中没有名为 `{name}` 的{wanted}",
            help="是不是 `{nearest}`？",
            label="没有找到",
        ),
        en=Text(
            message="the scheme has no {wanted} called `{name}`",
            help="did you mean `{nearest}`?",
            label="not found",
        ),
    ),
    Entry(
        code="REF121",
        slug="no-such-clusters-to-merge",
        level=Level.ERROR,
        zh=Text(
            message="`{first}` 和 `{second}` 不能合并：{problem}",
            help="写名册中同一学区类型的两个单位，如 `--merge 第一学区 第二学区`",
        ),
        en=Text(
            message="`{first}` and `{second}` cannot merge: {problem}",
            help="name two clusters of one type that the roster shows, such as `--merge FIRST SECOND`",
        ),
    ),
    Entry(
        code="REF115",
        slug="one-name-for-two",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 既指 {names[0]}，又指 {names[1]}",
            help="换一个名称，或在正文中说明各指什么",
            label="一名两指",
        ),
        en=Text(
            message="`{name}` means {names[0]} and {names[1]}",
            help="call one of them otherwise, or say which is meant",
            label="two meanings",
        ),
    ),
)
