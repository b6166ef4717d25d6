"""Findings about reading, the part on tables (CSV and XLSX)."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

TABLES: tuple[Entry, ...] = (
    Entry(
        code="YML201",
        slug="table-encoding",
        level=Level.NOTE,
        zh=Text(
            message="表格不是 UTF-8 编码，按 {encoding} 读取",
            help="如果显示的文字不对，请另存为“CSV UTF-8”",
        ),
        en=Text(
            message="the table is not UTF-8; it was read as {encoding}",
            help="if its text looks wrong, save it as CSV UTF-8",
        ),
    ),
    Entry(
        code="YML202",
        slug="table-unreadable",
        level=Level.ERROR,
        zh=Text(
            message="无法读取这张表格",
            help="用表格软件打开，另存为 XLSX 或 CSV（UTF-8 编码）；旧的 XLS、网页格式和加了密码的文件都要另存",
        ),
        en=Text(
            message="this table cannot be read",
            help="open it in a spreadsheet and save it again as XLSX or CSV (UTF-8); old XLS files, web pages called so, and files with a password cannot be read",
        ),
    ),
    Entry(
        code="YML203",
        slug="empty-table",
        level=Level.ERROR,
        zh=Text(message="表格是空的", help="第一行写列名，以下每行一所学校"),
        en=Text(
            message="the table is empty", help="the first row holds the headings, each row below one school"
        ),
    ),
    Entry(
        code="YML204",
        slug="ragged-row",
        level=Level.ERROR,
        zh=Text(
            message="第 {row} 行有 {found} 格，表头有 {expected} 列",
            help="多出来的格没有读；内容里有逗号时，给这一格加上双引号",
            label="多出的内容",
        ),
        en=Text(
            message="row {row} has {found} cells, the heading {expected} columns",
            help="what is too much was not read; put a cell that holds a comma in double quotes",
            label="too much",
        ),
    ),
    Entry(
        code="YML205",
        slug="short-row",
        level=Level.WARNING,
        zh=Text(
            message="第 {row} 行只有 {found} 格，表头有 {expected} 列",
            help="缺的格按空白处理；请检查各格是否对齐列名",
            label="内容不足",
        ),
        en=Text(
            message="row {row} has only {found} cells, the heading {expected} columns",
            help="what is missing counts as blank; check that each cell stands under its heading",
            label="too few",
        ),
    ),
    Entry(
        code="YML206",
        slug="repeated-heading",
        level=Level.ERROR,
        zh=Text(
            message="列名 `{heading}` 出现了两次",
            help="给其中一列换名或删去；现在只读了第一列",
            label="又写了一次",
        ),
        en=Text(
            message="the heading `{heading}` stands here twice",
            help="rename or delete one column; only the first was read",
            label="written again",
        ),
    ),
    Entry(
        code="YML207",
        slug="blank-heading",
        level=Level.WARNING,
        zh=Text(
            message="第 {column} 列有内容但没有列名，没有读取",
            help="在第一行写上列名，或者删去这一列",
            label="缺少列名",
        ),
        en=Text(
            message="column {column} has cells but no heading and was not read",
            help="write its heading in the first row, or delete the column",
            label="no heading",
        ),
    ),
    Entry(
        code="YML208",
        slug="several-sheets",
        level=Level.NOTE,
        zh=Text(
            message="工作簿有 {count} 张工作表，只读了第一张 `{sheet}`",
            help="要读的内容请放在第一张",
        ),
        en=Text(
            message="the workbook has {count} sheets; only the first, `{sheet}`, was read",
            help="put what is to be read on the first sheet",
        ),
    ),
    Entry(
        code="YML209",
        slug="unclosed-cell",
        level=Level.ERROR,
        zh=Text(
            message="这一格的双引号没有配对，后面的各行都算进了这一格",
            help="在这一格的末尾补上双引号；格里的双引号要写两次",
            label="从这里开始没有结束",
        ),
        en=Text(
            message="the quote that opens this cell is never closed, so the rows below became part of it",
            help="close it at the end of the cell; write a double quote inside a cell twice",
            label="never closed",
        ),
    ),
    Entry(
        code="YML210",
        slug="too-many-rows",
        level=Level.ERROR,
        zh=Text(message="表格超过 {limit} 行，没有读取", help="删去不用的行；名册一所学校一行"),
        en=Text(
            message="the table has more than {limit} rows and was not read",
            help="delete the rows that are not used; a roster has one row a school",
        ),
    ),
    Entry(
        code="YML211",
        slug="full-width-comma-in-heading",
        level=Level.ERROR,
        zh=Text(
            message="表头的各列之间用了全角逗号，没有分开",
            help="列与列之间换成半角逗号 `,`，下面各行也一样；用表格软件另存为 CSV 时会自动用半角逗号",
            label="应为半角逗号",
        ),
        en=Text(
            message="full-width commas stand between the headings, which are not parted by them",
            help="put ASCII commas `,` between columns, in the rows below as well; a spreadsheet saved as CSV has them",
            label="an ASCII comma is needed",
        ),
    ),
    Entry(
        code="YML212",
        slug="formula-without-result",
        level=Level.ERROR,
        zh=Text(
            message="{count} 个单元格是公式，文件里没有存下结果，读作空白；第一个是 {cell}",
            help="用表格软件打开，重新计算后保存；或者把公式粘贴为数值",
            label="{cell} 在这一行",
        ),
        en=Text(
            message="cells with a formula whose result the file does not hold, read as blank: {count}, the first of them {cell}",
            help="open it in a spreadsheet, let it calculate, and save; or paste the formulas as values",
            label="{cell} is in this row",
        ),
    ),
    Entry(
        code="YML213",
        slug="invisible-characters-in-cells",
        level=Level.WARNING,
        zh=Text(
            message="{count} 个单元格里有看不见的字符 {character}，读取时已去掉",
            help="在表格软件里重新输入这一格",
            label="中间有 {character}",
        ),
        en=Text(
            message="cells with the invisible character {character}, which was taken out: {count}",
            help="type the cell anew",
            label="{character} in the middle",
        ),
    ),
    Entry(
        code="YML214",
        slug="headings-not-in-one-row-at-the-top",
        level=Level.NOTE,
        zh=Text(
            message="表头不是单独的第一行：列名取自第 {row} 行，另有 {count} 行不是学校",
            help="名册第一行写列名，标题、填表单位和分组的表头可以删去",
        ),
        en=Text(
            message="the headings are not the first row alone: they were taken from row {row}, and {count} more are no schools",
            help="let the first row hold the headings; titles and headings over groups of columns can go",
        ),
    ),
    Entry(
        code="YML215",
        slug="error-in-a-cell",
        level=Level.ERROR,
        zh=Text(
            message="单元格里是错误值 `{error}`，没有内容",
            help="在表格软件里改正公式，或填上内容后保存",
            label="公式出错",
        ),
        en=Text(
            message="the cell holds the error `{error}` and no value",
            help="mend its formula, or fill in the value, and save",
            label="an error",
        ),
    ),
    Entry(
        code="YML216",
        slug="hidden-rows",
        level=Level.WARNING,
        zh=Text(
            message="有 {count} 行被隐藏或筛掉，仍然读取了；第一行是第 {row} 行",
            help="不用的行请删去；要用的取消隐藏和筛选",
            label="隐藏的行",
        ),
        en=Text(
            message="rows that are hidden or filtered out and were read all the same: {count}, the first of them row {row}",
            help="delete what is not meant; show the rows that are",
            label="hidden",
        ),
    ),
    Entry(
        code="YML217",
        slug="hidden-column",
        level=Level.WARNING,
        zh=Text(
            message="“{heading}”列被隐藏，仍然读取了",
            help="不用的列请删去；要用的取消隐藏",
            label="隐藏的列",
        ),
        en=Text(
            message="the column `{heading}` is hidden and was read all the same",
            help="delete it, or show it",
            label="hidden",
        ),
    ),
)
