"""Checking a county with its roster: does the time per edge of the graph grow with the county?

A county of 60 schools in 7 clusters with 60 duties, and one of 300 in 40 with 150, by turns; from the bytes of both
files to the last finding. Beside it, whole processes on the greater scheme: `xuequ check`, check-jsonschema with our
schema, which sees the form alone, and yamllint, which sees the layout alone. Run: `python -m benchmarks.bench_check`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.bench_resolve import interleaved

from xuequ.resolution import Plan
from xuequ.rules import run
from xuequ.workspace.checking import check_file
from xuequ.workspace.loading import Shelf
from xuequ.workspace.planning import plan_file

PROJECT = Path(__file__).resolve().parent.parent
#: The time per edge of the greater county may be so many times that of the smaller.
GOAL = 1.5


class Size(NamedTuple):
    """How big a county is."""

    schools: int
    clusters: int
    duties: int


SMALL, GREAT = Size(60, 7, 60), Size(300, 40, 150)


def scheme(size: Size) -> str:
    """A county whose districts, schools and offices have duties, reports, shares and appraisals."""
    lines = [
        "xuequ: 1",
        "kind: scheme",
        "name: 示例县学区制管理实施方案",
        "locality: {name: 示例县, level: county}",
        "issue: {issued_by: bureau, date: 2025-08-20, effective: 2025-09-01, expires: 2026-08-31}",
        "organs:",
        "  bureau: {name: 县教育局}",
        "  supervision_office: {name: 县督导室, under: bureau}",
        "  research_office: {name: 县教研室, under: bureau}",
        "clusters:",
        "  district:",
        "    name: 学区",
        f"    count: {size.clusters}",
        "    size: {schools: 2..12}",
        "    same: [stage]",
        "    members: {head_school: {name: 学区长学校, leads: true}, member_school: {name: 成员学校, count: 1..}}",
        "    posts: {head: {name: 学区长, held_by: head_school/principal, term: 3 years}}",
        "goals: {balance: {name: 优质均衡, items: [共享, 共建]}}",
        "constraints: {autonomy: {name: 尊重学校办学自主权, protects: timetable, for: district/school}}",
        "measures:",
    ]
    for number in range(size.duties):
        if number % 10 == 0:
            lines += [
                f"  m{number // 10}:",
                f"    name: 第{number // 10 + 1}项工作",
                "    serves: balance",
                "    duties:",
            ]
        lines.append(_duty(number))
    return "\n".join([*lines, *_APPRAISALS]) + "\n"


_APPRAISALS = (
    "appraisals:",
    "  of_districts: {name: 学区考核, each: district, assess: bureau, for: district, "
    "when: 每学年, criteria: [共享, 共建], result: {counts_for: 评优}}",
    "  of_schools: {name: 学校考核, each: district, assess: supervision_office, for: member_school, "
    "when: 每学年, criteria: [共享], result: {counts_for: 评优}}",
)


def _duty(number: int) -> str:
    parts = (
        "each: district, lead: head, support: member_school, inform: bureau, when: 每学期末",
        "each: school, lead: self, oversee: supervision_office, when: 每月",
        "each: district, lead: head_school, for: member_school/teacher, when: 每学期五次以上",
        "lead: research_office, support: supervision_office, for: teacher, when: 每年10月, "
        "amount: {share: 15%, of: teacher, hold: county}",
    )[number % 4]
    needs = f", needs: 第{number}项记录" if number % 5 == 4 else ""
    return f"      d{number}: {{name: 开展第{number + 1}项教育教学活动, {parts}, output: 第{number + 1}项记录{needs}}}"


def roster(size: Size) -> str:
    """The county's schools, dealt out to its clusters."""
    rows = ["code,name,stage,kind,ownership,area,town,学区,学区.role,教师,学生"]
    for number in range(size.schools):
        role = "学区长学校" if number < size.clusters else "成员学校"
        rows.append(
            f"S{number:03},第{number + 1}学校,小学,完全小学,公办,镇区,第{number % size.clusters + 1}镇,"
            f"第{number % size.clusters + 1}学区,{role},{20 + number % 40},{300 + number}"
        )
    return "\n".join(rows) + "\n"


def measure(rounds: int = 9, processes: int = 5) -> dict[str, float]:
    """Seconds per edge of either county, of the rules alone as well; medians in seconds of the three processes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plans = {size: _written(folder, size) for size in (SMALL, GREAT)}
        runs: dict[str, Callable[[], object]] = {}
        for label, size in (("small", SMALL), ("great", GREAT)):
            file, rows = _files(folder, size)
            runs[label] = lambda file=file, rows=rows: check_file(Shelf(), file, rows)  # type: ignore[misc]
            runs[f"rules {label}"] = lambda plan=plans[size]: run(plan)  # type: ignore[misc]
        taken = interleaved(runs, rounds)
        whole = interleaved(_processes(folder), processes)
    edges = {"small": len(plans[SMALL].edges), "great": len(plans[GREAT].edges)}
    per_edge = {key: seconds / edges[key.split()[-1]] for key, seconds in taken.items()}
    counts = {f"edges {key}": float(count) for key, count in edges.items()}
    return {**per_edge, **{f"seconds {key}": s for key, s in taken.items()}, **whole, **counts}


def _files(folder: Path, size: Size) -> tuple[str, str]:
    return str(folder / f"{size.schools}.yaml"), str(folder / f"{size.schools}.csv")


def _written(folder: Path, size: Size) -> Plan:
    file, rows = _files(folder, size)
    Path(file).write_text(scheme(size), encoding="utf-8")
    Path(rows).write_text(roster(size), encoding="utf-8")
    plan = plan_file(file, rows).plan
    if plan is None:
        raise SystemExit("the county does not resolve")
    return plan


def _processes(folder: Path) -> dict[str, Callable[[], object]]:
    file, _ = _files(folder, GREAT)
    schema = str(PROJECT / "schemas" / "scheme.schema.json")
    beside = Path(sys.executable).parent
    commands = {
        "xuequ check": [sys.executable, "-m", "xuequ", "check", file, "--format", "json"],
        "check-jsonschema": [str(beside / "check-jsonschema"), "--schemafile", schema, file],
        "yamllint": [str(beside / "yamllint"), "-d", "relaxed", file],
    }
    return {name: (lambda command=command: _process(command)) for name, command in commands.items()}  # type: ignore[misc]


def _process(command: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "engine")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # Either may find something; that it ran is what counts.
    subprocess.run(
        command,
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )


def main() -> None:
    """Print the times, and the ratio of the times per edge."""
    taken = measure()
    for key in ("small", "great", "rules small", "rules great"):
        edges = int(taken[f"edges {key.split()[-1]}"])
        sys.stdout.write(
            f"{key:18}{taken[f'seconds {key}'] * 1000:8.1f} ms, {edges} edges, {taken[key] * 1e6:.1f} µs an edge\n"
        )
    for name in ("xuequ check", "check-jsonschema", "yamllint"):
        sys.stdout.write(f"{name:18}{taken[name] * 1000:8.1f} ms, whole process\n")
    for above, below in (("great", "small"), ("rules great", "rules small")):
        sys.stdout.write(f"{above} / {below} per edge: {taken[above] / taken[below]:.2f}, at most {GOAL}\n")


if __name__ == "__main__":
    main()
