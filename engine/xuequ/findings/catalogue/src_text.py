"""Findings about the text a scheme was written from."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="SRC101",
        slug="without-clause",
        level=Level.NOTE,
        zh=Text(
            message="`{names}` 没有写明出自哪一条",
            help="写出 `条款`（clause）；原文没有、由本方案补充的，写 `自定: 是`（ours: true）",
            label="没有条款",
        ),
        en=Text(
            message="no clause is given for `{names}`",
            help="give its `clause`; what no source says is `ours: true`",
            label="no clause",
        ),
    ),
    Entry(
        code="SRC102",
        slug="unclear-text",
        level=Level.NOTE,
        zh=Text(
            message="`{name}` 待核：{why}",
            help="与发文机关核对后改正，并删去 `待核`（unclear）",
            label="待核",
        ),
        en=Text(
            message="`{name}` is unclear: {why}",
            help="ask the issuer, mend it, and take `unclear` away",
            label="to be verified",
        ),
    ),
    Entry(
        code="SRC103",
        slug="second-hand",
        level=Level.NOTE,
        zh=Text(
            message="“{name}”{how}，不是文件原文",
            help="取得原文后逐条核对；在此之前，没有写到的不等于没有规定",
            label="不是原文",
        ),
        en=Text(
            message="`{name}` is {how}, not the document itself",
            help="compare with the document when you have it; what is not told here may still be ruled there",
            label="not the document",
        ),
    ),
    Entry(
        code="SRC104",
        slug="document-number",
        level=Level.WARNING,
        zh=Text(
            message="文号 `{number}` 不规范：{faults}",
            help="写成“机关代字〔年份〕顺序号号”，如 闽教基〔2014〕12号",
            label="文号不规范",
        ),
        en=Text(
            message="the document number `{number}` is malformed: {faults}",
            help="write agency, year in 〔〕 and serial number, such as 闽教基〔2014〕12号",
            label="malformed",
        ),
    ),
    Entry(
        code="SRC105",
        slug="not-seen",
        level=Level.WARNING,
        zh=Text(
            message="方案依据或引用了“{name}”，而原文未见",
            help="取得原文，把与本方案有关的规定写进来",
            label="原文未见",
        ),
        en=Text(
            message="the scheme rests on `{name}`, and its text has not been seen",
            help="get the text and write in what it rules here",
            label="text not seen",
        ),
    ),
    Entry(
        code="SRC106",
        slug="another-place",
        level=Level.WARNING,
        zh=Text(
            message="文中有{what}`{name}`，而本方案是 {own} 的",
            help="核对是否从别处沿用而未改",
            label="{name}",
        ),
        en=Text(
            message="{what} `{name}` stands in a scheme of {own}",
            help="see whether it was taken over from elsewhere",
            label="left over",
        ),
    ),
    Entry(
        code="SRC107",
        slug="source-not-identified",
        level=Level.NOTE,
        zh=Text(
            message="来源文件“{name}”的{missing}没有查到",
            help="向发文机关查实后补上",
            label="没有查到",
        ),
        en=Text(
            message="{missing} of the source `{name}` could not be found",
            help="ask the issuer and fill it in",
            label="not found",
        ),
    ),
    Entry(
        code="SRC108",
        slug="breach-of-what-nothing-says",
        level=Level.WARNING,
        zh=Text(
            message="`{name}` 追究违反 `{clause}` 的责任，方案中没有以这一条为依据的内容",
            help="核对条号，或写出这一条规定的职责；是不是 `{nearest}`？",
            label="没有写入",
        ),
        en=Text(
            message="`{name}` answers a breach of `{clause}`, on which nothing in the scheme rests",
            help="check the number, or write the duty that the clause lays down; did you mean `{nearest}`?",
            label="nothing rests on it",
        ),
    ),
)
