"""Findings about structure."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="SCH101",
        slug="unknown-key",
        level=Level.ERROR,
        zh=Text(
            message="{element_zh}没有 `{name}` 这个键",
            help="是不是 `{nearest}`？可用的键：`{known}`",
            label="不认识这个键",
        ),
        en=Text(
            message="no key `{name}` is known in {element_en}",
            help="did you mean `{nearest}`?; the keys here are `{known}`",
            label="unknown key",
        ),
    ),
    Entry(
        code="SCH102",
        slug="unknown-value",
        level=Level.ERROR,
        zh=Text(
            message="`{field}` 不能取 `{value}`",
            help="是不是 `{nearest}`？可取：`{known}`",
            label="不在可取的值之内",
        ),
        en=Text(
            message="`{field}` cannot be `{value}`",
            help="did you mean `{nearest}`?; it can be `{known}`",
            label="not one it can be",
        ),
    ),
    Entry(
        code="SCH103",
        slug="wrong-form",
        level=Level.ERROR,
        zh=Text(
            message="`{field}` 处应写{expected_zh}", help="请改写成{expected_zh}", label="这里写的是{got_zh}"
        ),
        en=Text(
            message="`{field}` takes {expected_en}", help="write {expected_en}", label="this is {got_en}"
        ),
    ),
    Entry(
        code="SCH104",
        slug="missing-key",
        level=Level.ERROR,
        zh=Text(message="{element_zh}缺少 `{name}`", help="`{name}`：{says_zh}", label="缺少 `{name}`"),
        en=Text(
            message="{element_en} needs `{name}`",
            help="`{name}` says {says_en}",
            label="`{name}` is missing",
        ),
    ),
    Entry(
        code="SCH105",
        slug="bad-element-key",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 不能作键",
            help="键里不能有 /，不能以 $ 开头，也不能为空；名称中有这些符号的，另写 `名称`（name）",
            label="键里有不能用的符号",
        ),
        en=Text(
            message="`{name}` cannot be a key",
            help="a key is not empty, holds no `/` and does not start with `$`; write such a name as `name`",
            label="a sign that keys may not have",
        ),
    ),
    Entry(
        code="SCH106",
        slug="unquoted-text",
        level=Level.ERROR,
        zh=Text(
            message="`{field}` 应写文字，`{value}` 却会读成数或真假",
            help='加引号："{value}"',
            label="没有引号",
        ),
        en=Text(
            message="`{field}` takes text, but `{value}` is read as something else",
            help='put it in quotes: "{value}"',
            label="no quotes",
        ),
    ),
    Entry(
        code="SCH107",
        slug="too-small",
        level=Level.ERROR,
        zh=Text(message="`{field}` 不能是 {value}", help="至少是 {least}", label="小于 {least}"),
        en=Text(
            message="`{field}` cannot be {value}", help="it is at least {least}", label="less than {least}"
        ),
    ),
    Entry(
        code="SCH108",
        slug="empty-value",
        level=Level.ERROR,
        zh=Text(
            message="`{field}` 的值是空的",
            help="来源没有说就删去这一项；查过而没有定的写 `待定`（unspecified）",
            label="空",
        ),
        en=Text(
            message="`{field}` is empty",
            help="leave it out where the source says nothing; write `unspecified` where it is known to be open",
            label="empty",
        ),
    ),
    Entry(
        code="SCH109",
        slug="listed-twice",
        level=Level.ERROR,
        zh=Text(message="`{name}` 在 `{field}` 中列了两次", help="删去其中一处", label="又列了一次"),
        en=Text(
            message="`{name}` is listed twice in `{field}`", help="take one of them out", label="listed again"
        ),
    ),
    Entry(
        code="SCH110",
        slug="unknown-version",
        level=Level.ERROR,
        zh=Text(
            message="不认识方案语言的第 {version} 版",
            help="本工具认识第 {known} 版；写 `xuequ: {known}`，或换用较新的 xuequ",
            label="版本",
        ),
        en=Text(
            message="version {version} of the scheme language is not known",
            help="this tool knows version {known}: write `xuequ: {known}`, or use a newer xuequ",
            label="version",
        ),
    ),
    Entry(
        code="SCH111",
        slug="no-kind",
        level=Level.ERROR,
        zh=Text(
            message="没有写这是哪类文件", help="在文件开头写 `{name}`，可取：`{known}`", label="缺少 `{name}`"
        ),
        en=Text(
            message="the file does not say what kind it is",
            help="write `{name}` at the top; it can be `{known}`",
            label="no `{name}`",
        ),
    ),
    Entry(
        code="SCH112",
        slug="key-in-both-languages",
        level=Level.ERROR,
        zh=Text(
            message="`{first}` 和 `{second}` 是同一个键，写了两次",
            help="只留一个，中文、英文都可以",
            label="与前面的 `{first}` 重复",
        ),
        en=Text(
            message="`{first}` and `{second}` are the same key, given twice",
            help="keep one of them, in either language",
            label="the same as `{first}`",
        ),
    ),
    Entry(
        code="SCH113",
        slug="bare-number",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 处应写要素，这里只写了数 {value}",
            help="写成 `{{{key}: {value}}}`",
            label="只有一个数",
        ),
        en=Text(
            message="`{name}` takes an element, and here is a bare number, {value}",
            help="write `{{{key}: {value}}}`",
            label="only a number",
        ),
    ),
    Entry(
        code="SCH114",
        slug="section-not-indented",
        level=Level.ERROR,
        zh=Text(
            message="`{name}` 的缩进少了一级，成了一项{element_zh}",
            help="要写成上一项 `{above}` 的 `{name}`，把这一行和它下面的各行再缩进两格",
            label="与 `{above}` 对齐了",
        ),
        en=Text(
            message="`{name}` is not indented far enough and is {element_en} now",
            help="for it to be the `{name}` of `{above}`, indent this line and those below it by two more spaces",
            label="on a level with `{above}`",
        ),
    ),
    Entry(
        code="SCH116",
        slug="merge-key",
        level=Level.ERROR,
        zh=Text(
            message="这里不用合并键 `<<`：写进去的字段不会并到别处",
            help="几项共有的字段写在它们所在的举措（measure）里，由其中各项沿用；单个值可以用锚点和别名：`时间: &每月 每月`，别处 `时间: *每月`",
            label="不合并",
        ),
        en=Text(
            message="merge keys (`<<`) are not taken here: nothing would be merged",
            help="what several elements share stands in the measure they are in, and they inherit it; a plain alias works as a value: `when: &monthly every month`, elsewhere `when: *monthly`",
            label="not merged",
        ),
    ),
    Entry(
        code="SCH115",
        slug="text-without-its-parts",
        level=Level.ERROR,
        zh=Text(
            message="`{field}` 不是规定的写法：`{value}`",
            help="{says_zh}，如 `{example}`",
            label="写法不对",
        ),
        en=Text(
            message="`{field}` is not in the form it takes: `{value}`",
            help="{says_en}, such as `{example}`",
            label="of another form",
        ),
    ),
    Entry(
        code="SCH117",
        slug="number-that-ends-in-zero",
        level=Level.NOTE,
        zh=Text(
            message="`{value}` 在这里按原样读取，别的程序会当作数，丢掉末尾的 0",
            help='加上引号，处处都一样："{value}"',
            label="末尾有 0",
        ),
        en=Text(
            message="`{value}` is read as it stands here; other programs take it for a number and drop its last 0",
            help='in quotes it is the same everywhere: "{value}"',
            label="ends in 0",
        ),
    ),
)
