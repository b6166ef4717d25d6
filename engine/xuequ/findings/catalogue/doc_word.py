"""Findings about a drafter's own Word template: what is no file to fill, and tags that are written or placed wrongly.

Each names the paragraph it is about, by number and text.
"""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.catalogue.doc_word_values import AT_EN as _EN
from xuequ.findings.catalogue.doc_word_values import AT_ZH as _ZH
from xuequ.findings.catalogue.doc_word_values import ENTRIES as VALUES
from xuequ.findings.catalogue.doc_word_values import VARS as _VARS
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
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
        code="DOC306",
        slug="word-template-never-ends",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}开始的 `{{tag}}` 没有结束",
            help="在要重复或选用的内容后面写 `{end}`",
        ),
        en=Text(
            message=f"`{{tag}}` begins in {_EN} and never ends",
            help="write `{end}` behind what is repeated or chosen",
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
        code="DOC311",
        slug="word-template-without-tags",
        level=Level.ERROR,
        zh=Text(
            message="这个 Word 模板里没有标签，生成的文件会和模板一样",
            help=f"在要填的地方写 `{{{{{{{{ title }}}}}}}}` 这样的标签；{_VARS} 列出可用的名称",
        ),
        en=Text(
            message="this Word template has no tags, so every document would be the template itself",
            help=f"write tags such as `{{{{{{{{ title }}}}}}}}` where something is to be filled in; {_VARS} lists the names",
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
    Entry(
        code="DOC314",
        slug="word-template-other-kind",
        level=Level.ERROR,
        zh=Text(message="这个模板不是普通的 Word 文档（.docx），而是{kind}", help="{remedy}"),
        en=Text(message="this template is no plain Word document (.docx) but {kind}", help="{remedy}"),
    ),
    Entry(
        code="DOC315",
        slug="word-template-damaged",
        level=Level.ERROR,
        zh=Text(
            message="这个 Word 文件已损坏：其中的 `{name}` 缺失或读不出来",
            help="在 Word、WPS 或 LibreOffice 中打开，另存为新的 .docx",
        ),
        en=Text(
            message="this Word file is damaged: `{name}` in it is missing or cannot be read",
            help="open it in Word, WPS or LibreOffice and save it as a new .docx",
        ),
    ),
    Entry(
        code="DOC316",
        slug="word-template-braces",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}：标签旁边多了一个大括号",
            help="写成 `{{{{ {tag} }}}}`；要印出大括号，和标签之间空一格",
        ),
        en=Text(
            message=f"{_EN}: there is a brace too many beside a tag",
            help="write `{{{{ {tag} }}}}`; to print a brace, put a blank between it and the tag",
        ),
    ),
    Entry(
        code="DOC317",
        slug="word-template-wide-signs",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}的标签里有中文输入法的 `{{signs}}`",
            help="换成英文输入法的 `{instead}`；引号里的文字不受影响",
        ),
        en=Text(
            message=f"a tag in {_EN} has `{{signs}}` as Chinese type has it",
            help="write `{instead}` in its place; what stands in quotes may stay",
        ),
    ),
    Entry(
        code="DOC318",
        slug="word-template-kind-of-tag",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}中的 `p`、`tr`、`tc` 写得不对",
            help="写成 `{instead}`：紧跟在 `{{%` 后面，小写，再空一格；打印名称的 `{{{{ }}}}` 不用它",
        ),
        en=Text(
            message=f"{_EN} has `p`, `tr` or `tc` in the wrong way",
            help="write `{instead}`: right behind `{{%`, in small letters, then a blank; `{{{{ }}}}` that prints has none",
        ),
    ),
    Entry(
        code="DOC319",
        slug="word-template-two-in-one",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}：`{{tag}}` 和 `{{second}}` 在同一处",
            help="`{{%p … %}}` 的标签各占一段，`{{%tr … %}}` 的各占一行，`{{%tc … %}}` 的各占一格，重复的是它们之间的内容；"
            "在一段之内重复或选用，写不带 `p` 的 `{{% … %}}`",
        ),
        en=Text(
            message=f"{_EN}: `{{tag}}` and `{{second}}` stand in the same place",
            help="every `{{%p … %}}` has a paragraph of its own, `{{%tr … %}}` a row, `{{%tc … %}}` a cell, and what lies between "
            "is repeated; within a paragraph write `{{% … %}}` without `p`",
        ),
    ),
    Entry(
        code="DOC320",
        slug="word-template-tag-not-alone",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}：`{{tag}}` 旁边还有“{{beside}}”，会一起消失",
            help="这个标签要独占{holder}，别的内容移到它前后",
        ),
        en=Text(
            message=f"{_EN}: beside `{{tag}}` stands `{{beside}}`, which would be lost",
            help="this tag has {holder} to itself; put everything else before or behind it",
        ),
    ),
    Entry(
        code="DOC321",
        slug="word-template-nested-deeply",
        level=Level.ERROR,
        zh=Text(
            message=f"{_ZH}：`{{tag}}` 套在太多层里面",
            help="循环和条件最多套 {most} 层",
        ),
        en=Text(
            message=f"{_EN}: `{{tag}}` stands in too many others",
            help="loops and conditions may stand in one another {most} deep",
        ),
    ),
    Entry(
        code="DOC329",
        slug="word-template-not-in-pdf",
        level=Level.WARNING,
        zh=Text(
            message="`{document}` 的 PDF 不是按这个 Word 模板生成的",
            help="要和模板一样的 PDF，在 Word、WPS 或 LibreOffice 中打开生成的 .docx，另存为 PDF",
        ),
        en=Text(
            message="the PDF of `{document}` is not made from this Word template",
            help="for a PDF like the template, open the .docx in Word, WPS or LibreOffice and save it as PDF",
        ),
    ),
    Entry(
        code="DOC330",
        slug="word-template-tag-beyond",
        level=Level.ERROR,
        zh=Text(
            message="{part}里的 `{tag}` 不会填写",
            help="标签可以写在正文、表格、文本框、页眉页脚、脚注尾注、批注和文档属性里",
        ),
        en=Text(
            message="`{tag}` in {part} is not filled in",
            help="tags can stand in the text, tables, text boxes, headers, footers, notes, comments and properties",
        ),
    ),
    *VALUES,
)
