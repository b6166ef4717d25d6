"""Findings about reading: YAML 101–134, tables 201–209."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.catalogue.yml_syntax import SYNTAX
from xuequ.findings.catalogue.yml_tables import TABLES
from xuequ.findings.finding import Level

READING: tuple[Entry, ...] = (
    Entry(
        code="YML101",
        slug="duplicate-key",
        level=Level.ERROR,
        zh=Text(
            message="同一处有两个 `{key}`",
            help="合并成一个，或者给其中一个换名；现在只读了第一个",
            label="又写了一次",
        ),
        en=Text(
            message="`{key}` stands here twice",
            help="merge the two or rename one; only the first was read",
            label="written again",
        ),
    ),
    Entry(
        code="YML102",
        slug="tab",
        level=Level.ERROR,
        zh=Text(
            message="缩进用了制表符（Tab），共 {lines} 行",
            help="把行首的制表符都换成空格，每一级两个；多数编辑器可以设置为自动替换",
            label="这里应为空格",
        ),
        en=Text(
            message="tabs are used for indentation, on {lines} line(s)",
            help="put spaces instead, two for each level; most editors can do this by themselves",
            label="spaces are needed here",
        ),
    ),
    Entry(
        code="YML103",
        slug="comma-in-braces",
        level=Level.ERROR,
        zh=Text(
            message="花括号里的半角逗号把 `{key}` 的内容截断了，`{pieces}` 成了多余的空项",
            help="一段文字里的逗号请用全角：`{key}: {whole}`；几个主体或几项内容写成列表：`{key}: [{listed}]`",
            label="从这个逗号起不再属于 `{key}`",
        ),
        en=Text(
            message="an ASCII comma inside braces cuts `{key}` short and leaves `{pieces}` as a stray empty key",
            help="use full-width commas in prose: `{key}: {whole}`; several things are a list: `{key}: [{listed}]`",
            label="from this comma on it is no longer part of `{key}`",
        ),
    ),
    Entry(
        code="YML104",
        slug="wide-space",
        level=Level.ERROR,
        zh=Text(
            message="键的前面有全角空格或不换行空格",
            help="缩进只能用半角空格",
            label="这里应为半角空格",
        ),
        en=Text(
            message="a full-width or no-break space stands before a key",
            help="indent with ordinary spaces only",
            label="ordinary spaces are needed here",
        ),
    ),
    Entry(
        code="YML105",
        slug="not-utf8",
        level=Level.ERROR,
        zh=Text(
            message="文件不是 UTF-8 编码，或者已经损坏：字节 {byte} 不能解读",
            help="用编辑器以 UTF-8 编码重新保存；已经变成乱码的字要重新输入",
            label="从这里起",
        ),
        en=Text(
            message="the file is not UTF-8, or damaged: byte {byte} cannot be read",
            help="save it as UTF-8 again, and retype what has turned to garbage",
            label="from here on",
        ),
    ),
    Entry(
        code="YML106",
        slug="gbk",
        level=Level.ERROR,
        zh=Text(
            message="文件不是 UTF-8 编码，看来是 GBK",
            help="用编辑器打开（编码选 GBK 或 GB18030），再以 UTF-8 编码保存",
            label="第一个不是 UTF-8 的字",
        ),
        en=Text(
            message="the file is not UTF-8; it looks like GBK",
            help="open it as GBK (or GB18030) in an editor and save it as UTF-8",
            label="the first character that is not UTF-8",
        ),
    ),
    Entry(
        code="YML107",
        slug="utf16",
        level=Level.ERROR,
        zh=Text(
            message="文件是 UTF-16 编码（有的编辑器称为“Unicode”）",
            help="另存为 UTF-8 编码",
        ),
        en=Text(
            message="the file is UTF-16, which some editors call Unicode",
            help="save it as UTF-8",
        ),
    ),
    Entry(
        code="YML108",
        slug="control-character",
        level=Level.ERROR,
        zh=Text(
            message="文件里有看不见的字符 {character}，共 {times} 处",
            help="删掉它们；多半是从别的软件粘贴时带进来的",
            label="第一处",
        ),
        en=Text(
            message="the file holds the invisible character {character}, {times} time(s)",
            help="delete it; it usually comes along when text is pasted from elsewhere",
            label="the first one",
        ),
    ),
    Entry(
        code="YML109",
        slug="empty-file",
        level=Level.ERROR,
        zh=Text(message="文件是空的，或者只有注释", help="用 `xuequ new` 可以生成一份新的方案"),
        en=Text(message="the file is empty, or has only comments", help="`xuequ new` writes a new scheme"),
    ),
    Entry(
        code="YML110",
        slug="several-documents",
        level=Level.ERROR,
        zh=Text(
            message="一个文件里有不止一份文档",
            help="`---` 之后的内容没有读；一份方案一个文件，请分开存放或删去 `---`",
            label="第二份从这里开始",
        ),
        en=Text(
            message="there is more than one document in this file",
            help="what follows `---` was not read; keep one scheme a file, or take the `---` out",
            label="the second one begins here",
        ),
    ),
    Entry(
        code="YML111",
        slug="key-not-a-word",
        level=Level.ERROR,
        zh=Text(
            message="键应当是一个词，这里是空的，或者是一组内容",
            help="在冒号前写上键；这一项没有读",
            label="不能作键",
        ),
        en=Text(
            message="a key must be a word; here it is empty, or a collection",
            help="write a key before the colon; this entry was not read",
            label="no key",
        ),
    ),
    Entry(
        code="YML112",
        slug="too-large",
        level=Level.ERROR,
        zh=Text(
            message="文件太大，超过 {limit} MB，没有读取",
            help="一份方案通常不到 0.1 MB；请检查是否选错了文件",
        ),
        en=Text(
            message="the file is over {limit} MB and was not read",
            help="a scheme is usually under 0.1 MB; check that this is the right file",
        ),
    ),
    Entry(
        code="YML113",
        slug="too-deep",
        level=Level.ERROR,
        zh=Text(
            message="内容套了超过 {limit} 层，没有读取",
            help="检查是否有多余的括号或缩进",
            label="从这里起太深",
        ),
        en=Text(
            message="the content is nested more than {limit} levels deep and was not read",
            help="look for brackets or indentation that should not be there",
            label="too deep from here on",
        ),
    ),
    Entry(
        code="YML114",
        slug="alias-bomb",
        level=Level.ERROR,
        zh=Text(
            message="引用 `*{name}` 展开后超过 {limit} 项，没有读取",
            help="引用里又套引用会成倍增长；请把内容直接写出来，或者写成政策模块",
            label="到这里超过限度",
        ),
        en=Text(
            message="with `*{name}` the aliases stand for more than {limit} values; the file was not read",
            help="aliases within aliases multiply; write the content out, or make it a policy",
            label="over the limit here",
        ),
    ),
    Entry(
        code="YML115",
        slug="unknown-alias",
        level=Level.ERROR,
        zh=Text(
            message="`*{name}` 没有对应的 `&{name}`",
            help="如果本来是文字，请给它加上引号",
            label="没有定义",
        ),
        en=Text(
            message="there is no `&{name}` for `*{name}`",
            help="if it is meant as text, put it in quotes",
            label="not defined",
        ),
    ),
    Entry(
        code="YML116",
        slug="tag",
        level=Level.ERROR,
        zh=Text(
            message="方案里不用类型标记 `{tag}`",
            help="删去标记；如果本来是文字，请给它加上引号",
            label="类型标记",
        ),
        en=Text(
            message="a scheme takes no tags such as `{tag}`",
            help="take it out; if it is meant as text, put it in quotes",
            label="a tag",
        ),
    ),
    Entry(
        code="YML117",
        slug="too-many-problems",
        level=Level.ERROR,
        zh=Text(
            message="这个文件的问题超过 {limit} 个，后面的没有再读",
            help="先改正前面的问题；也请检查是否选错了文件",
        ),
        en=Text(
            message="this file has more than {limit} problems; the rest was not read",
            help="mend the first ones, and check that this is the right file",
        ),
    ),
    Entry(
        code="YML118",
        slug="alias-to-itself",
        level=Level.ERROR,
        zh=Text(
            message="`*{name}` 引用的正是它自己所在的内容",
            help="把这个引用删去，或者改成另一处内容",
            label="引用了自己",
        ),
        en=Text(
            message="`*{name}` refers to what it stands in",
            help="take it out, or let it refer to something else",
            label="refers to itself",
        ),
    ),
)

ENTRIES: tuple[Entry, ...] = (*READING, *SYNTAX, *TABLES)
