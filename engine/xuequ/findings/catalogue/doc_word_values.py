"""Findings about what a Word template asks of its document: names and fields that are not there, what is no text."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

#: Where a tag stands, in Chinese and in English.
AT_ZH = "{part}第 {paragraph} 段{spot}“{text}”"
AT_EN = "{spot}paragraph {paragraph} of {part} (`{text}`)"
#: What lists the names there are.
VARS = "`xuequ template vars {document}`"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="DOC303",
        slug="word-template-unknown-name",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}用到了没有提供的名称 `{{name}}`",
            help=f"最相近的是 `{{nearest}}`；{VARS} 列出可用的名称",
        ),
        en=Text(
            message=f"{AT_EN} uses `{{name}}`, which this document does not have",
            help=f"the nearest is `{{nearest}}`; {VARS} lists what it has",
        ),
    ),
    Entry(
        code="DOC304",
        slug="word-template-unknown-field",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{holder}}` 中没有 `{{name}}` 这一项",
            help=f"最相近的是 `{{nearest}}`；有的是 `{{fields}}`；{VARS} 列出每一项有什么",
        ),
        en=Text(
            message=f"{AT_EN}: nothing in `{{holder}}` is called `{{name}}`",
            help=f"the nearest is `{{nearest}}`; it has `{{fields}}`; {VARS} lists what each has",
        ),
    ),
    Entry(
        code="DOC305",
        slug="word-template-unknown-filter",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}用到了没有提供的过滤器 `{{name}}`",
            help=f"最相近的是 `{{nearest}}`；{VARS} 列出 `|` 后面可以写什么",
        ),
        en=Text(
            message=f"{AT_EN} uses a filter that is not there, `{{name}}`",
            help=f"the nearest is `{{nearest}}`; {VARS} lists what can stand behind `|`",
        ),
    ),
    Entry(
        code="DOC310",
        slug="word-template-failed",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{tag}}` 无法处理：{{problem}}",
            help=f"对照 {VARS} 检查这个标签的写法",
        ),
        en=Text(
            message=f"{AT_EN}: `{{tag}}` does not work: {{problem}}",
            help=f"hold this tag against {VARS}",
        ),
    ),
    Entry(
        code="DOC312",
        slug="word-template-forbidden",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{tag}}` 用到了模板不许用的东西",
            help=f"模板在沙箱中运行，只能读取 {VARS} 列出的内容",
        ),
        en=Text(
            message=f"{AT_EN}: `{{tag}}` uses what no template may",
            help=f"templates run in a sandbox and read what {VARS} lists, nothing else",
        ),
    ),
    Entry(
        code="DOC322",
        slug="word-template-prints-several",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{said}}` 是若干项，不能直接印出来",
            help="前后各占一段写 `{{%p for one in {said} %}}` 和 `{{%p endfor %}}`（表格行用 `tr`），中间写 `{fields}`",
        ),
        en=Text(
            message=f"{AT_EN}: `{{said}}` is several entries and cannot be printed as it is",
            help="write `{{%p for one in {said} %}}` and `{{%p endfor %}}` in paragraphs of their own (`tr` for rows), and `{fields}` between",
        ),
    ),
    Entry(
        code="DOC323",
        slug="word-template-no-such-cell",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{holder}}` 只有 {{count}} 格（项），没有 `[{{index}}]`",
            help=f"从 0 数起，最后一个是 `[{{last}}]`；{VARS} 列出每一格是什么",
        ),
        en=Text(
            message=f"{AT_EN}: `{{holder}}` has {{count}} cells or entries and no `[{{index}}]`",
            help=f"they count from 0, the last is `[{{last}}]`; {VARS} lists what each is",
        ),
    ),
    Entry(
        code="DOC324",
        slug="word-template-prints-a-row",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{said}}` 是一行，有 {{count}} 格，不能直接印出来",
            help="写出其中一格，如 `{instead}`，从 0 数起",
        ),
        en=Text(
            message=f"{AT_EN}: `{{said}}` is a row of {{count}} cells and cannot be printed as it is",
            help="write one of them, such as `{instead}`; they count from 0",
        ),
    ),
    Entry(
        code="DOC325",
        slug="word-template-prints-an-entry",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{said}}` 有好几项内容，不能直接印出来",
            help="写出其中一项：`{fields}`",
        ),
        en=Text(
            message=f"{AT_EN}: `{{said}}` has several fields and cannot be printed as it is",
            help="write one of them: `{fields}`",
        ),
    ),
    Entry(
        code="DOC326",
        slug="word-template-prints-no-text",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{said}}` 不是文字，不能直接印出来",
            help="是或否用 `{{% if … %}}是{{% else %}}否{{% endif %}}` 写成文字",
        ),
        en=Text(
            message=f"{AT_EN}: `{{said}}` is no text and cannot be printed",
            help="say yes or no in words: `{{% if … %}}yes{{% else %}}no{{% endif %}}`",
        ),
    ),
    Entry(
        code="DOC327",
        slug="word-template-loop-over-one",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{said}}` 只是一项，不能逐项处理",
            help=f"直接写 `{{{{{{{{ … }}}}}}}}`；{VARS} 列出哪些名称有若干项",
        ),
        en=Text(
            message=f"{AT_EN}: `{{said}}` is one thing and cannot be gone through",
            help=f"print it with `{{{{{{{{ … }}}}}}}}`; {VARS} lists which names are several",
        ),
    ),
    Entry(
        code="DOC328",
        slug="word-template-other-count",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{tag}}` 写了 {{asked}} 个名称，每行有 {{count}} 格",
            help="写一个名称，如 `for row in …`，再用 `row[0]`、`row[1]` 取各格",
        ),
        en=Text(
            message=f"{AT_EN}: `{{tag}}` has {{asked}} names, and each row has {{count}} cells",
            help="write one name, `for row in …`, and `row[0]`, `row[1]` for the cells",
        ),
    ),
    Entry(
        code="DOC331",
        slug="word-template-too-much",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{tag}}` 做不到：{{problem}}",
            help="模板只做排版要用的事；换一种简单的写法",
        ),
        en=Text(
            message=f"{AT_EN}: `{{tag}}` cannot be done: {{problem}}",
            help="a template does what setting a page asks for; find a simpler way to say it",
        ),
    ),
    Entry(
        code="DOC332",
        slug="word-template-markdown-only",
        level=Level.ERROR,
        zh=Text(
            message=f"{AT_ZH}：`{{name}}` 只有 Markdown 模板（`--templates`）才有",
            help="Word 模板只填这个文件自己的内容；方案和附件各是一个文件，可以各用自己的 Word 模板",
        ),
        en=Text(
            message=f"{AT_EN}: only Markdown templates (`--templates`) have `{{name}}`",
            help="a Word template has the content of its own document; plan and attachments are documents with templates of their own",
        ),
    ),
)
