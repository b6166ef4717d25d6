"""Findings about reading, the part on syntax: what each slip looks like to the person who made it."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

SYNTAX: tuple[Entry, ...] = (
    Entry(
        code="YML119",
        slug="full-width-colon",
        level=Level.ERROR,
        zh=Text(
            message="键 `{key}` 后面用了全角冒号",
            help="改用半角冒号，后面空一格：`{key}: {rest}`",
            label="应为半角冒号加空格",
        ),
        en=Text(
            message="a full-width colon stands after the key `{key}`",
            help="use an ASCII colon and a space: `{key}: {rest}`",
            label="an ASCII colon and a space are needed",
        ),
    ),
    Entry(
        code="YML120",
        slug="colon-without-space",
        level=Level.ERROR,
        zh=Text(
            message="键 `{key}` 的冒号后面没有空格",
            help="冒号后面空一格：`{key}: {rest}`",
            label="后面少一个空格",
        ),
        en=Text(
            message="no space follows the colon after the key `{key}`",
            help="put a space after the colon: `{key}: {rest}`",
            label="a space is missing",
        ),
    ),
    Entry(
        code="YML121",
        slug="unclosed-bracket",
        level=Level.ERROR,
        zh=Text(
            message="`{opening}` 没有配对的 `{closing}`",
            help="补上 `{closing}`；跨行书写时，也检查各项之间是否少了逗号",
            label="从这里开始没有结束",
        ),
        en=Text(
            message="`{opening}` has no `{closing}`",
            help="add the `{closing}`; over several lines, look for a missing comma as well",
            label="never closed",
        ),
    ),
    Entry(
        code="YML122",
        slug="unclosed-quote",
        level=Level.ERROR,
        zh=Text(
            message="引号 {quote} 没有配对",
            help="在这段文字的末尾补上 {quote}",
            label="从这里开始没有结束",
        ),
        en=Text(
            message="the quote {quote} is never closed",
            help="add {quote} at the end of the text",
            label="never closed",
        ),
    ),
    Entry(
        code="YML123",
        slug="text-after-the-end",
        level=Level.ERROR,
        zh=Text(
            message="`{sign}` 已经结束了这一项，后面却还有文字",
            help="下一项另起一行；文字里的引号请用“”，文字里有括号时给整段加上引号",
            label="多出来的文字",
        ),
        en=Text(
            message="`{sign}` ends this entry, and yet more text follows",
            help="begin the next entry on its own line; use “ ” for quotes inside a text, and quote a text with brackets",
            label="outside the entry",
        ),
    ),
    Entry(
        code="YML124",
        slug="indentation",
        level=Level.ERROR,
        zh=Text(
            message="这一行的缩进（{indent} 格）与上文对不上",
            help="同一级的内容左边对齐，下一级多缩进两格；同一级要么都是“键: 内容”，要么都以 `- ` 开头；上一行如果已有内容，下面就不能再缩进写键",
            label="缩进不对",
        ),
        en=Text(
            message="the indentation of this line ({indent}) does not fit what stands above",
            help="align what is on one level, and indent the next level by two; on one level all are keys, or all begin with `- `; under a key with a value nothing nests",
            label="wrong indentation",
        ),
    ),
    Entry(
        code="YML125",
        slug="second-colon",
        level=Level.ERROR,
        zh=Text(
            message="这一项里有第二个半角冒号",
            help="文字里的冒号请用全角“：”，或给整段文字加引号；各项之间请用半角逗号隔开",
            label="第二个冒号",
        ),
        en=Text(
            message="there is a second colon in this entry",
            help="in prose use a full-width colon, or quotes; between entries use an ASCII comma",
            label="the second colon",
        ),
    ),
    Entry(
        code="YML126",
        slug="reserved-sign",
        level=Level.ERROR,
        zh=Text(
            message="内容不能以 `{sign}` 开头",
            help="给这段文字加上引号",
            label="YAML 留作他用的符号",
        ),
        en=Text(
            message="a value cannot begin with `{sign}`",
            help="put the text in quotes",
            label="YAML keeps this sign for itself",
        ),
    ),
    Entry(
        code="YML127",
        slug="unknown-escape",
        level=Level.ERROR,
        zh=Text(
            message="双引号里的 `{escape}` 不能识别",
            help="改用单引号，或者把反斜线写成 `\\\\`",
            label="无法识别",
        ),
        en=Text(
            message="`{escape}` means nothing inside double quotes",
            help="use single quotes, or write the backslash as `\\\\`",
            label="not known",
        ),
    ),
    Entry(
        code="YML128",
        slug="text-after-block-sign",
        level=Level.ERROR,
        zh=Text(
            message="`{sign}` 之后应当换行",
            help="长段文字从下一行起缩进书写；如果 `{sign}` 本是文字，请加上引号",
            label="这一行不能再有内容",
        ),
        en=Text(
            message="nothing can follow `{sign}` on its line",
            help="begin the text on the next line, indented; if `{sign}` is part of it, put the text in quotes",
            label="the text begins on the next line",
        ),
    ),
    Entry(
        code="YML129",
        slug="syntax",
        level=Level.ERROR,
        zh=Text(
            message="从这里起不合 YAML 的写法，无法读下去",
            help="检查这一行和上一行的缩进、冒号、括号和引号",
            label="读到这里",
        ),
        en=Text(
            message="this is not YAML from here on and cannot be read",
            help="look at indentation, colons, brackets and quotes in this line and the one above",
            label="read up to here",
        ),
    ),
    Entry(
        code="YML130",
        slug="missing-comma",
        level=Level.ERROR,
        zh=Text(
            message="`{opening}…{closing}` 里的两项之间没有半角逗号",
            help="各项之间用半角逗号加空格隔开；文字里有引号或括号时，给整段文字加上引号",
            label="前面少一个逗号",
        ),
        en=Text(
            message="there is no comma between two entries of `{opening}…{closing}`",
            help="put an ASCII comma and a space between entries; quote a text that holds quotes or brackets",
            label="a comma is missing before this",
        ),
    ),
    Entry(
        code="YML131",
        slug="swallowed-item",
        level=Level.ERROR,
        zh=Text(
            message="这个列表项缩进过深，成了上一项文字的一部分",
            help="与上一项的 `-` 左边对齐；如果本来就是文字，请加上引号",
            label="没有当作列表项",
        ),
        en=Text(
            message="this list item is indented so far that it became part of the text above",
            help="align it with the `-` above; if it is text, put the text in quotes",
            label="not read as an item",
        ),
    ),
    Entry(
        code="YML132",
        slug="line-without-colon",
        level=Level.ERROR,
        zh=Text(
            message="`{written}` 后面没有冒号",
            help="这里应当是“键: 内容”，冒号是半角的，后面空一格；如果它是上一行文字的继续，请再缩进两格",
            label="缺少冒号",
        ),
        en=Text(
            message="no colon follows `{written}`",
            help="write `key: value` here, with an ASCII colon and a space; if it continues the text above, indent it by two more",
            label="a colon is missing",
        ),
    ),
    Entry(
        code="YML133",
        slug="stray-sign",
        level=Level.ERROR,
        zh=Text(
            message="多出一个 `{sign}`",
            help="删去它，或者检查前面是否少了开头的括号；如果本是文字，请加上引号",
            label="多余",
        ),
        en=Text(
            message="there is a `{sign}` too many",
            help="take it out, or look for the opening bracket that is missing; if it is text, put it in quotes",
            label="not expected",
        ),
    ),
    Entry(
        code="YML134",
        slug="item-beside-key",
        level=Level.ERROR,
        zh=Text(
            message="列表不能写在键的同一行",
            help="从下一行起，每项一行，以 `- ` 开头；或者写成 `[甲, 乙]`",
            label="应另起一行",
        ),
        en=Text(
            message="a list cannot begin on the line of its key",
            help="begin on the next line, one item a line after `- `; or write `[a, b]`",
            label="belongs on the next line",
        ),
    ),
    Entry(
        code="YML135",
        slug="full-width-comma",
        level=Level.ERROR,
        zh=Text(
            message="`{opening}…{closing}` 里的两项之间用了全角的 `{sign}`",
            help="各项之间用半角逗号加空格隔开；如果这里本是一段文字，给整段文字加上引号",
            label="应为半角逗号加空格",
        ),
        en=Text(
            message="a full-width `{sign}` stands between two entries of `{opening}…{closing}`",
            help="put an ASCII comma and a space between entries; if this is one text, put it in quotes",
            label="an ASCII comma and a space are needed",
        ),
    ),
    Entry(
        code="YML136",
        slug="brackets-in-text",
        level=Level.ERROR,
        zh=Text(
            message="文字里有半角括号 `{written}`，在花括号内会读成另一项",
            help="文号的年份用六角括号：`{right}`；别处的，换成全角括号，或给整段文字加引号",
            label="文字到这里断开",
        ),
        en=Text(
            message="a text goes on with `{written}`, which begins another entry inside braces",
            help="the year of a document number stands in `{right}`; elsewhere use full-width brackets, or quote the whole text",
            label="the text is cut here",
        ),
    ),
    Entry(
        code="YML137",
        slug="full-width-braces",
        level=Level.ERROR,
        zh=Text(
            message="用了全角括号 `{sign}`",
            help="换成半角的 `{right}`，收尾的一个也一样；如果本是文字，请加上引号",
            label="应为半角 `{right}`",
        ),
        en=Text(
            message="a full-width `{sign}` is used",
            help="write `{right}`, and the closing one likewise; if it is text, put it in quotes",
            label="an ASCII `{right}` is needed",
        ),
    ),
    Entry(
        code="YML138",
        slug="closed-in-a-comment",
        level=Level.ERROR,
        zh=Text(
            message="`{opening}` 没有配对的 `{closing}`：空格加 `#` 起是注释",
            help="文字里有 `#` 的，给整段文字加引号；确是注释的，先写 `{closing}`",
            label="这些都成了注释",
        ),
        en=Text(
            message="no `{closing}` closes the `{opening}`: a space and `#` begin a comment",
            help="put a text that holds a `#` in quotes; if it is a comment, write `{closing}` in front of it",
            label="all of this is a comment",
        ),
    ),
    Entry(
        code="YML139",
        slug="wide-indentation",
        level=Level.ERROR,
        zh=Text(
            message="缩进用了全角空格，共 {lines} 行",
            help="把行首的全角空格都换成半角空格，每一级两个；后面的内容改正后再查",
            label="这里应为半角空格",
        ),
        en=Text(
            message="full-width spaces are used for indentation, on {lines} line(s)",
            help="put ordinary spaces instead, two for each level; what follows is checked after that",
            label="ordinary spaces are needed here",
        ),
    ),
)
