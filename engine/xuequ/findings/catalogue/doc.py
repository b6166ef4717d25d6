"""Findings about documents and pictures."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.catalogue.doc_pdf import ENTRIES as PDF
from xuequ.findings.catalogue.doc_word import ENTRIES as WORD
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="DOC001",
        slug="no-chinese-font",
        level=Level.ERROR,
        zh=Text(
            message="本机没有中文字体，无法绘制 PNG 图",
            help="请安装中文字体（Debian、Ubuntu：`apt install fonts-noto-cjk`），或改用 `--to svg`",
        ),
        en=Text(
            message="this machine has no Chinese font to paint a PNG with",
            help="install one (Debian, Ubuntu: `apt install fonts-noto-cjk`), or use `--to svg`",
        ),
    ),
    Entry(
        code="DOC002",
        slug="graphviz-failed",
        level=Level.ERROR,
        zh=Text(
            message="Graphviz 无法排布这张图：{complaint}",
            help="这是工具的问题，请附上方案反馈；`--to mermaid` 和 `--to json` 不用 Graphviz",
        ),
        en=Text(
            message="Graphviz cannot lay this picture out: {complaint}",
            help="this is the tool's fault, please report it with the scheme; "
            "`--to mermaid` and `--to json` do without Graphviz",
        ),
    ),
    Entry(
        code="DOC010",
        slug="template-syntax",
        level=Level.ERROR,
        zh=Text(
            message="模板 `{template}` 有语法错误：{problem}",
            help="参照随附的同名模板改正；`{{% … %}}` 须成对，`{{{{ … }}}}` 须闭合",
            label="从这一行起无法解析",
        ),
        en=Text(
            message="template `{template}` cannot be parsed: {problem}",
            help="compare it with the shipped template of that name; every `{{% … %}}` needs its end",
            label="parsing stopped here",
        ),
    ),
    Entry(
        code="DOC011",
        slug="template-undefined-name",
        level=Level.ERROR,
        zh=Text(
            message="模板 `{template}` 用到了没有提供的名称 `{variable}`",
            help="可用的名称：{known}；最相近的是 `{nearest}`",
            label="没有这个名称",
        ),
        en=Text(
            message="template `{template}` uses `{variable}`, which this document does not have",
            help="it has {known}; the nearest is `{nearest}`",
            label="no such name",
        ),
    ),
    Entry(
        code="DOC012",
        slug="template-failed",
        level=Level.ERROR,
        zh=Text(
            message="模板 `{template}` 运行到这一行时出错：{problem}",
            help="检查这一行用到的字段名和过滤器；模板在沙箱中运行，不能调用受限的方法",
            label="在这里出错",
        ),
        en=Text(
            message="template `{template}` failed on this line: {problem}",
            help="check the fields and filters it uses; templates run in a sandbox and cannot call what it forbids",
            label="failed here",
        ),
    ),
    Entry(
        code="DOC013",
        slug="no-period",
        level=Level.NOTE,
        zh=Text(
            message="方案没有写明施行期间，行事历只列月份，不列日期，不生成 `.ics` 文件",
            help="在 `校历`（calendar）中写明 `学年`（school_year），或在 `印发`（issue）中写明 `施行`（effective）和 `失效`（expires），或在 `行事历`（schedules）中写明 `年度`（year）；也可用 `--school-year 2025`、`--year 2026` 指定",
        ),
        en=Text(
            message="the scheme gives no period, so the calendar has months without dates and no `.ics` file",
            help="state `school_year` in `calendar` or `effective` and `expires` in `issue`, or `year` in a schedule; or pass `--school-year 2025` or `--year 2026`",
        ),
    ),
    Entry(
        code="DOC014",
        slug="template-without-use",
        level=Level.WARNING,
        zh=Text(
            message="模板 `{template}` 没有替换任何随附模板",
            help="随附的模板有：{known}；最相近的是 `{nearest}`",
        ),
        en=Text(
            message="template `{template}` takes the place of no shipped template",
            help="the shipped ones are {known}; the nearest is `{nearest}`",
        ),
    ),
    Entry(
        code="DOC015",
        slug="heading-skips-a-level",
        level=Level.WARNING,
        zh=Text(
            message="模板 `{template}` 的标题跳级：这里应为 `{wanted}`，写成了 `{found}`",
            help="层次依次为 `#` 标题、`## 一、`、`### （一）`、`#### 1.`、`##### （1）`，中间不能空一级",
            label="跳了一级",
        ),
        en=Text(
            message="a heading of template `{template}` leaves out a level: `{found}` where `{wanted}` is due",
            help="levels are `#` for the title, `## 一、`, `### （一）`, `#### 1.`, `##### （1）`, none left out",
            label="a level is left out",
        ),
    ),
    Entry(
        code="DOC016",
        slug="heading-number-of-another-level",
        level=Level.WARNING,
        zh=Text(
            message="模板 `{template}` 的标题序号与层次不符：`{wanted}` 一级写成了 `{found}` 一级的序号",
            help="层次依次为 `#` 标题、`## 一、`、`### （一）`、`#### 1.`、`##### （1）`；改序号，或改 `#` 的个数",
            label="序号是另一级的",
        ),
        en=Text(
            message="a heading of template `{template}` is numbered as `{found}`, but stands at the level of `{wanted}`",
            help="levels are `#` for the title, `## 一、`, `### （一）`, `#### 1.`, `##### （1）`; change the number, or the `#`",
            label="the number of another level",
        ),
    ),
    Entry(
        code="DOC101",
        slug="routine-report",
        level=Level.NOTE,
        zh=Text(
            message="`{name}`：{text}向 {to} 报送，一年超过 {most} 次",
            help="能在已有材料中看到的不另行报送；确需的改为每学期，或合并到一次",
            label="例行报送",
        ),
        en=Text(
            message="`{name}` reports {text} to {to}, more than {most} times a year",
            help="what existing material shows need not be reported again; make it once a semester, or join it to another",
            label="a routine report",
        ),
    ),
    Entry(
        code="DOC102",
        slug="issue-left-open",
        level=Level.NOTE,
        zh=Text(
            message="印发前还要补上：{names}",
            help="在 `印发`（issue）中写明",
            label="待定",
        ),
        en=Text(
            message="still open before it can be issued: {names}",
            help="give them in `issue`",
            label="open",
        ),
    ),
    *PDF,
    Entry(
        code="DOC201",
        slug="issue-element-missing",
        level=Level.NOTE,
        zh=Text(
            message="印发的公文缺少：{names}，文中印为〔待定〕",
            help="在 `印发`（issue）中写明后重新生成",
            label="没有写明",
        ),
        en=Text(
            message="the document to be issued lacks {names}; it prints 〔待定〕 there",
            help="give what is missing in `issue` and build again",
            label="not said",
        ),
    ),
    Entry(
        code="DOC202",
        slug="text-too-long",
        level=Level.NOTE,
        zh=Text(
            message="方案正文约 {length} 字，超过 {most} 字",
            help="专项工作的文件一般不超过 {special} 字，综合性的不超过 {general} 字；任务分工放进附件表格，删去重复的要求",
            label="这个方案",
        ),
        en=Text(
            message="the text of the plan has about {length} characters, more than {most}",
            help="a document for a special task has {special} at most, a general one {general}; "
            "move the division of work into the attached tables, drop what is said twice",
            label="this scheme",
        ),
    ),
    Entry(
        code="DOC203",
        slug="number-of-another-pattern",
        level=Level.WARNING,
        zh=Text(
            message="文号 `{number}` 与版式规定的 `{pattern}` 不符",
            help="年份写全，用六角括号〔〕，顺序号不加“第”、不编虚位",
            label="这个文号",
        ),
        en=Text(
            message="the number `{number}` is not of the profile's pattern `{pattern}`",
            help="write the full year in 〔〕 and the serial number without 第 and without leading zeros",
            label="this number",
        ),
    ),
    Entry(
        code="DOC204",
        slug="page-cannot-hold-it",
        level=Level.ERROR,
        zh=Text(
            message="版面放不下：`{field}` {value}",
            help="正文是三号字（16 磅）：行距不小于 18 磅，每行字数与版心宽度相配，下边距要容得下页码",
            label="改这一项",
        ),
        en=Text(
            message="the page cannot hold this: `{field}` {value}",
            help="body type is 16 pt: lines need at least 18 pt, the characters of a line must fit the width, "
            "and the lower margin must hold the page number",
            label="change this",
        ),
    ),
    Entry(
        code="DOC206",
        slug="profile-for-a-scheme",
        level=Level.ERROR,
        zh=Text(
            message="`{file}` 是版式，这里需要方案",
            help="写出方案文件；版式用 `xuequ build 方案 --profile {file}`",
        ),
        en=Text(
            message="`{file}` is a profile; a scheme is needed here",
            help="name a scheme; a profile goes with `xuequ build SCHEME --profile {file}`",
        ),
    ),
    Entry(
        code="DOC205",
        slug="not-a-profile",
        level=Level.ERROR,
        zh=Text(
            message="这个文件的类别是 `{kind}`，不是版式",
            help="版式文件写 `类别: 版式`（kind: profile）；`xuequ schema profile` 列出可以写什么",
            label="类别不对",
        ),
        en=Text(
            message="this file is of kind `{kind}` and no profile",
            help="a profile says `kind: profile`; `xuequ schema profile` shows what it may have",
            label="another kind",
        ),
    ),
    *WORD,
)
