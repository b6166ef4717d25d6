"""The most memory a build takes, whole processes: a county of 60 schools and one of 300, the same duties.

Every document in Word and Excel. What grows with the schools is the resolved graph; documents are made one by one
and workbooks row by row. Run: `python -m benchmarks.bench_memory`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.bench_check import Size, roster, scheme

COUNTIES = {"60 schools": Size(60, 7, 60), "300 schools": Size(300, 40, 60)}


def measure() -> dict[str, float]:
    """Megabytes by county; nothing where the system does not tell."""
    if not hasattr(os, "wait4"):
        return {}
    return {name: _peak(size) for name, size in COUNTIES.items()}


def _peak(size: Size) -> float:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "county.yaml").write_text(scheme(size), encoding="utf-8")
        (folder / "county.csv").write_text(roster(size), encoding="utf-8")
        command = [sys.executable, "-m", "xuequ", "build", str(folder / "county.yaml")]
        command += ["--roster", str(folder / "county.csv"), "--to", "docx,xlsx", "-o", str(folder / "out")]
        quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
        child = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
        _, status, used = os.wait4(child, 0)
        if status:
            raise SystemExit("the county does not build")
        return used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Print the table."""
    for name, megabytes in measure().items():
        sys.stdout.write(f"{name:24}{megabytes:10.1f} MB\n")


if __name__ == "__main__":
    main()
