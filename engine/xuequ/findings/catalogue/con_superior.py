"""Findings about a scheme held against its superior's."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="CON201",
        slug="mandate-missing",
        level=Level.ERROR,
        zh=Text(
            message="上级要求有 `{name}`，本方案没有",
            help="写上这一项；已用别的名称写了的，在 `回应`（answers）中写 `{path}: 那一项`；不适用的，写明 `不适用`（not_applicable）的缘由",
            label="本方案中没有相当的内容",
        ),
        en=Text(
            message="the superior scheme requires `{name}`, and this one has nothing of the kind",
            help="add it; where it goes by another name, say so in `answers` (`{path}: that one`); where it does "
            "not apply, say why with `not_applicable`",
            label="nothing here answers to it",
        ),
    ),
    Entry(
        code="CON202",
        slug="mandate-weakened",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 比上级的规定宽：{field}{turn}，上级为 `{upper}`，这里为 `{lower}`",
            help="改成{wanted}；上级允许另定的，应由上级写明 `界限: 可另定`（bound: default）",
            label="{side}上级的规定",
        ),
        en=Text(
            message="`{name}` is looser than the superior scheme's: {field} {turn}, `{upper}` there and `{lower}` here",
            help="make it {wanted}; where it may be set anew, the superior says `bound: default`",
            label="{side} what the superior says",
        ),
    ),
    Entry(
        code="CON203",
        slug="mandate-contradicted",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 与上级的规定抵触：{field}{turn}，上级为 `{upper}`，这里为 `{lower}`",
            help="按上级的规定改；认为上级的规定不适用的，先请示再改",
            label="与上级的规定抵触",
        ),
        en=Text(
            message="`{name}` goes against the superior scheme: {field} {turn}, `{upper}` there and `{lower}` here",
            help="change it to what the superior says, or have the superior's provision changed first",
            label="goes against the superior",
        ),
    ),
    Entry(
        code="CON204",
        slug="not-applicable-without-reason",
        level=Level.ERROR,
        zh=Text(
            message="写了 `{name}` 不适用，没有写缘由",
            help="写成 `not_applicable: 缘由`",
            label="缘由是空的",
        ),
        en=Text(
            message="`{name}` is said not to apply, and no reason is given",
            help="write `not_applicable: why`",
            label="no reason",
        ),
    ),
    Entry(
        code="CON205",
        slug="answer-names-nothing",
        level=Level.ERROR,
        zh=Text(
            message="回应上级要求 `{name}` 的 `{answers}` 在本方案中不存在",
            help="写本方案中某一项的键或名称；可能是 `{nearest}`",
            label="没有这一项",
        ),
        en=Text(
            message="nothing in this scheme is called `{answers}`, which is to answer to `{name}`",
            help="write the key or name of something here; did you mean `{nearest}`?",
            label="there is no such thing",
        ),
    ),
    Entry(
        code="CON206",
        slug="answer-to-nothing",
        level=Level.WARNING,
        zh=Text(
            message="回应了 `{path}`，而上级方案中没有这一项",
            help="写上级方案中的路径；可能是 `{nearest}`",
            label="上级没有这一项",
        ),
        en=Text(
            message="`{path}` is answered, and the superior scheme has nothing of that path",
            help="write a path of the superior scheme; did you mean `{nearest}`?",
            label="not in the superior scheme",
        ),
    ),
    Entry(
        code="CON207",
        slug="not-comparable",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 的{field}与上级的无法比较：上级为 `{upper}`，这里为 `{lower}`",
            help="按上级的历法或口径写，或由人核对",
            label="无法比较",
        ),
        en=Text(
            message="`{name}`: {field} cannot be compared with the superior's, `{upper}` there and `{lower}` here",
            help="write it by the superior's calendar and measure, or compare the two by hand",
            label="cannot be compared",
        ),
    ),
    Entry(
        code="CON208",
        slug="superior-expired",
        level=Level.ERROR,
        zh=Text(
            message="上级文件 `{name}` 到 {expires} 失效，本方案从 {from_} 起施行",
            help="依据现行的上级文件修订本方案",
            label="施行时上级文件已失效",
        ),
        en=Text(
            message="the superior document `{name}` expires on {expires}, and this scheme takes effect on {from_}",
            help="draw this scheme up under the document that is in force",
            label="the superior has expired by then",
        ),
    ),
    Entry(
        code="CON209",
        slug="superior-expires-within",
        level=Level.WARNING,
        zh=Text(
            message="上级文件 `{name}` 到 {expires} 失效，早于本方案的失效日 {until}",
            help="把本方案的有效期定在上级文件的有效期内，或写明到期如何衔接",
            label="有效期长于上级文件",
        ),
        en=Text(
            message="the superior document `{name}` expires on {expires}, before this scheme does on {until}",
            help="end this scheme with the superior document, or say what holds after it",
            label="outlives its superior",
        ),
    ),
    Entry(
        code="CON210",
        slug="superior-repealed",
        level=Level.ERROR,
        zh=Text(
            message="上级文件 `{name}` 已列为{standing}",
            help="按取代它的文件核对本方案",
            label="在这里列为{standing}",
        ),
        en=Text(
            message="the superior document `{name}` is listed as {standing}",
            help="hold this scheme against the document that took its place",
            label="listed as {standing} here",
        ),
    ),
    Entry(
        code="CON211",
        slug="constraint-dropped",
        level=Level.ERROR,
        zh=Text(
            message="上级的约束 `{name}` 在采用时被去掉了",
            help="保留这条约束；确实不适用的，在 `回应`（answers）中写明缘由",
            label="本方案中没有这条约束",
        ),
        en=Text(
            message="the superior's constraint `{name}` was left out when the policy was adopted",
            help="keep it; where it does not apply, say why in `answers`",
            label="the constraint is not here",
        ),
    ),
    Entry(
        code="CON212",
        slug="nothing-mandated",
        level=Level.NOTE,
        zh=Text(
            message="上级方案没有对 `{level}` 一级提出要求，只比较了两个方案共有的内容",
            help="上级有要求的，写在上级方案的 `对下要求`（mandates）中",
            label="没有对这一级的要求",
        ),
        en=Text(
            message="the superior scheme asks nothing of schemes at the level `{level}`; only what both have was compared",
            help="what it does ask is written in its `mandates`",
            label="nothing is asked of this level",
        ),
    ),
    Entry(
        code="CON213",
        slug="required-and-undeclared",
        level=Level.WARNING,
        zh=Text(
            message="上级要求有 `{name}`，而上级方案自身没有这一项，只能按名称核对",
            help="在上级方案中写明这一项，或改成已有的名称 `{nearest}`",
            label="上级方案中没有这一项",
        ),
        en=Text(
            message="`{name}` is required, and the superior scheme has no such thing itself; it was looked for by name",
            help="declare it in the superior scheme, or write the name of what it has: `{nearest}`",
            label="not in the superior scheme",
        ),
    ),
)
