"""An official document with every element there is, as a file and as pages that LibreOffice has set."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from xuequ.markup.blocks import parse
from xuequ.writers import docx
from xuequ.writers.page import NATIONAL, Page

WORDS = "为深入推进义务教育优质均衡发展结合本县实际制定本方案各学区应当按照统一部署认真组织实施确保各项任务落到实处"
ROWS = "\n".join(f"| {number} | 召开联席会议 | 教育局 |" for number in range(1, 41))
TEXT = f"""<!-- place: copy -->

000001

<!-- place: grade -->

秘密★1年

特急

<!-- place: mark -->

示例县教育局文件

<!-- place: reference -->

示教发〔2025〕1号

# 示例县教育局关于印发《示例县义务教育学区制管理改革实施方案》的通知

<!-- align: left -->

各学区、各中小学：

<!-- align: body -->

{WORDS}。

<!-- align: right -->

示例县教育局

2025年8月20日

# 示例县学区制管理实施方案

{WORDS * 25}。

## 一、工作目标

### （一）总目标

#### 1. 分目标

##### （1）要求

{WORDS}。

<!-- place: attached -->

附件：1. 任务分解表

2\\. {"考核细则" * 10}

<!-- page: landscape -->

## 附件1 任务分解表

| 序号 | 任务 | 牵头 |
|---|---|---|
{ROWS}

<!-- page: portrait -->

## 附件2 考核细则

{WORDS}。

<!-- place: imprint -->

抄送：{"，".join(["县人民法院"] * 9)}。

示例县教育局办公室　　2025年8月20日印发
"""


def written(text: str = TEXT, page: Page = NATIONAL) -> bytes:
    """A text as a Word file."""
    return docx.write(parse(text), title="示例县实施方案", issued="2025-08-20", page=page)


def set_by_libreoffice(data: bytes, folder: Path) -> Path:
    """The pages of a Word file as PDF; a machine without LibreOffice or Chinese fonts fails the test."""
    source = folder / "official.docx"
    source.write_bytes(data)
    return all_set([source], folder)[0]


def all_set(sources: Sequence[Path], folder: Path) -> list[Path]:
    """The same of several files at once; a file that LibreOffice cannot open has none."""
    office = shutil.which("soffice")
    if office is None:
        pytest.fail("LibreOffice is missing: apt install libreoffice-writer")
    # Where fontconfig itself is missing there is nothing to ask.
    if shutil.which("fc-list") is None or not _chinese_fonts():
        pytest.fail("Chinese fonts are missing: apt install fontconfig fonts-noto-cjk")
    # A profile of its own: a LibreOffice that runs already would take the file over and return at once.
    own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        [office, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, sources)],
        capture_output=True,
        check=True,
        timeout=300,
    )
    return [folder / f"{source.stem}.pdf" for source in sources]


def _chinese_fonts() -> bytes:
    return subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout
