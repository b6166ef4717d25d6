"""Findings about amounts."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="AMT001",
        slug="unreadable-quantity",
        level=Level.ERROR,
        zh=Text(
            message="看不懂数量 `{text}`",
            help="可以写成 `{nearest}`；{why}；写法举例：`{forms}`",
            label="应为数、范围或“若干”",
        ),
        en=Text(
            message="`{text}` cannot be read as a quantity",
            help="write `{nearest}`; {why}; such as `{forms}`",
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
            help="写法举例：`{forms}`",
            label="数额用 数量、比例 或 值 之一，可带 基数、口径层级、按、分解",
        ),
        en=Text(
            message="`{text}` cannot be read in an amount",
            help="such as `{forms}`",
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
        code="AMT005",
        slug="unreadable-per",
        level=Level.ERROR,
        zh=Text(
            message="看不懂按什么计算：`{text}`",
            help="写学科、年级、班级、次、已声明的主体，或带量词的数；写法举例：`{forms}`",
            label="不知道每多少一份",
        ),
        en=Text(
            message="`{text}` cannot be read as what an amount is once more for",
            help="name a subject, grade, class, time, a declared actor, or a number of them; such as `{forms}`",
            label="once for each how many?",
        ),
    ),
    Entry(
        code="AMT006",
        slug="against-its-trend",
        level=Level.ERROR,
        zh=Text(
            message="`{text}` 与所写的提高或降低相反",
            help="核对两个数，或改 `趋势`（trend）",
            label="方向不对",
        ),
        en=Text(
            message="`{text}` does not go the way it says",
            help="check both numbers, or change `trend`",
            label="the other way round",
        ),
    ),
    Entry(
        code="AMT101",
        slug="share-held-nowhere",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的比例 {share} 没有说明在哪一级成立",
            help="用 `口径层级`（hold）写明按本地总数、按学区还是按每校；名册中{of} {heads} 人，按总数折算 {exact} 人，不低于这一比例为 {whole} 人，每校都不低于则为 {schools} 人",
            label="各种口径的人数不同",
        ),
        en=Text(
            message="it is not said on which level the share {share} of `{name}` must be true",
            help="name the level with `hold`: locality, a cluster type or school; of {heads} {of} in the roster it is {exact} to the nearest, {whole} as a minimum of the whole, {schools} as a minimum in every school",
            label="each reading gives another number",
        ),
    ),
    Entry(
        code="AMT102",
        slug="share-without-base",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的比例 {share} {how}",
            help="用 `基数`（of）写明是谁的几成，如 `{{比例: {example}, 基数: …}}`；说的是增长或降低多少，写 `{{值: {growth}, 趋势: 提高}}` 或 `趋势: 降低`；在名册中加上 {columns} 一列，或在群体 `{of}` 的 `列`（column）中写明用哪一列",
            label="算不出具体数",
        ),
        en=Text(
            message="the share {share} of `{name}` {how}",
            help="say with `of` what it is a share of, as in `{{share: {example}, of: …}}`; of a growth or a fall write `{{value: {growth}, trend: up}}` or `trend: down`; add a column {columns} to the roster, or name one in `column` of `{of}`",
            label="no number can be worked out",
        ),
    ),
    Entry(
        code="AMT103",
        slug="parts-do-not-fit",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 的总数是 {total}，各分项加起来是 {sum}",
            help="改动总数或分项，使之相合",
            label="分项加不到总数",
        ),
        en=Text(
            message="the total of `{name}` is {total}, its parts add up to {sum}",
            help="change the total or a part until they fit",
            label="the parts do not add up to the total",
        ),
    ),
    Entry(
        code="AMT104",
        slug="points-do-not-add-up",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的各项加起来是 {found}，应为 {whole}",
            help="改动分值或权重，使之相合",
            label="加起来是 {found}",
        ),
        en=Text(
            message="the parts of `{name}` add up to {found} instead of {whole}",
            help="change points or weights until they fit",
            label="they add up to {found}",
        ),
    ),
    Entry(
        code="AMT105",
        slug="quota-for-one-group",
        level=Level.WARNING,
        zh=Text(
            message="只有{group}有比例（{share}），`{names}` 没有",
            help="给这几类人也写明比例或人数；不作要求的写明不作要求",
            label="没有比例",
        ),
        en=Text(
            message="only {group} has a quota ({share}); `{names}` has none",
            help="give the others a share or a number too, or say that none is asked",
            label="no quota",
        ),
    ),
    Entry(
        code="AMT106",
        slug="number-without-owner",
        level=Level.NOTE,
        zh=Text(
            message="有数额而没有人负责完成：`{names}`",
            help="写明由谁牵头完成，并分解到单位",
            label="没有人对这个数负责",
        ),
        en=Text(
            message="numbers that nobody answers for: `{names}`",
            help="say who leads, and split the number among units",
            label="nobody answers for this number",
        ),
    ),
    Entry(
        code="AMT107",
        slug="amount-left-open",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的数额待定",
            help="印发前写明数额、比例，或由谁在何时确定；涉及经费的写明来源",
            label="多少没有写",
        ),
        en=Text(
            message="how much is left open: `{name}`",
            help="before it is issued give a number or share, or say who settles it and when; for money say where it comes from",
            label="how much is not said",
        ),
    ),
    Entry(
        code="AMT108",
        slug="more-than-there-are",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 要求 {asked}，而名册中{of}只有 {heads}",
            help="核对数额与名册",
            label="超过现有人数",
        ),
        en=Text(
            message="`{name}` asks for {asked} where the roster has {heads} {of}",
            help="check the amount against the roster",
            label="more than there are",
        ),
    ),
    Entry(
        code="AMT109",
        slug="how-many-is-open",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 有多少没有写明",
            help="写明数目，或写明由谁根据什么确定，如“每 5 所学校一名”",
            label="几个",
        ),
        en=Text(
            message="it is not said how many there are of `{name}`",
            help="give a number, or say who settles it by what, such as one per 5 schools",
            label="how many",
        ),
    ),
    Entry(
        code="AMT110",
        slug="more-than-the-whole",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 的比例 {share} 超过了{of}的全部",
            help="核对比例；说的是增长的，写 `趋势`（trend）",
            label="超过全部",
        ),
        en=Text(
            message="the share {share} of `{name}` is more than all of {of}",
            help="check the share; where it is a growth, say so with `trend`",
            label="more than the whole",
        ),
    ),
    Entry(
        code="AMT111",
        slug="held-at-no-level",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 的口径层级 `{level}` 不是哪一级",
            help="是不是 `{nearest}`？可以写 `{known}`",
            label="没有这一级",
        ),
        en=Text(
            message="`{level}`, where the amount of `{name}` must be true, is no level",
            help="did you mean `{nearest}`?; it can be `{known}`",
            label="no such level",
        ),
    ),
    Entry(
        code="AMT112",
        slug="scoring-does-not-fit",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 的计分：{what}",
            help="改动分值或计分；用话说的，整条写成文字，如 `计分: 制度健全的得5分`",
            label="照此算不出分",
        ),
        en=Text(
            message="the scoring of `{name}`: {what}",
            help="change points or scoring; what is said in words can be one text as a whole",
            label="no points come of this",
        ),
    ),
)
