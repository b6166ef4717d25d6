"""Findings about files asked for by a git revision."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="INT120",
        slug="git-missing",
        level=Level.ERROR,
        zh=Text(
            message="按版本读取文件要用 git，而 git 无法运行：{problem}",
            help="安装 git，或给出文件本身",
        ),
        en=Text(
            message="reading a file of a revision takes git, and git cannot be run: {problem}",
            help="install git, or give the file itself",
        ),
    ),
    Entry(
        code="INT121",
        slug="unknown-revision",
        level=Level.ERROR,
        zh=Text(
            message="没有名为 `{revision}` 的版本",
            help="写分支、标签或提交号，如 `main:examples/anyang.yaml`；浅克隆的仓库先 `git fetch --unshallow`",
        ),
        en=Text(
            message="there is no revision `{revision}`",
            help="write a branch, a tag or a commit, as in `main:examples/anyang.yaml`; in a shallow clone run "
            "`git fetch --unshallow` first",
        ),
    ),
    Entry(
        code="INT122",
        slug="not-in-revision",
        level=Level.ERROR,
        zh=Text(
            message="版本 `{revision}` 中没有文件 `{path}`",
            help="路径从仓库的最上层写起；从当前文件夹写起的，前面加 `./`",
        ),
        en=Text(
            message="the revision `{revision}` has no file `{path}`",
            help="the path is from the top of the repository; begin it with `./` to write it from here",
        ),
    ),
    Entry(
        code="INT123",
        slug="no-repository",
        level=Level.ERROR,
        zh=Text(
            message="`{text}` 要到 git 仓库中去读，而这里不是 git 仓库",
            help="在仓库中运行，或给出文件本身",
        ),
        en=Text(
            message="`{text}` is to be read from a git repository, and here is none",
            help="run it inside the repository, or give the file itself",
        ),
    ),
)
