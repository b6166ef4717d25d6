"""Findings about outlines of sources, and about clauses held against them."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="SRC201",
        slug="not-an-outline",
        level=Level.ERROR,
        zh=Text(
            message="`{file}` 不是条目文件",
            help="条目文件用 `xuequ outline 原文` 生成，其中 `条款`（clauses）下一行一条",
        ),
        en=Text(
            message="`{file}` is no outline",
            help="`xuequ outline DOCUMENT` makes one; its `clauses` hold one clause a line",
        ),
    ),
    Entry(
        code="SRC203",
        slug="unreadable-document",
        level=Level.ERROR,
        zh=Text(
            message="读不出文字",
            help="可以读 .txt、.md 和 .docx；.doc 和带密码的文件先另存为 .docx；扫描件先识别",
        ),
        en=Text(
            message="no text can be read in it",
            help="it can be .txt, .md or .docx; save .doc and files with a password as .docx first",
        ),
    ),
    Entry(
        code="SRC204",
        slug="clause-not-in-outline",
        level=Level.ERROR,
        zh=Text(
            message="来源 `{source}` 没有 `{clause}` 这一条款",
            help="核对原文的编号；可能是 `{nearest}`",
            label="条目中没有",
        ),
        en=Text(
            message="the source `{source}` has no clause `{clause}`",
            help="check the number against the text; did you mean `{nearest}`?",
            label="not in the outline",
        ),
    ),
    Entry(
        code="SRC205",
        slug="numbering-jumps",
        level=Level.WARNING,
        zh=Text(
            message="`{number}` 的编号不连续：应为第 {expected}，写的是第 {count}",
            help="核对原文；原文本身如此的，照写",
            label="编号不连续",
        ),
        en=Text(
            message="`{number}` breaks the numbering: {expected} was due and {count} is written",
            help="check it against the text; where the text itself is so, leave it",
            label="out of order",
        ),
    ),
    Entry(
        code="SRC206",
        slug="no-outline",
        level=Level.ERROR,
        zh=Text(
            message="没有哪个来源文件写明条目",
            help="用 `xuequ outline 原文 -o 条目.yaml` 生成，在来源文件下写 `条目: 条目.yaml`（outline），或用 --outline 给出",
            label="没有条目可对照",
        ),
        en=Text(
            message="no source names an outline",
            help="make one with `xuequ outline DOCUMENT -o FILE.yaml` and write `outline: FILE.yaml` at the source, or "
            "give it with --outline",
            label="nothing to hold clauses against",
        ),
    ),
    Entry(
        code="SRC207",
        slug="outline-missing",
        level=Level.ERROR,
        zh=Text(
            message="没有条目文件 `{name}`，或它在工作区之外",
            help="路径相对于写它的文件；用 `xuequ outline` 生成",
            label="找不到",
        ),
        en=Text(
            message="there is no outline `{name}`, or it lies outside the workspace",
            help="the path is relative to the file that names it; `xuequ outline` makes one",
            label="not found",
        ),
    ),
    Entry(
        code="SRC208",
        slug="no-clause-found",
        level=Level.ERROR,
        zh=Text(message="没有读出任何条款", help="核对是不是要列条款的文件"),
        en=Text(message="no clause was found in it", help="check whether it is the document you mean"),
    ),
    Entry(
        code="SRC209",
        slug="outline-for-a-scheme",
        level=Level.ERROR,
        zh=Text(message="`{file}` 是条目，这里要的是方案", help="给出 `类别: 方案`（kind: scheme）的文件"),
        en=Text(
            message="`{file}` is an outline; a scheme is needed here",
            help="name a file that says `kind: scheme`",
        ),
    ),
    Entry(
        code="SRC210",
        slug="paragraph-not-checked",
        level=Level.NOTE,
        zh=Text(
            message="条目没有把 `{article}` 分到款，`{clause}` 是第几款没有核对",
            help="用 `xuequ outline 原文` 重新生成条目，一条有几款的会逐款列出",
            label="按 {article} 计",
        ),
        en=Text(
            message="the outline does not part `{article}` into paragraphs (款), so `{clause}` was not checked",
            help="make it anew with `xuequ outline DOCUMENT`, which lists the paragraphs of articles that have several",
            label="counted for {article}",
        ),
    ),
)
