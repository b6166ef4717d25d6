"""A county built twice through the command line, and its checklists as a workbook against openpyxl.

The second build finds by the content of everything that goes in that there is nothing to do. openpyxl writes the
same cells with border, alignment and wrapping only: none of the drop-downs, colours, formulas and print set-up.
Run: `python benchmarks/bench_build.py`.
"""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.bench_documents import _obvious_xlsx, county_roster, county_scheme, resolved, timed

from xuequ.cli.running import run
from xuequ.documents import Document
from xuequ.views.context import context
from xuequ.views.jobs import jobs
from xuequ.writers.tables.sheets import Sheet
from xuequ.writers.workbook import write


def measure(times: int = 5) -> dict[str, float]:
    """Seconds by name: `first` (forced) and `second` build in one process; `xlsx` ours and `openpyxl`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "county.yaml").write_text(county_scheme(), encoding="utf-8")
        (folder / "county.csv").write_text(county_roster(), encoding="utf-8")
        sheets = checklists(folder)
        _built(folder, "--force")
        return {
            "first": median(_built(folder, "--force") for _ in range(times)),
            "second": median(_built(folder) for _ in range(times)),
            "xlsx": timed(lambda: write(sheets, title="任务清单"), times),
            "openpyxl": timed(lambda: _obvious_xlsx(sheets), max(times // 2, 1)),
        }


def checklists(folder: Path) -> list[Sheet]:
    """The sheets of the county's checklists, one a cluster."""
    made = context(resolved(folder))
    return [sheet for job in jobs(Document.CHECKLISTS, made, None) for sheet in job.sheets]


def _built(folder: Path, *more: str) -> float:
    command = ["build", str(folder / "county.yaml"), "--roster", str(folder / "county.csv")]
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        status = run([*command, "--school-year", "2025", "-o", str(folder / "out"), *more])
    if status:
        raise SystemExit("the county does not build")
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    for name, seconds in measure().items():
        sys.stdout.write(f"{name:24}{seconds * 1000:10.1f} ms\n")


if __name__ == "__main__":
    main()
