"""Findings about the tool itself."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.catalogue.int_revisions import ENTRIES as REVISIONS
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    *REVISIONS,
    Entry(
        code="INT101",
        slug="internal-failure",
        level=Level.ERROR,
        zh=Text(
            message="程序自身出错：{problem}",
            help="这是程序的缺陷，不是文件写错了；请加 `--debug` 重新运行，把显示的内容报告给维护者",
        ),
        en=Text(
            message="the tool itself failed: {problem}",
            help="this is a defect of the tool, not of your file; run it again with `--debug` and report what it shows",
        ),
    ),
    Entry(
        code="INT102",
        slug="unreadable-file",
        level=Level.ERROR,
        zh=Text(message="无法读取文件 `{file}`：{problem}", help="检查路径是否正确、是否有读取权限"),
        en=Text(message="the file `{file}` cannot be read: {problem}", help="check its path and permissions"),
    ),
    Entry(
        code="INT103",
        slug="unwritable-output",
        level=Level.ERROR,
        zh=Text(
            message="无法写入 `{file}`：{problem}",
            help="换一个可以写入的位置，或检查权限和磁盘空间；原有的文件没有改动",
        ),
        en=Text(
            message="`{file}` cannot be written: {problem}",
            help="choose a place you may write to, or check permissions and disk space; what was there is untouched",
        ),
    ),
    Entry(
        code="INT104",
        slug="wrong-command-line",
        level=Level.ERROR,
        zh=Text(message="命令行有误：{problem}", help="可以写 `{allowed}`；用 `{command} --help` 查看用法"),
        en=Text(
            message="wrong command line: {problem}",
            help="it can be `{allowed}`; `{command} --help` shows how to call it",
        ),
    ),
    Entry(
        code="INT105",
        slug="file-in-the-way",
        level=Level.ERROR,
        zh=Text(
            message="`{file}` 不是本程序生成的，不会覆盖",
            help="把它移走或改名，或者换一个输出文件夹；原有的文件没有改动",
        ),
        en=Text(
            message="`{file}` was not made by this tool and is not replaced",
            help="move or rename it, or choose another output folder; what was there is untouched",
        ),
    ),
    Entry(
        code="INT106",
        slug="not-a-scheme",
        level=Level.ERROR,
        zh=Text(
            message="`{file}` 是政策模块，这里需要方案",
            help="要检查政策模块，用 `xuequ check`；要查看它，用 `xuequ policy`",
        ),
        en=Text(
            message="`{file}` is a policy; a scheme is needed here",
            help="use `xuequ check` to check a policy, and `xuequ policy` to look at it",
        ),
    ),
    Entry(
        code="INT107",
        slug="format-would-change",
        level=Level.ERROR,
        zh=Text(
            message="排版会改变 `{file}` 的内容，没有排",
            help="这是程序的缺陷，不是文件写错了；文件没有改动，请把它报告给维护者",
        ),
        en=Text(
            message="formatting would change what `{file}` says, so it was left as it is",
            help="this is a defect of the tool, not of your file, which is untouched; report it with the file",
        ),
    ),
    Entry(
        code="INT110",
        slug="expectations-for-a-scheme",
        level=Level.ERROR,
        zh=Text(message="`{file}` 是预期，这里需要方案", help="要检验其中的预期，用 `xuequ test`"),
        en=Text(
            message="`{file}` holds expectations; a scheme is needed here",
            help="use `xuequ test` to try them",
        ),
    ),
    Entry(
        code="INT111",
        slug="no-expectations",
        level=Level.ERROR,
        zh=Text(
            message="`{file}` 中没有预期",
            help="给出一个 `类别: 预期`（kind: expectations）的 YAML 文件，或放有这样文件的文件夹",
        ),
        en=Text(
            message="there are no expectations in `{file}`",
            help="name a YAML file that says `kind: expectations`, or a folder with such files",
        ),
    ),
    Entry(
        code="INT130",
        slug="no-workspace",
        level=Level.ERROR,
        zh=Text(
            message="没有指明文件，这里也没有可用的工作区文件 `xuequ.yaml`",
            help="写出要检查的文件，或新建 `xuequ.yaml`，在 `方案`（schemes）下列出各个方案",
        ),
        en=Text(
            message="no file is named, and there is no workspace file `xuequ.yaml` to go by",
            help="name the files to check, or write a `xuequ.yaml` that lists them under `schemes`",
        ),
    ),
    Entry(
        code="INT131",
        slug="workspace-for-a-scheme",
        level=Level.ERROR,
        zh=Text(
            message="`{file}` 是工作区文件，这里需要方案",
            help="写出其中的一个方案；要检查全部方案，用 `xuequ check`",
        ),
        en=Text(
            message="`{file}` is a workspace; a scheme is needed here",
            help="name one of its schemes; `xuequ check` checks them all",
        ),
    ),
    Entry(
        code="INT001",
        slug="rule-failed",
        level=Level.ERROR,
        zh=Text(
            message="规则 {name} 出错，没有检查完：{error}",
            help="这是程序的缺陷，不是方案写错了；请把这一行和方案报告给维护者",
        ),
        en=Text(
            message="the rule {name} failed and did not finish: {error}",
            help="this is a defect of the tool, not of your scheme; report this line together with the scheme",
        ),
    ),
)
