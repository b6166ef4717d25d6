"""Findings about a drafter's own Word template: each names the paragraph it is about, by number and text."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

_ZH = "{part}第 {paragraph} 段“{text}”"
_EN = "paragraph {paragraph} of {part} (`{text}`)"

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="DOC300",
        slug="word-template-not-installed",
        level=Level.ERROR,
        zh=Text(
            message="填写 Word 模板的组件没有安装",
            help="运行 `pip install 'xuequ[word]'`（在源代码目录里则是 `pip install -e '.[word]'`）；不用 `--word-template` 则不需要",
        ),
        en=Text(
            message="what fills Word templates is not installed",
            help="run `pip install 'xuequ[word]'`, or `pip install -e '.[word]'` in a checkout; without `--word-template` it is not needed",
        ),
    ),
    Entry(
        code="DOC301",
        slug="word-template-no-word-file",
        level=Level.ERROR,
        zh=Text(
            message="这个模板不是 Word 文档（.docx）",
            help="在 Word、WPS 或 LibreOffice 中另存为 .docx；只改扩展名不行",
        ),
        en=Text(
            message="this template is no Word document (.docx)",
            help="save it as .docx in Word, WPS or LibreOffice; changing its name is not enough",
        ),
    ),
    Entry(
        code="DOC302",
        slug="word-template-half-a-tag",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}中的 `{{tag}}` 没有另一半",
            help="标签写成 `{{{{ 名称 }}}}` 或 `{{% 语句 %}}`，首尾在同一段，中间不换行",
        ),
        en=Text(
            message=f"`{{tag}}` in {_EN} has no other half",
            help="a tag is `{{{{ name }}}}` or `{{% statement %}}`, whole in one paragraph",
        ),
    ),
    Entry(
        code="DOC303",
        slug="word-template-unknown-name",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}用到了没有提供的名称 `{{name}}`",
            help="最相近的是 `{nearest}`；`xuequ template vars` 列出可用的名称",
        ),
        en=Text(
            message=f"{_EN} uses `{{name}}`, which this document does not have",
            help="the nearest is `{nearest}`; `xuequ template vars` lists what it has",
        ),
    ),
    Entry(
        code="DOC304",
        slug="word-template-unknown-field",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}：`{{tag}}` 中没有 `{{name}}` 这一项",
            help="最相近的是 `{nearest}`；表格行从 0 数起，`xuequ template vars` 列出每一项有什么",
        ),
        en=Text(
            message=f"{_EN}: nothing in `{{tag}}` is called `{{name}}`",
            help="the nearest is `{nearest}`; cells of a row count from 0; `xuequ template vars` lists what each has",
        ),
    ),
    Entry(
        code="DOC305",
        slug="word-template-unknown-filter",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}用到了没有的过滤器 `{{name}}`",
            help="最相近的是 `{nearest}`；`|` 后面只能写 Jinja 自带的过滤器或 `chinese`",
        ),
        en=Text(
            message=f"{_EN} uses a filter that is not there, `{{name}}`",
            help="the nearest is `{nearest}`; behind `|` stands one of Jinja's own filters, or `chinese`",
        ),
    ),
    Entry(
        code="DOC306",
        slug="word-template-never-ends",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}开始的 `{{tag}}` 没有结束",
            help="在要重复或选用的内容后面写 `{{% {end} %}}`",
        ),
        en=Text(
            message=f"`{{tag}}` begins in {_EN} and never ends",
            help="write `{{% {end} %}}` behind what is repeated or chosen",
        ),
    ),
    Entry(
        code="DOC307",
        slug="word-template-tag-out-of-place",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}：`{{tag}}` 不能放在这里",
            help="整行重复，首尾两行写 `{{%tr for … %}}`、`{{%tr endfor %}}`；整段重复，首尾各占一段写 `{{%p for … %}}`、"
            "`{{%p endfor %}}`；开始和结束用同一种，`tr` 只能在表格里",
        ),
        en=Text(
            message=f"{_EN}: `{{tag}}` cannot stand here",
            help="to repeat rows, write `{{%tr for … %}}` and `{{%tr endfor %}}` in rows of their own; to repeat paragraphs, "
            "`{{%p for … %}}` and `{{%p endfor %}}` in paragraphs of their own; both of one kind, and `tr` in tables only",
        ),
    ),
    Entry(
        code="DOC308",
        slug="word-template-unknown-statement",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}中没有 `{{name}}` 这种语句",
            help="最相近的是 `{nearest}`；常用的是 `for`、`if`、`else`、`endfor`、`endif`；要打印名称写 `{{{{ 名称 }}}}`",
        ),
        en=Text(
            message=f"{_EN}: there is no statement `{{name}}`",
            help="the nearest is `{nearest}`; the usual ones are `for`, `if`, `else`, `endfor`, `endif`; a name is printed by `{{{{ name }}}}`",
        ),
    ),
    Entry(
        code="DOC309",
        slug="word-template-wide-braces",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}的标签用了全角括号或百分号",
            help="改用半角的 `{{{{ }}}}` 和 `{{% %}}`，否则会原样印出来",
        ),
        en=Text(
            message=f"a tag in {_EN} has full-width braces or per cent signs",
            help="write it with half-width `{{{{ }}}}` and `{{% %}}`; as it stands it would be printed",
        ),
    ),
    Entry(
        code="DOC310",
        slug="word-template-failed",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}：`{{tag}}` 无法处理：{{problem}}",
            help="对照 `xuequ template vars` 检查这个标签的写法",
        ),
        en=Text(
            message=f"{_EN}: `{{tag}}` does not work: {{problem}}",
            help="hold this tag against `xuequ template vars`",
        ),
    ),
    Entry(
        code="DOC311",
        slug="word-template-without-tags",
        level=Level.ERROR,
        zh=Text(
            message="这个 Word 模板里没有标签，生成的文件会和模板一样",
            help="在要填的地方写 `{{{{ title }}}}` 这样的标签；`xuequ template vars` 列出可用的名称",
        ),
        en=Text(
            message="this Word template has no tags, so every document would be the template itself",
            help="write tags such as `{{{{ title }}}}` where something is to be filled in; `xuequ template vars` lists the names",
        ),
    ),
    Entry(
        code="DOC312",
        slug="word-template-forbidden",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}：`{{tag}}` 用到了模板不许用的东西",
            help="模板在沙箱中运行，只能读取 `xuequ template vars` 列出的内容",
        ),
        en=Text(
            message=f"{_EN}: `{{tag}}` uses what no template may",
            help="templates run in a sandbox and read what `xuequ template vars` lists, nothing else",
        ),
    ),
    Entry(
        code="DOC313",
        slug="word-template-ends-nothing",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}的 `{{tag}}` 前面没有与它相配的开头",
            help="每个 `endfor`、`endif`、`else` 前面要有自己的 `for` 或 `if`，后开始的先结束",
        ),
        en=Text(
            message=f"`{{tag}}` in {_EN} has no beginning that goes with it",
            help="every `endfor`, `endif` and `else` comes after its own `for` or `if`; what began last ends first",
        ),
    ),
)
