"""Findings about composition."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="COM001",
        slug="same-key-twice",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 已由别处带入，不能再来一个",
            help="要改动用 `改动`（override），不要的用 `删去`（drop），或换一个键",
            label="与已有的重名",
        ),
        en=Text(
            message="`{name}` is there already, brought by another part",
            help="change it with `override`, leave it out with `drop`, or choose another key",
            label="same key again",
        ),
    ),
    Entry(
        code="COM002",
        slug="nothing-to-amend",
        level=Level.ERROR,
        zh=Text(
            message="要改动或删去的 `{name}` 并不存在",
            help="请核对路径：从上到下写键或名称，用 / 分隔",
            label="没有找到",
        ),
        en=Text(
            message="`{name}`, to be changed or dropped, is not there",
            help="check the path: keys or names from the top, joined by /",
            label="not found",
        ),
    ),
    Entry(
        code="COM003",
        slug="parameter-out-of-range",
        level=Level.ERROR,
        zh=Text(
            message="参数 `{name}` 的值 {value} 超出允许的范围",
            help="允许的最小值 {low}，最大值 {high}",
            label="超出范围",
        ),
        en=Text(
            message="parameter `{name}` is {value}, outside its range",
            help="the least is {low}, the most {high}",
            label="out of range",
        ),
    ),
    Entry(
        code="COM004",
        slug="unknown-parameter",
        level=Level.ERROR,
        zh=Text(
            message="所采用的政策模块没有参数 `{name}`",
            help="用 `xuequ policy` 加模块名查看它有哪些参数",
            label="没有这个参数",
        ),
        en=Text(
            message="the policy has no parameter `{name}`",
            help="`xuequ policy NAME` shows its parameters",
            label="no such parameter",
        ),
    ),
    Entry(
        code="COM005",
        slug="nothing-selected",
        level=Level.ERROR,
        zh=Text(
            message="所采用的政策模块里没有 `{name}`，`{field}` 无从选取",
            help="用 `xuequ policy` 加模块名查看它带来哪些内容",
            label="没有找到",
        ),
        en=Text(
            message="the policy has no `{name}` for `{field}` to select",
            help="`xuequ policy NAME` shows what it brings",
            label="not found",
        ),
    ),
    Entry(
        code="COM006",
        slug="ambiguous-amendment",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 可以指 {paths}，不知改动哪一个",
            help="写出更完整的路径，如 `{paths[0]}`",
            label="有多个同名对象",
        ),
        en=Text(
            message="`{name}` may mean {paths}",
            help="write a longer path, such as `{paths[0]}`",
            label="more than one by this name",
        ),
    ),
    Entry(
        code="COM007",
        slug="value-of-no-parameter",
        level=Level.ERROR,
        zh=Text(
            message="`${name}` 不是本模块的参数",
            help="在 `参数`（parameters）下声明它，或直接写值",
            label="没有这个参数",
        ),
        en=Text(
            message="`${name}` is no parameter of this policy",
            help="declare it under `parameters`, or write the value itself",
            label="no such parameter",
        ),
    ),
    Entry(
        code="COM008",
        slug="override-of-nothing",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 改动前后一样",
            help="删去这一行",
            label="没有改动什么",
        ),
        en=Text(
            message="`{name}` is overridden with what it was",
            help="take the line out",
            label="changes nothing",
        ),
    ),
    Entry(
        code="COM009",
        slug="adoption-without-frame",
        level=Level.ERROR,
        zh=Text(
            message="举措内的采用 `{name}` 直接并入所在举措，这里的 `{field}` 无处可写，会丢失",
            help="写到所在的举措上，或把采用移到顶层",
            label="没有对应的举措",
        ),
        en=Text(
            message="inside a measure the adoption `{name}` stands directly in that measure: its `{field}` would be lost",
            help="say it of the measure, or adopt at the top",
            label="nothing to say it of",
        ),
    ),
)
