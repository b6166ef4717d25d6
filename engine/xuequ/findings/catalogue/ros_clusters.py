"""Findings about clusters and the schools in them."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="ROS104",
        slug="cluster-size",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 有 {number} {what}，规定是 {said}",
            help="调整划分，或改正规定",
            label="{number} {what}",
        ),
        en=Text(
            message="`{name}` has {number} {what}, where {said} are asked for",
            help="draw it otherwise, or mend the bounds",
            label="{number} {what}",
        ),
    ),
    Entry(
        code="ROS105",
        slug="not-the-same",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的学校应当同“{column}”，而有 {values}；不同的是 `{schools}`",
            help="把不同的学校划到别处，或去掉 `相同`（same）里的这一列",
            label="与其他学校不同",
        ),
        en=Text(
            message="the schools of `{name}` should have one `{column}` and have {values}; `{schools}` differ",
            help="move those that differ, or take the column out of `same`",
            label="unlike the others",
        ),
    ),
    Entry(
        code="ROS106",
        slug="not-stated",
        level=Level.WARNING,
        zh=Text(
            message="`{names}` 没有写明 `{field}`",
            help="在名单中或名册的“类型.{field}”列写明",
            label="没有写明",
        ),
        en=Text(
            message="`{names}` does not state its `{field}`",
            help="state it in the list of units, or in the roster's column `TYPE.{field}`",
            label="not stated",
        ),
    ),
    Entry(
        code="ROS107",
        slug="link",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 在“{column}”列{how} `{unit}` 的学校：`{schools}`",
            help="核对“{column}”列，或把学校划到对应的学区",
            label="{how}",
        ),
        en=Text(
            message="`{name}` {how} school of `{unit}` in the column `{column}`: `{schools}`",
            help="check the column, or move the school to the cluster it belongs to",
            label="{how}",
        ),
    ),
    Entry(
        code="ROS108",
        slug="kept-apart",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 在`{units}`中，而`{kind}`{how}",
            help="改名册，或改方案的规定",
            label="不能在这里",
        ),
        en=Text(
            message="`{name}` is in `{units}`, while `{kind}` {how}",
            help="mend the roster, or what the scheme says",
            label="cannot be here",
        ),
    ),
    Entry(
        code="ROS109",
        slug="schools-in-a-role",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 有 {number} 所`{role}`，规定是 {said}",
            help="调整成员，或改正规定",
            label="{number} 所{role}",
        ),
        en=Text(
            message="`{name}` has {number} schools as `{role}`, where {said} are asked for",
            help="change its members, or mend the number",
            label="{number} as {role}",
        ),
    ),
    Entry(
        code="ROS110",
        slug="list-and-roster",
        level=Level.WARNING,
        zh=Text(
            message="`{names}` {how}",
            help="是不是 `{nearest}`？核对方案的名单和名册，写法一致",
            label="名单与名册不符",
        ),
        en=Text(
            message="`{names}`: {how}",
            help="did you mean `{nearest}`?; check the scheme's list against the roster, and spell names alike",
            label="list and roster differ",
        ),
    ),
    Entry(
        code="ROS111",
        slug="pilot-without-end",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 是试点，没有期限，也没有人评估",
            help="写明试点到何时、由谁评估、之后怎么办",
            label="试点没有期限",
        ),
        en=Text(
            message="`{name}` is a pilot without an end that nobody judges",
            help="say until when it runs, who judges it and what comes then",
            label="no end",
        ),
    ),
    Entry(
        code="ROS112",
        slug="schools-not-named",
        level=Level.NOTE,
        zh=Text(
            message="`{names}` 的`{roles}`是哪些学校没有写明",
            help="在 `名单`（units）中写出，或附名册",
            label="没有点名",
        ),
        en=Text(
            message="nothing says which schools are `{roles}` of `{names}`",
            help="name them in `units`, or give a roster",
            label="not named",
        ),
    ),
    Entry(
        code="ROS113",
        slug="legal-standing",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 的学校是否仍为独立法人没有写明",
            help="写明 `法人: 保留`（legal: kept）或 `法人: 合并`（legal: merged）；人、财、事权由此而定",
            label="法人地位不明",
        ),
        en=Text(
            message="nothing says whether the schools of `{name}` remain legal persons",
            help="say `legal: kept` or `merged`; who decides on staff and money follows from it",
            label="left open",
        ),
    ),
    Entry(
        code="ROS114",
        slug="wrong-school-in-role",
        level=Level.WARNING,
        zh=Text(
            message="`{name}`（{value}）在 `{unit}` 任`{role}`，而这一角色要的是别的学校",
            help="改正名册，或改 `条件`（where）",
            label="不合条件",
        ),
        en=Text(
            message="`{name}` ({value}) is `{role}` of `{unit}`, which takes other schools",
            help="mend the roster or the role's `where`",
            label="does not fit",
        ),
    ),
    Entry(
        code="ROS115",
        slug="may-overlap",
        level=Level.NOTE,
        zh=Text(
            message="一所学校能不能同时属于 `{names}` 没有写明",
            help="写 `可交叉: 是`（overlap: true），或用 `互斥`（apart_from）写明不能兼属",
            label="能否兼属没有写明",
        ),
        en=Text(
            message="nothing says whether a school may be in `{names}` at once",
            help="say `overlap: true`, or keep them `apart_from` each other",
            label="may they overlap",
        ),
    ),
    Entry(
        code="ROS116",
        slug="unknown-role",
        level=Level.ERROR,
        zh=Text(
            message="名册中写着 `{name}`，`{kind}` 没有这个角色",
            help="是不是 `{nearest}`？可以写 `{known}`",
            label="方案中没有这个角色",
        ),
        en=Text(
            message="the roster says `{name}`, which is no role in `{kind}`",
            help="did you mean `{nearest}`?; it can be `{known}`",
            label="not a role of the scheme",
        ),
    ),
    Entry(
        code="ROS117",
        slug="column-unused",
        level=Level.WARNING,
        zh=Text(
            message="名册的 `{name}` 列没有用上",
            help="是不是 `{nearest}`？学区一列用学区类型的名称，角色一列再加“.角色”",
            label="方案中没有相应的学区类型",
        ),
        en=Text(
            message="the column `{name}` of the roster is not used",
            help="did you mean `{nearest}`?; a column of units is headed by the cluster type, one of roles by it and `.role`",
            label="no cluster type is called so",
        ),
    ),
    Entry(
        code="ROS118",
        slug="value-of-no-school",
        level=Level.ERROR,
        zh=Text(
            message="名册的 `{column}` 一列，没有一所学校是 `{name}`",
            help="是不是 `{nearest}`？照名册写",
            label="没有这样的学校",
        ),
        en=Text(
            message="no school has `{name}` in the roster's column `{column}`",
            help="did you mean `{nearest}`?; write it as the roster has it",
            label="no such school",
        ),
    ),
    Entry(
        code="ROS119",
        slug="no-role",
        level=Level.WARNING,
        zh=Text(
            message="{names} 在“{kind}”中没有写角色",
            help="在名册的“{kind}.角色”一列写明，可以写 `{known}`",
            label="没有写角色",
        ),
        en=Text(
            message="{names}: no role is written in `{kind}`",
            help="write it in the roster's column `{kind}.role`; it can be `{known}`",
            label="no role is written",
        ),
    ),
    Entry(
        code="ROS120",
        slug="unknown-form",
        level=Level.ERROR,
        zh=Text(
            message="名册中写着 `{name}`，`{kind}` 没有这种模式",
            help="是不是 `{nearest}`？可以写 `{known}`",
            label="方案中没有这种模式",
        ),
        en=Text(
            message="the roster says `{name}`, which is no form of `{kind}`",
            help="did you mean `{nearest}`?; it can be `{known}`",
            label="not a form of the scheme",
        ),
    ),
)
