"""A PDF by typst against LibreOffice converting the Word file of the same blocks.

Both go the whole way from blocks to bytes. Fonts are looked up before, as they are once for a build; every run
has another text, so that nothing of it is found ready. LibreOffice has its start in it, for a build would pay
for that too; a run before has made its profile. Run: `python benchmarks/bench_pdf.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from xuequ.markup.blocks import Block, parse
from xuequ.writers import docx, pdf

_DUTY = (
    "牵头单位组织召开成员学校校长会议，研究部署教师交流、集体备课和质量监测，每学期末向县教育局书面报告一次。"
)


def blocks(run: int, chapters: int = 13, rows: int = 42) -> tuple[Block, ...]:
    """A plan of about twelve pages: chapters of duties, and a table as its attachment."""
    lines = [f"# 示例县学区制管理实施方案（第{run}稿）", ""]
    for chapter in range(chapters):
        lines += [f"## 第{run}稿第{chapter}项工作", ""]
        lines += [f"{number}. 第{run}稿第{chapter}项：{_DUTY}\n" for number in range(1, 5)]
    lines += ["## 附件1 任务分解表", "", "| 序号 | 任务 | 牵头 | 时限 |", "|---|---|---|---|"]
    lines += [f"| {n} | 第{run}稿：{_DUTY} | 学区长学校 | 每学期末 |" for n in range(rows)]
    return parse("\n".join(lines) + "\n")


def _times(work: Callable[[tuple[Block, ...]], object], texts: list[tuple[Block, ...]]) -> float:
    """Median seconds for all but the first, which warms up."""
    taken = []
    for text in texts:
        start = time.perf_counter()
        work(text)
        taken.append(time.perf_counter() - start)
    return median(taken[1:])


def _converted(text: tuple[Block, ...], office: str, folder: Path) -> None:
    source = folder / "plan.docx"
    source.write_bytes(docx.write(text, title="方案"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(convert, check=True, capture_output=True, env={**os.environ, "HOME": str(folder)})


def measure(times: int = 5) -> dict[str, float]:
    """Seconds by name: `typst`, and `LibreOffice` where this machine has it."""
    texts = [blocks(run) for run in range(times + 1)]
    found = {"typst": _times(lambda text: pdf.write(text, title="方案"), texts)}
    if office := shutil.which("soffice"):
        with tempfile.TemporaryDirectory() as name:
            found["LibreOffice"] = _times(lambda text: _converted(text, office, Path(name)), texts[:4])
    return found


def main() -> None:
    """Print the table."""
    for name, seconds in measure().items():
        sys.stdout.write(f"{name:24}{seconds * 1000:10.1f} ms\n")


if __name__ == "__main__":
    main()
