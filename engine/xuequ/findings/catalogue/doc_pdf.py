"""Findings about documents as PDF."""

from xuequ.findings.catalogue import Entry, Text
from xuequ.findings.finding import Level

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="DOC401",
        slug="pdf-not-installed",
        level=Level.ERROR,
        zh=Text(
            message="生成 PDF 的组件没有安装",
            help="请运行 `pip install 'xuequ[pdf]'`（在源代码目录里则是 `pip install -e '.[pdf]'`），或用 `--to docx` 生成 Word 文件",
        ),
        en=Text(
            message="what makes a PDF is not installed",
            help="run `pip install 'xuequ[pdf]'`, or `pip install -e '.[pdf]'` in a checkout, or make Word files with `--to docx`",
        ),
    ),
    Entry(
        code="DOC402",
        slug="no-font-for-pdf",
        level=Level.ERROR,
        zh=Text(
            message="本机没有中文字体，无法生成 PDF",
            help="请安装中文字体（Debian、Ubuntu：`apt install fonts-noto-cjk`；Fedora：`dnf install google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts`），有仿宋、楷体、黑体和方正小标宋的一并装上更好；或改用 `--to docx`",
        ),
        en=Text(
            message="this machine has no Chinese font to set a PDF in",
            help="install one (Debian, Ubuntu: `apt install fonts-noto-cjk`; Fedora: `dnf install google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts`), better still 仿宋, 楷体, 黑体 and 方正小标宋 if you have them; or use `--to docx`",
        ),
    ),
    Entry(
        code="DOC403",
        slug="pdf-failed",
        level=Level.ERROR,
        zh=Text(
            message="《{title}》无法排成 PDF：{problem}",
            help="这是工具的问题，请附上方案反馈；`--to docx` 不受影响",
        ),
        en=Text(
            message="`{title}` cannot be set as a PDF: {problem}",
            help="this is the tool's fault, please report it with the scheme; `--to docx` does without",
        ),
    ),
)
