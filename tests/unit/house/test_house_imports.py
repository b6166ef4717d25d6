"""What starting costs: which packages each command may import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

#: Slow to import; each has its place in building, drawing or reading a roster.
HEAVY = {
    "networkx",
    "jinja2",
    "jsonschema",
    "openpyxl",
    "xlsxwriter",
    "lxml",
    "markdown_it",
    "pygraphviz",
    "docx",
}
HEAVY |= {"chinese_calendar", "asyncio", "unittest", "click.testing"}
#: What `--help` must do without, too.
READING = {"yaml", "jsonschema_rs", "fractions", "json"}

_PROBE = """
import sys
from xuequ.cli.running import run
status = run(sys.argv[1:])
print("\\n" + " ".join(sorted({name.partition(".")[0] for name in sys.modules})))
sys.exit(status)
"""


def imported_by(project: Path, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *arguments],
        cwd=project,
        env={"PYTHONPATH": str(project / "engine"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["build", "--help"]])
def test_help_imports_nothing_that_reads_or_draws(project: Path, arguments: list[str]) -> None:
    assert not imported_by(project, *arguments) & (HEAVY | READING)


def test_check_imports_nothing_that_draws_or_writes(project: Path) -> None:
    assert not imported_by(project, "check", "examples/zh/ziyun.yaml") & HEAVY


def test_a_check_for_a_school_year_takes_no_more_than_the_days_of_rest(project: Path) -> None:
    assert imported_by(project, "check", "examples/ziyun.yaml") & HEAVY <= {"chinese_calendar"}


def test_the_package_itself_imports_no_room_and_no_library(project: Path) -> None:
    probe = "import sys, xuequ; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", probe],
        env={"PYTHONPATH": str(project / "engine")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    modules = set(done.stdout.split())
    assert {name for name in modules if name.startswith("xuequ.")} <= {"xuequ.version"}
    assert not modules & (HEAVY | READING | {"click"})


def test_validating_loads_no_mail_and_leaves_it_as_it_is() -> None:
    code = (
        "import sys; from xuequ.language.validation import valid; valid('scheme', {});"
        "assert 'socket' not in sys.modules and 'email.utils' not in sys.modules;"
        "from email.utils import formatdate; assert formatdate(0).endswith('1970 00:00:00 -0000')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
